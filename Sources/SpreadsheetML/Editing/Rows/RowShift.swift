/// Where the rows of a sheet go when others are inserted and removed.
///
/// Insertions come first: a range with new rows inside grows by them. Then rows are removed, and
/// what is left of a range is the range.
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
  }

  /// From top to bottom.
  let insertions: [Insertion]
  /// The old rows that go, from top to bottom, apart from each other.
  let deletions: [ClosedRange<Int>]

  init(_ edit: RowEdit) {
    var above = 0
    var sorted: [Insertion] = []
    let order = edit.insertions.indices.sorted {
      (edit.insertions[$0].anchor.rowBefore, $0) < (edit.insertions[$1].anchor.rowBefore, $1)
    }
    for index in order {
      let insertion = edit.insertions[index]
      sorted.append(
        Insertion(
          rowBefore: insertion.anchor.rowBefore, count: insertion.count, index: index, above: above,
          styledLike: insertion.styledLike, extendsRanges: insertion.extendsRanges))
      above += insertion.count
    }
    insertions = sorted
    var merged: [ClosedRange<Int>] = []
    for rows in edit.deletions.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, rows.lowerBound <= last.upperBound + 1 {
        merged[merged.count - 1] = last.lowerBound...max(last.upperBound, rows.upperBound)
      } else {
        merged.append(rows)
      }
    }
    deletions = merged
  }

  /// How a range behaves at new rows directly below it or above it.
  enum Growth: Hashable, Sendable {
    /// It stays as it is: cells, merged cells.
    case never
    /// It grows over appended rows if that was asked for and it has several rows: formulas.
    case reference
    /// It grows over appended rows if that was asked for: filters.
    case list
    /// It grows over rows that are styled like its first or last one too: validations, formats.
    case look
  }

  /// The old row's number among old and new rows, before any is removed.
  private func inserted(_ row: Int) -> Int {
    var number = row
    for insertion in insertions where insertion.rowBefore < row { number += insertion.count }
    return number
  }

  /// How many rows go that come before an old row.
  private func deleted(before row: Int) -> Int {
    var count = 0
    for rows in deletions where rows.lowerBound < row {
      count += min(rows.upperBound, row - 1) - rows.lowerBound + 1
    }
    return count
  }

  /// The first old row that stays, from this one on; past the sheet if none does.
  private func survivor(from row: Int) -> Int {
    deletions.first { $0 ~= row }.map { $0.upperBound + 1 } ?? row
  }

  /// The new number of an old row; nil when it goes or leaves the sheet.
  func row(_ row: Int) -> Int? {
    guard survivor(from: row) == row else { return nil }
    let new = inserted(row) - deleted(before: row)
    return new <= CellReference.lastRow ? new : nil
  }

  /// The new number of an old row, or of the next that stays.
  func rowOrNext(_ row: Int) -> Int {
    let next = survivor(from: row)
    // New rows between those that go stay before the next.
    let new = inserted(row) - deleted(before: row)
    return min(next == row ? new : insertedAtOrAfter(row), CellReference.lastRow)
  }

  /// The number of what comes first at an old row that goes: a new row, or the next that stays.
  private func insertedAtOrAfter(_ row: Int) -> Int { inserted(row) - deleted(before: row) }

  /// The number of a new row.
  func number(of row: NewRow) -> Int? {
    guard let insertion = insertions.first(where: { $0.index == row.insertion }),
      0..<insertion.count ~= row.offset
    else { return nil }
    return insertion.rowBefore + insertion.above + row.offset + 1
      - deleted(before: insertion.rowBefore + 1)
  }

  /// The first old row whose number changes, or that goes; past the sheet when none does.
  var firstMoved: Int {
    min(
      insertions.first.map { $0.rowBefore + 1 } ?? CellReference.lastRow + 1,
      deletions.first?.lowerBound ?? CellReference.lastRow + 1)
  }

  /// What becomes of a range of rows.
  ///
  /// - Parameters:
  ///   - rows: the old rows.
  ///   - growth: what happens at its ends.
  /// - Returns: the new rows, or nil when all go or leave the sheet.
  func range(_ rows: ClosedRange<Int>, _ growth: Growth = .never) -> ClosedRange<Int>? {
    var first = inserted(rows.lowerBound)
    var last = inserted(rows.upperBound)
    for insertion in insertions {
      if insertion.rowBefore == rows.upperBound,
        grows(insertion, from: rows.upperBound, rows, growth)
      {
        last += insertion.count
      } else if insertion.rowBefore + 1 == rows.lowerBound, growth == .look,
        insertion.styledLike == rows.lowerBound
      {
        first -= insertion.count
      }
    }
    first = left(from: first)
    last = left(from: last + 1) - 1
    guard first <= last, first <= CellReference.lastRow else { return nil }
    return first...min(last, CellReference.lastRow)
  }

  private func grows(
    _ insertion: Insertion, from last: Int, _ rows: ClosedRange<Int>, _ growth: Growth
  ) -> Bool {
    switch growth {
    case .never: false
    case .reference: insertion.extendsRanges && rows.count > 1
    case .list: insertion.extendsRanges
    case .look: insertion.extendsRanges || insertion.styledLike == last
    }
  }

  /// The number, after removals, of the row at a place among old and new rows, or of the next one.
  private func left(from place: Int) -> Int {
    var count = 0
    for rows in deletions {
      // New rows may stand between the old ones that go.
      for row in pieces(of: rows) where row.lowerBound < place {
        count += min(row.upperBound, place - 1) - row.lowerBound + 1
      }
    }
    return place - count
  }

  /// The places among old and new rows of old rows that stand together.
  private func pieces(of rows: ClosedRange<Int>) -> [ClosedRange<Int>] {
    var list: [ClosedRange<Int>] = []
    var start = rows.lowerBound
    for insertion in insertions where rows.lowerBound..<rows.upperBound ~= insertion.rowBefore {
      guard insertion.rowBefore >= start else { continue }
      list.append(inserted(start)...inserted(insertion.rowBefore))
      start = insertion.rowBefore + 1
    }
    list.append(inserted(start)...inserted(rows.upperBound))
    return list
  }
}
