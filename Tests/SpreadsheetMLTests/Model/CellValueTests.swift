import TestSupport
import Testing

@testable import SpreadsheetML

@Suite("Row")
struct CellValueTests {
  static let row = Row(
    number: 3,
    cells: [(2, CellValue.number(1)), (3, .text("x")), (27, .boolean(true))].compactMap {
      column, value in
      CellReference(row: 3, column: column).map {
        Cell(reference: $0, value: value, formula: nil, style: StyleIndex(0))
      }
    }, isHidden: false)

  @Test func givesValuesByColumn() {
    #expect(Self.row[column: 2] == .number(1))
    #expect(Self.row[column: "B"] == .number(1))
    #expect(Self.row[column: "c"] == .text("x"))
    #expect(Self.row[column: "AA"] == .boolean(true))
  }

  @Test(
    "is blank where there is no cell",
    arguments: ["A", "D", "Z", "AB", "XFD", "XFE", "", "1", "B1", "?"])
  func blank(letters: String) {
    #expect(Self.row[column: letters] == .blank)
  }

  @Test("has no cell outside", arguments: [Int.min, -1, 0, 1, 4, 26, 28, 16_385, Int.max])
  func noCell(column: Int) {
    #expect(Self.row.cell(column: column) == nil)
  }
}
