extension SerialDate {
  /// Appends a serial number as ISO 8601 text, in the form its cell's number format asks for.
  ///
  /// | kind | text |
  /// |---|---|
  /// | `.date` | `2024-01-31`; `2024-01-31T12:00:00` if there is a time of day |
  /// | `.dateTime` | `2024-01-31T12:00:00`, at midnight too, so that a column stays of one form |
  /// | `.time` | `12:00:00` for a serial below 1; a date-time for others |
  /// | `.elapsed` | `36:15:00`, past 24 hours too, with a minus if negative |
  ///
  /// In the 1900 system a serial below 1 has no day and is a time for every kind; serial 60 is
  /// `1900-02-29` as a date, and no date-time, there being none such in any calendar. Times are
  /// rounded to the millisecond; thousandths are written (`12:00:00.250`) only if not zero.
  ///
  /// - Parameters:
  ///   - serial: Days since the system's first day.
  ///   - kind: The kind of the cell's number format.
  ///   - system: The workbook's date system.
  ///   - bytes: Takes the text in ASCII; untouched if there is none.
  /// - Returns: Whether something was written. False for a kind without a date or time, and for
  ///   a serial that is no date in the system (negative, or past the year 9999): such a cell is
  ///   to be written as the number it is.
  /// - Complexity: O(1), without allocation if `bytes` has room.
  public static func appendISO8601(
    _ serial: Double, as kind: NumberFormat.Kind, in system: DateSystem, to bytes: inout [UInt8]
  ) -> Bool {
    switch kind {
    case .date, .dateTime, .time: appendMoment(serial, kind, system, to: &bytes)
    case .elapsed: appendElapsed(serial, to: &bytes)
    default: false
    }
  }

  /// Appends the date-time as ISO 8601 text, such as `2024-01-31T12:00:00`.
  ///
  /// - Parameter bytes: Takes the text in ASCII.
  public func appendISO8601(to bytes: inout [UInt8]) {
    let milliseconds = ((hour * 60 + minute) * 60 + second) * 1000 + millisecond
    bytes.append(addingCapacity: SerialDate.longestISO8601) { text in
      SerialDate.write((year, month, day), to: &text)
      text.append(0x54)  // T
      SerialDate.write(time: milliseconds, to: &text)
    }
  }

  /// `2024-01-31T12:00:00.250` has 23 bytes, the longest elapsed time 19.
  private static let longestISO8601 = 24

  private static func appendMoment(
    _ serial: Double, _ kind: NumberFormat.Kind, _ system: DateSystem, to bytes: inout [UInt8]
  ) -> Bool {
    guard let (days, milliseconds) = split(serial, in: system) else { return false }
    // No reader of ISO 8601 takes 29 February 1900; as a date alone it can be told at least.
    if days == 60, kind != .date || milliseconds > 0 { return false }
    let hasDay = days > 0 && (kind != .time || days != system.daysBefore1900System)
    bytes.append(addingCapacity: longestISO8601) { text in
      if hasDay {
        write(civil(days: days), to: &text)
        if kind == .date, milliseconds == 0 { return }
        text.append(0x54)  // T
      }
      write(time: milliseconds, to: &text)
    }
    return true
  }

  private static func appendElapsed(_ serial: Double, to bytes: inout [UInt8]) -> Bool {
    guard abs(serial) < Double(DateSystem.endOfDates) else { return false }
    let milliseconds = nearestWhole(abs(serial) * 86_400_000)
    bytes.append(addingCapacity: longestISO8601) { text in
      if serial < 0, milliseconds > 0 { text.append(0x2D) }
      write(time: milliseconds, to: &text)
    }
    return true
  }

  private static func write(
    _ civil: (year: Int, month: Int, day: Int), to text: inout OutputSpan<UInt8>
  ) {
    let year = UInt32(truncatingIfNeeded: civil.year)
    write(twoDigits: year / 100, to: &text)
    write(twoDigits: year % 100, to: &text)
    text.append(0x2D)
    write(twoDigits: UInt32(truncatingIfNeeded: civil.month), to: &text)
    text.append(0x2D)
    write(twoDigits: UInt32(truncatingIfNeeded: civil.day), to: &text)
  }

  /// Hours take as many digits as they need, two at least.
  private static func write(time milliseconds: Int, to text: inout OutputSpan<UInt8>) {
    let hours = milliseconds / 3_600_000
    if hours < 100 {
      write(twoDigits: UInt32(truncatingIfNeeded: hours), to: &text)
    } else {
      var divisor = 100
      while hours / divisor >= 10 { divisor *= 10 }
      while divisor > 0 {
        text.append(UInt8(truncatingIfNeeded: 0x30 + hours / divisor % 10))
        divisor /= 10
      }
    }
    let ofHour = UInt32(truncatingIfNeeded: milliseconds - hours * 3_600_000)
    text.append(0x3A)
    write(twoDigits: ofHour / 60_000, to: &text)
    text.append(0x3A)
    write(twoDigits: ofHour / 1000 % 60, to: &text)
    let thousandths = ofHour % 1000
    if thousandths != 0 {
      text.append(0x2E)
      text.append(UInt8(truncatingIfNeeded: 0x30 + thousandths / 100))
      write(twoDigits: thousandths % 100, to: &text)
    }
  }

  @inline(__always)
  private static func write(twoDigits number: UInt32, to text: inout OutputSpan<UInt8>) {
    text.append(UInt8(truncatingIfNeeded: 0x30 + number / 10))
    text.append(UInt8(truncatingIfNeeded: 0x30 + number % 10))
  }
}
