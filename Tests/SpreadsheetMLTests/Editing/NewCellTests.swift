import TestSupport
import Testing
import Zip

@testable import SpreadsheetML

@Suite("Edits that make cells and rows")
struct NewCellTests {
  static let cases: [CellEditCase] = [
    CellEditCase(
      "before all cells", "A1", .value(.number(9)), #"<row r="1"><c r="B1"/></row>"#,
      to: #"<row r="1"><c r="A1"><v>9</v></c><c r="B1"/></row>"#),
    CellEditCase(
      "between cells", "B1", .value(.number(9)), #"<row r="1"><c r="A1"/><c r="C1"/></row>"#,
      to: #"<row r="1"><c r="A1"/><c r="B1"><v>9</v></c><c r="C1"/></row>"#),
    CellEditCase(
      "behind all cells", "AA1", .value(.number(9)), #"<row r="1"><c r="B1"/><c r="Z1"/></row>"#,
      to: #"<row r="1"><c r="B1"/><c r="Z1"/><c r="AA1"><v>9</v></c></row>"#),
    CellEditCase(
      "into an empty row", "B1", .value(.number(9)), #"<row r="1" ht="20"/><row r="2"/>"#,
      to: #"<row r="1" ht="20"><c r="B1"><v>9</v></c></row><row r="2"/>"#),
    CellEditCase(
      "a row before all rows", "B1", .value(.number(9)), #"<row r="3"/>"#,
      to: #"<row r="1"><c r="B1"><v>9</v></c></row><row r="3"/>"#),
    CellEditCase(
      "a row between rows", "B2", .value(.number(9)), "<row r=\"1\"/>\n<row r=\"3\"/>\n",
      to: "<row r=\"1\"/><row r=\"2\"><c r=\"B2\"><v>9</v></c></row>\n<row r=\"3\"/>\n"),
    CellEditCase(
      "a row behind all rows", "B9", .value(.number(9)), #"<row r="3"><c r="A3"/></row>"#,
      to: #"<row r="3"><c r="A3"/></row><row r="9"><c r="B9"><v>9</v></c></row>"#),
    CellEditCase(
      "with the row's format", "B1", .value(.number(9)),
      #"<row r="1" s="4" customFormat="1"><c r="A1"/></row>"#,
      to: #"<row r="1" s="4" customFormat="1"><c r="A1"/><c r="B1" s="4"><v>9</v></c></row>"#),
    CellEditCase(
      "without a row's format that is not its cells'", "B1", .value(.number(9)),
      #"<row r="1" s="4"><c r="A1"/></row>"#,
      to: #"<row r="1" s="4"><c r="A1"/><c r="B1"><v>9</v></c></row>"#),
    CellEditCase(
      "spans grow where they would be wrong", "D1", .value(.number(9)),
      #"<row r="1" spans='1:2'><c r="A1"/></row>"#,
      to: #"<row r="1" spans='1:4'><c r="A1"/><c r="D1"><v>9</v></c></row>"#),
    CellEditCase(
      "spans that hold the cell stay", "B1", .value(.number(9)),
      #"<row r="1" spans="1:3 7:9"><c r="A1"/></row>"#,
      to: #"<row r="1" spans="1:3 7:9"><c r="A1"/><c r="B1"><v>9</v></c></row>"#),
    CellEditCase(
      "without an address where none is stated and none is needed", "B1", .value(.number(9)),
      #"<row><c><v>1</v></c></row>"#, to: #"<row><c><v>1</v></c><c><v>9</v></c></row>"#),
    CellEditCase(
      "with an address where its place does not tell", "C1", .value(.number(9)),
      #"<row><c><v>1</v></c></row>"#,
      to: #"<row><c><v>1</v></c><c r="C1"><v>9</v></c></row>"#),
    CellEditCase(
      "a row without a number where none is needed", "A2", .value(.number(9)),
      #"<row><c><v>1</v></c></row>"#,
      to: #"<row><c><v>1</v></c></row><row><c><v>9</v></c></row>"#),
    CellEditCase(
      "rows out of order: behind the nearest before", "A4", .value(.number(9)),
      #"<row r="5"/><row r="3"/><row r="1"/>"#,
      to: #"<row r="5"/><row r="3"/><row r="4"><c r="A4"><v>9</v></c></row><row r="1"/>"#),
    CellEditCase(
      "cells out of order: behind the nearest before", "C1", .value(.number(9)),
      #"<row r="1"><c r="D1"/><c r="B1"/><c r="A1"/></row>"#,
      to: #"<row r="1"><c r="D1"/><c r="B1"/><c r="C1"><v>9</v></c><c r="A1"/></row>"#),
    CellEditCase(
      "nothing comes of emptying what is not there", "C1", .value(.blank),
      #"<row r="1"><c r="A1"/></row>"#, to: #"<row r="1"><c r="A1"/></row>"#),
  ]

  @Test("puts new cells in their place", arguments: cases)
  func adds(_ edit: CellEditCase) throws {
    let edited = try EditedBook(WorkbookBuilder(rows: edit.before), [edit.cell: edit.content])
    #expect(try edited.rows() == edit.after)
  }

  @Test func fillsASheetWithoutRows() throws {
    let part =
      "<worksheet xmlns=\"\(WorkbookBuilder.main)\"><dimension ref=\"A1\"/><sheetData/></worksheet>"
    let edited = try EditedBook(
      WorkbookBuilder(sheet: part), ["C4": .value(.number(2)), "B2": .value(.number(1))])
    #expect(
      try edited.text("xl/worksheets/sheet1.xml")
        == "<worksheet xmlns=\"\(WorkbookBuilder.main)\"><dimension ref=\"B2:C4\"/><sheetData>"
        + "<row r=\"2\"><c r=\"B2\"><v>1</v></c></row><row r=\"4\"><c r=\"C4\"><v>2</v></c></row>"
        + "</sheetData></worksheet>")
  }

  @Test(
    "extends the stated range only where it would be wrong",
    arguments: [("A1:C3", "B2", "A1:C3"), ("A1:C3", "E2", "A1:E3"), ("B2", "A9", "A2:B9")])
  func dimension(stated: String, cell: String, after: String) throws {
    let part = WorkbookBuilder.worksheet(
      rows: #"<row r="2"><c r="B2"><v>1</v></c></row>"#, before: #"<dimension ref="\#(stated)"/>"#)
    let edited = try EditedBook(WorkbookBuilder(sheet: part), [cell: .value(.number(5))])
    #expect(
      try edited.text("xl/worksheets/sheet1.xml")?.range(of: #"<dimension ref="\#(after)"/>"#)
        != nil)
  }

  @Test func givesNewCellsTheirColumnsFormat() throws {
    let part = WorkbookBuilder.worksheet(
      rows: #"<row r="1"><c r="A1"/></row>"#,
      before: #"<cols><col min="2" max="3" width="9" style="5"/></cols>"#)
    let edited = try EditedBook(
      WorkbookBuilder(sheet: part), ["C1": .value(.number(1)), "B7": .value(.number(2))])
    #expect(
      try edited.rows() == #"<row r="1"><c r="A1"/><c r="C1" s="5"><v>1</v></c></row>"#
        + #"<row r="7"><c r="B7" s="5"><v>2</v></c></row>"#)
  }

  /// Every hole of a small sheet, filled in one edit and one by one, reads back the same.
  @Test func fillsEveryHole() throws {
    let rows = #"<row r="2"><c r="B2"><v>1</v></c><c r="D2"><v>1</v></c></row><row r="4"/>"#
    for row in 1...5 {
      for column in 1...5 {
        let cell = try #require(CellReference(row: row, column: column))
        let edited = try EditedBook(
          WorkbookBuilder(rows: rows), [cell.description: .value(.number(9))])
        let grid = try edited.workbook().sheets[0].cells()
        for check in 1...5 {
          for other in 1...5 {
            let place = try #require(CellReference(row: check, column: other))
            let old: CellValue =
              ["B2", "D2"].contains(place.description) ? .number(1) : .blank
            #expect(grid[place] == (place == cell ? .number(9) : old))
          }
        }
      }
    }
  }
}
