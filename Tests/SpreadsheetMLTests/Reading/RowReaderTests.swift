import TestSupport
import Testing

@testable import SpreadsheetML

@Suite("RowReader")
struct RowReaderTests {
  @Test func readsRowAfterRowAndThenNothing() throws {
    let rows = "<row r=\"2\"><c r=\"B2\" s=\"1\"><v>5</v></c></row><row r=\"4\"/>"
    let reader = try Workbook.made(WorkbookBuilder(rows: rows)).sheets[0].rows()
    let first = try #require(try reader.readRow())
    #expect(first.number == 2)
    #expect(first.cells.map(\.reference.description) == ["B2"])
    #expect(first.cells[0].style == StyleIndex(1))
    #expect(first[column: "B"] == .number(5))
    #expect(try reader.readRow()?.cells.isEmpty == true)
    #expect(try reader.readRow() == nil)
    #expect(try reader.readRow() == nil)
  }

  @Test func readsTheSharedTextsOnlyWhenACellNeedsThem() throws {
    var builder = WorkbookBuilder(
      rows: "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"
        + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c></row>")
    builder.sharedItems = "<damaged"
    let reader = try Workbook.made(builder).sheets[0].rows()
    #expect(try reader.readRow()?.number == 1)
    let error = #expect(throws: WorkbookError.self) { try reader.readRow() }
    #expect(error?.description.hasPrefix("book.xlsx: xl/sharedStrings.xml: ") == true)
  }

  @Test func startsAnewEachTime() throws {
    let sheet = try Workbook.made(WorkbookBuilder(rows: WorkbookPackageTests.row)).sheets[0]
    for _ in 0..<3 {
      let reader = try sheet.rows()
      #expect(try reader.readRow()?.number == 1)
      #expect(try reader.readRow() == nil)
    }
  }

  @Test func movesOnWithoutMakingValues() throws {
    let rows = "<row r=\"1\"><c r=\"A1\"><v>no number</v></c></row><row r=\"2\"/>"
    let reader = try Workbook.made(WorkbookBuilder(rows: rows)).sheets[0].rows()
    #expect(try reader.advance())
    #expect(try reader.advance())
    #expect(try !reader.advance())
  }

  @Test("refuses rows past the last of a sheet rather than losing their cells")
  func pastTheLastRow() throws {
    let rows = "<row r=\"1048576\"/><row><c><v>5</v></c></row>"
    let sheet = try Workbook.made(WorkbookBuilder(rows: rows)).sheets[0]
    let reading = try expectAgreement(sheet)
    #expect(reading.error != nil)
  }

  @Test func readsMoreRowsThanTheWindowHolds() throws {
    var random = SplitMix(seed: 7)
    var rows = ""
    for number in 1...700 {
      rows += "<row r=\"\(number)\" spans=\"1:9\">"
      for letter in ["A", "B", "C", "E", "AA"] {
        rows += "<c r=\"\(letter)\(number)\" s=\"\(Int.random(in: 0...9, using: &random))\""
        switch Int.random(in: 0...6, using: &random) {
        case 0: rows += " t=\"s\"><v>\(Int.random(in: 0...2, using: &random))</v></c>"
        case 1: rows += " t=\"inlineStr\"><is><t>text &amp; more \(number)</t></is></c>"
        case 2: rows += " t=\"str\"><f>A1&amp;\(number)</f><v>tëxt \(number)</v></c>"
        case 3: rows += "/>"
        case 4: rows += " t=\"b\"><v>1</v></c>"
        default: rows += "><v>\(Double.random(in: -9...9, using: &random))</v></c>"
        }
      }
      rows += "</row>"
    }
    var builder = WorkbookBuilder(rows: rows)
    builder.sharedItems = SheetCase.items
    #expect(rows.utf8.count > 140_000)
    let reading = try expectAgreement(Workbook.made(builder).sheets[0])
    #expect(reading.rows.count == 700)
  }
}

@Suite("RowCells")
struct RowCellsTests {
  @Test func tellsKindsStylesAndColumnsWithoutValues() throws {
    let rows =
      "<row r=\"3\" hidden=\"1\"><c r=\"A3\"/><c r=\"B3\" s=\"2\"><v>1.5</v></c><c r=\"C3\" t=\"s\"><v>1</v></c>"
      + "<c r=\"D3\" t=\"str\"><v>x_x0041_é</v></c><c r=\"E3\" t=\"b\"><v>1</v></c><c r=\"F3\" t=\"e\"><v>#N/A</v></c>"
      + "<c r=\"G3\" t=\"d\"><v>2024-01-31</v></c><c r=\"H3\" t=\"str\"><v>a&amp;b</v></c></row>"
    var builder = WorkbookBuilder(rows: rows)
    builder.sharedItems = SheetCase.items
    var count = 0
    try Workbook.made(builder).sheets[0].rows().forEachRow { row in
      count += 1
      let (number, isHidden, cells) = (row.number, row.isHidden, row.count)
      #expect(number == 3)
      #expect(isHidden)
      #expect(cells == 8)
      let kinds = (0..<cells).map { row.kind(at: $0) }
      #expect(kinds == [.blank, .number, .text, .text, .boolean, .error, .isoDate, .text])
      let columns = (0..<cells).map { row.column(at: $0) }
      #expect(columns == [1, 2, 3, 4, 5, 6, 7, 8])
      let style = row.style(at: 1)
      #expect(style == StyleIndex(2))
      let value = try row.number(at: 1)
      #expect(value == 1.5)
      let texts = try [2, 3, 5, 6, 7].map { place in
        try row.withText(at: place) { bytes in
          unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
        }
      }
      #expect(texts == ["one", "xAé", "#N/A", "2024-01-31", "a&b"])
      let values = try (0..<cells).map { try row.value(at: $0) }
      #expect(values.prefix(3) == [.blank, .number(1.5), .text("one")])
      #expect(values[4] == .boolean(true))
    }
    #expect(count == 1)
  }

  @Test func endsWithTheErrorOfTheClosure() throws {
    struct Enough: Error {}
    let sheet = try Workbook.made(WorkbookBuilder(rows: WorkbookPackageTests.row)).sheets[0]
    #expect(throws: Enough.self) { try sheet.rows().forEachRow { _ in throw Enough() } }
  }

  @Test("says that a text is no number, and names the cell")
  func noNumber() throws {
    let rows = "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>x</v></c><c r=\"B1\"/></row>"
    try Workbook.made(WorkbookBuilder(rows: rows)).sheets[0].rows().forEachRow { row in
      for place in 0..<row.count {
        var told: String?
        do { _ = try row.number(at: place) } catch { told = "\(error)" }
        let cell = place == 0 ? "A1" : "B1"
        #expect(told?.hasPrefix("book.xlsx: Sheet1!\(cell): ") == true)
      }
    }
  }
}
