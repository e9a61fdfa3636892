internal import KPICatalog
internal import SpreadsheetML

/// Knows the tables `import` writes as CSV: headed by the paths of fields, a measure a row.
enum FieldTableFinder {
  /// Whether the first record of a delimited file heads such a table.
  static func isHeader(_ headings: [String]) -> Bool { FieldColumns(headings: headings).isCatalog }

  /// The table, or nil if the sheet is another one or that of a workbook.
  static func region(on sheet: SheetContent) -> TableRegion? {
    guard sheet.name.isEmpty, let header = sheet.rows.first, header.number == 1,
      let last = header.cells.last?.column
    else { return nil }
    let headings = headings(of: header, upTo: last)
    let fields = FieldColumns(headings: headings)
    guard fields.isCatalog else { return nil }
    var region = TableRegion(headerRows: 1...1, columns: 1...last)
    region.layout = .fields
    region.languages = [Double](repeating: 0, count: EmbeddedVocabulary.languages.count)
    region.statedLanguage = fields.nameLanguages.first
    region.plans = headings.enumerated().map { index, heading in
      let isField = fields.isField(index)
      return ColumnPlan(
        column: index + 1, field: isField ? .path : .custom,
        heading: heading.isEmpty ? CellReference.letters(ofColumn: index + 1) : heading,
        headingRow: 1, certainty: 1,
        reasons: [isField ? "the heading is the path of a field" : "the heading is not known"],
        hasNoHeading: heading.isEmpty)
    }
    region.records = sheet.rows.enumerated().dropFirst().compactMap { index, row in
      row.cells.contains { !$0.isBlank } ? .init(row: row.number, index: index) : nil
    }
    return region
  }

  /// The headings of a region's columns as they were written.
  static func headings(of header: SheetContent.Row, upTo last: Int) -> [String] {
    var headings = [String](repeating: "", count: last)
    for cell in header.cells {
      if case .text(let text) = cell.value { headings[cell.column - 1] = text }
    }
    return headings
  }
}
