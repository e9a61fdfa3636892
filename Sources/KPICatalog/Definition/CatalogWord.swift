/// A closed list of words a catalog may use for one thing.
protocol CatalogWord: RawRepresentable, CaseIterable, Sendable where RawValue == String {
  /// What one of the words is, with its article, as in `a direction`.
  static var noun: String { get }
  /// The word meant by another spelling that deserves a hint, or nil.
  static func meant(by text: String) -> Self?
  /// Other spellings worth naming beside the words themselves, as people say them.
  static var spoken: [String] { get }
}

extension CatalogWord {
  /// No other spelling is known.
  static func meant(by text: String) -> Self? { nil }
  /// There is nothing to name.
  static var spoken: [String] { [] }
}
