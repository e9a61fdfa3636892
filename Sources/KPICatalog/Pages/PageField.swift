/// One line of what a page tells of a measure.
struct PageField {
  /// What it is, where a page shows it in a way of its own.
  enum Kind {
    case name, question, description, formula, status, kind, plain
  }

  /// A piece of a line.
  struct Part {
    var text: String
    /// Where it leads: the id of a measure of the page with a `#` before it, or an address on the
    /// web.
    var target: String?
    /// The language of the text, if it is not the page's.
    var language: LanguageTag?
  }

  var heading: String
  var parts: [Part]
  var kind: Kind
  /// Whether the pieces stand below each other.
  var isList = false

  /// The line without its links.
  var text: String { parts.map(\.text).joined(separator: isList ? "\n" : "; ") }
}

/// Makes the lines a page tells of a measure, in the order they are told.
struct PageFields {
  private let measure: KPIDefinition
  private let presentation: CatalogPresentation
  private(set) var all: [PageField] = []

  private var words: DisplayWords { presentation.words }

  init(_ measure: KPIDefinition, _ presentation: CatalogPresentation) {
    self.measure = measure
    self.presentation = presentation
    addDefinition()
    addMeasurement()
    addManagement()
    addRest()
    addVariants()
    addCustom()
  }

  // MARK: Adding

  private mutating func add(_ field: String, _ text: String?, _ kind: PageField.Kind = .plain) {
    guard let text, !text.isEmpty else { return }
    add(field, [PageField.Part(text: text)], kind)
  }

  private mutating func add(
    _ field: String, _ parts: [PageField.Part], _ kind: PageField.Kind = .plain
  ) {
    guard !parts.isEmpty else { return }
    all.append(PageField(heading: words.heading(field), parts: parts, kind: kind))
  }

  private mutating func add(
    _ field: String, _ text: LocalizedText?, _ kind: PageField.Kind = .plain
  ) {
    guard let text, let part = part(text) else { return }
    add(field, [part], kind)
  }

  /// A text with its language, where that is not the page's.
  private func part(_ text: LocalizedText) -> PageField.Part? {
    guard let shown = presentation.text(text) else { return nil }
    return PageField.Part(text: shown, language: presentation.otherLanguage(of: text))
  }

  private func word(_ list: String, _ value: String?) -> String? {
    value.map { words.word(list, $0) }
  }

  private func links(_ ids: [KPIIdentifier]) -> [PageField.Part] {
    ids.map { id in
      let isHere = presentation.catalog.measures.contains { $0.id == id }
      return PageField.Part(text: presentation.name(of: id), target: isHere ? "#" + id.text : nil)
    }
  }

  // MARK: Parts of a definition

  private mutating func addDefinition() {
    add("name", measure.name, .name)
    add("question", measure.question, .question)
    add("description", measure.description, .description)
    add("kind", word("kind", measure.kind?.rawValue), .kind)
    if presentation.hasSeveralPerspectives {
      add("perspective", measure.perspective.map { presentation.perspective($0) })
    }
    add("audience", measure.audience.map { presentation.name(of: $0) })
    add("objective", measure.objective.flatMap { presentation.objective($0) })
    add("differentiator", measure.objective.flatMap { presentation.differentiator($0) })
    add("rationale", measure.rationale)
    add("scope", measure.scope.flatMap { presentation.scope($0) })
    add("population", measure.scope?.population)
  }

  private mutating func addMeasurement() {
    add("formula", measure.formula.flatMap { presentation.formula($0) }, .formula)
    add("unit", measure.unit.map { presentation.unit($0) })
    add("scale", measure.scale.flatMap { presentation.scale($0) })
    add("direction", word("direction", measure.direction?.rawValue))
    add("frequency", word("frequency", measure.frequency?.rawValue))
    add("reportingFrequency", word("frequency", measure.reportingFrequency?.rawValue))
    add("window", measure.window.map { presentation.window($0) })
    add(
      "aggregation",
      word("aggregation", measure.aggregation?.time?.rawValue)
        ?? presentation.text(measure.aggregation?.note))
    add("aggregationAcross", word("aggregation", measure.aggregation?.across?.rawValue))
    add("source", measure.source)
    add(
      "method",
      measure.method.map { presentation.text($0.text) ?? words.word("method", $0.kind.rawValue) })
    add("surveyQuestion", measure.instrument?.question)
    add("sampleSize", measure.instrument?.sampleSize.map { String($0) })
    add("minimumSample", measure.instrument?.minimumSample.map { String($0) })
    add("responseRate", measure.instrument?.responseRate)
    add("leadLag", word("leadLag", measure.leadLag?.rawValue))
  }

  private mutating func addManagement() {
    add("owner", measure.owner)
    add("collector", measure.collector)
    add(
      "baseline",
      measure.baseline.map { presentation.value($0.value, at: $0.at, of: measure) })
    add(
      "target",
      measure.targets.map { PageField.Part(text: presentation.target($0, of: measure)) })
    add("thresholdGreen", measure.thresholds?.green.map { presentation.band($0, of: measure) })
    add("thresholdAmber", measure.thresholds?.amber.map { presentation.band($0, of: measure) })
    add(
      "current", measure.current.map { presentation.value($0.value, at: $0.at, of: measure) },
      .status)
    add("weight", measure.weight.flatMap { presentation.weight($0) })
  }

  private mutating func addRest() {
    add(
      "benchmark",
      measure.benchmarks.map { benchmark in
        let value = presentation.value(benchmark.value, at: benchmark.date, of: measure)
        let texts = [
          value, presentation.text(benchmark.label), presentation.text(benchmark.source),
        ]
        return PageField.Part(
          text: texts.compactMap { $0 }.joined(separator: words.format("list")))
      })
    add("pairedWith", links(measure.pairedWith))
    add("derivedFrom", links(measure.derivedFrom))
    add("pitfalls", measure.pitfalls)
    add("aliases", measure.aliases.map { PageField.Part(text: $0) })
    add(
      "evidence",
      measure.evidence.map { evidence in
        let isWeb =
          evidence.link.map { $0.hasPrefix("https://") || $0.hasPrefix("http://") } ?? false
        return PageField.Part(
          text: presentation.evidence(evidence), target: isWeb ? evidence.link : nil)
      })
    add("tags", measure.tags.map { PageField.Part(text: $0) })
    add("notes", measure.notes)
    add("lifecycle", word("lifecycle", measure.lifecycle?.state.rawValue))
    add("reviewDate", measure.reviewDate.map { presentation.date($0) })
    add("version", measure.version)
  }

  private mutating func addVariants() {
    let parts = measure.variants.map { variant in
      let texts = [
        presentation.text(variant.name) ?? variant.id, presentation.text(variant.note),
        variant.formula.flatMap { presentation.formula($0) },
      ]
      return PageField.Part(text: texts.compactMap { $0 }.joined(separator: " — "))
    }
    guard !parts.isEmpty else { return }
    all.append(
      PageField(heading: words.text("variants"), parts: parts, kind: .plain, isList: true))
  }

  private mutating func addCustom() {
    for pair in measure.custom.pairs {
      let text: String
      switch pair.value {
      case .text(let value), .error(let value): text = value
      case .number(let number): text = presentation.number(number)
      case .boolean(let truth): text = words.word("boolean", truth ? "true" : "false")
      case .date(let date): text = CivilDate(date.text).map { presentation.date($0) } ?? date.text
      case .empty: continue
      }
      all.append(PageField(heading: pair.key, parts: [.init(text: text)], kind: .plain))
    }
  }
}
