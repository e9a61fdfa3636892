/// A table whose last row is not known yet.
struct OpenTable {
  var name: String
  var columns: [String]
  var firstRow: Int
  var firstColumn: Int
  var layout: TableLayout
  var id: Int
  /// How the cells of the last row look, from the first column on.
  var lastStyles: [StyleIndex] = []
}

extension SheetWriter {
  /// Starts a table: writes the row of its headings; the rows that follow are its own.
  ///
  ///     try sheet.beginTable("Measures", columns: ["Code", "Name", "Target"])
  ///     for measure in measures { try sheet.writeRow(cells(of: measure)) }
  ///     try sheet.endTable()
  ///
  /// - Parameters:
  ///   - tableName: by which formulas know it; letters, digits, underscores and points.
  ///   - columns: the headings, no two the same in any case.
  ///   - column: where the first of them stands, from 1.
  ///   - style: how the headings look; plain leaves it to the table's style.
  ///   - layout: how the table looks.
  ///   - row: the heading row's height and the like.
  /// - Throws: ``WorkbookError`` when Excel would refuse the name or the headings.
  public func beginTable(
    _ tableName: String, columns: [String], from column: Int = 1, style: StyleIndex = .plain,
    _ layout: TableLayout = TableLayout(), row: RowLayout = .standard
  ) throws(WorkbookError) {
    precondition(openTable == nil, "The table before is still open")
    let id: Int
    do throws(WorkbookError) {
      id = try checkTable(tableName, columns)
    } catch {
      throw error.onSheet(name)
    }
    let first = nextRow
    try writeRow(columns.map { .text($0) }, style: style, from: column, row)
    openTable = OpenTable(
      name: tableName, columns: columns, firstRow: first, firstColumn: column, layout: layout,
      id: id)
  }

  /// Ends a table after the row written last.
  ///
  /// A table without rows gets an empty one, because Excel has none without.
  ///
  /// - Parameters:
  ///   - totals: what a last row holds for each column; empty for no such row.
  ///   - label: what stands in that row's first cell, unless it has a total.
  ///   - style: how that row looks; plain gives totals the look of the cells above them.
  /// - Returns: the table's range, headings and totals included.
  /// - Throws: ``WorkbookError``.
  @discardableResult
  public func endTable(
    totals: [TableLayout.Total?] = [], label: String = "", style: StyleIndex = .plain
  ) throws(WorkbookError) -> CellRange {
    guard let table = openTable else { preconditionFailure("No table is open") }
    if nextRow == table.firstRow + 1 { skipRows() }
    if !totals.isEmpty {
      var cells: [CellContent] = []
      for (index, column) in table.columns.enumerated() {
        if index < totals.count, let total = totals[index] {
          let place = TablePart.bracketed(column)
          let isAmount = total != .count && total != .numbers
          let above = isAmount && index < table.lastStyles.count ? table.lastStyles[index] : .plain
          cells.append(
            .formula(
              "SUBTOTAL(\(total.subtotal),\(table.name)[\(place)])",
              style == .plain ? above : style))
        } else {
          cells.append(index == 0 && !label.isEmpty ? .text(label) : .blank())
        }
      }
      try writeRow(cells, style: style, from: table.firstColumn)
    }
    openTable = nil
    guard let first = CellReference(row: table.firstRow, column: table.firstColumn),
      let last = CellReference(
        row: nextRow - 1, column: table.firstColumn + table.columns.count - 1)
    else { throw WorkbookError.tooManyRows().onSheet(name) }
    let range = CellRange(first, last)
    try add(
      TablePart(
        name: table.name, range: range, columns: table.columns, totals: totals,
        totalsLabel: label, layout: table.layout, id: table.id))
    return range
  }

  /// Makes a table of rows that are written with their headings.
  ///
  /// - Parameters:
  ///   - tableName: by which formulas know it.
  ///   - range: all of it; the first row holds the headings.
  ///   - columns: the headings, just as their cells have them.
  ///   - layout: how the table looks.
  /// - Throws: ``WorkbookError`` when Excel would refuse the name, the headings or the range.
  public func addTable(
    _ tableName: String, over range: CellRange, columns: [String],
    _ layout: TableLayout = TableLayout()
  ) throws(WorkbookError) {
    let id: Int
    do throws(WorkbookError) {
      guard columns.count == range.columnCount else {
        throw .tableColumnCount(columns.count, range)
      }
      guard range.rowCount > 1 else { throw .tableRows(range) }
      id = try checkTable(tableName, columns)
    } catch {
      throw error.onSheet(name)
    }
    try add(
      TablePart(
        name: tableName, range: range, columns: columns, totals: [], layout: layout, id: id))
  }

  /// Takes the table's name, and returns its number.
  private func checkTable(_ tableName: String, _ columns: [String]) throws(WorkbookError) -> Int {
    guard !columns.isEmpty else { throw .tableColumn("") }
    var seen: Set<String> = []
    for column in columns {
      guard !column.isEmpty, ExcelLimits.fits(column, ExcelLimits.tableColumn) else {
        throw .tableColumn(column)
      }
      guard seen.insert(column.lowercased()).inserted else { throw .tableColumnTwice(column) }
    }
    return try book.reserveTable(tableName)
  }

  private func add(_ table: TablePart) throws(WorkbookError) {
    let others = tail.merged + tail.tables.map(\.range) + (tail.autoFilter.map { [$0] } ?? [])
    if let other = others.first(where: { $0.overlaps(table.range) }) {
      throw WorkbookError.overlap("the table '\(table.name)'", other).onSheet(name)
    }
    tail.tables.append(table)
  }
}
