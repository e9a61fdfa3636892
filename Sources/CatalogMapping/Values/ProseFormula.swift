internal import KPICatalog

/// A formula that stands inside a description: `Share of … . Formula: A / B x 100`.
struct ProseFormula: Sendable {
  /// The description without the formula.
  let description: String
  /// The formula without the word that leads to it.
  let formula: String
  /// Where the formula stands in the text.
  let range: Range<String.Index>
  /// From the word that leads to it up to its end.
  let whole: Range<String.Index>

  /// Cuts the formula out of a text.
  ///
  /// The word for formula must begin a line or a sentence and be followed by a colon or an equals
  /// sign. The formula goes on to the end of its line, or of the text.
  ///
  /// - Returns: nil if there is none.
  init?(_ text: String) {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "=") }) else {
      return nil
    }
    let bytes = text.utf8
    for colon in bytes.indices
    where bytes[colon] == UInt8(ascii: ":") || bytes[colon] == UInt8(ascii: "=") {
      guard let start = Self.mark(endingAt: colon, in: text) else { continue }
      let rest = text[text.index(after: colon)...]
      // A colon may be followed by a line break before the formula.
      let begin = rest.firstIndex { !$0.isWhitespace } ?? rest.endIndex
      guard begin < rest.endIndex else { continue }
      let line = rest[begin...].firstIndex(where: \.isNewline) ?? rest.endIndex
      let isInBrackets = text[start] == "("
      let bracket = isInBrackets ? Self.closingBracket(in: text[begin..<line]) : nil
      let end = bracket ?? Self.sentenceEnd(of: text[begin..<line])
      let formula = rest[begin..<end].trimmed
      guard !formula.isEmpty else { continue }
      var formulaEnd = end
      while formulaEnd > begin, text[text.index(before: formulaEnd)].isWhitespace {
        formulaEnd = text.index(before: formulaEnd)
      }
      range = begin..<formulaEnd
      var wordStart = start
      while wordStart < begin, text[wordStart].isWhitespace {
        wordStart = text.index(after: wordStart)
      }
      // What closes the brackets or the sentence goes with the formula.
      let isClosed = bracket != nil || end < line
      let wholeEnd = isClosed ? text.index(after: end) : formulaEnd
      whole = wordStart..<wholeEnd
      let before = text[..<start].trimmed
      let after = text[(isClosed ? wholeEnd : end)...].trimmed
      self.formula = formula
      self.description = before.isEmpty ? after : after.isEmpty ? before : before + "\n" + after
      return
    }
    return nil
  }

  /// The bracket that closes one opened before a text, or nil.
  private static func closingBracket(in text: Substring) -> String.Index? {
    var depth = 0
    for index in text.indices {
      if text[index] == "(" { depth += 1 }
      if text[index] == ")" {
        if depth == 0 { return index }
        depth -= 1
      }
    }
    return nil
  }

  /// The point or semicolon that ends a formula where another sentence follows on its line; else
  /// the end of the line.
  ///
  /// A point ends it before a label such as `Source:`, or where what stands before it is a formula
  /// for sure: `Nb. clients / Nb. visites` is one formula.
  private static func sentenceEnd(of line: Substring) -> String.Index {
    var place = line.startIndex
    while let mark = line[place...].firstIndex(where: { $0 == "." || $0 == ";" }) {
      place = line.index(after: mark)
      let rest = line[place...]
      guard let blank = rest.first, blank.isWhitespace,
        let first = rest.first(where: { !$0.isWhitespace }), first.isLetter
      else { continue }
      let head = String(line[..<mark]).trimmed
      let isApart = line[mark] == ";" ? hasLabel(rest) : first.isUppercase
      if isApart, !head.isEmpty, FormulaGuess(head, language: .english) != nil { return mark }
    }
    return line.endIndex
  }

  /// Whether a text begins with one to three words and a colon.
  private static func hasLabel(_ text: Substring) -> Bool {
    guard let colon = text.firstIndex(of: ":") else { return false }
    let words = text[..<colon].split(whereSeparator: \.isWhitespace)
    return (1...3).contains(words.count)
      && words.allSatisfy { $0.allSatisfy { $0.isLetter || $0 == "'" || $0 == "’" } }
  }

  /// The start of the word for formula that ends just before a colon, or nil.
  private static func mark(endingAt colon: String.Index, in text: String) -> String.Index? {
    // The beginning of the sentence or line the colon stands in.
    let bytes = text.utf8
    var start = colon
    var length = 0
    while start > bytes.startIndex, length < 44 {
      let previous = bytes.index(before: start)
      if endsSentence(bytes[previous]) { break }
      // Dashes: their last byte is found first.
      if bytes[previous] == 0x93 || bytes[previous] == 0x94,
        bytes[..<start].suffix(3).starts(with: [0xE2, 0x80])
      {
        break
      }
      start = previous
      length += 1
    }
    guard length < 44 else { return nil }
    let word = text[start..<colon].trimmed
    guard !word.isEmpty, word.utf8.count <= 40,
      WordList.marks.value(of: word) == "formula"
    else { return nil }
    // An opening bracket before it belongs to it.
    if start > bytes.startIndex, bytes[bytes.index(before: start)] == UInt8(ascii: "(") {
      return bytes.index(before: start)
    }
    return start
  }

  private static func endsSentence(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x0A...0x0D, UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: "!"),
      UInt8(ascii: "?"), UInt8(ascii: ")"), UInt8(ascii: "("), UInt8(ascii: "|"):
      true
    default: false
    }
  }
}
