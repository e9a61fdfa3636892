extension FormatSectionParser {
  /// Reads a directive in brackets: elapsed time, a condition, a currency or language; colours,
  /// numeral systems and what nobody knows are passed over.
  mutating func parseBrackets() {
    var end = position + 1
    while end < code.count, code[end] != 0x5D { end += 1 }
    guard end < code.count else {
      // Never closed: all that follows is text.
      appendLiteral(Array(code[position...]))
      position = code.count
      return
    }
    let inside = code[(position + 1)..<end]
    position = end + 1
    guard let first = inside.first else { return }
    if first == 0x24 {
      parseCurrency(inside.dropFirst())
    } else if let letter = elapsedLetter(inside) {
      if section.hasDigits {
        appendLiteral(Array(inside))
      } else {
        appendElapsed(letter, width: inside.count)
      }
    } else if first == 0x3C || first == 0x3D || first == 0x3E {
      section.condition = section.condition ?? condition(inside)
    }
  }

  private func elapsedLetter(_ inside: ArraySlice<UInt8>) -> UInt8? {
    guard let first = inside.first.map({ $0 | 0x20 }),
      first == 0x68 || first == 0x6D || first == 0x73,
      inside.allSatisfy({ $0 | 0x20 == first })
    else { return nil }
    return first
  }

  /// Reads `$€-407`, `$-F800`, `$-en-US,1` or `$EUR`: a mark to print and a language.
  private mutating func parseCurrency(_ inside: ArraySlice<UInt8>) {
    let dash = inside.firstIndex(of: 0x2D) ?? inside.endIndex
    let mark = inside[inside.startIndex..<dash]
    let tag = inside[dash...].dropFirst()
    if !mark.isEmpty { appendLiteral(Array(mark)) }
    let name = String(decoding: tag, as: UTF8.self)
    // The number's upper half tells calendar and numerals.
    let identifier = Int(name, radix: 16).map { $0 & 0xFFFF }
    if !mark.isEmpty {
      let currency = BracketedCurrency(mark: Array(mark), windowsLanguage: identifier ?? 0)
      section.currency = section.currency ?? currency
    }
    switch (identifier, name.lowercased()) {
    case (0xF800?, _), (_, "x-sysdate"): section.systemFormat = .longDate
    case (0xF400?, _), (_, "x-systime"): section.systemFormat = .time
    default:
      // The tag goes first: "de" is a language, and a number in base 16 too.
      let language =
        FormatLocale(languageTag: name) ?? identifier.flatMap(FormatLocale.init(windowsIdentifier:))
      section.language = language ?? section.language
    }
  }

  private func condition(_ inside: ArraySlice<UInt8>) -> FormatCondition? {
    var rest = inside
    guard let first = rest.popFirst() else { return nil }
    let comparison: FormatCondition.Comparison
    switch (first, rest.first) {
    case (0x3C, 0x3D?):
      rest.removeFirst()
      comparison = .lessOrEqual
    case (0x3C, 0x3E?):
      rest.removeFirst()
      comparison = .notEqual
    case (0x3E, 0x3D?):
      rest.removeFirst()
      comparison = .greaterOrEqual
    case (0x3C, _): comparison = .less
    case (0x3E, _): comparison = .greater
    default: comparison = .equal
    }
    let operand = rest.filter { $0 != 0x20 }
    guard let value = Double(String(decoding: operand, as: UTF8.self)), value.isFinite else {
      return nil
    }
    return FormatCondition(comparison: comparison, operand: value)
  }
}
