import Foundation
import Testing
import Zip

@testable import SpreadsheetML

@Suite("A workbook with all the writer can make")
struct ShowcaseTests {
  private let bytes: [UInt8]

  init() throws { bytes = try WorkbookWriter.bytes(Showcase.write) }

  /// The file can be had for a look, and to compare it with another library's: see Tests/Peers.
  @Test func isTheSameEveryTime() throws {
    #expect(try WorkbookWriter.bytes(Showcase.write) == bytes)
    if let path = ProcessInfo.processInfo.environment["KPIBOOK_SHOWCASE"] {
      try Data(bytes).write(to: URL(fileURLWithPath: path))
    }
  }

  @Test func readsBackAsItWasWritten() throws {
    let book = try Workbook.open(bytes: bytes)
    #expect(book.sheets.map(\.name) == ["Measures", "Scores", "Input", "Notes & more", "Lists"])
    #expect(
      book.sheets.map(\.visibility) == [.visible, .visible, .visible, .hidden, .hidden])
    let measures = try book.sheet(named: "Measures")
    let cells = try measures.cells()
    #expect(cells["A1"] == .text("Customer measures"))
    #expect(cells["C3"] == .number(0.31))
    #expect(cells["D4"] == .number(2469))
    #expect(cells["A5"] == .text("All"))
    #expect(cells["B6"] == .text("bold and plain red"))
    #expect(try measures.tables().map(\.range.description) == ["A2:F5"])
    let texts = try book.sheet(named: "Notes & more").cells()
    #expect(texts["B1"] == .text("=SUM(A1)"))
    #expect(texts["C1"] == .text("  blanks  "))
    #expect(texts["E1"] == .text("_x0041_"))
    let input = try book.sheet(named: "Input").cells()
    #expect(input["B9"] == .number(135))
    #expect(input["B13"] == .error(.notAvailable))
    #expect(book.definedNames.contains { $0.name == "Ceiling" && $0.formula == "Input!$B$3" })
  }

  @Test func hasEveryPartItRefersTo() throws {
    let archive = try ZipReader(file: RandomAccessFile(bytes: bytes))
    let names = Set(archive.entries.map(\.name))
    let types = String(
      decoding: try archive.read(try #require(archive.entries.last)), as: UTF8.self)
    for name in names where !name.hasSuffix(".rels") && name != "[Content_Types].xml" {
      #expect(types.contains("/\(name)") || name.hasSuffix(".vml"), "\(name) has no type")
    }
    #expect(names.filter { $0.hasPrefix("xl/charts/") }.count == 3)
    #expect(names.contains("xl/comments4.xml"))
  }
}
