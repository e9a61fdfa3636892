/// The same acts with addresses as they are written in formulas, such as `B2` and `B2:D9`.
///
/// Each throws ``WorkbookError`` for a text that is no address, beside what it throws otherwise.
extension SheetWriter {
  /// Makes one cell of several: `try sheet.merge("A1:D1")`.
  public func merge(_ range: String) throws(WorkbookError) { try merge(cells(range)) }

  /// Gives a range buttons to filter and sort by: `try sheet.addFilter("A1:D54")`.
  public func addFilter(_ range: String) throws(WorkbookError) { try addFilter(cells(range)) }

  /// Says what may be entered into ranges: `try sheet.addInputRule(rule, to: "C2:C54")`.
  public func addInputRule(_ rule: InputRule, to ranges: String...) throws(WorkbookError) {
    try addInputRule(rule, to: cells(ranges))
  }

  /// Makes ranges look different depending on what they hold.
  public func addConditionalFormat(
    _ format: ConditionalFormat, to ranges: String...
  ) throws(WorkbookError) {
    try addConditionalFormat(format, to: cells(ranges))
  }

  /// Makes a cell lead somewhere when it is clicked.
  public func addLink(_ target: LinkTarget, at cell: String) throws(WorkbookError) {
    try addLink(target, at: one(cell))
  }

  /// Puts a note on a cell: `try sheet.addNote("Since 2024", at: "B2")`.
  public func addNote(
    _ text: String, at cell: String, author: String = ""
  ) throws(WorkbookError) {
    try addNote(text, at: one(cell), author: author)
  }

  /// Draws a chart over a range of cells: `try sheet.addChart(chart, at: "H2:P18")`.
  public func addChart(_ chart: Chart, at range: String) throws(WorkbookError) {
    addChart(chart, at: try cells(range))
  }

  /// Draws small charts inside cells: `try sheet.addSparklines(look, [("N2", "Data!B2:M2")])`.
  public func addSparklines(
    _ look: Sparklines, _ places: [(cell: String, data: String)]
  ) throws(WorkbookError) {
    var found: [(cell: CellReference, data: String)] = []
    for place in places { found.append((try one(place.cell), place.data)) }
    addSparklines(look, found)
  }

  /// Keeps Excel from marking texts of digits as numbers stored as text.
  public func allowNumbersAsText(in range: String) throws(WorkbookError) {
    allowNumbersAsText(in: try cells(range))
  }

  /// Makes a table of rows that are written with their headings.
  public func addTable(
    _ tableName: String, over range: String, columns: [String],
    _ layout: TableLayout = TableLayout()
  ) throws(WorkbookError) {
    try addTable(tableName, over: cells(range), columns: columns, layout)
  }

  private func cells(_ text: String) throws(WorkbookError) -> CellRange {
    guard let range = CellRange(text) else { throw WorkbookError.address(text).onSheet(name) }
    return range
  }

  private func cells(_ texts: [String]) throws(WorkbookError) -> [CellRange] {
    var ranges: [CellRange] = []
    for text in texts { ranges.append(try cells(text)) }
    return ranges
  }

  private func one(_ text: String) throws(WorkbookError) -> CellReference {
    guard let cell = CellReference(text) else { throw WorkbookError.address(text).onSheet(name) }
    return cell
  }
}
