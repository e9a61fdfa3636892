/// Formulas whose inputs or units do not fit.
enum FormulaRules: RuleFamily {
  static let mixedUnits = CheckRule(
    name: "formula-mixed-units", severity: .error,
    summary: "The formula adds, subtracts or compares unlike units, or reckons with words.",
    reason: "A sum of percents and money is a number without meaning.",
    cure: "Correct the formula, or the units of its inputs.",
    page: "formulas")
  static let formulaUnit = CheckRule(
    name: "formula-unit", severity: .warning,
    summary: "The formula gives another unit than the measure states.",
    reason: "A share without its factor of 100 is the commonest way to be wrong by a hundredfold.",
    cure: "Correct the formula, mostly by '100 *' before a share, or the unit.",
    page: "formulas")
  static let unusedInput = CheckRule(
    name: "unused-input", severity: .warning,
    summary: "An input is described that the formula does not use.",
    reason: "Somebody gathers a figure for nothing, or the formula lost a term.",
    cure: "Remove the input, or put it into the formula.",
    page: "formulas")
  static let undefinedInput = CheckRule(
    name: "undefined-input", severity: .warning,
    summary: "The formula uses a name no input describes.",
    reason: "Nobody can say what to count for it, and no program can compute it.",
    cure: "Add the input to 'formula.inputs', or correct the name.",
    page: "formulas")

  static let rules = [mixedUnits, formulaUnit, unusedInput, undefinedInput]

  static func check(_ subject: CheckSubject, _ findings: inout FindingCollector) {
    for measure in subject.measures {
      let definition = measure.definition
      if let formula = definition.formula {
        check(formula, definition.unit, "formula", measure, &findings)
      }
      for (index, variant) in definition.variants.enumerated() {
        guard let formula = variant.formula else { continue }
        check(
          formula, variant.unit ?? definition.unit, "variants[\(index + 1)].formula", measure,
          &findings)
      }
    }
  }

  private static func check(
    _ formula: Formula, _ unit: MeasureUnit?, _ field: String, _ measure: CheckedMeasure,
    _ findings: inout FindingCollector
  ) {
    guard let expression = formula.expression else { return }
    checkInputs(formula, expression, field, measure, &findings)
    do throws(CatalogError) {
      guard let given = try expression.unit(of: formula.inputs.map(withUnit)), let unit,
        !holdsConversion(expression.root), let mismatch = mismatch(given, unit)
      else { return }
      findings.add(formulaUnit, measure, field + ".expression", mismatch)
    } catch {
      findings.add(
        mixedUnits, measure, field + ".expression",
        error.message + "; correct the formula or the units of its inputs")
    }
  }

  // MARK: Inputs

  private static func checkInputs(
    _ formula: Formula, _ expression: FormulaExpression, _ field: String,
    _ measure: CheckedMeasure, _ findings: inout FindingCollector
  ) {
    let used = expression.inputNames
    let usedNames = Set(used)
    for (index, input) in formula.inputs.enumerated() where !usedNames.contains(input.name) {
      findings.add(
        unusedInput, measure, "\(field).inputs[\(index + 1)]",
        "the formula does not use the input '\(input.name)'; remove it or put it into the formula")
    }
    let described = formula.inputs.map(\.name)
    let known = Set(described)
    let unknown = used.filter { !known.contains($0) }
    guard let first = unknown.first else { return }
    let names =
      unknown.prefix(3).map { "'\($0)'" }.joined(separator: ", ")
      + (unknown.count > 3 ? " and \(unknown.count - 3) more" : "")
    let near =
      unknown.count == 1
      ? SpellingSuggestion.nearest(to: first.text, among: described.map(\.text)) : nil
    findings.add(
      undefinedInput, measure, field + ".expression",
      "the formula uses \(names), which no input describes; "
        + (near.map { "did you mean '\($0)'?" } ?? "add to 'formula.inputs' what is counted"))
  }

  /// The input with the unit its aggregate tells, where none is stated: what is counted is a count.
  private static func withUnit(_ input: FormulaInput) -> FormulaInput {
    guard input.unit == nil, input.aggregate == .count || input.aggregate == .distinct else {
      return input
    }
    var input = input
    input.unit = MeasureUnit(.count)
    return input
  }

  // MARK: The formula's unit

  /// Whether a number in the formula may carry a unit of its own, as 365 does in
  /// `365 * receivables / sales`, which gives days.
  private static func holdsConversion(_ node: FormulaExpression.Node) -> Bool {
    switch node {
    case .number(let number):
      ![0, 1, 0.01, 100, 1000, 10_000, 100_000, 1_000_000].contains(number)
    case .input: false
    case .negation(let operand): holdsConversion(operand)
    case .operation(_, let left, let right): holdsConversion(left) || holdsConversion(right)
    case .call(.percentile, let arguments): arguments.first.map(holdsConversion) ?? false
    case .call(_, let arguments): arguments.contains(where: holdsConversion)
    }
  }

  /// What does not fit, or nil if the formula may give this unit.
  private static func mismatch(_ given: MeasureUnit, _ stated: MeasureUnit) -> String? {
    let kinds = (given.kind, stated.kind)
    switch kinds {
    case (.currency, .currency):
      guard let first = given.currency, let second = stated.currency, first != second else {
        return nil
      }
      return "the formula gives \(first) but the unit is \(second); correct one of them"
    case (.ratio, .percent), (.ratio, .percentagePoints):
      return "the formula gives a plain share but the unit is percent; "
        + "begin the formula with '100 *'"
    case (.percent, .ratio):
      return "the formula gives a percent but the unit is a ratio; "
        + "make the unit percent or leave the factor 100 out"
    default: break
    }
    guard !fits(given.kind, stated.kind) else { return nil }
    return "the formula gives \(noun(given.kind)) but the unit is \(noun(stated.kind)); "
      + "correct the formula, its inputs or the unit"
  }

  /// Whether a formula of one kind can stand for a measure of another.
  ///
  /// Scores and indices are numbers of any making; a rate may be written without its factor.
  private static func fits(_ given: UnitKind, _ stated: UnitKind) -> Bool {
    if given == stated { return true }
    switch stated {
    case .boolean, .choice, .text, .rank: return true
    case .score, .index: return given != .currency && given != .duration
    case .currency: return false
    case .duration: return false
    case .percent, .percentagePoints:
      return [.percent, .percentagePoints, .score, .index].contains(given)
    case .count: return given == .ratio || given == .boolean
    case .ratio: return given == .score || given == .index || given == .count
    // Per 100 is a percent, per customer a ratio, an amount or a time.
    case .rate: return true
    }
  }

  private static func noun(_ kind: UnitKind) -> String {
    switch kind {
    case .percent: "a percent"
    case .percentagePoints: "percentage points"
    case .score: "a score"
    case .index: "an index"
    case .ratio: "a plain ratio"
    case .count: "a count"
    case .currency: "an amount of money"
    case .rate: "a rate"
    case .duration: "a length of time"
    case .boolean: "yes or no"
    case .rank: "a rank"
    case .choice: "a word of a list"
    case .text: "a text"
    }
  }
}
