/// The columns that the regions of a sheet read of a row, from row to row.
///
/// A row costs as much as the regions that reach it hold columns, however many stand above and
/// below.
struct ReadColumns {
  /// The regions from the top.
  private var regions: [RegionRows]
  /// How many of them begin at the row or above.
  private var begun = 0
  /// Those that reach the row.
  private var active: [Int] = []
  private var row = 0
  /// The last row in which each column was read.
  private var lastRow: [Int] = []
  /// The column behind which everything of the row is kept.
  private var lastHeading = Int.max

  /// How often a region was asked for its columns of a row.
  private(set) var steps = 0

  init(_ regions: [TableRegion], of sheet: SheetContent) {
    self.regions = regions.map { RegionRows($0, of: sheet) }.sorted { $0.first < $1.first }
  }

  /// Goes on to a row.
  mutating func move(to row: Int) {
    self.row = row
    lastHeading = .max
    while begun < regions.count, regions[begun].first <= row {
      active.append(begun)
      begun += 1
    }
    active.removeAll { regions[$0].last < row }
    for place in active {
      steps += 1
      regions[place].move(to: row)
      if regions[place].isHeader(row) {
        for column in regions[place].columns where !regions[place].empty.contains(column) {
          mark(column)
        }
      } else if regions[place].isRecord(row) {
        for column in regions[place].read { mark(column) }
        if let last = regions[place].lastHeading { lastHeading = min(lastHeading, last) }
      }
    }
  }

  private mutating func mark(_ column: Int) {
    guard column >= 0 else { return }
    while lastRow.count <= column { lastRow.append(-1) }
    lastRow[column] = row
  }

  /// Whether a cell of the row is read.
  func holds(_ column: Int) -> Bool {
    column > lastHeading || lastRow.indices.contains(column) && lastRow[column] == row
  }
}

/// The rows of a region in order, with the columns that are read of each.
private struct RegionRows {
  private let header: ClosedRange<Int>?
  let columns: ClosedRange<Int>
  /// The columns that are read of a record.
  let read: [Int]
  private let records: [Int]
  private var next = 0
  /// The last column of a delimited file's table: what stands behind it is kept.
  let lastHeading: Int?
  /// Columns of unknown headings with nothing below them.
  let empty: Set<Int>
  /// The first and the last row of which something is read.
  let first: Int
  let last: Int

  init(_ region: TableRegion, of sheet: SheetContent) {
    header = region.headerRows
    columns = region.columns
    lastHeading = region.lastHeading(of: sheet)
    records = region.layout == .cards ? [] : region.records.map(\.row)
    read = region.layout == .cards ? [] : region.plans.map(\.column).filter { $0 > 0 }
    let unknown = region.layout == .table ? region.plans.filter { $0.field == .custom } : []
    empty = Set(
      unknown.map(\.column).filter { column in
        region.records.allSatisfy { sheet.rows[$0.index].cell(column)?.isBlank ?? true }
      })
    first = min(header?.lowerBound ?? .max, records.first ?? .max)
    last = max(header?.upperBound ?? 0, records.last ?? 0)
  }

  /// Goes on to the first record from a row on.
  mutating func move(to row: Int) {
    while next < records.count, records[next] < row { next += 1 }
  }

  func isHeader(_ row: Int) -> Bool { header?.contains(row) ?? false }

  func isRecord(_ row: Int) -> Bool { next < records.count && records[next] == row }
}

/// The columns of a row below tables that were turned down, from row to row.
struct RejectedColumns {
  /// The tables from the top, each with the row that ends it.
  private let rejections: [(top: Int, end: Int, columns: ClosedRange<Int>)]
  private var next = 0
  private var row = 0
  /// The row that ends the lowest of the tables over each column.
  private var ends: [Int] = []

  /// How many tables were gone through.
  private(set) var steps = 0

  init(_ rejections: [(top: Int, end: Int, columns: ClosedRange<Int>)]) {
    self.rejections = rejections
  }

  /// Goes on to a row.
  mutating func move(to row: Int) {
    self.row = row
    while next < rejections.count, rejections[next].top <= row {
      let rejection = rejections[next]
      next += 1
      steps += 1
      for column in rejection.columns where column >= 0 {
        while ends.count <= column { ends.append(0) }
        ends[column] = max(ends[column], rejection.end)
      }
    }
  }

  /// Whether a cell of the row belongs to a table that was turned down.
  func holds(_ column: Int) -> Bool { ends.indices.contains(column) && row < ends[column] }
}
