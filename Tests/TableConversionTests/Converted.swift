import DelimitedText
import SpreadsheetML
import Testing

@testable import TableConversion

/// A text that a test converted.
struct Converted {
  let book: Workbook
  let report: WorkbookConversion.Report

  /// Converts a text that comes in pieces of `chunk` bytes.
  init(
    _ text: String, chunk: Int = .max, _ change: (inout WorkbookConversion) -> Void = { _ in }
  ) throws {
    try self.init(bytes: Array(text.utf8), chunk: chunk, change)
  }

  init(
    bytes: [UInt8], chunk: Int = .max, _ change: (inout WorkbookConversion) -> Void = { _ in }
  ) throws {
    var conversion = WorkbookConversion()
    change(&conversion)
    var report = WorkbookConversion.Report()
    var source = ByteArraySource(bytes, chunk: chunk)
    let written = try WorkbookWriter.bytes { book in
      report = try conversion.convert(ClosureByteSource { source.read(into: &$0) }, to: book)
    }
    self.report = report
    book = try Workbook.open(bytes: written)
  }

  /// The value of a cell of the first sheet.
  func value(_ cell: String) throws -> CellValue {
    try book.sheets[0].cells()[cell]
  }

  /// The value of a cell and the format code it is shown with.
  func cell(_ reference: String) throws -> (value: CellValue, format: String) {
    let rows = try book.sheets[0].rows()
    let wanted = try #require(CellReference(reference))
    while let row = try rows.readRow() {
      guard row.number == wanted.row, let cell = row.cell(column: wanted.column) else { continue }
      return (cell.value, try book.styles().numberFormat(cell.style).code)
    }
    return (.blank, "")
  }

  /// The first sheet as CSV.
  func csv(_ values: SheetConversion.Values = .stored) throws -> String {
    var bytes: [UInt8] = []
    var writer = DelimitedWriter(
      ClosureByteSink { piece in for index in piece.indices { bytes.append(piece[index]) } })
    _ = try SheetConversion(values: values).convert(book.sheets[0], to: &writer)
    _ = try writer.finish()
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// The sentence of the error that a conversion ends with; empty without one.
func refusal(
  _ text: String, _ change: (inout WorkbookConversion) -> Void = { _ in }
) -> String {
  do {
    _ = try Converted(text, change)
    return ""
  } catch {
    return "\(error)"
  }
}
