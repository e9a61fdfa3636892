/// Thresholds that contradict themselves, the direction or the target.
enum ThresholdRules: RuleFamily {
  static let amberBetterThanGreen = CheckRule(
    name: "amber-better-than-green", severity: .error,
    summary: "The amber boundary is better than the green one.",
    reason: "With the boundaries the wrong way round, a value that should warn shows as good.",
    cure: "Swap the boundaries.",
    page: "thresholds")
  static let thresholdsAgainstDirection = CheckRule(
    name: "thresholds-against-direction", severity: .warning,
    summary: "The thresholds are made for another direction than the one stated.",
    reason: "Every status shown would be the reverse of the truth, or none could be shown.",
    cure: "Correct the direction, or write the thresholds for it.",
    page: "thresholds")
  static let targetOutsideGreen = CheckRule(
    name: "target-outside-green", severity: .warning,
    summary: "The target does not lie in the green band.",
    reason: "A measure that has just reached its target would not show green.",
    cure: "Move the green boundary to the target or to the worse side of it.",
    page: "thresholds")
  static let percentOfTargetAtZero = CheckRule(
    name: "percent-of-target-at-zero", severity: .warning,
    summary: "Thresholds are percents of a target, but the target is zero or below, or the scale "
      + "goes below zero.",
    reason: "A percent of zero or of a negative number says nothing about better or worse.",
    cure: "Write the thresholds as values of the measure, with mode 'absolute'.",
    page: "thresholds")

  static let rules = [
    amberBetterThanGreen, thresholdsAgainstDirection, targetOutsideGreen, percentOfTargetAtZero,
  ]

  static func check(_ subject: CheckSubject, _ findings: inout FindingCollector) {
    for measure in subject.measures {
      guard let thresholds = measure.definition.thresholds else { continue }
      if checkPercentOfTarget(thresholds, measure, &findings) { continue }
      guard let direction = measure.definition.direction,
        checkOrder(thresholds, direction, measure, &findings)
      else { continue }
      checkTarget(thresholds, direction, measure, &findings)
    }
  }

  /// Says whether percents of the target mean nothing.
  private static func checkPercentOfTarget(
    _ thresholds: Thresholds, _ measure: CheckedMeasure, _ findings: inout FindingCollector
  ) -> Bool {
    guard thresholds.mode == .percentOfTarget else { return false }
    let cure = "write the thresholds as values, with mode 'absolute'"
    if let index = measure.definition.targets.firstIndex(where: {
      $0.goal.least(.higherIsBetter) <= 0
    }) {
      let goal = measure.definition.targets[index].goal.inWords
      findings.add(
        percentOfTargetAtZero, measure, "thresholds.mode",
        "the thresholds are percents of the target, which is \(goal); \(cure)")
      return true
    }
    if let minimum = measure.definition.scale?.minimum, minimum < 0 {
      findings.add(
        percentOfTargetAtZero, measure, "thresholds.mode",
        "the thresholds are percents of the target, but the scale begins at \(minimum); \(cure)")
      return true
    }
    return false
  }

  // MARK: Order and direction

  /// Says whether the thresholds fit the direction.
  private static func checkOrder(
    _ thresholds: Thresholds, _ direction: Direction, _ measure: CheckedMeasure,
    _ findings: inout FindingCollector
  ) -> Bool {
    switch (direction, thresholds.green ?? thresholds.amber) {
    case (.unjudged, _):
      findings.add(
        thresholdsAgainstDirection, measure, "thresholds",
        "there are thresholds, but the direction is none, which is never colored; "
          + "state a direction or remove the thresholds")
      return false
    case (.withinRange, .boundary):
      findings.add(
        thresholdsAgainstDirection, measure, "thresholds",
        "the measure is good within a range, but the thresholds are single numbers; "
          + "give each a 'low' and a 'high'")
      return false
    case (.higherIsBetter, .range), (.lowerIsBetter, .range):
      findings.add(
        thresholdsAgainstDirection, measure, "thresholds",
        "the thresholds are ranges, but \(direction.inWords); give one number for each color, "
          + "or make the direction 'range'")
      return false
    default: break
    }
    switch (thresholds.green, thresholds.amber) {
    case (.boundary(let green)?, .boundary(let amber)?):
      guard direction.isBetter(amber, than: green) == true else { return true }
      addReversed(green, amber, direction, measure, &findings)
      return false
    case (.range(let green)?, .range(let amber)?):
      guard !amber.contains(green) else { return true }
      findings.add(
        amberBetterThanGreen, measure, "thresholds.amber",
        "the amber range \(amber.low) to \(amber.high) does not hold the green one, \(green.low) "
          + "to \(green.high); widen it, as green is the inner part")
      return false
    default: return true
    }
  }

