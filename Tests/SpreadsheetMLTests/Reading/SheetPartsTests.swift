import TestSupport
import Testing
import Zip

@testable import SpreadsheetML

@Suite("Sheet parts")
struct SheetPartsTests {
  static func sheet(_ kind: String, _ part: String) throws -> Sheet {
    var builder = WorkbookBuilder(rows: "")
    builder.sheets[0].relationships =
      "<Relationship Id=\"rId1\" Type=\"\(WorkbookBuilder.relationship)/\(kind)\" Target=\"../odd/part.xml\"/>"
      + "<Relationship Id=\"rId2\" Type=\"\(WorkbookBuilder.relationship)/\(kind)\" Target=\"missing.xml\"/>"
    builder.others = [ZipBuilder.Entry("xl/odd/part.xml", part)]
    return try Workbook.made(builder).sheets[0]
  }

  @Test func readsTables() throws {
    let sheet = try Self.sheet(
      "table",
      """
      <table xmlns="\(WorkbookBuilder.main)" name="T" displayName="Table_1" ref="B2:D9" totalsRowCount="1">\
      <autoFilter ref="B2:D8"/><tableColumns count="3"><tableColumn id="1" name="Measure"/>\
      <tableColumn id="2" name="Target_x000a_2026"/><tableColumn id="3" name="a &amp; b"/></tableColumns></table>
      """)
    #expect(
      try sheet.tables() == [
        Table(
          name: "T", displayName: "Table_1", range: try #require(CellRange("B2:D9")),
          columns: ["Measure", "Target\n2026", "a & b"], hasHeaderRow: true, hasTotalsRow: true,
          autoFilter: CellRange("B2:D8"))
      ])
  }

  @Test func leavesOutATableWithoutARange() throws {
    #expect(
      try Self.sheet("table", "<table xmlns=\"\(WorkbookBuilder.main)\" ref=\"?\"/>").tables()
        .isEmpty)
    #expect(try Self.sheet("table", "<table xmlns=\"urn:x\" ref=\"A1\"/>").tables().isEmpty)
    #expect(
      try Self.sheet("other", "<table xmlns=\"\(WorkbookBuilder.main)\" ref=\"A1\"/>").tables()
        .isEmpty)
  }

  @Test func refusesADamagedTable() throws {
    let sheet = try Self.sheet("table", "<table>")
    let error = #expect(throws: WorkbookError.self) { try sheet.tables() }
    #expect(error?.description.hasPrefix("book.xlsx: xl/odd/part.xml: 1:") == true)
  }

  @Test func readsComments() throws {
    let sheet = try Self.sheet(
      "comments",
      """
      <comments xmlns="\(WorkbookBuilder.main)"><authors><author>Ann</author><author/></authors><commentList>\
      <comment ref="B7" authorId="0"><text><r><rPr><b/></rPr><t>Ann:</t></r><r><t xml:space="preserve"> why?</t></r>\
      <rPh sb="0" eb="1"><t>no</t></rPh></text></comment>\
      <comment ref="?" authorId="0"><text><t>lost</t></text></comment>\
      <comment ref="A1" authorId="9"><text><t>a&amp;b_x0041_</t></text></comment></commentList></comments>
      """)
    #expect(
      try sheet.comments() == [
        CellComment(
          reference: try #require(CellReference("B7")), author: "Ann", text: "Ann: why?"),
        CellComment(reference: try #require(CellReference("A1")), author: "", text: "a&bA"),
      ])
  }

  /// A sheet that links to one part under many ids and in other case.
  static func repeated(_ kind: String, _ part: String, limits: ReadLimits = .standard) throws
    -> Sheet
  {
    var builder = WorkbookBuilder(rows: "")
    builder.sheets[0].relationships = (0..<50).map { index in
      "<Relationship Id=\"rId\(index)\" Type=\"\(WorkbookBuilder.relationship)/\(kind)\" "
        + "Target=\"../odd/\(index % 2 == 0 ? "part" : "Part").xml\"/>"
    }.joined()
    builder.others = [ZipBuilder.Entry("xl/odd/part.xml", part)]
    return try Workbook.made(builder, limits: limits).sheets[0]
  }

  static let table =
    "<table xmlns=\"\(WorkbookBuilder.main)\" name=\"T\" ref=\"A1:B2\"><tableColumns>"
    + "<tableColumn name=\"a\"/><tableColumn name=\"b\"/></tableColumns></table>"
  static let notes =
    "<comments xmlns=\"\(WorkbookBuilder.main)\"><authors><author>Ann</author></authors>"
    + "<commentList><comment ref=\"B7\" authorId=\"0\"><text><t>a</t></text></comment>"
    + "<comment ref=\"B8\" authorId=\"0\"><text><t>b</t></text></comment></commentList></comments>"

  @Test func readsAPartThatIsLinkedManyTimesOnce() throws {
    #expect(try Self.repeated("table", Self.table).tables().map(\.columns) == [["a", "b"]])
    #expect(try Self.repeated("comments", Self.notes).comments().map(\.text) == ["a", "b"])
  }

  @Test func namesTheLimitOfTablesColumnsAndNotes() throws {
    var limits = ReadLimits()
    // The sheet's own links count too, so these are 50.
    limits.listItems = 50
    let columns = String(repeating: "<tableColumn name=\"a\"/>", count: 50)
    let table = Self.table.replacing("<tableColumns>", with: "<tableColumns>" + columns)
    var error = #expect(throws: WorkbookError.self) {
      try Self.repeated("table", table, limits: limits).tables()
    }
    #expect(error?.code == .limitExceeded)
    #expect(
      error?.description == "book.xlsx: xl/odd/part.xml: there are more than 50 tables and "
        + "columns, the limit ReadLimits.listItems")
    let authors = String(repeating: "<author/>", count: 50)
    let notes = Self.notes.replacing("<authors>", with: "<authors>" + authors)
    error = #expect(throws: WorkbookError.self) {
      try Self.repeated("comments", notes, limits: limits).comments()
    }
    #expect(error?.message == "there are more than 50 notes, the limit ReadLimits.listItems")
    limits.listItems = 49
    error = #expect(throws: WorkbookError.self) {
      try Self.repeated("table", Self.table, limits: limits).tables()
    }
    #expect(
      error?.message
        == "there are more than 49 links between parts, the limit ReadLimits.listItems")
  }
}
