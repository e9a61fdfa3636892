/// Fields a definition should have.
enum CompletenessRules: RuleFamily {
  static let missingUnit = CheckRule(
    name: "missing-unit", severity: .note,
    summary: "A measure has no unit.",
    reason: "Without a unit 4.2 can be a mean, a percent or a number of days.",
    cure: "State the unit, such as percent, score, count or currency.",
    page: "completeness")
  static let missingDirection = CheckRule(
    name: "missing-direction", severity: .note,
    summary: "A measure does not say which way is better.",
    reason: "Without a direction no status and no progress can be shown.",
    cure: "State the direction: higher, lower, range, or none if it is for information only.",
    page: "completeness")
  static let missingFrequency = CheckRule(
    name: "missing-frequency", severity: .note,
    summary: "A measure does not say how often it is measured.",
    reason: "A figure nobody knows when to expect is not missed when it stays away.",
    cure: "State the frequency, such as P1M for monthly or P3M for quarterly.",
    page: "completeness")
  static let missingOwner = CheckRule(
    name: "missing-owner", severity: .note,
    summary: "A measure names nobody who answers for it.",
    reason: "A measure without an owner is discussed but not improved.",
    cure: "Name the person or role.",
    page: "completeness")
  static let missingTarget = CheckRule(
    name: "missing-target", severity: .note,
    summary: "A measure has no target.",
    reason: "Without a target a value is neither good nor bad.",
    cure: "Set a target and its date; make the direction none if the measure only informs.",
    page: "completeness")

  static let rules = [missingUnit, missingDirection, missingFrequency, missingOwner, missingTarget]

  private struct Field: Sendable {
    let rule: CheckRule
    let name: String
    let noun: String
    let cure: String
    /// Whether the measure should have the field.
    let isDue: @Sendable (CheckedMeasure) -> Bool
    let isThere: @Sendable (KPIDefinition) -> Bool

    var indefinite: String { (noun == "owner" ? "an " : "a ") + noun }
  }

  private static let fields = [
    Field(
      rule: missingUnit, name: "unit", noun: "unit", cure: "state it",
      isDue: { isNumber($0.definition) }, isThere: { $0.unit != nil }),
    Field(
      rule: missingDirection, name: "direction", noun: "direction",
      cure: "say which way is better", isDue: { isNumber($0.definition) },
      isThere: { $0.direction != nil }),
    Field(
      rule: missingFrequency, name: "frequency", noun: "frequency",
      cure: "say how often it is measured", isDue: { _ in true },
      isThere: { $0.frequency != nil }),
    Field(
      rule: missingOwner, name: "owner", noun: "owner", cure: "say who answers for it",
      isDue: { !isDraft($0.definition) },
      isThere: { $0.owner?.contains { !$0.isWhitespace } ?? false }),
    Field(
      rule: missingTarget, name: "targets", noun: "target", cure: "set one with its date",
      isDue: {
        !isDraft($0.definition) && isNumber($0.definition)
          && $0.definition.direction != .unjudged
      },
      isThere: { !$0.targets.isEmpty }),
  ]

  static func check(_ subject: CheckSubject, _ findings: inout FindingCollector) {
    guard !subject.isOverlay else { return }
    for field in fields {
      let due = subject.measures.filter {
        !$0.isRetired && field.isDue($0) && !findings.isSilent(field.rule, $0)
      }
      let missing = due.filter { !field.isThere($0.definition) }
      // What no measure has is one fault of the catalog, not one of each measure.
      if missing.count == due.count, missing.count >= 3 {
        findings.add(
          field.rule, "measures",
          "none of the \(missing.count) measures has \(field.indefinite); \(field.cure)")
        continue
      }
      for measure in missing {
        let hint = field.name == "direction" ? suggestion(measure) : nil
        findings.add(
          field.rule, measure, field.name, "the \(field.noun) is missing; \(hint ?? field.cure)")
      }
    }
  }

  private static func isDraft(_ measure: KPIDefinition) -> Bool {
    measure.lifecycle?.state == .draft
  }

  /// Whether the values are numbers, so that a unit, a direction and a target mean something.
  private static func isNumber(_ measure: KPIDefinition) -> Bool {
    switch measure.valueType {
    case .choice, .text: return false
    default: break
    }
    switch measure.unit?.kind {
    case .choice, .text: return false
    default: return true
    }
  }

  /// What the baseline and the target suggest as the direction, which is for people to confirm.
  private static func suggestion(_ measure: CheckedMeasure) -> String? {
    guard let baseline = measure.definition.baseline?.value,
      case .value(let target)? = measure.definition.targets.last?.goal, target != baseline
    else { return nil }
    return target > baseline
      ? "the target is above the baseline, which suggests 'higher'"
      : "the target is below the baseline, which suggests 'lower'"
  }
}
