internal import DelimitedText
internal import SpreadsheetML

/// Turns the fields of records into cells.
///
/// This is the inner loop of conversion to a workbook: no string is made, and digits are copied, not
/// parsed and printed.
struct FieldTyping {
  private let scanner: FieldScanner
  private let calendar: CalendarFields
  private let styles: ValueStyles

  init(_ scanner: FieldScanner, _ styles: ValueStyles) {
    self.scanner = scanner
    self.styles = styles
    calendar = CalendarFields(isDayFirst: scanner.daySeparator != 0)
  }

  /// Writes a field that is not empty, and marks what became of it.
  @inline(__always)
  func write(
    _ bytes: Span<UInt8>, _ rule: ColumnRule, _ marks: inout ColumnMarks, column: Int,
    to sheet: inout SheetMarkup, sharing texts: inout SharedTextTable
  ) throws(WorkbookError) {
    if rule.isTyped {
      let field = scanner.scan(bytes)
      switch field.form {
      case .text, .empty: break
      case .code: marks.insert(.code)
      case .doubtful: marks.insert(.doubtful)
      case .integer:
        marks.insert(.number)
        return try sheet.writeNumber(bytes, column: column, style: 0)
      case .boolean:
        let isTrue = scanner.isTrue(bytes)
        return try sheet.writeBoolean(isTrue, column: column, style: 0)
      case .decimal:
        if try writeDecimal(bytes, field, rule, column, to: &sheet) {
          marks.formUnion([.number, .decimal])
          return
        }
      case .scientific:
        if try writeScientific(bytes, column, to: &sheet) {
          marks.formUnion([.number, .decimal])
          return
        }
      case .grouped, .percent, .spacedPercent:
        if try writeQuantity(bytes, field, column, to: &sheet) {
          marks.formUnion([.number, .decimal])
          return
        }
      case .date:
        if let day = calendar.day(bytes) {
          return try sheet.writeInteger(day, column: column, style: try styles.date())
        }
      case .dateTime, .time:
        if try writeMoment(bytes, field, column, to: &sheet) { return }
      }
    }
    try sheet.writeText(bytes, column: column, style: rule.textStyle, sharing: &texts)
  }

  /// - Returns: false when the double nearest to the decimal has other digits.
  private func writeDecimal(
    _ bytes: Span<UInt8>, _ field: ScannedField, _ rule: ColumnRule, _ column: Int,
    to sheet: inout SheetMarkup
  ) throws(WorkbookError) -> Bool {
    guard field.places <= ValueStyles.mostPlaces else { return false }
    let digits = bytes.extracting(0..<field.trimmed)
    if field.isShortest {
      // Zeros at the end are shown, not kept; a column of even decimals is shown evenly.
      let isShown = field.trimmed < bytes.count || field.places == rule.places
      let style = isShown ? try styles.decimal(field.places, hasZero: true) : 0
      try sheet.writeNumber(digits, column: column, style: style)
      return true
    }
    return try writeLongDecimal(
      digits, field, rule, isCut: field.trimmed < bytes.count, column, &sheet)
  }

  /// A decimal of more than fifteen digits, below 0.0001, without a zero before its mark, or with a
  /// comma for a mark.
  @inline(never)
  private func writeLongDecimal(
    _ digits: Span<UInt8>, _ field: ScannedField, _ rule: ColumnRule, isCut: Bool, _ column: Int,
    _ sheet: inout SheetMarkup
  ) throws(WorkbookError) -> Bool {
    // Of `.0` nothing is left without the zeros at its end.
    let start = !digits.isEmpty && digits[0] == UInt8(ascii: "-") ? 1 : 0
    let hasZero = digits.count > start && digits[start] != scanner.mark
    // General would show the tiny ones with an exponent.
    let isShown = isCut || field.isTiny || !hasZero || field.places == rule.places
    let style = isShown ? try styles.decimal(field.places, hasZero: hasZero) : 0
    if hasZero, scanner.mark == UInt8(ascii: ".") {
      guard DecimalDigits.survive(digits) else { return false }
      try sheet.writeNumber(digits, column: column, style: style)
      return true
    }
    var plain: [UInt8] = []
    for index in digits.indices {
      if index == start, !hasZero { plain.append(UInt8(ascii: "0")) }
      plain.append(digits[index] == scanner.mark ? UInt8(ascii: ".") : digits[index])
    }
    // A leading mark with only zeros behind it leaves nothing but the zero put in.
    if plain.count == start { plain.append(UInt8(ascii: "0")) }
    guard DecimalDigits.survive(plain.span) else { return false }
    try sheet.writeNumber(plain.span, column: column, style: style)
    return true
  }

  /// - Returns: false when the double nearest to the number has other digits.
  @inline(never)
  private func writeQuantity(
    _ bytes: Span<UInt8>, _ field: ScannedField, _ column: Int, to sheet: inout SheetMarkup
  ) throws(WorkbookError) -> Bool {
    guard field.places <= ValueStyles.mostPlaces, bytes.count <= 64 else { return false }
    let plain = scanner.plain(bytes, field)
    guard plain != Array("-0".utf8), DecimalDigits.survive(plain.span) else { return false }
    let style = try styles.quantity(field.places, isGrouped: field.isGrouped, field.form)
    try sheet.writeNumber(plain.span, column: column, style: style)
    return true
  }

  private func writeScientific(
    _ bytes: Span<UInt8>, _ column: Int, to sheet: inout SheetMarkup
  ) throws(WorkbookError) -> Bool {
    guard bytes.count <= 64 else { return false }
    var plain: [UInt8] = []
    for index in bytes.indices {
      plain.append(bytes[index] == scanner.mark ? UInt8(ascii: ".") : bytes[index])
    }
    guard DecimalDigits.survive(plain.span) else { return false }
    try sheet.writeNumber(plain.span, column: column, style: 0)
    return true
  }

  private func writeMoment(
    _ bytes: Span<UInt8>, _ field: ScannedField, _ column: Int, to sheet: inout SheetMarkup
  ) throws(WorkbookError) -> Bool {
    let isTime = field.form == .time
    guard let serial = isTime ? calendar.time(bytes) : calendar.moment(bytes) else { return false }
    let separator: UInt8 = isTime ? 0 : bytes[10]
    let style = try styles.moment(field.places, separator: separator)
    try sheet.writeNumber(serial, column: column, style: style)
    return true
  }
}
