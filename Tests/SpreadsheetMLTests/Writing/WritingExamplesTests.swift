import Foundation
import Testing

@testable import SpreadsheetML

/// The examples of the documentation, as they stand there.
@Suite("Examples of writing")
struct WritingExamplesTests {
  struct Measure {
    var code: String
    var name: String
    var target: Double
  }

  private let measures = [
    Measure(code: "C-01", name: "Share of repeat buyers", target: 0.31),
    Measure(code: "C-02", name: "Net promoter score", target: 0.44),
  ]

  private func cells(of measure: Measure) -> [CellContent] {
    [.text(measure.code), .text(measure.name), .number(measure.target)]
  }

  /// Runs a body in a folder that goes afterwards.
  private func inFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("kpibook-examples-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  @Test func writesAFile() throws {
    try inFolder { folder in
      let path = folder.appendingPathComponent("hello.xlsx").path
      try WorkbookWriter.write(to: path) { book in
        try book.addSheet("Greeting").writeRow(["hello", 1, true])
      }
      #expect(try Workbook.open(path).sheets[0].cells()["A1"] == .text("hello"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 1)
    }
  }

  @Test func writesAWorkbook() throws {
    try inFolder { folder in
      let path = folder.appendingPathComponent("measures.xlsx").path
      try WorkbookWriter.write(to: path) { book in
        let heading = try book.style(
          CellStyle(font: CellFont(isBold: true, color: .white), fill: .solid(0x1F3864)))
        let percent = try book.style(CellStyle(numberFormat: "0 %"))

        var layout = SheetLayout()
        layout.columns = [.width(8), .fitted(), .width(10)]
        layout.frozenRows = 1
        let sheet = try book.addSheet("Measures", layout)
        try sheet.writeRow(["Code", "Name", "Target"], style: heading)
        try sheet.writeRow(["C-01", "Share of repeat buyers", .number(0.31, percent)])
      }
      let sheet = try Workbook.open(path).sheet(named: "Measures")
      #expect(try sheet.cells()["C2"] == .number(0.31))
      #expect(try sheet.styles().numberFormat(StyleIndex(2)).text(for: 0.31) == "31 %")
      #expect(try sheet.styles().appearance(StyleIndex(1)).isBold)
    }
  }

  @Test func laysASheetOut() throws {
    let bytes = try WorkbookWriter.bytes { book in
      var layout = SheetLayout()
      layout.columns = [.width(8), .width(34), .fitted()]
      layout.frozenRows = 1
      let sheet = try book.addSheet("Measures", layout)

      let heading = try book.style(
        CellStyle(
          font: CellFont(isBold: true, color: .white), fill: .solid(0x1F3864),
          alignment: CellAlignment(vertical: .center, wrapsText: true)))
      let percent = try book.style(CellStyle(numberFormat: "0.0 %"))
      let navy: CellColor = 0x1F3864
      let same = CellColor("1F3864")
      #expect(same == navy)

      try sheet.writeRow(["Code", "Name", "Status"], style: heading)
      for measure in measures { try sheet.writeRow([.text(measure.code), .text(measure.name)]) }
      try sheet.addInputRule(.list(["open", "met", "missed"]), to: "C2:C99")
      try sheet.writeRow(["", "", .number(0.5, percent)])
    }
    let cells = try Workbook.open(bytes: bytes).sheets[0].cells()
    #expect(cells["B3"] == .text("Net promoter score"))
    #expect(cells["C4"] == .number(0.5))
  }

  @Test func writesRowsAsTheyLook() throws {
    let bytes = try WorkbookWriter.bytes { book in
      let bold = try book.style(CellStyle(font: CellFont(isBold: true)))
      var layout = SheetLayout()
      layout.print.footer = PageText(left: "Customer measures", right: "Page \(PageText.page)")
      let sheet = try book.addSheet("Regions", layout)
      try sheet.writeRow(["North", 12, 0.31, true, nil])
      try sheet.writeRow([.text("Total", bold), .formula("SUM(B2:B9)", result: .number(12))])
    }
    let cells = try Workbook.open(bytes: bytes).sheets[0].cells()
    #expect(cells["D1"] == .boolean(true))
    #expect(cells["B2"] == .number(12))
  }

  @Test func writesATable() throws {
    let bytes = try WorkbookWriter.bytes { book in
      let sheet = try book.addSheet("Measures")
      try sheet.beginTable("Measures", columns: ["Code", "Name", "Target"])
      for measure in measures { try sheet.writeRow(cells(of: measure)) }
      try sheet.endTable()
    }
    let tables = try Workbook.open(bytes: bytes).sheets[0].tables()
    #expect(tables.map(\.name) == ["Measures"])
    #expect(tables.map(\.range.description) == ["A1:C3"])
  }

