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

  private init() {
    table = unsafe SynonymTable(
      EmbeddedVocabulary.preparedHeaders, files: EmbeddedVocabulary.headers, joinsWords: true,
      terms: Self.terms, make: Self.prepare)
  }

  /// The terms that the numbers of a prepared table stand for.
  static var terms: [String] { ["headers"] + ColumnField.names }

  /// Makes the table of the files.
  static func prepare() -> SynonymTable.Preparation {
    let files = unsafe EmbeddedVocabulary.headers
    var table = unsafe SynonymTable.Preparation(
      files: files, capacity: 8192, joinsWords: true, terms: terms)
    for language in unsafe files.indices {
      let file = unsafe Array(files[language])
      table.addLines(language: language, cells: 1) { cells in
        parse(file[cells[0]]).map { field, strength in
          UInt64(field.rawValue) | UInt64(strength.rawValue) << 16
        }
      }
    }
    return table
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
      found.append(Self.unpacked(meaning, language))
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
    unsafe Self.unpacked(table.meanings[Int(entry.meaning)], Int(entry.language))
  }

  private static func unpacked(_ packed: UInt64, _ language: Int) -> Meaning {
    // Only numbers of cases are packed; the table goes with these very cases.
    Meaning(
      field: ColumnField(rawValue: Int(packed & 0xFFFF)) ?? .custom,
      strength: Strength(rawValue: Int(packed >> 16 & 0xFFFF)) ?? .inFamily, language: language)
  }
}
