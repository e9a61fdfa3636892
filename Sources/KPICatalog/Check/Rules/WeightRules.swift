/// Weights that do not add up.
enum WeightRules: RuleFamily {
  static let weightSum = CheckRule(
    name: "weight-sum", severity: .warning,
    summary: "The weights of a group, all given, do not add up to 1.",
    reason: "A weighted total over them can never reach 100 percent, or passes it.",
    cure: "Correct the weights so that those of a group, a perspective or the catalog give 1.",
    page: "weights")

  static let rules = [weightSum]

  static func check(_ subject: CheckSubject, _ findings: inout FindingCollector) {
    guard !subject.isOverlay else { return }
    let measures = subject.measures.filter { !$0.isRetired }
    // Weights may be meant over the whole catalog, or over a perspective.
    if addUp(measures) == true { return }
    let perspectives = grouped(measures) { $0.definition.perspective?.id ?? "customer" }
    if perspectives.count > 1, perspectives.allSatisfy({ addUp($0.measures) == true }) { return }
    for group in grouped(measures, by: { $0.definition.group }) {
      guard group.measures.count >= 2, addUp(group.measures) == false,
        let first = group.measures.first
      else { continue }
      let sum = group.measures.reduce(0) { $0 + ($1.definition.weight?.share.double ?? 0) }
      let rounded = FiniteNumber((sum * 1e6).rounded() / 1e6) ?? 0
      let label = group.name.map { "of the group '\(CatalogFault.shown($0))'" } ?? "of the measures"
      findings.add(
        weightSum, "groups",
        "the weights \(label) add up to \(rounded); correct them so that they give 1",
        seenIn: first, "weight")
    }
  }

  private struct Group {
    let name: String?
    var measures: [CheckedMeasure]
  }

  /// The measures by a name, in the order in which the names come.
  private static func grouped(
    _ measures: [CheckedMeasure], by name: (CheckedMeasure) -> String?
  ) -> [Group] {
    var groups: [Group] = []
    var places: [String?: Int] = [:]
    for measure in measures {
      let name = name(measure)
      if let place = places[name] {
        groups[place].measures.append(measure)
      } else {
        places[name] = groups.count
        groups.append(Group(name: name, measures: [measure]))
      }
    }
    return groups
  }

  /// Whether the weights give 1; nil if one is not given.
  private static func addUp(_ measures: [CheckedMeasure]) -> Bool? {
    var sum = 0.0
    var shares: Set<FiniteNumber> = []
    for measure in measures {
      guard let share = measure.definition.weight?.share else { return nil }
      sum += share.double
      shares.insert(share)
    }
    if (sum - 1).magnitude < 0.0051 { return true }
    // Equal parts, rounded: three times 0.33.
    guard shares.count == 1, let share = shares.first, !measures.isEmpty else { return false }
    return (share.double - 1 / Double(measures.count)).magnitude < 0.0051
  }
}