  private static func addReversed(
    _ green: FiniteNumber, _ amber: FiniteNumber, _ direction: Direction, _ measure: CheckedMeasure,
    _ findings: inout FindingCollector
  ) {
    if directionIsWrong(green, direction, measure) {
      findings.add(
        thresholdsAgainstDirection, measure, "direction",
        "green \(green) and amber \(amber) mean that \(direction.opposite?.inWords ?? ""), but the "
          + "direction says \(direction.inWords); correct the direction or swap the boundaries")
    } else {
      findings.add(
        amberBetterThanGreen, measure, "thresholds.amber",
        "amber \(amber) is better than green \(green), as \(direction.inWords); swap them")
    }
  }

  /// Whether the rest of the definition agrees with the thresholds and not with the direction.
  private static func directionIsWrong(
    _ green: FiniteNumber, _ direction: Direction, _ measure: CheckedMeasure
  ) -> Bool {
    guard let opposite = direction.opposite else { return false }
    // A target that is green only the other way round.
    let goals = measure.definition.targets.map(\.goal)
    if !goals.isEmpty, thresholdsAreValues(measure) {
      return goals.contains { opposite.isBetter(green, than: $0.best(opposite)) == false }
    }
    let natural = DirectionRules.naturalDirection(of: measure)
    return natural == opposite
  }

  private static func thresholdsAreValues(_ measure: CheckedMeasure) -> Bool {
    measure.definition.thresholds?.mode == .absolute
  }

  // MARK: Target

  private static func checkTarget(
    _ thresholds: Thresholds, _ direction: Direction, _ measure: CheckedMeasure,
    _ findings: inout FindingCollector
  ) {
    guard let green = thresholds.green else { return }
    if thresholds.mode == .percentOfTarget {
      guard !measure.definition.targets.isEmpty, !isGreen(.value(100), green, direction) else {
        return
      }
      findings.add(
        targetOutsideGreen, measure, "thresholds.green",
        "100 percent of the target is not green, as green is \(inWords(green)); "
          + "move the green boundary to 100 or to the worse side of it")
      return
    }
    let goals = measure.definition.targets.compactMap { onThresholds($0.goal, measure) }
    // Of targets for several years one is the one the thresholds are for.
    guard let last = goals.last, !goals.contains(where: { isGreen($0, green, direction) }) else {
      return
    }
    let shown = measure.definition.targets.last?.goal.inWords ?? last.inWords
    findings.add(
      targetOutsideGreen, measure, "thresholds.green",
      "the target \(shown) is not green, as green is \(inWords(green)) and \(direction.inWords); "
        + "move the green boundary or the target")
  }

  /// The goal in the terms of the thresholds; nil where the scale does not tell.
  private static func onThresholds(
    _ goal: Target.Goal, _ measure: CheckedMeasure
  ) -> Target.Goal? {
    guard measure.definition.thresholds?.mode == .percentOfRange else { return goal }
    guard let range = measure.definition.scale?.range, range.low < range.high else { return nil }
    func part(_ number: FiniteNumber) -> FiniteNumber? {
      let part = (number.double - range.low.double) / (range.high.double - range.low.double)
      return FiniteNumber(100 * part)
    }
    switch goal {
    case .value(let value): return part(value).map { .value($0) }
    case .range(let range):
      guard let low = part(range.low), let high = part(range.high) else { return nil }
      return ValueRange(low: low, high: high).map { .range($0) }
    }
  }

  /// Whether at least the best part of a goal is green.
  private static func isGreen(
    _ goal: Target.Goal, _ green: Thresholds.Band, _ direction: Direction
  ) -> Bool {
    switch green {
    case .boundary(let boundary):
      return direction.isBetter(boundary, than: goal.best(direction)) == false
    case .range(let range):
      switch goal {
      case .value(let value): return range.contains(value)
      case .range(let goal): return range.contains(goal) || goal.contains(range)
      }
    }
  }

  private static func inWords(_ band: Thresholds.Band) -> String {
    switch band {
    case .boundary(let boundary): boundary.description
    case .range(let range): "\(range.low) to \(range.high)"
    }
  }
}
