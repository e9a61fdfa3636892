/// A closed range of numbers, both ends belonging to it.
public struct ValueRange: Hashable, Sendable {
  /// The lower end.
  public let low: FiniteNumber
  /// The upper end, never below ``low``.
  public let high: FiniteNumber

  /// Makes a range.
  ///
  /// Gives nil if `low` is above `high`.
  ///
  /// - Parameters:
  ///   - low: The lower end.
  ///   - high: The upper end.
  public init?(low: FiniteNumber, high: FiniteNumber) {
    guard low <= high else { return nil }
    self.low = low
    self.high = high
  }

  /// Says whether a number lies in the range; the ends do.
  public func contains(_ number: FiniteNumber) -> Bool {
    low <= number && number <= high
  }

  /// Says whether all of another range lies in this one.
  public func contains(_ other: ValueRange) -> Bool {
    low <= other.low && other.high <= high
  }
}
