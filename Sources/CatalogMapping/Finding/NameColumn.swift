/// Finds the column of names where no heading says it.
enum NameColumn {
  /// Makes a column of short, differing texts the name if the other headings are those of measures.
  static func settle(_ region: inout TableRegion, _ profiles: [ColumnProfile]) {
    guard region.plan(.name) == nil else { return }
    let known = region.plans.count { $0.field.evidence > 0 && $0.certainty >= 0.7 }
    guard known >= 2 || region.tableName != nil && known >= 1 else { return }
    var best: (index: Int, score: Double)?
    for (index, plan) in region.plans.enumerated() where profiles.indices.contains(index) {
      let profile = profiles[index]
      let isFree =
        plan.field == .custom || plan.field == .department || plan.field == .id
        || plan.field == .objective
        || plan.field == .description || plan.isGuess
      guard isFree, profile.texts > 0, profile.share(profile.texts) >= 0.8,
        profile.wordy * 10 >= profile.texts * 8,
        profile.distinctShare >= 0.8, profile.meanLength >= 4, profile.meanLength <= 90
      else { continue }
      // Further left, shorter and without a meaning of its own is better.
      var score = 1 - 0.05 * Double(index) - (profile.meanLength > 60 ? 0.2 : 0)
      if plan.field == .custom || plan.field == .department { score += 0.3 }
      if plan.field == .id { score -= profile.meanLength < 10 ? 0.6 : 0.1 }
      if plan.field == .description { score -= profile.share(profile.sentences) > 0.6 ? 0.5 : 0.1 }
      if score > (best?.score ?? 0.3) { best = (index, score) }
    }
    guard let best else { return }
    region.plans[best.index].field = .name
    region.plans[best.index].certainty = 0.65
    region.plans[best.index].reasons = [
      "its texts are short and all differ, and no other column has the names"
    ]
  }
}
