internal import Zip

/// The sentences of writing.
extension WorkbookError {
  static func unwritable(_ error: ZipError) -> WorkbookError {
    WorkbookError(.unwritable, error.message, cause: error.cause ?? error)
  }

  /// The same error with the sheet's name, where it has none yet.
  func onSheet(_ name: String) -> WorkbookError {
    guard code != .unwritable, place.sheet == nil else { return self }
    var error = self
    error.place.sheet = name
    return error
  }

  /// The same error with the cell, where it has none yet.
  func inCell(_ cell: CellReference?) -> WorkbookError {
    guard code != .unwritable, place.cell == nil else { return self }
    var error = self
    error.place.cell = cell
    return error
  }

  private static func limit(_ message: String) -> WorkbookError {
    WorkbookError(.limitExceeded, message)
  }

  private static func invalid(_ message: String) -> WorkbookError {
    WorkbookError(.invalid, message)
  }

  /// The first characters of a text in quotes.
  private static func short(_ text: String) -> String {
    text.count > 40 ? "'\(text.prefix(40))…'" : "'\(text)'"
  }

  // Cells.

  static func cellText(_ text: String) -> WorkbookError {
    limit(
      "the text \(short(text)) has \(text.utf16.count) characters; "
        + "a cell holds at most 32,767")
  }
  static func notFinite(_ value: Double) -> WorkbookError {
    invalid("the number \(value) is not finite; a cell cannot hold it, write an error such as #N/A")
  }
  static func dateTooEarly(_ date: SerialDate) -> WorkbookError {
    invalid("the date \(date) lies before the workbook's first day")
  }
  static func formula(_ text: String) -> WorkbookError {
    if text.isEmpty { return invalid("the formula is empty") }
    guard text.first != "=" else {
      return invalid("the formula \(short(text)) is to be written without its equals sign")
    }
    return limit("the formula \(short(text)) is longer than 8,192 characters")
  }
  static func tooManyRows() -> WorkbookError {
    limit("a sheet holds at most 1,048,576 rows; go on with another sheet")
  }
  static func column(_ column: Int) -> WorkbookError {
    limit("column \(column) is outside the sheet; a sheet holds at most 16,384 columns")
  }
  static func row(_ row: Int) -> WorkbookError {
    limit("row \(row) is outside the sheet; a sheet holds at most 1,048,576 rows")
  }

  // Layout and styles.

  static func rowHeight(_ height: Double) -> WorkbookError {
    limit("a row of \(height) points is too high; the limit is 409.5")
  }
  static func columnWidth(_ width: Double) -> WorkbookError {
    limit("a column of \(width) characters is too wide; the limit is 255")
  }
  static func outlineLevel(_ level: Int) -> WorkbookError {
    limit("the outline level \(level) is not one of 0 to 7")
  }
  static func zoom(_ zoom: Int) -> WorkbookError {
    limit("a zoom of \(zoom) % is not one of 10 to 400")
  }
  static func tooManyStyles() -> WorkbookError {
    limit("a workbook holds at most 65,490 styles; use fewer of them")
  }
  static func fontSize(_ size: Double) -> WorkbookError {
    limit("a font of \(size) points is not one of 1 to 409")
  }
  static func fontName(_ name: String) -> WorkbookError {
    limit("the font's name \(short(name)) must have 1 to 31 characters")
  }
  static func indent(_ indent: Int) -> WorkbookError {
    limit("an indentation of \(indent) is not one of 0 to 250")
  }
  static func rotation(_ angle: Int) -> WorkbookError {
    limit("a rotation of \(angle) degrees is not one of -90 to 90")
  }
  static func styleName(_ name: String) -> WorkbookError {
    limit("the style's name \(short(name)) must have 1 to 255 characters")
  }
  static func numberFormat(_ code: String) -> WorkbookError {
    limit("the number format \(short(code)) is longer than 255 characters")
  }
  static func headerText(_ code: String) -> WorkbookError {
    limit("the header or footer \(short(code)) is longer than 255 characters with its codes")
  }

  // Names.

