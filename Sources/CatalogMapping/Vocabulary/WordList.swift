/// A list of words that stand for the values of a closed list, in all languages.
enum WordList: String, Sendable, CaseIterable {
  case frequency, direction, leadLag, kind, perspective, audience, unit, duration, aggregation
  case status, boolean, missing, method, lifecycle, language, month, compare, multiplier
  case operators = "operator"
  case questions = "question"
  case marks = "mark"
  case rows = "row"
  case sheets = "sheet"
  case headings = "heading"
  case function

  /// The value a text stands for, or nil.
  ///
  /// - Parameters:
  ///   - text: The text of a cell.
  ///   - language: The language whose words win, by its index.
  /// - Returns: The value, as the list of words names it.
  func value(of text: String, preferring language: Int? = nil) -> String? {
    value(of: FoldedHash(text), preferring: language)
  }

  /// Whether a text is one of the words.
  func holds(_ text: String) -> Bool { holds(FoldedHash(text)) }

  /// Whether a text is one of the words, given by its hash.
  func holds(_ hash: FoldedHash) -> Bool {
    var isKnown = false
    WordTable.shared.forEachMatch(hash) { word, _ in isKnown = isKnown || word.list == self }
    return isKnown
  }

  /// The value a folded text stands for, or nil.
  func value(folded text: [UInt8], preferring language: Int? = nil) -> String? {
    value(of: FoldedHash(folded: text[...]), preferring: language)
  }

  /// The value of a text given by its hash, or nil: of the language preferred, else the first.
  func value(of hash: FoldedHash, preferring language: Int? = nil) -> String? {
    var first: String?
    var preferred: String?
    WordTable.shared.forEachMatch(hash) { word, tag in
      guard word.list == self else { return }
      first = word.value
      if tag == language { preferred = word.value }
    }
    return preferred ?? first
  }

  /// The words of a value in a language, as they are written, the usual one first.
  ///
  /// The file is gone through at each call: it is for writing a word, not for looking one up.
  func words(for value: String, language: Int) -> [String] {
    let file = unsafe Array(EmbeddedVocabulary.words[language])
    var words: [String] = []
    TableFile.forEachLine(of: file, cells: 3) { cells in
      guard words.isEmpty, file[cells[0]].elementsEqual(rawValue.utf8),
        file[cells[1]].elementsEqual(value.utf8)
      else { return }
      words = String(decoding: file[cells[2]], as: UTF8.self).split(separator: ";")
        .map { String($0).trimmed }
    }
    return words
  }

  /// All values a folded text stands for in some language.
  func values(folded text: [UInt8]) -> [String] {
    var found: [String] = []
    WordTable.shared.forEachMatch(FoldedHash(folded: text[...])) { word, _ in
      if word.list == self, !found.contains(word.value) { found.append(word.value) }
    }
    return found
  }

  /// Calls a function with each value of a text and the language it has it in, the last of the
  /// files first.
  @inline(__always)
  func forEachMatch(_ hash: FoldedHash, _ body: (_ value: String, _ language: Int) -> Void) {
    WordTable.shared.forEachMatch(hash) { word, language in
      if word.list == self { body(word.value, language) }
    }
  }

  /// The different values of the words of a language that begin with some letters.
  func values(beginning: [UInt8], language: Int) -> [String] {
    WordTable.shared.values(of: self, beginning: beginning, language: language)
  }

  /// All words of the list, folded.
  var words: [[UInt8]] { WordTable.shared.words(of: self) }

  /// The lists that know a text.
  static func lists(knowing hash: FoldedHash) -> [WordList] {
    var lists: [WordList] = []
    WordTable.shared.forEachMatch(hash) { word, _ in
      if !lists.contains(word.list) { lists.append(word.list) }
    }
    return lists
  }
}

/// The words of all lists in one table.
final class WordTable: Sendable {
  /// A value of a list.
  @safe struct Meaning {
    let list: WordList
    fileprivate let bytes: UnsafeBufferPointer<UInt8>

    /// The value, as the list of words names it.
    var value: String { unsafe String(decoding: bytes, as: UTF8.self) }
  }

  static let shared = WordTable()

  private let table: SynonymTable

  private init() {
    table = unsafe SynonymTable(
      EmbeddedVocabulary.preparedWords, files: EmbeddedVocabulary.words, joinsWords: false,
      terms: Self.terms, make: Self.prepare)
  }

  private static let lists = WordList.allCases

  /// The terms that the numbers of a prepared table stand for.
  static var terms: [String] { ["words"] + lists.map(\.rawValue) }

  /// Makes the table of the files: of a line the number of its list, and where its value stands.
  static func prepare() -> SynonymTable.Preparation {
    let files = unsafe EmbeddedVocabulary.words
    var table = unsafe SynonymTable.Preparation(
      files: files, capacity: 8192, joinsWords: false, terms: terms)
    for language in unsafe files.indices {
      let file = unsafe Array(files[language])
      table.addLines(language: language, cells: 2) { cells in
        let name = String(decoding: file[cells[0]], as: UTF8.self)
        guard let list = lists.firstIndex(where: { $0.rawValue == name }),
          let length = UInt16(exactly: cells[1].count),
          let start = UInt32(exactly: cells[1].lowerBound)
        else { return nil }
        return UInt64(list) | UInt64(length) << 16 | UInt64(start) << 32
      }
    }
    return table
  }

  private func unpacked(_ packed: UInt64, _ language: Int) -> Meaning {
    let start = Int(packed >> 32)
    let end = start + Int(packed >> 16 & 0xFFFF)
    return unsafe Meaning(
      list: Self.lists[Int(packed & 0xFFFF)],
      bytes: UnsafeBufferPointer(rebasing: table.files[language][start..<end]))
  }

  @inline(__always)
  func forEachMatch(_ hash: FoldedHash, _ body: (_ word: Meaning, _ language: Int) -> Void) {
    table.forEachMatch(hash) { meaning, language in body(unpacked(meaning, language), language) }
  }

  func values(of list: WordList, beginning: [UInt8], language: Int) -> [String] {
    var values: [String] = []
    for index in 0..<table.count {
      let entry = table.entry(index)
      guard Int(entry.language) == language else { continue }
      let meaning = meaning(of: entry)
      guard meaning.list == list, !values.contains(meaning.value),
        table.text(of: entry).starts(with: beginning)
      else { continue }
      values.append(meaning.value)
    }
    return values
  }

  func words(of list: WordList) -> [[UInt8]] {
    (0..<table.count).map(table.entry).filter { meaning(of: $0).list == list }
      .map(table.text)
  }

  private func meaning(of entry: SynonymTable.Entry) -> Meaning {
    unsafe unpacked(table.meanings[Int(entry.meaning)], Int(entry.language))
  }
}
