/// Rules that are silenced by a name no rule has.
enum SilencingRules: RuleFamily {
  static let unknownRule = CheckRule(
    name: "unknown-rule", severity: .warning,
    summary: "'ignore' names a rule that does not exist.",
    reason: "A misspelled name silences nothing.",
    cure: "Correct the name, or remove it.",
    page: "silencing")

  static let rules = [unknownRule]

  static func check(_ subject: CheckSubject, _ findings: inout FindingCollector) {
    // Hints cost time; a file of thousands of wrong names needs no more of them.
    var hints = 100
    for (index, name) in subject.catalog.checks.ignoredRules.enumerated() {
      guard let message = fault(of: name, &hints) else { continue }
      findings.add(unknownRule, "checks.ignore[\(index + 1)]", message)
    }
    for measure in subject.measures {
      for (index, name) in measure.definition.ignoredRules.enumerated() {
        guard let message = fault(of: name, &hints) else { continue }
        findings.add(unknownRule, measure, "ignore[\(index + 1)]", message)
      }
    }
  }

  private static func fault(of name: String, _ hints: inout Int) -> String? {
    guard CheckRule.named(name) == nil else { return nil }
    let near = hints > 0 ? CheckRule.nearestName(to: name) : nil
    hints -= 1
    let cure = near.map { "did you mean '\($0)'?" } ?? "correct or remove it"
    return "'\(CatalogFault.shown(name))' is not a rule; \(cure)"
  }
}
