internal import XMLStream
internal import Zip

/// One sheet of an open workbook.
public struct Sheet: Sendable {
  /// What a sheet is made of, by the kind of its part.
  public enum Kind: String, Sendable, Hashable {
    /// Cells.
    case worksheet
    /// One chart that fills the sheet.
    case chartsheet
    /// A dialog of Excel 5.
    case dialogsheet
    /// Macros of Excel 4, kept in cells.
    case macrosheet = "xlMacrosheet"
    /// A module of Visual Basic, which workbooks of Excel 95 list among the sheets and keep elsewhere.
    case module

    /// Whether the sheet is made of cells.
    public var hasCells: Bool { self == .worksheet || self == .macrosheet }
  }

  /// Whether a sheet's tab can be seen (ECMA-376 Part 1, 18.18.68).
  public enum Visibility: String, Sendable, Hashable {
    /// The tab is shown.
    case visible
    /// The tab is hidden; a person can show it.
    case hidden
    /// The tab is hidden and only a macro can show it.
    case veryHidden
  }

  /// The name on the tab.
  public let name: String
  /// The place among the tabs, from 1; hidden and chart sheets are counted.
  public let index: Int
  /// What the sheet is made of.
  public let kind: Kind
  /// Whether the tab can be seen.
  public let visibility: Visibility

  let part: String
  let book: Workbook.Storage

  /// Starts reading the sheet's rows from the first on.
  ///
  ///     let rows = try sheet.rows()
  ///     while let row = try rows.readRow() { print(row.number, row[column: "D"]) }
  ///
  /// - Throws: ``WorkbookError``; a chart sheet has no rows.
  public func rows() throws(WorkbookError) -> RowReader {
    try RowReader(self)
  }

  /// Reads the whole sheet for access by address.
  ///
  ///     let cells = try sheet.cells()
  ///     print(cells["B7"])
  ///
  /// - Throws: ``WorkbookError``, also when there are more cells than `ReadLimits.cells`.
  /// - Complexity: O(*n*) time and memory in the number of cells.
  public func cells() throws(WorkbookError) -> CellGrid {
    try CellGrid(self)
  }

  /// How the sheet's workbook counts its days.
  public var dateSystem: DateSystem { book.dateSystem }

  /// The cell formats of the sheet's workbook.
  ///
  /// - Throws: ``WorkbookError`` when the styles part is damaged.
  public func styles() throws(WorkbookError) -> StyleSheet { try book.styles() }

  func scanner(usesFastPath: Bool) throws(WorkbookError) -> SheetScanner {
    guard kind.hasCells else { throw WorkbookError.notAGrid(name, kind).inFile(book.file) }
    return try WorkbookError.inFile(book.file) { () throws(WorkbookError) in
      let entry = try book.package.entry(part)
      let source = try PartSource(part, in: book.package)
      let bytes = try WorkbookError.wrappingXML(at: Place(sheet: name)) { () throws(XMLError) in
        try source.utf8()
      }
      return try SheetScanner(
        bytes, expectedBytes: entry.size, sheet: name, limits: book.package.limits,
        usesFastPath: usesFastPath)
    }
  }
}
