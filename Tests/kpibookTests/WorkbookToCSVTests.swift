import Foundation
import Testing

@Suite("kpibook convert, workbook to CSV")
struct WorkbookToCSVTests {
  private let sample = "samples/customer-measures-en.xlsx"

  @Test func writesASheetToAFile() throws {
    let folder = try TemporaryFolder()
    let result = try Tool.run(["convert", sample, folder.path("out.csv"), "--sheet", "2"])
    #expect(result.status == 0)
    #expect(result.output.isEmpty && result.errors.isEmpty)
    let text = try String(contentsOfFile: folder.path("out.csv"), encoding: .utf8)
    #expect(text.contains("Customer satisfaction score (CSAT)"))
    #expect(try folder.names() == ["out.csv"])
  }

  @Test func writesStoredFractionsAndShownPercents() throws {
    let stored = try Tool.run(["convert", sample, "-", "--to", "csv", "--sheet", "2"]).output
    let shown = try Tool.run(
      ["convert", sample, "-", "--to", "csv", "--sheet", "2", "--values", "shown"]
    ).output
    let isPercent = /,0\.[0-9]+,/
    #expect(stored.contains(isPercent))
    #expect(shown.contains("%"))
    #expect(stored.split(separator: "\n").count == shown.split(separator: "\n").count)
  }

  @Test(
    "A sheet is meant by name, by index from 1, and by name in other case",
    arguments: [
      "Customer measures", "2", "CUSTOMER MEASURES",
    ])
  func choosesASheet(word: String) throws {
    let result = try Tool.run(["convert", sample, "-", "--to", "csv", "--sheet", word])
    #expect(result.status == 0)
    #expect(result.output.contains("Net Promoter Score (NPS)"))
  }

  @Test func readsAWorkbookFromStandardInput() throws {
    let book = try Data(contentsOf: Tool.root.appendingPathComponent(sample))
    let piped = try Tool.run("convert - - --from xlsx --to tsv --sheet 2", input: book)
    #expect(piped.status == 0)
    #expect(piped.output.contains("Net Promoter Score (NPS)\t"))
  }

  @Test func namesTheSheetsWhenThereIsNoneSuch() throws {
    let result = try Tool.run(["convert", sample, "-", "--to", "csv", "--sheet", "Mesures"])
    #expect(result.status == 2)
    #expect(
      result.errors
        == "\(sample): error: there is no sheet 'Mesures'; there are Guide, 'Customer measures', "
        + "Chart, Lists\n")
  }

  @Test func leavesTheOldFileWholeWhenTheInputIsDamaged() throws {
    let folder = try TemporaryFolder()
    try Data("old".utf8).write(to: folder.url.appendingPathComponent("out.csv"))
    var book = try Data(contentsOf: Tool.root.appendingPathComponent(sample))
    book[book.count / 2] ^= 0xff
    try book.write(to: folder.url.appendingPathComponent("bad.xlsx"))
    // Whichever sheet the damaged byte lies in, one of them cannot be read.
    let results = try (1...4).map {
      try Tool.run(["convert", folder.path("bad.xlsx"), folder.path("out.csv"), "--sheet", "\($0)"])
    }
    let failed = results.filter { $0.status != 0 }
    for result in failed {
      #expect(result.status == 2)
      #expect(result.errors.hasPrefix(folder.path("bad.xlsx") + ": "))
      #expect(result.errors.split(separator: "\n").count == 1)
    }
    if failed.count == 4 {
      #expect(try String(contentsOfFile: folder.path("out.csv"), encoding: .utf8) == "old")
    }
    #expect(try folder.names() == ["bad.xlsx", "out.csv"])
  }

  @Test(
    "What is no workbook is refused with its name and kind",
    arguments: [
      ("%PDF-1.7 and so on", "no zip end record was found; the file is cut short or not an .xlsx"),
      ("", "the file is empty, so it is no workbook"),
      (
        "\u{d0}\u{cf}\u{11}\u{e0}\u{a1}\u{b1}\u{1a}\u{e1}",
        "this is an older or encrypted Office file (OLE2), not a zip package; "
          + "save it as .xlsx without a password"
      ),
    ])
  func refusesOtherFiles(content: String, reason: String) throws {
    let folder = try TemporaryFolder()
    let bytes = Data(content.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) })
    try bytes.write(to: folder.url.appendingPathComponent("odd.xlsx"))
    let result = try Tool.run(["convert", folder.path("odd.xlsx"), folder.path("out.csv")])
    #expect(result.status == 2)
    #expect(result.errors == "\(folder.path("odd.xlsx")): error: \(reason)\n")
    #expect(try folder.names() == ["odd.xlsx"])
  }

  @Test func saysThatAFileIsMissing() throws {
    let result = try Tool.run("convert no-such-file.xlsx out.csv")
    #expect(result.status == 2)
    #expect(
      result.errors
        == "no-such-file.xlsx: error: there is no such file; check the name and the folder\n")
  }

  @Test func asksForTheFormOfAnUnknownEnding() throws {
    let result = try Tool.run("convert \(sample) out.dat")
    #expect(result.status == 64)
    #expect(result.errors.contains("--to"))
  }
}
