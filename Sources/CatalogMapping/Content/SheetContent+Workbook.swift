internal import SpreadsheetML

extension SheetContent {
  /// Reads a sheet of a workbook.
  ///
  /// - Parameters:
  ///   - sheet: The sheet, made of cells.
  ///   - styles: The formats of its workbook, with their appearances.
  ///   - keepsBlankStyles: Whether the formats of blank cells are kept, for those who write.
  /// - Throws: ``WorkbookError`` when the sheet is damaged or larger than allowed.
  init(
    _ sheet: Sheet, styles: WorkbookStyles, keepsBlankStyles: Bool = false
  ) throws(WorkbookError) {
    let grid = try sheet.cells()
    var rows: [Row] = []
    rows.reserveCapacity(grid.rows.count)
    for row in grid.rows {
      var cells: [Cell] = []
      cells.reserveCapacity(row.cells.count)
      var blankStyles: [Int: Int] = [:]
      for cell in row.cells {
        let isFormula = cell.formula != nil
        if case .blank = cell.value, !isFormula {
          if keepsBlankStyles { blankStyles[cell.reference.column] = cell.style.rawValue }
          continue
        }
        cells.append(
          Cell(
            column: cell.reference.column, value: cell.value,
            style: cell.style.rawValue, isFormula: isFormula))
      }
      if !cells.isEmpty {
        rows.append(
          Row(
            number: row.number, isHidden: row.isHidden, cells: cells, blankStyles: blankStyles))
      }
    }
    self.init(
      name: sheet.name, visibility: sheet.visibility, rows: rows, merges: grid.mergedRanges,
      tables: try sheet.tables(), hiddenColumns: grid.hiddenColumns, filter: grid.autoFilter,
      isProtected: grid.isProtected,
      validations: grid.validations, formats: styles.formats, looks: styles.looks,
      dateSystem: sheet.dateSystem)
  }
}

/// The formats and appearances of a workbook by style, gathered once for all sheets.
struct WorkbookStyles: Sendable {
  var formats: [NumberFormat]
  var looks: [CellAppearance]

  init(_ book: Workbook) throws(WorkbookError) {
    let styles = try book.styles()
    formats = styles.numberFormats
    looks = formats.indices.map { styles.appearance(StyleIndex($0)) }
    if formats.isEmpty {
      formats = [.general]
      looks = [CellAppearance()]
    }
  }
}
