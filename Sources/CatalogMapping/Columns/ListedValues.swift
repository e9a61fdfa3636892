/// Tells columns whose values are all words of one closed list, whatever their heading says.
enum ListedValues {
  /// The field whose words all values of a column are, or nil.
  static func field(of profile: ColumnProfile) -> ColumnField? {
    guard profile.texts >= 2, profile.texts == profile.filled else { return nil }
    let fields: [ColumnField] = [.frequency, .direction, .leadLag]
    let known = fields.filter { (profile.known[$0] ?? 0) >= 0.95 }
    // Words of two lists say nothing.
    return known.count == 1 && (profile.known[.unit] ?? 0) < 0.5 ? known.first : nil
  }

  /// Whether a field of free texts can hardly be what such a column holds.
  static func contradict(_ field: ColumnField, _ profile: ColumnProfile) -> Bool {
    switch field {
    case .name, .description, .rationale, .question, .source, .method, .owner, .collector, .scope,
      .objective, .formula, .numerator, .denominator, .population, .pitfalls, .evidence:
      Self.field(of: profile) != nil
    default: false
    }
  }

  /// Adds the claim of the list's field to columns whose headings mean only what the values
  /// contradict.
  static func addClaims(to matches: inout [[HeaderMatch]], _ profiles: [ColumnProfile]) {
    for index in matches.indices {
      let likely = matches[index].filter { $0.strength != .inFamily }
      guard !likely.isEmpty, let field = field(of: profiles[index]),
        likely.allSatisfy({ contradict($0.field, profiles[index]) })
      else { continue }
      matches[index].append(
        HeaderMatch(field: field, score: 0.5, strength: .possible, languages: [], way: .values))
    }
  }
}
