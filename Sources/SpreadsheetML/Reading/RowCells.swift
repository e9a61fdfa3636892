internal import XMLStream
internal import Zip

/// The cells of one row as they lie in the file, for reading without making a value of each.
///
/// It is lent to a closure by ``RowReader/forEachRow(_:)`` and cannot outlive it. Places count from
/// 0 to ``count`` - 1, in column order.
@safe public struct RowCells: ~Copyable {
  /// What a cell holds, before it is looked at.
  public enum Kind: UInt8, Sendable, Hashable {
    /// Nothing.
    case blank
    /// A number, also a date's serial number.
    case number
    /// A text, shared or the cell's own.
    case text
    /// TRUE or FALSE.
    case boolean
    /// An error such as `#N/A`.
    case error
    /// A date stored as ISO 8601 text.
    case isoDate
  }

  /// The row's number, from 1.
  public let number: Int
  /// Whether the row is hidden.
  public let isHidden: Bool

  // Pointers into the scanner's buffers, which do not move while the row is lent. They carry no
  // reference count: counting one up and down for every cell costs more than reading it.
  @usableFromInline let records: UnsafeBufferPointer<CellRecord>
  private let raw: UnsafeBufferPointer<UInt8>
  private let texts: SharedStrings.Pointers
  private let reader: Unmanaged<RowReader>

  init(
    number: Int, isHidden: Bool, records: UnsafeBufferPointer<CellRecord>,
    raw: UnsafeBufferPointer<UInt8>, texts: SharedStrings.Pointers, reader: Unmanaged<RowReader>
  ) {
    self.number = number
    self.isHidden = isHidden
    unsafe self.records = records
    unsafe self.raw = raw
    self.texts = texts
    unsafe self.reader = reader
  }

  /// How many cells of the row the file names.
  @inlinable public var count: Int { unsafe records.count }

  /// The record at a place; asking past the row's end is a programmer's error and traps.
  @inlinable package func record(_ place: Int) -> CellRecord {
    precondition(place >= 0 && place < count, "There is no cell at this place of the row")
    return unsafe records[place]
  }

  /// The column, from 1, of the cell at a place.
  @inlinable public func column(at place: Int) -> Int { Int(record(place).column) }

  /// The format of the cell at a place.
  public func style(at place: Int) -> StyleIndex { StyleIndex(Int(record(place).style)) }

  /// What the cell at a place holds.
  @inlinable public func kind(at place: Int) -> Kind {
    switch record(place).kind {
    case .blank: .blank
    case .number: .number
    case .sharedText, .text: .text
    case .boolean: .boolean
    case .error: .error
    case .isoDate: .isoDate
    }
  }

  /// The number that the cell at a place holds.
  ///
  /// - Throws: ``WorkbookError`` naming the cell, when its bytes are no number.
  public func number(at place: Int) throws(WorkbookError) -> Double {
    let record = record(place)
    if !record.isDecoded {
      let bytes = unsafe rawBytes(of: record)
      if let value = DecimalNumber.value(unsafe Span(_unsafeElements: bytes)) { return value }
    }
    guard case .number(let value) = try value(of: record) else { throw fault(record) }
    return value
  }

  /// Lends the UTF-8 of the text, error or date that the cell at a place holds; of a number or
  /// truth value the bytes in the file.
  ///
  /// - Parameters:
  ///   - place: the cell's place in the row.
  ///   - body: gets the bytes, which are valid only during the call.
  /// - Returns: what `body` returns.
  /// - Throws: ``WorkbookError`` naming the cell, or what `body` throws.
  public func withText<R>(at place: Int, _ body: (Span<UInt8>) throws -> R) throws -> R {
    let record = record(place)
    if record.kind == .sharedText {
      let range = try sharedRange(record)
      let bytes = unsafe UnsafeBufferPointer(rebasing: texts.bytes[range])
      return try body(unsafe Span(_unsafeElements: bytes))
    }
    if !record.isDecoded {
      let bytes = unsafe rawBytes(of: record)
      let span = unsafe Span(_unsafeElements: bytes)
      if isPlainText(span, record.classes) { return try body(span) }
    }
    return try unsafe reader.takeUnretainedValue().withDecodedText(of: record, body)
  }

  /// Whether bytes as they stand in the file are the text they mean.
  private func isPlainText(_ bytes: Span<UInt8>, _ classes: UInt8) -> Bool {
    if classes & (ByteClass.reference | ByteClass.carriageReturn) != 0 { return false }
    if classes & ByteClass.beyondASCII != 0, !XMLText.isValidUTF8(bytes) { return false }
    if classes & ByteClass.underscore == 0 { return true }
    for at in 1..<max(bytes.count, 1)
    where bytes[at] == UInt8(ascii: "x") && bytes[at - 1] == UInt8(ascii: "_") {
      return false
    }
    return true
  }

  /// Whether a formula gives the value of the cell at a place.
  package func isFormula(at place: Int) -> Bool { record(place).formula != -1 }

  /// The value of the cell at a place.
  ///
  /// - Throws: ``WorkbookError`` naming the cell.
  public func value(at place: Int) throws(WorkbookError) -> CellValue {
    try value(of: record(place))
  }

