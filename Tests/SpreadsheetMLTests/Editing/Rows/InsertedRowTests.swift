import TestSupport
import Testing
import Zip

@testable import SpreadsheetML

@Suite("New rows")
struct InsertedRowTests {
  static let model =
    #"<row r="2" spans="1:3" ht="30" customHeight="1" hidden="1" s="4" customFormat="1">"#
    + #"<c r="A2" s="1" t="s"><v>0</v></c><c r="B2"><v>5</v></c><c r="C2" s="2"/></row>"#

  @Test func looksLikeTheRowItIsStyledLike() throws {
    let edited = try EditedBook(
      WorkbookBuilder(rows: Self.model).bytes(), rows: "+1 below 2 like 2")
    #expect(
      try edited.rows() == Self.model
        + #"<row r="3" spans="1:3" ht="30" customHeight="1" s="4" customFormat="1">"#
        + #"<c r="A3" s="1"/><c r="C3" s="2"/></row>"#)
  }

  @Test func takesValuesInTheFormatOfItsCells() throws {
    let edited = try EditedBook(
      WorkbookBuilder(rows: Self.model).bytes(), rows: "+2 below 2 like 2"
    ) { editor, new in
      try editor.set(.value(.number(7)), column: 3, of: new[0][1])
      try editor.set(.value(.text("x")), column: 5, of: new[0][1])
    }
    #expect(
      try edited.rows().range(
        of: #"<row r="4" spans="1:5" ht="30" customHeight="1" s="4" customFormat="1">"#
          + #"<c r="A4" s="1"/><c r="C4" s="2"><v>7</v></c>"#
          + #"<c r="E4" s="4" t="inlineStr"><is><t>x</t></is></c></row>"#) != nil)
  }

  @Test(
    "stands between the right rows",
    arguments: [
      ("+1 above 1", [1]), ("+1 below 2", [3]), ("+1 below 3;+1 below 2", [3, 5]),
      ("+1 below 9", [10]), ("+2 below 4", [5, 6]), ("+1 below 2;+1 below 2", [3, 4]),
    ])
  func places(words: String, expected: [Int]) throws {
    let rows = #"<row r="2"><c r="A2"/></row><row r="5"><c r="A5"/></row>"#
    let edited = try EditedBook(WorkbookBuilder(rows: rows).bytes(), rows: words) { editor, new in
      for row in new.joined() { try editor.set(.value(.boolean(true)), column: 2, of: row) }
    }
    var numbers: [Int] = []
    var filled: [Int] = []
    let reader = try edited.workbook().sheets[0].rows()
    while let row = try reader.readRow() {
      numbers.append(row.number)
      if row[column: 2] == .boolean(true) { filled.append(row.number) }
    }
    #expect(numbers == numbers.sorted())
    #expect(filled == expected)
  }

  @Test func goesIntoASheetWithoutAny() throws {
    let sheet = #"<worksheet xmlns="\#(WorkbookBuilder.main)"><dimension ref="A1"/><sheetData/>"#
    let edited = try EditedBook(
      WorkbookBuilder(sheet: sheet + "</worksheet>").bytes(), rows: "+2 above 1"
    ) { editor, new in
      try editor.set(.value(.number(1)), column: 2, of: new[0][0])
      try editor.set(.value(.number(2)), column: 3, of: new[0][1])
    }
    #expect(
      try edited.text("xl/worksheets/sheet1.xml")
        == #"<worksheet xmlns="\#(WorkbookBuilder.main)"><dimension ref="B1:C2"/><sheetData>"#
        + #"<row r="1"><c r="B1"><v>1</v></c></row><row r="2"><c r="C2"><v>2</v></c></row>"#
        + "</sheetData></worksheet>")
  }

