/// Values outside the scale a measure states, or outside what its unit allows.
enum ScaleRules: RuleFamily {
  static let valueOutsideScale = CheckRule(
    name: "value-outside-scale", severity: .error,
    summary: "A baseline, current value, threshold or benchmark lies outside a hard scale.",
    reason: "A hard scale says what the measure can be at all, so either the value or the scale "
      + "is wrong.",
    cure: "Correct the value, correct the scale, or make the scale soft by removing 'hard'.",
    page: "scales")
  static let targetOutsideScale = CheckRule(
    name: "target-outside-scale", severity: .error,
    summary: "A target lies outside a hard scale.",
    reason: "Nobody can ever reach a target the measure cannot take.",
    cure: "Correct the target or the scale.",
    page: "scales")
  static let valueOutsideSoftScale = CheckRule(
    name: "value-outside-soft-scale", severity: .warning,
    summary: "A value lies outside a soft scale, or outside what its unit or its well-known "
      + "definition allows.",
    reason: "Such values are possible but rare, and mostly a slip of the finger or of the formula.",
    cure: "Correct the value, or state the scale the measure really has.",
    page: "scales")
  static let grossRetentionOver100 = CheckRule(
    name: "gross-retention-over-100", severity: .error,
    summary: "A gross revenue retention is above 100 percent.",
    reason: "Gross retention leaves all growth out, so more than 100 percent means that expansion "
      + "slipped in.",
    cure: "Take expansion out of the figure, or call the measure net revenue retention.",
    page: "scales")

  static let rules = [
    valueOutsideScale, targetOutsideScale, valueOutsideSoftScale, grossRetentionOver100,
  ]

  static func check(_ subject: CheckSubject, _ findings: inout FindingCollector) {
    for measure in subject.measures where !measure.values.isEmpty {
      check(measure, &findings)
    }
  }

  private static func check(_ measure: CheckedMeasure, _ findings: inout FindingCollector) {
    let limit = limit(of: measure)
    let isGross = isGrossRetention(measure)
    for value in measure.values {
      if isGross, value.number > 100 {
        findings.add(
          grossRetentionOver100, measure, value.field,
          "the \(value.noun) \(value.number) is above 100, which gross retention cannot be; "
            + "take expansion out of it or call the measure net revenue retention")
        continue
      }
      guard let limit, !limit.scale.contains(value.number) else { continue }
      switch limit.basis {
      case .stated:
        let isHard = limit.scale.isHard
        let rule =
          !isHard
          ? valueOutsideSoftScale : value.role == .target ? targetOutsideScale : valueOutsideScale
        findings.add(
          rule, measure, value.field,
          "the \(value.noun) \(value.number) lies outside the scale \(inWords(limit.scale)); "
            + (isWonBack(measure, value.number)
              ? "won-back customers can lift it above 100, count by identity"
              : "correct the value or the scale"))
      case .definition(let id):
        findings.add(
          valueOutsideSoftScale, measure, value.field,
          "the \(value.noun) \(value.number) lies outside \(inWords(limit.scale)), the range of "
            + "\(id.text); correct it or state the scale it has here")
      case .unit(let words):
        findings.add(
          valueOutsideSoftScale, measure, value.field,
          "the \(value.noun) \(value.number) is below \(words); correct it or state a scale")
      }
    }
  }

  // MARK: Which scale

  private enum Basis {
    case stated
    case definition(KPIIdentifier)
    case unit(String)
  }

  private struct Limit {
    let scale: Scale
    let basis: Basis
  }

  /// The scale to judge by: the measure's own, else that of its definition, else that of its unit.
  private static func limit(of measure: CheckedMeasure) -> Limit? {
    let definition = measure.definition
    if let scale = definition.scale, scale.minimum != nil || scale.maximum != nil {
      return Limit(scale: scale, basis: .stated)
    }
    if let known = measure.known, let scale = known.scale, let unit = definition.unit?.kind,
      known.unit == unit, unit == .percent || scale.minimum == -100
    {
      return Limit(scale: scale, basis: .definition(known.id))
    }
    switch definition.unit?.kind {
    case .percent, .count, .duration, .rate:
      // Changes, margins and balances can be below zero.
      guard !ShareWords.name(definition, holds: ShareWords.belowZero),
        let scale = Scale(minimum: 0)
      else { return nil }
      return Limit(scale: scale, basis: .unit("0"))
    case .rank:
      return Scale(minimum: 1).map { Limit(scale: $0, basis: .unit("1, the best rank")) }
    default: return nil
    }
  }

  private static func inWords(_ scale: Scale) -> String {
    switch (scale.minimum, scale.maximum) {
    case (let low?, let high?): "\(low) to \(high)"
    case (let low?, nil): "from \(low)"
    case (nil, let high?): "up to \(high)"
    case (nil, nil): "open"
    }
  }

  // MARK: Retention

  private static func isGrossRetention(_ measure: CheckedMeasure) -> Bool {
    switch measure.definition.unit?.kind {
    case nil, .percent: break
    default: return false
    }
    return measure.known?.base == "gross-revenue-retention"
      || ShareWords.name(measure.definition, holds: ShareWords.grossRetention)
  }

  private static func isWonBack(_ measure: CheckedMeasure, _ number: FiniteNumber) -> Bool {
    measure.known?.base == "customer-retention-rate" && number > 100
  }
}
