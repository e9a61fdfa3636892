/// Objectives anybody could have, and objectives in the wrong voice.
enum ObjectiveRules: RuleFamily {
  static let genericObjective = CheckRule(
    name: "generic-objective", severity: .note,
    summary: "An objective is made only of words every organization uses, and nothing says what "
      + "sets the offer apart.",
    reason:
      "Everybody wants to keep customers longer; an objective steers when it says what you do "
      + "that others do not.",
    cure: "Say what the offer does for the customer, in 'text' or in 'differentiator'.",
    page: "objectives")
  static let customerVoice = CheckRule(
    name: "objective-voice", severity: .note,
    summary: "An objective is marked as the customer's voice but has no first person.",
    reason:
      "In the customer's voice it says 'they save me time', which shows what to do better than "
      + "'save customers' time'.",
    cure: "Write it as a customer would say it, or make the voice 'organisation'.",
    page: "objectives")

  static let rules = [genericObjective, customerVoice]

  static func check(_ subject: CheckSubject, _ findings: inout FindingCollector) {
    for (index, objective) in subject.catalog.objectives.enumerated() {
      for (rule, language, message) in faults(of: objective) {
        findings.add(rule, "objectives[\(index + 1)].text" + language, message)
      }
    }
    for measure in subject.measures {
      guard let objective = measure.definition.objective else { continue }
      for (rule, language, message) in faults(of: objective) {
        findings.add(rule, measure, "objective.text" + language, message)
      }
    }
  }

  private static func faults(
    of objective: Objective
  ) -> [(rule: CheckRule, language: String, message: String)] {
    // Of other languages nothing can be told.
    let entries = objective.text?.entries ?? []
    guard let first = entries.first,
      entries.allSatisfy({ WordLists.knows($0.language) || $0.language == .undetermined })
    else { return [] }
    let shown = CatalogFault.shown(first.text)
    let language = first.language == .undetermined ? "" : "." + first.language.text
    var faults: [(CheckRule, String, String)] = []
    if objective.differentiator?.isEmpty ?? true, entries.allSatisfy(isGeneric) {
      faults.append(
        (
          genericObjective, language,
          "'\(shown)' could be anybody's; say what sets your offer apart"
        ))
    }
    if objective.voice == .customer, !entries.contains(where: isInFirstPerson) {
      faults.append(
        (
          customerVoice, language,
          "'\(shown)' is marked as the customer's voice but says neither I nor we; "
            + "write it as a customer would, or make the voice 'organisation'"
        ))
    }
    return faults
  }

  /// Whether all words that mean something are everybody's.
  private static func isGeneric(_ entry: LocalizedText.Entry) -> Bool {
    let words = meaningfulWords(of: entry.text)
    let languages = entry.language == .undetermined ? WordLists.languages : [entry.language]
    return languages.contains { language in
      let generic = ObjectiveWords.generic.patterns(for: language)
      let small = ObjectiveWords.small.patterns(for: language)
      var found = false
      for word in words {
        if generic.contains(where: { $0.matches(word: word) }) {
          found = true
        } else if !small.contains(where: { $0.matches(word: word) }) {
          return false
        }
      }
      return found
    }
  }

  /// The words without numbers and without the place for the organization's name.
  private static func meaningfulWords(of text: String) -> [String] {
    let placeholders: Set<String> = ["organisation", "organization"]
    var words: [String] = []
    for (index, part) in text.split(separator: "{", omittingEmptySubsequences: false).enumerated() {
      var rest = part
      if index > 0, let end = part.firstIndex(of: "}"),
        placeholders.contains(String(part[..<end]))
      {
        rest = part[part.index(after: end)...]
      }
      words += FoldedText(String(rest)).words
    }
    return words.filter { !$0.utf8.allSatisfy(\.isASCIIDigit) }
  }

  private static func isInFirstPerson(_ entry: LocalizedText.Entry) -> Bool {
    let text = FoldedText(entry.text)
    let patterns = ObjectiveWords.firstPerson.patterns(for: entry.language)
    if patterns.contains(where: { $0.occurs(in: text) }) { return true }
    let first = text.words.first { $0 != "non" && $0 != "no" && $0 != "organisation" }
    return first.map { ObjectiveWords.canBeginInFirstPerson($0, entry.language) } ?? false
  }
}
