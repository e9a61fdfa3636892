internal import DelimitedText
internal import SpreadsheetML

extension WorkbookConversion {
  /// The fields of the record at hand, as the headings of columns.
  func headings(
    in reader: borrowing DelimitedReader<ClosureByteSource>, _ report: inout Report
  ) throws(ConversionError) -> [String] {
    var headings: [String] = []
    for index in 0..<(try fieldCount(in: reader, &report)) {
      var text = reader.text(index)
      let length = text.utf16.count
      if length > ExcelLimits.cellText {
        guard truncates else { throw .fieldTooLong(length, reader.place(ofField: index)) }
        report.truncatedFields += 1
        text = String(
          decoding: text.utf8.prefix(WorkbookConversion.kept(text.utf8Span.span)), as: UTF8.self)
      }
      headings.append(text)
    }
    return headings
  }

  /// Writes the record at hand and those after it, until the sheet is full or the text ends.
  ///
  /// - Returns: whether a record is left for another sheet.
  func fill(
    _ sheet: SheetWriter, from reader: inout DelimitedReader<ClosureByteSource>,
    _ rules: [ColumnRule], _ typing: FieldTyping, _ codes: inout LateCodes,
    _ report: inout Report
  ) throws -> Bool {
    var hasRecord = true
    var row = sheet.nextRow - 1
    let other = ColumnRule(isTyped: findsValues)
    try sheet.withMarkup { markup, texts in
      let rules = rules.span
      while hasRecord, row < ExcelLimits.rows {
        row &+= 1
        var isOpen = false
        for index in 0..<(try fieldCount(in: reader, &report)) {
          try reader.withField(index) { bytes in
            if bytes.isEmpty { return }
            if !isOpen {
              // A blank line takes its row, but no space in the file.
              isOpen = true
              try markup.beginRow(row)
            }
            let isKnown = index < rules.count
            let rule = isKnown ? rules[index] : other
            if bytes.count > ExcelLimits.cellText {
              let length = try keptLength(bytes, index, in: reader, &report)
              let text = bytes.extracting(0..<length)
              try markup.writeText(
                text, column: index &+ 1, style: rule.textStyle, sharing: &texts)
            } else {
              let before = isKnown ? codes.marks[index] : []
              var marks = before
              try typing.write(
                bytes, rule, &marks, column: index &+ 1, to: &markup, sharing: &texts)
              // Rarely: what becomes of a column's fields is soon known.
              if marks != before, isKnown { codes.note(marks, index, bytes, line: reader.line) }
            }
          }
        }
        if isOpen { try markup.endRow() }
        hasRecord = try reader.readRecord()
      }
      return row
    }
    return hasRecord
  }

  /// How many of the record's fields have a place on a sheet.
  @inline(__always)
  private func fieldCount(
    in reader: borrowing DelimitedReader<ClosureByteSource>, _ report: inout Report
  ) throws(ConversionError) -> Int {
    let count = reader.fieldCount
    if count <= ExcelLimits.columns { return count }
    guard truncates else {
      throw .tooManyColumns(count, reader.place(ofField: ExcelLimits.columns))
    }
    report.truncatedRecords += 1
    return ExcelLimits.columns
  }

  /// How many bytes of a long field a cell can hold.
  @inline(never)
  private func keptLength(
    _ bytes: Span<UInt8>, _ field: Int, in reader: borrowing DelimitedReader<ClosureByteSource>,
    _ report: inout Report
  ) throws(ConversionError) -> Int {
    let kept = WorkbookConversion.kept(bytes)
    if kept == bytes.count { return kept }
    guard truncates else {
      throw .fieldTooLong(WorkbookConversion.characters(bytes), reader.place(ofField: field))
    }
    report.truncatedFields += 1
    return kept
  }

  /// How many characters a text has as Excel counts them: two for those beyond U+FFFF.
  private static func characters(_ bytes: Span<UInt8>) -> Int {
    var count = 0
    for index in bytes.indices { count += units(bytes[index]) }
    return count
  }

  /// How many of the first bytes make whole characters, at most 32,767 of them.
  private static func kept(_ bytes: Span<UInt8>) -> Int {
    var count = 0
    for index in bytes.indices {
      count += units(bytes[index])
      if count > ExcelLimits.cellText { return index }
    }
    return bytes.count
  }

  /// The UTF-16 code units of the character that a byte begins; none for one that continues it.
  private static func units(_ byte: UInt8) -> Int {
    byte & 0xc0 == 0x80 ? 0 : byte >= 0xf0 ? 2 : 1
  }
}
