/// What customers say beside what they do.
enum PairingRules: RuleFamily {
  static let oneKindOnly = CheckRule(
    name: "one-kind-only", severity: .warning,
    summary: "All customer measures are opinion, or all are activity.",
    reason: "Customers who say they are content may never buy again, and those who complain may "
      + "come back every fortnight; one kind alone misleads.",
    cure: "Add measures of the other kind, such as the renewal rate or a satisfaction score.",
    page: "opinion-and-activity")
  static let opinionWithoutPair = CheckRule(
    name: "opinion-without-pair", severity: .note,
    summary: "An opinion measure names no activity measure that tests it.",
    reason: "What people say becomes useful when it is laid beside what they do.",
    cure: "Name the activity measure in 'pairedWith', such as repeat-purchase-rate.",
    page: "opinion-and-activity")
  static let pairUnknown = CheckRule(
    name: "pair-unknown", severity: .warning,
    summary: "'pairedWith' names a measure the catalog does not have.",
    reason: "The pair cannot be shown, and nobody notices that the test is gone.",
    cure: "Add the measure, correct the id, or remove the pair.",
    page: "opinion-and-activity")
  static let pairNotActivity = CheckRule(
    name: "pair-not-activity", severity: .warning,
    summary: "'pairedWith' names an opinion measure, or the measure itself.",
    reason: "An opinion cannot be tested by another opinion.",
    cure: "Name a measure of what customers do.",
    page: "opinion-and-activity")

  static let rules = [oneKindOnly, opinionWithoutPair, pairUnknown, pairNotActivity]

  static func check(_ subject: CheckSubject, _ findings: inout FindingCollector) {
    checkPairs(subject, &findings)
    guard !subject.isOverlay else { return }
    let inUse = subject.measures.filter { !$0.isRetired && $0.isAboutCustomers }
    checkKinds(inUse, &findings)
    checkUnpaired(inUse, &findings)
  }

  // MARK: Kinds

  private static func checkKinds(_ measures: [CheckedMeasure], _ findings: inout FindingCollector) {
    // Where one kind is unknown the other may well be there.
    guard measures.count >= 2, let kind = measures.first?.kind,
      measures.allSatisfy({ $0.kind == kind })
    else { return }
    switch kind {
    case .opinion:
      findings.add(
        oneKindOnly, "measures",
        "all \(measures.count) customer measures are opinion, what customers say; add some of what "
          + "they do, such as renewal-rate or repeat-purchase-rate")
    case .activity:
      findings.add(
        oneKindOnly, "measures",
        "all \(measures.count) customer measures are activity, what customers do; add some of what "
          + "they say, such as net-promoter-score or customer-satisfaction-score")
    }
  }

  // MARK: Pairs

  private static func checkUnpaired(
    _ measures: [CheckedMeasure], _ findings: inout FindingCollector
  ) {
    // Without activity measures there is nothing to name.
    guard measures.contains(where: { $0.kind == .activity }) else { return }
    let opinions = measures.filter(needsPair)
    let unpaired = opinions.filter {
      $0.definition.pairedWith.isEmpty && !findings.isSilent(opinionWithoutPair, $0)
    }
    if unpaired.count == opinions.count, unpaired.count >= 3 {
      findings.add(
        opinionWithoutPair, "measures",
        "none of the \(unpaired.count) opinion measures names an activity measure that tests it; "
          + "pair them by 'pairedWith'", seenIn: unpaired.first, nil)
      return
    }
    for measure in unpaired {
      findings.add(
        opinionWithoutPair, measure, "pairedWith",
        "no activity measure tests this opinion; name one in 'pairedWith'")
    }
  }

  /// Whether a measure is an opinion that a deed could test: one that is judged, and that customers
  /// are asked for instead of a system counting it.
  private static func needsPair(_ measure: CheckedMeasure) -> Bool {
    guard measure.kind == .opinion, measure.definition.direction != .unjudged else { return false }
    switch measure.definition.method?.kind {
    case .system, .manual: return false
    default: return true
    }
  }

  private static func checkPairs(_ subject: CheckSubject, _ findings: inout FindingCollector) {
    let kinds = Dictionary(
      subject.measures.map { ($0.definition.id, $0.kind) },
      uniquingKeysWith: { first, _ in first })
    for measure in subject.measures {
      for (index, pair) in measure.definition.pairedWith.enumerated() {
        let field = "pairedWith[\(index + 1)]"
        if pair == measure.definition.id {
          findings.add(
            pairNotActivity, measure, field,
            "the measure is paired with itself; name a measure of what customers do")
        } else if let kind = kinds[pair] ?? kinds[pair.base] {
          guard kind == .opinion, measure.kind == .opinion else { continue }
          findings.add(
            pairNotActivity, measure, field,
            "'\(pair)' is opinion too; name a measure of what customers do")
        } else if !subject.isOverlay {
          let cure =
            KnownMeasures.has(pair)
            ? "add it from customer-measures or remove the pair"
            : "correct the id or remove the pair"
          findings.add(pairUnknown, measure, field, "there is no measure '\(pair)'; \(cure)")
        }
      }
    }
  }
}
