internal import DelimitedText
internal import SpreadsheetML

extension SheetContent {
  /// Reads delimited text as a sheet: a record a row, a field a column.
  ///
  /// Whole numbers and truth values are typed; all else stays text, so that codes keep their zeros
  /// and decimals are read by the marks their column shows (``ColumnNumbers``). Below the paths of
  /// fields all are texts.
  ///
  /// - Parameter bytes: The text with its encoding and dialect still to be found.
  /// - Throws: ``DelimitedTextError`` if a quote is not closed or a limit is passed.
  init(delimited bytes: [UInt8]) throws(DelimitedTextError) {
    let sample = ByteSample(Array(bytes.prefix(1 << 16)), isWhole: bytes.count <= 1 << 16)
    let guess = DialectGuess(sample)
    var reader = DelimitedReader(
      ByteArraySource(bytes), dialect: guess.dialect, encoding: guess.encoding.value)
    var rows: [Row] = []
    var keepsTexts = false
    var mayHeadFields = true
    while try reader.readRecord() {
      var cells: [Cell] = []
      for index in 0..<min(reader.fieldCount, CellReference.lastColumn) {
        let text = reader.text(index)
        if text.isEmpty { continue }
        cells.append(
          Cell(column: index + 1, value: keepsTexts ? .text(text) : Self.value(of: text)))
      }
      if mayHeadFields {
        let texts = (0..<reader.fieldCount).map { reader.text($0) }
        // The fields know what their texts mean.
        keepsTexts = FieldTableFinder.isHeader(texts)
        mayHeadFields = !keepsTexts && FieldTableFinder.canStandAbove(texts, reader.recordNumber)
      }
      if !cells.isEmpty, reader.recordNumber <= CellReference.lastRow {
        rows.append(Row(number: reader.recordNumber, cells: cells))
      }
    }
    self.init(name: "", rows: rows)
    hasDecimalCommas = guess.dialect.delimiter != UInt8(ascii: ",")
  }

  /// The value of a field: a truth value, a whole number of up to fifteen digits, else its text.
  static func value(of text: String) -> CellValue {
    switch text {
    case "TRUE", "True", "true": return .boolean(true)
    case "FALSE", "False", "false": return .boolean(false)
    default: break
    }
    var digits = text.utf8[...]
    if digits.first == UInt8(ascii: "-") { digits = digits.dropFirst() }
    guard digits.count <= 15, let first = digits.first,
      first != UInt8(ascii: "0") || digits.count == 1,
      digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), let number = Double(text)
    else { return .text(text) }
    return .number(number)
  }
}
