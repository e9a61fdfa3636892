internal import KPICatalog

/// A heading taken apart: what it is called, and what brackets, years and language marks say
/// beside.
struct HeaderText {
  /// The heading as written, on one line.
  let raw: String
  /// The heading without numbering, trailing brackets, year and language mark.
  private(set) var base: String
  /// What stands in trailing brackets.
  private(set) var brackets: [String] = []
  /// The year, period or day it names.
  private(set) var moment: Moment?
  /// The language its last or first word names.
  private(set) var language: LanguageTag?
  /// The text from which ``language`` was cut, for when the word meant something else.
  private(set) var baseWithLanguage: String
  /// The unit its brackets name.
  private(set) var unit: UnitWords?

  /// Takes a heading apart.
  init(_ text: String) {
    raw = text.trimmed.onOneLine
    var rest = Self.withoutNumbering(text.trimmed)
    rest = rest.trimmingMarks
    while let (before, inside) = Self.trailingBracket(of: rest) {
      brackets.append(inside)
      rest = before.trimmingMarks
    }
    if rest.utf8.contains(where: { $0 >= 0x30 && $0 <= 0x39 }), case let words = PeriodWords(rest),
      let found = PeriodReading.find(in: words)
    {
      moment = found.moment
      let remaining = Self.withoutConnectives(words.removing(found.words).trimmingMarks)
      // A heading that is nothing but a year stays one.
      rest = remaining
    }
    baseWithLanguage = rest
    base = rest
    for bracket in brackets { take(bracket) }
    if language == nil { cutLanguage() }
  }

  /// What a bracket says: a language, a moment or a unit.
  private mutating func take(_ bracket: String) {
    if moment == nil, let found = PeriodReading.find(in: PeriodWords(bracket)) {
      moment = found.moment
    }
    let folded = Folding.bytes(of: bracket)
    if language == nil, let tag = WordList.language.value(folded: folded) {
      language = LanguageTag(tag)
    }
    if unit == nil { unit = UnitWords(heading: bracket) }
  }

  /// Cuts a language's code or name from the end or the start: `Name EN`, `FR: Nom`, `Description
  /// italiano`.
  private mutating func cutLanguage() {
    let bytes = base.utf8
    func isLetter(_ byte: UInt8) -> Bool {
      byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x80 || byte == UInt8(ascii: "'")
    }
    guard let last = bytes.lastIndex(where: isLetter), let first = bytes.firstIndex(where: isLetter)
    else { return }
    // The first word ends before the last begins.
    let lastStart = bytes[...last].lastIndex { !isLetter($0) }.map { bytes.index(after: $0) }
    let firstEnd = bytes[first...].firstIndex { !isLetter($0) }
    guard let lastStart, let firstEnd, firstEnd < lastStart else { return }
    for (word, rest) in [
      (base[lastStart...last], base[..<lastStart]), (base[first..<firstEnd], base[firstEnd...]),
    ] {
      // Small words such as de and en are no marks when written small within a heading.
      let isMark =
        word.count > 2 || word.allSatisfy(\.isUppercase) || base.contains("_")
        || base.contains("-") || base.contains("|")
      guard isMark, let tag = WordList.language.value(of: String(word)).flatMap({ LanguageTag($0) })
      else { continue }
      language = tag
      base = String(rest).trimmingMarks
      return
    }
  }

  private static func withoutNumbering(_ text: String) -> String {
    let bytes = text.utf8Span.span
    var index = 0
    while index < bytes.count, bytes[index] >= 0x30, bytes[index] <= 0x39 { index += 1 }
    guard index > 0, index <= 2, index < bytes.count else { return text }
    switch bytes[index] {
    case UInt8(ascii: "."), UInt8(ascii: ")"), UInt8(ascii: ":"): break
    default: return text
    }
    let rest = String(text.utf8.dropFirst(index + 1)).map(\.trimmed) ?? text
    // 1.10 is no numbering, and a number alone no heading.
    guard let next = rest.first, next.isLetter || next == "%" || next == "#" else { return text }
    return rest
  }

  private static func trailingBracket(of text: String) -> (before: String, inside: String)? {
    let bytes = text.utf8
    let open: UInt8
    switch bytes.last {
    case UInt8(ascii: ")"): open = UInt8(ascii: "(")
    case UInt8(ascii: "]"): open = UInt8(ascii: "[")
    case UInt8(ascii: "}"): open = UInt8(ascii: "{")
    default: return nil
    }
    guard let start = bytes.lastIndex(of: open), start > bytes.startIndex else { return nil }
    let inside = text[bytes.index(after: start)..<bytes.index(before: bytes.endIndex)]
    return (String(text[..<start]).trimmed, inside.trimmed)
  }

  /// Without words that lead to a date: `Target by end of`, `Cible à fin`.
  private static func withoutConnectives(_ text: String) -> String {
    var words = text.split(separator: " ")
    let list = WordList.compare
    while words.count > 1, let last = words.last,
      list.values(folded: Folding.bytes(of: String(last))).contains("by")
        || ["of", "de", "di", "del", "year", "jahr", "the", "-", "–", "fy"].contains(
          last.lowercased())
    {
      words.removeLast()
    }
    return words.joined(separator: " ").trimmingMarks
  }
}

extension String {
  /// Without blanks, asterisks, colons, question marks and dashes at the ends.
  var trimmingMarks: String {
    let trimmed = trimmed
    if Self.isPlain(trimmed.utf8.first), Self.isPlain(trimmed.utf8.last) { return trimmed }
    var text = Substring(trimmed)
    while let last = text.last, text.count > 1, Self.isMark(last) {
      // A point may end an abbreviation: Nr., Freq.
      if last == ".", !(text.dropLast().last?.isWhitespace ?? true) { break }
      text.removeLast()
    }
    while let first = text.first, text.count > 1, Self.isMark(first) { text.removeFirst() }
    return String(text)
  }

  /// Whether a byte at an end of a text is a letter or digit of ASCII, or closes a bracket.
  private static func isPlain(_ byte: UInt8?) -> Bool {
    guard let byte else { return true }
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "("), UInt8(ascii: ")"): return true
    default: return false
    }
  }

  private static func isMark(_ character: Character) -> Bool {
    switch character {
    case "*", ":", "?", "!", "-", "–", "—", "|", "_", "/", ",", ";", "¿", "¡", "•", ".": true
    default: character.isWhitespace
    }
  }
}
