internal import SpreadsheetML

extension SheetContent {
  /// Reads a sheet of a workbook.
  ///
  /// - Parameters:
  ///   - sheet: The sheet, made of cells.
  ///   - styles: The formats of its workbook, with their appearances.
  ///   - keepsBlankStyles: Whether the formats of blank cells are kept, for those who write.
  /// - Throws: ``WorkbookError`` when the sheet is damaged or larger than allowed.
  init(
    _ sheet: Sheet, styles: WorkbookStyles, keepsBlankStyles: Bool = false
  ) throws(WorkbookError) {
    var rows: [Row] = []
    var texts = SheetTexts()
    var isInOrder = true
    let details = try sheet.readRows { (row) throws(WorkbookError) in
      if let last = rows.last, last.number >= row.number { isInOrder = false }
      let content = try Row(row, &texts, keepsBlankStyles: keepsBlankStyles)
      if !content.cells.isEmpty { rows.append(content) }
    }
    self.init(
      name: sheet.name, visibility: sheet.visibility,
      rows: isInOrder
        ? rows : try Self.ordered(try sheet.cells(), keepsBlankStyles: keepsBlankStyles),
      merges: details.merged, tables: try sheet.tables(), hiddenColumns: details.hiddenColumns,
      filter: details.autoFilter, isProtected: details.isProtected, openRanges: details.openRanges,
      columnStyles: details.columnStyles,
      validations: details.validations, formats: styles.formats, looks: styles.looks,
      dateSystem: sheet.dateSystem)
  }

  /// The rows of a sheet whose file has them in another order, or twice.
  private static func ordered(
    _ grid: CellGrid, keepsBlankStyles: Bool
  ) throws(WorkbookError) -> [Row] {
    grid.rows.compactMap { row in
      var cells: [Cell] = []
      var blankStyles: [Int: Int] = [:]
      for cell in row.cells {
        let isFormula = cell.formula != nil
        if case .blank = cell.value, !isFormula {
          if keepsBlankStyles { blankStyles[cell.reference.column] = cell.style.rawValue }
        } else {
          cells.append(
            Cell(
              column: cell.reference.column, value: cell.value, style: cell.style.rawValue,
              isFormula: isFormula))
        }
      }
      guard !cells.isEmpty else { return nil }
      return Row(
        number: row.number, isHidden: row.isHidden, cells: cells, blankStyles: blankStyles)
    }
  }
}

extension SheetContent.Row {
  /// Takes over the cells of a row that is lent.
  fileprivate init(
    _ row: borrowing RowCells, _ texts: inout SheetTexts, keepsBlankStyles: Bool
  ) throws(WorkbookError) {
    number = row.number
    isHidden = row.isHidden
    cells = []
    cells.reserveCapacity(row.count)
    for place in 0..<row.count {
      let isFormula = row.isFormula(at: place)
      let column = row.column(at: place)
      let style = row.style(at: place).rawValue
      let value: CellValue
      switch row.kind(at: place) {
      case .text: value = .text(try texts.text(row, place))
      case .number: value = .number(try row.number(at: place))
      default:
        value = try row.value(at: place)
        if case .blank = value, !isFormula {
          if keepsBlankStyles { blankStyles[column] = style }
          continue
        }
      }
      cells.append(.init(column: column, value: value, style: style, isFormula: isFormula))
    }
  }
}

/// The texts of a sheet: a word that stands in thousands of cells is made once.
private struct SheetTexts {
  private var shared: [String?] = []
  private var own = TextPool()
  /// The most indexes looked after; texts beyond are made anew.
  private static let limit = 1 << 20

  mutating func text(
    _ row: borrowing RowCells, _ place: Int
  ) throws(WorkbookError) -> String {
    guard let index = try row.sharedIndex(at: place) else { return try lent(row, place) }
    if index < shared.count, let known = shared[index] { return known }
    let text = try lent(row, place)
    guard index < Self.limit else { return text }
    while shared.count <= index { shared.append(nil) }
    shared[index] = text
    return text
  }

  private mutating func lent(
    _ row: borrowing RowCells, _ place: Int
  ) throws(WorkbookError) -> String {
    if let text = try? row.withText(at: place, { own.text($0) }) { return text }
    // What is wrong with the text is told by name.
    guard case .text(let text) = try row.value(at: place) else { return "" }
    return text
  }
}

/// The formats and appearances of a workbook by style, gathered once for all sheets.
struct WorkbookStyles: Sendable {
  var formats: [NumberFormat]
  var looks: [CellAppearance]

  init(_ book: Workbook) throws(WorkbookError) {
    let styles = try book.styles()
    formats = styles.numberFormats
    looks = formats.indices.map { styles.appearance(StyleIndex($0)) }
    if formats.isEmpty {
      formats = [.general]
      looks = [CellAppearance()]
    }
  }
}
