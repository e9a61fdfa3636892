import KPICatalog
import TestSupport

/// Small catalogs made at random, and random changes to them, the same in each run.
struct RandomCatalog {
  private var random: SplitMix
  /// Whether changes give measures other ids.
  var renames = false

  init(seed: UInt64) { random = SplitMix(seed: seed) }

  // MARK: Choices

  private mutating func pick<T>(_ choices: [T]) -> T {
    choices[Int.random(in: choices.indices, using: &random)]
  }

  private mutating func once(in times: Int) -> Bool {
    Int.random(in: 0..<times, using: &random) == 0
  }

  private mutating func text() -> String { pick(["A", "B", "C", "D", "long text\nof lines", "é"]) }

  private mutating func number() -> FiniteNumber { pick([0, 1, 2, 5, 10, 12.5, 50]) }

  private mutating func language() -> LanguageTag { pick([.english, .french, .italian]) }

  private mutating func id(_ prefix: String = "m") -> KPIIdentifier? {
    KPIIdentifier("\(prefix)-\(Int.random(in: 0..<8, using: &random))")
  }

  private mutating func moment() -> Moment? {
    pick([nil, Moment("2025"), Moment("2026-12-31"), Moment("2027-Q1")])
  }

  private mutating func localized() -> LocalizedText {
    if once(in: 4) { return LocalizedText(text()) }
    var localized = LocalizedText()
    for _ in 0...Int.random(in: 0...1, using: &random) { localized[language()] = text() }
    return localized
  }

  // MARK: Catalogs

  /// A catalog of a few measures.
  mutating func catalog() -> Catalog {
    var catalog = Catalog(title: "T")
    for index in 0..<Int.random(in: 1...4, using: &random) {
      if let id = KPIIdentifier("m-\(index)") { catalog.measures.append(measure(id)) }
    }
    for _ in 0..<4 { changeLevel(&catalog) }
    return catalog
  }

  mutating func measure(_ id: KPIIdentifier) -> KPIDefinition {
    var measure = KPIDefinition(id: id, name: localized())
    for _ in 0..<8 { change(&measure) }
    return measure
  }

  /// The catalog with a few changes.
  mutating func changed(_ old: Catalog, times: Int) -> Catalog {
    var catalog = old
    for _ in 0..<times {
      switch Int.random(in: 0..<12, using: &random) {
      case 0:
        if let id = id(), catalog.measure(id) == nil {
          let place = Int.random(in: 0...catalog.measures.count, using: &random)
          catalog.measures.insert(measure(id), at: place)
        }
      case 1: if !catalog.measures.isEmpty { catalog.measures.remove(at: place(in: catalog)) }
      case 2:
        if !catalog.measures.isEmpty {
          let measure = catalog.measures.remove(at: place(in: catalog))
          let place = Int.random(in: 0...catalog.measures.count, using: &random)
          catalog.measures.insert(measure, at: place)
        }
      case 3, 4: changeLevel(&catalog)
      case 5 where renames:
        if !catalog.measures.isEmpty, let id = id("r"), catalog.measure(id) == nil {
          catalog.measures[place(in: catalog)].id = id
        }
      default: if !catalog.measures.isEmpty { change(&catalog.measures[place(in: catalog)]) }
      }
    }
    return catalog
  }

  private mutating func place(in catalog: Catalog) -> Int {
    Int.random(in: catalog.measures.indices, using: &random)
  }

  private mutating func changeLevel(_ catalog: inout Catalog) {
    switch Int.random(in: 0..<8, using: &random) {
    case 0: catalog.title[language()] = text()
    case 1: catalog.organization = pick([nil, text()])
    case 2: catalog.version = pick([nil, "1", "2"])
    case 3: changeList(&catalog.languages, [.english, .french, .italian])
    case 4:
      var groups = catalog.groups
      if once(in: 2), !groups.isEmpty {
        groups[Int.random(in: groups.indices, using: &random)].name[language()] = text()
      } else {
        changeList(&groups, ["g", "h", "i"].map { GroupEntry(id: $0, name: "G") }) { $0.id }
      }
      catalog.groups = groups
    case 5: catalog.customFields[pick(["x", "y"])] = pick([nil, .text, .number])
    case 6:
      catalog.perspectiveOrders[pick(["a", "b"])] = pick([
        nil, [.customer], [.financial, .customer],
      ])
    default: catalog.currency = pick([nil, CurrencyCode("EUR"), CurrencyCode("CHF")])
    }
  }

  /// Adds, removes or moves an item.
  private mutating func changeList<T: Equatable>(
    _ list: inout [T], _ choices: [T], by key: (T) -> String = { "\($0)" }
  ) {
    let item = pick(choices)
    if let place = list.firstIndex(where: { key($0) == key(item) }) {
      let old = list.remove(at: place)
      if once(in: 2) { list.insert(old, at: Int.random(in: 0...list.count, using: &random)) }
    } else {
      list.insert(item, at: Int.random(in: 0...list.count, using: &random))
    }
  }

