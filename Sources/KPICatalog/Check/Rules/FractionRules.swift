/// Percents and scores written as fractions, and means written as percents.
enum FractionRules: RuleFamily {
  static let percentAsFraction = CheckRule(
    name: "percent-as-fraction", severity: .warning,
    summary: "The values of a percent measure, or of all percent measures, lie between -1 and 1.",
    reason: "A percent is stored as people say it, 85 for 85 %, so that 0.85 is wrong by a factor "
      + "of 100.",
    cure: "Multiply the values by 100, or give the cells a percent format and import again.",
    page: "percents")
  static let percentBelowOne = CheckRule(
    name: "percent-below-one", severity: .note,
    summary: "All values of one percent measure are below 1, which may be right or a fraction.",
    reason: "0.08 is eight hundredths of a percent; whoever meant 8 % is wrong by a factor of 100.",
    cure: "If a fraction is meant, multiply by 100; if not, silence the rule for the measure.",
    page: "percents")
  static let npsAsFraction = CheckRule(
    name: "nps-as-fraction", severity: .warning,
    summary: "The values of a net promoter score, or of another score from -100 to 100, lie "
      + "between -1 and 1.",
    reason: "A score of 0.38 reads as almost nothing, while 38 is meant.",
    cure: "Multiply the values by 100; a score has no percent sign.",
    page: "percents")
  static let meanAsPercent = CheckRule(
    name: "csat-mean-as-percent", severity: .warning,
    summary: "A satisfaction in percent has the values of a mean of answers, such as 4.2.",
    reason: "4.2 percent satisfied is a disaster, 4.2 out of 5 is good; under one name the two get "
      + "compared.",
    cure: "Make the unit a score with the scale of the answers, or write the share of satisfied "
      + "customers.",
    page: "percents")

  static let rules = [percentAsFraction, percentBelowOne, npsAsFraction, meanAsPercent]

  static func check(_ subject: CheckSubject, _ findings: inout FindingCollector) {
    let percents = subject.measures.filter {
      $0.definition.unit?.kind == .percent && !$0.values.isEmpty && !isPromoterScore($0)
        && !findings.isSilent(percentAsFraction, $0)
    }
    let isColumnOfFractions = checkTogether(percents, &findings)
    for measure in subject.measures where !measure.values.isEmpty {
      if isPromoterScore(measure) {
        checkPromoterScore(measure, &findings)
      } else if measure.definition.unit?.kind == .percent {
        if !isColumnOfFractions { checkPercent(measure, &findings) }
        checkMean(measure, &findings)
      }
    }
  }

  // MARK: Percents

  /// Whether all values lie between -1 and 1, and not all of them are whole.
  private static func areFractions(_ values: [MeasureValue]) -> Bool {
    values.allSatisfy { $0.number >= -1 && $0.number <= 1 }
      && values.contains { $0.number.integer == nil }
  }

  /// Looks at all percent measures as one column, and says whether it is one of fractions.
  private static func checkTogether(
    _ measures: [CheckedMeasure], _ findings: inout FindingCollector
  ) -> Bool {
    // A share of 105 percent, which some measures can be, is 1.05 as a fraction.
    guard measures.count >= 3, let first = measures.first,
      measures.allSatisfy({ $0.values.allSatisfy { $0.number >= -2 && $0.number <= 2 } }),
      measures.reduce(0, { $0 + (areFractions($1.values) ? 1 : 0) }) * 4 >= measures.count * 3,
      measures.contains(where: { $0.nature != .complaints && !canBeSmall($0.definition) })
    else { return false }
    let example = measures.lazy.flatMap(\.values).first { $0.number.integer == nil }
    findings.add(
      percentAsFraction, "measures",
      "the values of all \(measures.count) percent measures look like fractions, such as "
        + "\(example?.number.description ?? "0.5"); multiply them by 100",
      seenIn: first, first.firstValueField)
    return true
  }

  private static func checkPercent(
    _ measure: CheckedMeasure, _ findings: inout FindingCollector
  ) {
    let values = measure.values
    guard areFractions(values), let shown = values.first(where: { $0.number.integer == nil })
    else { return }
    let hundredfold = hundredfold(shown.number)
    switch doubt(measure) {
    case .none:
      findings.add(
        percentAsFraction, measure, shown.field,
        "the \(shown.noun) \(shown.number) reads as \(shown.number) %; multiply the values by 100 "
          + "if \(hundredfold) % is meant")
    case .some:
      findings.add(
        percentBelowOne, measure, shown.field,
        "the \(shown.noun) \(shown.number) reads as \(shown.number) %; if \(hundredfold) % is "
          + "meant, multiply the values by 100")
    case .likelyRight: break
    }
  }

