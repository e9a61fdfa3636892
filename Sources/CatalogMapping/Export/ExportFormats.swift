internal import KPICatalog
internal import SpreadsheetML

/// The number formats of an exported table.
struct ExportFormats {
  let presentation: CatalogPresentation
  /// How many decimals the measures of one sort are shown with, so that the points of a column stand
  /// below one another.
  private let decimals: [Sort: Int]

  init(presentation: CatalogPresentation) {
    self.presentation = presentation
    var decimals: [Sort: Int] = [:]
    for measure in presentation.catalog.measures {
      guard let sort = Sort(measure) else { continue }
      let wanted = max(min(measure.decimals?.count ?? 0, 2), min(Self.needed(by: measure), 2))
      decimals[sort] = max(decimals[sort] ?? 0, wanted)
    }
    // Amounts have cents or none.
    for (sort, count) in decimals where sort.kind == .currency && count > 0 { decimals[sort] = 2 }
    self.decimals = decimals
  }

  /// Measures whose values are of one sort: percents, amounts in one currency, scores on one scale.
  private struct Sort: Hashable {
    let kind: UnitKind
    let symbol: String?
    let ends: [FiniteNumber?]

    init?(_ measure: KPIDefinition) {
      guard let unit = measure.unit else { return nil }
      kind = unit.kind
      symbol = unit.currency?.text ?? unit.symbol ?? unit.per
      ends = unit.kind == .percent ? [] : [measure.scale?.minimum, measure.scale?.maximum]
    }
  }

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

  /// The decimals asked for, or as many as the values have if that is more: two for all of them and
  /// for all measures of the sort, further ones, up to six, only where a value has them.
  private func fraction(of measure: KPIDefinition) -> String {
    let needed = Self.needed(by: measure)
    let own = max(min(measure.decimals?.count ?? 0, 6), min(needed, 2))
    let fixed = max(own, Sort(measure).flatMap { decimals[$0] } ?? 0)
    guard max(fixed, needed) > 0 else { return "" }
    return "." + String(repeating: "0", count: fixed)
      + String(repeating: "#", count: max(min(needed, 6) - fixed, 0))
  }

  /// How many decimals the values of a measure have.
  private static func needed(by measure: KPIDefinition) -> Int {
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
    return values.compactMap { $0 }.map(Self.decimals).max() ?? 0
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
