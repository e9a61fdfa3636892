internal import KPICatalog
internal import SpreadsheetML

extension FieldWriting {
  /// Proposals for the fields that are words of closed lists.
  func words(_ field: String) -> [[Candidate]] {
    let words = reader.words
    switch field {
    case "perspective":
      return word(.perspective, wanted.perspective?.id ?? "", .perspective) {
        value(words.read($0, .perspective))
      } extra: {
        names.perspectives[wanted.perspective?.id ?? ""].map { [$0] } ?? []
      }
    case "kind":
      return word(.kind, wanted.kind?.rawValue ?? "", .kind) { value(words.read($0, .kind)) }
    case "group": return group()
    case "audience":
      return word(.audience, wanted.audience?.rawValue ?? "", .audience) {
        value(words.read($0, .audience))
      }
    case "direction": return direction()
    case "frequency":
      return word(.frequency, wanted.frequency?.rawValue ?? "", .frequency) {
        value(words.frequency($0))
      }
    case "reportingFrequency":
      return word(.reportingFrequency, wanted.reportingFrequency?.rawValue ?? "", .frequency) {
        value(words.frequency($0))
      }
    case "leadLag":
      return word(.leadLag, wanted.leadLag?.rawValue ?? "", .leadLag) {
        value(words.read($0, .leadLag))
      }
    case "lifecycle":
      return word(.lifecycle, wanted.lifecycle?.state.rawValue ?? "", .lifecycle) {
        value(words.read($0, .lifecycle))
      }
    case "method": return method()
    case "aggregation": return aggregation()
    case "valueType":
      guard let (plan, place) = first(.valueType) else { return [] }
      return [text(plan, place, wanted.valueType?.rawValue).map { [$0] }]
    default: return []
    }
  }

  private func value(_ outcome: WordReading.Outcome) -> String? {
    switch outcome {
    case .value(let value), .oneOfTwo(let value): value
    case .several, .unknown: nil
    }
  }

  /// A word of a list, by ticks where the columns are for single values.
  private func word(
    _ field: ColumnField, _ new: String, _ list: WordList, reading: @escaping (String) -> String?,
    extra: () -> [LocalizedText] = { [] }
  ) -> [[Candidate]] {
    if let ticks = ticks(field, new) { return [ticks] }
    guard let (plan, place) = first(field) else { return [] }
    guard !new.isEmpty else { return [[[cleared(plan, place)]]] }
    var spellings = WordSpelling(reader: reader).words(plan, place) {
      reading($0) == new
    } list: {
      list.words(for: new, language: $0)
    }
    for text in extra() {
      if let name = text.text(in: reader.language(of: plan)) {
        spellings.append((name, .text))
      }
    }
    if spellings.isEmpty { spellings = [(new, .text)] }
    return [spellings.prefix(16).map { [write(plan, place, .text($0.text), $0.rule)] }]
  }

  /// The tick moves to the column of the new value.
  private func ticks(_ field: ColumnField, _ new: String) -> [Candidate]? {
    let plans = (reader.plans[field] ?? []).filter { reader.region.plans[$0].tickValue != nil }
    guard !plans.isEmpty else { return nil }
    var writes: [CellWrite] = []
    var mark: CellValue?
    for plan in plans {
      guard let place = place(plan), let cell = place.cell, !cell.isBlank else { continue }
      if reader.region.plans[plan].tickValue != new {
        mark = mark ?? cell.value
        if case .boolean = cell.value {
          writes.append(write(plan, place, .boolean(false), .tick))
        } else {
          writes.append(cleared(plan, place))
        }
      }
    }
    guard !new.isEmpty else { return [writes] }
    guard let plan = plans.first(where: { reader.region.plans[$0].tickValue == new }),
      let place = place(plan)
    else { return [] }
    // The mark the column has, else the one that goes.
    let usual = reader.columnCells(plan).lazy.map(\.cell.value).first { value in
      switch value {
      case .text(let text): WordList.boolean.value(of: text) == "true"
      case .boolean(let truth): truth
      case .number(let number): number != 0
      default: false
      }
    }
    if mark == .boolean(false) { mark = .boolean(true) }
    return [writes + [write(plan, place, usual ?? mark ?? .text("x"), .tick)]]
  }

  private func group() -> [[Candidate]] {
    guard let (plan, place) = first(.group) else { return [] }
    guard let id = wanted.group else { return [[[cleared(plan, place)]]] }
    let language = reader.language(of: plan)
    var spellings: [(String, WritingRule)] = []
    for text in WordSpelling(reader: reader).columnTexts(plan)
    where names.groupID(text.onOneLine) == id {
      spellings.append((text, .columnWord))
    }
    for text in reader.sheet.dropdownWords(place.at) where names.groupID(text.onOneLine) == id {
      spellings.append((text, .dropdownWord))
    }
    if let name = names.groups[id]?.text(in: language) { spellings.append((name, .text)) }
    spellings.append((id, .text))
    return [spellings.map { [write(plan, place, .text($0.0), $0.1)] }]
  }