  private enum Doubt { case none, some, likelyRight }

  /// How likely it is that so small a percent is meant as it stands.
  private static func doubt(_ measure: CheckedMeasure) -> Doubt {
    let definition = measure.definition
    let sizes = measure.values.map { $0.number.double.magnitude }
    let largest = sizes.max() ?? 0
    // A scale that ends at 1 says it outright.
    if let maximum = definition.scale?.maximum, maximum <= 1 { return .none }
    switch measure.nature {
    case .retention, .recommendation, .satisfaction, .abandonment: return .none
    case .complaints: return .likelyRight
    case .churn, .returns, .waiting, .dissatisfaction:
      return largest < 0.1 ? .none : largest < 0.35 ? .some : .likelyRight
    case nil: break
    }
    if definition.name.entries.contains(where: {
      NatureWords.of(.satisfaction).occur(in: FoldedText($0.text), $0.language)
    }), !ShareWords.name(definition, holds: ShareWords.belowZero) {
      return .none
    }
    if ShareWords.name(definition, holds: ShareWords.rare) { return .likelyRight }
    if ShareWords.name(definition, holds: ShareWords.modest) {
      return largest < 0.1 ? .some : .likelyRight
    }
    if ShareWords.name(definition, holds: ShareWords.belowZero) { return .likelyRight }
    // Of what should be low, less than one percent is as good a value as any.
    if definition.direction == .lowerIsBetter { return largest < 0.2 ? .some : .likelyRight }
    return largest >= 0.5 ? .none : .some
  }

  private static func canBeSmall(_ measure: KPIDefinition) -> Bool {
    ShareWords.name(measure, holds: ShareWords.rare)
      || ShareWords.name(measure, holds: ShareWords.modest)
      || ShareWords.name(measure, holds: ShareWords.belowZero)
  }

  /// A hundred times the number, rounded so that no binary dust shows.
  private static func hundredfold(_ number: FiniteNumber) -> FiniteNumber {
    FiniteNumber((number.double * 1e8).rounded() / 1e6) ?? number
  }

  // MARK: Scores

  /// Whether the measure is a net promoter score, or a score on its scale.
  private static func isPromoterScore(_ measure: CheckedMeasure) -> Bool {
    let definition = measure.definition
    if let scale = definition.scale, scale.minimum != nil || scale.maximum != nil {
      // A scale of its own, such as -1 to 1, settles it.
      guard scale.minimum == -100, scale.maximum == 100 else { return false }
      return definition.unit?.kind != .percent || isNamedPromoterScore(measure)
    }
    switch definition.unit?.kind {
    case nil, .score, .index, .percent, .percentagePoints: return isNamedPromoterScore(measure)
    default: return false
    }
  }

  private static func isNamedPromoterScore(_ measure: CheckedMeasure) -> Bool {
    if let known = measure.known { return known.scale?.minimum == -100 && known.unit == .score }
    return measure.nature == .recommendation
  }

  private static func checkPromoterScore(
    _ measure: CheckedMeasure, _ findings: inout FindingCollector
  ) {
    guard areFractions(measure.values),
      let shown = measure.values.first(where: { $0.number.integer == nil })
    else { return }
    findings.add(
      npsAsFraction, measure, shown.field,
      "the \(shown.noun) \(shown.number) looks like a fraction of a score that goes from -100 to "
        + "100; multiply the values by 100 to get \(hundredfold(shown.number))")
  }

  // MARK: Means

  private static func checkMean(_ measure: CheckedMeasure, _ findings: inout FindingCollector) {
    guard measure.nature == .satisfaction || measure.known?.base == "customer-satisfaction-score",
      !areFractions(measure.values),
      measure.values.allSatisfy({ $0.number >= 1 && $0.number <= 10 }),
      let shown = measure.values.first
    else { return }
    // A change or a gap of satisfaction can be that small.
    guard !ShareWords.name(measure.definition, holds: ShareWords.belowZero) else { return }
    findings.add(
      meanAsPercent, measure, shown.field,
      "the \(shown.noun) \(shown.number) is a mean of answers, not a percent; "
        + "make the unit a score with its scale, or write the share of satisfied customers")
  }
}