  @Test(
    "of a table gets the formulas of its calculated columns",
    arguments: [
      #"<f>A3*2+T[[#This Row],[a]]</f>"#, #"<f t="shared" si="0"/>"#,
    ])
  func calculated(formula: String) throws {
    var zip = WorkbookBuilder(
      rows: #"<row r="2"><c r="B2"><f t="shared" ref="B2:B3" si="0">A2*2+T[[#This Row],[a]]</f>"#
        + #"</c></row><row r="3"><c r="B3" s="1">\#(formula)<v>4</v></c></row>"#
    ).zip()
    zip.add(
      "xl/tables/t.xml",
      #"<table xmlns="\#(WorkbookBuilder.main)" name="T" displayName="T" ref="A1:B3">"#
        + #"<tableColumns count="2"><tableColumn id="1" name="a"/><tableColumn id="2" name="b">"#
        + "<calculatedColumnFormula>A2*2+T[[#This Row],[a]]</calculatedColumnFormula></tableColumn>"
        + "</tableColumns></table>", kind: "table", from: "xl/worksheets/sheet1.xml")
    let edited = try EditedBook(zip.bytes(), rows: "+1 below 3 like 3 extending")
    #expect(
      try edited.rows().range(
        of: #"<row r="4"><c r="B4" s="1"><f>A4*2+T[[#This Row],[a]]</f></c></row>"#) != nil)
    #expect(try edited.text("xl/tables/t.xml")?.range(of: #"ref="A1:B4""#) != nil)
    // Below the table it is none of its rows.
    let outside = try EditedBook(zip.bytes(), rows: "+1 below 3 like 3")
    #expect(try outside.rows().range(of: #"<row r="4"><c r="B4" s="1"/></row>"#) != nil)
  }
}

@Suite("Rows that are not moved")
struct RowRefusalTests {
  @Test(
    "with the reason",
    arguments: [
      (
        "+1 below 1", #"<row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2</f></c></row>"#, "",
        "Sheet1!A1: the array formula in A1:A2 would be cut; move its rows as a whole"
      ),
      (
        "-2", #"<row r="1"><c r="A1"><f t="dataTable" ref="A1:A2" r1="C1"/></c></row>"#, "",
        "Sheet1!A1: the data table in A1:A2, or a cell it needs, would be cut; edit it in Excel"
      ),
      (
        "+1 above 1", #"<row r="1048576"><c r="A1048576"/></row>"#, "",
        "Sheet1: row 1048576 would be pushed off the sheet, which has 1,048,576 rows; "
          + "insert fewer rows"
      ),
      (
        "+1 above 1", "", #"<sheetProtection sheet="1"/>"#,
        "Sheet1: the sheet is protected against inserting rows; unprotect it, or use force"
      ),
      (
        "-1", "", #"<sheetProtection sheet="1" deleteRows="0"/>"#,
        "Sheet1: the sheet is protected against deleting rows; unprotect it, or use force"
      ),
      (
        "+1 above 1", #"<row r="1"><c r="A1"><f>SUM(Sheet1:Other!A5)</f></c></row>"#, "",
        "Sheet1!A1: a reference reaches through the sheets 'Sheet1' to 'Other', whose rows would "
          + "not move alike; move them on all of them, or edit it in Excel"
      ),
    ])
  func refused(words: String, rows: String, after: String, sentence: String) {
    var builder = WorkbookBuilder(
      sheet: WorkbookBuilder.worksheet(rows: rows, after: after))
    builder.addSheet("Other")
    let error = #expect(throws: WorkbookError.self) {
      try EditedBook(builder.bytes(), rows: words)
    }
    #expect(error?.description == "book.xlsx: \(sentence)")
  }

  @Test(
    "unless that is allowed",
    arguments: [
      (#"<sheetProtection sheet="1"/>"#, EditPermissions.protectedSheets),
      (#"<sheetProtection sheet="1" insertRows="0"/>"#, []),
      (#"<sheetProtection insertRows="1"/>"#, []),
    ] as [(String, EditPermissions)])
  func allowed(protection: String, permissions: EditPermissions) throws {
    let builder = WorkbookBuilder(sheet: WorkbookBuilder.worksheet(rows: "", after: protection))
    _ = try EditedBook(builder.bytes(), rows: "+1 above 1", permissions: permissions)
  }

  @Test func becauseTheyAreNotThere() throws {
    let editor = WorkbookEditor(
      try Workbook.open(bytes: WorkbookBuilder(rows: "").bytes(), name: "book.xlsx"))
    #expect(throws: WorkbookError.self) { try editor.deleteRows(0...3, in: "Sheet1") }
    #expect(throws: WorkbookError.self) {
      try editor.insert(RowInsertion(1, .above(0), in: "Sheet1"))
    }
    #expect(throws: WorkbookError.self) {
      try editor.insert(RowInsertion(2, .below(1_048_575), in: "Sheet1"))
    }
    #expect(throws: WorkbookError.self) {
      try editor.insert(RowInsertion(1, .below(1), in: "Nowhere"))
    }
    let row = try editor.insert(RowInsertion(1, .below(1), in: "Sheet1"))[0]
    try editor.set(.value(.number(1)), column: 1, of: row)
    #expect(throws: WorkbookError.self) { try editor.set(.value(.number(1)), column: 1, of: row) }
    #expect(throws: WorkbookError.self) { try editor.set(.value(.number(1)), column: 0, of: row) }
  }

  @Test func moveArraysAndDataTablesWhole() throws {
    let edited = try EditedBook(
      WorkbookBuilder(
        rows: #"<row r="5"><c r="A5"><f t="array" ref="A5:A6">B5:B6</f></c>"#
          + #"<c r="D5"><f t="dataTable" ref="D5:D6" dt2D="0" r1="C1"/></c></row>"#
      ).bytes(), rows: "+1 above 1")
    #expect(
      try edited.rows() == #"<row r="6"><c r="A6"><f t="array" ref="A6:A7">B6:B7</f></c>"#
        + #"<c r="D6"><f t="dataTable" ref="D6:D7" dt2D="0" r1="C2"/></c></row>"#)
  }
}
