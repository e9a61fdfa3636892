import SpreadsheetML
import Testing

@Suite("CellRange")
struct CellRangeTests {
  @Test(
    "reads a range and writes it as Excel does",
    arguments: [
      ("B2:D9", "B2:D9", 8, 3), ("$B$2:$D$9", "B2:D9", 8, 3), ("D9:B2", "B2:D9", 8, 3),
      ("B9:D2", "B2:D9", 8, 3), ("B2", "B2", 1, 1), ("B2:B2", "B2", 1, 1),
      ("B:D", "B1:D1048576", 1_048_576, 3), ("$B:$D", "B1:D1048576", 1_048_576, 3),
      ("D:B", "B1:D1048576", 1_048_576, 3), ("2:9", "A2:XFD9", 8, 16_384),
      ("$2:$9", "A2:XFD9", 8, 16_384), ("A1:XFD1048576", "A1:XFD1048576", 1_048_576, 16_384),
    ] as [(String, String, Int, Int)])
  func reads(text: String, written: String, rows: Int, columns: Int) throws {
    let range = try #require(CellRange(text))
    #expect(range.description == written)
    #expect(range.rowCount == rows)
    #expect(range.columnCount == columns)
  }

  @Test(
    "refuses what is no range",
    arguments: [
      "", ":", "A1:", ":A1", "A1:B", "B2:D", "A1:2", "2:A1", "B:3", "3:B", "A1:B2:C3", "A:", "1:",
      "A0:B2", "$:$", "A$:B", "$$2:3", "2$:3", "B1:", "²:³", "XFE:XFE", "0:5", "1:1048577", "A1 B2",
      "Sheet1!A1", "#REF!", "2", "B",
    ])
  func refuses(text: String) {
    #expect(CellRange(text) == nil)
  }

  @Test func containsItsCellsOnly() throws {
    let range = try #require(CellRange("B2:D9"))
    for (address, isInside) in [
      ("B2", true), ("D9", true), ("C5", true), ("A2", false), ("E9", false), ("B1", false),
      ("D10", false),
    ] {
      #expect(range.contains(try #require(CellReference(address))) == isInside)
    }
  }
}
