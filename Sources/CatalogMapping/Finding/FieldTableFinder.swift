internal import KPICatalog
internal import SpreadsheetML

/// Knows the tables `import` writes as CSV: headed by the paths of fields, a measure a row.
///
/// A title, comments and blank lines may stand above the header.
enum FieldTableFinder {
  /// How far down the header is looked for.
  private static let mostRows = 20

  /// Whether a record of a delimited file heads such a table.
  static func isHeader(_ headings: [String]) -> Bool { FieldColumns(headings: headings).isCatalog }

  /// Whether a record may stand above the header: a blank line, a title alone, or a comment behind
  /// `#`.
  static func canStandAbove(_ texts: [String], _ record: Int) -> Bool {
    guard record < mostRows else { return false }
    return texts.first?.hasPrefix("#") == true || texts.count { !$0.isBlank } <= 1
  }

  /// The table, or nil if the sheet is another one or that of a workbook.
  static func region(on sheet: SheetContent) -> TableRegion? {
    guard sheet.isDelimited, let index = headerIndex(on: sheet),
      case let header = sheet.rows[index], let last = header.cells.last?.column
    else { return nil }
    let headings = headings(of: header, upTo: last)
    let fields = FieldColumns(headings: headings)
    var region = TableRegion(headerRows: header.number...header.number, columns: 1...last)
    region.layout = .fields
    region.languages = [Double](repeating: 0, count: EmbeddedVocabulary.languages.count)
    region.statedLanguage = fields.nameLanguages.first
    region.plans = headings.enumerated().map { index, heading in
      let isField = fields.isField(index)
      return ColumnPlan(
        column: index + 1, field: isField ? .path : .custom,
        heading: heading.isEmpty ? CellReference.letters(ofColumn: index + 1) : heading,
        headingRow: header.number, certainty: 1,
        reasons: [isField ? "the heading is the path of a field" : "the heading is not known"],
        hasNoHeading: heading.isEmpty)
    }
    region.records = sheet.rows.enumerated().dropFirst(index + 1).compactMap { index, row in
      row.cells.contains { !$0.isBlank } ? .init(row: row.number, index: index) : nil
    }
    region.headings = RegionHeadings.above(region, after: nil, in: sheet)
      .filter { !$0.text.hasPrefix("#") }
    return region
  }

  /// Where the header stands among the rows.
  private static func headerIndex(on sheet: SheetContent) -> Int? {
    for (index, row) in sheet.rows.prefix(mostRows).enumerated() {
      guard let last = row.cells.last?.column else { continue }
      let texts = headings(of: row, upTo: last)
      if isHeader(texts) { return index }
      guard canStandAbove(texts, row.number) else { return nil }
    }
    return nil
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
