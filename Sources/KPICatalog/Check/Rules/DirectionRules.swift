/// A direction that contradicts what the measure is about.
enum DirectionRules: RuleFamily {
  static let directionAgainstNature = CheckRule(
    name: "direction-against-nature", severity: .warning,
    summary: "The direction is the reverse of what the measure is about: churn marked higher is "
      + "better, satisfaction marked lower.",
    reason:
      "One wrong direction turns the colors, the progress and the ranking of a measure round.",
    cure: "Correct the direction; if leaving is the goal here, silence the rule for the measure.",
    page: "directions")

  static let rules = [directionAgainstNature]

  static func check(_ subject: CheckSubject, _ findings: inout FindingCollector) {
    for measure in subject.measures {
      guard let stated = measure.definition.direction, let opposite = stated.opposite,
        naturalDirection(of: measure) == opposite
      else { continue }
      let why =
        if let nature = measure.nature, nature.direction == opposite {
          "it is about \(nature.noun)"
        } else {
          "of \(measure.known?.id.text ?? measure.definition.id.text) \(opposite.inWords)"
        }
      findings.add(
        directionAgainstNature, measure, "direction",
        "the direction says \(stated.inWords), but \(why); make it '\(opposite.rawValue)'")
    }
  }

  /// The direction a measure has by what it is about; nil if that settles nothing.
  static func naturalDirection(of measure: CheckedMeasure) -> Direction? {
    let definition = measure.definition
    // Effort runs either way; the rules about effort look at that.
    if EffortRules.isEffort(measure) { return nil }
    // Leaving can be the goal of those who are helped or taught.
    if measure.nature == .retention || measure.nature == .churn
      || measure.known?.base == "customer-retention-rate"
      || measure.known?.base == "customer-churn-rate"
    {
      switch definition.audience {
      case .beneficiary, .student, .constituent: return nil
      default: break
      }
    }
    let byName = measure.nature?.direction
    var byDefinition: Direction?
    if let known = measure.known, definition.unit == nil || known.unit == definition.unit?.kind {
      byDefinition = known.direction
      // A definition that judges neither way settles that the name does not either.
      if byDefinition == .unjudged { return nil }
    }
    if let byName, let byDefinition, byName != byDefinition { return nil }
    return byDefinition ?? byName
  }
}
