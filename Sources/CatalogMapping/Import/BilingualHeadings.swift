internal import KPICatalog
internal import SpreadsheetML

/// The languages of headings in two: `Kennzahl / Measure`, or one below the other in a cell.
struct BilingualHeadings {
  /// The languages of the halves by their index, the first half's first; empty where most headings
  /// are in one language.
  let languages: [Int]

  /// Looks at the headings of a region.
  init(_ region: TableRegion, on sheet: SheetContent) {
    var places: [[Double]] = []
    var found = 0
    var headings = 0
    for plan in region.plans {
      guard let row = plan.headingRow,
        let text = sheet.cell(row: row, column: plan.column)?.text
      else { continue }
      headings += 1
      let halves = Self.halves(of: text)
      let known = halves.map { Self.hits($0) }
      guard halves.count >= 2, !known.contains(where: { $0.allSatisfy { $0 == 0 } }) else {
        continue
      }
      found += 1
      for (place, hits) in known.enumerated() {
        if places.count <= place { places.append(hits.map { _ in 0 }) }
        for (language, hit) in hits.enumerated() { places[place][language] += hit }
      }
    }
    guard found >= 2, found * 2 >= headings else {
      languages = []
      return
    }
    var chosen: [Int] = []
    for hits in places {
      let free = hits.indices.filter { !chosen.contains($0) && hits[$0] > 0 }
      guard let best = free.max(by: { (hits[$0], $1) < (hits[$1], $0) }) else { continue }
      chosen.append(best)
    }
    languages = chosen.count >= 2 ? chosen : []
  }

  /// The parts of a heading between line breaks, strokes and bars.
  private static func halves(of text: String) -> [String] {
    guard text.utf8.count <= 120 else { return [] }
    for mark in ["\n", "/", "|", " – ", " - ", " · "] where text.holds(mark) {
      let parts = text.parts(partedBy: mark).map(\.trimmed).filter { !$0.isEmpty }
      if parts.count == 2 || parts.count == 3 { return parts }
    }
    return []
  }

  /// How surely a half is a heading of each language.
  private static func hits(_ half: String) -> [Double] {
    var hits = EmbeddedVocabulary.languages.map { _ in 0.0 }
    let meanings = HeaderVocabulary.shared.meanings(of: HeaderText(half).base).filter {
      $0.strength != .inFamily
    }
    let languages = Set(meanings.map(\.language))
    for language in languages where hits.indices.contains(language) {
      hits[language] += 1 / Double(languages.count)
    }
    return hits
  }
}

extension BilingualHeadings {
  /// The language of the contents among those of the headings: by small words, letters and the
  /// words of lists.
  ///
  /// - Parameters:
  ///   - guess: What the texts say.
  ///   - region: The region.
  ///   - sheet: Its sheet.
  /// - Returns: Its index; nil if the headings are in one language.
  func language(_ guess: LanguageGuess, _ region: TableRegion, on sheet: SheetContent) -> Int? {
    guard let first = languages.first else { return nil }
    var points = guess.points
    let lists: [(ColumnField, WordList)] = [
      (.frequency, .frequency), (.reportingFrequency, .frequency), (.direction, .direction),
      (.unit, .unit), (.leadLag, .leadLag), (.lifecycle, .lifecycle), (.status, .status),
    ]
    for (field, list) in lists {
      guard let plan = region.plans.firstIndex(where: { $0.field == field }) else { continue }
      for record in region.records.prefix(40) {
        guard let place = region.place(plan, of: record),
          let text = sheet.cell(row: place.row, column: place.column)?.text
        else { continue }
        var known = LanguageSet()
        WordTable.shared.forEachMatch(FoldedHash(text)) { word, language in
          if word.list == list { known.insert(language) }
        }
        for language in known where points.indices.contains(language) {
          points[language] += 1 / Double(known.count * known.count)
        }
      }
    }
    return languages.max { points[$0] < points[$1] - 1e-9 }.flatMap { best in
      points[best] > points[first] + 1e-9 ? best : first
    }
  }
}
