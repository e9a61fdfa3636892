/// How values roll up, and how often they are taken.
enum AggregationRules: RuleFamily {
  static let ratioAveraged = CheckRule(
    name: "ratio-averaged", severity: .warning,
    summary: "A ratio is rolled up by a mean or a sum.",
    reason: "A mean of monthly ratios gives a month of ten customers the weight of a month of ten "
      + "thousand, and a sum of percents means nothing.",
    cure: "Use ratioOfSums, recompute or compound; or say in the note how the mean is weighted.",
    page: "roll-up")
  static let reportedMoreOften = CheckRule(
    name: "reported-more-often-than-measured", severity: .warning,
    summary: "The reporting frequency is shorter than the frequency of measurement.",
    reason: "Between two measurements the report repeats an old figure as if it were new.",
    cure: "Report as often as is measured, or measure more often.",
    page: "roll-up")

  static let rules = [ratioAveraged, reportedMoreOften]

  static func check(_ subject: CheckSubject, _ findings: inout FindingCollector) {
    for measure in subject.measures {
      checkRollUp(measure, &findings)
      checkFrequencies(measure, &findings)
    }
  }

  // MARK: Roll-up

  private static let weighted = WordLists(
    en: "weight*;weigh", fr: "ponder*", it: "ponderat*;pesat*", de: "*gewicht*", es: "ponderad*")

  private static func checkRollUp(_ measure: CheckedMeasure, _ findings: inout FindingCollector) {
    guard let aggregation = measure.definition.aggregation, isRatio(measure.definition) else {
      return
    }
    let isUnitless = [.percent, .ratio, .rate].contains(measure.definition.unit?.kind)
    for entry in aggregation.note?.entries ?? []
    where weighted.occur(in: FoldedText(entry.text), entry.language) {
      return
    }
    for (field, rule, what) in [
      ("aggregation.time", aggregation.time, "over time"),
      ("aggregation.across", aggregation.across, "across units"),
    ] {
      let how: String
      switch rule {
      case .mean: how = "a mean"
      // An amount divided by an exchange rate is still an amount to add up.
      case .sum where isUnitless: how = "a sum"
      default: continue
      }
      findings.add(
        ratioAveraged, measure, field,
        "a ratio is rolled up \(what) by \(how); use ratioOfSums or recompute")
    }
  }

  /// Whether the values are quotients, by their unit or their formula.
  private static func isRatio(_ measure: KPIDefinition) -> Bool {
    switch measure.unit?.kind {
    case .percent, .ratio, .rate: return true
    case .score, .index, .currency, .duration, .count, nil:
      return measure.formula?.expression.map { divides($0.root) } ?? false
    default: return false
    }
  }

  /// Whether a formula divides by something that is not a number.
  private static func divides(_ node: FormulaExpression.Node) -> Bool {
    switch node {
    case .number, .input: false
    case .negation(let operand): divides(operand)
    case .operation(.divided, let left, let right): holdsInput(right) || divides(left)
    case .operation(_, let left, let right): divides(left) || divides(right)
    case .call: false
    }
  }

  private static func holdsInput(_ node: FormulaExpression.Node) -> Bool {
    switch node {
    case .number: false
    case .input: true
    case .negation(let operand): holdsInput(operand)
    case .operation(_, let left, let right): holdsInput(left) || holdsInput(right)
    case .call(_, let arguments): arguments.contains(where: holdsInput)
    }
  }

  // MARK: Frequencies

  private static func checkFrequencies(
    _ measure: CheckedMeasure, _ findings: inout FindingCollector
  ) {
    guard let measured = measure.definition.frequency,
      let reported = measure.definition.reportingFrequency,
      reported.isMoreFrequent(than: measured)
    else { return }
    findings.add(
      reportedMoreOften, measure, "reportingFrequency",
      "it is reported every \(reported.rawValue) but measured every \(measured.rawValue); "
        + "report it as often as it is measured")
  }
}
