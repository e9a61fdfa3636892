internal import KPICatalog

/// Splits a formula into operations, parentheses, numbers and the phrases between them.
///
/// It works on bytes: a library of thousands of measures has a formula in each row.
struct FormulaScanner {
  enum Token: Hashable {
    case operation(FormulaExpression.Operation)
    case open, close, equals, percent
    case number(FiniteNumber)
    /// The bytes of a phrase.
    case phrase(Int, Int)
  }

  private(set) var tokens: [Token] = []
  private let text: String
  private let decimalMark: DecimalMark
  private var isCertain = true
  private var hasOperation = false
  /// Where the current phrase begins, or nil, and where its last printed byte ends.
  private var phraseStart: Int?
  private var phraseEnd = 0
  /// How deep inside a bracket that belongs to a phrase.
  private var remark = 0

  init(_ text: String, decimalMark: DecimalMark) {
    self.text = text
    self.decimalMark = decimalMark
    tokens.reserveCapacity(12)
  }

  /// Splits the text; false if it is no formula for sure.
  mutating func scan() -> Bool {
    let text = text
    let bytes = text.utf8Span.span
    var end = bytes.count
    while end > 0,
      bytes[end - 1] == UInt8(ascii: ".") || bytes[end - 1] == UInt8(ascii: ";")
        || bytes[end - 1] <= 0x20
    {
      end -= 1
    }
    var index = 0
    var isAtWordStart = true
    while index < end, isCertain {
      let byte = bytes[index]
      if isAtWordStart, remark == 0,
        let (length, operation) = FormulaWords.operation(at: index, in: bytes, end: end)
      {
        add(.operation(operation), bytes)
        index += length
        isAtWordStart = true
        continue
      }
      isAtWordStart = false
      let length = Self.length(byte)
      if byte <= 0x20 || byte == 0xC2 && at(index + 1, bytes) == 0xA0
        || byte == 0xE2 && at(index + 1, bytes) == 0x80 && at(index + 2, bytes) == 0xAF
      {
        isAtWordStart = true
      } else if remark > 0 {
        if byte == UInt8(ascii: "(") { remark += 1 }
        if byte == UInt8(ascii: ")") { remark -= 1 }
        extend(index, length)
      } else {
        scanMark(byte, index, length, bytes, end)
        isAtWordStart = byte == UInt8(ascii: "(")
      }
      index += max(1, length)
    }
    close(bytes)
    return isCertain && hasOperation && remark == 0
  }

