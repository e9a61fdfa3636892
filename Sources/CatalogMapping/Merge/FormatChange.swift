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
    var places: [String] = []
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
        let letters = CellReference.letters(ofColumn: column)
        places.append("\(Place.quoted(sheet.name)), column \(letters)")
      }
      for cell in grids.new.rows.flatMap(\.cells) where cell.value != .blank {
        guard let was = grids.old.cell(cell.reference), was.value != .blank else { continue }
        let look = Look(cell, styles.new)
        guard look != Look(was, styles.old),
          grids.other.cell(cell.reference).map({ Look($0, styles.other) != look }) ?? false
        else { continue }
        places.append(Place(sheet: sheet.name, cell: cell.reference).description)
      }
    }
    guard let first = places.first else { return nil }
    self.first = first
    count = places.count
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
    let last = grid.usedRange?.last.column ?? 0
    var widths: [Int: Double] = [:]
    for entry in grid.columnWidths {
      for column in entry.columns where column <= last { widths[column] = entry.width }
    }
    return widths
  }
}
