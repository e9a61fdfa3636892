internal import SpreadsheetML

/// The sheets of a conversion: one, or as many as the rows need, all of one look.
final class SheetSeries {
  private let book: WorkbookWriter
  private let headings: [String]
  private let columns: [ColumnSurvey.Column]
  private let rules: [ColumnRule]
  private let name: String
  private var count = 0
  private var current: SheetWriter?

  /// Makes a series; the headings are the first row of every sheet, empty for none.
  init(
    _ book: WorkbookWriter, headings: [String], _ columns: [ColumnSurvey.Column],
    _ rules: [ColumnRule], name: String
  ) {
    self.book = book
    self.headings = headings
    self.columns = columns
    self.rules = rules
    self.name = name
  }

  /// Starts the next sheet, with the header if there is one.
  func begin() throws(WorkbookError) -> SheetWriter {
    count += 1
    var layout = SheetLayout()
    layout.columns = columns.map { .width($0.width) }
    layout.frozenRows = headings.isEmpty ? 0 : 1
    if !headings.isEmpty { layout.print.titleRows = 1...1 }
    let sheet = try book.addSheet(count == 1 ? name : numbered(count), layout)
    current = sheet
    if !headings.isEmpty {
      let style = try book.style(SheetSeries.headerStyle)
      try sheet.writeRow(headings.map { $0.isEmpty ? .blank() : .text($0) }, style: style)
    }
    return sheet
  }

  /// Ends the sheet: what belongs to all of its rows is known now.
  func end() throws(WorkbookError) {
    guard let sheet = current else { return }
    let lastRow = max(sheet.nextRow - 1, 1)
    let firstRow = headings.isEmpty ? 1 : 2
    if let first = CellReference(row: 1, column: 1),
      let last = CellReference(row: lastRow, column: headings.count)
    {
      try sheet.addFilter(CellRange(first, last))
    }
    for (index, rule) in rules.enumerated() where !rule.isTyped && lastRow >= firstRow {
      // A column of codes is meant to be text; Excel need not point that out in every cell.
      if let first = CellReference(row: firstRow, column: index + 1),
        let last = CellReference(row: lastRow, column: index + 1)
      {
        sheet.allowNumbersAsText(in: CellRange(first, last))
      }
    }
    try sheet.finish()
  }

  /// A name with a number behind it that still fits: `measures (2)`.
  private func numbered(_ number: Int) -> String {
    let ending = " (\(number))"
    var stem = name
    while stem.utf16.count + ending.utf16.count > ExcelLimits.sheetName { stem.removeLast() }
    return stem + ending
  }

  private static let headerStyle = CellStyle(
    font: CellFont(isBold: true), fill: .solid(0xDDEBF7),
    border: CellBorder(bottom: BorderLine(.thin, color: 0x2F75B5)),
    alignment: CellAlignment(vertical: .center))
}
