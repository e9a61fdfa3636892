@testable import SpreadsheetML

/// A workbook with all the writer can make, in four sheets.
///
/// `Tests/Peers/showcase.py` makes the same with another library and compares the two part by part;
/// a change here needs one there.
enum Showcase {
  static func write(to book: WorkbookWriter) throws {
    book.properties.title = "Customer measures"
    book.properties.author = "Ada Example"
    book.properties.company = "Example & Sons"
    book.properties.custom = [("Audience", "client")]
    try writeMeasures(book)
    try writeScores(book)
    try writeInput(book)
    try writeNotes(book)
    try book.define("Ceiling", as: "Input!$B$3")
  }

  private static func writeMeasures(_ book: WorkbookWriter) throws {
    let title = try book.style(
      CellStyle(
        font: CellFont(size: 16, isBold: true, color: 0x1F3864),
        alignment: CellAlignment(horizontal: .center, vertical: .center), name: "Title"))
    let heading = try book.style(
      CellStyle(
        font: CellFont(isBold: true, color: .white), fill: .solid(0x1F3864),
        alignment: CellAlignment(vertical: .center, wrapsText: true)))
    let wrapped = try book.style(
      CellStyle(alignment: CellAlignment(vertical: .top, wrapsText: true)))
    let percent = try book.style(CellStyle(numberFormat: "0.0%"))
    let euro = try book.style(CellStyle(numberFormat: "#,##0.00\\ \"€\""))
    let day = try book.style(CellStyle(numberFormat: "dd\\.mm\\.yyyy"))
    let boxed = try book.style(
      CellStyle(
        font: CellFont(name: "Arial", size: 9, isItalic: true, underline: .double, isStruck: true),
        fill: .pattern(.lightUp, 0x7F7F7F, on: .white),
        border: CellBorder(
          left: BorderLine(.thin), right: BorderLine(.dashed), top: BorderLine(.double),
          bottom: BorderLine(.thick, color: 0xC00000)),
        alignment: CellAlignment(horizontal: .right, rotation: -30)))

    var layout = SheetLayout()
    layout.columns = [.width(8), .width(30), .width(12), .width(12), .width(12), .width(24)]
    layout.frozenRows = 2
    layout.frozenColumns = 1
    layout.tabColor = 0x1F3864
    layout.zoom = 90
    layout.showsGridLines = false
    layout.print.orientation = .landscape
    layout.print.paper = .a4
    layout.print.pagesWide = 1
    layout.print.titleRows = 1...2
    layout.print.isCentered = true
    layout.print.header = PageText(center: "Customer measures")
    layout.print.footer = PageText(left: "R&D", right: "\(PageText.page) of \(PageText.pages)")
    let sheet = try book.addSheet("Measures", layout)

    try sheet.writeRow([.text("Customer measures", title)], RowLayout(height: 30))
    try sheet.merge("A1:F1")
    var look = TableLayout.styled("TableStyleLight9")
    look.emphasizesFirstColumn = true
    try sheet.beginTable(
      "Measures", columns: ["Code", "Name", "Share", "Spend", "Since", "Page"], style: heading,
      look, row: RowLayout(height: 24))
    let days = [
      SerialDate(year: 2023, month: 1, day: 31), SerialDate(year: 2024, month: 2, day: 29),
    ]
    for (index, name) in ["Share of repeat buyers", "Net promoter score"].enumerated() {
      try sheet.writeRow([
        .text("C-0\(index + 1)"), .text(name, wrapped),
        .number(0.31 + Double(index) / 8, percent), .number(1234.5 * Double(index + 1), euro),
        days[index].map { .date($0, day) } ?? .blank(),
        .link(
          "More about it", to: .address("https://example.com/measures?id=\(index)&x=1", tip: "Open")
        ),
      ])
    }
    try sheet.endTable(totals: [nil, .count, .average, .sum], label: "All")
    try sheet.writeRow([
      .blank(boxed),
      .richText([
        TextRun("bold ", font: CellFont(isBold: true)),
        TextRun("and plain "), TextRun("red", font: CellFont(color: 0xC00000)),
      ]),
      .link("Input", to: .place("Input!B3")),
    ])
    sheet.breakPage(after: 4)
  }

