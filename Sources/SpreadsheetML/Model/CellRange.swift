/// A rectangle of cells, such as `B2:D9`; one cell alone is a range too.
public struct CellRange: Hashable, Sendable, CustomStringConvertible {
  /// The upper left cell.
  public let first: CellReference
  /// The lower right cell.
  public let last: CellReference

  /// Makes the smallest range that holds both cells.
  public init(_ a: CellReference, _ b: CellReference) {
    let rows = (min(a.row, b.row), max(a.row, b.row))
    let columns = (min(a.column, b.column), max(a.column, b.column))
    // Both corners come from references, so they lie inside the sheet.
    first = CellReference(row: rows.0, column: columns.0) ?? a
    last = CellReference(row: rows.1, column: columns.1) ?? b
  }

  /// Reads `B2:D9`, `$B$2:$D$9`, `B2`, `B:D` (whole columns) or `2:9` (whole rows); nil for
  /// anything else, such as a sheet's name before the range or an address outside the sheet.
  public init?(_ text: some StringProtocol) {
    let ends = text.split(separator: ":", omittingEmptySubsequences: false).map { String($0) }
    guard ends.count == 1 || ends.count == 2, let from = ends.first, let to = ends.last else {
      return nil
    }
    if let a = CellReference(from), let b = CellReference(to) {
      self.init(a, b)
    } else if ends.count == 2, let a = CellRange.column(from, row: 1),
      let b = CellRange.column(to, row: CellReference.lastRow)
    {
      self.init(a, b)
    } else if ends.count == 2, let a = CellRange.row(from, column: "A"),
      let b = CellRange.row(to, column: "XFD")
    {
      self.init(a, b)
    } else {
      return nil
    }
  }

  /// The cell of a column that is written alone, such as `B` or `$B`.
  private static func column(_ text: String, row: Int) -> CellReference? {
    text.contains(where: \.isNumber) || text.last == "$" ? nil : CellReference("\(text)\(row)")
  }

  /// The cell of a row that is written alone, such as `7` or `$7`.
  private static func row(_ text: String, column: String) -> CellReference? {
    let digits = text.hasPrefix("$") ? text.dropFirst() : text[...]
    return digits.first?.isNumber == true ? CellReference("\(column)\(digits)") : nil
  }

  /// How many rows the range has.
  public var rowCount: Int { last.row - first.row + 1 }
  /// How many columns the range has.
  public var columnCount: Int { last.column - first.column + 1 }

  /// Whether the cell lies inside.
  public func contains(_ cell: CellReference) -> Bool {
    first.row...last.row ~= cell.row && first.column...last.column ~= cell.column
  }

  /// The range as Excel writes it: `B2:D9`, or `B2` for one cell.
  public var description: String { first == last ? "\(first)" : "\(first):\(last)" }
}
