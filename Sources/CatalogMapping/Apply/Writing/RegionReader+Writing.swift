internal import KPICatalog
internal import SpreadsheetML

extension RegionReader {
  /// The cell a plan's value of the current record is written to.
  struct WritingPlace {
    /// What it holds now; nil for a blank cell.
    var cell: SheetContent.Cell?
    var at: CellReference
    /// The index of its format; nil if the file names no such cell.
    var style: Int?
    /// The range merged over several records.
    var merge: CellRange?
    /// The cell whose value holds here, if that is another one.
    var source: SheetContent.Cell?
  }

  /// Where a plan's value of the current record is written; nil if it has no cell.
  func writingPlace(_ plan: Int) -> WritingPlace? {
    let current = region.records[record]
    guard var at = region.place(plan, of: current) else { return nil }
    let merge = sheet.merge(row: at.row, column: at.column)
    var place = WritingPlace(cell: nil, at: at, style: nil)
    if let merge {
      at = merge.first
      place.at = at
      if region.layout != .cards, merge.rowCount > 1 { place.merge = merge }
    }
    place.cell = sheet.cell(row: at.row, column: at.column)
    place.style = place.cell?.style ?? sheet.row(at.row)?.blankStyles[at.column]
    if place.cell?.isBlank ?? true, let (cell, from, _) = cell(plan), from != at {
      place.source = cell
    }
    return place
  }

  /// The other records whose value stands in the same merged cell.
  func records(in merge: CellRange) -> [Int] {
    region.records.indices.filter {
      merge.first.row...merge.last.row ~= region.records[$0].row
    }
  }

  /// The cells of a plan's column in all records, with the record of each.
  func columnCells(_ plan: Int) -> [(record: Int, cell: SheetContent.Cell)] {
    region.records.indices.compactMap { index in
      guard let place = region.place(plan, of: region.records[index]),
        let cell = sheet.cell(row: place.row, column: place.column), !cell.isBlank
      else { return nil }
      return (index, cell)
    }
  }

  /// The cells of a plan's column in other records, the nearest first.
  func neighborCells(_ plan: Int) -> [SheetContent.Cell] {
    neighbors(inColumnOf: plan).map(\.cell)
  }

  /// The cells of a plan's column in other records with the record of each, the nearest first.
  func neighbors(inColumnOf plan: Int) -> [(record: Int, cell: SheetContent.Cell)] {
    let own = neighbors[record] ?? record
    return columnCells(plan).filter { $0.record != record }.map { entry in
      (distance: abs((neighbors[entry.record] ?? entry.record) - own), entry: entry)
    }.sorted { $0.distance < $1.distance }.map(\.entry)
  }

  /// Puts a content into a cell of the sheet as it is seen here.
  ///
  /// - Returns: What was there, for ``restore(_:at:)``.
  @discardableResult
  mutating func put(_ write: CellWrite) -> SheetContent.Cell? {
    let at = write.cell
    let old = sheet.cell(row: at.row, column: at.column)
    let style =
      write.style ?? old?.style ?? sheet.row(at.row)?.blankStyles[at.column] ?? 0
    let isBlank = write.value == .blank
    restore(
      isBlank ? nil : SheetContent.Cell(column: at.column, value: write.value, style: style), at: at
    )
    takeOwn(write.plan, at)
    return old
  }

  /// Puts a cell back as it was.
  mutating func restore(_ cell: SheetContent.Cell?, at place: CellReference) {
    var index = sheet.firstRowIndex(from: place.row)
    if index >= sheet.rows.count || sheet.rows[index].number != place.row {
      guard cell != nil else { return }
      // Only the cells of forms can stand in rows without any; they are looked up by number.
      guard region.layout == .cards else { return }
      sheet.rows.insert(SheetContent.Row(number: place.row, cells: []), at: index)
      index = sheet.firstRowIndex(from: place.row)
    }
    let known = sheet.rows[index].cells.firstIndex { $0.column >= place.column }
    if let known, sheet.rows[index].cells[known].column == place.column {
      if let cell {
        sheet.rows[index].cells[known] = cell
      } else {
        let old = sheet.rows[index].cells.remove(at: known)
        sheet.rows[index].blankStyles[place.column] = old.style
      }
    } else if let cell {
      sheet.rows[index].cells.insert(cell, at: known ?? sheet.rows[index].cells.count)
    }
  }

  /// A record that gets a cell of its own no longer takes the one above, nor do those below it.
  private mutating func takeOwn(_ plan: Int, _ at: CellReference) {
    guard let sources = fill[plan],
      let own = region.records.firstIndex(where: { $0.row == at.row })
    else { return }
    let before = sources[own]
    guard before != own else { return }
    var index = own
    while index < sources.count, sources[index] == before {
      fill[plan]?[index] = own
      index += 1
    }
  }
}
