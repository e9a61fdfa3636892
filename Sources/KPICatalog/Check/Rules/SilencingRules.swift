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
    for (index, name) in subject.catalog.checks.ignoredRules.enumerated() {
      guard let message = fault(of: name) else { continue }
      findings.add(unknownRule, "checks.ignore[\(index + 1)]", message)
    }
    for measure in subject.measures {
      for (index, name) in measure.definition.ignoredRules.enumerated() {
        guard let message = fault(of: name) else { continue }
        findings.add(unknownRule, measure, "ignore[\(index + 1)]", message)
      }
    }
  }

  private static func fault(of name: String) -> String? {
    guard CheckRule.named(name) == nil else { return nil }
    let cure =
      CheckRule.nearestName(to: name).map { "did you mean '\($0)'?" } ?? "correct or remove it"
    return "'\(CatalogFault.shown(name))' is not a rule; \(cure)"
  }
}
