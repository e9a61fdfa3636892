internal import KPICatalog

/// What a heading means that stands under another: `Targets` over `2026`, `Thresholds` over `G`,
/// `Baseline` over `Year`.
struct HeaderFamily {
  private let matcher = HeaderMatcher()

  /// The matches of a joined heading.
  func matches(_ cell: HeaderCell) -> [HeaderMatch] {
    guard let parent = cell.parent else { return matcher.matches(cell.text) }
    let parents = matcher.exactMatches(parent)
    let lower = matcher.exactMatches(cell.lower)
    if let match = underParent(cell, parents, lower) { return [match] }
    var all = matcher.exactMatches(cell.text)
    // Frequency over Measurement and Reporting reads the other way round.
    let turned = matcher.exactMatches(
      HeaderText(cell.lower.base + " " + parent.base))
    for match in turned where !all.contains(where: { $0.field == match.field }) {
      all.append(match)
    }
    for match in lower where !all.contains(where: { $0.field == match.field }) {
      all.append(match)
    }
    if all.isEmpty { all = matcher.matches(cell.text) }
    if all.isEmpty, let parent = parents.max(by: { $0.score < $1.score }), parent.field.isLocalized
    {
      var match = parent
      match.score *= 0.85
      match.way = .parent(cell.parent?.raw ?? "")
      all = [match]
    }
    return all.sorted { $0.score > $1.score }
  }

  /// What the family of the parent makes of the lower heading.
  private func underParent(
    _ cell: HeaderCell, _ parents: [HeaderMatch], _ lower: [HeaderMatch]
  ) -> HeaderMatch? {
    for parent in parents.sorted(by: { $0.score > $1.score }) {
      var match = parent
      match.way = .parent(cell.parent?.raw ?? "")
      match.score = max(0.9, parent.score)
      match.strength = .certain
      switch parent.field {
      case .thresholds, .status, .scale, .rangeMin, .rangeMax:
        // Colors and ends of a scale, one letter among them.
        let wanted: FieldSet =
          parent.field == .thresholds || parent.field == .status
          ? [.thresholdGreen, .thresholdAmber, .thresholdRed] : [.rangeMin, .rangeMax]
        let found = lower.filter { wanted.contains($0.field) }
        if let best = Self.best(found, among: parent.languages) {
          match.field = best.field
          return match
        }
      case .target, .baseline, .current, .benchmark, .objective:
        if let field = Self.part(of: parent.field, lower, cell.lower) {
          match.field = field
          return match
        }
      default:
        if parent.field.isLocalized, cell.lower.base.isEmpty || isLanguage(cell.lower) {
          return match
        }
      }
    }
    return nil
  }

  /// The colors of a language that the parent shares come first: `G` is green in English, yellow in
  /// Italian.
  private static func best(_ matches: [HeaderMatch], among languages: LanguageSet) -> HeaderMatch? {
    matches.first { !$0.languages.isDisjoint(with: languages) } ?? matches.first
  }

  private func isLanguage(_ lower: HeaderText) -> Bool {
    WordList.language.value(of: lower.raw) != nil
  }

  /// The part of a value that a heading under `Target`, `Baseline` or `Actual` names.
  private static func part(
    of field: ColumnField, _ lower: [HeaderMatch], _ text: HeaderText
  ) -> ColumnField? {
    let base: ColumnField = field == .objective ? .target : field
    if text.base.isEmpty, text.moment != nil { return base }
    let fields = FieldSet(lower.map(\.field))
    let date: ColumnField =
      switch base {
      case .baseline: .baselineDate
      case .current: .currentDate
      default: .targetDate
      }
    if text.moment == nil {
      if !fields.isDisjoint(with: [.targetDate, .baselineDate, .currentDate, .created]) {
        return date
      }
      if [
        "year", "annee", "anno", "jahr", "ano", "date", "datum", "data", "fecha", "period",
        "periode",
        "periodo", "when", "by", "quarter",
      ].contains(Folding.fold(text.raw)) {
        return date
      }
    }
    if fields.contains(.current) || fields.contains(base) { return base }
    if base == .target {
      if fields.contains(.rangeMin) { return .targetLow }
      if fields.contains(.rangeMax) { return .targetHigh }
    }
    return nil
  }
}
