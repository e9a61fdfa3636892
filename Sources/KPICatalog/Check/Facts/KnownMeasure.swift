/// What the built-in catalog knows of a measure or one of its variants.
struct KnownMeasure: Sendable {
  let id: KPIIdentifier
  let unit: UnitKind?
  let scale: Scale?
  let direction: Direction?

  /// The measure's id without variant.
  var base: String { id.base.text }
}

/// Finds what the built-in catalog knows.
enum KnownMeasures {
  private static let table: [KPIIdentifier: KnownMeasure] = {
    var table: [KPIIdentifier: KnownMeasure] = [:]
    // A built-in catalog that cannot be read is reported where it is asked for.
    for measure in (try? BuiltInCatalog.customerMeasures())?.measures ?? [] {
      table[measure.id] = KnownMeasure(
        id: measure.id, unit: measure.unit?.kind, scale: measure.scale,
        direction: measure.direction)
      for variant in measure.variants {
        guard let id = measure.id.variant(variant.id) else { continue }
        let hasOwnUnit = variant.unit != nil && variant.unit?.kind != measure.unit?.kind
        table[id] = KnownMeasure(
          id: id, unit: variant.unit?.kind ?? measure.unit?.kind,
          scale: variant.scale ?? (hasOwnUnit ? nil : measure.scale),
          direction: variant.direction ?? measure.direction)
      }
    }
    return table
  }()

  /// What is known of a measure by its id, or by its name if only one measure has it.
  ///
  /// A variant that is not known is not taken for its base.
  static func find(_ measure: KPIDefinition) -> KnownMeasure? {
    if let known = table[measure.id] {
      guard let variant = measure.formula?.variant, let id = measure.id.variant(variant) else {
        return known
      }
      return table[id] ?? known
    }
    guard measure.id.variant == nil else { return nil }
    for entry in measure.name.entries {
      if let id = BuiltInCatalog.names.measure(named: entry.text) { return table[id] }
    }
    return nil
  }

  /// Whether the built-in catalog has a measure of this id.
  static func has(_ id: KPIIdentifier) -> Bool { table[id.base] != nil }
}
