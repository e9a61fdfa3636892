internal import KPICatalog
internal import SpreadsheetML

/// Writes the first sheet of an exported workbook: what it is, how it is used, what every column
/// holds, what the colors mean and which words the lists have.
struct GuideSheet {
  private let presentation: CatalogPresentation
  private let columns: [ExportColumn]
  private let tabs: [ExportedBook.Tab]
  private let name: String
  private let styles: ExportStyles

  private var words: DisplayWords { presentation.words }

  init(
    _ presentation: CatalogPresentation, _ columns: [ExportColumn], _ tabs: [ExportedBook.Tab],
    name: String, _ styles: ExportStyles
  ) {
    self.presentation = presentation
    self.columns = columns
    self.tabs = tabs
    self.name = name
    self.styles = styles
  }

  func write(to book: WorkbookWriter) throws(WorkbookError) {
    let sheet = try book.addSheet(name, layout)
    sheet.skipRows()
    try sheet.writeRow(
      [.text(presentation.title)], style: styles.title(size: 22, indent: 0), from: 2,
      RowLayout(height: 34))
    try sheet.writeRow(
      [.text(presentation.subtitle)], style: styles.subtitle(indent: 0), from: 2,
      RowLayout(height: 18))
    try writeUse(sheet)
    try writeContents(sheet)
    try writeColors(sheet)
    try writeColumns(sheet)
    try writeLists(sheet)
    try writeSource(sheet)
  }

  /// The room for a step in pixels, a little less than there is.
  private static let stepWidth = 115.0 * 7
  /// The room for an explanation.
  private static let textWidth = 86.0 * 7

  private var layout: SheetLayout {
    var layout = SheetLayout()
    layout.columns = [.width(2), .width(30), .width(92)]
    layout.showsGridLines = false
    layout.tabColor = 0x7F7F7F
    layout.print.paper = .a4
    layout.print.pagesWide = 1
    // One page, unless that would make the letters too small.
    if columns.count <= 45 { layout.print.pagesHigh = 1 }
    layout.print.isCentered = true
    layout.print.margins = PrintSetup.Margins(sides: 0.5, ends: 0.6, headers: 0.25)
    layout.print.footer = presentation.footer
    return layout
  }

  // MARK: Parts

  private func heading(_ text: String, _ sheet: SheetWriter) throws(WorkbookError) {
    sheet.skipRows()
    let style = try styles.guideHeading()
    try sheet.writeRow([.text(text), .blank(style)], style: style, from: 2, RowLayout(height: 22))
  }

  private func line(
    _ term: CellContent, _ text: String, _ sheet: SheetWriter
  ) throws(WorkbookError) {
    let rows = (Double(TextWidth.pixels(text)) / Self.textWidth).rounded(.up)
    try sheet.writeRow(
      [term, .text(text, try styles.guideText())], from: 2,
      RowLayout(height: max(rows, 1) * 13.5 + 3))
  }

  private func writeUse(_ sheet: SheetWriter) throws(WorkbookError) {
    try heading(words.text("useHeading"), sheet)
    let first =
      tabs.count == 1
      ? words.text("use1", ["sheet": tabs[0].name])
      : words.text("use1Many", ["count": String(tabs.count)])
    let lines = [first] + ["use2", "use3", "use4", "use5"].map { words.text($0) }
    for (index, text) in lines.enumerated() {
      let row = sheet.nextRow
      let step = "\(index + 1).  \(text)"
      let rows = (Double(TextWidth.pixels(step)) / Self.stepWidth).rounded(.up)
      let style = try styles.guideStep()
      try sheet.writeRow(
        [.text(step, style), .blank(style)], from: 2, RowLayout(height: max(rows, 1) * 14 + 1))
      guard let first = CellReference(row: row, column: 2),
        let last = CellReference(row: row, column: 3)
      else { continue }
      try sheet.merge(CellRange(first, last))
    }
  }

  private func writeContents(_ sheet: SheetWriter) throws(WorkbookError) {
    try heading(words.text("contents"), sheet)
    let link = try styles.guideLink()
    for tab in tabs {
      guard let cell = CellReference(row: 1, column: 2) else { continue }
      try line(
        .link(tab.name, to: .cell(cell, of: tab.name), link),
        presentation.count(tab.measures.count), sheet)
    }
  }

  private func writeColors(_ sheet: SheetWriter) throws(WorkbookError) {
    try heading(words.text("colorsHeading"), sheet)
    let chips: [(String, CellColor, CellColor, String)] = [
      (
        words.word("kind", "opinion"), ExportStyles.Palette.opinion,
        ExportStyles.Palette.opinionInk, "colorOpinion"
      ),
      (
        words.word("kind", "activity"), ExportStyles.Palette.activity,
        ExportStyles.Palette.activityInk, "colorActivity"
      ),
      (words.text("colorGreenWord"), 0xC6EFCE, 0x006100, "colorGreen"),
      (words.text("colorAmberWord"), 0xFFEB9C, 0x9C5700, "colorAmber"),
      (words.text("colorRedWord"), 0xFFC7CE, 0x9C0006, "colorRed"),
    ]
    for (word, fill, color, text) in chips {
      try line(
        .text(word, try styles.guideTerm(fill: fill, color: color)), words.text(text), sheet)
    }
  }

  private func writeColumns(_ sheet: SheetWriter) throws(WorkbookError) {
    try heading(words.text("columnsHeading"), sheet)
    for part in ExportColumn.Part.allCases {
      for column in columns where column.part == part && column.field != .identity {
        let color = ExportStyles.Palette.heading(part)
        try line(
          .text(column.heading, try styles.guideTerm(fill: color, color: .white)),
          words.explanation(column.field.name), sheet)
      }
    }
  }

  private func writeLists(_ sheet: SheetWriter) throws(WorkbookError) {
    try heading(words.text("listsHeading"), sheet)
    let rules = ListRules(presentation, columns, rows: 1...1)
    for column in columns {
      guard let list = rules.list(column.field), !list.isEmpty else { continue }
      try line(
        .text(column.heading, try styles.guideTerm()), list.joined(separator: " · "), sheet)
    }
  }

  private func writeSource(_ sheet: SheetWriter) throws(WorkbookError) {
    let parts = [
      presentation.text(presentation.catalog.source).map { (words.text("source"), $0) },
      presentation.catalog.license.map { (words.text("license"), $0) },
    ].compactMap { $0 }
    guard !parts.isEmpty else { return }
    try heading(words.text("source"), sheet)
    for (term, text) in parts { try line(.text(term, try styles.guideTerm()), text, sheet) }
  }
}
