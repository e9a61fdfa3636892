internal import XMLStream
internal import Zip

/// Reads a sheet's rows one after another, in memory that does not grow with the sheet.
///
/// Rows that the file leaves out are passed over, not returned empty. Rows come in the file's
/// order, which is ascending in every file that Excel wrote; cells come in column order always.
///
///     let rows = try sheet.rows()
///     while let row = try rows.readRow() { print(row.number, row[column: "D"]) }
public final class RowReader {
  /// The row scanner underneath, for readers that want no value per cell.
  package let scanner: SheetScanner
  private let book: Workbook.Storage
  private let sheet: String
  private(set) var strings: SharedStrings?
  private var decoded: [UInt8] = []
  /// Into ``strings``, which lives as long as this reader.
  private(set) var pointers = SharedStrings.empty.pointers

  /// Starts reading; the scanner gathers what stands around the rows if `keepsDetails` says so.
  init(
    _ sheet: Sheet, usesFastPath: Bool = true, keepsDetails: Bool = false
  ) throws(WorkbookError) {
    scanner = try sheet.scanner(usesFastPath: usesFastPath)
    scanner.keepsDetails = keepsDetails
    book = sheet.book
    self.sheet = sheet.name
  }

  /// The next row that the file names, or nil after the last.
  ///
  /// - Throws: ``WorkbookError`` whose place names file, sheet and cell.
  /// - Complexity: O(*n*) in the row's bytes.
  public func readRow() throws(WorkbookError) -> Row? {
    guard try advance() else { return nil }
    var cells: [Cell] = []
    let records = unsafe scanner.cells
    cells.reserveCapacity(records.count)
    for place in 0..<records.count {
      let record = unsafe records[place]
      guard let reference = CellReference(row: scanner.rowNumber, column: Int(record.column))
      else { continue }
      let formula = try formula(of: record)
      cells.append(
        Cell(
          reference: reference, value: try value(of: record), formula: formula,
          style: StyleIndex(Int(record.style))))
    }
    return Row(number: scanner.rowNumber, cells: cells, isHidden: scanner.rowIsHidden)
  }

  /// Moves to the next row that the file names, without making values of its cells.
  ///
  /// - Returns: false after the last row.
  /// - Throws: ``WorkbookError`` whose place names file, sheet and cell.
  /// - Complexity: O(*n*) in the row's bytes.
  public func advance() throws(WorkbookError) -> Bool {
    do throws(WorkbookError) {
      return try scanner.nextRow()
    } catch {
      throw error.inFile(book.file)
    }
  }

  /// The shared texts, read at the first cell that needs them.
  package func sharedStrings() throws(WorkbookError) -> SharedStrings {
    if let strings { return strings }
    let loaded = try book.sharedStrings()
    strings = loaded
    pointers = loaded.pointers
    return loaded
  }

  private func formula(of record: CellRecord) throws(WorkbookError) -> CellFormula? {
    guard record.formula != -1 else { return nil }
    do throws(WorkbookError) {
      return try scanner.formula(of: record)
    } catch {
      throw error.inFile(book.file)
    }
  }

  /// Lends the bytes of a text that is not what it says as it stands.
  func withDecodedText<R>(
    of record: CellRecord, _ body: (Span<UInt8>) throws -> R
  ) throws -> R {
    decoded.removeAll(keepingCapacity: true)
    do throws(WorkbookError) {
      try scanner.appendText(of: record, to: &decoded)
    } catch {
      throw located(
        error, at: CellReference(row: scanner.rowNumber, column: Int(record.column)))
    }
    return try unsafe decoded.withUnsafeBufferPointer {
      try body(unsafe Span(_unsafeElements: $0))
    }
  }

  /// The index of a cell's shared text, the unhurried way.
  func sharedIndex(of record: CellRecord) throws(WorkbookError) -> Int {
    let table = try sharedStrings()
    do throws(WorkbookError) {
      return try scanner.sharedIndex(of: record, in: table)
    } catch {
      throw located(
        error, at: CellReference(row: scanner.rowNumber, column: Int(record.column)))
    }
  }

  /// The value of a cell of the row at hand.
  package func value(of record: CellRecord) throws(WorkbookError) -> CellValue {
    do throws(WorkbookError) {
      return try scanner.value(of: record, strings: sharedStrings)
    } catch {
      throw located(
        error, at: CellReference(row: scanner.rowNumber, column: Int(record.column)))
    }
  }

  /// The error with file, sheet and cell.
  package func located(_ error: WorkbookError, at cell: CellReference?) -> WorkbookError {
    var error = error
    if error.place.part == nil, error.place.sheet == nil {
      error.place.sheet = sheet
      error.place.cell = cell
    }
    return error.inFile(book.file)
  }
}
