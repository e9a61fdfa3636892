/// What changes around the cells: shared formulas that lose their first cell, the stated range.
extension SheetEdit {
  /// Gives each shared formula whose first cell was overwritten to the next cell that uses it.
  mutating func handOnSharedFormulas() throws(WorkbookError) {
    guard !orphans.isEmpty else { return }
    let changed = Set(result.changes.map(\.cell))
    var waiting = orphans
    let last = waiting.values.map(\.range.last.row).max() ?? 0
    let first = waiting.values.map(\.cell.row).min() ?? 1
    let scanner = try sheet.editingScanner()
    let locator = RowLocator(Set(first...max(first, last)), takesFirst: false)
    scanner.locator = locator
    while !waiting.isEmpty, try scanner.nextRow() {
      guard let row = locator.take() else { continue }
      for cell in row.cells {
        guard let formula = cell.formula, case .shared(let index, let range) = formula.kind,
          let orphan = waiting[index],
          let place = CellReference(row: row.number, column: cell.column), place != orphan.cell,
          !changed.contains(place), orphan.range.contains(place)
        else { continue }
        waiting[index] = nil
        // A second formula of the same index stands on its own.
        guard range == nil else { continue }
        try handOn(orphan, to: place, formula, in: row)
      }
    }
  }

  private mutating func handOn(
    _ orphan: Orphan, to cell: CellReference, _ formula: LocatedCell.Formula, in row: LocatedRow
  ) throws(WorkbookError) {
    let moved = FormulaTranslation.copied(
      orphan.formula, rows: cell.row - orphan.cell.row,
      columns: cell.column - orphan.cell.column)
    guard let moved else {
      throw .sharedFormula(orphan.formula).located(place(orphan.cell))
    }
    let corner = CellReference(row: cell.row, column: orphan.range.first.column) ?? cell
    var tag = StartTag(row.bytes[formula.tag])
    tag.set("ref", to: CellRange(corner, orphan.range.last).description)
    tag.setEmptyElement(false)
    let own = formula.text.isEmpty ? moved : formula.text
    let bytes = tag.bytes + EscapedText.formula(own) + tag.endTag
    result.splices.replace(row.inPart(formula.whole), with: text.admitted(bytes))
  }

  /// Makes the stated range hold the new cells; where rows move, that comes later.
  mutating func extendDimension() {
    guard rows == nil else { return }
    guard let stated = survey.details.statedDimension, let place = survey.details.dimensionTag,
      let firstAdded = added.first
    else { return }
    var range = survey.hasCells ? stated : CellRange(firstAdded, firstAdded)
    for cell in added where !range.contains(cell) { range = range.union(cell) }
    guard range != stated else { return }
    var tag = StartTag(place.bytes)
    tag.set("ref", to: range.description)
    result.splices.replace(place.range, with: tag.bytes)
  }
}

extension CellRange {
  /// The smallest range that holds this one and a cell.
  func union(_ cell: CellReference) -> CellRange {
    let top = CellReference(row: min(first.row, cell.row), column: min(first.column, cell.column))
    let bottom = CellReference(row: max(last.row, cell.row), column: max(last.column, cell.column))
    // Each number comes from a reference, so both corners lie inside the sheet.
    return CellRange(top ?? first, bottom ?? last)
  }
}
