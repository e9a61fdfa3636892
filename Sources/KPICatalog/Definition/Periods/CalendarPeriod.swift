/// A length of calendar time in one unit, as ISO 8601 writes it: `P3M`, `P1Y`, `P2W`, `P10D`.
public struct CalendarPeriod: Hashable, Sendable {
  /// What is counted.
  public enum Unit: Hashable, Sendable {
    /// Days, `D`.
    case day
    /// Weeks, `W`.
    case week
    /// Months, `M`.
    case month
    /// Years, `Y`.
    case year
  }

  /// How many units, 1 to 9999.
  public let count: Int
  /// The unit.
  public let unit: Unit

  /// Makes a length of time.
  ///
  /// Gives nil if the count is out of range.
  ///
  /// - Parameters:
  ///   - count: 1 to 9999.
  ///   - unit: What is counted.
  public init?(_ count: Int, _ unit: Unit) {
    guard (1...9999).contains(count) else { return nil }
    self.count = count
    self.unit = unit
  }

  /// Reads an ISO 8601 duration of one unit; years with months (`P1Y6M`) become months.
  ///
  /// Gives nil for times of day, fractions, other mixtures and lengths of nothing.
  ///
  /// - Parameter text: Such as `P12M`.
  public init?(_ text: String) {
    var digits = DigitScanner(text)
    guard digits.skip("P"), let count = digits.number(upTo: 4) else { return nil }
    if digits.skip("D") {
      self.init(count, .day)
    } else if digits.skip("W") {
      self.init(count, .week)
    } else if digits.skip("M") {
      self.init(count, .month)
    } else if digits.skip("Y") {
      if let months = digits.number(upTo: 4) {
        guard digits.skip("M") else { return nil }
        self.init(count * 12 + months, .month)
      } else {
        self.init(count, .year)
      }
    } else {
      return nil
    }
    guard digits.isAtEnd else { return nil }
  }

  /// The same length in the largest unit that counts it whole: twelve months as a year, fourteen
  /// days as two weeks.
  var inLargestUnit: CalendarPeriod {
    switch unit {
    case .day where count % 7 == 0: CalendarPeriod(count / 7, .week) ?? self
    case .month where count % 12 == 0: CalendarPeriod(count / 12, .year) ?? self
    default: self
    }
  }
}

extension CalendarPeriod: CustomStringConvertible {
  /// The length as ISO 8601 writes it.
  public var description: String {
    let letter =
      switch unit {
      case .day: "D"
      case .week: "W"
      case .month: "M"
      case .year: "Y"
      }
    return "P" + String(count) + letter
  }
}

/// The length of time one value covers.
public struct MeasureWindow: Hashable, Sendable {
  /// The length.
  public var period: CalendarPeriod
  /// Whether the window moves on with every measurement instead of starting anew; nil if not
  /// stated.
  public var isRolling: Bool?

  /// Makes a window.
  ///
  /// - Parameters:
  ///   - period: The length.
  ///   - isRolling: Whether it moves on; not stated by default.
  public init(_ period: CalendarPeriod, isRolling: Bool? = nil) {
    self.period = period
    self.isRolling = isRolling
  }
}
