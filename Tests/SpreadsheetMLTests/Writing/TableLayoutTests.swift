import Testing

@testable import SpreadsheetML

@Suite("Tables of a sheet")
struct TableLayoutTests {
  @Test func writesATableAroundItsRows() throws {
    let written = try Written { book in
      let sheet = try book.addSheet("Sheet")
      sheet.skipRows(2)
      try sheet.beginTable("Measures", columns: ["Code", "Target [%]"], from: 2)
      try sheet.writeRow(["C-01", 31], from: 2)
      try sheet.writeRow(["C-02", 44], from: 2)
      #expect(
        try sheet.endTable(totals: [nil, .average], label: "Mean") == range("B3:C6"))
    }
    #expect(
      try written.part("xl/tables/table1.xml").contains(
        #"id="1" name="Measures" displayName="Measures" ref="B3:C6" totalsRowCount="1">"#
          + #"<autoFilter ref="B3:C5"/><tableColumns count="2"><tableColumn id="1" name="Code" "#
          + #"totalsRowLabel="Mean"/><tableColumn id="2" name="Target [%]" totalsRowFunction="average"/></tableColumns>"#
          + #"<tableStyleInfo name="TableStyleMedium2" showFirstColumn="0" showLastColumn="0" "#
          + #"showRowStripes="1" showColumnStripes="0"/></table>"#))
    #expect(
      try written.rows().contains(
        #"<c r="C6"><f>SUBTOTAL(101,Measures[Target '[%']])</f></c>"#))
    #expect(try written.tail().contains(#"<tableParts count="1"><tablePart r:id="rId1"/>"#))
    #expect(
      try written.part("xl/worksheets/_rels/sheet1.xml.rels").contains("../tables/table1.xml"))
    let types = try written.part("[Content_Types].xml")
    #expect(types.contains(#"PartName="/xl/tables/table1.xml""#))
  }

  @Test func givesTotalsTheLookOfTheCellsAboveThem() throws {
    var percent = StyleIndex.plain
    let bytes = try WorkbookWriter.bytes { book in
      percent = try book.style(CellStyle(numberFormat: "0.0%"))
      let sheet = try book.addSheet("Sheet")
      try sheet.beginTable("Measures", columns: ["Name", "Share", "Same"])
      try sheet.writeRow(["a", .number(0.25, percent), .number(0.5, percent)])
      try sheet.endTable(totals: [nil, .average, .count])
    }
    let rows = try Workbook.open(bytes: bytes).sheets[0].rows()
    _ = try rows.readRow()
    _ = try rows.readRow()
    let row = try #require(try rows.readRow())
    #expect(row.cell(column: 2)?.style == percent)
    // A count is no share.
    #expect(row.cell(column: 3)?.style == .plain)
  }

  @Test func isReadBack() throws {
    let bytes = try WorkbookWriter.bytes { book in
      let sheet = try book.addSheet("Sheet")
      try sheet.beginTable("Codes", columns: ["A", "B"], .styled(nil))
      try sheet.writeRow([1, 2])
      try sheet.endTable()
    }
    let table = try #require(try Workbook.open(bytes: bytes).sheets[0].tables().first)
    #expect(table.name == "Codes")
    #expect(table.range == range("A1:B2"))
    #expect(table.columns == ["A", "B"])
  }

  @Test func givesATableWithoutRowsAnEmptyOne() throws {
    let written = try Written { book in
      let sheet = try book.addSheet("Sheet")
      try sheet.beginTable("Empty", columns: ["A"])
      #expect(try sheet.endTable() == range("A1:A2"))
      #expect(sheet.nextRow == 3)
    }
    #expect(try written.part("xl/tables/table1.xml").contains(#"ref="A1:A2""#))
  }

  @Test("What Excel would repair is refused")
  func refusesTables() {
    let cases: [((SheetWriter) throws -> Void, String)] = [
      (
        { try $0.beginTable("A1", columns: ["a"]) },
        "Sheet: 'A1' cannot be a table's name: it needs letters, digits, underscores or points, "
          + "no digit first, at most 255 characters, and must not look like a cell's address"
      ),
      (
        { try $0.beginTable("T", columns: ["a", "A"]) },
        "Sheet: two columns of the table are called 'A'"
      ),
      (
        { try $0.beginTable("T", columns: ["a", ""]) },
        "Sheet: a table's column needs a heading of 1 to 255 characters; '' is none"
      ),
      (
        { try $0.addTable("T", over: range("A1:B2"), columns: ["a"]) },
        "Sheet: the table A1:B2 has 2 columns, but 1 headings"
      ),
      (
        { try $0.addTable("T", over: range("A1:A1"), columns: ["a"]) },
        "Sheet: the table A1 needs a row below its headings"
      ),
      (
        { sheet in
          try sheet.merge(range("A2:B2"))
          try sheet.addTable("T", over: range("A1:A3"), columns: ["a"])
        }, "Sheet: the table 'T' would overlap A2:B2, which is merged, filtered or a table already"
      ),
      (
        { sheet in
          try sheet.addTable("T", over: range("A1:A3"), columns: ["a"])
          try sheet.addTable("t", over: range("C1:C3"), columns: ["a"])
        }, "Sheet: the name 't' is taken by another table or range"
      ),
    ]
    for (body, sentence) in cases {
      #expect(refusal { sheet, _ in try body(sheet) } == sentence)
    }
  }

  @Test(
    "A name must not look like an address",
    arguments: [
      ("Measures", true), ("_x", true), ("\\a", true), ("Ärger.2", true), ("A", true), ("AB", true),
      ("ABCD1", true), ("R1C1x", true), ("A1", false), ("xfd1048576", false), ("R", false),
      ("c", false), ("R1", false), ("R1C1", false), ("1a", false), ("a b", false), ("", false),
      (".a", false), ("a-b", false),
    ])
  func judgesNames(name: String, isUsable: Bool) {
    #expect(WorkbookNames.isUsable(name) == isUsable)
  }
}