  private mutating func scanMark(
    _ byte: UInt8, _ index: Int, _ length: Int, _ bytes: Span<UInt8>, _ end: Int
  ) {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
      if phraseStart != nil {
        // Visitors (without staff): a remark within a phrase.
        remark = 1
        extend(index, 1)
      } else {
        tokens.append(.open)
      }
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
      add(.close, bytes)
    case UInt8(ascii: "/"): add(.operation(.divided), bytes)
    case UInt8(ascii: "*"): add(.operation(.times), bytes)
    case UInt8(ascii: "+"): scanPlus(index, bytes)
    case UInt8(ascii: "="): add(.equals, bytes)
    case UInt8(ascii: ":"):
      if isBlank(index - 1, bytes) && isBlank(index + 1, bytes)
        || at(index - 1, bytes) == UInt8(ascii: ")")
      {
        add(.operation(.divided), bytes)
      } else {
        isCertain = false
      }
    case UInt8(ascii: "x"), UInt8(ascii: "X"): scanCross(index, bytes)
    case UInt8(ascii: "-"): scanHyphen(index, 1, bytes)
    case UInt8(ascii: "%"): scanPercent(index, bytes, end)
    case 0xC3 where at(index + 1, bytes) == 0xB7: add(.operation(.divided), bytes)
    case 0xC3 where at(index + 1, bytes) == 0x97: add(.operation(.times), bytes)
    case 0xC2 where at(index + 1, bytes) == 0xB7: add(.operation(.times), bytes)
    case 0xE2: scanSign(index, length, bytes)
    case UInt8(ascii: ","), UInt8(ascii: "."): scanPoint(index, bytes)
    case UInt8(ascii: ";"), UInt8(ascii: "?"), UInt8(ascii: "!"): isCertain = false
    default: extend(index, length)
    }
  }

  /// `x` multiplies before a number or between blanks.
  private mutating func scanCross(_ index: Int, _ bytes: Span<UInt8>) {
    let previous = at(index - 1, bytes)
    let next = at(index + 1, bytes)
    let isAfter = isBlank(index - 1, bytes) || previous == UInt8(ascii: ")") || isDigit(previous)
    let isBefore = isBlank(index + 1, bytes) || isDigit(next) || next == UInt8(ascii: "(")
    if isAfter, isBefore, index > 0 {
      add(.operation(.times), bytes)
    } else {
      extend(index, 1)
    }
  }

  /// A plus right behind a digit and before a blank means *and more*, as in `2+ orders`; what is
  /// added there is not certain.
  private mutating func scanPlus(_ index: Int, _ bytes: Span<UInt8>) {
    if index > 0, isDigit(at(index - 1, bytes)), isBlank(index + 1, bytes), phraseStart != nil {
      isCertain = false
    }
    add(.operation(.plus), bytes)
  }

  /// A hyphen subtracts between blanks and beside brackets; inside words it is a letter.
  private mutating func scanHyphen(_ index: Int, _ length: Int, _ bytes: Span<UInt8>) {
    let isBlankBefore = isBlank(index - 1, bytes)
    let next = at(index + length, bytes)
    let isMinus =
      isBlankBefore && isBlank(index + length, bytes)
      || (at(index - 1, bytes) == UInt8(ascii: ")") || isBlankBefore)
        && (next == UInt8(ascii: "(") || isDigit(next))
      || at(index - 1, bytes) == UInt8(ascii: ")") && isBlank(index + length, bytes)
    if isMinus { add(.operation(.minus), bytes) } else { extend(index, length) }
  }

  /// Signs of three bytes: minus, dashes, dots that multiply.
  private mutating func scanSign(_ index: Int, _ length: Int, _ bytes: Span<UInt8>) {
    switch (at(index + 1, bytes), at(index + 2, bytes)) {
    case (0x88, 0x92): add(.operation(.minus), bytes)
    case (0x80, 0x93), (0x80, 0x94): scanHyphen(index, length, bytes)
    case (0x8B, 0x85), (0x88, 0x99), (0x80, 0xA2): add(.operation(.times), bytes)
    case (0x88, 0x95): add(.operation(.divided), bytes)
    default: extend(index, length)
    }
  }

  /// A percent sign leads a phrase, follows a number, or ends the formula.
  private mutating func scanPercent(_ index: Int, _ bytes: Span<UInt8>, _ end: Int) {
    let isLast = index + 1 >= end
    if isLast {
      add(.percent, bytes)
    } else if phraseStart == nil {
      if case .number? = tokens.last { tokens.append(.percent) }
    } else if let start = phraseStart, isDigit(bytes[start]) {
      add(.percent, bytes)
    } else {
      extend(index, 1)
    }
  }

  /// A comma or point inside a number or an abbreviation is part of it; elsewhere the text is a
  /// sentence.
  private mutating func scanPoint(_ index: Int, _ bytes: Span<UInt8>) {
    if isBlank(index + 1, bytes) || phraseStart == nil {
      isCertain = false
    } else {
      extend(index, 1)
    }
  }

  // MARK: Phrases

  private mutating func extend(_ index: Int, _ length: Int) {
    if phraseStart == nil { phraseStart = index }
    phraseEnd = index + length
  }

  private mutating func add(_ token: Token, _ bytes: Span<UInt8>) {
    close(bytes)
    if case .operation = token { hasOperation = true }
    tokens.append(token)
  }

  private mutating func close(_ bytes: Span<UInt8>) {
    guard let start = phraseStart else { return }
    phraseStart = nil
    let first = bytes[start]
    if isDigit(first) || first == UInt8(ascii: "."),
      let number = NumberText(Self.string(start..<phraseEnd, of: text)),
      let value = FiniteNumber(number.value(decimalMark: decimalMark))
    {
      tokens.append(.number(value))
      return
    }
    var words = 1
    var hasLetter = false
    for index in start..<phraseEnd {
      let byte = bytes[index]
      if byte == 0x20 { words += 1 }
      if (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte >= 0xC3 { hasLetter = true }
    }
    if words > 14 || !hasLetter || isFactorWithWords(start..<phraseEnd) { isCertain = false }
    tokens.append(.phrase(start, phraseEnd))
  }

  /// Whether a phrase is a number with words behind it where a number alone would be clear: `x 100
  /// (monthly)`, `per 1,000 guests`.
  private func isFactorWithWords(_ range: Range<Int>) -> Bool {
    guard case .operation(let operation)? = tokens.last,
      operation == .times || operation == .divided
    else { return false }
    let words = Self.string(range, of: text).split(whereSeparator: \.isWhitespace)
    guard words.count > 1, let first = words.first, let number = NumberText(String(first)) else {
      return false
    }
    let value = number.value(decimalMark: decimalMark)
    return operation == .times || [100, 1000, 10_000, 100_000, 1_000_000].contains(value)
  }

  /// The text of a range of bytes that begins and ends between characters.
  static func string(_ range: Range<Int>, of text: String) -> String {
    let utf8 = text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    let end = utf8.index(start, offsetBy: range.count)
    return String(text[start..<end])
  }

  // MARK: Bytes

  private func at(_ index: Int, _ bytes: Span<UInt8>) -> UInt8 {
    index >= 0 && index < bytes.count ? bytes[index] : 0x20
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// Whether a blank stands at an index, one that does not break included; the ends count as
  /// blanks.
  private func isBlank(_ index: Int, _ bytes: Span<UInt8>) -> Bool {
    let byte = at(index, bytes)
    if byte <= 0x20 { return true }
    if byte == 0xC2 { return at(index + 1, bytes) == 0xA0 }
    if byte == 0xA0 { return at(index - 1, bytes) == 0xC2 }
    if byte == 0xE2 { return at(index + 1, bytes) == 0x80 && at(index + 2, bytes) == 0xAF }
    if byte == 0xAF { return at(index - 1, bytes) == 0x80 && at(index - 2, bytes) == 0xE2 }
    return false
  }

  private static func length(_ lead: UInt8) -> Int {
    lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1
  }
}

/// The words for operations in five languages.
enum FormulaWords {
  private struct Phrase: Sendable {
    let bytes: [UInt8]
    let operation: FormulaExpression.Operation
    /// Whether a number must follow, as in `per 100`.
    var needsNumber = false
  }

  /// The phrases by their first byte, a small letter.
  private static let phrases: [[Phrase]] = {
    var table = [[Phrase]](repeating: [], count: 128)
    func add(_ operation: FormulaExpression.Operation, _ list: [String], needsNumber: Bool = false)
    {
      for text in list {
        let bytes = Array(text.utf8)
        guard let first = bytes.first, first < 128 else { continue }
        table[Int(first)].append(
          Phrase(bytes: bytes, operation: operation, needsNumber: needsNumber))
      }
    }
    add(
      .divided,
      [
        "divided by", "divisé par", "divisée par", "divisés par", "divisées par", "rapporté au",
        "rapportés au", "rapporté à", "rapportée à", "rapportés à", "diviso per", "divisa per",
        "divisi per", "divise per", "diviso", "fratto", "geteilt durch", "dividiert durch",
        "dividido entre", "dividida entre", "divididos entre", "divididas entre", "dividido por",
        "dividida por", "divididos por", "divididas por",
      ])
    add(
      .times,
      [
        "multiplied by", "times", "multiplié par", "multipliée par", "multipliés par", "fois",
        "moltiplicato per", "moltiplicata per", "moltiplicati per", "multipliziert mit", "mal",
        "multiplicado por", "multiplicada por", "multiplicados por",
      ])
    add(.times, ["per", "por"], needsNumber: true)
    add(.minus, ["minus", "moins", "meno", "menos", "abzüglich"])
    add(.plus, ["plus", "más", "più", "zuzüglich"])
    return table.map { $0.sorted { $0.bytes.count > $1.bytes.count } }
  }()

  /// The first bytes phrases have, as bits.
  private static let firstBytes: UInt32 = phrases.indices.reduce(0) {
    phrases[$1].isEmpty ? $0 : $0 | 1 << UInt32($1 & 31)
  }

  /// Whether the word before an index is one for *or* or *and*: in `8 et plus` nothing is added.
  private static func followsOr(_ index: Int, in bytes: Span<UInt8>) -> Bool {
    var start = index - 1
    while start > 0, bytes[start - 1] != 0x20 { start -= 1 }
    guard start < index - 1, index - 1 - start <= 4 else { return false }
    var word: [UInt8] = []
    for place in start..<(index - 1) { word.append(bytes[place] | 0x20) }
    return ["et", "ou", "o", "y", "e", "u", "or", "and", "oder", "und"].contains {
      word.elementsEqual($0.utf8)
    }
  }

  /// Whether another operation, or nothing, follows a word that ends at an index.
  private static func isBeforeOperation(_ index: Int, in bytes: Span<UInt8>, end: Int) -> Bool {
    var next = index
    while next < end, bytes[next] == 0x20 { next += 1 }
    guard next < end else { return true }
    switch bytes[next] {
    case UInt8(ascii: "/"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "="),
      UInt8(ascii: ")"):
      return true
    // ÷ and ×.
    case 0xC3: return next + 1 < end && (bytes[next + 1] == 0xB7 || bytes[next + 1] == 0x97)
    default: return false
    }
  }

  /// Whether the word before an index is *of*: what follows it is what is counted.
  private static func followsOf(_ index: Int, in bytes: Span<UInt8>) -> Bool {
    var start = index - 1
    while start > 0, bytes[start - 1] != 0x20 { start -= 1 }
    guard start < index - 1, index - 1 - start <= 3 else { return false }
    var word: [UInt8] = []
    for place in start..<(index - 1) { word.append(bytes[place] | 0x20) }
    return ["of", "de", "di", "von"].contains { word.elementsEqual($0.utf8) }
  }

  /// The operation whose words begin at an index, with their length; nil if none does.
  static func operation(
    at index: Int, in bytes: Span<UInt8>, end: Int
  ) -> (length: Int, FormulaExpression.Operation)? {
    let first = bytes[index] | 0x20
    guard first >= 0x61, first <= 0x7A, firstBytes & (1 << UInt32(first & 31)) != 0, index > 0
    else { return nil }
    for phrase in phrases[Int(first)] where index + phrase.bytes.count < end {
      var offset = 0
      while offset < phrase.bytes.count {
        let byte = bytes[index + offset]
        let small = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
        if small != phrase.bytes[offset] { break }
        offset += 1
      }
      guard offset == phrase.bytes.count, bytes[index + offset] == 0x20 else { continue }
      if phrase.operation == .plus, followsOr(index, in: bytes) { continue }
      // In waiting times / visits, and in number of times called, it is a noun.
      if isBeforeOperation(index + offset, in: bytes, end: end) || followsOf(index, in: bytes) {
        continue
      }
      if phrase.needsNumber {
        let next = index + offset + 1
        guard next < end, bytes[next] == UInt8(ascii: "1") else { continue }
      }
      return (phrase.bytes.count, phrase.operation)
    }
    return nil
  }
}
