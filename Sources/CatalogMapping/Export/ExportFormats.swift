internal import KPICatalog
internal import SpreadsheetML

/// The number formats of an exported table.
struct ExportFormats {
  let presentation: CatalogPresentation

  /// How values of a measure are shown: percents as percents, amounts with their currency, scores
  /// as plain numbers, with no fewer decimals than the values have.
  func format(of measure: KPIDefinition) -> NumberFormat {
    let fraction = fraction(of: measure)
    switch measure.unit?.kind {
    case .percent?: return NumberFormat(code: "0\(fraction)%")
    case .currency?:
      let mark = quoted(measure.unit.map { presentation.currencyMark($0) } ?? "")
      guard !mark.isEmpty else { return NumberFormat(code: "#,##0\(fraction)") }
      let isBefore =
        presentation.words.format("currency") == "before" && mark.unicodeScalars.count == 3
      return NumberFormat(
        code: isBefore
          ? "\(mark)#,##0\(fraction);-\(mark)#,##0\(fraction)" : "#,##0\(fraction)\\ \(mark)")
    case .count?, .rate?: return NumberFormat(code: "#,##0\(fraction)")
    case .score?, .index?, .percentagePoints?, .ratio?, .rank?:
      return NumberFormat(code: "0\(fraction)")
    case .duration?: return NumberFormat(code: "#,##0\(fraction)")
    default: return .general
    }
  }

  /// What the cell of a value holds: a percent is stored as the fraction it is.
  func stored(_ value: FiniteNumber, of measure: KPIDefinition) -> Double {
    measure.unit?.kind == .percent ? DecimalText.shift(value.double, by: -2) : value.double
  }

  /// The decimals asked for, or as many as the values have if that is more: two for all of them,
  /// further ones, up to six, only where a value has them.
  private func fraction(of measure: KPIDefinition) -> String {
    var values = [measure.baseline?.value, measure.current?.value]
    for target in measure.targets {
      if case .value(let value) = target.goal { values.append(value) }
    }
    for band in [measure.thresholds?.green, measure.thresholds?.amber] {
      if case .boundary(let value)? = band, measure.thresholds?.mode == .absolute {
        values.append(value)
      }
    }
    values += measure.benchmarks.map(\.value)
    let needed = values.compactMap { $0 }.map(Self.decimals).max() ?? 0
    let fixed = max(min(measure.decimals?.count ?? 0, 6), min(needed, 2))
    guard max(fixed, needed) > 0 else { return "" }
    return "." + String(repeating: "0", count: fixed)
      + String(repeating: "#", count: max(min(needed, 6) - fixed, 0))
  }

  private static func decimals(of value: FiniteNumber) -> Int {
    // What arithmetic leaves behind, as in 3.1000000000000005, is not shown.
    let text = FiniteNumber(DecimalText.tidied(value.double))?.description ?? ""
    guard !text.contains("e"), let point = text.firstIndex(of: ".") else { return 0 }
    return text.distance(from: point, to: text.endIndex) - 1
  }

  private func quoted(_ text: String) -> String {
    text.isEmpty ? "" : "\"" + text.filter { $0 != "\"" } + "\""
  }

  /// How days are shown.
  var date: NumberFormat {
    NumberFormat(code: presentation.words.format("date").replacing(" ", with: "\\ "))
  }
}