  static func sheetNameEmpty() -> WorkbookError {
    invalid("a sheet's name cannot be empty")
  }
  static func sheetNameLong(_ name: String) -> WorkbookError {
    limit(
      "the sheet's name \(short(name)) has \(name.utf16.count) characters; the limit is 31")
  }
  static func sheetNameCharacter(_ name: String, _ scalar: Unicode.Scalar) -> WorkbookError {
    let shown = scalar.value < 0x20 ? "a control character" : "'\(scalar)'"
    return invalid("a sheet's name cannot hold \(shown): none of [ ] : * ? / \\ can stand in it")
  }
  static func sheetNameQuote(_ name: String) -> WorkbookError {
    invalid("the sheet's name \(short(name)) cannot begin or end with an apostrophe")
  }
  static func sheetNameReserved(_ name: String) -> WorkbookError {
    invalid("Excel keeps the name '\(name)' for itself; choose another one")
  }
  static func sheetNameTaken(_ name: String) -> WorkbookError {
    invalid("another sheet is called \(short(name)); names that differ by case only are the same")
  }
  static func noVisibleSheet() -> WorkbookError {
    invalid("a workbook needs at least one sheet that can be seen")
  }
  static func definedName(_ name: String) -> WorkbookError {
    invalid(
      "\(short(name)) cannot be a name: it needs letters, digits, underscores or points, "
        + "no digit first, at most 255 characters, and must not look like a cell's address")
  }
  static func nameTaken(_ name: String) -> WorkbookError {
    invalid("the name \(short(name)) is taken by another table or range")
  }
  static func propertyName(_ name: String) -> WorkbookError {
    invalid("the document property \(short(name)) is empty or there are two of it")
  }

  // Ranges.

  static func mergeOne(_ range: CellRange) -> WorkbookError {
    invalid("\(range) is one cell and cannot be merged")
  }
  static func overlap(_ what: String, _ other: CellRange) -> WorkbookError {
    invalid("\(what) would overlap \(other), which is merged, filtered or a table already")
  }
  static func tableName(_ name: String) -> WorkbookError {
    invalid(
      "\(short(name)) cannot be a table's name: it needs letters, digits, underscores or points, "
        + "no digit first, at most 255 characters, and must not look like a cell's address")
  }
  static func tableColumn(_ name: String) -> WorkbookError {
    invalid("a table's column needs a heading of 1 to 255 characters; \(short(name)) is none")
  }
  static func tableColumnTwice(_ name: String) -> WorkbookError {
    invalid("two columns of the table are called \(short(name))")
  }
  static func tableColumnCount(_ count: Int, _ range: CellRange) -> WorkbookError {
    invalid("the table \(range) has \(range.columnCount) columns, but \(count) headings")
  }
  static func tableRows(_ range: CellRange) -> WorkbookError {
    invalid("the table \(range) needs a row below its headings")
  }
  static func secondNote() -> WorkbookError {
    invalid("the cell has a note already")
  }
  static func tooManyLinks() -> WorkbookError {
    limit("a sheet holds at most 65,530 links")
  }
  static func linkTarget(_ address: String) -> WorkbookError {
    limit("the link to \(short(address)) is longer than 2,079 characters")
  }
  static func linkTip(_ tip: String) -> WorkbookError {
    limit("the link's tip \(short(tip)) is longer than 255 characters")
  }

  static func address(_ text: String) -> WorkbookError {
    invalid("\(short(text)) is no address of cells; write it as B2 or B2:D9")
  }

  // Rules.

  static func tooManyInputRules() -> WorkbookError {
    limit("a sheet holds at most 65,534 input rules; give one rule several ranges")
  }
  static func inputRuleText(_ text: String, limit most: Int) -> WorkbookError {
    limit("the text \(short(text)) of an input rule is longer than \(most) characters")
  }
  static func threshold(_ value: Double) -> WorkbookError {
    invalid("a scale cannot have \(value) on it; give a finite number")
  }
  static func searchedText(_ text: String) -> WorkbookError {
    invalid("a text to look for in cells must have 1 to 255 characters; \(short(text)) has not")
  }
  static func listEmpty() -> WorkbookError {
    invalid("a list to choose from needs at least one word")
  }
  static func listLong(_ count: Int) -> WorkbookError {
    limit("a list of \(count) words does not fit into a column of 1,048,576 rows")
  }
  static func colorScale(_ count: Int) -> WorkbookError {
    invalid("a colour scale has two or three colours, not \(count)")
  }
  static func iconThresholds(_ count: Int, icons: Int) -> WorkbookError {
    invalid("a set of \(icons) icons needs \(icons - 1) thresholds, not \(count)")
  }
  static func topCount(_ count: Int) -> WorkbookError {
    invalid("the \(count) greatest values cannot be marked; the count is 1 to 1,000")
  }
}
