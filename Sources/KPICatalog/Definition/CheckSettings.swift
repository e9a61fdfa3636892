/// What a catalog asks of its checks; `checks` in a catalog file.
public struct CheckSettings: Hashable, Sendable {
  /// The names of rules that say nothing about this catalog, such as `missing-owner`; `ignore` in a
  /// file.
  ///
  /// A name that is no rule's is kept, and reported by the checks.
  public var ignoredRules: [String]

  /// Makes settings.
  ///
  /// - Parameter ignoredRules: The names of rules to leave out; none by default.
  public init(ignoredRules: [String] = []) {
    self.ignoredRules = ignoredRules
  }
}
