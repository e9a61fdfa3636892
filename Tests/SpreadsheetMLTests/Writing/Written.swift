import SpreadsheetML
import Testing
import Zip

/// A workbook that a test wrote, part by part.
struct Written {
  let archive: ZipReader

  /// Writes a workbook.
  init(_ body: (WorkbookWriter) throws -> Void) throws {
    archive = try ZipReader(file: RandomAccessFile(bytes: WorkbookWriter.bytes(body)))
  }

  /// The text of a part.
  func part(_ name: String) throws -> String {
    String(decoding: try #require(try archive.read(name)), as: UTF8.self)
  }

  var names: [String] { archive.entries.map(\.name) }

  /// The markup of a sheet's rows.
  func rows(_ sheet: Int = 1) throws -> String {
    try between("<sheetData>", "</sheetData>", sheet)
  }

  /// The markup before a sheet's rows, behind the root element's start.
  func head(_ sheet: Int = 1) throws -> String {
    try between("relationships\">", "<sheetData>", sheet)
  }

  /// The markup behind a sheet's rows.
  func tail(_ sheet: Int = 1) throws -> String {
    try between("</sheetData>", "</worksheet>", sheet)
  }

  private func between(_ start: String, _ end: String, _ sheet: Int) throws -> String {
    let text = try part("xl/worksheets/sheet\(sheet).xml")
    let from = try #require(text.firstRange(of: start)).upperBound
    let to = try #require(text[from...].firstRange(of: end)).lowerBound
    return String(text[from..<to])
  }
}

extension StringProtocol {
  /// The first place of a text in another.
  func firstRange(of other: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(other) { return start..<index(start, offsetBy: other.count) }
      start = index(after: start)
    }
    return nil
  }
}

/// A cell that is written in a test.
func cell(_ text: String) -> CellReference {
  CellReference(text) ?? CellReference.lastCell
}

/// A range that is written in a test.
func range(_ text: String) -> CellRange {
  CellRange(text) ?? CellRange(CellReference.lastCell, CellReference.lastCell)
}

extension CellReference {
  /// What stands for a mistake in a test.
  static let lastCell: CellReference = {
    guard let cell = CellReference(row: lastRow, column: lastColumn) else { fatalError() }
    return cell
  }()
}

/// The sentence of the error that writing ends with; empty without one.
func refusal(_ body: (SheetWriter, WorkbookWriter) throws -> Void) -> String {
  do {
    _ = try WorkbookWriter.bytes { book in
      try body(try book.addSheet("Sheet"), book)
    }
    return ""
  } catch {
    return "\(error)"
  }
}
