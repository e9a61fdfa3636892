/// The sentences of inserting and removing rows.
extension WorkbookError {
  static func rowsOffSheet(_ count: Int, below row: Int, sheet: String) -> WorkbookError {
    WorkbookError(
      .invalid, "\(count) rows cannot be inserted below row \(row); a sheet has 1,048,576 rows",
      at: Place(sheet: sheet))
  }
  static func noSuchRows(_ rows: ClosedRange<Int>, sheet: String) -> WorkbookError {
    WorkbookError(
      .invalid,
      "there are no rows \(rows.lowerBound) to \(rows.upperBound); a sheet has 1,048,576 rows",
      at: Place(sheet: sheet))
  }
  static func noSuchNewCell(column: Int) -> WorkbookError {
    WorkbookError(
      .invalid, "column \(column) of a new row cannot be set; the row is not one of this edit's")
  }
  static func rowGoes(_ cell: CellReference) -> WorkbookError {
    refused("the cell is in a row that the same edit removes; do one or the other")
  }
  static func leavesSheet(_ row: Int) -> WorkbookError {
    refused(
      "row \(row) would be pushed off the sheet, which has 1,048,576 rows; insert fewer rows")
  }
  static func cutsArray(_ range: CellRange) -> WorkbookError {
    refused("the array formula in \(range) would be cut; move its rows as a whole")
  }
  static func cutsDataTable(_ range: CellRange) -> WorkbookError {
    refused("the data table in \(range), or a cell it needs, would be cut; edit it in Excel")
  }
  static func cutsPivotTable(_ range: CellRange) -> WorkbookError {
    refused(
      "the pivot table in \(range) would be cut; insert and remove rows above it or below it")
  }
  static func removesTable(_ name: String, _ range: CellRange) -> WorkbookError {
    refused("the table '\(name)' in \(range) would go with its rows; delete it in Excel")
  }
  static func removesHeader(_ name: String, row: Int) -> WorkbookError {
    refused("row \(row) holds the headings of the table '\(name)', which it cannot be without")
  }
  static func removesTotals(_ name: String, row: Int) -> WorkbookError {
    refused("row \(row) holds the totals of the table '\(name)'; switch them off in Excel first")
  }
  static func removesData(_ name: String, _ range: CellRange) -> WorkbookError {
    refused(
      "the table '\(name)' in \(range) would have no row of data left; empty the last one instead")
  }
  static func protectedRows(inserts: Bool) -> WorkbookError {
    refused(
      "the sheet is protected against \(inserts ? "inserting" : "deleting") rows; "
        + "unprotect it, or use force")
  }
  static func rowsInAlternateContent() -> WorkbookError {
    refused("rows are stored in more than one form (mc:AlternateContent); edit the sheet in Excel")
  }
  static func tracksChanges() -> WorkbookError {
    refused("the workbook is shared and tracks its changes by row; stop sharing it in Excel first")
  }
}
