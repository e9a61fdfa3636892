internal import KPICatalog
internal import SpreadsheetML

extension RegionReader {
  mutating func readTexts() {
    draft.definition.question = localized(.question)
    draft.definition.description = localized(.description)
    draft.definition.rationale = localized(.rationale)
    draft.definition.pitfalls = localized(.pitfalls)
    draft.definition.notes = localized(.notes)
    draft.definition.source = localized(.source)
    readScope()
    readAliases()
    readTags()
    draft.definition.version = plain(.version)
  }

  private mutating func readScope() {
    var scope = Scope()
    if let plan = plans[.scope]?.first {
      let heading = Folding.fold(region.plans[plan].heading)
      let excludes = ["exclu", "ausge", "ausschl", "out of", "hors", "esclu", "nicht"].contains {
        heading.hasPrefix($0)
      }
      let text = localized(.scope, as: excludes ? "scope.excludes" : "scope.includes")
      if excludes { scope.excludes = text } else { scope.includes = text }
    }
    scope.population = localized(.population, as: "scope.population")
    if scope != Scope() { draft.definition.scope = scope }
  }

  private mutating func readAliases() {
    for plan in plans[.aliases] ?? [] {
      guard let (text, place) = text(plan) else { continue }
      draft.definition.aliases += Self.list(text, separators: ";\n|,")
      note("aliases", place, .text, plan: plan)
    }
  }

  private mutating func readTags() {
    for plan in plans[.tags] ?? [] {
      guard let (text, place) = text(plan) else { continue }
      var tags = Self.list(text, separators: ",;\n|")
      // #digital #service
      if tags.count == 1, text.hasPrefix("#") { tags = text.split(separator: " ").map(String.init) }
      for tag in tags {
        let plain = tag.hasPrefix("#") ? String(tag.dropFirst()) : tag
        if !draft.definition.tags.contains(plain), !plain.isEmpty {
          draft.definition.tags.append(plain)
        }
      }
      note("tags", place, .text, plan: plan)
    }
  }

  /// The parts of a list in one cell.
  static func list(_ text: String, separators: String) -> [String] {
    text.split { separators.contains($0) || $0.isNewline }.map { $0.trimmed }.filter { !$0.isEmpty }
  }

  // MARK: Formula

  /// The formula from its column, from numerator and denominator, or cut out of the description.
  mutating func readFormula() {
    var formula = Formula()
    formula.text = localized(.formula)
    if formula.text == nil { cutOut(&formula) }
    if let text = formula.text { guess(text, &formula) }
    readRatio(&formula)
    formula.variant = plain(.variant, as: "formula.variant")
    if formula != Formula() { draft.definition.formula = formula }
  }

  private mutating func cutOut(_ formula: inout Formula) {
    guard var description = draft.definition.description else { return }
    var text = LocalizedText()
    for entry in description.entries {
      guard let prose = ProseFormula(entry.text) else { continue }
      text[entry.language] = prose.formula
      description[entry.language] = prose.description.isEmpty ? nil : prose.description
    }
    guard !text.isEmpty else { return }
    formula.text = text
    draft.definition.description = description.isEmpty ? nil : description
    let place = firstPlace(.description)
    note("formula", place, .prose, plan: plans[.description]?.first)
  }

  private mutating func guess(_ text: LocalizedText, _ formula: inout Formula) {
    for entry in text.entries {
      let found: FormulaGuess?
      if entry.language == language, let known = formulaCache.value(of: entry.text) {
        found = known
      } else {
        found = FormulaGuess(
          entry.text, language: entry.language, decimalMark: quantities.sheetMark)
        if entry.language == language { formulaCache.keep(found, for: entry.text) }
      }
      guard let guess = found else { continue }
      formula.expression = guess.expression
      formula.inputs = guess.inputs
      return
    }
  }

  /// A ratio of what two columns name; times a hundred if the unit is percent.
  private mutating func readRatio(_ formula: inout Formula) {
    guard let top = plans[.numerator]?.first, let bottom = plans[.denominator]?.first,
      let (above, aboveCell) = text(top), let (below, belowCell) = text(bottom)
    else { return }
    note("formula.numerator", aboveCell, .text, plan: top)
    note("formula.denominator", belowCell, .text, plan: bottom)
    guard formula.expression == nil else { return }
    let unit = plans[.unit]?.first.flatMap { cell($0)?.cell.text }.flatMap {
      UnitWords($0, language: languageIndex)
    }
    let isPercent = unit?.unit.kind == .percent
    let ratio = "(" + above.onOneLine + ") / (" + below.onOneLine + ")"
    guard
      let guess = FormulaGuess(
        isPercent ? ratio + " × 100" : ratio, language: language, decimalMark: quantities.sheetMark)
    else { return }
    formula.expression = guess.expression
    formula.inputs = guess.inputs
  }
}