  // MARK: Measures

  private mutating func change(_ measure: inout KPIDefinition) {
    if once(in: 2) { changeRecords(&measure) } else { changeValues(&measure) }
  }

  private mutating func changeValues(_ measure: inout KPIDefinition) {
    switch Int.random(in: 0..<10, using: &random) {
    case 0: measure.owner = pick([nil, text()])
    case 1: measure.code = pick([nil, "007", "7"])
    case 2: change(&measure.name, mayEmpty: false)
    case 3: changeOptional(&measure.question)
    case 4: measure.kind = pick([nil, .opinion, .activity])
    case 5: measure.frequency = pick([nil, .monthly, .yearly])
    case 6: changeList(&measure.tags, ["s", "t", "u", "two words"])
    case 7:
      changeList(&measure.pairedWith, ["m-1", "m-2", "m-9"].compactMap { KPIIdentifier($0) })
    case 8:
      measure.custom[pick(["x", "y", "z. a"])] = pick([
        nil, .empty, .text(text()), .number(number()), .boolean(true), .error("#N/A"),
        .text("2024-01-31"),
      ])
    default: measure.decimals = DecimalPlaces(Int.random(in: 0...3, using: &random))
    }
  }

  private mutating func change(_ text: inout LocalizedText, mayEmpty: Bool) {
    let language = language()
    if text.plain != nil {
      text = LocalizedText(self.text(), language: pick([.undetermined, language]))
    }
    let isLast = text.entries.count == 1 && text[language] != nil
    text[language] = once(in: 3) && (mayEmpty || !isLast) ? nil : self.text()
  }

  private mutating func changeOptional(_ text: inout LocalizedText?) {
    var localized = text ?? LocalizedText()
    change(&localized, mayEmpty: true)
    text = localized.isEmpty ? nil : localized
  }

  private mutating func changeRecords(_ measure: inout KPIDefinition) {
    switch Int.random(in: 0..<11, using: &random) {
    case 0:
      measure.unit = pick([
        nil, MeasureUnit(.percent),
        MeasureUnit(.currency, symbol: "k€", currency: CurrencyCode("EUR")),
        MeasureUnit(.rate, per: text()),
      ])
    case 1:
      measure.scale = pick([
        nil, Scale(minimum: 0, maximum: 100), Scale(minimum: number(), isHard: true),
      ])
    case 2:
      if measure.baseline == nil || once(in: 3) {
        measure.baseline = pick([nil, Baseline(number(), at: moment())])
      } else {
        var note = measure.baseline?.note
        changeOptional(&note)
        measure.baseline?.note = note
      }
    case 3: changeTargets(&measure.targets)
    case 4:
      let amber: Thresholds.Band? = pick([nil, .boundary(number())])
      measure.thresholds = Thresholds(
        green: .boundary(number()), amber: amber, mode: pick([.absolute, .percentOfTarget]))
    case 5:
      var formula = measure.formula ?? Formula()
      changeOptional(&formula.text)
      if once(in: 2) { changeInputs(&formula.inputs) }
      measure.formula = formula == Formula() ? nil : formula
    case 6:
      var variants = measure.variants
      if once(in: 2), !variants.isEmpty {
        let place = Int.random(in: variants.indices, using: &random)
        changeOptional(&variants[place].name)
      } else {
        changeList(&variants, ["v", "w"].compactMap { MeasureVariant(id: $0, note: "n") }) { $0.id }
      }
      measure.variants = variants
    case 7:
      measure.method = pick([
        nil, CollectionMethod(.survey), CollectionMethod(.system, text: localized()),
      ])
    case 8:
      measure.lifecycle = pick([nil, Lifecycle(.draft), Lifecycle(.retired, replacedBy: id())])
    case 9:
      changeList(
        &measure.evidence,
        ["l1", "l2"].map { Evidence(title: "t", link: $0) }
      ) { $0.link ?? "" }
    default: changeOptional(&measure.notes)
    }
  }

  private mutating func changeTargets(_ targets: inout [Target]) {
    if once(in: 2), !targets.isEmpty {
      let place = Int.random(in: targets.indices, using: &random)
      if once(in: 2) {
        targets[place].goal = .value(number())
      } else {
        changeOptional(&targets[place].note)
      }
    } else {
      let by = moment()
      if let place = targets.firstIndex(where: { $0.by == by }) {
        targets.remove(at: place)
      } else {
        let place = Int.random(in: 0...targets.count, using: &random)
        targets.insert(Target(number(), by: by), at: place)
      }
    }
  }

  private mutating func changeInputs(_ inputs: inout [FormulaInput]) {
    if once(in: 2), !inputs.isEmpty {
      let place = Int.random(in: inputs.indices, using: &random)
      inputs[place].aggregate = pick([nil, .sum, .count])
    } else {
      changeList(&inputs, ["a", "b"].compactMap(FormulaName.init).map { FormulaInput(name: $0) }) {
        $0.name.description
      }
    }
  }
}
