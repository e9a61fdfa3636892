internal import KPICatalog
internal import SpreadsheetML

/// How the measure's unit decides what a blank cell gets.
///
/// A number format of the cell's own that fits the unit stays. Only a cell without one takes that of
/// another cell, and only of one whose measure has the same kind of unit.
extension QuantityForm {
  /// The unit that decides.
  private var deciding: MeasureUnit? { wantedUnit ?? unit }

  /// The format that a cell has; nil if the file names no such cell.
  func ownFormat(_ place: RegionReader.WritingPlace) -> NumberFormat? {
    place.style.map {
      reader.sheet.formats.indices.contains($0) ? reader.sheet.formats[$0] : .general
    }
  }

  // MARK: What a cell gets

  /// The value in the cell's own number format, if that fits the unit.
  func ownForm(
    _ wanted: Wanted, _ plan: Int, _ place: RegionReader.WritingPlace
  ) -> [CellWrite] {
    guard let format = ownFormat(place), ![.general, .text].contains(format.kind), fits(format),
      let (number, rule) = number(wanted.low, format)
    else { return [] }
    // Beside 11 % that is kept as 0.11 a plain 12 would be 1200 %.
    if deciding?.kind == .percent, !format.isPercent, model(inRowBeside: plan) != nil { return [] }
    return [CellWrite(plan: plan, cell: place.at, value: .number(number), rule: rule)]
  }

  /// The value as the other values of the measure are kept, where these have a format of their unit.
  func formOfRow(
    _ wanted: Wanted, _ plan: Int, _ place: RegionReader.WritingPlace
  ) -> [CellWrite] {
    guard let model = model(inRowBeside: plan) else { return [] }
    let format = reader.sheet.format(model)
    guard let (number, rule) = number(wanted.low, format) else { return [] }
    return [
      CellWrite(
        plan: plan, cell: place.at, value: .number(number),
        style: style(showing: format, like: place) ?? model.style, rule: rule)
    ]
  }

  /// The value as a plain number, in a plain format if the cell's own is of another unit.
  func plainForm(
    _ wanted: Wanted, _ plan: Int, _ place: RegionReader.WritingPlace
  ) -> [CellWrite] {
    let format = ownFormat(place) ?? .general
    guard format.kind != .text else { return [] }
    var style: Int?
    if format.kind != .general, !fits(format) {
      style = plainStyle(like: place.style)
      guard style != nil else { return [] }
    }
    guard style != nil || !format.isPercent, !format.kind.isDateOrTime || style != nil else {
      return []
    }
    return [
      CellWrite(
        plan: plan, cell: place.at, value: .number(wanted.low), style: style, rule: .number)
    ]
  }

  // MARK: What fits

  /// Whether a format shows values of the measure's unit as what they are.
  func fits(_ format: NumberFormat) -> Bool {
    guard let unit = deciding else {
      return ![.date, .dateTime, .time, .elapsed].contains(format.kind)
    }
    if format.isPercent {
      return [.percent, .percentagePoints, .ratio, .rate].contains(unit.kind)
    }
    switch format.kind {
    case .date, .dateTime: return false
    case .time, .elapsed: return unit.kind == .duration
    case .currency:
      if [.ratio, .rate].contains(unit.kind) { return true }
      guard unit.kind == .currency else { return false }
      guard let own = unit.currency?.text, let shown = format.currencyCode else { return true }
      return own == shown
    default:
      guard let shown = reader.quantities.literalUnit(format, 1) else { return true }
      return shown.kind == unit.kind && (shown.kind != .duration || shown.symbol == unit.symbol)
    }
  }

  /// Whether the format of another measure's number is one for this measure.
  func isModel(_ format: NumberFormat, of record: Int) -> Bool {
    guard followsUnit else { return true }
    return isSameUnit(reader.units[record]) && fits(format)
  }

  /// Whether the text of another measure's value is a pattern for this measure: it has the same unit,
  /// or shows none.
  func isModel(_ text: String, of record: Int) -> Bool {
    guard followsUnit, !isSameUnit(reader.units[record]),
      let quantity = QuantityText(text.trimmed)
    else { return true }
    return !quantity.isPercent && !quantity.isPoints && quantity.currency == nil
      && quantity.duration == nil && quantity.unit == nil
  }

  /// Whether a measure has the same kind of unit, of money the same currency.
  private func isSameUnit(_ other: MeasureUnit?) -> Bool {
    guard let unit = deciding, let other else { return deciding == nil && other == nil }
    guard unit.kind == other.kind else { return false }
    guard unit.kind == .currency else { return true }
    return unit.currency == other.currency && unit.symbol == other.symbol
  }

  /// Whether two formats show a number as the same thing.
  static func isAlike(_ one: NumberFormat, _ other: NumberFormat) -> Bool {
    one.kind == other.kind && one.isPercent == other.isPercent
      && one.currencyCode == other.currencyCode && one.currencySymbol == other.currencySymbol
  }

  // MARK: Other values of the measure

  private static let values: [ColumnField] = [
    .current, .target, .baseline, .targetLow, .targetHigh, .thresholdGreen, .thresholdAmber,
    .thresholdRed, .benchmark,
  ]

  /// The first other value of the measure whose format says its unit.
  private func model(inRowBeside plan: Int) -> SheetContent.Cell? {
    for field in Self.values {
      for other in reader.plans[field] ?? [] where other != plan {
        guard let (cell, _, _) = reader.cell(other), cell.number != nil else { continue }
        let format = reader.sheet.format(cell)
        let isTelling =
          format.isPercent || [.currency, .time, .elapsed].contains(format.kind)
        if isTelling, fits(format) { return cell }
      }
    }
    return nil
  }

  /// A format of the workbook that shows a number as another does, and otherwise looks like a cell.
  private func style(
    showing format: NumberFormat, like place: RegionReader.WritingPlace
  ) -> Int? {
    guard let own = place.style, reader.sheet.looks.indices.contains(own) else { return nil }
    var look = reader.sheet.looks[own]
    var best: (score: Int, style: Int)?
    for index in reader.sheet.formats.indices where reader.sheet.looks.indices.contains(index) {
      let other = reader.sheet.formats[index]
      guard Self.isAlike(other, format) else { continue }
      // Numbers may stand on the other side of the cell than blanks do.
      look.horizontalAlignment = reader.sheet.looks[index].horizontalAlignment
      look.indent = reader.sheet.looks[index].indent
      guard reader.sheet.looks[index] == look else { continue }
      let score = other.code == format.code ? 1 : 0
      if best.map({ score > $0.score }) ?? true { best = (score, index) }
    }
    return best?.style
  }
}
