/// A day of the Gregorian calendar, without time and time zone.
public struct CivilDate: Hashable, Sendable {
  /// The year, 1 to 9999.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int

  /// Makes a date.
  ///
  /// Gives nil if there is no such day.
  ///
  /// - Parameters:
  ///   - year: 1 to 9999.
  ///   - month: 1 to 12.
  ///   - day: 1 to the length of the month.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.length(ofMonth: month, year: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads a date written as ISO 8601 has it in its extended form, `2026-12-31`.
  ///
  /// Gives nil for any other form and for days that do not exist.
  ///
  /// - Parameter text: Ten characters, nothing before or after.
  public init?(_ text: String) {
    var digits = DigitScanner(text)
    guard let year = digits.number(of: 4), digits.skip("-"), let month = digits.number(of: 2),
      digits.skip("-"), let day = digits.number(of: 2), digits.isAtEnd
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension CivilDate: Comparable {
  /// Orders dates in time.
  public static func < (left: CivilDate, right: CivilDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}

extension CivilDate: CustomStringConvertible {
  /// The date as ISO 8601 has it: `2026-12-31`.
  public var description: String {
    DigitScanner.text(year, digits: 4) + "-" + DigitScanner.text(month, digits: 2) + "-"
      + DigitScanner.text(day, digits: 2)
  }
}

/// A day that comes every year, such as the start of a fiscal year.
public struct MonthDay: Hashable, Sendable {
  /// The month, 1 to 12.
  public let month: Int
  /// The day of the month, from 1; 29 February is allowed.
  public let day: Int

  /// Makes a day of the year.
  ///
  /// Gives nil if no year has such a day.
  ///
  /// - Parameters:
  ///   - month: 1 to 12.
  ///   - day: 1 to the length of the month in a leap year.
  public init?(month: Int, day: Int) {
    guard (1...12).contains(month), day >= 1, day <= CivilDate.length(ofMonth: month, year: 2000)
    else { return nil }
    self.month = month
    self.day = day
  }

  /// Reads the form `04-01`, month first.
  ///
  /// Gives nil for any other form.
  ///
  /// - Parameter text: Five characters, nothing before or after.
  public init?(_ text: String) {
    var digits = DigitScanner(text)
    guard let month = digits.number(of: 2), digits.skip("-"), let day = digits.number(of: 2),
      digits.isAtEnd
    else { return nil }
    self.init(month: month, day: day)
  }
}

extension MonthDay: CustomStringConvertible {
  /// The day as `04-01`, month first.
  public var description: String {
    DigitScanner.text(month, digits: 2) + "-" + DigitScanner.text(day, digits: 2)
  }
}
