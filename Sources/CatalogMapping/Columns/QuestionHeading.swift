/// What headings mean that are questions.
///
/// Such are `Who answers for it?`, `D'où viennent les chiffres ?`, `Wie oft?`
enum QuestionHeading {
  /// The field a question asks for, with the language it is asked in; nil if the heading is none.
  static func field(_ heading: [UInt8]) -> (field: ColumnField, language: Int)? {
    let words = heading.split(separator: UInt8(ascii: " ")).map {
      String(decoding: $0, as: UTF8.self)
    }
    guard words.count >= 2, words.count <= 14 else { return nil }
    for length in [3, 2, 1] where words.count > length || length == words.count {
      let lead = Array(words.prefix(length).joined(separator: " ").utf8)
      var found: (field: ColumnField, language: Int)?
      WordList.questions.forEachMatch(FoldedHash(folded: lead[...])) { value, language in
        guard found == nil,
          let field = self.field(value, words, language)
        else { return }
        found = (field, language)
      }
      if let found { return found }
    }
    return nil
  }

  private static func field(_ word: String, _ words: [String], _ language: Int) -> ColumnField? {
    func mentions(_ stems: [String]) -> Bool {
      words.dropFirst().contains { word in stems.contains { word.hasPrefix($0) } }
    }
    let measures = mentions([
      "measur", "mesur", "gemess", "miss", "mess", "misur", "mide", "medi", "count", "compt",
      "gezahlt", "cont", "cuent",
    ])
    let calculates = mentions([
      "calcul", "comput", "berech", "gerech", "rechn", "calcol", "worked", "ermittelt",
    ])
    let collects = mentions([
      "collect", "gather", "collect", "recueil", "saisi", "enter", "erhob", "erfass", "raccol",
      "rilev", "inser", "recog", "recol", "captur", "introduc",
    ])
    switch word {
    case "who": return collects || measures ? .collector : .owner
    case "where": return .source
    case "howOften": return .frequency
    case "why": return .rationale
    case "when": return .targetDate
    case "what": return measures ? .description : nil
    case "how":
      if calculates { return .formula }
      return collects || measures ? .method : nil
    default: return nil
    }
  }
}
