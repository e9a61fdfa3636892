/// Writes the rows of one sheet, from the first on, and what belongs to its ranges.
///
/// Rows go to the file as they come. Ranges may be named at any time before the sheet is finished,
/// also for cells that are written already.
///
///     try sheet.writeRow(["Code", "Name", "Status"], style: heading)
///     for measure in measures { try sheet.writeRow([.text(measure.code), .text(measure.name)]) }
///     try sheet.addInputRule(.list(["open", "met", "missed"]), to: "C2:C99")
public final class SheetWriter {
  /// The name on the tab.
  public let name: String
  /// The number of the row that ``writeRow(_:style:from:_:)`` writes next, from 1.
  public private(set) var nextRow = 1

  let book: WorkbookContents
  let layout: SheetLayout
  /// The sheet's place among the tabs, from 1.
  let number: Int
  var tail = SheetTail()
  var openTable: OpenTable?
  private let head: SheetHead
  private var markup: SheetMarkup
  private var isFinished = false

  init(
    _ name: String, _ layout: SheetLayout, number: Int, in book: WorkbookContents, head: SheetHead,
    _ markup: consuming SheetMarkup
  ) {
    self.name = name
    self.layout = layout
    self.number = number
    self.book = book
    self.head = head
    self.markup = markup
  }

  /// Writes the next row.
  ///
  /// - Parameters:
  ///   - cells: what stands in it, from the first column on; a nil leaves a cell out.
  ///   - style: how cells look that have no style of their own.
  ///   - column: the first cell's column, from 1.
  ///   - row: height and the like.
  /// - Throws: ``WorkbookError`` naming the cell that Excel would not take.
  /// - Complexity: O(*n*) in the cells.
  public func writeRow(
    _ cells: [CellContent], style: StyleIndex = .plain, from column: Int = 1,
    _ row: RowLayout = .standard
  ) throws(WorkbookError) {
    precondition(!isFinished, "The sheet is finished")
    do throws(WorkbookError) {
      guard nextRow <= ExcelLimits.rows else { throw .tooManyRows() }
      guard column >= 1, column + cells.count - 1 <= ExcelLimits.columns else {
        throw .column(column + cells.count - 1)
      }
      // All of the row is checked before any of it is written, so that an error leaves no half row.
      for (index, cell) in cells.enumerated() {
        let place = CellReference(row: nextRow, column: column + index)
        precondition(book.styles.contains(cell.style ?? style), "The style is another workbook's")
        do throws(WorkbookError) {
          try check(cell)
        } catch {
          throw error.inCell(place)
        }
      }
      precondition(
        row.style.map { book.styles.contains($0) } ?? true, "The style is another workbook's")
      let height = row.height == nil ? fittedHeight(cells, style, from: column) : nil
      try markup.beginRow(nextRow, attributes: try row.attributes(fittedHeight: height))
      for (index, cell) in cells.enumerated() {
        try write(cell, at: column + index, style: cell.style ?? style)
      }
      try markup.endRow()
      if let table = openTable, column <= table.firstColumn {
        openTable?.lastStyles = cells.dropFirst(table.firstColumn - column)
          .map { $0.style ?? style }
      }
      nextRow += 1
    } catch {
      throw error.onSheet(name)
    }
  }

  /// Leaves rows empty.
  ///
  /// - Parameter count: how many, from the next on.
  public func skipRows(_ count: Int = 1) {
    nextRow = min(nextRow + max(count, 0), ExcelLimits.rows + 1)
  }

  /// Lends what writes rows fast, for callers that have bytes instead of values.
  ///
  /// - Parameter body: writes rows from ``nextRow`` on, and returns the number of the last.
  /// - Throws: what `body` throws.
  package func withMarkup(
    _ body: (inout SheetMarkup, inout SharedTextTable) throws -> Int
  ) throws {
    nextRow = try body(&markup, &book.texts) + 1
  }

  /// The last column that has a cell in any row; 0 without cells.
  package var lastColumn: Int { markup.lastColumn }

  /// Ends the sheet.
  ///
  /// The workbook does so itself when the next sheet begins.
  ///
  /// - Throws: ``WorkbookError``.
  public func finish() throws(WorkbookError) {
    guard !isFinished else { return }
    precondition(openTable == nil, "A table is still open")
    isFinished = true
    do throws(WorkbookError) {
      try writeParts { tail throws(WorkbookError) in try markup.finish(tail) }
    } catch {
      throw error.onSheet(name)
    }
  }

  /// - Throws: ``WorkbookError`` for what Excel would not take.
  private func check(_ cell: CellContent) throws(WorkbookError) {
    switch cell.kind {
    case .blank, .boolean, .error: return
    case .number(let value):
      guard value.isFinite else { throw .notFinite(value) }
    case .text(let text):
      guard ExcelLimits.fits(text, ExcelLimits.cellText) else { throw .cellText(text) }
    case .moment(let moment, _):
      guard moment.serial(in: book.dateSystem) != nil else { throw .dateTooEarly(moment) }
    case .formula(let text, let result, _):
      try ExcelLimits.checkFormula(text)
      try check(.value(result))
    case .richText(let runs):
      let length = runs.reduce(0) { $0 + $1.text.utf16.count }
      guard length <= ExcelLimits.cellText else { throw .cellText(runs.map(\.text).joined()) }
    case .link(let text, let target):
      try check(.text(text))
      try check(target)
    }
  }

