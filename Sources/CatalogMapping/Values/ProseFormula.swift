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
      let end = rest[begin...].firstIndex(where: \.isNewline) ?? rest.endIndex
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
      whole = wordStart..<formulaEnd
      let before = text[..<start].trimmed
      let after = text[end...].trimmed
      self.formula = formula
      self.description = before.isEmpty ? after : after.isEmpty ? before : before + "\n" + after
      return
    }
    return nil
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
