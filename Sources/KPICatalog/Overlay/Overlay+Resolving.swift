extension Overlay {
  /// The catalog this overlay makes of its base.
  ///
  /// A measure keeps the place of its origin in the base; new ones have none. A base that has
  /// changed since the overlay was made gives way in the fields the overlay changes;
  /// ``upgrade(to:from:)`` tells where it does.
  ///
  /// - Parameter base: The base, itself no overlay.
  /// - Returns: The catalog, without base.
  /// - Throws: ``CatalogError`` with line, column and field where the overlay does not fit the
  ///   base: a measure it has not, a new measure without name, a field that is not sound any more.
  /// - Complexity: O(*n*) in the size of both.
  public func resolve(base: Catalog) throws(CatalogError) -> Catalog {
    let level = FieldShape.record(.catalog).applying(fields, to: RecordShape.level(of: base))
    var catalog = try CatalogLevel(node: level ?? CatalogNode(.map([]))).catalog
    var measures = try Measures(self, base: base)
    catalog.measures = []
    for id in try measures.sequence() {
      guard let measure = try measures.measure(id) else { continue }
      catalog.measures.append(measure)
    }
    return catalog
  }

  /// The measures of a base under an overlay.
  private struct Measures {
    let overlay: Overlay
    let base: Catalog
    /// The base's measures by their ids.
    let originals: [KPIIdentifier: KPIDefinition]
    /// The overlay's entries by the ids they give, with their places.
    var entries: [KPIIdentifier: (index: Int, entry: Entry)] = [:]
    /// The ids the overlay gives to measures of the base.
    var renamed: [KPIIdentifier: KPIIdentifier] = [:]

    init(_ overlay: Overlay, base: Catalog) throws(CatalogError) {
      self.overlay = overlay
      self.base = base
      originals = Dictionary(base.measures.map { ($0.id, $0) }) { first, _ in first }
      for (index, entry) in overlay.entries.enumerated() {
        entries[entry.measure.id] = (index, entry)
        if let original = entry.original {
          guard originals[original.id] != nil else {
            throw missing(original).inside("from").inside(index).inside("measures")
          }
          renamed[original.id] = entry.measure.id
        }
      }
    }

    /// The error of a measure the base does not have.
    func missing(_ mention: Mention) -> CatalogError {
      let own = overlay.entries.map(\.measure.id.text)
      let nearest =
        base.nearestID(to: mention.id.text)
        ?? SpellingSuggestion.nearest(to: mention.id.text, among: own)
      return CatalogError(
        .measureNotInBase(mention.id.text, nearest: nearest),
        at: CatalogNode(.null, at: mention.place))
    }

    /// The id in the result of a measure the overlay names.
    func resultID(of mention: Mention) throws(CatalogError) -> KPIIdentifier {
      if entries[mention.id] != nil { return mention.id }
      guard originals[mention.id] != nil else { throw missing(mention) }
      return renamed[mention.id] ?? mention.id
    }

    func isNew(_ entry: Entry) -> Bool { originals[entry.baseID] == nil }

    /// The ids of the result, in order.
    func sequence() throws(CatalogError) -> [KPIIdentifier] {
      var left: Set<KPIIdentifier> = []
      for (index, removal) in overlay.removals.enumerated() {
        do throws(CatalogError) {
          left.insert(try resultID(of: removal))
        } catch {
          throw error.inside(index).inside("remove")
        }
      }
      var ids: [KPIIdentifier] = []
      if let selection = overlay.selection {
        for (index, mention) in selection.enumerated() {
          do throws(CatalogError) {
            ids.append(try resultID(of: mention))
          } catch {
            throw error.inside(index).inside("select")
          }
        }
      } else {
        ids = base.measures.map { renamed[$0.id] ?? $0.id }
      }
      let named = Set(ids)
      ids += overlay.entries.filter { isNew($0) && !named.contains($0.measure.id) }
        .map(\.measure.id)
      ids.removeAll(where: left.contains)
      try refuseRepetitions(ids)
      return try placed(ids)
    }

    private func refuseRepetitions(_ ids: [KPIIdentifier]) throws(CatalogError) {
      var seen: Set<KPIIdentifier> = []
      for id in ids where !seen.insert(id).inserted {
        let fault = CatalogFault.duplicateIdentifier(id.text, first: "another measure of the base")
        guard let (index, entry) = entries[id] else { throw CatalogError(fault) }
        throw CatalogError(fault, at: CatalogNode(.null, at: entry.measure.place))
          .inside("id").inside(index).inside("measures")
      }
    }

    /// The ids with those brought to their place that stand elsewhere than in the base; a measure
    /// whose predecessor is not in the catalog stays where it is.
    private func placed(_ ids: [KPIIdentifier]) throws(CatalogError) -> [KPIIdentifier] {
      var ids = ids
      let there = Set(ids)
      var moves: [(id: KPIIdentifier, predecessor: KPIIdentifier?)] = []
      for placement in overlay.placements {
        do throws(CatalogError) {
          let id = try resultID(of: placement.measure)
          let predecessor = try placement.predecessor.map { mention throws(CatalogError) in
            try resultID(of: mention)
          }
          if there.contains(id), predecessor.map(there.contains) ?? true, id != predecessor {
            moves.append((id, predecessor))
          }
        } catch {
          throw error.inside(placement.measure.id.text).inside("order")
        }
      }
      let moving = Set(moves.map(\.id))
      ids.removeAll(where: moving.contains)
      var waiting: [(id: KPIIdentifier, predecessor: KPIIdentifier?)] = []
      for move in moves {
        let place = move.predecessor.map { ids.firstIndex(of: $0).map { $0 + 1 } } ?? 0
        if let place { ids.insert(move.id, at: place) } else { waiting.append(move) }
      }
      // Whoever stands behind one that is placed later, or in a circle.
      while let index = waiting.firstIndex(where: { move in
        move.predecessor.map(ids.contains) ?? true
      }) {
        let move = waiting.remove(at: index)
        let place = move.predecessor.flatMap(ids.firstIndex).map { $0 + 1 } ?? 0
        ids.insert(move.id, at: place)
      }
      return ids + waiting.map(\.id)
    }

    /// The measure of an id of the result.
    mutating func measure(_ id: KPIIdentifier) throws(CatalogError) -> KPIDefinition? {
      guard let (index, entry) = entries[id] else { return originals[id] }
      let original = originals[entry.baseID]
      do throws(CatalogError) {
        let shape = FieldShape.record(.measure)
        let patched = shape.applying(entry.patch, to: original?.content)?.pairs ?? []
        let name = CatalogNode.Member(key: "id", value: CatalogNode(.text(id.text)))
        let node = CatalogNode(
          .map([name] + patched.filter { $0.key != "id" }), at: entry.measure.place)
        if original == nil, node["name"] == nil { throw missing(entry.measure).inside("id") }
        var measure = try KPIDefinition(node: node)
        measure.origin = original?.origin
        return measure
      } catch {
        throw error.inside(index).inside("measures")
      }
    }
  }
}
