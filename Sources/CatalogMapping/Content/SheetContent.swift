internal import SpreadsheetML

/// A sheet as the import sees it: values with their formats, whatever file they came from.
///
/// Rows and columns are counted from 1, as on the sheet. Rows without any cell are left out.
struct SheetContent: Sendable {
  /// One cell.
  struct Cell: Sendable {
    var column: Int
    var value: CellValue
    /// The index into ``SheetContent/formats`` and ``SheetContent/looks``.
    var style = 0
    /// Whether a formula gives the value.
    var isFormula = false
  }

  /// One row with its cells in column order, blank ones left out.
  struct Row: Sendable {
    var number: Int
    var isHidden = false
    var cells: [Cell]
    /// The formats of its blank cells by column, where they are asked for.
    var blankStyles: [Int: Int] = [:]

    /// The cell in a column, or nil.
    func cell(_ column: Int) -> Cell? {
      place(ofColumn: column).map { cells[$0] }
    }

    /// The text of the cell in a column if it begins and ends with a printed character, as nearly
    /// all do; nil for other texts and other cells.
    func printedText(_ column: Int) -> String? {
      guard let place = place(ofColumn: column), case .text(let text) = cells[place].value,
        text.isPrintedAtBothEnds
      else { return nil }
      return text
    }

    /// Where the cell of a column stands in ``cells``, or nil.
    private func place(ofColumn column: Int) -> Int? {
      let cells = cells.span
      // Most rows are filled from their first column on without a gap.
      guard cells.count > 0, column >= cells[0].column else { return nil }
      let guess = column - cells[0].column
      if guess < cells.count, cells[guess].column == column { return guess }
      var low = 0
      var high = cells.count
      while low < high {
        let middle = (low + high) / 2
        if cells[middle].column < column { low = middle + 1 } else { high = middle }
      }
      return low < cells.count && cells[low].column == column ? low : nil
    }
  }

  /// The name on the tab; empty for a file without sheets.
  var name: String
  var visibility = Sheet.Visibility.visible
  var rows: [Row]
  var merges: [CellRange] = []
  var tables: [Table] = []
  var hiddenColumns: [ClosedRange<Int>] = []
  var filter: CellRange?
  /// The ranges of several rows and columns that names stand for.
  var namedRanges: [CellRange] = []
  /// Whether locked cells are not to be changed.
  var isProtected = false
  /// The ranges anybody may change though the sheet is protected.
  var openRanges: [CellRange] = []
  /// The formats that new cells of columns get.
  var columnStyles: [(columns: ClosedRange<Int>, style: Int)] = []
  var validations: [DataValidation] = []
  /// The words of dropdown lists that stand in cells, by the formula of their rule.
  var lists: [String: [String]] = [:]
  /// The number formats by style.
  var formats: [NumberFormat] = [.general]
  /// The appearances by style.
  var looks: [CellAppearance] = [CellAppearance()]
  var dateSystem = DateSystem.since1900
  /// Whether the commas in the numbers of a delimited text may be decimal marks, as its fields are
  /// parted by another mark.
  var hasDecimalCommas = false

  /// Whether it was read of a delimited text, which has neither sheets nor formats.
  var isDelimited: Bool { name.isEmpty }

  /// The row of a number, or nil if it has no cell.
  func row(_ number: Int) -> Row? {
    rowIndex(number).map { rows[$0] }
  }

  /// Where the row of a number stands in ``rows``, or nil.
  func rowIndex(_ number: Int) -> Int? {
    let index = firstRowIndex(from: number)
    return index < rows.count && rows[index].number == number ? index : nil
  }

  /// Where the first row from a number on stands in ``rows``.
  func firstRowIndex(from number: Int) -> Int {
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].number < number { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The cell at a place, or nil.
  func cell(row: Int, column: Int) -> Cell? {
    self.row(row)?.cell(column)
  }

  /// The number format of a cell.
  func format(_ cell: Cell) -> NumberFormat {
    formats.indices.contains(cell.style) ? formats[cell.style] : .general
  }

  /// How a cell looks.
  func look(_ cell: Cell) -> CellAppearance {
    looks.indices.contains(cell.style) ? looks[cell.style] : CellAppearance()
  }

  /// Whether a list object, a filter or a named range begins with a row as its header.
  func isMarkedHeader(row: Int) -> Bool {
    tables.contains { $0.hasHeaderRow && $0.range.first.row == row }
      || namedRanges.contains { $0.first.row == row } || filter?.first.row == row
  }

  /// Whether the sheet is protected so that a cell cannot be changed.
  func isClosed(_ cell: CellReference) -> Bool {
    guard isProtected, !openRanges.contains(where: { $0.contains(cell) }) else { return false }
    let style =
      self.cell(row: cell.row, column: cell.column)?.style
      ?? row(cell.row)?.blankStyles[cell.column]
      ?? columnStyles.last { $0.columns ~= cell.column }?.style ?? 0
    return looks.indices.contains(style) ? looks[style].isLocked : true
  }

  /// Whether a column is hidden.
  func isHidden(column: Int) -> Bool {
    hiddenColumns.contains { $0.contains(column) }
  }

  /// The merged range that holds a cell, or nil.
  func merge(row: Int, column: Int) -> CellRange? {
    merges.first {
      $0.first.row...$0.last.row ~= row && $0.first.column...$0.last.column ~= column
    }
  }
}

extension SheetContent.Cell {
  /// The text of a text cell without blanks around it; nil for other cells and blank texts.
  var text: String? {
    guard case .text(let text) = value else { return nil }
    if text.isPrintedAtBothEnds { return text }
    let trimmed = text.trimmed
    return trimmed.isEmpty ? nil : trimmed
  }

  var number: Double? {
    guard case .number(let number) = value else { return nil }
    return number
  }

  var isBlank: Bool {
    switch value {
    case .blank: true
    case .text(let text): text.isBlank
    default: false
    }
  }
}
