public import DelimitedText
public import SpreadsheetML

/// Writes a sheet's cells as delimited text.
///
/// Rows keep their places: a row or cell that the sheet leaves out becomes an empty line or field.
/// Each record ends with the row's last cell that is not blank, the text with the sheet's last row
/// that has one.
public struct SheetConversion: Sendable {
  /// What of a cell is written.
  public enum Values: Sendable, Hashable {
    /// The stored value: numbers in the shortest decimal that reads back the same, dates in
    /// ISO 8601, `TRUE` and `FALSE`, errors as their word.
    case stored
    /// What Excel shows in a column wide enough, in the manner of a language.
    case shown(FormatLocale)
  }

  /// What became of a conversion.
  public enum Outcome: Sendable, Hashable {
    /// All rows were written.
    case complete
    /// The file's rows do not ascend: what was written must be thrown away, and the conversion
    /// done again with ``convertInOrder(_:to:)``, which keeps the sheet in memory.
    case rowsOutOfOrder
  }

  /// What is written of each cell.
  public var values: Values

  /// Makes a conversion.
  public init(values: Values = .stored) { self.values = values }

  /// Writes the sheet row by row, in memory that does not grow with it.
  ///
  /// - Parameters:
  ///   - sheet: a sheet of cells.
  ///   - writer: takes the fields.
  /// - Returns: whether the rows came in order.
  /// - Throws: ``WorkbookError`` naming the cell, or ``DelimitedTextError``.
  /// - Complexity: O(*n*) in the sheet's bytes.
  public func convert(
    _ sheet: Sheet, to writer: inout DelimitedWriter<ClosureByteSink>
  ) throws -> Outcome {
    let rows = try sheet.rows()
    var fields = try FieldWriter(sheet, values: values)
    var line = 1
    while try rows.advance() {
      let isInOrder = try rows.withRow { row in
        let count = try FieldWriter.filledCount(row)
        if count == 0 { return true }
        guard row.number >= line else { return false }
        while line < row.number {
          try writer.endRecord()
          line += 1
        }
        try fields.write(row, count: count, to: &writer)
        try writer.endRecord()
        line += 1
        return true
      }
      if !isInOrder { return .rowsOutOfOrder }
    }
    return .complete
  }

  /// Writes a sheet whose rows the file gives out of order.
  ///
  /// - Parameters:
  ///   - sheet: a sheet of cells.
  ///   - writer: takes the fields.
  /// - Throws: ``WorkbookError`` or ``DelimitedTextError``.
  /// - Complexity: O(*n*) in time and memory.
  public func convertInOrder(
    _ sheet: Sheet, to writer: inout DelimitedWriter<ClosureByteSink>
  ) throws {
    let styles = try sheet.styles()
    var line = 1
    for row in try sheet.cells().rows {
      guard let last = row.cells.last(where: { !isEmpty($0.value) }) else { continue }
      while line < row.number {
        try writer.endRecord()
        line += 1
      }
      var column = 1
      for cell in row.cells where cell.reference.column <= last.reference.column {
        while column < cell.reference.column {
          try writer.endField()
          column += 1
        }
        let text = CellText(values: values, dateSystem: sheet.dateSystem).text(
          of: cell.value, format: styles.numberFormat(cell.style))
        try writer.appendText(text)
        try writer.endField()
        column += 1
      }
      try writer.endRecord()
      line += 1
    }
  }

  private func isEmpty(_ value: CellValue) -> Bool {
    value == .blank || value == .text("")
  }
}
