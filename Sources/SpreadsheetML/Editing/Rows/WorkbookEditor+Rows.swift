/// Rows inserted and removed.
///
/// All rows and cells of one edit are named as they are before the edit, whatever its other changes
/// do to them; new rows are named by what ``insert(_:)`` returns. What refers to moved rows follows
/// them on every sheet: formulas, tables, filters, validations, conditional formats, merged cells,
/// links, notes, drawings, charts, names and the ranges of pivot tables. Insertions take effect
/// before removals, so that a range keeps new rows even if all its old ones go.
///
/// Refused with ``WorkbookError`` when the plan is made: to cut an array formula, a data table or a
/// pivot table, to remove the header row or the totals row of a table or its last row of data, to
/// push cells off the sheet, and rows of protected sheets without
/// ``EditPermissions/protectedSheets``.
extension WorkbookEditor {
  /// Takes new rows into the edit.
  ///
  /// - Parameter insertion: where they go, how many, and how they fit in.
  /// - Returns: the new rows from top to bottom, for ``set(_:column:of:)``.
  /// - Throws: ``WorkbookError`` when there is no such sheet, or its rows do not reach that far.
  @discardableResult
  public func insert(_ insertion: RowInsertion) throws(WorkbookError) -> [NewRow] {
    let sheet = try workbook.sheet(inAddress: insertion.sheet)
    let before = insertion.anchor.rowBefore
    guard 0..<CellReference.lastRow ~= before, insertion.count > 0,
      insertion.count <= CellReference.lastRow - before,
      insertion.styledLike.map({ 1...CellReference.lastRow ~= $0 }) ?? true
    else {
      throw WorkbookError.rowsOffSheet(insertion.count, below: before, sheet: sheet.name)
        .inFile(workbook.storage.file)
    }
    var edit = rowEdits[sheet.index] ?? RowEdit()
    edit.insertions.append(insertion)
    rowEdits[sheet.index] = edit
    forgetPlan()
    let index = edit.insertions.count - 1
    return (0..<insertion.count).map {
      NewRow(sheet: sheet.index, insertion: index, offset: $0)
    }
  }

  /// Removes rows with all in them.
  ///
  /// References to cells of theirs become `#REF!`, ranges shrink by them, and notes, links, rules
  /// and merged cells that lie in them wholly go too.
  ///
  /// - Parameters:
  ///   - rows: the rows as numbered before the edit, from 1.
  ///   - sheet: the sheet's name.
  /// - Throws: ``WorkbookError`` when there is no such sheet or there are no such rows.
  public func deleteRows(
    _ rows: ClosedRange<Int>, in sheet: String
  ) throws(WorkbookError) {
    let sheet = try workbook.sheet(inAddress: sheet)
    guard rows.lowerBound >= 1, rows.upperBound <= CellReference.lastRow else {
      throw WorkbookError.noSuchRows(rows, sheet: sheet.name).inFile(workbook.storage.file)
    }
    rowEdits[sheet.index, default: RowEdit()].deletions.append(rows)
    forgetPlan()
  }

  /// Fills a cell of a new row.
  ///
  /// The cell has the format of the row that the new one is styled like.
  ///
  /// - Parameters:
  ///   - content: what goes in; references of a formula are those of the sheet after the edit.
  ///   - column: the column, from 1.
  ///   - row: a row that ``insert(_:)`` of this editor gave.
  /// - Throws: ``WorkbookError`` when the cell was set before or there is no such column.
  public func set(
    _ content: CellPatch.Content, column: Int, of row: NewRow
  ) throws(WorkbookError) {
    guard let sheet = workbook.sheets.first(where: { $0.index == row.sheet }),
      let edit = rowEdits[row.sheet], edit.insertions.indices.contains(row.insertion),
      let number = self.number(of: row), let cell = CellReference(row: number, column: column)
    else {
      throw WorkbookError.noSuchNewCell(column: column).inFile(workbook.storage.file)
    }
    guard edit.contents[row]?[column] == nil else {
      throw WorkbookError.setTwice(cell, sheet: sheet.name).inFile(workbook.storage.file)
    }
    rowEdits[row.sheet]?.contents[row, default: [:]][column] = content
    forgetPlan()
  }

  /// The number a new row will have, as far as the edit is known now.
  ///
  /// - Parameter row: a row that ``insert(_:)`` of this editor gave.
  /// - Returns: the number from 1, or nil for a row of another editor.
  public func number(of row: NewRow) -> Int? {
    rowEdits[row.sheet].flatMap { RowShift($0).number(of: row) }
  }

  /// The number a row will have that is there already, as far as the edit is known now.
  ///
  /// - Parameters:
  ///   - row: the row as numbered before the edit, from 1.
  ///   - sheet: the sheet's name.
  /// - Returns: the number from 1, or nil for a row that goes and one that leaves the sheet.
  public func number(ofRow row: Int, in sheet: String) -> Int? {
    guard let sheet = try? workbook.sheet(inAddress: sheet), let edit = rowEdits[sheet.index] else {
      return row
    }
    return RowShift(edit).row(row)
  }
}
