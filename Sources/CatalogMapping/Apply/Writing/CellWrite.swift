internal import SpreadsheetML

/// One cell's new content, as it is tried out before it is taken.
struct CellWrite: Hashable, Sendable {
  /// The plan of the cell's column by its index in the region.
  var plan: Int
  var cell: CellReference
  /// What goes in; `.blank` clears the cell.
  var value: CellValue
  /// Another format than the cell's own, for cells that had none.
  var style: Int?
  var rule: WritingRule
  /// Whether only a part of the cell's text changes.
  var isPart = false
}

/// Cells that change together to make one field say something else.
typealias Candidate = [CellWrite]

/// How the new content of a cell was found, for plans and reports.
public enum WritingRule: String, Hashable, Sendable, CaseIterable {
  /// The text as the catalog has it.
  case text
  /// A part of the cell's text; the rest stays.
  case part
  /// A number.
  case number
  /// A percent as a fraction, as the cell's format shows it.
  case fraction
  /// A number or amount inside the text it stood in.
  case numberInText
  /// The same number in a format that shows another currency.
  case currencyFormat
  /// A length of time as a fraction of a day.
  case duration
  /// A date's serial number, in the cell's format.
  case dateSerial
  /// A date in the form of the text it stood in.
  case dateText
  /// A word of a closed list as the column writes it elsewhere.
  case columnWord
  /// A word of the cell's dropdown list.
  case dropdownWord
  /// A word of a closed list in the language of the sheet.
  case languageWord
  /// A code with its zeros.
  case code
  /// A list in one cell.
  case list
  /// Rules of a traffic light, their numbers replaced.
  case bands
  /// A tick in the column of that value.
  case tick
  /// TRUE or FALSE.
  case boolean
  /// An error value.
  case error
  /// Nothing: the catalog says no more.
  case cleared
  /// A group's or title's name where it stands.
  case heading
  /// A cell of a measure that is gone from a row that stays.
  case removedRow
  /// What no column has a place for, on the sheet that exports keep it on.
  case unseen
}
