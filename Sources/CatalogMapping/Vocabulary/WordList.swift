/// A list of words that stand for the values of a closed list, in all languages.
///
/// Lists are made when they are first asked for.
final class WordList: Sendable {
  let table: SynonymTable
  /// The values, by their index in the table.
  let values: [String]

  private let name: String

  private init(_ name: String) {
    self.name = name
    var table = SynonymTable(capacity: 512)
    var values: [String] = []
    for line in WordFiles.lines[name] ?? [] {
      let bytes = WordFiles.bytes[line.language]
      let value = String(decoding: bytes[line.value], as: UTF8.self)
      let number = values.firstIndex(of: value) ?? values.count
      if number == values.count { values.append(value) }
      table.add(
        bytes.span.extracting(line.words), meaning: number, language: line.language,
        joinsWords: false)
    }
    self.table = table
    self.values = values
  }

  static let frequency = WordList("frequency")
  static let direction = WordList("direction")
  static let leadLag = WordList("leadLag")
  static let kind = WordList("kind")
  static let perspective = WordList("perspective")
  static let audience = WordList("audience")
  static let unit = WordList("unit")
  static let duration = WordList("duration")
  static let aggregation = WordList("aggregation")
  static let status = WordList("status")
  static let boolean = WordList("boolean")
  static let missing = WordList("missing")
  static let method = WordList("method")
  static let lifecycle = WordList("lifecycle")
  static let language = WordList("language")
  static let month = WordList("month")
  static let compare = WordList("compare")
  static let multiplier = WordList("multiplier")
  static let operators = WordList("operator")
  static let questions = WordList("question")
  static let marks = WordList("mark")
  static let rows = WordList("row")
  static let sheets = WordList("sheet")
  static let function = WordList("function")

  /// The value a text stands for, or nil.
  ///
  /// - Parameters:
  ///   - text: The text of a cell.
  ///   - language: The language whose words win, by its index.
  /// - Returns: The value, as the list of words names it.
  func value(of text: String, preferring language: Int? = nil) -> String? {
    var first: Int?
    var preferred: Int?
    let isPlain = table.forEachMatch(plain: text.utf8Span.span) { meaning, tag in
      first = meaning
      if tag == language { preferred = meaning }
    }
    guard isPlain else { return value(folded: Folding.bytes(of: text), preferring: language) }
    return (preferred ?? first).map { values[$0] }
  }

  /// Whether a text is one of the words.
  func holds(_ text: String) -> Bool {
    var isKnown = false
    let isPlain = table.forEachMatch(plain: text.utf8Span.span) { _, _ in isKnown = true }
    return isPlain ? isKnown : table.meaning(of: Folding.bytes(of: text)) != nil
  }

  /// The value a folded text stands for, or nil.
  func value(folded text: [UInt8], preferring language: Int? = nil) -> String? {
    table.meaning(of: text, preferring: language).map { values[$0] }
  }

  /// The words of a value in a language, as they are written, the usual one first.
  func words(for value: String, language: Int) -> [String] {
    for line in WordFiles.lines[name] ?? [] where line.language == language {
      let bytes = WordFiles.bytes[language]
      guard bytes[line.value].elementsEqual(value.utf8) else { continue }
      return String(decoding: bytes[line.words], as: UTF8.self).split(separator: ";")
        .map { String($0).trimmed }
    }
    return []
  }

  /// All values a folded text stands for in some language.
  func values(folded text: [UInt8]) -> [String] {
    var found: [String] = []
    table.forEachMatch(text) { meaning, _ in
      if !found.contains(values[meaning]) { found.append(values[meaning]) }
    }
    return found
  }
}

/// The files of words with the places of their lines, read once.
private enum WordFiles {
  struct Line: Sendable {
    let language: Int
    let value: Range<Int>
    let words: Range<Int>
  }

  static let bytes = EmbeddedVocabulary.languages.indices.map(EmbeddedVocabulary.words)

  /// The lines of each list.
  static let lines: [String: [Line]] = {
    var lists: [String: [Line]] = [:]
    for language in bytes.indices {
      TableFile.forEachLine(of: bytes[language], cells: 3) { cells in
        let name = String(decoding: bytes[language][cells[0]], as: UTF8.self)
        lists[name, default: []].append(
          Line(language: language, value: cells[1], words: cells[2]))
      }
    }
    return lists
  }()
}
