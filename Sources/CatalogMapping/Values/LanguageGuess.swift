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
  /// A word of several languages counts for each, the less the more they are.
  mutating func add(_ text: String) {
    var languages: [Int] = []
    for word in Folding.bytes(of: String(text.prefix(600))).split(separator: UInt8(ascii: " ")) {
      guard word.count <= 9 else { continue }
      languages.removeAll(keepingCapacity: true)
      WordList.function.table.forEachMatch(Array(word)) { _, language in
        if !languages.contains(language) { languages.append(language) }
      }
      guard !languages.isEmpty else { continue }
      words += 1
      for language in languages {
        points[language] += 1 / Double(languages.count * languages.count)
      }
    }
    addLetters(of: text)
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
