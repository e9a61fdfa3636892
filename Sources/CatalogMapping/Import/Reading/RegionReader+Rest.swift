internal import KPICatalog
internal import SpreadsheetML

extension RegionReader {
  /// Instrument, dates, links and relations to other measures.
  mutating func readRest() {
    if case .date(let date)? = moment(.reviewDate, as: "reviewDate", isDay: true) {
      draft.definition.reviewDate = date
    }
    readInstrument()
    readEvidence()
    draft.pairedWith = references(.pairedWith)
    draft.derivedFrom = references(.derivedFrom)
    readWindow()
    readDecimals()
    readValueType()
  }

  private mutating func readInstrument() {
    var instrument = Instrument()
    instrument.question = localized(.surveyQuestion, as: "instrument.question")
    instrument.sampleSize = count(.sampleSize, as: "instrument.sampleSize")
    instrument.minimumSample = count(.minimumSample, as: "instrument.minimumSample")
    instrument.responseRate = plain(.responseRate, as: "instrument.responseRate")
    if instrument != Instrument() { draft.definition.instrument = instrument }
  }

  private mutating func count(
    _ field: ColumnField, as key: String, upTo most: UInt = .max
  ) -> UInt? {
    guard let plan = plans[field]?.first, let (cell, place, _) = cell(plan) else { return nil }
    let number: Double?
    switch cell.value {
    case .number(let value): number = value
    case .text(let text):
      number = QuantityText(text.trimmed).map { $0.first.value(decimalMark: quantities.sheetMark) }
    default: number = nil
    }
    guard let number, let count = UInt(exactly: number), count <= most else {
      keepCell(cell, plan, place)
      return nil
    }
    note(key, place, .plainNumber, plan: plan)
    return count
  }

  private mutating func readEvidence() {
    for plan in plans[.evidence] ?? [] {
      guard let (text, place) = text(plan) else { continue }
      for part in Self.list(text, separators: ";\n") {
        let isLink = part.hasPrefix("http") || part.hasPrefix("www.")
        draft.definition.evidence.append(
          isLink
            ? Evidence(link: part)
            : Evidence(title: LocalizedText(part, language: language(of: plan))))
      }
      note("evidence", place, .text, plan: plan)
    }
  }

  private mutating func references(_ field: ColumnField) -> [DraftMeasure.Reference] {
    guard let plan = plans[field]?.first, let (text, place) = text(plan) else { return [] }
    note(field.name, place, .text, plan: plan)
    return Self.list(text, separators: ";,\n|").map {
      DraftMeasure.Reference(text: $0, cell: place, heading: region.plans[plan].heading)
    }
  }

  /// `P12M rolling`, `12 months`, `30 days, rolling`.
  private mutating func readWindow() {
    guard let plan = plans[.window]?.first, let (text, place) = text(plan) else { return }
    let words = Folding.fold(text).split(separator: " ")
    let isRolling = words.contains {
      [
        "rolling", "glissant", "glissante", "glissants", "mobile", "mobili", "rollierend",
        "gleitend", "movil", "moviles",
      ].contains($0)
    }
    var period = words.lazy.compactMap { CalendarPeriod($0.uppercased()) }.first
    if period == nil,
      let quantity = QuantityText(words.filter { !$0.hasPrefix("roll") }.joined(separator: " ")),
      let symbol = quantity.duration, let count = Int(exactly: quantity.first.value)
    {
      let letter = ["d": "D", "wk": "W", "mo": "M", "yr": "Y"][symbol]
      period = letter.flatMap { CalendarPeriod("P\(count)\($0)") }
    }
    guard let period else { return keep(plan, text) }
    draft.definition.window = MeasureWindow(period, isRolling: isRolling)
    note("window", place, .text, plan: plan)
  }

  private mutating func readDecimals() {
    guard let number = count(.decimals, as: "decimals", upTo: 10) else { return }
    draft.definition.decimals = DecimalPlaces(Int(clamping: number))
  }

  private mutating func readValueType() {
    guard let plan = plans[.valueType]?.first, let (text, place) = text(plan) else { return }
    guard let type = ValueType(rawValue: Folding.fold(text)) else { return keep(plan, text) }
    draft.definition.valueType = type
    note("valueType", place, .word, plan: plan)
  }

  // MARK: Custom columns

  /// Keeps every other column under its heading, typed as the cell is.
  mutating func readCustom() {
    for plan in customPlans {
      guard let (cell, place, rule) = cell(plan), rule == nil,
        let value = customValue(cell, plan, place)
      else { continue }
      note("custom.\(keep(plan, value))", place, .custom, plan: plan)
    }
  }

  /// Keeps a value under its column's heading, with the letters of the column if another has that.
  ///
  /// - Returns: The name it is kept under.
  @discardableResult
  mutating func keep(_ plan: Int, _ value: CustomValue) -> String {
    var heading = region.plans[plan].heading
    if let known = place(ofCustom: heading) {
      if custom[known].value == value { return heading }
      heading += " (\(CellReference.letters(ofColumn: region.plans[plan].column)))"
    }
    if place(ofCustom: heading) == nil { addCustom(heading, value) }
    return heading
  }

