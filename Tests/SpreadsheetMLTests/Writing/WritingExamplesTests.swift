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

  @Test func writesAWorkbook() throws {
    let bytes = try WorkbookWriter.bytes { book in
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
    let sheet = try Workbook.open(bytes: bytes).sheet(named: "Measures")
    #expect(try sheet.cells()["C2"] == .number(0.31))
    #expect(try sheet.styles().numberFormat(StyleIndex(2)).text(for: 0.31) == "31 %")
    #expect(try sheet.styles().appearance(StyleIndex(1)).isBold)
  }

  @Test func writesATable() throws {
    let bytes = try WorkbookWriter.bytes { book in
      let sheet = try book.addSheet("Measures")
      try sheet.beginTable("Measures", columns: ["Code", "Name", "Target"])
      for measure in measures {
        try sheet.writeRow([.text(measure.code), .text(measure.name), .number(measure.target)])
      }
      let table = try sheet.endTable(totals: [nil, .count, .average], label: "All")
      #expect(table.description == "A1:C4")
    }
    let tables = try Workbook.open(bytes: bytes).sheets[0].tables()
    #expect(tables.map(\.name) == ["Measures"])
    #expect(tables.first?.hasTotalsRow == true)
  }

  @Test func writesRulesAndCharts() throws {
    let bytes = try WorkbookWriter.bytes { book in
      let data = try book.addSheet("Data")
      try data.writeRow(["Month", "Score"])
      for month in 1...12 {
        try data.writeRow([.number(Double(month)), .number(Double(month * 3))])
      }
      try data.addInputRule(.decimal(-100...100), to: "B2:B13")
      try data.addConditionalFormat(.cells(.lessThan("10"), .bad), to: "B2:B13")
      try data.addConditionalFormat(.dataBar(0x5B9BD5), to: "B2:B13")
      var chart = Chart(.column, title: "Net promoter score")
      chart.series = [
        ChartSeries("Data!$B$1", categories: "Data!$A$2:$A$13", values: "Data!$B$2:$B$13")
      ]
      try data.addChart(chart, at: "D2:L18")
    }
    #expect(try Workbook.open(bytes: bytes).sheets[0].cells()["B13"] == .number(36))
  }
}