  private func direction() -> [[Candidate]] {
    let new = wanted.direction?.rawValue ?? ""
    var proposals = word(.direction, new, .direction) { text in
      guard let (plan, _) = first(.direction) else { return nil }
      return value(
        reader.words.direction(text, hasPlusSigns: reader.readings[plan].hasPlusSigns))
    }
    guard let (plan, place) = first(.direction), !new.isEmpty, !proposals.isEmpty else {
      return proposals
    }
    // Signs where the column has signs.
    let pairs: [(String, String)] = [
      ("↑", "↓"), ("▲", "▼"), ("⬆", "⬇"), ("↗", "↘"), ("⇧", "⇩"), ("🔼", "🔽"), ("△", "▽"),
      ("+", "-"),
    ]
    let texts = WordSpelling(reader: reader).columnTexts(plan)
    for (up, down) in pairs where texts.contains(where: { $0 == up || $0 == down }) {
      let sign = new == "higher" ? up : new == "lower" ? down : nil
      if let sign { proposals[0].insert([write(plan, place, .text(sign), .columnWord)], at: 0) }
    }
    for (up, down) in pairs {
      guard let old = place.cell?.text, old.contains(up) || old.contains(down) else { continue }
      let sign = new == "higher" ? up : new == "lower" ? down : nil
      guard let sign, old.count > 1 else { continue }
      // An arrow beside words goes with words of the column only.
      proposals[0].append([write(plan, place, .text(sign), .languageWord)])
    }
    return proposals
  }

  private func method() -> [[Candidate]] {
    guard let (plan, place) = first(.method) else { return [] }
    guard let new = wanted.method else { return [[[cleared(plan, place)]]] }
    let language = reader.language(of: plan)
    var ways: [Candidate] = []
    if let text = new.text?[language] ?? new.text?.entries.first?.text {
      ways.append([write(plan, place, .text(text), .text)])
    }
    let spellings = WordSpelling(reader: reader).words(plan, place) { text in
      guard case .value(let value) = reader.words.read(text, .method) else { return false }
      return value == new.kind.rawValue
    } list: {
      WordList.method.words(for: new.kind.rawValue, language: $0)
    }
    ways += spellings.prefix(12).map { [write(plan, place, .text($0.text), $0.rule)] }
    return [ways]
  }

  private func aggregation() -> [[Candidate]] {
    var proposals: [[Candidate]] = []
    let old = current.aggregation
    let new = wanted.aggregation
    if old?.time != new?.time || old?.note != new?.note, let (plan, place) = first(.aggregation) {
      if new?.time == nil, let note = new?.note?[reader.language(of: plan)] {
        proposals.append(text(plan, place, note).map { [$0] })
      } else {
        proposals += word(.aggregation, new?.time?.rawValue ?? "", .aggregation) {
          value(reader.words.read($0, .aggregation))
        }
      }
    }
    if old?.across != new?.across {
      proposals += word(.aggregationAcross, new?.across?.rawValue ?? "", .aggregation) {
        value(reader.words.read($0, .aggregation))
      }
    }
    return proposals
  }

  // MARK: Units

  func unit() -> [[Candidate]] {
    var proposals: [[Candidate]] = []
    if let (plan, place) = first(.unit) {
      guard let new = wanted.unit else { return [[[cleared(plan, place)]]] }
      let language = reader.languageIndex
      let spellings = WordSpelling(reader: reader).words(plan, place) {
        UnitWords($0, language: language)?.unit == new
      } list: {
        unitWords(new, $0)
      }
      proposals.append(spellings.prefix(24).map { [write(plan, place, .text($0.text), $0.rule)] })
    }
    if current.unit?.currency != wanted.unit?.currency, let (plan, place) = first(.currency) {
      let code = wanted.unit?.currency?.text
      let spellings = WordSpelling(reader: reader).columnTexts(plan).filter {
        CurrencyWords($0)?.code?.text == code
      }
      var ways = spellings.map { [write(plan, place, .text($0), .columnWord)] }
      ways += text(plan, place, code).map { [$0] }
      proposals.append(ways)
    }
    return proposals
  }

  /// Words that may mean a unit.
  private func unitWords(_ unit: MeasureUnit, _ language: Int) -> [String] {
    switch unit.kind {
    case .duration:
      guard let symbol = unit.symbol else { return [] }
      return WordList.duration.words(for: symbol, language: language)
    case .currency:
      let money = [unit.symbol, unit.currency?.text].compactMap { $0 }
      guard let per = unit.per else { return money }
      return money.flatMap { ["\($0) / \(per)", "\($0) per \(per)"] }
    case .rate:
      guard let per = unit.per else { return WordList.unit.words(for: "rate", language: language) }
      let leads = [
        "en": "per ", "fr": "pour ", "it": "per ", "de": "je ", "es": "por ",
      ]
      let tag =
        EmbeddedVocabulary.languages.indices.contains(language)
        ? EmbeddedVocabulary.languages[language].text : "en"
      return [(leads[tag] ?? "per ") + per, "per " + per]
    default:
      let words = WordList.unit.words(for: unit.kind.rawValue, language: language)
      return [unit.symbol].compactMap { $0 } + words
    }
  }
}
