/// The headings of columns in all languages: what each may mean.
final class HeaderVocabulary: Sendable {
  /// How surely a heading means a field.
  enum Strength: Int, Sendable, Comparable {
    /// Only beside or under other headings of its family: `G`, `From`.
    case inFamily
    /// It may; the values decide: `Goal`, `Type`.
    case possible
    /// It does.
    case certain

    static func < (left: Strength, right: Strength) -> Bool { left.rawValue < right.rawValue }
  }

  /// One thing a heading may mean.
  struct Meaning: Sendable {
    let field: ColumnField
    let strength: Strength
    /// The index of the language in which it does.
    let language: Int
  }

  /// The headings of the program.
  static let shared = HeaderVocabulary()

  let table: SynonymTable
  private let meanings: [(field: ColumnField, strength: Strength)]

  private init() {
    var table = SynonymTable(capacity: 8192)
    var meanings: [(field: ColumnField, strength: Strength)] = []
    var known: [ArraySlice<UInt8>: Int] = [:]
    for language in EmbeddedVocabulary.languages.indices {
      let bytes = EmbeddedVocabulary.headers(language)
      let span = bytes.span
      TableFile.forEachLine(of: bytes, cells: 2) { cells in
        let key = bytes[cells[0]]
        let meaning: Int
        if let number = known[key] {
          meaning = number
        } else {
          guard let parsed = Self.parse(key) else { return }
          meaning = meanings.count
          meanings.append(parsed)
          known[key] = meaning
        }
        table.add(
          span.extracting(cells[1]), meaning: meaning, language: language, joinsWords: true)
      }
    }
    self.table = table
    self.meanings = meanings
  }

  /// Reads the first cell of a line: a field, perhaps with `?` or `+` behind it.
  private static func parse(
    _ key: ArraySlice<UInt8>
  ) -> (field: ColumnField, strength: Strength)? {
    var key = key
    var strength = Strength.certain
    if key.last == UInt8(ascii: "?") { strength = .possible }
    if key.last == UInt8(ascii: "+") { strength = .inFamily }
    if strength != .certain { key = key.dropLast() }
    return ColumnField(name: String(decoding: key, as: UTF8.self)).map { ($0, strength) }
  }

  /// The letters of each entry of ``table``, made when a heading is not known as it stands.
  var letters: [LetterSet] { Self.allLetters }

  private static let allLetters = shared.table.entries.map { LetterSet(shared.table.text(of: $0)) }

  /// What a heading may mean, given folded and with its words for *and* joined.
  func meanings(of heading: [UInt8]) -> [Meaning] {
    var found: [Meaning] = []
    table.forEachMatch(heading) { meaning, language in
      let (field, strength) = meanings[meaning]
      found.append(Meaning(field: field, strength: strength, language: language))
    }
    return found
  }

  /// What a heading means as it stands; empty for most texts, and then found out quickly.
  func meanings(of text: String) -> [Meaning] {
    let span = text.utf8Span.span
    var found: [Meaning] = []
    if !Self.mayJoinWords(span) {
      let isPlain = table.forEachMatch(plain: span) { meaning, language in
        let (field, strength) = meanings[meaning]
        found.append(Meaning(field: field, strength: strength, language: language))
      }
      if isPlain { return found }
    }
    return meanings(of: Folding.joinWords(Folding.bytes(of: text)))
  }

  /// Whether a text holds a word of one to three letters that could be one for *and*.
  private static func mayJoinWords(_ text: Span<UInt8>) -> Bool {
    var length = 0
    var words = 0
    for index in 0...text.count {
      if index < text.count, text[index] != UInt8(ascii: " ") {
        length += 1
      } else {
        if length > 0 {
          words += 1
          if length <= 3, words > 1, index < text.count {
            switch text[index - length] | 0x20 {
            case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "u"), UInt8(ascii: "y"):
              return true
            default: break
            }
          }
        }
        length = 0
      }
    }
    return false
  }

  /// What an entry of ``table`` means.
  func meaning(of entry: SynonymTable.Entry) -> Meaning {
    let (field, strength) = meanings[Int(entry.meaning)]
    return Meaning(field: field, strength: strength, language: Int(entry.language))
  }
}
