/// Where the rows of a sheet go when others are inserted and removed.
///
/// Insertions come first: a range with new rows inside grows by them. Then rows are removed, and
/// what is left of a range is the range. Places count old and new rows, before any is removed.
struct RowShift: Hashable, Sendable {
  /// New rows at one place.
  struct Insertion: Hashable, Sendable {
    /// The old row before them; 0 where they come first.
    var rowBefore: Int
    var count: Int
    /// Which of the edit's insertions.
    var index: Int
    /// How many new rows stand above them.
    var above: Int
    var styledLike: Int?
    var extendsRanges: Bool
    var extendsRangesBelow = false
    var merges: [RowInsertion.Merge] = []
  }

  /// Old rows that go together.
  struct Deletion: Hashable, Sendable {
    var rows: ClosedRange<Int>
    /// How many rows go above them.
    var above: Int
  }

  /// How a range behaves when new rows come directly below it or above it.
  enum Growth: Hashable, Sendable {
    /// It stays as it is: cells, merged cells.
    case never
    /// It grows over rows that are appended to it, if it has several: ranges in formulas.
    case reference
    /// It grows over rows that are appended to it: tables, filters.
    case list
    /// It grows over rows that are styled like its last or first one too: validations, formats.
    case look
  }

  /// From top to bottom.
  let insertions: [Insertion]
  /// From top to bottom, with rows between them that stay.
  let deletions: [Deletion]