  @Test func writesRulesAndCharts() throws {
    let bytes = try WorkbookWriter.bytes { book in
      let sheet = try book.addSheet("Data")
      try sheet.writeRow(["Month", "Score"])
      for month in 1...12 {
        try sheet.writeRow([.number(Double(month)), .number(Double(month * 3))])
      }
      try sheet.addInputRule(.list(["Monthly", "Quarterly", "Yearly"]), to: "D2:D54")
      try sheet.addConditionalFormat(.cells(.lessThan("$G2"), .bad), to: "F2:F54")
      try sheet.addConditionalFormat(.dataBar(0x5B9BD5), to: "H2:H54")
      try sheet.addSparklines(
        Sparklines(.line, color: 0x1F3864),
        [("N2", "Data!B2:M2"), ("N3", "Data!B3:M3")])
      var chart = Chart(.column, title: "Net promoter score")
      chart.series = [
        ChartSeries("Data!$B$1", categories: "Data!$A$2:$A$13", values: "Data!$B$2:$B$13")
      ]
      try sheet.addChart(chart, at: "H2:P18")
    }
    #expect(try Workbook.open(bytes: bytes).sheets[0].cells()["B13"] == .number(36))
  }

  @Test func writesAScorecard() throws {
    try inFolder { folder in
      let path = folder.appendingPathComponent("scorecard.xlsx").path
      try WorkbookWriter.write(to: path) { book in
        let title = try book.style(CellStyle(font: CellFont(size: 16, isBold: true)))
        let heading = try book.style(
          CellStyle(font: CellFont(isBold: true, color: .white), fill: .solid(0x1F3864)))
        let percent = try book.style(CellStyle(numberFormat: "0.0 %"))

        var layout = SheetLayout()
        layout.columns = [.width(30), .width(10), .width(10), .width(12), .width(16)]
        layout.frozenRows = 3
        layout.print.orientation = .landscape
        layout.print.paper = .a4
        layout.print.pagesWide = 1
        layout.print.titleRows = 3...3
        let sheet = try book.addSheet("Scorecard", layout)

        try sheet.writeRow([.text("Customer scorecard", title)])
        sheet.skipRows()
        try sheet.beginTable(
          "Scores", columns: ["Measure", "Target", "Actual", "Status", "Trend"], style: heading)
        try sheet.writeRow([
          "Repeat buyers", .number(0.35, percent), .number(0.31, percent), "open",
        ])
        try sheet.writeRow([
          "On-time answers", .number(0.9, percent), .number(0.94, percent), "met",
        ])
        let table = try sheet.endTable(totals: [nil, .average, .average], label: "Mean")

        try sheet.addInputRule(
          .list(["open", "met", "missed"]).refusing("Status", "Choose one of the list."),
          to: "D4:D5")
        try sheet.addConditionalFormat(.formula("$C4>=$B4", .good), to: "C4:C5")
        try sheet.addConditionalFormat(.formula("$C4<$B4", .bad), to: "C4:C5")
        try sheet.addSparklines(
          Sparklines(.line), [("E4", "Past!B1:G1"), ("E5", "Past!B2:G2")])
        try sheet.addNote("Share of customers with two orders or more.", at: "A4")
        #expect(table.description == "A3:E6")

        let past = try book.addSheet("Past")
        try past.writeRow(["Repeat buyers", 0.28, 0.29, 0.27, 0.30, 0.30, 0.31])
        try past.writeRow(["On-time answers", 0.81, 0.84, 0.88, 0.87, 0.92, 0.94])
      }
      let book = try Workbook.open(path)
      #expect(try book.sheets[0].tables().first?.hasTotalsRow == true)
      #expect(try book.sheets[0].cells()["C5"] == .number(0.94))
    }
  }

  /// The folder of the checkout.
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// A text without what formatting changes, the file's name being the test's own.
  private static func plain(_ text: some StringProtocol) -> String {
    text.split(separator: "\n")
      .map { $0.trimmingCharacters(in: .whitespaces) }
      .map {
        $0.hasPrefix("try WorkbookWriter.write(to: ") ? "try WorkbookWriter.write(to: path)" : $0
      }
      .joined()
      .filter { $0 != " " }
      .replacingOccurrences(of: ",])", with: "])")
  }

  @Test func holdsEveryExampleOfTheDocumentation() throws {
    let source = Self.plain(try String(contentsOfFile: #filePath, encoding: .utf8))
    let document = try String(
      contentsOf: Self.root.appendingPathComponent("docs/writing.md"), encoding: .utf8)
    let blocks = document.components(separatedBy: "```swift\n").dropFirst()
      .map { $0.components(separatedBy: "```")[0] }
    #expect(blocks.count >= 2)
    for block in blocks {
      let isHere = source.contains(Self.plain(block))
      #expect(isHere, "\(block)")
    }
  }

  @Test func holdsEveryExampleOfTheComments() throws {
    let source = Self.plain(try String(contentsOfFile: #filePath, encoding: .utf8))
    let folder = Self.root.appendingPathComponent("Sources/SpreadsheetML/Writing")
    let files = try #require(FileManager.default.enumerator(atPath: folder.path))
    var count = 0
    for case let file as String in files where file.hasSuffix(".swift") {
      let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
      var example: [String] = []
      var wasBlank = false
      for line in text.components(separatedBy: "\n") + [""] {
        let line = line.trimmingCharacters(in: .whitespaces)
        // An example stands four blanks in, after a line that says nothing.
        if line.hasPrefix("///     "), wasBlank || !example.isEmpty {
          example.append(String(line.dropFirst(8)))
        } else if line == "///" {
          wasBlank = true
        } else {
          wasBlank = false
          guard !example.isEmpty else { continue }
          count += 1
          let isHere = source.contains(Self.plain(example.joined(separator: "\n")))
          #expect(isHere, "\(file): \(example)")
          example = []
        }
      }
    }
    #expect(count >= 12)
  }
}
