internal import SpreadsheetML

/// How the formats of one version of a workbook differ from an earlier one: number formats, looks
/// and column widths, cell by cell.
///
/// Cells are compared where they stand; on sheets whose rows came, went or moved that says little, so
/// that these are left out.
public struct FormatChange: Hashable, Sendable {
  /// Where the first difference is, such as `Measures!C2` or `Measures, column B`.
  public let first: String
  /// How many cells and columns differ.
  public let count: Int

  /// Compares two versions.
  ///
  /// Gives nil if no formats differ but those that a third version has too.
  ///
  /// - Parameters:
  ///   - old: The earlier version.
  ///   - new: The later version.
  ///   - other: The version that is to have the changes.
  /// - Throws: ``WorkbookError`` when a workbook cannot be read.
  /// - Complexity: O(*n*) in the cells of the workbooks.
  init?(from old: Workbook, to new: Workbook, missingIn other: Workbook) throws(WorkbookError) {
    let styles = (old: try old.styles(), new: try new.styles(), other: try other.styles())
    var first: String?
    var count = 0
    func differs(at place: @autoclosure () -> String) {
      if first == nil { first = place() }
      count += 1
    }
    for sheet in new.sheets where sheet.kind == .worksheet {
      guard
        let before = old.sheets.first(where: { $0.name == sheet.name && $0.kind == .worksheet }),
        let own = other.sheets.first(where: { $0.name == sheet.name && $0.kind == .worksheet })
      else { continue }
      let grids = (old: try before.cells(), new: try sheet.cells(), other: try own.cells())
      guard grids.old.usedRange?.last.row == grids.new.usedRange?.last.row else { continue }
      let widths = (old: Self.widths(grids.old), new: Self.widths(grids.new))
      let has = Self.widths(grids.other)
      for column in Set(widths.old.keys).union(widths.new.keys).sorted()
      where widths.old[column] != widths.new[column] && widths.new[column] != has[column] {
        differs(
          at: "\(Place.quoted(sheet.name)), column \(CellReference.letters(ofColumn: column))")
      }
      for cell in grids.new.rows.flatMap(\.cells) where cell.value != .blank {
        guard let was = grids.old.cell(cell.reference), was.value != .blank else { continue }
        let look = Look(cell, styles.new)
        guard look != Look(was, styles.old),
          grids.other.cell(cell.reference).map({ Look($0, styles.other) != look }) ?? false
        else { continue }
        differs(at: Place(sheet: sheet.name, cell: cell.reference).description)
      }
    }
    guard let first else { return nil }
    self.first = first
    self.count = count
  }

  /// What a cell looks like.
  private struct Look: Equatable {
    let format: NumberFormat
    let appearance: CellAppearance

    init(_ cell: Cell, _ styles: StyleSheet) {
      format = styles.numberFormat(cell.style)
      appearance = styles.appearance(cell.style)
    }
  }

  /// The widths of the columns that have one; of a range as wide as the sheet only the first ones.
  private static func widths(_ grid: CellGrid) -> [Int: Double] {
    widths(grid.columnWidths, through: grid.usedRange?.last.column ?? 0)
  }

  /// The widths of the columns up to one, the last entry for each.
  ///
  /// - Parameters:
  ///   - entries: Ranges of columns and their widths; they may overlap.
  ///   - last: The last column that counts.
  /// - Returns: The widths by column.
  /// - Complexity: O(*e* + *c*) in the entries and the columns, however far the entries reach.
  static func widths(
    _ entries: [(columns: ClosedRange<Int>, width: Double)], through last: Int
  ) -> [Int: Double] {
    let last = min(last, CellReference.lastColumn)
    guard last >= 1 else { return [:] }
    var widths: [Int: Double] = [:]
    // For each column the first one from there on that has no width yet, so that none is set twice.
    var free = Array(0...(last + 1))
    func firstFree(_ column: Int) -> Int {
      var column = column
      while free[column] != column {
        free[column] = free[free[column]]
        column = free[column]
      }
      return column
    }
    for entry in entries.reversed() {
      let lower = max(1, entry.columns.lowerBound)
      guard lower <= last else { continue }
      let upper = min(last, entry.columns.upperBound)
      var column = firstFree(lower)
      while column <= upper {
        widths[column] = entry.width
        free[column] = column + 1
        column = firstFree(column + 1)
      }
    }
    return widths
  }
}
