import TestSupport
import Testing

@testable import SpreadsheetML

@Suite("CellGrid")
struct CellGridTests {
  static func cells(_ rows: String, before: String = "", after: String = "") throws -> CellGrid {
    let sheet = WorkbookBuilder.worksheet(rows: rows, before: before, after: after)
    return try Workbook.made(WorkbookBuilder(sheet: sheet)).sheets[0].cells()
  }

  @Test func givesValuesByAddress() throws {
    let cells = try Self.cells(
      "<row r=\"2\"><c r=\"B2\"><v>1</v></c><c r=\"D2\"/></row>"
        + "<row r=\"9\"><c r=\"C9\"><v>2</v></c></row>")
    #expect(cells["B2"] == .number(1))
    #expect(cells["$C$9"] == .number(2))
    #expect(cells["D2"] == .blank)
    for address in ["A1", "C2", "B3", "C10", "XFD1048576", "", "B", "no"] {
      #expect(cells[address] == .blank)
    }
    #expect(cells.cell(try #require(CellReference("D2"))) != nil)
    #expect(cells.cell(try #require(CellReference("C2"))) == nil)
    #expect(cells.usedRange == CellRange("B2:D9"))
    #expect(cells.rows.map(\.number) == [2, 9])
    #expect(cells.row(9)?.cells.count == 1)
    for number in [Int.min, 0, 1, 3, 10, Int.max] { #expect(cells.row(number) == nil) }
  }

  @Test func isEmptyForAnEmptySheet() throws {
    let cells = try Self.cells("<row r=\"5\"/>")
    #expect(cells.rows.isEmpty)
    #expect(cells.usedRange == nil)
  }

  @Test func putsRowsInOrderAndJoinsThoseGivenTwice() throws {
    let cells = try Self.cells(
      "<row r=\"5\"><c r=\"A5\"><v>1</v></c><c r=\"B5\"><v>2</v></c></row><row r=\"2\"><c r=\"C2\"/></row>"
        + "<row r=\"5\" hidden=\"1\"><c r=\"B5\"><v>3</v></c><c r=\"C5\"><v>4</v></c></row>")
    #expect(cells.rows.map(\.number) == [2, 5])
    #expect(cells["A5"] == .number(1))
    #expect(cells["B5"] == .number(3))
    #expect(cells["C5"] == .number(4))
    #expect(cells.row(5)?.isHidden == true)
    #expect(cells.usedRange == CellRange("A2:C5"))
  }

  @Test func joinsARowGivenManyTimes() throws {
    // Given in halves, so that a column comes 500 times and the last counts.
    let rows = (0..<1_000).map { index in
      "<row r=\"7\"><c r=\"\(CellReference.letters(ofColumn: index % 500 + 1))7\"><v>\(index)</v></c></row>"
    }.joined()
    let cells = try Self.cells(rows)
    #expect(cells.rows.map(\.number) == [7])
    #expect(cells.row(7)?.cells.map(\.value) == (500..<1_000).map { .number(Double($0)) })
    #expect(cells.row(7)?.cells.map(\.reference.column) == Array(1...500))
  }

  @Test func tellsWhatStandsAroundTheRows() throws {
    let cells = try Self.cells(
      "<row r=\"1\"><c r=\"A1\"/></row>",
      before: """
        <dimension ref="A1:B2"/><cols><col min="2" max="3" hidden="1"/><col min="4" max="4"/>\
        <col min="9" max="99999" hidden="true"/></cols>
        """,
      after: """
        <autoFilter ref="A1:C9"><filterColumn colId="0"/></autoFilter>\
        <mergeCells count="2"><mergeCell ref="A1:B2"/><mergeCell ref=""/><mergeCell/>\
        <mergeCell ref="D4:D5"/></mergeCells>\
        <dataValidations><dataValidation type="list" sqref="A2:A9 C3"><formula1>"a,b&amp;c"</formula1>\
        </dataValidation><dataValidation sqref="?"><formula1>1</formula1><formula2>2</formula2>\
        </dataValidation><dataValidation type="whole"/></dataValidations>\
        <tableParts><tablePart r:id="rId7"/><tablePart/></tableParts>
        """)
    #expect(cells.hiddenColumns == [2...3, 9...16_384])
    #expect(cells.autoFilter == CellRange("A1:C9"))
    #expect(cells.mergedRanges == ["A1:B2", "D4:D5"].compactMap { CellRange($0) })
    #expect(
      cells.validations == [
        DataValidation(
          type: "list", ranges: ["A2:A9", "C3"].compactMap { CellRange($0) },
          formula1: "\"a,b&c\"", formula2: ""),
        DataValidation(type: "none", ranges: [], formula1: "1", formula2: "2"),
        DataValidation(type: "whole", ranges: [], formula1: "", formula2: ""),
      ])
  }

