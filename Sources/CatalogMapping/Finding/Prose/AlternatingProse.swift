internal import KPICatalog
internal import SpreadsheetML

/// Finds lists in one column: a name, and a paragraph in the row below.
struct AlternatingProse {
  let sheet: SheetContent

  init(_ sheet: SheetContent) {
    self.sheet = sheet
  }

  /// The list as forms of two cells each; nil if the sheet is none.
  func region() -> TableRegion? {
    guard let column = column() else { return nil }
    var region = TableRegion(layout: .cards, headerRows: nil, columns: column...column)
    region.plans = [
      plan(column, .name, "short texts, each above a paragraph"),
      plan(column, .description, "a paragraph below each name"),
    ]
    region.languages = [Double](repeating: 0, count: EmbeddedVocabulary.languages.count)
    fill(&region, column)
    guard region.records.count >= 3, isLibrary(region) else { return nil }
    return region
  }

  private func plan(_ column: Int, _ field: ColumnField, _ reason: String) -> ColumnPlan {
    ColumnPlan(
      column: column, field: field, heading: CellReference.letters(ofColumn: column),
      headingRow: nil,
      certainty: 0.75, reasons: [reason])
  }

  /// The column that holds nearly all texts of the sheet.
  private func column() -> Int? {
    var counts: [Int: Int] = [:]
    var all = 0
    for row in sheet.rows.prefix(300) {
      for cell in row.cells where !cell.isBlank {
        all += 1
        if cell.text != nil { counts[cell.column, default: 0] += 1 }
      }
    }
    guard let best = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), best.value >= 6,
      best.value * 10 >= all * 9
    else { return nil }
    return best.key
  }

  private func fill(_ region: inout TableRegion, _ column: Int) {
    var pending: (row: Int, index: Int, text: String)?
    var open: [Int] = []
    for (index, row) in sheet.rows.enumerated() {
      guard let cell = row.cell(column), let text = cell.text else { continue }
      let isLong =
        text.utf8.count >= 35 && (text.contains(".") || text.contains(":") || text.utf8.count > 70)
      if isLong, let name = pending, row.number - name.row <= 2 {
        region.records.append(
          TableRegion.Record(
            row: name.row, index: name.index, banners: open,
            places: [
              CellReference(row: name.row, column: column),
              CellReference(row: row.number, column: column),
            ]))
        pending = nil
      } else if text.utf8.count <= 90 {
        // A short text above another short one heads the names below it.
        if let name = pending {
          if region.records.isEmpty, region.banners.isEmpty, index > 0 {
            region.headings.append(
              TableRegion.Banner(row: name.row, column: column, text: name.text, level: 0))
          } else {
            open = [region.banners.count]
            region.banners.append(
              TableRegion.Banner(row: name.row, column: column, text: name.text, level: 0))
          }
        }
        pending = (row.number, index, text)
      } else {
        pending = nil
      }
    }
  }

  /// Whether the paragraphs hold formulas, or names and titles speak of measures.
  private func isLibrary(_ region: TableRegion) -> Bool {
    var formulas = 0
    var known = 0
    for record in region.records {
      if let place = record.places.last ?? nil,
        let text = sheet.cell(row: place.row, column: place.column)?.text,
        ProseFormula(text) != nil
      {
        formulas += 1
      }
      if let place = record.places.first ?? nil,
        let text = sheet.cell(row: place.row, column: place.column)?.text,
        !BuiltInCatalog.names.measures(named: text).isEmpty
      {
        known += 1
      }
    }
    return formulas * 10 >= region.records.count * 3 || known * 10 >= region.records.count * 3
  }
}
