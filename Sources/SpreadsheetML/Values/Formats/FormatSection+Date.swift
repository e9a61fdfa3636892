extension FormatSection {
  /// Appends a serial number as date, time of day or elapsed time.
  ///
  /// Seconds are rounded to the decimals shown, and the rounding carries up to the day.
  ///
  /// - Returns: False if there is no such date, so that Excel shows `####`.
  func appendDate(
    _ number: Double, locale: FormatLocale, dateSystem: DateSystem, to bytes: inout [UInt8]
  ) -> Bool {
    // Negative times exist as lengths, in a section of their own, and in the 1904 system.
    let isNegative = number < 0
    if isNegative, showsMinus {
      guard isElapsed || dateSystem == .since1904 else { return false }
    }
    guard let moment = Moment(number.magnitude, decimals: subsecondDigits, in: dateSystem) else {
      return false
    }
    if isNegative, showsMinus { bytes.append(0x2D) }
    let names = language ?? locale
    for item in items {
      switch item {
      case .literal(let text), .fractionLiteral(let text): bytes.append(contentsOf: text)
      case .dateSeparator: bytes.append(names.dateSeparator)
      case .date(let field): append(field, of: moment, names, to: &bytes)
      default: break
      }
    }
    return true
  }

  private func append(
    _ field: DateField, of moment: Moment, _ names: FormatLocale, to bytes: inout [UInt8]
  ) {
    switch field {
    case .year(let isLong, let isBuddhist):
      let year = moment.year + (isBuddhist ? 543 : 0)
      Moment.append(isLong ? year : year % 100, width: 2, to: &bytes)
    case .month(let form):
      switch form {
      case 1, 2: Moment.append(moment.month, width: form, to: &bytes)
      case 3: bytes.append(contentsOf: names.monthName(moment.month, isShort: true).utf8)
      case 4: bytes.append(contentsOf: names.monthName(moment.month).utf8)
      default: bytes.append(contentsOf: names.monthName(moment.month).prefix(1).utf8)
      }
    case .day(let form):
      switch form {
      case 1, 2: Moment.append(moment.day, width: form, to: &bytes)
      case 3: bytes.append(contentsOf: names.weekdayName(moment.weekday, isShort: true).utf8)
      default: bytes.append(contentsOf: names.weekdayName(moment.weekday).utf8)
      }
    case .hour(let width):
      let hour = isTwelveHour ? (moment.hour + 11) % 12 + 1 : moment.hour
      Moment.append(hour, width: width, to: &bytes)
    case .minute(let width): Moment.append(moment.second / 60 % 60, width: width, to: &bytes)
    case .second(let width): Moment.append(moment.second % 60, width: width, to: &bytes)
    case .subsecond(let digits): appendSubsecond(moment, digits, names, to: &bytes)
    case .halfDay(let isShort, let isLowercase):
      let isAfternoon = moment.hour >= 12
      if isShort {
        bytes.append((isAfternoon ? 0x50 : 0x41) | (isLowercase ? 0x20 : 0))
      } else {
        bytes.append(contentsOf: names.halfDay(isAfternoon: isAfternoon).utf8)
      }
    case .elapsedHours(let width):
      Moment.append(moment.elapsed / 3600, width: width, to: &bytes)
    case .elapsedMinutes(let width):
      Moment.append(moment.elapsed / 60, width: width, to: &bytes)
    case .elapsedSeconds(let width): Moment.append(moment.elapsed, width: width, to: &bytes)
    }
  }

  /// Decimals beyond thousandths are zeros.
  private func appendSubsecond(
    _ moment: Moment, _ digits: Int, _ names: FormatLocale, to bytes: inout [UInt8]
  ) {
    bytes.append(contentsOf: names.decimalBytes)
    var divisor = 100
    for _ in 0..<digits {
      let digit = divisor > 0 ? moment.milliseconds / divisor % 10 : 0
      bytes.append(0x30 + UInt8(truncatingIfNeeded: digit))
      divisor /= 10
    }
  }
}

/// A serial number cut into what date formats show.
private struct Moment {
  var year: Int
  var month: Int
  var day: Int
  /// 1 is Sunday.
  var weekday: Int
  /// Since midnight.
  var second: Int
  var milliseconds: Int
  /// Seconds since the system's first day.
  var elapsed: Int

  var hour: Int { second / 3600 }

  /// Cuts up a serial number that is not negative, rounded to so many decimals of a second.
  init?(_ serial: Double, decimals: Int, in system: DateSystem) {
    guard serial < Double(DateSystem.endOfDates) else { return nil }
    let whole = Int(serial)
    // Millionths first: half a second is not quite one in binary.
    let micros = nearestWhole((serial - Double(whole)) * 86_400_000_000)
    let unit = decimals >= 3 ? 1000 : decimals == 2 ? 10_000 : decimals == 1 ? 100_000 : 1_000_000
    let rounded = (micros + unit / 2) / unit * unit
    let daysHere = whole + rounded / 86_400_000_000
    let days = daysHere + system.daysBefore1900System
    guard days < DateSystem.endOfDates else { return nil }
    (year, month, day) = SerialDate.civil(days: days)
    weekday = (days + 6) % 7 + 1
    second = rounded / 1_000_000 % 86_400
    milliseconds = rounded / 1000 % 1000
    elapsed = daysHere * 86_400 + second
  }

  /// Appends a number that is not negative with leading zeros.
  static func append(_ number: Int, width: Int, to bytes: inout [UInt8]) {
    let digits = asciiDigits(UInt64(number.magnitude))
    if digits.count < width {
      bytes.append(contentsOf: repeatElement(0x30, count: width - digits.count))
    }
    bytes.append(contentsOf: digits)
  }
}
