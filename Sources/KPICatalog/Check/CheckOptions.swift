/// What a check looks at.
public struct CheckOptions: Hashable, Sendable {
  /// The names of rules to leave out, besides those the catalog itself leaves out.
  ///
  /// A name that is no rule's does nothing.
  public var ignoredRules: Set<String>
  /// Findings below this severity are left out.
  public var minimumSeverity: CheckSeverity
  /// The day to judge dates by; nil leaves dates alone.
  public var today: CivilDate?

  /// Makes options.
  ///
  /// - Parameters:
  ///   - ignoredRules: The names of rules to leave out; none by default.
  ///   - minimumSeverity: The least severity reported; notes too by default.
  ///   - today: The day to judge dates by; none by default, so that a check gives the same today
  ///     and tomorrow.
  public init(
    ignoredRules: Set<String> = [], minimumSeverity: CheckSeverity = .note,
    today: CivilDate? = nil
  ) {
    self.ignoredRules = ignoredRules
    self.minimumSeverity = minimumSeverity
    self.today = today
  }
}
