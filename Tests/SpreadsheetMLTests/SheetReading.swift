import TestSupport
import Testing
import XMLStream
import Zip

@testable import SpreadsheetML

/// All that comes of reading a sheet in one of the ways there are.
struct SheetReading: Equatable, Sendable {
  /// The ways to read a sheet.
  enum Way: CaseIterable {
    /// As users do.
    case fast
    /// By the strict tokenizer alone.
    case slow
    /// By rows lent to a closure.
    case lent
  }

  var rows: [ReferenceRow] = []
  var error: String?

  init(_ sheet: Sheet, _ way: Way) {
    do {
      switch way {
      case .fast: try take(RowReader(sheet, usesFastPath: true))
      case .slow: try take(RowReader(sheet, usesFastPath: false))
      case .lent:
        try sheet.rows().forEachRow { row in rows.append(try ReferenceRow(row)) }
      }
    } catch {
      self.error = "\(error)"
    }
  }

  /// Reads through ``ReferenceRowReader``.
  init(reference part: [UInt8], sharedTexts: [String]) {
    do {
      rows = try ReferenceRowReader.rows(of: part, sharedTexts: sharedTexts)
    } catch {
      self.error = "\(error)"
    }
  }

  /// Reads a part that comes in pieces through a window of about `capacity` bytes.
  init(
    _ source: any XMLByteSource, capacity: UInt64, usesFastPath: Bool, strings: SharedStrings,
    limits: ReadLimits = .standard
  ) {
    do throws(WorkbookError) {
      let scanner = try SheetScanner(
        source, expectedBytes: capacity, sheet: "Sheet1", limits: limits,
        usesFastPath: usesFastPath)
      while try scanner.nextRow() {
        var row = ReferenceRow(
          number: scanner.rowNumber, isHidden: scanner.rowIsHidden, cells: [])
        for index in 0..<scanner.records.count {
          let record = unsafe scanner.cells[index]
          row.cells.append(
            ReferenceCell(
              column: Int(record.column), style: Int(record.style),
              value: ReferenceValue(try scanner.value(of: record) { strings }),
              formula: try scanner.formula(of: record).map { ReferenceFormula($0) }))
        }
        rows.append(row)
      }
    } catch {
      self.error = "\(error)"
    }
  }

  /// The rows in a form that is easily read, or the error.
  var description: String {
    error ?? rows.map(\.description).joined(separator: "; ")
  }

  private mutating func take(_ reader: RowReader) throws {
    while let row = try reader.readRow() { rows.append(ReferenceRow(row)) }
  }
}

extension ReferenceRow {
  init(_ row: Row) {
    self.init(
      number: row.number, isHidden: row.isHidden,
      cells: row.cells.map {
        ReferenceCell(
          column: $0.reference.column, style: $0.style.rawValue, value: ReferenceValue($0.value),
          formula: $0.formula.map { ReferenceFormula($0) })
      })
  }

  /// The row with values taken by kind; formulas are not told this way.
  init(_ row: borrowing RowCells) throws {
    self.init(number: row.number, isHidden: row.isHidden, cells: [])
    for place in 0..<row.count {
      let kind = row.kind(at: place)
      var text = ""
      if ![.blank, .number, .boolean].contains(kind) {
        text = try row.withText(at: place) { bytes in
          unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
        }
      }
      let value: ReferenceValue
      switch kind {
      case .blank: value = .blank
      case .number: value = .number(try row.number(at: place))
      case .text: value = .text(text)
      case .boolean: value = ReferenceValue(try row.value(at: place))
      case .error: value = .error(text)
      case .isoDate: value = .isoDate(text)
      }
      cells.append(
        ReferenceCell(
          column: row.column(at: place), style: row.style(at: place).rawValue, value: value,
          formula: nil))
    }
  }

  /// The same row without its formulas.
  var withoutFormulas: ReferenceRow {
    var row = self
    for index in row.cells.indices { row.cells[index].formula = nil }
    return row
  }
}