  /// Keeps what stands in the record and was neither read nor told.
  mutating func keepUnseen() {
    for plan in region.plans.indices where !hasSeen(plan) {
      let field = region.plans[plan].field
      guard !field.isCustom, field != .ignore else { continue }
      guard let (cell, place, rule) = cell(plan), rule == nil, !isUnticked(cell, plan),
        cell.text.map({ !MissingWords.contains($0) }) ?? true,
        let value = customValue(cell, plan, place)
      else { continue }
      let text = CodeReading.text(cell, in: sheet) ?? ""
      find(.cellKept(text.onOneLine, field: FieldNames.name(field)), place)
      note("custom.\(keep(plan, value))", place, .custom, plan: plan)
    }
  }

  /// Whether a cell says no in a column for ticks.
  private func isUnticked(_ cell: SheetContent.Cell, _ plan: Int) -> Bool {
    guard region.plans[plan].tickValue != nil else { return false }
    guard let text = cell.text else { return true }
    return WordList.boolean.value(of: text) != nil
  }

  /// Keeps a cell that its field cannot take in under its heading, and tells it.
  mutating func keepCell(_ cell: SheetContent.Cell, _ plan: Int, _ place: CellReference) {
    guard cell.text.map({ !MissingWords.contains($0) }) ?? true,
      let value = customValue(cell, plan, place)
    else { return }
    let text = CodeReading.text(cell, in: sheet) ?? ""
    find(.cellKept(text.onOneLine, field: FieldNames.name(region.plans[plan].field)), place)
    note("custom.\(keep(plan, value))", place, .custom, plan: plan)
  }

  /// Keeps the cells of plans whose values do not go together.
  mutating func keepCells(_ plans: [Int]) {
    for plan in plans {
      if let (cell, place, _) = cell(plan) { keepCell(cell, plan, place) }
    }
  }

  private mutating func customValue(
    _ cell: SheetContent.Cell, _ plan: Int, _ place: CellReference
  ) -> CustomValue? {
    switch cell.value {
    case .blank: return nil
    case .text(let text):
      let trimmed = text.trimmed
      if region.plans[plan].moment == nil, trimmed.utf8.count <= 10,
        let date = customDate(trimmed, plan, place)
      {
        return date
      }
      // A delimited file has no formats: times and decimals are known by their form, as days are.
      if sheet.isDelimited, let value = delimitedValue(trimmed, plan) { return value }
      return trimmed.isEmpty ? nil : .text(trimmed)
    case .boolean(let truth): return .boolean(truth)
    case .error(let error):
      find(.errorCell(error.word, field: "value under '\(region.plans[plan].heading)'"), place)
      return .error(error.word)
    case .isoDate(let text): return CustomValue(text)
    case .number(let number):
      let format = sheet.format(cell)
      if format.kind.isDateOrTime, format.kind != .elapsed {
        var bytes: [UInt8] = []
        guard SerialDate.appendISO8601(number, as: format.kind, in: sheet.dateSystem, to: &bytes)
        else {
          return FiniteNumber(number).map { .number($0) }
        }
        return CustomValue(String(decoding: bytes, as: UTF8.self))
      }
      if format.kind == .general || format.kind == .number, isPadded(format) {
        return .text(format.text(for: number))
      }
      let tidied = DecimalText.tidied(number)
      let value = format.isPercent ? DecimalText.shift(tidied, by: 2) : tidied
      return FiniteNumber(value).map { .number($0) }
    }
  }

  /// What a text of a delimited file is, if it is not only a text.
  private func delimitedValue(_ text: String, _ plan: Int) -> CustomValue? {
    if let moment = DateText(text) { return .date(moment) }
    if let decimal = readings[plan].numbers?.decimal(text) {
      return Double(decimal).flatMap { FiniteNumber($0) }.map { .number($0) }
    }
    guard region.layout == .fields else { return nil }
    if text.hasPrefix("'"), text.count > 1 { return .text(String(text.dropFirst())) }
    switch SheetContent.value(of: text) {
    case .number(let number): return FiniteNumber(number).map { .number($0) }
    case .boolean(let truth): return .boolean(truth)
    default: return nil
    }
  }

  /// Keeps what stands beyond the last heading of a delimited file, and tells it: mostly a text that
  /// holds the mark between fields has moved what follows it.
  mutating func readBeyondHeader() {
    guard let lastHeading else { return }
    let row = sheet.rows[region.records[record].index]
    guard let last = row.cells.last?.column, last > lastHeading else { return }
    var isTold = false
    for cell in row.cells where cell.column > lastHeading && !cell.isBlank {
      guard let text = CodeReading.text(cell, in: sheet),
        let place = CellReference(row: row.number, column: cell.column)
      else { continue }
      var heading = CellReference.letters(ofColumn: cell.column)
      // A column may be called so.
      while self.place(ofCustom: heading) != nil { heading += " (\(place))" }
      addCustom(heading, .text(text))
      note("custom.\(heading)", place, .custom)
      if !isTold { find(.beyondHeader(text.onOneLine, column: heading), place) }
      isTold = true
    }
  }

  /// Whether a format pads with zeros, as codes are shown: `000`, `00000`.
  private func isPadded(_ format: NumberFormat) -> Bool {
    let code = format.code
    return code.count >= 2 && code.allSatisfy { $0 == "0" }
  }

  private mutating func customDate(_ text: String, _ plan: Int, _ place: CellReference)
    -> CustomValue?
  {
    guard let date = CivilDate(text) else { return nil }
    return DateText(date.description).map { .date($0) }
  }
}
