internal import KPICatalog
internal import SpreadsheetML

extension RegionReader {
  // MARK: Unit

  mutating func readUnit() {
    // Nb and n.b. are the same letters: a unit's own words come before those for no value.
    if let plan = plans[.unit]?.first, let (text, place) = text(plan, keepsMissing: true) {
      let unit: MeasureUnit?
      if let known = unitCache.value(of: text) {
        unit = known
      } else {
        unit = UnitWords(text, language: languageIndex)?.unit
        unitCache.keep(unit, for: text)
      }
      if let unit {
        draft.definition.unit = unit
        note("unit", place, .unitWord, plan: plan)
      } else if MissingWords.contains(text) {
        find(.missingWord(text, field: "unit"), place)
      } else {
        find(
          .unknownWord(text, field: "unit", nearest: WordReading.nearest(to: text, in: .unit)),
          place)
        keep(plan, text)
      }
    }
    readCurrency()
    if draft.definition.unit == nil, let word = context.unit, let words = UnitWords(word.text) {
      draft.definition.unit = words.unit
      note("unit", word.cell, .heading)
    }
    if draft.definition.unit == nil, plans[.unit] == nil { readUnitOfName() }
  }

  /// The unit in brackets behind the name, where no column has units: `Cost per visit (€)`.
  private mutating func readUnitOfName() {
    guard let text = draft.definition.name.entries.first?.text, text.utf8.last == UInt8(ascii: ")"),
      let open = text.lastIndex(of: "("),
      let words = UnitWords(heading: String(text[text.index(after: open)...].dropLast()).trimmed)
    else { return }
    draft.definition.unit = words.unit
    note("unit", draft.nameCell, .unitWord)
  }

  private mutating func readCurrency() {
    guard let plan = plans[.currency]?.first, let (text, place) = text(plan) else { return }
    guard let money = CurrencyWords(text), let code = money.code else { return keep(plan, text) }
    if draft.definition.unit == nil {
      draft.definition.unit = money.unit
    } else if draft.definition.unit?.kind == .currency, draft.definition.unit?.currency == nil {
      draft.definition.unit?.currency = code
    } else if draft.definition.unit?.kind != .currency {
      return keep(plan, text)
    }
    note("unit.currency", place, .unitWord, plan: plan)
  }

  // MARK: Closed lists

  mutating func readWords() {
    readDirection()
    readFrequency()
    if let text = word(.leadLag, .leadLag) { draft.definition.leadLag = LeadLag(rawValue: text) }
    readMethod()
    if let text = word(.lifecycle, .lifecycle), let state = Lifecycle.State(rawValue: text) {
      draft.definition.lifecycle = Lifecycle(state)
    }
    readAggregation()
  }

  private mutating func readDirection() {
    for plan in plans[.direction] ?? [] where region.plans[plan].tickValue != nil {
      if let value = tickValue(plan) { draft.definition.direction = Direction(rawValue: value) }
    }
    guard draft.definition.direction == nil, let plan = plans[.direction]?.first,
      region.plans[plan].tickValue == nil, let (text, place) = text(plan, keepsMissing: true)
    else { return }
    let hasPlusSigns = readings[plan].hasPlusSigns
    let outcome = cached(.direction, text) { $0.direction(text, hasPlusSigns: hasPlusSigns) }
    switch outcome {
    case .value(let value), .oneOfTwo(let value):
      draft.definition.direction = Direction(rawValue: value)
      note("direction", place, .word, plan: plan)
    case .several:
      find(.bothDirections(text), place)
      keep(plan, text)
    case .unknown: unknown(text, "direction", .direction, plan, place)
    }
  }

  private mutating func readFrequency() {
    for plan in plans[.frequency] ?? [] where draft.definition.frequency == nil {
      draft.definition.frequency = cadence(plan)
    }
    if let plan = plans[.reportingFrequency]?.first, let cadence = cadence(plan) {
      draft.definition.reportingFrequency = cadence
    }
  }

