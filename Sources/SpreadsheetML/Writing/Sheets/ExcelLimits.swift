/// What Excel takes (its "specifications and limits", and what it refuses to open).
///
/// Lengths of text are counted as Excel counts them, in UTF-16 code units: most characters are one,
/// emoji two.
package enum ExcelLimits {
  /// The most rows of a sheet.
  package static let rows = CellReference.lastRow
  /// The most columns of a sheet.
  package static let columns = CellReference.lastColumn
  /// The longest text of a cell.
  package static let cellText = 32_767
  /// The longest name of a sheet.
  package static let sheetName = 31
  static let formula = 8_192
  static let definedName = 255
  static let numberFormat = 255
  static let cellStyles = 65_490
  static let inlineList = 255
  static let validationTitle = 32
  static let validationMessage = 255
  static let validations = 65_534
  static let links = 65_530
  static let linkTarget = 2_079
  static let linkTip = 255
  static let headerText = 255
  static let tableColumn = 255
  static let rowHeight = 409.5
  static let columnWidth = 255.0
  static let tableName = 255
}

extension ExcelLimits {
  /// Looks at a formula, which is written without its equals sign.
  ///
  /// - Throws: ``WorkbookError`` for one that Excel would not take.
  static func checkFormula(_ text: String) throws(WorkbookError) {
    guard !text.isEmpty, text.utf8.first != UInt8(ascii: "="), fits(text, formula) else {
      throw .formula(text)
    }
  }

  /// Whether a text is within a limit; long ones are not counted to their end.
  static func fits(_ text: String, _ limit: Int) -> Bool {
    // A character of UTF-8 has at least as many bytes as units of UTF-16.
    text.utf8.count <= limit || text.utf16.count <= limit
  }
}
