/// What a check has found.
public struct CheckReport: Hashable, Sendable {
  /// The findings, those about the catalog first, then measure by measure.
  public var findings: [CheckFinding]
  /// How many measures were checked.
  public var measureCount: Int
  /// Below this severity nothing was looked for.
  public var minimumSeverity: CheckSeverity

  /// Makes a report.
  ///
  /// - Parameters:
  ///   - findings: The findings, in order.
  ///   - measureCount: How many measures were checked.
  ///   - minimumSeverity: The least severity looked for; notes too by default.
  public init(
    findings: [CheckFinding], measureCount: Int, minimumSeverity: CheckSeverity = .note
  ) {
    self.findings = findings
    self.measureCount = measureCount
    self.minimumSeverity = minimumSeverity
  }

  /// The greatest severity of all findings, or nil if there is none.
  public var severity: CheckSeverity? { findings.map(\.severity).max() }

  /// The severities looked for, the greatest first.
  var severities: [CheckSeverity] { CheckSeverity.allCases.filter { $0 >= minimumSeverity } }

  /// How many findings have a severity.
  public func count(of severity: CheckSeverity) -> Int {
    findings.reduce(0) { $0 + ($1.severity == severity ? 1 : 0) }
  }

  /// The findings of one rule.
  ///
  /// - Parameter name: The rule's name.
  /// - Returns: Its findings, in order.
  public func findings(of name: String) -> [CheckFinding] {
    findings.filter { $0.rule.name == name }
  }
}
