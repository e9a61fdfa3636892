internal import KPICatalog

/// Tells the language of texts by the small words they hold.
struct LanguageGuess {
  /// Points by language index.
  private(set) var points: [Double]
  /// How many small words were seen.
  private(set) var words = 0

  init() {
    points = [Double](repeating: 0, count: EmbeddedVocabulary.languages.count)
  }

  /// Counts the small words of a text.
  ///
  /// A word of several languages counts for each, the less the more they are. After some hundreds
  /// of them nothing is learnt any more.
  mutating func add(_ text: String) {
    guard words < Self.enough else { return }
    let bytes = text.utf8Span.span
    let end = min(bytes.count, 600)
    var start = 0
    var isPlain = true
    for index in 0...end {
      let byte = index < end ? bytes[index] : UInt8(ascii: " ")
      if byte >= 0x80 { isPlain = false }
      let letter = byte | 0x20
      if letter >= UInt8(ascii: "a") && letter <= UInt8(ascii: "z") || byte >= 0x80 { continue }
      if index > start, index - start <= 10 { addWord(bytes.extracting(start..<index)) }
      start = index + 1
    }
    if !isPlain { addLetters(of: text) }
  }

  private static let enough = 600

  private mutating func addWord(_ word: Span<UInt8>) {
    var languages: UInt64 = 0
    WordList.function.forEachMatch(FoldedHash(word)) { _, language in
      languages |= 1 << UInt64(language & 63)
    }
    guard languages != 0 else { return }
    words += 1
    let count = Double(languages.nonzeroBitCount)
    for language in points.indices where languages >> UInt64(language & 63) & 1 == 1 {
      points[language] += 1 / (count * count)
    }
  }

  /// Letters that only one of the languages has.
  private mutating func addLetters(of text: String) {
    func add(_ tag: LanguageTag, _ weight: Double) {
      if let index = EmbeddedVocabulary.index(of: tag) { points[index] += weight }
    }
    for scalar in text.unicodeScalars.prefix(300) where scalar.value > 0x7F {
      switch scalar {
      case "ß": add(.german, 1)
      case "ä", "ö", "Ä", "Ö", "Ü", "ü": add(.german, 0.4)
      case "ñ", "¿", "¡": add(.spanish, 0.6)
      case "á", "í", "ó", "ú": add(.spanish, 0.25)
      case "ê", "ç", "œ", "â", "î", "û", "ë", "ô", "É", "È": add(.french, 0.3)
      case "ì", "ò": add(.italian, 0.4)
      default: break
      }
    }
  }

  /// The language of most points, if it leads clearly.
  var best: Int? {
    guard let most = points.max(), most > 0, let index = points.firstIndex(of: most) else {
      return nil
    }
    return index
  }

  /// Joins the language of the contents with that of the headings.
  ///
  /// - Parameter headings: Hits of headings by language.
  /// - Returns: The index of the language; English if nothing speaks for any.
  func language(withHeadings headings: [Double]) -> Int {
    let most = points.reduce(0, +)
    let heads = headings.reduce(0, +)
    // Many small words outvote the headings: a French list may stand under English headings.
    let weight = min(0.75, Double(words) / 20)
    var best = 0
    var bestScore = -1.0
    for index in points.indices {
      let content = most > 0 ? points[index] / most : 0
      let head = heads > 0 && headings.indices.contains(index) ? headings[index] / heads : 0
      let score = weight * content + (1 - weight) * head
      if score > bestScore + 1e-9 {
        bestScore = score
        best = index
      }
    }
    return best
  }
}
