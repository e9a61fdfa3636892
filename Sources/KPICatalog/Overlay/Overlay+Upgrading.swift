extension Overlay {
  /// Whether a base says what it said when the overlay was made, as far as the overlay touches it.
  ///
  /// An overlay that notes nothing of its base is current if the base has all measures it names.
  ///
  /// - Parameter base: The base.
  /// - Returns: Whether ``upgrade(to:from:)`` would have nothing to do.
  public func isCurrent(for base: Catalog) -> Bool {
    let measures = Dictionary(base.measures.map { ($0.id, $0) }) { first, _ in first }
    guard mentionedInBase.allSatisfy({ measures[$0] != nil }) else { return false }
    guard let snapshot else { return true }
    let level = RecordShape.level(of: base)
    let nothing = CatalogNode(.map([]))
    guard
      (FieldShape.record(.catalog).applying(snapshot.fields, to: level) ?? nothing).means(level)
    else { return false }
    let shape = FieldShape.record(.measure)
    return !own.contains { measures[$0] != nil }
      && snapshot.entries.allSatisfy { entry in
        let content = measures[entry.measure.id]?.content
        return shape.applying(entry.patch, to: content).means(content)
      }
  }

  /// Brings a new edition of the base under the overlay.
  ///
  /// What only the edition changed is taken, what only the overlay changed stays, what both changed
  /// is a conflict in which the overlay keeps its word. Measures the edition renamed are followed;
  /// of one that is gone, those that took its place come in if it was there; one the overlay had
  /// changed stays as a measure of the overlay's own. What a selection or removal leaves out stays
  /// out.
  ///
  /// - Parameters:
  ///   - edition: The new edition.
  ///   - old: The base the overlay was made against. Without it, what the overlay noted of its base
  ///     has to do: it knows all that the overlay changed, but of a measure that is gone no more
  ///     than
  ///     that.
  /// - Returns: The overlay against the new edition with conflicts and notes.
  /// - Throws: ``CatalogError`` where the overlay does not fit, see ``resolve(base:)``.
  /// - Complexity: O(*n*) in the size of all, see ``MeasureMatching``.
  public func upgrade(
    to edition: Catalog, from old: Catalog? = nil
  ) throws(CatalogError) -> OverlayUpgrade {
    guard snapshot != nil || old != nil else {
      // Nothing is known of the base it was made against.
      let catalog = try resolve(base: edition)
      return OverlayUpgrade(
        overlay: rebased(from: edition, to: catalog, MeasureMatching(edition, catalog)),
        catalog: catalog, conflicts: [], notes: [])
    }
    var step = EditionStep(self, edition: edition, old: old)
    return try step.run()
  }

  /// The ids of measures of its own, which the base did not have.
  var own: [KPIIdentifier] {
    guard let snapshot else { return [] }
    let known = Set(snapshot.entries.map(\.measure.id))
    return entries.filter { !known.contains($0.baseID) }.map(\.measure.id)
  }

  /// The ids of the base's measures the overlay names.
  var mentionedInBase: [KPIIdentifier] {
    let given = Dictionary(entries.map { ($0.measure.id, $0.baseID) }) { first, _ in first }
    let own = Set(
      snapshot == nil ? entries.filter { $0.patch["name"] != nil }.map(\.measure.id) : self.own)
    let named =
      (selection ?? []).map(\.id) + removals.map(\.id) + entries.map(\.measure.id)
      + placements.flatMap { [$0.measure.id] + ($0.predecessor.map { [$0.id] } ?? []) }
    var seen: Set<KPIIdentifier> = []
    return named.filter { !own.contains($0) }.map { given[$0] ?? $0 }
      .filter { seen.insert($0).inserted }
  }

  /// The overlay that makes a catalog of another base, saying in its own way which measures there
  /// are.
  func rebased(
    from base: Catalog, to catalog: Catalog, _ matching: MeasureMatching
  ) -> Overlay {
    Overlay.difference(
      from: base, to: catalog, reference: self.base,
      style: selection == nil ? .leavingOut : .naming, matching: matching)
  }
}
