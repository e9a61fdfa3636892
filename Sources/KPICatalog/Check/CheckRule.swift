/// One rule of the domain: its name, how much it matters, and why it exists.
public struct CheckRule: Hashable, Sendable {
  /// The name by which it is silenced and looked up: small letters and hyphens.
  public let name: String
  /// How much its findings matter; each rule has one severity.
  public let severity: CheckSeverity
  /// What it finds, one sentence.
  public let summary: String
  /// Why that matters, one sentence.
  public let reason: String
  /// How to mend it, one sentence.
  public let cure: String
  /// The page of the documentation, a file's name without ending in `docs/rules`; its anchor there
  /// is ``name``.
  public let page: String

  /// Every rule, family by family.
  public static let all: [CheckRule] = RuleFamilies.all.flatMap { $0.rules }

  private static let byName: [String: CheckRule] = Dictionary(
    all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  /// The rule of this name, or nil.
  ///
  /// - Parameter name: The name exactly.
  /// - Returns: The rule.
  public static func named(_ name: String) -> CheckRule? { byName[name] }

  /// The name of the rule somebody probably meant, or nil if none is near.
  ///
  /// - Parameter name: A name that is no rule's.
  /// - Returns: A rule's name.
  public static func nearestName(to name: String) -> String? {
    SpellingSuggestion.nearest(to: name, among: all.map(\.name))
  }
}

extension CheckRule: CustomStringConvertible {
  /// The name.
  public var description: String { name }
}
