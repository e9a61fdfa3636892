import TestSupport
import Testing
import Zip

@testable import SpreadsheetML

@Suite("Edits with dates")
struct DateEditTests {
  static let styles =
    #"<fonts count="2"><font/><font><b/></font></fonts><cellXfs count="3"><xf numFmtId="0"/>"#
    + #"<xf numFmtId="0" fontId="1" applyFont="1"><alignment wrapText="1"/></xf>"#
    + #"<xf numFmtId="15" applyNumberFormat="1"/></cellXfs>"#

  static func book(rows: String, styles: String? = DateEditTests.styles) -> WorkbookBuilder {
    var builder = WorkbookBuilder(rows: rows)
    builder.styles = styles
    return builder
  }

  @Test func takesAFormatThatFits() throws {
    let edited = try EditedBook(
      Self.book(rows: #"<row r="1"><c r="A1"/></row>"#), ["A1": .entered("2024-01-31")])
    #expect(try edited.rows() == #"<row r="1"><c r="A1" s="2"><v>45322</v></c></row>"#)
    #expect(try edited.changedParts() == ["xl/worksheets/sheet1.xml"])
  }

  @Test func addsAFormatLikeTheCellsOwn() throws {
    let edited = try EditedBook(
      Self.book(rows: #"<row r="1"><c r="A1" s="1"/><c r="B1" s="1"/></row>"#),
      ["A1": .value(.isoDate("2024-01-31T12:00")), "B1": .entered("2024-01-31 06:00:00")])
    #expect(
      try edited.rows()
        == #"<row r="1"><c r="A1" s="3"><v>45322.5</v></c><c r="B1" s="3"><v>45322.25</v></c></row>"#
    )
    #expect(
      try edited.text("xl/styles.xml") == #"<styleSheet xmlns="\#(WorkbookBuilder.main)">"#
        + #"<fonts count="2"><font/><font><b/></font></fonts><cellXfs count="4"><xf numFmtId="0"/>"#
        + #"<xf numFmtId="0" fontId="1" applyFont="1"><alignment wrapText="1"/></xf>"#
        + #"<xf numFmtId="15" applyNumberFormat="1"/>"#
        + #"<xf numFmtId="22" fontId="1" applyFont="1" applyNumberFormat="1">"#
        + #"<alignment wrapText="1"/></xf></cellXfs></styleSheet>"#)
  }

  @Test func givesACellANumberFormatOfItsOwn() throws {
    let edited = try EditedBook(
      Self.book(
        rows: #"<row r="1"><c r="A1" s="1"><v>5</v></c><c r="B1" s="1"><v>6</v></c></row>"#),
      [
        "A1": .reformatted(.number(5), StyleIndex(1), code: #"0 "<€>""#),
        "B1": .reformatted(.number(7), StyleIndex(1), code: #"0 "<€>""#),
      ])
    #expect(
      try edited.rows()
        == #"<row r="1"><c r="A1" s="3"><v>5</v></c><c r="B1" s="3"><v>7</v></c></row>"#
    )
    let styles = try #require(try edited.text("xl/styles.xml"))
    #expect(
      styles.contains(
        #"<numFmts count="1"><numFmt numFmtId="164" formatCode="0 &quot;&lt;€>&quot;"/></numFmts><fonts"#
      ))
    #expect(
      styles.contains(
        #"<xf numFmtId="164" fontId="1" applyFont="1" applyNumberFormat="1"><alignment wrapText="1"/></xf>"#
      ))
    #expect(try edited.workbook().styles().numberFormat(StyleIndex(3)).code == #"0 "<€>""#)
  }

  @Test func takesTheNumberFormatsTheWorkbookHas() throws {
    let styles =
      #"<numFmts count="1"><numFmt numFmtId="200" formatCode="0.0"/></numFmts>"#
      + #"<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="200"/></cellXfs>"#
    let edited = try EditedBook(
      Self.book(
        rows: #"<row r="1"><c r="A1"><v>5</v></c><c r="B1"><v>6</v></c></row>"#, styles: styles),
      [
        "A1": .reformatted(.number(5), StyleIndex(0), code: "0.0"),
        "B1": .reformatted(.number(6), StyleIndex(0), code: "0.000"),
      ])
    #expect(
      try edited.rows()
        == #"<row r="1"><c r="A1" s="1"><v>5</v></c><c r="B1" s="2"><v>6</v></c></row>"#
    )
    let text = try #require(try edited.text("xl/styles.xml"))
    #expect(text.contains(#"<numFmts count="2"><numFmt numFmtId="200" formatCode="0.0"/>"#))
    #expect(text.contains(#"<numFmt numFmtId="201" formatCode="0.000"/></numFmts>"#))
  }

  @Test func keepsAFormatThatShowsDates() throws {
    let edited = try EditedBook(
      Self.book(rows: #"<row r="1"><c r="A1" s="2"><v>1</v></c></row>"#),
      ["A1": .entered("12:00:00")])
    #expect(try edited.rows() == #"<row r="1"><c r="A1" s="2"><v>0.5</v></c></row>"#)
  }

  @Test(
    "takes all that is typed into a cell of texts as text, unless it holds a number",
    arguments: [
      ("<v>2</v>", "37.5", "<v>37.5</v></c>"),
      ("<v>2</v>", "007", #" t="inlineStr"><is><t>007</t></is></c>"#),
      ("", "37.5", #" t="inlineStr"><is><t>37.5</t></is></c>"#),
      ("<f>1+1</f><v>2</v>", "37.5", #" t="inlineStr"><is><t>37.5</t></is></c>"#),
    ])
  func textCells(before: String, typed: String, after: String) throws {
    let styles = #"<cellXfs count="1"><xf numFmtId="49" applyNumberFormat="1"/></cellXfs>"#
    let edited = try EditedBook(
      Self.book(rows: #"<row r="1"><c r="A1">\#(before)</c></row>"#, styles: styles),
      ["A1": .entered(typed)])
    #expect(try edited.rows().hasSuffix("\(after)</row>"))
  }

  @Test func countsInTheWorkbooksDateSystem() throws {
    var builder = Self.book(rows: #"<row r="1"><c r="A1"/><c r="B1"/></row>"#)
    builder.beforeSheets = #"<workbookPr date1904="1"/>"#
    let edited = try EditedBook(
      builder, ["A1": .entered("2024-01-31"), "B1": .entered("1903-12-31")])
    #expect(
      try edited.rows() == #"<row r="1"><c r="A1" s="2"><v>43860</v></c>"#
        + #"<c r="B1" t="inlineStr"><is><t>1903-12-31</t></is></c></row>"#)
  }

  @Test func refusesADateThatNothingCouldShow() {
    #expect(
      RefusalTests.refusal(
        Self.book(rows: "", styles: nil).bytes(), ["A1": .entered("2024-01-31")])
        == "book.xlsx: Sheet1!A1: the workbook has no cell formats, so that a date could not be "
        + "shown; set a number")
  }
}

@Suite("Edits of tables")
struct TableEditTests {
  static func book(_ attributes: String = "", others: String = "") -> ZipBuilder {
    var zip = WorkbookBuilder(
      rows: #"<row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c>"#
        + #"<c r="B1" t="inlineStr"><is><t>Total</t></is></c></row><row r="2"><c r="A2"><v>1</v></c>"#
        + #"</row><row r="3"><c r="A3"/></row>\#(others)"#
    ).zip()
    zip.add(
      "xl/tables/table1.xml",
      #"<table xmlns="\#(WorkbookBuilder.main)" id="1" name="T" displayName="T" ref="A1:B3"\#(attributes)>"#
        + #"<tableColumns count="2"><tableColumn id="1" name="Name"/>"#
        + #"<tableColumn id="2" name="Total" totalsRowFunction="sum"><totalsRowFormula>1</totalsRowFormula>"#
        + "</tableColumn></tableColumns></table>", kind: "table", from: "xl/worksheets/sheet1.xml")
    return zip
  }

  @Test func renamesTheColumnWithItsHeading() throws {
    let edited = try EditedBook(Self.book().bytes(), ["A1": .entered("Key & \"name\"\n2")])
    #expect(
      try edited.text("xl/tables/table1.xml")?.range(
        of: #"<tableColumn id="1" name="Key &amp; &quot;name&quot;_x000A_2"/>"#) != nil)
    #expect(try edited.changedParts() == ["xl/worksheets/sheet1.xml", "xl/tables/table1.xml"])
  }

  @Test func takesWhatIsTypedInAHeadingForText() throws {
    let edited = try EditedBook(Self.book().bytes(), ["A1": .entered("2024")])
    #expect(try edited.workbook().sheets[0].cells()["A1"] == .text("2024"))
    #expect(try edited.workbook().sheets[0].tables()[0].columns == ["2024", "Total"])
  }

  @Test(
    "refuses headings that would damage the table",
    arguments: [
      ("", "", "A1", "", "must be a text and not empty"),
      ("", "", "A1", "=1", "must be a text and not empty"),
      ("", "", "A1", "TOTAL", "has a column 'TOTAL' already"),
      (" tableType=\"queryTable\"", "", "A1", "x", "is linked to a source outside"),
      (
        "", #"<row r="9"><c r="A9"><f>SUM(T[Name])</f></c></row>"#, "A1", "x",
        "formulas call the column 'Name' of the table 'T' by its heading"
      ),
      (" totalsRowCount=\"1\"", "", "B3", "5", "which can only get a text here"),
    ])
  func refuses(attributes: String, others: String, cell: String, typed: String, words: String) {
    let zip = Self.book(attributes, others: others)
    #expect(RefusalTests.refusal(zip.bytes(), [cell: .entered(typed)])?.range(of: words) != nil)
  }

  @Test func writesTotalsIntoTheTableToo() throws {
    let zip = Self.book(" totalsRowCount=\"1\"")
    let edited = try EditedBook(zip.bytes(), ["B3": .entered("none")])
    #expect(
      try edited.text("xl/tables/table1.xml")?.range(
        of: #"<tableColumn id="2" name="Total" totalsRowLabel="none"></tableColumn>"#) != nil)
  }

  @Test func leavesTheTableAloneWhenItsBodyChanges() throws {
    let edited = try EditedBook(Self.book().bytes(), ["A2": .entered("5"), "B3": .entered("6")])
    #expect(try edited.changedParts() == ["xl/worksheets/sheet1.xml"])
  }
}
