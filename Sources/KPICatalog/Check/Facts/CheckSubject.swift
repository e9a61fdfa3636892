/// A measure with what several rules want to know of it.
struct CheckedMeasure {
  let index: Int
  let definition: KPIDefinition
  /// What the built-in catalog knows of it.
  let known: KnownMeasure?
  /// What its name says it is about.
  let nature: MeasureNature?
  /// Opinion or activity, its own or its group's.
  let kind: MeasureKind?
  /// The numbers on its scale.
  let values: [MeasureValue]

  /// Whether it is no longer in use, so that nothing needs to be added to it.
  var isRetired: Bool { definition.lifecycle?.state == .retired }
  /// Whether it belongs to the customer perspective, which is assumed where none is stated.
  var isAboutCustomers: Bool {
    definition.perspective == nil || definition.perspective == .customer
  }

  /// A field of the first of the values, or of none.
  var firstValueField: String? { values.first?.field }
}

/// A catalog to check, with what is worth computing once.
struct CheckSubject {
  let catalog: Catalog
  let today: CivilDate?
  let measures: [CheckedMeasure]
  /// Whether the catalog holds only what differs from its base, so that nothing in it is missing.
  var isOverlay: Bool { catalog.extends != nil }

  init(_ catalog: Catalog, _ options: CheckOptions) {
    self.catalog = catalog
    today = options.today
    let kinds = Dictionary(
      catalog.groups.map { ($0.id, $0.kind) }, uniquingKeysWith: { first, _ in first })
    measures = catalog.measures.enumerated().map { index, measure in
      CheckedMeasure(
        index: index, definition: measure, known: KnownMeasures.find(measure),
        nature: MeasureNature.find(measure),
        kind: measure.kind ?? measure.group.flatMap { kinds[$0] ?? nil },
        values: measure.valuesOnScale)
    }
  }
}
