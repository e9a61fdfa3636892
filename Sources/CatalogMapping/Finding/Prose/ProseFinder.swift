internal import KPICatalog
internal import SpreadsheetML

/// Finds lists of prose: names with a paragraph beside each, and no header.
struct ProseFinder {
  let sheet: SheetContent

  init(_ sheet: SheetContent) {
    self.sheet = sheet
  }

  /// The list; nil if the sheet is none.
  func region() -> TableRegion? {
    guard let columns = self.columns() else { return nil }
    var region = TableRegion(
      layout: .prose, headerRows: nil, columns: (columns.code ?? columns.name)...columns.prose)
    if let code = columns.code {
      region.plans.append(plan(code, .id, "short texts that all differ, before the names"))
    }
    region.plans.append(plan(columns.name, .name, "short texts, each beside a paragraph"))
    region.plans.append(plan(columns.prose, .description, "a paragraph beside each name"))
    let start = leadingTexts(columns)
    region.headings = start.headings
    var classifier = RowClassifier(region, rows: start.firstRow..<sheet.rows.count, in: sheet)
    classifier.run()
    region = classifier.region
    guard region.records.count >= 3, isLibrary(region, columns) else { return nil }
    region.languages = [Double](repeating: 0, count: EmbeddedVocabulary.languages.count)
    return region
  }

  private func plan(_ column: Int, _ field: ColumnField, _ reason: String) -> ColumnPlan {
    ColumnPlan(
      column: column, field: field, heading: CellReference.letters(ofColumn: column),
      headingRow: nil,
      certainty: 0.75, reasons: [reason])
  }

  private typealias Columns = (code: Int?, name: Int, prose: Int)

  /// The columns of names and paragraphs: the longest texts, and short ones left of them in most of
  /// the same rows.
  private func columns() -> Columns? {
    var lengths: [Int: (count: Int, bytes: Int, long: Int)] = [:]
    for row in sheet.rows.prefix(400) {
      for cell in row.cells {
        guard let text = cell.text else { continue }
        let length = text.utf8.count
        let known = lengths[cell.column] ?? (0, 0, 0)
        lengths[cell.column] = (
          known.count + 1, known.bytes + length, known.long + (length >= 35 ? 1 : 0)
        )
      }
    }
    guard
      let prose = lengths.filter({ $0.value.count >= 3 && $0.value.long * 2 >= $0.value.count })
        .max(by: { ($0.value.bytes, $1.key) < ($1.value.bytes, $0.key) })
    else { return nil }
    let names = lengths.filter { column, value in
      column < prose.key && column >= prose.key - 3 && value.count >= 3
        && value.bytes / value.count <= 70 && value.bytes / value.count >= 5
        && value.bytes / value.count * 3 <= prose.value.bytes / prose.value.count * 2
        && value.count * 10 >= prose.value.count * 8
    }
    guard let name = names.max(by: { $0.key < $1.key }) else { return nil }
    let code = lengths.first { column, value in
      column < name.key && value.count * 10 >= prose.value.count * 8
        && value.bytes / value.count <= 10
    }?.key
    return (code, name.key, prose.key)
  }

  /// The texts above the list that are its title, and the first row that belongs to it.
  private func leadingTexts(_ columns: Columns) -> (headings: [TableRegion.Banner], firstRow: Int) {
    func isPair(_ row: SheetContent.Row) -> Bool {
      row.cell(columns.name)?.text != nil && row.cell(columns.prose)?.text != nil
    }
    guard let first = sheet.rows.firstIndex(where: isPair) else { return ([], 0) }
    // Banners further down tell which of the texts above are banners too.
    let bannerStyles = Set(
      sheet.rows[first...].filter { row in
        row.cells.count { !$0.isBlank } == 1 && row.cell(columns.name)?.text != nil
      }.compactMap { $0.cell(columns.name)?.style })
    var headings: [TableRegion.Banner] = []
    var start = first
    for index in 0..<first {
      let row = sheet.rows[index]
      guard let cell = row.cells.first(where: { !$0.isBlank }), let text = cell.text else {
        continue
      }
      if bannerStyles.contains(cell.style), row.cells.count(where: { !$0.isBlank }) == 1,
        index == first - 1 || !headings.isEmpty
      {
        start = index
        break
      }
      headings.append(
        TableRegion.Banner(row: row.number, column: cell.column, text: text, level: 0))
    }
    return (headings, start)
  }

  /// Whether the list is one of measures: formulas in the prose, or a title or names that speak of
  /// them.
  private func isLibrary(_ region: TableRegion, _ columns: Columns) -> Bool {
    var formulas = 0
    var known = 0
    for record in region.records.prefix(60) {
      let row = sheet.rows[record.index]
      if let text = row.cell(columns.prose)?.text, ProseFormula(text) != nil { formulas += 1 }
      if let name = row.cell(columns.name)?.text,
        !BuiltInCatalog.names.measures(named: name).isEmpty
      {
        known += 1
      }
    }
    let count = min(60, region.records.count)
    if formulas * 10 >= count * 3 || known * 10 >= count * 3 { return true }
    let role = WordList.sheets.value(of: sheet.name)
    guard role == nil else { return false }
    return (region.headings.map(\.text) + [sheet.name]).contains { Self.speaksOfMeasures($0) }
      && region.records.count >= 4
  }

  /// Whether a text holds a word for measures.
  static func speaksOfMeasures(_ text: String) -> Bool {
    MeasureTopic.strength(of: text) != .none
  }
}