extension ReferenceValue {
  init(_ value: CellValue) {
    switch value {
    case .blank: self = .blank
    case .number(let number): self = .number(number)
    case .text(let text): self = .text(text)
    case .boolean(let truth): self = .boolean(truth)
    case .error(let error): self = .error(error.word)
    case .isoDate(let text): self = .isoDate(text)
    }
  }
}

extension ReferenceFormula {
  init(_ formula: CellFormula) {
    var type = "normal"
    var range: CellRange?
    var sharedIndex: Int?
    switch formula.kind {
    case .normal: break
    case .shared(let index, let area): (type, range, sharedIndex) = ("shared", area, index)
    case .array(let area): (type, range) = ("array", area)
    case .dataTable(let area): (type, range) = ("dataTable", area)
    }
    self.init(
      text: formula.text, type: type, range: range?.description, sharedIndex: sharedIndex)
  }

  /// The formula with the parts that matter for its type, its range as Excel writes it.
  var normalized: ReferenceFormula {
    let types = ["shared", "array", "dataTable"]
    return ReferenceFormula(
      text: text, type: types.contains(type) ? type : "normal",
      range: types.contains(type) ? range.flatMap { CellRange($0) }?.description : nil,
      sharedIndex: type == "shared" ? sharedIndex ?? 0 : nil)
  }
}

extension SheetReading {
  /// The reading with formulas in the form all ways tell them.
  var normalized: SheetReading {
    var reading = self
    for row in reading.rows.indices {
      for cell in reading.rows[row].cells.indices {
        reading.rows[row].cells[cell].formula = reading.rows[row].cells[cell].formula?.normalized
      }
    }
    return reading
  }
}

/// Reads a sheet in all ways and expects them to agree.
///
/// - Parameters:
///   - sheet: the sheet.
///   - comment: what to say when they do not.
///   - includesReference: whether the reference reader must agree, which knows no limits and takes
///     prefixes that are not declared.
///   - sourceLocation: where the test stands.
/// - Returns: what the fast way reads.
/// - Throws: what reading the shared texts throws.
@discardableResult
func expectAgreement(
  _ sheet: Sheet, _ comment: Comment? = nil, includesReference: Bool = true,
  sourceLocation: SourceLocation = #_sourceLocation
) throws -> SheetReading {
  let fast = SheetReading(sheet, .fast)
  #expect(fast == SheetReading(sheet, .slow), comment, sourceLocation: sourceLocation)
  let lent = SheetReading(sheet, .lent)
  #expect(
    fast.rows.map(\.withoutFormulas) == lent.rows && (fast.error == nil) == (lent.error == nil),
    comment, sourceLocation: sourceLocation)
  guard includesReference else { return fast }
  let texts = try sheet.referenceTexts()
  let part = try sheet.book.package.bytes(of: sheet.part)
  let reference = SheetReading(reference: part, sharedTexts: texts).normalized
  #expect((fast.error == nil) == (reference.error == nil), comment, sourceLocation: sourceLocation)
  if fast.error == nil, reference.error == nil {
    #expect(fast == reference, comment, sourceLocation: sourceLocation)
  }
  return fast
}

extension Sheet {
  /// The shared texts as libxml2 reads them.
  func referenceTexts() throws -> [String] {
    let links = book.package.relationships
    guard let part = links.first(where: { $0.kind == "sharedStrings" })?.part,
      book.package.has(part)
    else { return [] }
    return try ReferenceRowReader.sharedTexts(of: book.package.bytes(of: part))
  }
}

extension Workbook {
  /// Opens the workbook that the builder makes.
  static func made(
    _ builder: WorkbookBuilder, limits: ReadLimits = .standard
  ) throws(WorkbookError) -> Workbook {
    try Workbook.open(bytes: builder.bytes(), name: "book.xlsx", limits: limits)
  }
}
