/// A date and time as zip keeps them: local time without a zone, in steps of two seconds, from 1980
/// to 2107 (APPNOTE 4.4.6).
///
/// Writers use ``earliest`` unless told otherwise, so that the same input gives the same bytes.
public struct DOSTimestamp: Hashable, Sendable {
  /// Date in the high half, time in the low half, as headers hold them side by side.
  public let rawValue: UInt32

  /// 1 January 1980, midnight: the earliest moment there is.
  public static let earliest = DOSTimestamp(rawValue: 0x0021_0000)

  /// Takes the four bytes of a header as they stand.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The moment that many seconds after the beginning of 1970, in UTC.
  ///
  /// That is what `SOURCE_DATE_EPOCH` holds. An odd second is rounded down; a moment outside the
  /// range becomes the nearest inside.
  ///
  /// - Parameter secondsSince1970: seconds, leap seconds not counted.
  public init(secondsSince1970: Int64) {
    let first: Int64 = 315_532_800
    let last: Int64 = 4_354_819_198
    let seconds = min(max(secondsSince1970, first), last)
    let days = Int(seconds / 86_400)
    let ofDay = Int(seconds % 86_400)
    // Days since 1 March of year 0, whose years end with the leap day.
    let shifted = days + 719_468
    let era = shifted / 146_097
    let ofEra = shifted % 146_097
    let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * ofYear + 2) / 153
    let day = ofYear - (153 * marchMonth + 2) / 5 + 1
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    let year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
    let date = (year - 1980) << 9 | month << 5 | day
    let time = (ofDay / 3600) << 11 | (ofDay / 60 % 60) << 5 | ofDay % 60 / 2
    rawValue = UInt32(truncatingIfNeeded: date << 16 | time)
  }
}
