/// What a person means by what they type into a cell.
enum EnteredValue {
  /// The content that a typed text stands for in a cell of this format; see
  /// ``CellPatch/Content/entered(_:)``.
  static func content(
    of text: String, format: NumberFormat, in system: DateSystem, holdsNumber: Bool = false
  ) -> NewContent {
    if text.isEmpty { return .blank }
    if text.first == "'" { return .text(String(text.dropFirst())) }
    // A number that was there before the cell was made one of texts stays a number.
    if format.kind == .text {
      return holdsNumber ? number(text).map { .number($0) } ?? .text(text) : .text(text)
    }
    if text.first == "=", text.utf8.count > 1 {
      return .formula(String(text.dropFirst()), result: .blank)
    }
    if text == "TRUE" { return .boolean(true) }
    if text == "FALSE" { return .boolean(false) }
    if errors.contains(text) { return .error(CellError(text)) }
    if let number = number(text) { return .number(number) }
    if format.kind == .percent, let number = percent(text) { return .number(number) }
    if format.kind == .elapsed, let days = elapsed(text) { return .moment(days, .elapsed) }
    if let moment = moment(text, in: system) { return .moment(moment.serial, moment.kind) }
    return .text(text)
  }

  private static let errors: Set<String> = [
    "#N/A", "#DIV/0!", "#REF!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!",
  ]

  // MARK: Numbers

  /// The number that a text is, if it comes back from the stored double digit for digit.
  static func number(_ text: String) -> Double? {
    let bytes = Array(text.utf8)
    var at = bytes.first == UInt8(ascii: "-") ? 1 : 0
    let whole = digits(bytes, &at)
    guard !whole.isEmpty, whole.count == 1 || whole.first != UInt8(ascii: "0") else { return nil }
    var fraction: ArraySlice<UInt8> = []
    if at < bytes.count, bytes[at] == UInt8(ascii: ".") {
      at += 1
      fraction = digits(bytes, &at)
      guard !fraction.isEmpty else { return nil }
    }
    if at < bytes.count, bytes[at] | 0x20 == UInt8(ascii: "e") {
      at += 1
      let sign = at < bytes.count ? bytes[at] : 0
      let hasSign = sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-")
      if hasSign { at += 1 }
      // `1E5` is a code as often as a number.
      guard hasSign || !fraction.isEmpty, !digits(bytes, &at).isEmpty else { return nil }
    } else if fraction.isEmpty, whole.count > 15 {
      return nil
    }
    guard at == bytes.count, let number = DecimalNumber.value(bytes.span) else { return nil }
    let given = significant(Array(whole) + Array(fraction))
    guard given.count <= 17 else { return nil }
    if given.count > 15 {
      let kept = String(ShortestDecimal.digits(number.magnitude).significand)
      guard given.elementsEqual(kept.utf8) else { return nil }
    }
    return number
  }

  private static func digits(_ bytes: [UInt8], _ at: inout Int) -> ArraySlice<UInt8> {
    let start = at
    while at < bytes.count, bytes[at] &- UInt8(ascii: "0") < 10 { at += 1 }
    return bytes[start..<at]
  }

  /// Digits without the zeros at either end.
  private static func significant(_ digits: [UInt8]) -> ArraySlice<UInt8> {
    let zero = UInt8(ascii: "0")
    var slice = digits[...].drop { $0 == zero }
    while slice.last == zero { slice = slice.dropLast() }
    return slice
  }

  /// `31%` or `31 %` as 0.31.
  private static func percent(_ text: String) -> Double? {
    guard text.last == "%" else { return nil }
    var digits = text.dropLast()
    if digits.last == " " || digits.last == "\u{a0}" || digits.last == "\u{202f}" {
      digits = digits.dropLast()
    }
    guard number(String(digits)) != nil, !digits.contains(where: { $0 == "e" || $0 == "E" }) else {
      return nil
    }
    return DecimalNumber.value(Array("\(digits)e-2".utf8).span)
  }

  // MARK: Dates

  /// The serial number of `2024-01-31`, `2024-01-31T12:00:00`, `2024-01-31 12:00` or `12:00:00`, and
  /// the kind of format that shows it; nil for anything else, and for days the date system lacks.
  static func moment(
    _ text: String, in system: DateSystem
  ) -> (serial: Double, kind: NumberFormat.Kind)? {
    let bytes = Array(text.utf8)
    if bytes.count >= 5, bytes[2] == UInt8(ascii: ":") {
      return time(bytes[...]).map { (Double($0) / 86_400_000, .time) }
    }
    guard bytes.count >= 10, let year = number(bytes[..<4]), bytes[4] == UInt8(ascii: "-"),
      let month = number(bytes[5..<7]), bytes[7] == UInt8(ascii: "-"),
      let day = number(bytes[8..<10])
    else { return nil }
    var milliseconds = 0
    if bytes.count > 10 {
      guard bytes[10] == UInt8(ascii: "T") || bytes[10] == 0x20, let time = time(bytes[11...])
      else { return nil }
      milliseconds = time
    }
    guard let date = SerialDate(year: year, month: month, day: day),
      let days = date.serial(in: system), (year, month, day) != (1900, 2, 29)
    else { return nil }
    return (days + Double(milliseconds) / 86_400_000, bytes.count > 10 ? .dateTime : .date)
  }

  /// The milliseconds of `12:00`, `12:00:00` or `12:00:00.250`.
  private static func time(_ bytes: ArraySlice<UInt8>) -> Int? {
    let text = Array(bytes)
    guard text.count >= 5, let hour = number(text[..<2]), text[2] == UInt8(ascii: ":"),
      let minute = number(text[3..<5]), hour < 24, minute < 60
    else { return nil }
    var total = (hour * 60 + minute) * 60_000
    if text.count == 5 { return total }
    guard text.count >= 8, text[5] == UInt8(ascii: ":"), let second = number(text[6..<8]),
      second < 60
    else { return nil }
    total += second * 1000
    if text.count == 8 { return total }
    guard text[8] == UInt8(ascii: "."), 10...12 ~= text.count, let part = number(text[9...]) else {
      return nil
    }
    return total + part * [100, 10, 1][text.count - 10]
  }

  /// `36:15` or `36:15:00` as days, hours past 24 too.
  private static func elapsed(_ text: String) -> Double? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Array($0.utf8) }
    guard 2...3 ~= parts.count, parts[0].count <= 7, let hours = number(parts[0][...]),
      parts[1].count == 2, let minutes = number(parts[1][...]), minutes < 60
    else { return nil }
    var seconds = 0
    if parts.count == 3 {
      guard parts[2].count == 2, let last = number(parts[2][...]), last < 60 else { return nil }
      seconds = last
    }
    return Double((hours * 60 + minutes) * 60 + seconds) / 86_400
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard !bytes.isEmpty, bytes.count < 10 else { return nil }
    var value = 0
    for byte in bytes {
      guard byte &- UInt8(ascii: "0") < 10 else { return nil }
      value = value * 10 + Int(byte & 15)
    }
    return value
  }
}
