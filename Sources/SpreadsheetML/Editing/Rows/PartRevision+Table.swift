extension SheetLinks.LinkedTable {
  /// The rows of its data.
  var data: ClosedRange<Int>? {
    let first = range.first.row + headerRows
    let last = range.last.row - totalsRows
    return first <= last ? first...last : nil
  }

  /// Its range after rows have moved; rows appended below its totals are not its own.
  func range(after shift: RowShift) -> CellRange? {
    shift.range(range, totalsRows == 0 ? .list : .never)
  }
}

extension PartRevision {
  /// Moves a table and the formulas it repeats (ECMA-376 Part 1, 18.5.1.2).
  mutating func moveTable() throws(WorkbookError) {
    guard let sheet, let table = SheetLinks.LinkedTable(part, markup.outline) else { return }
    let shift = references.shifts[sheet.index]
    var data: (old: CellRange, new: CellRange)?
    if let shift {
      let new = try checked(table, shift)
      let oldData = table.data.flatMap { CellRange(table.range, rows: $0) }
      let newData = CellRange(
        new, rows: new.first.row + table.headerRows...new.last.row - table.totalsRows)
      if let oldData, let newData { data = (oldData, newData) }
      if new != table.range {
        markup.set("ref", of: 0, to: new.description)
        note("table '\(table.name)'", old: table.range.description, new: new.description)
      }
      moveLists(of: table, to: new, shift)
    } else if let rows = table.data, let range = CellRange(table.range, rows: rows) {
      data = (range, range)
    }
    for index in markup.outline.elements.indices {
      switch markup.local(index) {
      case "totalsRowFormula": try followText(index, "table's total")
      case "calculatedColumnFormula":
        // Written for the first row of data.
        guard let data, let text = try text(index),
          let rule = RuleFormulaShift(
            references, sheet: sheet.index, old: [data.old], new: [data.new]),
          let new = try rule.formula(text)
        else { continue }
        markup.setText(index, to: new)
        note("table's column", old: text, new: new)
      default: continue
      }
    }
  }

  /// The table's new range, if what must stay of it stays.
  private func checked(
    _ table: SheetLinks.LinkedTable, _ shift: RowShift
  ) throws(WorkbookError) -> CellRange {
    guard let new = table.range(after: shift) else {
      throw .removesTable(table.name, table.range)
    }
    let (first, last) = (table.range.first.row, table.range.last.row)
    if table.headerRows > 0, shift.deletes(first) { throw .removesHeader(table.name, row: first) }
    if table.totalsRows > 0, shift.deletes(last) { throw .removesTotals(table.name, row: last) }
    guard new.rowCount > table.headerRows + table.totalsRows else {
      throw .removesData(table.name, table.range)
    }
    return new
  }

  /// Moves the table's filter and sorting, which end where its data do.
  private mutating func moveLists(
    of table: SheetLinks.LinkedTable, to new: CellRange, _ shift: RowShift
  ) {
    let oldEnd = table.range.last.row - table.totalsRows
    let newEnd = new.last.row - table.totalsRows
    for index in markup.outline.elements.indices
    where ["autoFilter", "sortState", "sortCondition"].contains(markup.local(index)) {
      guard let range = markup.tag(index)["ref"].flatMap({ CellRange($0) }) else { continue }
      var moved = shift.range(range)
      if range.last.row == oldEnd,
        let start = shift.range(range).map(\.first.row) ?? data(new, table),
        start <= newEnd
      {
        moved = CellRange(range, rows: start...newEnd)
      }
      guard moved != range else { continue }
      if let moved {
        markup.set("ref", of: index, to: moved.description)
      } else {
        markup.remove(index)
      }
    }
  }

  private func data(_ new: CellRange, _ table: SheetLinks.LinkedTable) -> Int? {
    new.first.row + table.headerRows
  }
}

extension CellRange {
  /// The columns of a range with other rows; nil outside the sheet.
  init?(_ range: CellRange, rows: ClosedRange<Int>) {
    guard let first = CellReference(row: rows.lowerBound, column: range.first.column),
      let last = CellReference(row: rows.upperBound, column: range.last.column)
    else { return nil }
    self.init(first, last)
  }
}
