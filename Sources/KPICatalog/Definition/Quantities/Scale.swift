/// The values a measure can take.
public struct Scale: Hashable, Sendable {
  /// The smallest value, or nil if the scale is open below.
  public let minimum: FiniteNumber?
  /// The largest value, or nil if the scale is open above; never below ``minimum``.
  public let maximum: FiniteNumber?
  /// The distance between two neighboring values, above zero; nil if any value between the ends can
  /// occur.
  public let step: FiniteNumber?
  /// Whether a value outside is an error (true) or worth a warning only (false).
  public let isHard: Bool

  /// Makes a scale.
  ///
  /// Gives nil if the minimum is above the maximum or the step is not above zero.
  ///
  /// - Parameters:
  ///   - minimum: The smallest value, nil for an open end.
  ///   - maximum: The largest value, nil for an open end.
  ///   - step: The distance between two values, nil when there is none.
  ///   - isHard: Whether a value outside is an error.
  public init?(
    minimum: FiniteNumber? = nil, maximum: FiniteNumber? = nil, step: FiniteNumber? = nil,
    isHard: Bool = false
  ) {
    if let minimum, let maximum, minimum > maximum { return nil }
    if let step, step <= 0 { return nil }
    self.minimum = minimum
    self.maximum = maximum
    self.step = step
    self.isHard = isHard
  }

  /// Says whether a number lies between the ends.
  ///
  /// The ``step`` is not looked at.
  public func contains(_ number: FiniteNumber) -> Bool {
    if let minimum, number < minimum { return false }
    if let maximum, number > maximum { return false }
    return true
  }

  /// Both ends as a range, or nil if one is open.
  public var range: ValueRange? {
    guard let minimum, let maximum else { return nil }
    return ValueRange(low: minimum, high: maximum)
  }
}
