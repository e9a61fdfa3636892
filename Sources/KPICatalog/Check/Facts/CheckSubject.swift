/// A measure with what several rules want to know of it.
///
/// A class, as a definition has so many parts that copying it costs more than looking at it.
final class CheckedMeasure: Sendable {
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

  init(_ definition: KPIDefinition, at index: Int, groupKind: MeasureKind?) {
    self.index = index
    self.definition = definition
    known = KnownMeasures.find(definition)
    nature = MeasureNature.find(definition)
    kind = definition.kind ?? groupKind
    values = definition.valuesOnScale
  }

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
      CheckedMeasure(measure, at: index, groupKind: measure.group.flatMap { kinds[$0] ?? nil })
    }
  }
}
