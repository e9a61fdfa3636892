import Glibc
import Testing
import Zip

@testable import SpreadsheetML

@Suite("A whole workbook")
struct WorkbookWriterTests {
  @Test func holdsThePartsOfAPackage() throws {
    let written = try Written { try $0.addSheet("Sheet").writeRow(["text", 1]) }
    #expect(
      written.names.sorted() == [
        "[Content_Types].xml", "_rels/.rels", "docProps/app.xml", "docProps/core.xml",
        "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml",
        "xl/worksheets/sheet1.xml",
      ])
    let types = try written.part("[Content_Types].xml")
    for name in written.names where name.hasSuffix(".xml") && name != "[Content_Types].xml" {
      #expect(types.contains("PartName=\"/\(name)\""))
    }
  }

  @Test func hasNoSharedTextsWithoutTexts() throws {
    let written = try Written { try $0.addSheet("Sheet").writeRow([1]) }
    #expect(!written.names.contains("xl/sharedStrings.xml"))
    #expect(!(try written.part("xl/_rels/workbook.xml.rels").contains("sharedStrings")))
  }

  @Test func readsBackAsItWasWritten() throws {
    let bytes = try WorkbookWriter.bytes { book in
      let first = try book.addSheet("First & last")
      try first.writeRow(["a", 1, true])
      first.skipRows()
      try first.writeRow([nil, "b"])
      let second = try book.addSheet("Second")
      try second.writeRow([2.5])
    }
    let book = try Workbook.open(bytes: bytes)
    #expect(book.sheets.map(\.name) == ["First & last", "Second"])
    let first = try book.sheets[0].cells()
    #expect(first["A1"] == .text("a"))
    #expect(first["B1"] == .number(1))
    #expect(first["C1"] == .boolean(true))
    #expect(first["B3"] == .text("b"))
    #expect(try book.sheets[1].cells()["A1"] == .number(2.5))
  }

  @Test func writesManyRowsInBlocks() throws {
    // Some 2 MB of markup: the preview of the first rows, then several blocks.
    let bytes = try WorkbookWriter.bytes { book in
      var layout = SheetLayout()
      layout.columns = [.fitted(), .fitted()]
      let sheet = try book.addSheet("Sheet", layout)
      for row in 1...20_000 {
        try sheet.writeRow([.number(Double(row)), .text("row \(row)"), .number(Double(row) / 8)])
      }
    }
    let rows = try Workbook.open(bytes: bytes).sheets[0].rows()
    var count = 0
    while let row = try rows.readRow() {
      count += 1
      #expect(row.number == count)
      #expect(row[column: "B"] == .text("row \(count)"))
      #expect(row[column: "C"] == .number(Double(count) / 8))
    }
    #expect(count == 20_000)
  }

  @Test func writesTheSameBytesForTheSameCalls() throws {
    func once() throws -> [UInt8] {
      try WorkbookWriter.bytes { book in
        let bold = try book.style(CellStyle(font: CellFont(isBold: true)))
        let sheet = try book.addSheet("Sheet")
        for row in 0..<6_000 {
          try sheet.writeRow([.text("t\(row % 90)", bold), .number(Double(row) * 1.1)])
        }
        try sheet.addInputRule(.list(["a, b"]), to: [range("D1")])
      }
    }
    let first = try once()
    for _ in 0..<3 { #expect(try once() == first) }
  }

  @Test func reservesTheNameOfItsListSheet() {
    #expect(
      refusal { sheet, book in
        try sheet.addInputRule(.list(["a, b"]), to: [range("A1")])
        _ = try book.addSheet("lists")
      } == "lists: another sheet is called 'lists'; names that differ by case only are the same")
    #expect(
      refusal { _, book in
        let lists = try book.addSheet("Lists")
        try lists.addInputRule(.list(["a, b"]), to: [range("A1")])
      } == "")
  }

  @Test func keepsTheSinksErrorAsItsCause() throws {
    struct Full: Error {}
    let error = #expect(throws: WorkbookError.self) {
      let book = try WorkbookWriter(ArchiveFunction { _ in throw Full() })
      let sheet = try book.addSheet("Sheet")
      for row in 0..<100_000 { try sheet.writeRow([.number(Double(row) * 0.77)]) }
      try book.finish()
    }
    #expect(error?.code == .unwritable)
    #expect(error?.cause is Full)
  }

  @Test func putsAFileInItsPlaceOnlyWhenItIsWhole() throws {
    struct Stopped: Error {}
    let path = "/tmp/kpibook-test-\(getpid())-whole.xlsx"
    defer { _ = unsafe unlink(path) }
    #expect(throws: Stopped.self) {
      try WorkbookWriter.write(to: path) { book in
        try book.addSheet("Sheet").writeRow([1])
        throw Stopped()
      }
    }
    #expect(unsafe access(path, F_OK) != 0)
    try WorkbookWriter.write(to: path) { try $0.addSheet("Sheet").writeRow([1]) }
    #expect(try Workbook.open(path).sheets[0].cells()["A1"] == .number(1))
  }

  @Test func namesTheFileItCannotWrite() {
    let error = #expect(throws: WorkbookError.self) {
      try WorkbookWriter.write(to: "/no/such/folder/book.xlsx") { _ in }
    }
    #expect(
      error?.description.hasPrefix("/no/such/folder/book.xlsx: the archive could not be written")
        == true)
  }
}
