internal import KPICatalog
internal import SpreadsheetML

extension FieldWriting {
  /// The boundaries of the colors, in three columns or in one cell: each number that was one of the
  /// old boundaries becomes the new one.
  func thresholds() -> [[Candidate]] {
    let columns: [ColumnField] = [.thresholdGreen, .thresholdAmber, .thresholdRed]
    if columns.contains(where: { first($0) != nil }) { return thresholdColumns(columns) }
    guard let (plan, place) = first(.thresholds) else { return [] }
    guard wanted.thresholds != nil else { return [[[cleared(plan, place)]]] }
    var texts: [String] = []
    if let old = place.cell?.text { texts += substituted(old, plan, current.thresholds) }
    for text in WordSpelling(reader: reader).columnTexts(plan).prefix(20) {
      if let read = thresholds(in: text, plan) { texts += substituted(text, plan, read) }
    }
    if case .number? = place.cell?.value, case .boundary(let green)? = wanted.thresholds?.green,
      wanted.thresholds?.amber == nil
    {
      return [
        form.writes(
          QuantityForm.Wanted(low: green.double), plan, place
        ).map { [$0] }
      ]
    }
    texts += [spelledOut(plan)].compactMap { $0 }
    return [texts.map { [write(plan, place, .text($0), .bands)] }]
  }

  // MARK: One cell

  /// What a text of the column says, for texts of other rows.
  private func thresholds(in text: String, _ plan: Int) -> Thresholds? {
    let order = BandText.order(in: reader.region.plans[plan].heading, language: reader.language)
    guard let bands = BandText(text, language: reader.language, order: order) else { return nil }
    var conditions: [BandColor: BandCondition] = [:]
    for (color, piece) in bands.conditions {
      guard RegionReader.shareOfTarget(piece) == nil, let quantity = QuantityText(piece) else {
        return nil
      }
      let mark = self.mark(plan)
      conditions[color] = BandCondition(
        comparison: quantity.comparison,
        low: quantity.first.value(decimalMark: mark) * (quantity.firstIsNegative ? -1 : 1),
        high: quantity.second.map {
          $0.value(decimalMark: mark) * (quantity.secondIsNegative ? -1 : 1)
        })
    }
    let read = BandRules.thresholds(conditions, direction: wanted.direction)
    // A rule the other way round is no pattern.
    guard let read, Self.shape(read) == wanted.thresholds.map(Self.shape) else { return nil }
    return read
  }

  /// Which boundaries there are, and which way they go.
  private static func shape(_ thresholds: Thresholds) -> [Int] {
    let values = numbers(thresholds)
    guard let green = values.green.first else { return [0, values.amber.count] }
    let order = values.amber.first.map { $0 < green ? -1 : $0 > green ? 1 : 0 } ?? 9
    return [values.green.count, values.amber.count, order]
  }

  private static func numbers(_ thresholds: Thresholds) -> (green: [Double], amber: [Double]) {
    func values(_ band: Thresholds.Band?) -> [Double] {
      switch band {
      case .boundary(let value)?: [value.double]
      case .range(let range)?: [range.low.double, range.high.double]
      case nil: []
      }
    }
    return (values(thresholds.green), values(thresholds.amber))
  }

  private func mark(_ plan: Int) -> DecimalMark {
    reader.readings[plan].decimalMark ?? reader.quantities.sheetMark
      ?? (reader.language.base == .english ? .point : .comma)
  }

  /// A text of rules with its numbers replaced.
  private func substituted(_ text: String, _ plan: Int, _ old: Thresholds?) -> [String] {
    guard let old, let new = wanted.thresholds else { return [] }
    let mark = mark(plan)
    let spans = NumberForm.spans(in: text)
    var results: [String] = []
    for map in maps(old, new) {
      var changes: [(range: Range<String.Index>, text: String)] = []
      for span in spans {
        let sample = text[span]
        guard let number = Self.value(sample, mark), let value = map(number) else { continue }
        changes.append((span, NumberForm(sample, mark: mark).text(value)))
      }
      results.append(text.replacing(changes))
    }
    return results
  }

  private static func value(_ sample: Substring, _ mark: DecimalMark) -> Double? {
    let digits = sample.drop { "+-−–".contains($0) }
    guard let number = NumberText(digits)?.value(decimalMark: mark) else { return nil }
    return sample.first.map { "-−–".contains($0) } ?? false ? -number : number
  }

  /// How far a number may be from the boundary that it stands for: `≤ 37` beside `≥ 38`.
  private static let steps = [0, 1, 0.1, 0.01, -1, -0.1, -0.01]

  /// How old numbers become new ones; numbers one step beside a boundary go with it.
  private func maps(_ old: Thresholds, _ new: Thresholds) -> [(Double) -> Double?] {
    let from = Self.numbers(old)
    let to = Self.numbers(new)
    var pairs = Array(zip(from.green, to.green)) + Array(zip(from.amber, to.amber))
    // A boundary that two colors share is one number only if both go to the same.
    pairs = pairs.filter { pair in pairs.allSatisfy { $0.0 != pair.0 || $0.1 == pair.1 } }
    func exact(_ number: Double) -> Double? { pairs.first { $0.0 == number }?.1 }
    return [
      { number in
        if let value = exact(number) { return value }
        for step in Self.steps {
          let moved = DecimalText.tidied(number + step)
          if let value = exact(moved) { return DecimalText.tidied(value - step) }
        }
        return nil
      }, exact,
    ]
  }

