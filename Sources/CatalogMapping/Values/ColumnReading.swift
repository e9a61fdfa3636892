internal import KPICatalog
internal import SpreadsheetML

/// How the cells of one column are read: what its texts share decides, never one cell alone.
struct ColumnReading: Sendable {
  /// The decimal mark its texts show; nil if none of them decides.
  var decimalMark: DecimalMark?
  /// Whether days come before months; nil if its texts allow both.
  var dayFirst: Bool?
  /// Whether some date can be read in two ways and none decides.
  var hasDoubtfulDates = false
  /// Whether all plain numbers lie between -1 and 1, so that they may be fractions.
  var mayBeFractions = false
  /// Whether `+` stands in it, so that `-` means lower.
  var hasPlusSigns = false
  /// Whether weights are percents: some number is above 1.
  var isPercentWeight = false
  /// Which texts of a delimited file's own column are numbers.
  var numbers: ColumnNumbers?

  /// Looks at the cells of a column.
  init(_ field: ColumnField, _ cells: [SheetContent.Cell], of sheet: SheetContent) {
    if sheet.isDelimited, field.isCustom || field == .path {
      numbers = ColumnNumbers(
        cells.lazy.compactMap(\.text), hasDecimalCommas: sheet.hasDecimalCommas)
    }
    var isFraction = false
    var isPlain = true
    // Columns repeat themselves, and what a text is does not change.
    var known: Set<String> = []
    for cell in cells {
      switch cell.value {
      case .text(let text):
        guard text.utf8.count <= 60, known.insert(text).inserted,
          let quantity = look(text.trimmed, field), quantity.isPlain
        else { continue }
        // The comma of 0,884 cannot part thousands.
        if quantity.first.value.magnitude > 1 {
          isPlain = false
        } else if quantity.first.value != 0, quantity.first.value.magnitude != 1 {
          isFraction = true
        }
      case .number(let number):
        let format = sheet.format(cell)
        guard !format.isPercent, !format.kind.isDateOrTime else { continue }
        if number.magnitude > 1 {
          isPlain = false
          isPercentWeight = true
        } else if number != 0, number.magnitude != 1 {
          isFraction = true
        }
      default: break
      }
    }
    mayBeFractions = isFraction && isPlain
  }

  /// Looks at a text; gives the quantity it is.
  @discardableResult
  private mutating func look(_ text: String, _ field: ColumnField) -> QuantityText? {
    if field == .direction {
      if text == "+" { hasPlusSigns = true }
      return nil
    }
    if field == .targetDate || field == .reviewDate || field == .baselineDate
      || field == .currentDate
      || field.isCustom || field.isQuantity
    {
      lookAtDate(text)
    }
    guard field.isQuantity || field == .thresholds || field == .weight || field == .scale,
      text.utf8.contains(where: { $0 >= 0x30 && $0 <= 0x39 }), let quantity = QuantityText(text)
    else { return nil }
    for number in [quantity.first, quantity.second].compactMap({ $0 }) {
      if let mark = number.decimalMark { decimalMark = mark }
      if field == .weight, !quantity.isPercent, quantity.outOf == nil, number.value > 1 {
        isPercentWeight = true
      }
    }
    return quantity
  }

  private mutating func lookAtDate(_ text: String) {
    guard let found = PeriodReading.moment(in: text), case .date = found.moment else { return }
    if found.isAmbiguous {
      hasDoubtfulDates = true
      return
    }
    let words = PeriodWords(text)
    guard words.count == 3, case .number(let a, digits: 1...2) = words.items[0],
      case .number(let b, digits: 1...2) = words.items[1]
    else { return }
    if a > 12 { dayFirst = true }
    if b > 12 { dayFirst = false }
  }

  /// The reading of a sheet as a whole, for columns that do not decide by themselves.
  static func sheetMark(_ readings: [ColumnReading]) -> DecimalMark? {
    let marks = Set(readings.compactMap(\.decimalMark))
    return marks.count == 1 ? marks.first : nil
  }
}
