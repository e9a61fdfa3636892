internal import DelimitedText
internal import SpreadsheetML

/// Turns the cells of a row into fields, from the bytes they have in the file.
///
/// This is the inner loop of `convert`: no string is made for a text or a number that can be
/// copied.
struct FieldWriter {
  private let text: CellText
  private let values: SheetConversion.Values
  private let styles: StyleSheet
  private let dateSystem: DateSystem
  /// For each style, whether its numbers are dates or times; all others are `.general`.
  private let kinds: [NumberFormat.Kind]
  private var scratch: [UInt8] = []
  private let yes = Array("TRUE".utf8)
  private let no = Array("FALSE".utf8)

  init(_ sheet: Sheet, values: SheetConversion.Values) throws {
    self.values = values
    dateSystem = sheet.dateSystem
    text = CellText(values: values, dateSystem: sheet.dateSystem)
    styles = try sheet.styles()
    kinds = styles.numberFormats.map { $0.kind.isDateOrTime ? $0.kind : .general }
  }

  /// How many of the row's cells there are up to the last that is not blank.
  static func filledCount(_ row: borrowing RowCells) throws -> Int {
    var count = row.count
    while count > 0 {
      let cell = row.record(count - 1)
      if cell.kind == .sharedText {
        if try !row.sharedRange(cell).isEmpty { return count }
      } else if cell.kind != .blank, cell.start != cell.end {
        return count
      }
      count -= 1
    }
    return 0
  }

  /// Writes the first `count` cells of the row.
  mutating func write(
    _ row: borrowing RowCells, count: Int, to writer: inout DelimitedWriter<ClosureByteSink>
  ) throws {
    let inFile = unsafe row.bytes
    let raw = unsafe Span(_unsafeElements: inFile)
    let shared = unsafe row.sharedTexts.bytes
    let texts = unsafe Span(_unsafeElements: shared)
    var column: Int32 = 1
    for place in 0..<count {
      let cell = row.record(place)
      while column < cell.column {
        try writer.endField()
        column += 1
      }
      if case .stored = values, !cell.isDecoded {
        switch cell.kind {
        case .number:
          let bytes = raw.extracting(Int(cell.start)..<Int(cell.end))
          if try !writeNumber(bytes, style: Int(cell.style), to: &writer) {
            try writeOther(row, place, to: &writer)
          }
        case .sharedText:
          let range = try row.sharedRange(cell)
          try writer.appendText(texts.extracting(range))
        case .text, .error: try row.withText(at: place) { try writer.appendText($0) }
        case .boolean:
          let bytes = raw.extracting(Int(cell.start)..<Int(cell.end))
          if bytes.count == 1, bytes[0] & 0xfe == UInt8(ascii: "0") {
            if bytes[0] & 1 == 1 {
              try writer.appendPlain(yes.span)
            } else {
              try writer.appendPlain(no.span)
            }
          } else {
            try writeOther(row, place, to: &writer)
          }
        case .blank: break
        case .isoDate: try writeOther(row, place, to: &writer)
        }
      } else {
        try writeOther(row, place, to: &writer)
      }
      try writer.endField()
      column += 1
    }
  }

  /// - Returns: false when the bytes are no number.
  @inline(__always)
  private mutating func writeNumber(
    _ bytes: Span<UInt8>, style: Int, to writer: inout DelimitedWriter<ClosureByteSink>
  ) throws -> Bool {
    let kind = style < kinds.count && style >= 0 ? kinds[style] : .general
    if kind == .general, NumberText.isShortest(bytes) {
      try writer.appendPlain(bytes)
      return true
    }
    guard let number = DecimalNumber.value(bytes) else { return false }
    if kind != .general {
      scratch.removeAll(keepingCapacity: true)
      if SerialDate.appendISO8601(number, as: kind, in: dateSystem, to: &scratch) {
        try writer.appendPlain(scratch.span)
        return true
      }
    }
    try ShortestDecimal.withBytes(of: number) { try writer.appendPlain($0) }
    return true
  }

  /// The unhurried way: through the cell's value.
  private func writeOther(
    _ row: borrowing RowCells, _ place: Int, to writer: inout DelimitedWriter<ClosureByteSink>
  ) throws {
    let value = try row.value(at: place)
    let format = styles.numberFormat(row.style(at: place))
    try writer.appendText(text.text(of: value, format: format))
  }
}
