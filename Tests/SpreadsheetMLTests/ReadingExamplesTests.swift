import Foundation
import SpreadsheetML
import Testing

/// The example of README, as it stands there.
@Suite("Examples of reading")
struct ReadingExamplesTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// What README shows, but for the folder of the file.
  private func readsASheet(_ folder: String) throws -> (rows: Int, measures: [(String, String?)]) {
    var count = 0
    let book = try Workbook.open(folder + "samples/customer-measures-en.xlsx")
    let sheet = try book.sheet(named: "Customer measures")
    for row in try sheet.cells().rows { count += row[column: "A"] == .blank ? 0 : 1 }

    struct Measure: Decodable {
      var name: String
      var owner: String?
      enum CodingKeys: String, CodingKey { case name = "Measure", owner = "Owner" }
    }
    let measures = try sheet.decode(Measure.self, headerRow: 5)
    return (count, measures.map { ($0.name, $0.owner) })
  }

  @Test func readsTheSampleAsREADMESays() throws {
    let (rows, measures) = try readsASheet(Self.root.path + "/")
    // 53 measures, 11 bands, three title lines, the header and four lines below.
    #expect(rows == 53 + 11 + 4 + 4)
    #expect(measures.contains { $0.0.hasPrefix("Net Promoter Score") && $0.1 != nil })
  }

  @Test func standsInREADME() throws {
    let shown = try String(
      contentsOf: Self.root.appendingPathComponent("README.md"), encoding: .utf8)
    let block = try #require(
      shown.components(separatedBy: "```swift\n").dropFirst().first?
        .components(separatedBy: "```").first)
    let own = try String(contentsOfFile: #filePath, encoding: .utf8)
    let lines = Set(own.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) })
    for line in block.split(separator: "\n").map({ $0.trimmingCharacters(in: .whitespaces) }) {
      let isOwn =
        lines.contains(line) || line == "import SpreadsheetML"
        || line.hasPrefix("let book = ") || line.hasPrefix("for row in ")
      #expect(isOwn, "\(line)")
    }
  }
}
