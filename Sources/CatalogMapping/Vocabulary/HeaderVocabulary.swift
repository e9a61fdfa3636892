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
    let files = EmbeddedVocabulary.languages.indices.map(EmbeddedVocabulary.headers)
    var table = SynonymTable(files: files, capacity: 8192, joinsWords: true)
    var meanings: [(field: ColumnField, strength: Strength)] = []
    for language in files.indices {
      let file = files[language]
      var key = 0..<0
      var known: (field: ColumnField, strength: Strength)?
      table.addLines(language: language, cells: 1) { cells in
        // The lines of a field stand together.
        if key.count != cells[0].count || !file[key].elementsEqual(file[cells[0]]) {
          key = cells[0]
          known = Self.parse(file[key])
        }
        guard let meaning = known else { return nil }
        meanings.append(meaning)
        return meanings.count - 1
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

  /// What a heading may mean, given folded and with its words for *and* joined.
  func meanings(of heading: [UInt8]) -> [Meaning] {
    meanings(of: FoldedHash(folded: heading[...]))
  }

  /// What a heading means as it stands; empty for most texts, and then found out quickly.
  func meanings(of text: String) -> [Meaning] {
    meanings(of: FoldedHash(text, joinsWords: true))
  }

  private func meanings(of hash: FoldedHash) -> [Meaning] {
    var found: [Meaning] = []
    table.forEachMatch(hash) { meaning, language in
      let (field, strength) = meanings[meaning]
      found.append(Meaning(field: field, strength: strength, language: language))
    }
    return found
  }

  /// Whether a text is a heading, be it one that counts only beside others.
  func knows(_ text: String) -> Bool {
    var isKnown = false
    table.forEachMatch(FoldedHash(text, joinsWords: true)) { _, _ in isKnown = true }
    return isKnown
  }

  /// What an entry of ``table`` means.
  func meaning(of entry: SynonymTable.Entry) -> Meaning {
    let (field, strength) = meanings[Int(entry.meaning)]
    return Meaning(field: field, strength: strength, language: Int(entry.language))
  }
}
