import TestSupport
import Testing

@testable import SpreadsheetML

@Suite("Sheet decoding")
struct SheetDecodingTests {
  struct Measure: Decodable, Equatable {
    var name: String
    var target: Double?
    var count: Int?
    var isActive: Bool?
    var since: SerialDate?

    enum CodingKeys: String, CodingKey {
      case name = "Measure"
      case target = "Target 2026"
      case count = "Count"
      case isActive = "Active"
      case since = "Since"
    }
  }

  static let headings = "ABCDE".map { "\($0)" }.enumerated().map { index, letter in
    let text = ["measure", " Target\n2026 ", "Count", "Active", "Since"][index]
    return "<c r=\"\(letter)2\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
  }.joined()

  static func sheet(_ rows: String) throws -> Sheet {
    var builder = WorkbookBuilder(
      rows: "<row r=\"1\"><c r=\"A1\"/></row><row r=\"2\">\(headings)</row>" + rows)
    builder.styles = "<cellXfs><xf/><xf numFmtId=\"14\"/></cellXfs>"
    return try Workbook.made(builder).sheets[0]
  }

  @Test func findsColumnsByTheirHeadings() throws {
    let sheet = try Self.sheet(
      "<row r=\"3\"><c r=\"A3\" t=\"str\"><v>NPS</v></c><c r=\"B3\"><v>1.5</v></c><c r=\"C3\"><v>7</v></c>"
        + "<c r=\"D3\" t=\"b\"><v>1</v></c><c r=\"E3\" s=\"1\"><v>45322</v></c></row><row r=\"4\"><c r=\"A4\"/></row>"
        + "<row r=\"5\"><c r=\"A5\"><v>12</v></c></row><row r=\"6\"><c r=\"A6\" s=\"1\"><v>45322</v></c></row>"
    )
    let measures = try sheet.decode(Measure.self)
    #expect(measures.map(\.name) == ["NPS", "12", "2024-01-31"])
    #expect(measures[0].target == 1.5)
    #expect(measures[0].count == 7)
    #expect(measures[0].isActive == true)
    #expect(measures[0].since?.description == "2024-01-31T00:00:00")
    #expect(measures[1].target == nil && measures[1].since == nil)
  }

  @Test func looksAtARangeAndFromAHeaderRowOn() throws {
    let sheet = try Self.sheet(
      "<row r=\"3\"><c r=\"A3\" t=\"str\"><v>one</v></c></row><row r=\"4\"><c r=\"A4\" t=\"str\"><v>two</v></c></row>"
        + "<row r=\"5\"><c r=\"A5\" t=\"str\"><v>three</v></c></row>")
    #expect(try sheet.decode(Measure.self, in: CellRange("A2:A4")).map(\.name) == ["one", "two"])
    #expect(try sheet.decode(Measure.self, headerRow: 2).map(\.name) == ["one", "two", "three"])
    var names: [String] = []
    try sheet.decodeEachRow(Measure.self) { names.append($0.name) }
    #expect(names == ["one", "two", "three"])
  }

  @Test(
    "names the cell, the heading and what stands there",
    arguments: [
      ("<c r=\"B3\"><v>1</v></c>", "A3: under 'Measure' stands nothing, not a text"),
      (
        "<c r=\"A3\"><v>1</v></c><c r=\"B3\" t=\"str\"><v>high</v></c>",
        "B3: under 'Target 2026' stands 'high', not a number"
      ),
      (
        "<c r=\"A3\"><v>1</v></c><c r=\"C3\"><v>1.5</v></c>",
        "C3: under 'Count' stands the number 1.5, not a whole number from "
          + "-9223372036854775808 to 9223372036854775807"
      ),
      (
        "<c r=\"A3\"><v>1</v></c><c r=\"C3\"><v>1e300</v></c>",
        "C3: under 'Count' stands the number 1e+300, not a whole number from "
          + "-9223372036854775808 to 9223372036854775807"
      ),
      (
        "<c r=\"A3\"><v>1</v></c><c r=\"D3\"><v>1</v></c>",
        "D3: under 'Active' stands the number 1.0, not TRUE or FALSE"
      ),
      (
        "<c r=\"A3\" t=\"e\"><v>#N/A</v></c>",
        "A3: under 'Measure' stands the error #N/A, not a text"
      ),
      (
        "<c r=\"A3\"><v>1</v></c><c r=\"E3\"><v>-5</v></c>",
        "E3: under 'Since' stands the number -5.0, not a date"
      ),
    ])
  func refuses(cells: String, sentence: String) throws {
    let sheet = try Self.sheet("<row r=\"3\">\(cells)</row>")
    let error = #expect(throws: WorkbookError.self) { try sheet.decode(Measure.self) }
    #expect(error?.code == .undecodable)
    #expect(error?.description == "book.xlsx: Sheet1!\(sentence)")
  }

  @Test func saysWhichColumnIsMissing() throws {
    struct Other: Decodable { var owner: String }
    let sheet = try Self.sheet("<row r=\"3\"><c r=\"A3\"><v>1</v></c></row>")
    let error = #expect(throws: WorkbookError.self) { try sheet.decode(Other.self) }
    #expect(
      error?.description
        == "book.xlsx: Sheet1: no column is headed 'owner', which must hold a text")
  }

  @Test("refuses a header row without a text", arguments: [1, 3, 9])
  func headerWithoutText(row: Int) throws {
    let sheet = try Self.sheet("<row r=\"3\"><c r=\"A3\"><v>1</v></c></row>")
    let error = #expect(throws: WorkbookError.self) {
      try sheet.decode(Measure.self, headerRow: row)
    }
    #expect(error?.code == .undecodable)
    #expect(
      error?.description == "book.xlsx: Sheet1: row \(row) has no text to be a heading; name the "
        + "row with the headings")
  }

  @Test func makesADictionaryOfTheHeadings() throws {
    let sheet = try Self.sheet(
      "<row r=\"3\"><c r=\"A3\" t=\"str\"><v>NPS</v></c><c r=\"B3\"><v>1.5</v></c><c r=\"C3\"/></row>"
    )
    #expect(
      try sheet.decode([String: String].self) == [["measure": "NPS", "Target 2026": "1.5"]])
  }

  @Test func readsRowsBehindOneThatLiesBelowTheRange() throws {
    let sheet = try Self.sheet(
      "<row r=\"9\"><c r=\"A9\" t=\"str\"><v>nine</v></c></row>"
        + "<row r=\"3\"><c r=\"A3\" t=\"str\"><v>three</v></c></row>")
    #expect(try sheet.decode(Measure.self, in: CellRange("A2:A4")).map(\.name) == ["three"])
  }
}
