internal import KPICatalog
internal import SpreadsheetML

extension ApplySession {
  /// The cells of a new row that stay blank and would show a value in the format of another unit: a
  /// score typed into them later would be a percentage.
  ///
  /// They take the format of the nearest row with the same kind of unit, else the general one.
  func blankCells(of record: NewRecord) -> [ApplyPlan.AddedCell] {
    let index = record.source.region
    let reader = readers[index]
    guard record.measure != nil, reader.region.layout != .cards,
      let unit = reader.units[record.source.record]
    else { return [] }
    let place = result.survey.found[index].sheet
    let sheet = result.book.sheets[place]
    let own = result.survey.found[index].region.records
    let model = own.firstIndex { $0.row == record.model }.flatMap { reader.units[$0] }
    guard model.map({ !Self.isSameUnit($0, unit) }) ?? true else { return [] }
    let alike = own.indices.filter { reader.units[$0].map { Self.isSameUnit($0, unit) } ?? false }
      .sorted { abs(own[$0].row - record.model) < abs(own[$1].row - record.model) }
    let fields: [ColumnField] = [
      .current, .baseline, .target, .targetLow, .targetHigh, .thresholdGreen, .thresholdAmber,
      .thresholdRed, .benchmark, .rangeMin, .rangeMax,
    ]
    let columns = Set(
      fields.flatMap { reader.plans[$0] ?? [] }.map { reader.region.plans[$0].column })
    var cells: [ApplyPlan.AddedCell] = []
    for column in columns.sorted() {
      guard let at = CellReference(row: record.row, column: column),
        (writes[SheetCell(sheet: place, cell: at)]?.write.value ?? .blank) == .blank,
        !(sheet.cell(row: record.model, column: column)?.isFormula ?? false)
      else { continue }
      let style = style(record.model, column, sheet)
      guard let format = numberFormat(style), format.kind != .text else { continue }
      let donor = alike.first.flatMap { numberFormat(self.style(own[$0].row, column, sheet)) }
      let isOfUnit =
        [.percent, .currency, .time, .elapsed].contains(format.kind)
        || reader.quantities.literalUnit(format, 1) != nil
      guard let code = donor?.code ?? (isOfUnit ? "General" : nil), code != format.code else {
        continue
      }
      let new = self.style(code, like: style, sheet)
      cells.append(
        ApplyPlan.AddedCell(
          column: column, field: "format", value: .blank, shown: nil,
          style: StyleIndex(made(new)?.like ?? new), numberFormat: made(new)?.code,
          rule: .columnWord))
    }
    return cells
  }

  /// The index of the format of a cell of the book.
  private func style(_ row: Int, _ column: Int, _ sheet: SheetContent) -> Int {
    sheet.cell(row: row, column: column)?.style ?? sheet.row(row)?.blankStyles[column] ?? 0
  }

  /// A format that looks like another and has a number format: one of the workbook's, else a new one.
  private func style(_ code: String, like style: Int, _ sheet: SheetContent) -> Int {
    guard sheet.looks.indices.contains(style), style < formatCount else { return style }
    return sheet.formats.indices.first {
      $0 < formatCount && sheet.formats[$0].code == code && sheet.looks.indices.contains($0)
        && sheet.looks[$0] == sheet.looks[style]
    } ?? makeFormat(code, like: style)
  }

  private static func isSameUnit(_ one: MeasureUnit, _ other: MeasureUnit) -> Bool {
    one.kind == other.kind && (one.kind != .currency || one.currency == other.currency)
  }
}
