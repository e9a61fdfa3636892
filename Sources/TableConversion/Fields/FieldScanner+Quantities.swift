internal import SpreadsheetML

/// Numbers as people of a language write them: `1.234,50` with marks between the thousands, `12,5 %`.
extension FieldScanner {
  /// Looks whether a field is a number with groups of thousands, or percents, or both.
  ///
  /// - Parameter bytes: The field, which begins with a digit, a minus or the decimal mark.
  /// - Returns: What it is; nil if it is neither.
  func quantity(_ bytes: Span<UInt8>) -> ScannedField? {
    let start = bytes[0] == UInt8(ascii: "-") ? 1 : 0
    var at = start
    while at < bytes.count, isDigit(bytes[at]) { at += 1 }
    let first = at - start
    guard first > 0, first == 1 || bytes[start] != 0x30 else { return nil }
    let isGrouped = (1...3).contains(first) && passGroups(bytes, &at)
    if isGrouped, bytes[start] == 0x30 { return nil }
    var field = ScannedField(.grouped)
    if at < bytes.count, bytes[at] == mark {
      let decimals = at + 1
      at = decimals
      while at < bytes.count, isDigit(bytes[at]) { at += 1 }
      field.places = at - decimals
      guard field.places > 0 else { return nil }
    }
    field.trimmed = at
    let blank = blank(bytes, at)
    let end = at + blank
    if end + 1 == bytes.count, bytes[end] == UInt8(ascii: "%") {
      field.form = blank == 0 ? .percent : .spacedPercent
      field.isGrouped = isGrouped
      return field
    }
    field.isGrouped = true
    return isGrouped && at == bytes.count ? field : nil
  }

  /// Passes groups of three digits with the same mark before each.
  private func passGroups(_ bytes: Span<UInt8>, _ at: inout Int) -> Bool {
    let begin = at
    let length = groupMark(bytes, begin)
    guard length > 0 else { return false }
    var isFirst = true
    while groupMark(bytes, at) == length, isSame(bytes, begin, at, length),
      areDigits(bytes, at + length, 3),
      at + length + 3 == bytes.count || !isDigit(bytes[at + length + 3])
    {
      at += length + 3
      isFirst = false
    }
    return !isFirst
  }

  private func isSame(_ bytes: Span<UInt8>, _ first: Int, _ second: Int, _ length: Int) -> Bool {
    for offset in 0..<length where bytes[first + offset] != bytes[second + offset] { return false }
    return true
  }

  /// How many bytes a mark between thousands has here; 0 if there is none.
  private func groupMark(_ bytes: Span<UInt8>, _ at: Int) -> Int {
    guard at < bytes.count else { return 0 }
    if bytes[at] == thousandsMark { return 1 }
    // The blanks that keep a number on one line; in English nobody writes them.
    return bytes[at] >= 0x80 && mark != 0x2e ? blank(bytes, at) : 0
  }

  /// How many bytes a blank has here: a plain one, one that does not break, a narrow one.
  private func blank(_ bytes: Span<UInt8>, _ at: Int) -> Int {
    guard at < bytes.count else { return 0 }
    if bytes[at] == 0x20 { return 1 }
    if bytes[at] == 0xC2, at + 1 < bytes.count, bytes[at + 1] == 0xA0 { return 2 }
    guard bytes[at] == 0xE2, at + 2 < bytes.count, bytes[at + 1] == 0x80 else { return 0 }
    return bytes[at + 2] == 0xAF || bytes[at + 2] == 0x89 ? 3 : 0
  }
}

extension FieldScanner {
  /// The digits of such a field in their plain form, with a point; of percents as the share they are.
  ///
  /// - Parameters:
  ///   - bytes: The field.
  ///   - field: What ``quantity(_:)`` says of it.
  /// - Returns: The digits, without zeros that say nothing.
  func plain(_ bytes: Span<UInt8>, _ field: ScannedField) -> [UInt8] {
    var digits: [UInt8] = []
    for index in 0..<field.trimmed where isDigit(bytes[index]) { digits.append(bytes[index]) }
    var places = field.places
    if field.form != .grouped {
      places += 2
      while digits.count <= places { digits.insert(0x30, at: 0) }
    }
    var first = 0
    while digits.count - first - places > 1, digits[first] == 0x30 { first += 1 }
    var last = digits.count
    let point = digits.count - places
    while last > point, digits[last - 1] == 0x30 { last -= 1 }
    var plain: [UInt8] = bytes[0] == UInt8(ascii: "-") ? [UInt8(ascii: "-")] : []
    plain += digits[first..<point]
    if last > point {
      plain.append(0x2e)
      plain += digits[point..<last]
    }
    return plain
  }
}
