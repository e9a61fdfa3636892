internal import KPICatalog
internal import SpreadsheetML

extension ApplySession {
  /// Lets the number formats of a measure's values show its new currency.
  ///
  /// A format of the workbook that does so is taken, else one is made. What cannot follow is told.
  ///
  /// - Returns: Whether a format follows.
  func keepCurrency(
    _ part: CatalogAssembly.Source, _ parts: [CatalogAssembly.Source], _ wanted: KPIDefinition,
    _ base: KPIDefinition
  ) -> Bool {
    guard let unit = wanted.unit, unit.kind == .currency, let currency = unit.currency?.text,
      base.unit?.kind == .currency, base.unit?.currency != unit.currency
    else { return false }
    _ = readers[part.region].readRecord(part.record)
    let reader = readers[part.region]
    let fields: [ColumnField] = [
      .current, .baseline, .target, .targetLow, .targetHigh, .thresholdGreen, .thresholdAmber,
      .thresholdRed, .benchmark, .rangeMin, .rangeMax,
    ]
    var way: Candidate = []
    var texts: Candidate = []
    var left: [CellReference] = []
    for plan in fields.flatMap({ reader.plans[$0] ?? [] }) {
      guard let place = reader.writingPlace(plan), let cell = place.cell,
        !way.contains(where: { $0.cell == place.at })
      else { continue }
      if case .text(let text) = cell.value, let old = base.unit?.currency?.text,
        let mark = Self.marks(old, base.unit?.symbol).first(where: { text.contains($0) })
      {
        guard !cell.isFormula, place.merge == nil else {
          left.append(place.at)
          continue
        }
        let new = text.replacing(mark, with: unit.symbol ?? currency, maxReplacements: 1)
        texts.append(
          CellWrite(
            plan: plan, cell: place.at, value: .text(new), rule: .numberInText, isPart: true))
        continue
      }
      let format = reader.sheet.format(cell)
      guard let shown = format.currencyCode ?? base.unit?.currency?.text,
        format.kind == .currency, shown != currency
      else { continue }
      guard cell.number != nil, !cell.isFormula, place.merge == nil,
        let style = style(showing: currency, insteadOf: format, cell.style)
      else {
        left.append(place.at)
        continue
      }
      way.append(
        CellWrite(
          plan: plan, cell: place.at, value: cell.value, style: style, rule: .currencyFormat))
    }
    // Where the workbook goes on to say the old currency, its formats do too.
    guard says(unit.currency, with: way + texts, part, parts, wanted) else { return false }
    var isTaken = !way.isEmpty && take(way, part, parts, wanted)
    if !isTaken { left = way.map(\.cell) + left }
    for text in texts {
      if take([text], part, parts, wanted) { isTaken = true } else { left.append(text.cell) }
    }
    guard let first = left.first else { return isTaken }
    let sheet = result.book.sheets[result.survey.found[part.region].sheet]
    let code = sheet.cell(row: first.row, column: first.column).map { sheet.format($0).code } ?? ""
    plan.findings.append(
      Diagnostic(
        .warning, at: Place(file: result.book.name, sheet: sheet.name, cell: first),
        "'\(wanted.id)': the unit becomes \(currency), but \(Self.list(left.map { "\($0)" })) still "
          + "\(left.count == 1 ? "shows" : "show") \(base.unit?.currency?.text ?? "another currency")"
          + "\(code.isEmpty || code == "General" ? "" : " by the number format \(code)"); change it by "
          + "hand",
        rule: "currency-format"))
    return isTaken
  }

  /// Whether a measure reads with a currency once some cells are written.
  private func says(
    _ currency: CurrencyCode?, with way: Candidate, _ part: CatalogAssembly.Source,
    _ parts: [CatalogAssembly.Source], _ wanted: KPIDefinition
  ) -> Bool {
    let undo = put(way, part.region)
    defer { restore(undo, part.region) }
    return read(parts, like: wanted)?.unit?.currency == currency
  }

  /// How texts write a currency.
  private static func marks(_ currency: String, _ symbol: String?) -> [String] {
    let signs = ["EUR": "€", "USD": "$", "GBP": "£", "JPY": "¥", "CNY": "¥", "INR": "₹"]
    return [symbol, currency, signs[currency]].compactMap(\.self).filter { !$0.isEmpty }
  }

  /// Puts the formats in, if the measure says no less then.
  private func take(
    _ way: Candidate, _ part: CatalogAssembly.Source, _ parts: [CatalogAssembly.Source],
    _ wanted: KPIDefinition
  ) -> Bool {
    guard let before = read(parts, like: wanted), refusal(way, part, "unit", wanted) == nil else {
      return false
    }
    let undo = put(way, part.region)
    guard let after = read(parts, like: wanted),
      changes(after, wanted).count <= changes(before, wanted).count
    else {
      restore(undo, part.region)
      return false
    }
    let index = result.survey.found[part.region].sheet
    for write in way {
      // A cell that gets another number too is told by that.
      let key = SheetCell(sheet: index, cell: write.cell)
      if writes[key] == nil {
        note([write], part, "unit", wanted.id)
      } else {
        writes[key]?.write.style = write.style
      }
    }
    return true
  }

  /// A format that is like another but shows a currency: one of the workbook's, else a new one.
  private func style(
    showing currency: String, insteadOf format: NumberFormat, _ style: Int
  ) -> Int? {
    guard let new = format.showing(currency: currency), let sheet = result.book.sheets.first,
      sheet.looks.indices.contains(style), style < formatCount
    else { return nil }
    if let known = sheet.formats.indices.first(where: {
      sheet.formats[$0] == new && sheet.looks.indices.contains($0)
        && sheet.looks[$0] == sheet.looks[style]
    }) {
      return known
    }
    return makeFormat(new.code, like: style)
  }
}