  private func write(
    _ cell: CellContent, at column: Int, style: StyleIndex
  ) throws(WorkbookError) {
    switch cell.kind {
    case .blank:
      if style != .plain { try markup.writeBlank(column: column, style: style.rawValue) }
    case .number(let value):
      try markup.writeNumber(value, column: column, style: style.rawValue)
    case .text(let text):
      try markup.writeText(
        Array(text.utf8).span, column: column, style: style.rawValue, sharing: &book.texts)
    case .boolean(let value):
      try markup.writeBoolean(value, column: column, style: style.rawValue)
    case .error(let error):
      try markup.writeError(error.word, column: column, style: style.rawValue)
    case .moment(let moment, let isTime):
      try write(moment, isTime: isTime, at: column, cell.style ?? (style == .plain ? nil : style))
      return
    case .formula(let text, let result, let array):
      if result == .blank { book.needsCalculation = true }
      try markup.writeFormula(
        text, result: result, array: array, column: column, style: style.rawValue)
    case .richText(let runs):
      try markup.writeRichText(runs, column: column, style: style.rawValue)
    case .link(let text, let target):
      try write(text, target, at: column, cell.style ?? (style == .plain ? nil : style))
      return
    }
    measure(cell, at: column, style)
  }

  private func write(
    _ moment: SerialDate, isTime: Bool, at column: Int, _ style: StyleIndex?
  ) throws(WorkbookError) {
    var serial = moment.serial(in: book.dateSystem) ?? 0
    if isTime { serial -= serial.rounded(.down) }
    let code: NumberFormat =
      isTime ? "hh:mm:ss" : moment.isMidnight ? "yyyy\\-mm\\-dd" : "yyyy\\-mm\\-dd\\ hh:mm:ss"
    let index: StyleIndex
    if let style {
      index = style
    } else {
      index = try book.styles.index(of: CellStyle(numberFormat: code))
    }
    try markup.writeNumber(serial, column: column, style: index.rawValue)
    measure(.number(serial), at: column, index)
  }

  private func write(
    _ text: String, _ target: LinkTarget, at column: Int, _ style: StyleIndex?
  ) throws(WorkbookError) {
    if let cell = CellReference(row: nextRow, column: column) { try addLink(target, at: cell) }
    let index: StyleIndex
    if let style { index = style } else { index = try book.styles.index(of: SheetWriter.linkStyle) }
    try write(.text(text), at: column, style: index)
  }

  /// Excel's own look of a link.
  private static let linkStyle = CellStyle(
    font: CellFont(underline: .single, color: 0x0563C1), name: "Hyperlink")

  /// How high a row must be for texts that are broken into lines; nil for one line.
  private func fittedHeight(
    _ cells: [CellContent], _ style: StyleIndex, from column: Int
  ) -> Double? {
    guard layout.fitsRowHeights else { return nil }
    var height = 0.0
    for (index, cell) in cells.enumerated() {
      let place = column + index - 1
      guard layout.columns.indices.contains(place),
        case .characters(let width) = layout.columns[place].width
      else { continue }
      let text: String
      switch cell.kind {
      case .text(let value): text = value
      case .richText(let runs): text = runs.map(\.text).joined()
      default: continue
      }
      let look = book.styles.style(cell.style ?? style)
      guard look.alignment.wrapsText else { continue }
      let scale = look.font.size / 11 * (look.font.isBold ? 1.08 : 1)
      let room = (width * 7 - Double(look.alignment.indent * 9)) / scale
      let lines = TextWidth.lines(text, in: Int(max(room, 7)))
      if lines > 1 { height = max(height, Double(lines) * look.font.size * 15 / 11) }
    }
    return height > 0 ? height : nil
  }

  /// Takes in a cell's width, if its column is as wide as its content and not yet written.
  private func measure(_ cell: CellContent, at column: Int, _ style: StyleIndex) {
    guard head.measures(column), markup.isPreview else { return }
    let look = book.styles.style(style)
    var text: String
    switch cell.kind {
    case .number(let value): text = look.numberFormat.text(for: value)
    case .text(let value): text = value
    case .richText(let runs): text = runs.map(\.text).joined()
    case .boolean: text = "FALSE"
    case .error(let error): text = error.word
    case .formula(_, .number(let value), _): text = look.numberFormat.text(for: value)
    case .formula(_, .text(let value), _): text = value
    default: return
    }
    if look.alignment.wrapsText {
      text =
        text.split { $0 == " " || $0 == "\n" }.max { $0.utf8.count < $1.utf8.count }
        .map(String.init) ?? ""
    }
    // Letters of another size or weight are wider in proportion, near enough.
    var pixels = Double(TextWidth.pixels(text)) * look.font.size / 11
    if look.font.isBold { pixels *= 1.08 }
    pixels += Double(look.alignment.indent * 9)
    head.widen(column, to: Int(pixels.rounded(.up)))
  }
}
