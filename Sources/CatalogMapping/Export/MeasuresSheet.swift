internal import KPICatalog
internal import SpreadsheetML

/// Writes one sheet of measures: title, table, dropdowns, colors, print set-up.
struct MeasuresSheet {
  private let presentation: CatalogPresentation
  private let columns: [ExportColumn]
  private let tab: ExportedBook.Tab
  private let number: Int
  private let styles: ExportStyles
  private let values: ExportValues
  private let formats: ExportFormats

  /// The row of the headings; above it stand the title and what it is about.
  private static let headerRow = 4
  /// How many rows below the last the rules hold for, so that new measures have them too.
  private static let spareRows = 100
  /// How many digits' widths fit on a page of A4 across, at the size in which all is readable.
  private static let pageWidth = 205.0

  init(
    _ presentation: CatalogPresentation, _ columns: [ExportColumn], _ tab: ExportedBook.Tab,
    number: Int, _ styles: ExportStyles
  ) {
    self.presentation = presentation
    self.columns = columns
    self.tab = tab
    self.number = number
    self.styles = styles
    values = ExportValues(presentation: presentation)
    formats = ExportFormats(presentation: presentation)
  }

  func write(to book: WorkbookWriter) throws(WorkbookError) {
    let sheet = try book.addSheet(tab.name, layout())
    try writeBanner(sheet)
    try writeTable(sheet)
    let lastRow = max(sheet.nextRow - 1, Self.headerRow + 1) + Self.spareRows
    try ListRules(presentation, columns, rows: (Self.headerRow + 1)...lastRow).add(to: sheet)
    try StatusColors(presentation.words, columns, rows: (Self.headerRow + 1)...lastRow)
      .add(to: sheet)
  }

  /// What the sheet is about; a sheet for a part of the catalog names the whole.
  private var subtitle: String {
    let about = presentation.subtitle(withCount: false)
    guard tab.title != presentation.title else { return about }
    return about.isEmpty ? presentation.title : presentation.title + " · " + about
  }

  // MARK: Rows

  /// The title stands in the columns that are repeated on every page, so that each page has it; a
  /// text beside it would be cut off on the later ones.
  private func writeBanner(_ sheet: SheetWriter) throws(WorkbookError) {
    let last = Self.nameColumn(columns) + 1
    let banner = try styles.banner(for: tab.title)
    let blanks = [CellContent](repeating: .blank(banner), count: max(last - 2, 0))
    let count = presentation.count(tab.measures.count)
    try sheet.writeRow(
      [.text(tab.title, banner)] + blanks + [.text(count, try styles.count())], from: 2,
      RowLayout(height: 24))
    try sheet.writeRow(
      [.blank(banner)] + blanks + [.text(subtitle, try styles.subtitle())], from: 2,
      RowLayout(height: 22))
    if let first = CellReference(row: 1, column: 2),
      let end = CellReference(row: 2, column: max(last, 2))
    {
      try sheet.merge(CellRange(first, end))
    }
    sheet.skipRows()
  }

  /// The index of the column of names.
  private static func nameColumn(_ columns: [ExportColumn]) -> Int {
    columns.firstIndex { $0.field == .name } ?? 0
  }

  private func writeTable(_ sheet: SheetWriter) throws(WorkbookError) {
    var headings: [CellContent] = []
    for column in columns {
      headings.append(.text(column.heading, try styles.heading(column.part)))
    }
    try sheet.writeRow(headings, RowLayout(height: 33))
    for measure in tab.measures {
      var cells: [CellContent] = []
      for column in columns { cells.append(try cell(column, measure)) }
      try sheet.writeRow(cells)
    }
    if tab.measures.isEmpty { sheet.skipRows() }
    guard let first = CellReference(row: Self.headerRow, column: 1),
      let last = CellReference(
        row: max(sheet.nextRow - 1, Self.headerRow + 1), column: columns.count)
    else { return }
    var layout = TableLayout.styled(nil)
    layout.hasRowStripes = false
    try sheet.addTable(
      number == 1 ? "Measures" : "Measures_\(number)", over: CellRange(first, last),
      columns: columns.map(\.heading), layout)
    try allowTextNumbers(sheet)
  }