  private static func writeScores(_ book: WorkbookWriter) throws {
    var layout = SheetLayout()
    layout.columns = [.fitted(), .fitted(), .fitted(), .width(14), .width(14), .width(14)]
    layout.frozenRows = 1
    let bold = try book.style(CellStyle(font: CellFont(isBold: true)))
    let sheet = try book.addSheet("Scores", layout)
    try sheet.writeRow(["Month", "North", "South", "Line", "Column", "Gain or loss"], style: bold)
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun"]
    let south = [12.0, -3, 18, 7, -9, 22]
    for (index, month) in months.enumerated() {
      try sheet.writeRow([.text(month), .number(Double(index * 7 + 5)), .number(south[index])])
    }
    try sheet.addFilter("A1:C7")
    try sheet.addConditionalFormat(.dataBar(0x5B9BD5), to: "B2:B7")
    try sheet.addConditionalFormat(
      .icons(.threeTrafficLights, [.number(0), .number(10)]), to: "C2:C7")
    try sheet.addConditionalFormat(
      .colorScale([(.least, 0xF8696B), (.percentile(50), 0xFFEB84), (.greatest, 0x63BE7B)]),
      to: "B2:C7")
    try sheet.addSparklines(Sparklines(.line, lastColor: 0xC00000), [("D2", "Scores!B2:B7")])
    try sheet.addSparklines(Sparklines(.column), [("E2", "Scores!B2:B7"), ("E3", "Scores!C2:C7")])
    try sheet.addSparklines(
      Sparklines(.winLoss, negativeColor: 0xC00000), [("F2", "Scores!C2:C7")])
    for (place, kind) in [(0, Chart.Kind.column), (1, .bar), (2, .line)] {
      var chart = Chart(kind, title: ["Columns", "Bars", "Lines"][place])
      chart.series = [
        ChartSeries("Scores!$B$1", categories: "Scores!$A$2:$A$7", values: "Scores!$B$2:$B$7"),
        ChartSeries("Scores!$C$1", categories: "Scores!$A$2:$A$7", values: "Scores!$C$2:$C$7"),
      ]
      chart.isStacked = kind == .bar
      chart.valueTitle = "Score"
      chart.alternativeText = "Scores of North and South by month"
      try sheet.addChart(chart, at: "\(["A", "F", "K"][place])10:\(["E", "J", "O"][place])25")
    }
  }

  private static func writeInput(_ book: WorkbookWriter) throws {
    let open = try book.style(CellStyle(fill: .solid(0xFFF2CC), isLocked: false))
    let secret = try book.style(CellStyle(hidesFormula: true))
    var layout = SheetLayout()
    layout.columns = [.width(26), .width(20)]
    let sheet = try book.addSheet("Input", layout)
    let long = (1...40).map { "Region \($0)" }
    let rules: [(String, InputRule)] = [
      ("One of three", .list(["open", "met", "missed"])),
      ("One of forty", .list(long)),
      ("A number", .decimal(-100...100).prompting("Score", "From -100 to 100")),
      ("A whole number", .wholeNumber(1...5).refusing("Stars", "One to five", severity: .warning)),
      ("A text", .textLength(1...10)),
      ("Above the ceiling", .compared(.decimal, .greaterThan("$B$3"))),
      ("No blank", .formula("LEN(TRIM(B7))>0")),
      ("From a range", .list(in: "Scores!$A$2:$A$7")),
    ]
    for (index, rule) in rules.enumerated() {
      try sheet.writeRow([.text(rule.0), .blank(open)])
      try sheet.addInputRule(rule.1, to: "B\(index + 1)")
    }
    try sheet.writeRow([
      "Formula", .formula("SUM(Scores!B2:B7)", result: .number(135), secret),
    ])
    try sheet.writeRow(["Text result", .formula("\"a\"&\"b\"", result: .text("ab"))])
    if let range = CellRange("B11:B12") {
      try sheet.writeRow([
        "Array", .arrayFormula("Scores!B2:B3*2", over: range, result: .number(10)),
      ])
    }
    try sheet.writeRow(["", .number(24)])
    try sheet.writeRow([true, .error(.notAvailable)])
    let marks: [ConditionalFormat] = [
      .cells(.lessThan("10"), .bad), .cells(.between("10", "20"), .neutral),
      .formula("$B1>20", .good), .duplicates(HighlightStyle(isBold: true)),
      .blanks(HighlightStyle(fill: 0xEDEDED)), .errors(HighlightStyle(fontColor: 0xC00000)),
      .contains("say \"x\"", HighlightStyle(isItalic: true)),
      .top(3, HighlightStyle(fill: 0xC6EFCE)), .top(10, isPercent: true, isBottom: true, .bad),
    ]
    for mark in marks { try sheet.addConditionalFormat(mark, to: "B1:B13") }
    sheet.protect(SheetProtection(allowsFormattingColumns: true))
  }

  private static func writeNotes(_ book: WorkbookWriter) throws {
    var layout = SheetLayout()
    layout.visibility = .hidden
    let sheet = try book.addSheet("Notes & more", layout)
    try sheet.writeRow(["007", "=SUM(A1)", "  blanks  ", "line\nbreak", "_x0041_", "<&>\"'"])
    try sheet.allowNumbersAsText(in: "A1")
    try sheet.addNote("A note\nof two lines", at: "A1", author: "Ada")
    try sheet.addNote("Another", at: "C1", author: "Bob")
  }
}
