internal import ArgumentParser
internal import DelimitedText
internal import SpreadsheetML
internal import TableConversion

extension Convert {
  /// Writes a sheet as CSV or TSV.
  func writeDelimited(as form: Form) throws {
    let conversion = SheetConversion(
      values: values == .shown ? .shown(try chosenLocale() ?? .en) : .stored)
    var dialect: Dialect = form == .tsv ? .tsv : .csv
    if let delimiter = try chosenDelimiter() {
      guard let chosen = try? Dialect(delimiter: delimiter) else {
        throw ValidationError("The delimiter cannot set fields apart.")
      }
      dialect = chosen
    }
    let book = try Input.workbook(input)
    let sheet = try chosenSheet(of: book)
    if verbose { Terminal.error("\(input): note: reading sheet \(Place.quoted(sheet.name))") }
    let file = try AtomicOutput(output)
    let progress = Progress(total: nil)
    do {
      let sink = ClosureByteSink { bytes in
        try file.write(bytes)
        progress.advance(bytes.count)
      }
      var writer = DelimitedWriter(
        sink, dialect: dialect, safeForSpreadsheets: safeForSpreadsheets)
      switch try conversion.convert(sheet, to: &writer) {
      case .complete: _ = try writer.finish()
      case .rowsOutOfOrder:
        guard try file.startAgain() else {
          throw Failure(
            input,
            "the rows of sheet \(Place.quoted(sheet.name)) are not in order; "
              + "write to a file instead")
        }
        writer = DelimitedWriter(
          sink, dialect: dialect, safeForSpreadsheets: safeForSpreadsheets)
        try conversion.convertInOrder(sheet, to: &writer)
        _ = try writer.finish()
      }
    } catch let error as DelimitedTextError {
      progress.end()
      throw error.cause as? Failure ?? error
    } catch {
      progress.end()
      throw error
    }
    progress.end()
    try file.commit()
  }

  private func chosenSheet(of book: Workbook) throws -> Sheet {
    if let sheet { return try book.sheet(sheet) }
    let cells = book.sheets.filter { $0.kind == .worksheet }
    guard
      let first = cells.first(where: { $0.visibility == .visible }) ?? cells.first
        ?? book.sheets.first
    else { throw Failure(input, "the workbook has no sheet with cells") }
    return first
  }
}