  @Test func readsTheRulesThatExcel2010Added() throws {
    let extended = """
      <extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"><mergeCell ref="A1:B2"/></ext>\
      <ext xmlns:x14="\(Namespace.excel2010)" uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}">\
      <x14:dataValidations count="2" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">\
      <x14:dataValidation type="list" allowBlank="1"><x14:formula1><xm:f>'Lists &amp; more'!$A$1:$A$5</xm:f>\
      </x14:formula1><xm:sqref>B2:B9 D4</xm:sqref></x14:dataValidation>\
      <x14:dataValidation type="whole"><x14:formula1><xm:f>Lists!$A$1</xm:f></x14:formula1>\
      <x14:formula2><xm:f>Lists!$A$2</xm:f></x14:formula2><xm:sqref>C1</xm:sqref></x14:dataValidation>\
      </x14:dataValidations></ext></extLst>
      """
    let cells = try Self.cells(
      "",
      after: "<dataValidations><dataValidation sqref=\"A1\"><formula1>1</formula1></dataValidation>"
        + "</dataValidations>" + extended)
    #expect(
      cells.validations == [
        DataValidation(
          type: "none", ranges: ["A1"].compactMap { CellRange($0) }, formula1: "1", formula2: ""),
        DataValidation(
          type: "list", ranges: ["B2:B9", "D4"].compactMap { CellRange($0) },
          formula1: "'Lists & more'!$A$1:$A$5", formula2: ""),
        DataValidation(
          type: "whole", ranges: ["C1"].compactMap { CellRange($0) }, formula1: "Lists!$A$1",
          formula2: "Lists!$A$2"),
      ])
    #expect(cells.mergedRanges == [])
  }

  @Test(
    "takes column numbers past all bounds",
    arguments: [
      "min=\"20000\" max=\"30000\"", "min=\"0\" max=\"3\"", "min=\"-5\" max=\"-1\"",
      "min=\"3\" max=\"2\"",
      "min=\"x\" max=\"2\"", "max=\"2\"", "min=\"16385\" max=\"16385\"",
      "min=\"9223372036854775807\" max=\"9223372036854775807\"",
      "min=\"1\" max=\"99999999999999999999\"",
    ])
  func oddColumns(attributes: String) throws {
    let cells = try Self.cells("", before: "<cols><col \(attributes) hidden=\"1\"/></cols>")
    #expect(cells.hiddenColumns == [])
  }

  @Test func leavesOutWhatIsNotSpreadsheetML() throws {
    let cells = try Self.cells(
      "",
      after: "<x:mergeCells xmlns:x=\"urn:x\"><mergeCell ref=\"A1:B2\"/></x:mergeCells>"
        + "<extLst><ext><mergeCell ref=\"A1:B2\"/></ext></extLst>")
    #expect(cells.mergedRanges == [])
  }
}

@Suite("SheetOverview")
struct SheetOverviewTests {
  @Test func tellsWhatASheetHolds() throws {
    let sheet = WorkbookBuilder.worksheet(
      rows: "<row r=\"1\"><c r=\"A1\"/></row><row r=\"3\" hidden=\"1\"><c r=\"B3\"><v>1</v></c>"
        + "<c r=\"D3\"><f>B3</f><v>1</v></c><c r=\"E3\"><f t=\"array\" ref=\"E3\">B3</f></c></row>",
      after: "<sheetProtection sheet=\"1\"/><mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>"
        + "<conditionalFormatting sqref=\"A1\"/><conditionalFormatting sqref=\"A2\"/>"
        + "<hyperlinks><hyperlink ref=\"A1\"/></hyperlinks>")
    let overview = try Workbook.made(WorkbookBuilder(sheet: sheet)).sheets[0].overview()
    #expect(overview.usedRange == CellRange("B3:D3"))
    #expect(overview.cellCount == 2)
    #expect(overview.formulaCount == 2)
    #expect(overview.hiddenRowCount == 1)
    #expect(overview.mergedRanges == [CellRange("A1:B1")])
    #expect(overview.conditionalFormatCount == 2)
    #expect(overview.hyperlinkCount == 1)
    #expect(overview.isProtected)
  }

  @Test func tellsThatASheetIsEmpty() throws {
    #expect(try Workbook.made(WorkbookBuilder(rows: "")).sheets[0].overview() == SheetOverview())
  }
}
