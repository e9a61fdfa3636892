/// Targets that contradict each other, the baseline, or the calendar.
enum TargetRules: RuleFamily {
  static let targetsNotMonotone = CheckRule(
    name: "targets-not-monotone", severity: .note,
    summary: "A later target is worse than an earlier one.",
    reason: "Targets mostly tighten from year to year, so a step back is often two swapped cells.",
    cure: "Check the two targets; keep them if the step back is meant, and say why in the note.",
    page: "targets")
  static let baselineBeatsTarget = CheckRule(
    name: "baseline-beats-target", severity: .note,
    summary: "The baseline is already better than the last target.",
    reason: "A target that was passed before the start steers nothing, or the direction is wrong.",
    cure: "Raise the target, or correct the direction.",
    page: "targets")
  static let targetInThePast = CheckRule(
    name: "target-in-the-past", severity: .warning,
    summary: "Every target was due before the day given.",
    reason: "A measure whose last target has passed is followed by nobody.",
    cure: "Set the next target, or retire the measure.",
    page: "targets")

  static let rules = [targetsNotMonotone, baselineBeatsTarget, targetInThePast]

  private struct Dated {
    let index: Int
    let target: Target
    let day: CivilDate
  }

  static func check(_ subject: CheckSubject, _ findings: inout FindingCollector) {
    for measure in subject.measures where !measure.definition.targets.isEmpty {
      let dated = measure.definition.targets.enumerated().compactMap { index, target in
        target.by?.lastDay(fiscalYearStart: subject.catalog.fiscalYearStart).map {
          Dated(index: index, target: target, day: $0)
        }
      }.sorted { ($0.day, $0.index) < ($1.day, $1.index) }
      if let direction = measure.definition.direction, direction.opposite != nil {
        checkSteps(dated, direction, measure, &findings)
        checkBaseline(dated, direction, measure, &findings)
      }
      if let today = subject.today, !measure.isRetired {
        checkDates(dated, today, measure, &findings)
      }
    }
  }

  private static func checkSteps(
    _ dated: [Dated], _ direction: Direction, _ measure: CheckedMeasure,
    _ findings: inout FindingCollector
  ) {
    for (earlier, later) in zip(dated, dated.dropFirst()) where earlier.day < later.day {
      let before = earlier.target.goal.least(direction)
      let after = later.target.goal.least(direction)
      guard direction.isBetter(before, than: after) == true else { continue }
      findings.add(
        targetsNotMonotone, measure, "targets[\(later.index + 1)]",
        "the target \(later.target.goal.inWords)\(by(later.target)) is worse than "
          + "\(earlier.target.goal.inWords)\(by(earlier.target)), as \(direction.inWords); "
          + "check whether they are swapped")
    }
  }

  private static func checkBaseline(
    _ dated: [Dated], _ direction: Direction, _ measure: CheckedMeasure,
    _ findings: inout FindingCollector
  ) {
    guard let baseline = measure.definition.baseline?.value,
      let last = dated.last?.target ?? measure.definition.targets.last,
      // Targets that are not all dated may stand in any order; then none may be ahead.
      dated.count == measure.definition.targets.count
        || measure.definition.targets.allSatisfy({
          direction.isBetter(baseline, than: $0.goal.best(direction)) == true
        }),
      direction.isBetter(baseline, than: last.goal.best(direction)) == true
    else { return }
    findings.add(
      baselineBeatsTarget, measure, "baseline.value",
      "the baseline \(baseline) is already better than the target \(last.goal.inWords), as "
        + "\(direction.inWords); raise the target or correct the direction")
  }

  private static func checkDates(
    _ dated: [Dated], _ today: CivilDate, _ measure: CheckedMeasure,
    _ findings: inout FindingCollector
  ) {
    // A target without a date is always ahead.
    guard dated.count == measure.definition.targets.count, let last = dated.last, last.day < today
    else { return }
    findings.add(
      targetInThePast, measure, "targets[\(last.index + 1)].by",
      "the last target was due\(by(last.target)), before \(today); "
        + "set the next one or retire the measure")
  }

  private static func by(_ target: Target) -> String {
    target.by.map { " by \($0)" } ?? ""
  }
}
