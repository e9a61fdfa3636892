internal import DelimitedText
internal import SpreadsheetML

/// The sheets of a file as the import sees them.
struct BookContent: Sendable {
  /// What errors and findings call the file.
  var name: String
  var sheets: [SheetContent]
  /// Names of ranges that may be tables, with their sheet's index from 0.
  var namedRanges: [(name: String, sheet: Int, range: CellRange)] = []
  /// Sheets that hold no cells, such as charts, with their names.
  var otherSheets: [String] = []

  /// Reads the sheets of a workbook.
  ///
  /// - Parameters:
  ///   - book: The workbook.
  ///   - name: What findings call it.
  ///   - sheet: The one sheet to read, or nil for all.
  ///   - keepsBlankStyles: Whether the formats of blank cells are kept, for those who write.
  /// - Throws: ``WorkbookError`` if a part cannot be read.
  init(_ book: Workbook, name: String, sheet: String?, keepsBlankStyles: Bool = false)
    throws(WorkbookError)
  {
    self.name = name
    let styles = try WorkbookStyles(book)
    sheets = []
    let chosen =
      try sheet.map { word throws(WorkbookError) in [try book.sheet(word)] } ?? book.sheets
    for sheet in chosen {
      guard sheet.kind == .worksheet else {
        otherSheets.append(sheet.name)
        continue
      }
      sheets.append(try SheetContent(sheet, styles: styles, keepsBlankStyles: keepsBlankStyles))
    }
    for name in book.definedNames where !name.name.hasPrefix("_xlnm.") {
      guard let (sheetName, range) = Self.range(in: name.formula),
        let index = sheets.firstIndex(where: { $0.name == sheetName })
      else { continue }
      namedRanges.append((name.name, index, range))
      if range.rowCount >= 3, range.columnCount >= 2 { sheets[index].namedRanges.append(range) }
    }
  }

  /// Makes a book of sheets, for tests and delimited texts.
  init(name: String, sheets: [SheetContent]) {
    self.name = name
    self.sheets = sheets
  }

  /// The sheet and range of a formula such as `'KPI list'!$A$1:$E$20`.
  private static func range(in formula: String) -> (sheet: String, CellRange)? {
    guard let mark = formula.lastIndex(of: "!") else { return nil }
    var sheet = String(formula[..<mark])
    if sheet.hasPrefix("'"), sheet.hasSuffix("'"), sheet.count > 2 {
      sheet = String(sheet.dropFirst().dropLast()).replacing("''", with: "'")
    }
    return CellRange(formula[formula.index(after: mark)...]).map { (sheet, $0) }
  }
}