  private func value(of record: CellRecord) throws(WorkbookError) -> CellValue {
    try unsafe reader.takeUnretainedValue().value(of: record)
  }

  /// The place of a shared text among all of them.
  package func sharedRange(_ record: CellRecord) throws(WorkbookError) -> Range<Int> {
    if record.isDecoded {
      return texts.range(try unsafe reader.takeUnretainedValue().sharedIndex(of: record)) ?? 0..<0
    }
    let digits = Int(record.start)..<Int(record.end)
    if let index = unsafe Span(_unsafeElements: raw).smallNumber(digits),
      let range = texts.range(index)
    {
      return range
    }
    let bytes = unsafe rawBytes(of: record)
    var index = 0
    for at in 0..<bytes.count {
      let digit = unsafe bytes[at] &- UInt8(ascii: "0")
      guard digit < 10, index < 1 << 40 else {
        return texts.range(try unsafe reader.takeUnretainedValue().sharedIndex(of: record)) ?? 0..<0
      }
      index = index * 10 + Int(digit)
    }
    guard let range = texts.range(index), !bytes.isEmpty else { throw fault(record) }
    return range
  }

  /// The index of the shared text in the cell at a place; nil when it has no shared text.
  package func sharedIndex(at place: Int) throws(WorkbookError) -> Int? {
    let record = record(place)
    guard record.kind == .sharedText else { return nil }
    if !record.isDecoded,
      let index = unsafe Span(_unsafeElements: raw).smallNumber(
        Int(record.start)..<Int(record.end)), texts.range(index) != nil
    {
      return index
    }
    return try unsafe reader.takeUnretainedValue().sharedIndex(of: record)
  }

  /// The texts that ``sharedRange(_:)`` gives places in.
  package var sharedTexts: SharedStrings.Pointers { texts }

  /// The bytes in the file of a record that is not decoded.
  private func rawBytes(of record: CellRecord) -> UnsafeBufferPointer<UInt8> {
    unsafe UnsafeBufferPointer(rebasing: raw[Int(record.start)..<Int(record.end)])
  }

  /// Lends the bytes in the file of a record that is not decoded.
  package var bytes: UnsafeBufferPointer<UInt8> { unsafe raw }

  /// What is wrong with a cell: found by reading it the unhurried way.
  private func fault(_ record: CellRecord) -> WorkbookError {
    do throws(WorkbookError) {
      _ = try value(of: record)
    } catch {
      return error
    }
    let cell = CellReference(row: number, column: Int(record.column))
    return unsafe reader.takeUnretainedValue().located(
      WorkbookError(.damagedPart, "the cell's value is damaged"), at: cell)
  }
}

extension RowReader {
  /// Lends every row to a closure, one after another, without making values.
  ///
  ///     var sum = 0.0
  ///     try sheet.rows().forEachRow { row in
  ///       for place in 0..<row.count where row.kind(at: place) == .number {
  ///         sum += try row.number(at: place)
  ///       }
  ///     }
  ///
  /// - Parameter body: gets each row that the file names, in the file's order.
  /// - Throws: ``WorkbookError`` naming file, sheet and cell, or what `body` throws.
  /// - Complexity: O(*n*) in the sheet's bytes; memory does not grow with it, but for shared texts.
  public func forEachRow(_ body: (borrowing RowCells) throws -> Void) throws {
    while try advance() { try withRow(body) }
  }

  /// Lends the row at hand.
  package func withRow<R>(_ body: (borrowing RowCells) throws -> R) throws -> R {
    if scanner.hasSharedTexts && strings == nil { _ = try sharedStrings() }
    return try body(
      unsafe RowCells(
        number: scanner.rowNumber, isHidden: scanner.rowIsHidden, records: scanner.cells,
        raw: scanner.rowBytes, texts: pointers, reader: .passUnretained(self)))
  }
}

extension Sheet {
  /// Lends every row to a closure, one after another, and tells what stands around them.
  ///
  /// - Parameter body: gets each row that the file names, in the file's order.
  /// - Returns: The merged ranges, rules and further details of the sheet.
  /// - Throws: ``WorkbookError`` naming file, sheet and cell; also when there are more cells than
  ///   `ReadLimits.cells`.
  package func readRows(
    _ body: (borrowing RowCells) throws(WorkbookError) -> Void
  ) throws(WorkbookError) -> SheetDetails {
    let reader = try RowReader(self, keepsDetails: true)
    var count = 0
    while try reader.advance() {
      if reader.scanner.hasSharedTexts && reader.strings == nil { _ = try reader.sharedStrings() }
      let records = unsafe reader.scanner.cells
      count += records.count
      guard count <= book.package.limits.cells else {
        throw reader.located(.tooManyCells(book.package.limits.cells), at: nil)
      }
      try body(
        unsafe RowCells(
          number: reader.scanner.rowNumber, isHidden: reader.scanner.rowIsHidden,
          records: records, raw: reader.scanner.rowBytes, texts: reader.pointers,
          reader: .passUnretained(reader)))
    }
    return reader.scanner.details
  }
}