  /// Rules in plain words, where nothing shows another form.
  private func spelledOut(_ plan: Int) -> String? {
    guard let new = wanted.thresholds, new.mode == .absolute else { return nil }
    let form = NumberForm("0", mark: mark(plan))
    func word(_ status: String) -> String {
      WordList.status.words(for: status, language: reader.languageIndex).first?.lowercased()
        ?? status
    }
    let values = Self.numbers(new)
    if values.green.count == 2 {
      var text = "\(word("green")): \(form.text(values.green[0]))–\(form.text(values.green[1]))"
      if values.amber.count == 2 {
        text += "; \(word("amber")): \(form.text(values.amber[0]))–\(form.text(values.amber[1]))"
      }
      return text
    }
    let isHigher =
      values.green.first.flatMap { green in values.amber.first.map { green > $0 } }
      ?? (wanted.direction != .lowerIsBetter)
    let (sign, beyond) = isHigher ? ("≥", "<") : ("≤", ">")
    var parts: [String] = []
    if let green = values.green.first {
      parts.append("\(word("green")): \(sign) \(form.text(green))")
    }
    if let amber = values.amber.first {
      parts.append("\(word("amber")): \(sign) \(form.text(amber))")
      parts.append("\(word("red")): \(beyond) \(form.text(amber))")
    }
    return parts.joined(separator: "; ")
  }

  // MARK: Columns

  private func thresholdColumns(_ fields: [ColumnField]) -> [[Candidate]] {
    let places = fields.map { first($0) }
    guard let new = wanted.thresholds else {
      return [
        [
          places.compactMap { $0 }.filter { $0.place.cell != nil }.map {
            cleared($0.plan, $0.place)
          }
        ]
      ]
    }
    let values = Self.numbers(new)
    // Each column by itself, then all together.
    var single: [Candidate] = []
    var together: Candidate = []
    for (color, place) in places.enumerated() {
      guard let (plan, place) = place else { continue }
      var ways: [CellWrite] = []
      if let cell = place.cell, !cell.isBlank, let old = current.thresholds {
        ways = columnWays(cell, plan, place, old, new, form)
      }
      let own = color == 0 ? values.green : values.amber
      if place.cell?.isBlank ?? true || ways.isEmpty, color < 2 {
        if let low = own.first {
          ways += form.writes(
            QuantityForm.Wanted(low: low, high: own.count > 1 ? own[1] : nil), plan, place)
        } else if place.cell != nil {
          ways = [cleared(plan, place)]
        }
      }
      single += ways.map { [$0] }
      if let way = ways.first { together.append(way) }
    }
    let several = together.count > 1 ? [together] : []
    // All combinations of two, for a boundary that two columns state.
    var pairs: [Candidate] = []
    for (index, one) in together.enumerated() {
      for other in together[(index + 1)...] where together.count > 2 { pairs.append([one, other]) }
    }
    return [single + pairs + several, single + pairs + several]
  }

  /// The cell that says for red what follows from the other colors, with what it may become.
  struct RedCell {
    var cell: SheetContent.Cell
    var at: CellReference
    /// Contents in the same form with the new boundary.
    var ways: [CellWrite]
  }

  /// The red cell of the record, if it does not say the boundaries that are wanted.
  ///
  /// - Parameter old: The thresholds that it was written for.
  /// - Returns: The cell; nil if there is none or it says them.
  func staleRed(_ old: Thresholds?) -> RedCell? {
    guard let new = wanted.thresholds, let (plan, place) = first(.thresholdRed),
      let cell = place.cell, !cell.isBlank, !cell.isFormula
    else { return nil }
    let numbers: [Double]
    switch cell.value {
    case .number(let number):
      numbers = [reader.sheet.format(cell).isPercent ? DecimalText.shift(number, by: 2) : number]
    case .text(let text):
      numbers = NumberForm.spans(in: text).compactMap { Self.value(text[$0], mark(plan)) }
    default: return nil
    }
    let values = Self.numbers(new)
    let boundaries = values.amber.isEmpty ? values.green : values.amber
    if numbers.allSatisfy({ boundaries.contains($0) }) { return nil }
    let ways = old.map { columnWays(cell, plan, place, $0, new, form) } ?? []
    let isBeside = numbers.allSatisfy { number in
      Self.steps.contains { boundaries.contains(DecimalText.tidied(number + $0)) }
    }
    guard !ways.isEmpty || !isBeside else { return nil }
    return RedCell(cell: cell, at: place.at, ways: ways)
  }

  private func columnWays(
    _ cell: SheetContent.Cell, _ plan: Int, _ place: RegionReader.WritingPlace, _ old: Thresholds,
    _ new: Thresholds, _ form: QuantityForm
  ) -> [CellWrite] {
    switch cell.value {
    case .number(let number):
      let format = reader.sheet.format(cell)
      let shown = format.isPercent ? DecimalText.shift(number, by: 2) : number
      for map in maps(old, new) {
        if let value = map(shown), value != shown, let (raw, rule) = form.number(value, format) {
          return [CellWrite(plan: plan, cell: place.at, value: .number(raw), rule: rule)]
        }
      }
      return []
    case .text(let text):
      return substituted(text, plan, old).filter { $0 != text }.map {
        CellWrite(plan: plan, cell: place.at, value: .text($0), rule: .bands)
      }
    default: return []
    }
  }
}
