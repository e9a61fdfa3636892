internal import SpreadsheetML

/// Tells rows of a table that hold heading words from the headers of further tables.
///
/// Heading words are everyday words: `Direction` owns a measure, `Nombre` is a unit in French and a
/// heading in Spanish.
struct BodyRow {
  let sheet: SheetContent

  init(_ sheet: SheetContent) {
    self.sheet = sheet
  }

  /// Whether a row that could be a header is a row of the table whose header stands above it.
  ///
  /// - Parameters:
  ///   - candidate: The row.
  ///   - header: The nearest header above it over the same columns.
  /// - Returns: True if its cells are values of that table's columns, or few of them are headings
  ///   in its language.
  func isBody(_ candidate: HeaderCandidate, of header: HeaderCandidate) -> Bool {
    guard header.score > candidate.score, !sheet.isMarkedHeader(row: candidate.row),
      let first = header.columns.first, let last = header.columns.last,
      !hasHeadingsBeside(first...last, candidate)
    else { return false }
    let cells = sheet.rows[candidate.index].cells.filter {
      first...last ~= $0.column && !$0.isBlank
    }
    let headings = Dictionary(
      zip(header.columns, header.matches), uniquingKeysWith: { first, _ in first })
    let own = sheet.rows[header.index]
    // The same headings again, on the next page or over the next block.
    let repeated = cells.count { cell in
      cell.text != nil && own.cell(cell.column)?.text == cell.text
    }
    if repeated * 5 >= cells.count * 4 { return false }
    var values = 0
    for cell in cells {
      guard let matches = headings[cell.column] else { continue }
      if holdsQuantity(cell, under: matches) { return true }
      if isWord(cell, under: matches) { values += 1 }
    }
    if isSetApart(candidate, from: header) { return false }
    let languages = Self.languages(of: header.matches)
    let matches = zip(candidate.columns, candidate.matches).filter { first...last ~= $0.0 }.map(\.1)
    let known = matches.count { Self.isHeading($0, in: languages) }
    guard values == 0 else { return known < cells.count }
    if known * 2 > cells.count { return false }
    // A further table in another language, as in books for several countries.
    return !Self.languages(of: matches).contains { language in
      cells.count >= 3 && matches.count { Self.isHeading($0, in: [language]) } == cells.count
    }
  }

  /// Whether a row has headings outside the table's columns too, so that a table beside it begins
  /// there.
  private func hasHeadingsBeside(
    _ columns: ClosedRange<Int>, _ candidate: HeaderCandidate
  ) -> Bool {
    zip(candidate.columns, candidate.matches).count { column, matches in
      !(columns ~= column) && matches.contains { $0.strength == .certain }
    } >= 2
  }

  /// Whether a cell holds a number, no year, under a target or another value.
  private func holdsQuantity(_ cell: SheetContent.Cell, under matches: [HeaderMatch]) -> Bool {
    guard
      matches.contains(where: {
        $0.strength != .inFamily && ($0.field.isQuantity || $0.field == .weight)
      })
    else { return false }
    if let text = cell.text {
      return text.utf8.contains { $0 >= 0x30 && $0 <= 0x39 }
        && PeriodReading.moment(in: text) == nil
        && QuantityText(text) != nil
    }
    return cell.number != nil && HeaderCellText.text(cell, in: sheet) == nil
  }

  /// Whether a cell holds a unit, a frequency or a direction under that heading.
  private func isWord(_ cell: SheetContent.Cell, under matches: [HeaderMatch]) -> Bool {
    guard cell.text != nil else { return false }
    return matches.contains { match in
      [.unit, .frequency, .reportingFrequency, .direction, .leadLag].contains(match.field)
        && match.strength == .certain
        && ValueColumn.reads(cell.value, as: match.field) == true
    }
  }

  /// Whether all cells of a row are bold or filled as those of the row above it are not.
  private func isSetApart(_ candidate: HeaderCandidate, from header: HeaderCandidate) -> Bool {
    guard candidate.standsOut else { return false }
    return sheet.rows[(header.index + 1)..<max(header.index + 1, candidate.index)].contains { row in
      row.cells.contains { cell in
        let look = sheet.look(cell)
        return !cell.isBlank && !look.isBold && !look.hasFill
      }
    }
  }

  private static func isHeading(_ matches: [HeaderMatch], in languages: LanguageSet) -> Bool {
    matches.contains { match in
      match.strength != .inFamily
        && (languages.isEmpty || match.languages.isEmpty
          || !match.languages.isDisjoint(with: languages))
    }
  }

  /// The languages most headings are in.
  private static func languages(of matches: [[HeaderMatch]]) -> LanguageSet {
    var hits: [Int: Int] = [:]
    for list in matches {
      var languages = LanguageSet()
      for match in list where match.strength != .inFamily { languages.formUnion(match.languages) }
      for language in languages { hits[language, default: 0] += 1 }
    }
    let most = hits.values.max() ?? 0
    var languages = LanguageSet()
    for (language, count) in hits where count * 10 >= most * 7 { languages.insert(language) }
    return languages
  }
}
