internal import KPICatalog
internal import SpreadsheetML

/// The colors of an exported table: opinion and activity, and values by thresholds and direction.
struct StatusColors {
  private let words: DisplayWords
  private let columns: [ExportColumn]
  private let rows: ClosedRange<Int>

  init(_ words: DisplayWords, _ columns: [ExportColumn], rows: ClosedRange<Int>) {
    self.words = words
    self.columns = columns
    self.rows = rows
  }

  func add(to sheet: SheetWriter) throws(WorkbookError) {
    try addKinds(to: sheet)
    try addStatus(to: sheet)
  }

  // MARK: Opinion and activity

  private func addKinds(to sheet: SheetWriter) throws(WorkbookError) {
    guard let kind = letters(.kind), let ranges = range(.kind), let names = range(.name) else {
      return
    }
    let looks: [(MeasureKind, HighlightStyle)] = [
      (
        .opinion,
        HighlightStyle(
          fontColor: ExportStyles.Palette.opinionInk, isBold: true,
          fill: ExportStyles.Palette.opinion)
      ),
      (
        .activity,
        HighlightStyle(
          fontColor: ExportStyles.Palette.activityInk, isBold: true,
          fill: ExportStyles.Palette.activity)
      ),
    ]
    for (value, look) in looks {
      let word = quoted(words.word("kind", value.rawValue))
      let isOfKind = "$\(kind)\(rows.lowerBound)=\(word)"
      try sheet.addConditionalFormat(.formula(isOfKind, look), to: [ranges])
      try sheet.addConditionalFormat(
        .formula(isOfKind, HighlightStyle(fontColor: look.fontColor)), to: [names])
    }
  }

  // MARK: Green, amber, red

  private func addStatus(to sheet: SheetWriter) throws(WorkbookError) {
    guard let green = letters(.thresholdGreen), let amber = letters(.thresholdAmber),
      let direction = letters(.direction)
    else { return }
    let row = rows.lowerBound
    let places = Places(
      direction: "$\(direction)\(row)", green: "$\(green)\(row)", amber: "$\(amber)\(row)",
      higher: quoted(words.word("direction", Direction.higherIsBetter.rawValue)),
      lower: quoted(words.word("direction", Direction.lowerIsBetter.rawValue)),
      range: quoted(words.word("direction", Direction.withinRange.rawValue)))
    for (index, column) in columns.enumerated()
    where column.field == .current || column.field == .target {
      guard let cells = range(at: index) else { continue }
      let value = "\(CellReference.letters(ofColumn: index + 1))\(row)"
      for (formula, look) in [
        (places.isGreen(value), HighlightStyle.good), (places.isAmber(value), .neutral),
        (places.isRed(value), .bad),
      ] {
        var format = ConditionalFormat.formula(formula, look)
        format.stopsIfTrue = true
        try sheet.addConditionalFormat(format, to: [cells])
      }
    }
  }

  /// The cells a row's colors depend on, and the words of directions.
  private struct Places {
    let direction: String
    let green: String
    let amber: String
    let higher: String
    let lower: String
    let range: String

    func isGreen(_ value: String) -> String {
      judged(value, by: green, higher: "\(value)>=\(green)", lower: "\(value)<=\(green)")
    }

    func isAmber(_ value: String) -> String {
      judged(value, by: amber, higher: "\(value)>=\(amber)", lower: "\(value)<=\(amber)")
    }

    /// Whatever the rules before do not take, where there is a boundary at all.
    func isRed(_ value: String) -> String {
      let last = "IF(\(amber)=\"\",\(green),\(amber))"
      let numeric =
        "AND(ISNUMBER(\(green)),OR(AND(\(direction)=\(higher),\(value)<\(last)),"
        + "AND(\(direction)=\(lower),\(value)>\(last))))"
      let ranged = "AND(\(direction)=\(range),ISNUMBER(\(low(green))))"
      return "IFERROR(AND(ISNUMBER(\(value)),OR(\(numeric),IFERROR(\(ranged),FALSE))),FALSE)"
    }

    private func judged(
      _ value: String, by bound: String, higher: String, lower: String
    ) -> String {
      let numeric =
        "AND(ISNUMBER(\(bound)),OR(AND(\(direction)=\(self.higher),\(higher)),"
        + "AND(\(direction)=\(self.lower),\(lower))))"
      let ranged =
        "AND(\(direction)=\(range),\(value)>=\(low(bound)),\(value)<=\(high(bound)))"
      return "AND(ISNUMBER(\(value)),OR(\(numeric),IFERROR(\(ranged),FALSE)))"
    }

    /// The ends of a range such as `40–60` or `40%–60%`.
    private func low(_ cell: String) -> String { "VALUE(LEFT(\(cell),FIND(\"–\",\(cell))-1))" }
    private func high(_ cell: String) -> String {
      "VALUE(MID(\(cell),FIND(\"–\",\(cell))+1,30))"
    }
  }

  // MARK: Places

  private func letters(_ field: ColumnField) -> String? {
    columns.firstIndex { $0.field == field }.map { CellReference.letters(ofColumn: $0 + 1) }
  }

  private func range(_ field: ColumnField) -> CellRange? {
    columns.firstIndex { $0.field == field }.flatMap { range(at: $0) }
  }

  private func range(at index: Int) -> CellRange? {
    guard let first = CellReference(row: rows.lowerBound, column: index + 1),
      let last = CellReference(row: rows.upperBound, column: index + 1)
    else { return nil }
    return CellRange(first, last)
  }

  /// A text as a formula writes it.
  private func quoted(_ text: String) -> String {
    "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
