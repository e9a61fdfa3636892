internal import SpreadsheetML

/// Days and times out of fields that have their shape.
///
/// Days before March 1900 have no number that all programs read alike, and are left as text.
struct CalendarFields: Sendable {
  /// Whether the day comes first, then the month.
  let isDayFirst: Bool

  private static let firstSerial = 61.0

  /// The serial number of a day; nil if there is no such day.
  func day(_ bytes: Span<UInt8>) -> UInt32? {
    guard let serial = date(bytes)?.serial(), serial >= CalendarFields.firstSerial else {
      return nil
    }
    return UInt32(serial)
  }

  /// The serial number of a day and a time.
  func moment(_ bytes: Span<UInt8>) -> Double? {
    guard let time = CalendarFields.time(bytes, from: 11),
      let moment = date(bytes, time), let serial = moment.serial(),
      serial >= CalendarFields.firstSerial
    else { return nil }
    return serial
  }

  /// The serial number of a time of day, below one.
  func time(_ bytes: Span<UInt8>) -> Double? {
    guard let time = CalendarFields.time(bytes, from: 0) else { return nil }
    return Double(time) / 86_400_000
  }

  private func date(_ bytes: Span<UInt8>, _ milliseconds: Int = 0) -> SerialDate? {
    guard bytes.count >= 10 else { return nil }
    func number(_ at: Int, _ count: Int) -> Int {
      CalendarFields.number(bytes, at, count)
    }
    let (year, month, day) =
      isDayFirst
      ? (number(6, 4), number(3, 2), number(0, 2)) : (number(0, 4), number(5, 2), number(8, 2))
    return SerialDate(
      year: year, month: month, day: day, hour: milliseconds / 3_600_000,
      minute: milliseconds / 60_000 % 60, second: milliseconds / 1000 % 60,
      millisecond: milliseconds % 1000)
  }

  /// Milliseconds since midnight; nil if there is no such time.
  private static func time(_ bytes: Span<UInt8>, from at: Int) -> Int? {
    let count = bytes.count - at
    guard count >= 5 else { return nil }
    let hour = number(bytes, at, 2)
    let minute = number(bytes, at + 3, 2)
    let second = count >= 8 ? number(bytes, at + 6, 2) : 0
    guard hour < 24, minute < 60, second < 60 else { return nil }
    var milliseconds = 0
    if count > 9 {
      milliseconds = number(bytes, at + 9, count - 9)
      for _ in count..<12 { milliseconds *= 10 }
    }
    return ((hour * 60 + minute) * 60 + second) * 1000 + milliseconds
  }

  private static func number(_ bytes: Span<UInt8>, _ at: Int, _ count: Int) -> Int {
    var value = 0
    for index in at..<at &+ count { value = value &* 10 &+ Int(bytes[index] & 15) }
    return value
  }
}
