internal import SpreadsheetML

/// How far a list object reaches with the rows and columns typed right beside it.
///
/// Excel takes such rows and columns into the table as they are typed; other programs leave the
/// table's range as it was, though people mean the same.
struct TableReach {
  private let sheet: SheetContent
  private let table: Table
  /// The columns of the table, and those right of it without a gap that have a heading in its
  /// header's row.
  let columns: ClosedRange<Int>

  init(_ table: Table, in sheet: SheetContent) {
    self.sheet = sheet
    self.table = table
    let first = table.range.first.column
    var last = table.range.last.column
    var headings = Set(table.columns.map { Folding.fold($0) })
    let header = table.range.first.row
    while let cell = sheet.cell(row: header, column: last + 1), !cell.isBlank,
      let text = HeaderCellText.text(cell, in: sheet), text.utf8.count <= 60,
      !RowWords.isLegend(text), !Self.isTaken(header, last + 1, from: table, in: sheet),
      headings.insert(Folding.fold(text)).inserted
    {
      last += 1
    }
    columns = first...last
  }

  /// The last row the table holds measures in, by its own range: without its totals.
  var lastRow: Int { table.range.last.row - (table.hasTotalsRow ? 1 : 0) }

  /// The last of the rows that follow the table without a blank row between; ``lastRow`` where
  /// none does, or where totals end the table.
  var lastFollowingRow: Int {
    guard !table.hasTotalsRow else { return lastRow }
    var last = lastRow
    while let row = sheet.row(last + 1), follows(row) { last += 1 }
    return last
  }

  /// Whether rows may belong to the table: not those of another, nor a legend or a header below it.
  func follows(_ row: SheetContent.Row) -> Bool {
    let filled = row.cells.filter { columns ~= $0.column && !$0.isBlank }
    guard let first = filled.first,
      !filled.contains(where: { Self.isTaken(row.number, $0.column, from: table, in: sheet) })
    else { return false }
    if let text = first.text, RowWords.isLegend(text) || RowWords.isColor(text) { return false }
    return !isHeader(filled)
  }

  /// Whether cells are texts that are all set apart as the table's own rows are not.
  private func isHeader(_ cells: [SheetContent.Cell]) -> Bool {
    guard cells.count >= 2, cells.allSatisfy({ $0.text != nil && isSetApart($0) }) else {
      return false
    }
    let own = sheet.row(lastRow)?.cells.filter { columns ~= $0.column && !$0.isBlank } ?? []
    return !own.allSatisfy(isSetApart)
  }

  private func isSetApart(_ cell: SheetContent.Cell) -> Bool {
    let look = sheet.look(cell)
    return look.isBold || look.hasFill
  }

  /// Whether a cell belongs to another list object.
  private static func isTaken(
    _ row: Int, _ column: Int, from table: Table, in sheet: SheetContent
  ) -> Bool {
    guard sheet.tables.count > 1, let cell = CellReference(row: row, column: column) else {
      return false
    }
    return sheet.tables.contains { $0.range != table.range && $0.range.contains(cell) }
  }
}
