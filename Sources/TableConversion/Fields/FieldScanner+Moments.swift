/// Dates and times by their shape; whether there is such a day is looked at when it is stored.
extension FieldScanner {
  /// The field's form, given how many digits it begins with.
  func moment(_ bytes: Span<UInt8>, _ digits: Int) -> ScannedField {
    if digits == 4, bytes.count >= 10, bytes[4] == 0x2d, bytes[7] == 0x2d,
      areDigits(bytes, 5, 2), areDigits(bytes, 8, 2)
    {
      return dateOrDateTime(bytes)
    }
    if digits == 2, daySeparator != 0, bytes.count >= 10, bytes[2] == daySeparator,
      bytes[5] == daySeparator, areDigits(bytes, 3, 2), areDigits(bytes, 6, 4)
    {
      return dateOrDateTime(bytes)
    }
    if digits == 2, let places = timePlaces(bytes, from: 0) {
      var field = ScannedField(.time)
      field.places = places
      return field
    }
    return ScannedField(.text)
  }

  private func dateOrDateTime(_ bytes: Span<UInt8>) -> ScannedField {
    if bytes.count == 10 { return ScannedField(.date) }
    guard bytes[10] == 0x54 || bytes[10] == 0x20, let places = timePlaces(bytes, from: 11) else {
      return ScannedField(.text)
    }
    var field = ScannedField(.dateTime)
    field.places = places
    return field
  }

  /// How a time is written: -1 for `hh:mm`, else how many digits stand behind the second; nil for
  /// what is no time, or has more digits than a serial number holds.
  private func timePlaces(_ bytes: Span<UInt8>, from at: Int) -> Int? {
    let length = bytes.count - at
    guard length >= 5, bytes[at + 2] == 0x3a, areDigits(bytes, at, 2), areDigits(bytes, at + 3, 2)
    else { return nil }
    if length == 5 { return -1 }
    guard length >= 8, bytes[at + 5] == 0x3a, areDigits(bytes, at + 6, 2) else { return nil }
    if length == 8 { return 0 }
    guard length >= 10, length <= 12, bytes[at + 8] == 0x2e, areDigits(bytes, at + 9, length - 9)
    else { return nil }
    return length - 9
  }

  func areDigits(_ bytes: Span<UInt8>, _ at: Int, _ length: Int) -> Bool {
    guard at + length <= bytes.count else { return false }
    for index in at..<at + length where !isDigit(bytes[index]) { return false }
    return true
  }
}
