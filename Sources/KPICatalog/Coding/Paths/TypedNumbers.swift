/// Turns numbers and dates as people type them into the form the fields take: a decimal comma, a
/// percent sign, a day before its month.
struct TypedNumbers {
  /// The unit of the measure; nil where none is known.
  let unit: MeasureUnit?

  /// The text in the form the fields take; nil if nothing in it is written otherwise.
  ///
  /// - Parameter text: The text, of words with blanks between them.
  /// - Returns: The text with points in its numbers, dates as in ISO 8601, and without percent
  ///   signs.
  /// - Throws: ``CatalogError`` if a number can be read in two ways, or is a percent where the unit
  ///   is none.
  func plain(_ text: String) throws(CatalogError) -> String? {
    var words: [String] = []
    for part in text.split(whereSeparator: { $0 == " " || $0 == "\u{A0}" || $0 == "\u{202F}" }) {
      var word = String(part)
      let hasComma = word.hasSuffix(",")
      if hasComma { word.removeLast() }
      if word == "%", let last = words.last, Self.isNumber(last) {
        try checkPercent(last + " %")
      } else {
        words.append(try plain(word: word))
      }
      if hasComma, let last = words.popLast() { words.append(last + ",") }
    }
    let plain = words.joined(separator: " ")
    return plain == text ? nil : plain
  }

  private func plain(word: String) throws(CatalogError) -> String {
    if let date = Self.date(word) { return date }
    let ends = word.split(separator: "..", omittingEmptySubsequences: false)
    if ends.count == 2 {
      let low = try number(String(ends[0]))
      let high = try number(String(ends[1]))
      return low + ".." + high
    }
    return try number(word)
  }

  private func number(_ word: String) throws(CatalogError) -> String {
    var digits = word
    if digits.hasSuffix("%"), digits.count > 1 {
      digits.removeLast()
      guard digits.utf8.contains(where: \.isASCIIDigit) else { return word }
      try checkPercent(word)
    }
    guard digits.contains(",") else { return digits }
    let parts = digits.split(separator: ",", omittingEmptySubsequences: false)
    guard digits.utf8.allSatisfy({ $0.isASCIIDigit || Self.marks.contains($0) }) else {
      return word
    }
    if let plain = Self.ungrouped(digits) { return plain }
    let whole = parts[0].utf8.filter(\.isASCIIDigit)
    guard parts.count == 2, !digits.contains("."), !parts[1].isEmpty, !whole.isEmpty,
      case let plain = parts.joined(separator: "."), Self.isNumber(plain)
    else { throw CatalogError(.notNumber(word)) }
    guard parts[1].utf8.count != 3 || whole == [UInt8(ascii: "0")] else {
      throw CatalogError(.doubtfulNumber(word))
    }
    return plain
  }

  /// The number without the marks between its thousands, where those can be nothing else:
  /// `1.320,50`, `1,320.50`, `1,320,500`; nil for any other.
  private static func ungrouped(_ text: String) -> String? {
    guard let last = text.last(where: { $0 == "," || $0 == "." }) else { return nil }
    var whole = text[...]
    var decimals = ""
    let mark: Character
    if text.count(where: { $0 == last }) == 1 {
      mark = last == "," ? "." : ","
      let place = text.lastIndex(of: last) ?? text.endIndex
      whole = text[..<place]
      decimals = "." + text[place...].dropFirst()
    } else {
      mark = last
    }
    let groups = whole.split(separator: mark, omittingEmptySubsequences: false)
    guard groups.count >= 2, let first = groups.first,
      (1...3).contains(first.utf8.count { $0.isASCIIDigit }),
      groups.dropFirst().allSatisfy({ $0.utf8.count == 3 && $0.utf8.allSatisfy(\.isASCIIDigit) }),
      decimals.utf8.dropFirst().allSatisfy(\.isASCIIDigit), decimals.utf8.count != 1
    else { return nil }
    let plain = groups.joined() + decimals
    return isNumber(plain) ? plain : nil
  }

  private static let marks = Array(",.+-'".utf8)

  private static func isNumber(_ text: String) -> Bool { CoreSchema.number(text) != nil }

  private func checkPercent(_ text: String) throws(CatalogError) {
    guard let unit, unit.kind != .percent else { return }
    throw CatalogError(.percentOfUnit(text, unit: unit.kind.rawValue))
  }

  /// A date of day, month and year with points between them, as ISO 8601 has it.
  private static func date(_ word: String) -> String? {
    let parts = word.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 3, let day = parts[0], let month = parts[1], let year = parts[2],
      (1000...9999).contains(year)
    else { return nil }
    return CivilDate(year: year, month: month, day: day)?.description
  }
}