  private mutating func cadence(_ plan: Int) -> Cadence? {
    if region.plans[plan].tickValue != nil {
      return tickValue(plan).flatMap { Cadence(rawValue: $0) }
    }
    guard let (text, place) = text(plan, keepsMissing: true) else { return nil }
    let field = region.plans[plan].field
    switch cached(field, text, { $0.frequency(text) }) {
    case .value(let value):
      note(field.name, place, .word, plan: plan)
      return Cadence(rawValue: value)
    case .oneOfTwo(let value):
      find(.ambiguousFrequency(text, meaning: value), place)
      note(field.name, place, .word, plan: plan)
      return Cadence(rawValue: value)
    case .several:
      find(.severalWords(text, field: FieldNames.name(field)), place)
      keep(plan, text)
    case .unknown: unknown(text, FieldNames.name(field), .frequency, plan, place)
    }
    return nil
  }

  private mutating func readMethod() {
    guard let plan = plans[.method]?.first, let (text, place) = text(plan) else { return }
    note("method", place, .word, plan: plan)
    let outcome = cached(.method, text) { $0.read(text, .method) }
    if case .value(let value) = outcome, let kind = MethodKind(rawValue: value) {
      draft.definition.method = CollectionMethod(kind)
      return
    }
    let kind = words.method(text) ?? .other
    draft.definition.method = CollectionMethod(
      kind, text: LocalizedText(text, language: language(of: plan)))
  }

  private mutating func readAggregation() {
    var aggregation = Aggregation()
    if let plan = plans[.aggregation]?.first, let (text, place) = text(plan, keepsMissing: true) {
      if case .value(let value) = words.read(text, .aggregation) {
        aggregation.time = AggregationRule(rawValue: value)
      } else if !MissingWords.contains(text) {
        aggregation.note = LocalizedText(text, language: language(of: plan))
      }
      note("aggregation", place, .word, plan: plan)
    }
    if let text = word(.aggregationAcross, .aggregation, as: "aggregation.across") {
      aggregation.across = AggregationRule(rawValue: text)
    }
    if aggregation != Aggregation() { draft.definition.aggregation = aggregation }
  }

  /// Reads a word of a closed list; a tick stands for the value its column is for.
  mutating func word(_ field: ColumnField, _ list: WordList, as key: String? = nil) -> String? {
    for plan in plans[field] ?? [] {
      if let tick = tickValue(plan) { return tick }
      guard region.plans[plan].tickValue == nil, let (text, place) = text(plan, keepsMissing: true)
      else { continue }
      switch cached(field, text, { $0.read(text, list) }) {
      case .value(let value), .oneOfTwo(let value):
        note(key ?? field.name, place, .word, plan: plan)
        return value
      case .several:
        find(.severalWords(text, field: FieldNames.name(field)), place)
        keep(plan, text)
      case .unknown: unknown(text, FieldNames.name(field), list, plan, place)
      }
    }
    return nil
  }

  /// The value a ticked cell stands for, if its column is for one value.
  mutating func tickValue(_ plan: Int) -> String? {
    guard let value = region.plans[plan].tickValue, let (cell, place, _) = cell(plan) else {
      return nil
    }
    let isTicked: Bool
    switch cell.value {
    case .boolean(let truth): isTicked = truth
    case .number(let number): isTicked = number != 0
    case .text(let text): isTicked = WordList.boolean.value(of: text) == "true"
    default: isTicked = false
    }
    guard isTicked else { return nil }
    note(region.plans[plan].field.name, place, .tick, plan: plan)
    return value
  }

  private mutating func unknown(
    _ text: String, _ field: String, _ list: WordList, _ plan: Int, _ place: CellReference
  ) {
    if MissingWords.contains(text) {
      find(.missingWord(text, field: field), place)
      return
    }
    find(
      .unknownWord(text.onOneLine, field: field, nearest: WordReading.nearest(to: text, in: list)),
      place)
    keep(plan, text)
  }

  private mutating func cached(
    _ field: ColumnField, _ text: String, _ read: (WordReading) -> WordReading.Outcome
  ) -> WordReading.Outcome {
    if let known = wordCaches[field.rawValue].value(of: text) { return known }
    let outcome = read(words)
    wordCaches[field.rawValue].keep(outcome, for: text)
    return outcome
  }

  // MARK: People

  mutating func readPeople() {
    draft.definition.owner = plain(.owner)
    draft.definition.collector = plain(.collector)
  }
}
