internal import CVocabulary
internal import KPICatalog

/// The files of `catalog/vocabulary`, embedded in the program; the one file that knows C.
enum EmbeddedVocabulary {
  /// The languages in the order of their index.
  static let languages: [LanguageTag] = (0..<Int(max(0, vocabulary_languages()))).compactMap {
    unsafe vocabulary_language(Int32($0)).flatMap { LanguageTag(unsafe String(cString: $0)) }
  }

  /// The index of a language, or nil if there are no words of it.
  static func index(of language: LanguageTag) -> Int? {
    let base = language.base
    return languages.firstIndex(of: base)
  }

  /// The tables of headings, by language.
  static var headers: [UnsafeBufferPointer<UInt8>] {
    unsafe languages.indices.map { language in
      var length = 0
      let start = unsafe vocabulary_headers(Int32(clamping: language), &length)
      return unsafe bytes(start, length)
    }
  }

  /// The tables of words, by language.
  static var words: [UnsafeBufferPointer<UInt8>] {
    unsafe languages.indices.map { language in
      var length = 0
      let start = unsafe vocabulary_words(Int32(clamping: language), &length)
      return unsafe bytes(start, length)
    }
  }

  /// The prepared table of headings.
  static var preparedHeaders: UnsafeRawBufferPointer {
    var length = 0
    let start = unsafe vocabulary_prepared_headers(&length)
    return unsafe UnsafeRawBufferPointer(bytes(start, length))
  }

  /// The prepared table of words.
  static var preparedWords: UnsafeRawBufferPointer {
    var length = 0
    let start = unsafe vocabulary_prepared_words(&length)
    return unsafe UnsafeRawBufferPointer(bytes(start, length))
  }

  private static func bytes(
    _ start: UnsafePointer<UInt8>?, _ length: Int
  ) -> UnsafeBufferPointer<UInt8> {
    // The C side gives constant arrays with their size.
    unsafe UnsafeBufferPointer(start: start, count: start == nil ? 0 : length)
  }
}

/// Walks over the lines of a table file: cells parted by tabs, `#` at the start for a remark.
enum TableFile {
  /// Calls a function with the bounds of each line's cells.
  static func forEachLine(
    of bytes: [UInt8], cells count: Int, _ body: (_ cells: [Range<Int>]) -> Void
  ) {
    var start = 0
    var cells: [Range<Int>] = []
    var cellStart = 0
    for index in 0...bytes.count {
      let byte = index < bytes.count ? bytes[index] : 0x0A
      if byte == 0x09, cells.count < count - 1 {
        cells.append(cellStart..<index)
        cellStart = index + 1
      } else if byte == 0x0A {
        cells.append(cellStart..<index)
        if cells.count == count, bytes[start] != UInt8(ascii: "#") { body(cells) }
        cells.removeAll(keepingCapacity: true)
        start = index + 1
        cellStart = start
      }
    }
  }
}
