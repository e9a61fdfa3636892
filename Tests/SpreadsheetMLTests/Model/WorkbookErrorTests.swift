import TestSupport
import Testing
import XMLStream
import Zip

@testable import SpreadsheetML

@Suite("WorkbookError")
struct WorkbookErrorTests {
  @Test func saysPlaceFaultAndCureInOneLine() {
    let error = WorkbookError(
      .damagedPart, "the text index 908 is past the 412 shared texts; the file is damaged",
      at: Place(file: "book.xlsx", sheet: "Measures", cell: CellReference("D14")))
    #expect(
      error.description
        == "book.xlsx: Measures!D14: the text index 908 is past the 412 shared texts; "
        + "the file is damaged")
  }

  @Test func keepsTheFileItHas() {
    let error = WorkbookError(.damagedPart, "it is damaged")
    #expect(error.description == "it is damaged")
    #expect(error.inFile("a.xlsx").inFile("b.xlsx").description == "a.xlsx: it is damaged")
  }

  @Test(
    "keeps the error of the archive as its cause",
    arguments: [
      (ZipError.Code.unreadable, WorkbookError.Code.unreadable), (.notAnArchive, .notAWorkbook),
      (.encrypted, .notAWorkbook), (.damaged, .damagedPart), (.checksum, .damagedPart),
      (.duplicateName, .damagedPart), (.overlappingEntries, .damagedPart),
      (.unsafeName, .damagedPart), (.unsupportedMethod, .damagedPart),
      (.limitExceeded, .limitExceeded),
    ])
  func zip(code: ZipError.Code, told: WorkbookError.Code) {
    let error = WorkbookError.zip(ZipError(code, "it is so", entry: "a"))
    #expect(error.code == told)
    #expect(error.description == "entry 'a': it is so")
    #expect((error.cause as? ZipError)?.code == code)
  }

  @Test func tellsAnArchivesErrorThroughXMLAsTheArchives() {
    let zip = ZipError(.checksum, "it is so", entry: "a")
    let error = WorkbookError.xml(.source(zip), at: Place(part: "xl/a.xml"))
    #expect(error.description == "xl/a.xml: entry 'a': it is so")
    #expect(error.code == .damagedPart)
    let cell = Place(sheet: "S", cell: CellReference("B7"))
    #expect(WorkbookError.xml(.source(zip), at: cell).description == "S!B7: entry 'a': it is so")
    // The entry is the part.
    #expect(
      WorkbookError.xml(.source(zip), at: Place(part: "a")).description == "entry 'a': it is so")
  }

  @Test func listsNoMoreThanTwelveSheets() {
    let names = (1...14).map { "KPI \($0)" }
    let error = WorkbookError.noSuchSheet("x", among: names)
    #expect(error.message.hasPrefix("there is no sheet 'x'; there are 'KPI 1', 'KPI 2', "))
    #expect(error.message.hasSuffix(", 'KPI 12' and 2 more"))
  }

  @Test func cutsLongValuesShort() {
    let long = String(repeating: "é", count: 1_000)
    #expect(
      WorkbookError.badValue(long, type: "number").message
        == "'\(String(repeating: "é", count: 40))…' is not a number; the file is damaged")
  }
}
