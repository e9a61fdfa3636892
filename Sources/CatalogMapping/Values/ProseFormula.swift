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
    for colon in text.indices where text[colon] == ":" || text[colon] == "=" {
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
      whole = start..<formulaEnd
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
    let before = text[..<colon]
    // The beginning of the sentence or line the colon stands in.
    var start = before.endIndex
    var length = 0
    while start > before.startIndex, length < 40 {
      let previous = before.index(before: start)
      let character = before[previous]
      if character.isNewline || ".;!?)(–—|".contains(character) { break }
      start = previous
      length += 1
    }
    let word = before[start...].trimmed
    guard !word.isEmpty, word.utf8.count <= 40,
      WordList.marks.value(of: word) == "formula"
    else { return nil }
    // An opening bracket before it belongs to it.
    if start > before.startIndex, before[before.index(before: start)] == "(" {
      return before.index(before: start)
    }
    return start
  }
}
