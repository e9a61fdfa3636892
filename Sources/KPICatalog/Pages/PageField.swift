/// A part of a page: the measures of one group.
struct PageSection {
  /// The group's name, or a word for measures without one.
  var title: String
  /// The name that links lead to.
  var anchor: String
  /// The measures, in the catalog's order.
  var measures: [KPIDefinition]

  /// The groups of a catalog in its order, then groups it does not list, then the rest.
  ///
  /// A catalog without groups is divided by kind.
  static func all(of presentation: CatalogPresentation) -> [PageSection] {
    let catalog = presentation.catalog
    let hasGroups = catalog.measures.contains { $0.group != nil }
    let key: (KPIDefinition) -> String? = { hasGroups ? $0.group : $0.kind?.rawValue }
    var keys =
      hasGroups ? catalog.groups.map(\.id) : MeasureKind.allCases.map(\.rawValue)
    var known = Set(keys)
    for measure in catalog.measures {
      if let own = key(measure), known.insert(own).inserted { keys.append(own) }
    }
    var sections: [PageSection] = []
    for (index, id) in keys.enumerated() {
      let measures = catalog.measures.filter { key($0) == id }
      guard !measures.isEmpty else { continue }
      let title = hasGroups ? presentation.group(id) : presentation.words.word("kind", id)
      sections.append(
        PageSection(title: title, anchor: "group-\(index + 1)", measures: measures))
    }
    let rest = catalog.measures.filter { key($0) == nil }
    if !rest.isEmpty {
      let title =
        sections.isEmpty ? presentation.title : presentation.words.text("ungrouped")
      sections.append(PageSection(title: title, anchor: "group-0", measures: rest))
    }
    return sections
  }
}

/// One line of what a page tells of a measure.
struct PageField {
  /// What it is, where a page shows it in a way of its own.
  enum Kind {
    case name, question, description, formula, status, plain
  }

  var heading: String
  var text: String
  var kind: Kind

  /// What there is to tell of a measure, in the order it is told.
  static func all(of measure: KPIDefinition, _ presentation: CatalogPresentation) -> [PageField] {
    var fields: [PageField] = []
    let words = presentation.words
    func add(_ field: String, _ text: String?, _ kind: Kind = .plain) {
      guard let text, !text.isEmpty else { return }
      fields.append(PageField(heading: words.heading(field), text: text, kind: kind))
    }
    func word(_ list: String, _ value: String?) -> String? {
      value.map { words.word(list, $0) }
    }
    func list(_ items: [String]) -> String? {
      items.isEmpty ? nil : items.joined(separator: "; ")
    }
    add("name", presentation.name(of: measure), .name)
    add("question", presentation.text(measure.question), .question)
    add("description", presentation.text(measure.description), .description)
    add("kind", word("kind", measure.kind?.rawValue))
    add("perspective", measure.perspective.map { presentation.perspective($0) })
    add("audience", measure.audience.map { presentation.name(of: $0) })
    add("objective", measure.objective.flatMap { presentation.objective($0) })
    add("differentiator", measure.objective.flatMap { presentation.differentiator($0) })
    add("rationale", presentation.text(measure.rationale))
    add("scope", measure.scope.flatMap { presentation.scope($0) })
    add("population", presentation.text(measure.scope?.population))
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
    add("source", presentation.text(measure.source))
    add(
      "method",
      measure.method.map { presentation.text($0.text) ?? words.word("method", $0.kind.rawValue) })
    add("surveyQuestion", presentation.text(measure.instrument?.question))
    add("leadLag", word("leadLag", measure.leadLag?.rawValue))
    add("owner", measure.owner)
    add("collector", measure.collector)
    add(
      "baseline",
      measure.baseline.map { presentation.value($0.value, at: $0.at, of: measure) })
    add("target", list(measure.targets.map { presentation.target($0, of: measure) }))
    add("thresholdGreen", measure.thresholds?.green.map { presentation.band($0, of: measure) })
    add("thresholdAmber", measure.thresholds?.amber.map { presentation.band($0, of: measure) })
    add(
      "current", measure.current.map { presentation.value($0.value, at: $0.at, of: measure) },
      .status)
    add("weight", weight(measure, presentation))
    add(
      "benchmark",
      list(
        measure.benchmarks.map { benchmark in
          let value = presentation.value(benchmark.value, at: benchmark.date, of: measure)
          return [value, presentation.text(benchmark.label), presentation.text(benchmark.source)]
            .compactMap { $0 }.joined(separator: words.format("list"))
        }))
    add("pairedWith", list(measure.pairedWith.map { presentation.name(of: $0) }))
    add("derivedFrom", list(measure.derivedFrom.map { presentation.name(of: $0) }))
    add("pitfalls", presentation.text(measure.pitfalls))
    add("aliases", list(measure.aliases))
    add("evidence", list(measure.evidence.map { presentation.evidence($0) }))
    add("tags", list(measure.tags))
    add("notes", presentation.text(measure.notes))
    add("lifecycle", word("lifecycle", measure.lifecycle?.state.rawValue))
    add("reviewDate", measure.reviewDate.map { presentation.date($0) })
    add("version", measure.version)
    fields += variants(measure, presentation) + custom(measure, presentation)
    return fields
  }

  private static func weight(
    _ measure: KPIDefinition, _ presentation: CatalogPresentation
  ) -> String? {
    guard let share = measure.weight?.share.double,
      let percent = FiniteNumber((share * 1e10).rounded() / 1e8)
    else { return nil }
    return DisplayWords.fill(
      presentation.words.format("percent"), ["number": presentation.number(percent)])
  }

  private static func variants(
    _ measure: KPIDefinition, _ presentation: CatalogPresentation
  ) -> [PageField] {
    let lines = measure.variants.map { variant in
      let formula = variant.formula.flatMap { presentation.formula($0) }
      return [presentation.text(variant.name) ?? variant.id, presentation.text(variant.note), formula]
        .compactMap { $0 }.joined(separator: " — ")
    }
    guard !lines.isEmpty else { return [] }
    return [
      PageField(
        heading: presentation.words.text("variants"), text: lines.joined(separator: "\n"),
        kind: .plain)
    ]
  }

  private static func custom(
    _ measure: KPIDefinition, _ presentation: CatalogPresentation
  ) -> [PageField] {
    measure.custom.pairs.compactMap { pair in
      let text: String
      switch pair.value {
      case .text(let value), .error(let value): text = value
      case .number(let number): text = presentation.number(number)
      case .boolean(let truth):
        text = presentation.words.word("boolean", truth ? "true" : "false")
      case .date(let date): text = CivilDate(date.text).map { presentation.date($0) } ?? date.text
      case .empty: return nil
      }
      return PageField(heading: pair.key, text: text, kind: .plain)
    }
  }
}
