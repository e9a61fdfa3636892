import SpreadsheetML
import Testing

@testable import TableConversion

@Suite("Texts that are larger than a sheet")
struct ConversionLimitsTests {
  @Test func namesTheFieldThatIsTooLong() {
    let long = String(repeating: "é", count: 32_768)
    #expect(
      refusal("a,b\nx,\(long)\n")
        == "2:3: the field that begins here has 32768 characters and a cell holds at most 32,767; "
        + "shorten it or have it cut off")
    #expect(refusal("a,\(long)\n1,2\n") != "")
  }

  @Test func takesTheLongestFieldThereIs() throws {
    let longest = String(repeating: "é", count: 32_767)
    #expect(try Converted("a\n\(longest)\n").value("A2") == .text(longest))
  }

  @Test func cutsFieldsBetweenCharacters() throws {
    let converted = try Converted("a\n\(String(repeating: "𝄞", count: 20_000))\n") {
      $0.truncates = true
    }
    // A character beyond U+FFFF counts two, so one place is left empty.
    #expect(
      try converted.value("A2") == .text(String(repeating: "𝄞", count: 16_383)))
    #expect(converted.report.truncatedFields == 1)
    let heading = try Converted("\(String(repeating: "h", count: 40_000))\n1\n") {
      $0.truncates = true
      $0.hasHeader = true
    }
    #expect(try heading.value("A1") == .text(String(repeating: "h", count: 32_767)))
  }

  @Test func namesTheRecordThatIsTooWide() throws {
    let wide = String(repeating: "1,", count: 16_384) + "1"
    #expect(
      refusal("a\n\(wide)\n")
        == "2:32769: the record has 16385 fields and a sheet at most 16,384 columns, so there is no "
        + "place for the field that begins here; cut it off or transpose the table")
    let cut = try Converted("a\n\(wide)\n") { $0.truncates = true }
    #expect(cut.report.truncatedRecords == 1)
    #expect(try cut.value("XFD2") == .number(1))
  }

  @Test func goesOnOnAnotherSheet() throws {
    // Blank lines take rows and next to no time.
    let text = "n,m\n1,2\n" + String(repeating: "\n", count: 1_048_573) + "3,4\n5,6\n7,8\n"
    let converted = try Converted(text) { $0.sheetName = "A name of just thirty character" }
    #expect(converted.report.records == 1_048_578)
    #expect(
      converted.report.sheets == [
        "A name of just thirty character", "A name of just thirty chara (2)",
      ])
    let first = try converted.book.sheets[0].cells()
    #expect(first["A1048576"] == .number(3))
    let second = try converted.book.sheets[1].cells()
    #expect(second["A1"] == .text("n"))
    #expect(second["B2"] == .number(6))
    #expect(second["A3"] == .number(7))
    #expect(second["A4"] == .blank)
  }

  @Test func startsNoSheetForNothing() throws {
    let text = "n\n" + String(repeating: "\n", count: 1_048_574) + "9\n"
    let converted = try Converted(text) { $0.hasHeader = true }
    #expect(converted.report.sheets.count == 1)
    #expect(try converted.value("A1048576") == .number(9))
  }
}