  private func cell(
    _ column: ExportColumn, _ measure: KPIDefinition
  ) throws(WorkbookError) -> CellContent {
    let value = values.value(column, of: measure)
    switch value {
    case .none:
      guard column.isQuantity else {
        let format: NumberFormat =
          column.field == .weight ? "0%" : column.field == .targetDate ? formats.date : .general
        return .blank(try styles.cell(column, format))
      }
      return .blank(try styles.cell(column, formats.format(of: measure), isRight: true))
    case .text(let text):
      return .text(text, try styles.cell(column, isRight: column.isQuantity))
    case .quantity(let number):
      return .number(
        formats.stored(number, of: measure),
        try styles.cell(column, formats.format(of: measure), isRight: true))
    case .share(let share):
      let isWhole = DecimalText.shift(share.double, by: 2).rounded() == share.double * 100
      return .number(share.double, try styles.cell(column, isWhole ? "0%" : "0.0%", isRight: true))
    case .number(let number):
      return .number(number.double, try styles.cell(column, isRight: true))
    case .date(let date): return try day(date, column)
    case .custom(let value): return try custom(value, column)
    }
  }

  private func day(
    _ date: CivilDate, _ column: ExportColumn
  ) throws(WorkbookError) -> CellContent {
    // Before 1900 a workbook has no days.
    guard let serial = SerialDate(year: date.year, month: date.month, day: date.day),
      serial.serial() != nil
    else {
      return .text(date.description, try styles.cell(column))
    }
    return .date(serial, try styles.cell(column, formats.date))
  }

  private func custom(
    _ value: CustomValue, _ column: ExportColumn
  ) throws(WorkbookError) -> CellContent {
    switch value {
    case .text(let text): return .text(text, try styles.cell(column))
    case .number(let number):
      return .number(number.double, try styles.cell(column, isRight: true))
    case .boolean(let truth): return .boolean(truth, try styles.cell(column))
    case .date(let text):
      guard let date = CivilDate(text.text) else {
        return .text(text.text, try styles.cell(column))
      }
      return try day(date, column)
    case .error(let word):
      guard word.hasPrefix("#") else {
        return .text(word, try styles.cell(column))
      }
      return .error(CellError(word), try styles.cell(column))
    case .empty: return .blank(try styles.cell(column))
    }
  }

  /// Codes, years and texts that look like numbers are meant as they are.
  private func allowTextNumbers(_ sheet: SheetWriter) throws(WorkbookError) {
    for (index, column) in columns.enumerated() {
      switch column.field {
      case .id, .baselineDate, .targetDate, .currentDate, .version, .custom, .scale:
        guard let first = CellReference(row: Self.headerRow + 1, column: index + 1),
          let last = CellReference(
            row: max(sheet.nextRow - 1, Self.headerRow + 1), column: index + 1)
        else { continue }
        sheet.allowNumbersAsText(in: CellRange(first, last))
      default: continue
      }
    }
  }

  // MARK: Layout

  private func layout() -> SheetLayout {
    var layout = SheetLayout()
    layout.columns = columns.map { column in
      column.field == .identity
        ? ColumnLayout(.characters(column.width), isHidden: true) : .width(column.width)
    }
    layout.frozenRows = Self.headerRow
    let name = Self.nameColumn(columns)
    layout.frozenColumns = name + 1
    layout.showsGridLines = false
    layout.tabColor =
      switch tab.kind {
      case .opinion?: 0x5B9BD5
      case .activity?: 0xED7D31
      case nil: ExportStyles.Palette.navy
      }
    layout.print = printSetup(titleColumns: name + 1)
    return layout
  }

  /// How many pages the columns take side by side without being made smaller: no column is parted,
  /// and those of the title stand on each.
  private func pagesWide(titleColumns: Int) -> Int {
    let repeated = columns.prefix(titleColumns).dropFirst().reduce(0) { $0 + $1.width }
    var pages = 1
    var used = repeated
    for column in columns.dropFirst(titleColumns) where column.field != .identity {
      if used + column.width > Self.pageWidth, used > repeated {
        pages += 1
        used = repeated
      }
      used += column.width
    }
    return pages
  }

  private func printSetup(titleColumns: Int) -> PrintSetup {
    var setup = PrintSetup()
    setup.orientation = .landscape
    setup.paper = .a4
    setup.pagesWide = min(pagesWide(titleColumns: titleColumns), 20)
    setup.titleRows = Self.headerRow...Self.headerRow
    setup.titleColumns = 1...titleColumns
    setup.margins = PrintSetup.Margins(sides: 0.4, ends: 0.55, headers: 0.25)
    setup.footer = presentation.footer
    return setup
  }
}
