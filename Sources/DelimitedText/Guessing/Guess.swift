/// How far a guess can be relied on.
public enum Certainty: Int, Sendable, Hashable, Comparable {
  /// Nothing spoke for it, or as much spoke against it.
  case unsure
  /// What was seen fits, and fits nothing else as well.
  case likely
  /// The text or the caller says so.
  case certain

  /// Whether the first is less to be relied on.
  ///
  /// - Parameters:
  ///   - first: A certainty.
  ///   - second: Another.
  /// - Returns: Whether `first` is the lower.
  public static func < (first: Certainty, second: Certainty) -> Bool {
    first.rawValue < second.rawValue
  }
}

extension Certainty: CustomStringConvertible {
  /// The word for it.
  public var description: String {
    switch self {
    case .unsure: "unsure"
    case .likely: "likely"
    case .certain: "certain"
    }
  }
}

/// A value found by looking at a sample, with what speaks for it.
public struct Guess<Value: Sendable>: Sendable {
  /// The value, usable whatever its certainty.
  public var value: Value

  /// How far it can be relied on.
  public var certainty: Certainty

  /// Why, in a clause: `9 of 9 records have 5 fields`.
  public var reason: String

  /// Makes a guess.
  ///
  /// - Parameters:
  ///   - value: The value.
  ///   - certainty: How far it can be relied on.
  ///   - reason: Why, in a clause.
  public init(_ value: Value, _ certainty: Certainty, because reason: String) {
    self.value = value
    self.certainty = certainty
    self.reason = reason
  }
}
