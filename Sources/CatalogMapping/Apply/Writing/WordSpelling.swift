internal import KPICatalog
internal import SpreadsheetML

/// Chooses the word for a value of a closed list: as the column writes it elsewhere, as the cell's
/// dropdown has it, else the usual one in the language of the sheet.
struct WordSpelling {
  let reader: RegionReader

  /// The words that mean a value, in the order in which they are tried.
  ///
  /// - Parameters:
  ///   - plan: The plan of the column.
  ///   - place: The cell.
  ///   - means: Whether a text of the column has the meaning.
  ///   - list: The words of the value in the language of an index.
  /// - Returns: The words with how each was found, each once.
  func words(
    _ plan: Int, _ place: RegionReader.WritingPlace, where means: (String) -> Bool,
    list: (Int) -> [String]
  ) -> [(text: String, rule: WritingRule)] {
    var words: [(text: String, rule: WritingRule)] = []
    func add(_ text: String, _ rule: WritingRule) {
      if !words.contains(where: { $0.text == text }) { words.append((text, rule)) }
    }
    let texts = columnTexts(plan)
    for text in texts where means(text) { add(text, .columnWord) }
    for text in dropdown(place.at) where means(text) { add(text, .dropdownWord) }
    let isLower = !texts.isEmpty && texts.allSatisfy { $0.first?.isLowercase ?? false }
    let isUpper =
      !texts.isEmpty && texts.allSatisfy { $0 == $0.uppercased() && $0.count > 1 }
    for language in [reader.languageIndex] + Array(EmbeddedVocabulary.languages.indices) {
      for word in list(language) {
        if isUpper {
          add(word.uppercased(), .languageWord)
        } else if isLower, let first = word.first {
          add(first.lowercased() + word.dropFirst(), .languageWord)
        } else {
          add(word, .languageWord)
        }
      }
    }
    return words
  }

  /// The texts of a column, the most frequent first.
  func columnTexts(_ plan: Int) -> [String] {
    var counts: [String: (count: Int, place: Int)] = [:]
    for (index, entry) in reader.columnCells(plan).enumerated() {
      guard let text = CodeReading.text(entry.cell, in: reader.sheet), !text.isEmpty else {
        continue
      }
      counts[text, default: (0, index)].count += 1
    }
    return counts.sorted { ($1.value.count, $0.value.place) < ($0.value.count, $1.value.place) }
      .map(\.key)
  }

  /// The words of a cell's dropdown list that are written out in its rule.
  func dropdown(_ cell: CellReference) -> [String] {
    reader.sheet.dropdownWords(cell)
  }
}

extension SheetContent {
  /// The words a cell's dropdown list offers, as far as they stand in its rule or on this sheet.
  func dropdownWords(_ cell: CellReference) -> [String] {
    for rule in validations
    where rule.type == "list" && rule.ranges.contains(where: { $0.contains(cell) }) {
      let formula = rule.formula1
      if formula.hasPrefix("\""), formula.hasSuffix("\""), formula.count > 2 {
        return formula.dropFirst().dropLast().split(separator: ",").map { String($0).trimmed }
      }
      return lists[formula] ?? []
    }
    return []
  }
}
