/// The numbers a text mentions, however its language writes them.
enum NumbersInText {
  /// The numbers of a text: by what they are, how they are written.
  ///
  /// Of a number only the digits count, so that `1,000`, `1.000` and `1 000` are one number, and
  /// `0,5` and `0.50` another. Dates fall into their parts. Figures inside words, such as `B2B`,
  /// are left out.
  static func find(in text: String) -> [String: String] {
    var numbers: [String: String] = [:]
    let bytes = Array(text.utf8)
    var position = 0
    while position < bytes.count {
      guard bytes[position].isASCIIDigit else {
        position += 1
        continue
      }
      let start = position
      var groups = [run(of: bytes, at: &position)]
      while let next = joined(bytes, position) {
        position = next
        groups.append(run(of: bytes, at: &position))
      }
      if start > 0, bytes[start - 1].isASCIILetter { continue }
      if let number = oneNumber(groups) {
        numbers[number] = String(decoding: bytes[start..<position], as: UTF8.self)
      } else {
        for group in groups { numbers[group] = group }
      }
    }
    return numbers
  }

  private static func run(of bytes: [UInt8], at position: inout Int) -> String {
    let start = position
    while position < bytes.count, bytes[position].isASCIIDigit { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  /// Point, comma, apostrophes and blanks that do not break.
  private static let marks: [[UInt8]] = [
    [0x2E], [0x2C], [0x27], [0xC2, 0xA0], [0xE2, 0x80, 0xAF], [0xE2, 0x80, 0x99],
  ]

  /// Where the next group of digits begins, if only a mark stands between.
  private static func joined(_ bytes: [UInt8], _ position: Int) -> Int? {
    for mark in marks where bytes[position...].starts(with: mark) {
      let next = position + mark.count
      if next < bytes.count, bytes[next].isASCIIDigit { return next }
    }
    // A plain blank joins only groups of three.
    guard position < bytes.count, bytes[position] == UInt8(ascii: " ") else { return nil }
    let next = position + 1
    let after = bytes[next...].prefix { $0.isASCIIDigit }.count
    let before = bytes[..<position].reversed().prefix { $0.isASCIIDigit }.count
    return after == 3 && before <= 3 ? next : nil
  }

  /// The digits of groups that are one number, a whole with decimals or thousands; nil for a date.
  private static func oneNumber(_ groups: [String]) -> String? {
    guard groups.count > 1, let last = groups.last else { return groups.first }
    let inner = groups.dropFirst().dropLast()
    guard inner.allSatisfy({ $0.count == 3 }), groups.count == 2 || last.count <= 3,
      groups.count == 2 || (groups.first?.count ?? 0) <= 3
    else { return nil }
    guard last.count != 3 else { return groups.joined() }
    // Decimals: zeros at their end say nothing.
    var decimals = Substring(last)
    while decimals.last == "0" { decimals.removeLast() }
    return groups.dropLast().joined() + decimals
  }
}
