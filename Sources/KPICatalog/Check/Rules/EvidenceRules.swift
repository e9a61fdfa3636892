/// Where the data come from: opinion needs a method, activity a source.
enum EvidenceRules: RuleFamily {
  static let opinionWithoutMethod = CheckRule(
    name: "opinion-without-method", severity: .warning,
    summary: "A measure of what customers say does not tell how they are asked.",
    reason: "The same question by mail, by telephone and at the counter gives three different "
      + "scores.",
    cure: "State the method: survey, focusGroup, interview, feedbackForm, review or another.",
    page: "opinion-and-activity")
  static let activityWithoutSource = CheckRule(
    name: "activity-without-source", severity: .warning,
    summary: "A measure of what customers do does not tell where its data lie.",
    reason: "Hard data are only hard if everybody can find the record they were counted from.",
    cure: "State the source: the system or register, such as the CRM or the order system.",
    page: "opinion-and-activity")
  static let initiativeColumn = CheckRule(
    name: "initiative-column", severity: .note,
    summary: "A column of initiatives or projects is filled for measures of the customer "
      + "perspective.",
    reason: "The customer perspective is about results; projects that bring them about belong to "
      + "processes and to learning and growth.",
    cure:
      "Move the initiatives to the measures of those perspectives; the column is kept as it is.",
    page: "opinion-and-activity")

  static let rules = [opinionWithoutMethod, activityWithoutSource, initiativeColumn]

  static func check(_ subject: CheckSubject, _ findings: inout FindingCollector) {
    if !subject.isOverlay {
      let inUse = subject.measures.filter { !$0.isRetired }
      add(
        opinionWithoutMethod, "method", inUse.filter { $0.kind == .opinion }, saysHow,
        "says how customers are asked", "state the method, such as survey", &findings)
      add(
        activityWithoutSource, "source", inUse.filter { $0.kind == .activity }, saysWhere,
        "says where the data lie", "state the system or record, such as the CRM", &findings)
    }
    checkInitiatives(subject, &findings)
  }

  /// Adds the measures that lack something: one by one, or where all of three and more lack it,
  /// once.
  private static func add(
    _ rule: CheckRule, _ field: String, _ measures: [CheckedMeasure],
    _ isThere: (KPIDefinition) -> Bool, _ fault: String, _ cure: String,
    _ findings: inout FindingCollector
  ) {
    let judged = measures.filter { !findings.isSilent(rule, $0) }
    let missing = judged.filter { !isThere($0.definition) }
    if missing.count == judged.count, missing.count >= 3, let kind = missing.first?.kind {
      findings.add(
        rule, "measures",
        "none of the \(missing.count) \(kind.rawValue) measures \(fault); \(cure)",
        seenIn: missing.first, "name")
      return
    }
    for measure in missing { findings.add(rule, measure, field, "nothing \(fault); \(cure)") }
  }

  /// Whether a method, an instrument, or a way of asking named as the source is there.
  private static func saysHow(_ measure: KPIDefinition) -> Bool {
    if measure.method != nil || measure.instrument != nil { return true }
    return measure.source?.entries.contains {
      EvidenceWords.asking.occur(in: FoldedText($0.text), $0.language)
    } ?? false
  }

  /// Whether a source is there, of the measure, of its inputs, or the measures it is computed from.
  private static func saysWhere(_ measure: KPIDefinition) -> Bool {
    if measure.source?.entries.contains(where: { !FoldedText($0.text).words.isEmpty }) == true {
      return true
    }
    if measure.formula?.inputs.contains(where: { $0.source?.isEmpty == false }) == true {
      return true
    }
    if !measure.derivedFrom.isEmpty { return true }
    return measure.method?.text?.isEmpty == false
  }

  // MARK: Initiatives

  private static func checkInitiatives(
    _ subject: CheckSubject, _ findings: inout FindingCollector
  ) {
    var columns: [(header: String, measures: [CheckedMeasure])] = []
    var places: [String: Int] = [:]
    for measure in subject.measures where measure.isAboutCustomers {
      guard !findings.isSilent(initiativeColumn, measure) else { continue }
      for pair in measure.definition.custom
      where isFilled(pair.value) && isInitiative(pair.key) {
        if let place = places[pair.key] {
          columns[place].measures.append(measure)
        } else {
          places[pair.key] = columns.count
          columns.append((pair.key, [measure]))
        }
      }
    }
    for column in columns {
      guard let first = column.measures.first else { continue }
      let count = column.measures.count
      findings.add(
        initiativeColumn, "custom." + column.header,
        "'\(CatalogFault.shown(column.header))' ties initiatives to "
          + "\(count == 1 ? "a customer measure" : "\(count) customer measures"); tie them to "
          + "processes or to learning and growth, as the customer perspective is about results",
        seenIn: first, "custom." + column.header)
    }
  }

  private static func isInitiative(_ header: String) -> Bool {
    let text = FoldedText(header)
    guard !text.words.isEmpty, text.words.count <= 5 else { return false }
    return EvidenceWords.initiatives.occur(in: text, .undetermined)
      || EvidenceWords.projects.equal(text.words)
  }

  private static func isFilled(_ value: CustomValue) -> Bool {
    switch value {
    case .empty, .error, .boolean: false
    case .text(let text): !FoldedText(text).words.isEmpty
    case .number, .date: true
    }
  }
}