  init(_ edit: RowEdit) {
    var above = 0
    var insertions: [Insertion] = []
    let order = edit.insertions.indices.sorted {
      (edit.insertions[$0].anchor.rowBefore, $0) < (edit.insertions[$1].anchor.rowBefore, $1)
    }
    for index in order {
      let insertion = edit.insertions[index]
      insertions.append(
        Insertion(
          rowBefore: insertion.anchor.rowBefore, count: insertion.count, index: index, above: above,
          styledLike: insertion.styledLike, extendsRanges: insertion.extendsRanges,
          extendsRangesBelow: insertion.extendsRangesBelow,
          merges: insertion.merges))
      above += insertion.count
    }
    self.insertions = insertions
    var deletions: [Deletion] = []
    for rows in edit.deletions.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      let last = deletions.last
      if let last, rows.lowerBound <= last.rows.upperBound + 1 {
        let end = max(last.rows.upperBound, rows.upperBound)
        deletions[deletions.count - 1].rows = last.rows.lowerBound...end
      } else {
        deletions.append(Deletion(rows: rows, above: last.map { $0.above + $0.rows.count } ?? 0))
      }
    }
    self.deletions = deletions
  }

  // MARK: Places

  /// The place of an old row among old and new ones.
  private func place(_ row: Int) -> Int {
    var (low, high) = (0, insertions.count)
    while low < high {
      let middle = (low + high) / 2
      if insertions[middle].rowBefore < row { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? row : row + insertions[low - 1].above + insertions[low - 1].count
  }

  /// How many old rows go that come before an old row.
  private func deleted(before row: Int) -> Int {
    var (low, high) = (0, deletions.count)
    while low < high {
      let middle = (low + high) / 2
      if deletions[middle].rows.lowerBound < row { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return 0 }
    let last = deletions[low - 1]
    return last.above + min(last.rows.upperBound, row - 1) - last.rows.lowerBound + 1
  }

  /// The number of the row at a place, or of the next that stays.
  private func number(at place: Int) -> Int {
    var old = place
    for insertion in insertions {
      let start = insertion.rowBefore + insertion.above + 1
      guard start < place else { break }
      old -= min(place - start, insertion.count)
    }
    return place - deleted(before: old)
  }

  // MARK: Numbers

  /// Whether an old row goes.
  func deletes(_ row: Int) -> Bool { deleted(before: row + 1) != deleted(before: row) }

  /// The new number of an old row; nil when it goes or leaves the sheet.
  func row(_ row: Int) -> Int? {
    guard !deletes(row) else { return nil }
    let new = place(row) - deleted(before: row)
    return new <= CellReference.lastRow ? new : nil
  }

  /// The new number of an old row, or of the next that stays.
  func rowOrNext(_ row: Int) -> Int {
    min(place(row) - deleted(before: row), CellReference.lastRow)
  }

  /// The new number of a cell's row; nil when it goes or leaves the sheet.
  func cell(_ cell: CellReference) -> CellReference? {
    row(cell.row).flatMap { CellReference(row: $0, column: cell.column) }
  }

  /// The cell, or the one that takes its place.
  func cellOrNext(_ cell: CellReference) -> CellReference {
    CellReference(row: rowOrNext(cell.row), column: cell.column) ?? cell
  }

  /// The number of a new row.
  func number(of row: NewRow) -> Int? {
    guard let insertion = insertions.first(where: { $0.index == row.insertion }),
      0..<insertion.count ~= row.offset
    else { return nil }
    let place = insertion.rowBefore + insertion.above + row.offset + 1
    return place - deleted(before: insertion.rowBefore + 1)
  }

  /// The first old row whose number changes, or that goes; past the sheet when none does.
  var firstMoved: Int {
    min(
      insertions.first.map { $0.rowBefore + 1 } ?? CellReference.lastRow + 1,
      deletions.first?.rows.lowerBound ?? CellReference.lastRow + 1)
  }

  // MARK: Ranges

  /// What becomes of a range of rows.
  ///
  /// - Parameters:
  ///   - rows: the old rows.
  ///   - growth: what happens at its ends.
  /// - Returns: the new rows, or nil when all go or leave the sheet.
  func range(_ rows: ClosedRange<Int>, _ growth: Growth = .never) -> ClosedRange<Int>? {
    // The whole sheet stays so.
    if rows == 1...CellReference.lastRow { return rows }
    var first = place(rows.lowerBound)
    var last = place(rows.upperBound)
    if growth != .never {
      var passed = 0
      for insertion in insertions where insertion.rowBefore == rows.upperBound {
        passed += insertion.count
        if appends(insertion, to: rows, growth) { last = place(rows.upperBound) + passed }
      }
      for insertion in insertions
      where insertion.rowBefore + 1 == rows.lowerBound && precedes(insertion, rows, growth) {
        first -= insertion.count
      }
    }
    first = number(at: first)
    last = number(at: last + 1) - 1
    guard first <= last, first <= CellReference.lastRow else { return nil }
    return first...min(last, CellReference.lastRow)
  }

  private func appends(
    _ insertion: Insertion, to rows: ClosedRange<Int>, _ growth: Growth
  ) -> Bool {
    switch growth {
    case .never: false
    case .reference: insertion.extendsRanges && rows.count > 1
    case .list: insertion.extendsRanges
    case .look: insertion.extendsRanges || insertion.styledLike == rows.upperBound
    }
  }

  private func precedes(
    _ insertion: Insertion, _ rows: ClosedRange<Int>, _ growth: Growth
  ) -> Bool {
    switch growth {
    case .never: false
    case .reference: insertion.extendsRangesBelow && rows.count > 1
    case .list: insertion.extendsRangesBelow
    case .look: insertion.extendsRangesBelow || insertion.styledLike == rows.lowerBound
    }
  }

  /// What becomes of a range of cells.
  func range(_ cells: CellRange, _ growth: Growth = .never) -> CellRange? {
    guard let rows = range(cells.first.row...cells.last.row, growth),
      let first = CellReference(row: rows.lowerBound, column: cells.first.column),
      let last = CellReference(row: rows.upperBound, column: cells.last.column)
    else { return nil }
    return CellRange(first, last)
  }

  /// Whether new rows come between rows of a range, or some of them go while others stay.
  func cuts(_ rows: ClosedRange<Int>) -> Bool {
    if insertions.contains(where: { rows.lowerBound..<rows.upperBound ~= $0.rowBefore }) {
      return true
    }
    let gone = deleted(before: rows.upperBound + 1) - deleted(before: rows.lowerBound)
    return gone != 0 && gone != rows.count
  }
}
