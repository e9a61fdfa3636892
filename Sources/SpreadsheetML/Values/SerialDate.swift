/// A calendar day and a time of day, as a serial number stands for it (ECMA-376 Part 1, 18.17.4).
///
/// Years run from 1900 to 9999. Two values exist that no calendar has, because Excel has them:
/// 29 February 1900 (serial 60) and day 0 of January 1900 (serial 0, the day of a time alone).
/// There is no time zone.
///
///     SerialDate(serial: 45322.5)?.description  // 2024-01-31T12:00:00
public struct SerialDate: Sendable, Hashable {
  /// The year, 1900 to 9999.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int
  /// The day of the month, from 1; 0 only on the day of serial 0 in the 1900 system.
  public let day: Int
  /// The hour, 0 to 23.
  public let hour: Int
  /// The minute, 0 to 59.
  public let minute: Int
  /// The second, 0 to 59.
  public let second: Int
  /// The thousandth of a second, 0 to 999.
  public let millisecond: Int

  /// Reads a serial number, rounded to the millisecond.
  ///
  /// Rounding carries into the next day, never into a 24th hour or a 60th second. What is no date
  /// in the system makes none: a serial that is negative, not finite, or past the year 9999.
  ///
  /// - Parameters:
  ///   - serial: Days since the system's first day, the time of day as the fraction.
  ///   - system: The workbook's date system; 1900 by default.
  public init?(serial: Double, in system: DateSystem = .since1900) {
    guard let (days, milliseconds) = SerialDate.split(serial, in: system) else { return nil }
    self.init(days: days, milliseconds: milliseconds)
  }

  /// Makes a date from its parts; a part out of its range makes none.
  ///
  /// - Parameters:
  ///   - year: 1900 to 9999.
  ///   - month: 1 to 12.
  ///   - day: From 1 to the last day of the month; 29 February 1900 is let through, day 0 is not.
  ///   - hour: 0 to 23.
  ///   - minute: 0 to 59.
  ///   - second: 0 to 59.
  ///   - millisecond: 0 to 999.
  public init?(
    year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0,
    millisecond: Int = 0
  ) {
    guard 1900...9999 ~= year, 1...12 ~= month, 0..<24 ~= hour, 0..<60 ~= minute,
      0..<60 ~= second, 0..<1000 ~= millisecond, day >= 1,
      day <= SerialDate.days(inMonth: month, of: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
    self.hour = hour
    self.minute = minute
    self.second = second
    self.millisecond = millisecond
  }

  /// - Parameters:
  ///   - days: A serial day of the 1900 system, 0 to 2,958,465.
  ///   - milliseconds: Since midnight, less than a day.
  init(days: Int, milliseconds: Int) {
    (year, month, day) = SerialDate.civil(days: days)
    hour = milliseconds / 3_600_000
    minute = milliseconds / 60_000 % 60
    second = milliseconds / 1000 % 60
    millisecond = milliseconds % 1000
  }

  /// The serial number of this date.
  ///
  /// - Parameter system: The date system to count in; 1900 by default.
  /// - Returns: nil if the date lies before the system's first day.
  public func serial(in system: DateSystem = .since1900) -> Double? {
    let days = SerialDate.days(year: year, month: month, day: day) - system.daysBefore1900System
    guard days >= 0 else { return nil }
    let milliseconds = ((hour * 60 + minute) * 60 + second) * 1000 + millisecond
    return Double(days) + Double(milliseconds) / 86_400_000
  }

  /// The day of the week as Excel counts it in `WEEKDAY`: 1 is Sunday, 7 is Saturday.
  ///
  /// Before March 1900 this is one day off the calendar, as in Excel.
  public var weekday: Int {
    (SerialDate.days(year: year, month: month, day: day) + 6) % 7 + 1
  }

  /// Whether the time of day is midnight, to the millisecond.
  public var isMidnight: Bool { hour == 0 && minute == 0 && second == 0 && millisecond == 0 }

  /// Cuts a serial number into a day of the 1900 system and milliseconds since midnight.
  static func split(_ serial: Double, in system: DateSystem) -> (days: Int, milliseconds: Int)? {
    // The comparison also turns NaN away, and bounds the conversion to Int.
    guard serial >= 0, serial < Double(DateSystem.endOfDates) else { return nil }
    let whole = Int(serial)
    var days = whole + system.daysBefore1900System
    var milliseconds = nearestWhole((serial - Double(whole)) * 86_400_000)
    if milliseconds >= 86_400_000 {
      days += 1
      milliseconds -= 86_400_000
    }
    return days < DateSystem.endOfDates ? (days, milliseconds) : nil
  }

  /// The calendar day of a serial day of the 1900 system, Excel's 29 February 1900 included.
  ///
  /// The arithmetic is that of days since 1 March of year 0, whose years end with the leap day.
  static func civil(days: Int) -> (year: Int, month: Int, day: Int) {
    if days <= 60 {
      if days == 60 { return (1900, 2, 29) }
      return days > 31 ? (1900, 2, days - 31) : (1900, 1, days)
    }
    // 693,899 days lie between 1 March of year 0 and 30 December 1899, the day of serial 0. All
    // numbers fit 32 bits, where dividing costs least, and none is negative.
    let shifted = UInt32(truncatingIfNeeded: days) &+ 693_899
    let era = shifted / 146_097
    let ofEra = shifted % 146_097
    let yearOfEra = (ofEra &- ofEra / 1460 &+ ofEra / 36_524 &- ofEra / 146_096) / 365
    let ofYear = ofEra &- (365 &* yearOfEra &+ yearOfEra / 4 &- yearOfEra / 100)
    let marchMonth = (5 &* ofYear &+ 2) / 153
    let day = ofYear &- (153 &* marchMonth &+ 2) / 5 &+ 1
    let month = marchMonth < 10 ? marchMonth &+ 3 : marchMonth &- 9
    let year = era &* 400 &+ yearOfEra &+ (month <= 2 ? 1 : 0)
    return (Int(year), Int(month), Int(day))
  }

  /// The serial day in the 1900 system of a calendar day from 1900 on.
  static func days(year: Int, month: Int, day: Int) -> Int {
    if year == 1900, month <= 2 { return (month - 1) * 31 + day }
    let marchYear = month <= 2 ? year - 1 : year
    let marchMonth = month > 2 ? month - 3 : month + 9
    let ofYear = (153 * marchMonth + 2) / 5 + day - 1
    return marchYear * 365 + marchYear / 4 - marchYear / 100 + marchYear / 400 + ofYear - 693_899
  }

  /// The number of days of a month, 29 for February 1900.
  static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2:
      (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)) || year == 1900 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

/// The nearest whole number, halves going up.
///
/// Not `rounded()`, which is a call into the C library on machines without an instruction for it.
/// The number must not be negative, and below 2⁶².
@inline(__always)
func nearestWhole(_ number: Double) -> Int {
  let whole = Int(number)
  return number - Double(whole) < 0.5 ? whole : whole + 1
}

extension SerialDate: CustomStringConvertible {
  /// The date-time as ISO 8601 writes it, such as `2024-01-31T12:00:00`.
  public var description: String {
    var bytes: [UInt8] = []
    appendISO8601(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
