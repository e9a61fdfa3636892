extension CatalogDiff {
  /// The differences as JSON, always in the same form.
  ///
  /// One object: `fields` for the level above the measures, and `measures`, each with its `id`, the
  /// `change` (`added`, `removed` or `changed`), its names, and where they apply `was` (the old id)
  /// with `recognizedBy`, `movedBehind` (an id, or null for the first place), `fields`, and the
  /// whole `measure` if it was added or removed. A field has `field`, `old` and `new`, values as in
  /// a catalog file and null where there is none; a list of words has `added` and `removed` beside
  /// them; a mere change of order says `"order": true`.
  ///
  /// - Returns: UTF-8 with a line break at the end.
  public func json() -> [UInt8] {
    var map = MapWriter()
    map.add("fields", CatalogNode(.list(fields.map(\.node))))
    map.add("measures", CatalogNode(.list(measures.map(\.node))))
    var writer = JSONWriter(isPretty: true)
    writer.write(map.node)
    return writer.finish()
  }
}

extension FieldChange {
  /// The change as JSON has it.
  var node: CatalogNode {
    var map = MapWriter()
    map.add("field", field)
    switch kind {
    case .value: break
    case .items(let added, let removed):
      map.add("added", CatalogNode(.list(added.map(\.node))))
      map.add("removed", CatalogNode(.list(removed.map(\.node))))
    case .order: map.add("order", true)
    }
    map.add("old", old?.node ?? CatalogNode(.null))
    map.add("new", new?.node ?? CatalogNode(.null))
    return map.node
  }
}

extension MeasureChange {
  fileprivate var node: CatalogNode {
    var map = MapWriter()
    map.add("id", id)
    map.add("change", kind.rawValue)
    map.add("name", measure.name)
    if let renaming {
      map.add("was", renaming.old)
      map.add("recognizedBy", renaming.evidence.rawValue)
    }
    if let move { map.add("movedBehind", move.predecessor?.node ?? CatalogNode(.null)) }
    if kind == .changed {
      map.add("fields", CatalogNode(.list(fields.map(\.node))))
    } else {
      map.add("measure", measure.node)
    }
    return map.node
  }
}
