/// A reference to cells as it stands in a formula: `B7`, `$A$1:C9`, `D:D`, `3:5`.
struct FormulaReference: Hashable, Sendable {
  /// One corner; the row of whole columns and the column of whole rows is nil.
  struct Corner: Hashable, Sendable {
    var column: Int?
    var row: Int?
    var columnIsFixed = false
    var rowIsFixed = false

    /// The corner as it is written.
    var text: String {
      var text = ""
      if let column {
        text += (columnIsFixed ? "$" : "") + CellReference.letters(ofColumn: column)
      }
      if let row { text += (rowIsFixed ? "$" : "") + String(row) }
      return text
    }
  }

  var first: Corner
  /// The other corner, or nil for one cell.
  var last: Corner?

  /// The reference as it is written, without a sheet.
  var text: String { last.map { "\(first.text):\($0.text)" } ?? first.text }

  /// The rows it covers, those of whole columns being all.
  var rows: ClosedRange<Int> {
    guard let a = first.row, let b = (last ?? first).row else { return 1...CellReference.lastRow }
    return min(a, b)...max(a, b)
  }

  /// The columns it covers, those of whole rows being all.
  var columns: ClosedRange<Int> {
    guard let a = first.column, let b = (last ?? first).column else {
      return 1...CellReference.lastColumn
    }
    return min(a, b)...max(a, b)
  }

  /// The reference as a copy of its formula so many rows and columns further on has it.
  ///
  /// - Returns: nil when it would lie outside the sheet.
  func moved(rows: Int, columns: Int) -> FormulaReference? {
    func moved(_ corner: Corner) -> Corner? {
      var corner = corner
      if let row = corner.row, !corner.rowIsFixed {
        corner.row = row + rows
        guard 1...CellReference.lastRow ~= row + rows else { return nil }
      }
      if let column = corner.column, !corner.columnIsFixed {
        corner.column = column + columns
        guard 1...CellReference.lastColumn ~= column + columns else { return nil }
      }
      return corner
    }
    guard let first = moved(first) else { return nil }
    guard let last else { return FormulaReference(first: first, last: nil) }
    guard let end = moved(last) else { return nil }
    return FormulaReference(first: first, last: end)
  }
}

/// The sheets that a reference names before its exclamation mark.
struct FormulaSheets: Hashable, Sendable {
  /// The number or name of another workbook in brackets, or nil for the formula's own.
  var workbook: String?
  /// The first sheet; empty where only a workbook is named.
  var first: String
  /// The last sheet of a reference through several, or nil.
  var last: String?
}
