internal import Zip

/// A whole sheet in memory, for access by address.
///
///     let cells = try sheet.cells()
///     print(cells["B7"], cells.usedRange?.description ?? "empty")
public struct CellGrid: Sendable {
  /// The rows that hold cells, by number ascending.
  public let rows: [Row]
  /// The smallest range that holds every cell the file names, or nil for an empty sheet.
  public let usedRange: CellRange?
  /// The merged ranges; only the upper left cell of each holds a value.
  public let mergedRanges: [CellRange]
  /// The rules for what may be entered.
  public let validations: [DataValidation]
  /// The columns a person does not see, each from 1.
  public let hiddenColumns: [ClosedRange<Int>]
  /// The range of the sheet's filter.
  public let autoFilter: CellRange?
  /// Whether the sheet is protected, so that its locked cells are not to be changed.
  public let isProtected: Bool
  /// The ranges anybody may change though the sheet is protected.
  package let openRanges: [CellRange]
  /// The columns whose new cells have a format of their own.
  package let columnStyles: [(columns: ClosedRange<Int>, style: Int)]
  /// The columns that have a width of their own, in characters.
  package let columnWidths: [(columns: ClosedRange<Int>, width: Double)]

  init(_ sheet: Sheet) throws(WorkbookError) {
    let reader = try RowReader(sheet, keepsDetails: true)
    var rows: [Row] = []
    var count = 0
    var isInOrder = true
    var bounds: (top: Int, left: Int, bottom: Int, right: Int)?
    while let row = try reader.readRow() {
      guard let first = row.cells.first, let last = row.cells.last else { continue }
      count += row.cells.count
      guard count <= sheet.book.package.limits.cells else {
        throw reader.located(.tooManyCells(sheet.book.package.limits.cells), at: nil)
      }
      if let previous = rows.last, previous.number >= row.number { isInOrder = false }
      let (left, right) = (first.reference.column, last.reference.column)
      bounds =
        bounds.map {
          (
            min($0.top, row.number), min($0.left, left), max($0.bottom, row.number),
            max($0.right, right)
          )
        } ?? (row.number, left, row.number, right)
      rows.append(row)
    }
    self.rows = isInOrder ? rows : CellGrid.inOrder(rows)
    if let bounds, let first = CellReference(row: bounds.top, column: bounds.left),
      let last = CellReference(row: bounds.bottom, column: bounds.right)
    {
      usedRange = CellRange(first, last)
    } else {
      usedRange = nil
    }
    let details = reader.scanner.details
    mergedRanges = details.merged
    validations = details.validations
    hiddenColumns = details.hiddenColumns
    autoFilter = details.autoFilter
    isProtected = details.isProtected
    openRanges = details.openRanges
    columnStyles = details.columnStyles
    columnWidths = details.columnWidths
  }

  /// Rows by number; rows the file gives twice are joined, the later cell of one address counting.
  private static func inOrder(_ rows: [Row]) -> [Row] {
    var cells: [Int: [Int: Cell]] = [:]
    var hidden: Set<Int> = []
    for row in rows {
      if row.isHidden { hidden.insert(row.number) }
      for cell in row.cells { cells[row.number, default: [:]][cell.reference.column] = cell }
    }
    return cells.sorted { $0.key < $1.key }.map { number, cells in
      Row(
        number: number, cells: cells.values.sorted { $0.reference < $1.reference },
        isHidden: hidden.contains(number))
    }
  }

  /// The row of this number, from 1, or nil when the file names no cell in it.
  ///
  /// - Complexity: O(log *n*) in the number of rows.
  public func row(_ number: Int) -> Row? {
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].number < number { low = middle + 1 } else { high = middle }
    }
    return low < rows.count && rows[low].number == number ? rows[low] : nil
  }

  /// The cell at a reference, or nil when the file names none there.
  public func cell(_ reference: CellReference) -> Cell? {
    row(reference.row)?.cell(column: reference.column)
  }

  /// The value at a reference; blank where there is no cell.
  public subscript(reference: CellReference) -> CellValue {
    cell(reference)?.value ?? .blank
  }

  /// The value at an address such as `"B7"`; blank where there is no cell or no such address.
  public subscript(address: String) -> CellValue {
    CellReference(address).map { self[$0] } ?? .blank
  }
}
