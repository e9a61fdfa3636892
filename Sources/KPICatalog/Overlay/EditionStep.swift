/// The step from one edition of a base to the next under an overlay.
struct EditionStep {
  private let overlay: Overlay
  private let edition: Catalog
  /// The base the overlay was made against, as far as it is known.
  private var old: Catalog
  private let isOldKnown: Bool
  /// Which measure of the old edition is which of the new one.
  private var matching: MeasureMatching
  /// The measures that took the place of one that is gone.
  private var successors: [KPIIdentifier: [KPIIdentifier]] = [:]

  init(_ overlay: Overlay, edition: Catalog, old: Catalog?) {
    self.overlay = overlay
    self.edition = edition
    isOldKnown = old != nil
    if let old {
      self.old = old
      matching = MeasureMatching(old, edition)
      Self.forgetSplits(&matching, edition)
    } else {
      let rebuilt = Self.rebuilt(overlay, edition)
      self.old = rebuilt.base
      matching = rebuilt.matching
    }
    let new = edition.measures.filter { matching.original(of: $0.id) == nil }
    for measure in self.old.measures where matching.successor(of: measure.id) == nil {
      successors[measure.id] = Self.successors(of: measure, among: new)
    }
  }

  mutating func run() throws(CatalogError) -> OverlayUpgrade {
    let ours = try overlay.resolve(base: old)
    var matchingOurs = MeasureMatching(common: [])
    let given = Dictionary(overlay.entries.map { ($0.baseID, $0.measure.id) }) { first, _ in first }
    let there = Set(ours.measures.map(\.id))
    var kept: Set<KPIIdentifier> = []
    for measure in old.measures {
      let id = given[measure.id] ?? measure.id
      guard there.contains(id) else { continue }
      kept.insert(measure.id)
      matchingOurs.note(.init(old: measure.id, new: id, evidence: .name))
    }
    var base = old
    base.measures.removeAll { !kept.contains($0.id) }
    var theirs = edition
    theirs.measures.removeAll { !isIn($0, kept) }
    let merge = CatalogMerge(
      base: base, ours: ours, theirs: theirs, matchingOurs: matchingOurs, matchingTheirs: matching)
    var catalog = merge.catalog
    if overlay.selection != nil {
      place(in: &catalog, as: ours.measures.map(\.id), matchingOurs)
    }
    return OverlayUpgrade(
      overlay: overlay.rebased(
        from: edition, to: catalog, matchingResult(catalog, matchingOurs)),
      catalog: catalog, conflicts: merge.conflicts, notes: notes(kept, catalog))
  }

  /// Puts the measures that took the place of one that is gone where that stood in our selection,
  /// whose order is its own.
  private func place(
    in catalog: inout Catalog, as ours: [KPIIdentifier], _ matchingOurs: MeasureMatching
  ) {
    for measure in old.measures {
      guard let followers = successors[measure.id], !followers.isEmpty,
        let id = matchingOurs.successor(of: measure.id), let place = ours.firstIndex(of: id)
      else { continue }
      let moving = catalog.measures.filter { followers.contains($0.id) }
      catalog.measures.removeAll { followers.contains($0.id) }
      // Behind it, if it is still there, else behind the nearest one before it.
      let ids = catalog.measures.map(\.id)
      let before = ours[...place].reversed().lazy.compactMap { id in
        let now = matchingOurs.original(of: id).flatMap(matching.successor)
        return ids.firstIndex { $0 == id || $0 == now }
      }.first
      catalog.measures.insert(contentsOf: moving, at: before.map { $0 + 1 } ?? 0)
    }
  }

  /// Whether a measure of the edition belongs into the catalog: it was there, or took the place of
  /// one that was, or is new and nothing is selected.
  private func isIn(_ measure: KPIDefinition, _ kept: Set<KPIIdentifier>) -> Bool {
    if let original = matching.original(of: measure.id) { return kept.contains(original) }
    let replaced = successors.filter { $0.value.contains(measure.id) }.map(\.key)
    if !replaced.isEmpty { return replaced.contains(where: kept.contains) }
    return overlay.selection == nil || overlay.own.contains(measure.id)
  }

  /// Which measure of the edition is which of the result.
  private func matchingResult(
    _ result: Catalog, _ matchingOurs: MeasureMatching
  ) -> MeasureMatching {
    let ids = Set(result.measures.map(\.id))
    var matching = MeasureMatching(common: [])
    for measure in edition.measures {
      var id = measure.id
      if let original = self.matching.original(of: id),
        let ours = matchingOurs.successor(of: original), ours != original, ids.contains(ours)
      {
        id = ours
      }
      if ids.contains(id) {
        matching.note(.init(old: measure.id, new: id, evidence: .name))
      }
    }
    return matching
  }

  // MARK: What happened

  private func notes(_ kept: Set<KPIIdentifier>, _ result: Catalog) -> [UpgradeNote] {
    let ids = Set(result.measures.map(\.id))
    let later = Dictionary(edition.measures.map { ($0.id, $0) }) { first, _ in first }
    var notes: [UpgradeNote] = []
    for measure in old.measures where kept.contains(measure.id) {
      guard let next = matching.successor(of: measure.id), let now = later[next] else {
        let followers = successors[measure.id] ?? []
        if !followers.isEmpty {
          notes.append(UpgradeNote(.replaced, measure.id, followers))
        } else if !ids.contains(measure.id) {
          notes.append(UpgradeNote(.dropped, measure.id))
        }
        continue
      }
      if next != measure.id { notes.append(UpgradeNote(.renamed, measure.id, [next])) }
      let wasRetired = isOldKnown && measure.lifecycle?.state == .retired
      if now.lifecycle?.state == .retired, !wasRetired {
        notes.append(UpgradeNote(.retired, next, Self.replacements(of: now, in: edition)))
      }
    }
    if overlay.selection != nil, isOldKnown {
      let offered = edition.measures.map(\.id).filter {
        matching.original(of: $0) == nil && !ids.contains($0)
      }
      if !offered.isEmpty { notes.append(UpgradeNote(.offered, nil, offered)) }
    }
    return notes
  }

  /// The measures named as taking the place of a retired one: by it, or by resting on it.
  private static func replacements(
    of measure: KPIDefinition, in edition: Catalog
  ) -> [KPIIdentifier] {
    edition.measures.filter { other in
      other.id != measure.id && other.lifecycle?.state != .retired
        && (other.id == measure.lifecycle?.replacedBy || other.derivedFrom.contains(measure.id))
    }.map(\.id)
  }

  /// The measures that took the place of one that is gone: those it named, those that name it as
  /// what they come from, and those that have its id or name among their aliases.
  private static func successors(
    of gone: KPIDefinition, among measures: [KPIDefinition]
  ) -> [KPIIdentifier] {
    let facts = MeasureFacts(gone)
    return measures.filter { measure in
      measure.id == gone.lifecycle?.replacedBy || measure.derivedFrom.contains(gone.id)
        || MeasureFacts(measure).isAliased(as: facts)
    }.map(\.id)
  }

  /// A measure from which others come too, beside the one that took over its name, was split.
  private static func forgetSplits(_ matching: inout MeasureMatching, _ edition: Catalog) {
    for renaming in matching.renamings where renaming.evidence == .alias {
      let isSplit = edition.measures.contains {
        $0.id != renaming.new && $0.derivedFrom.contains(renaming.old)
      }
      if isSplit { matching.forget(renaming) }
    }
  }

  // MARK: Rebuilding the old edition

  /// The base an overlay was made against, as far as its notes and the new edition tell: where the
  /// overlay changes something as it was noted, elsewhere as it is now.
  private static func rebuilt(
    _ overlay: Overlay, _ edition: Catalog
  ) -> (base: Catalog, matching: MeasureMatching) {
    let snapshot = overlay.snapshot ?? Overlay.Snapshot(fields: CatalogNode(.map([])), entries: [])
    let notes = Dictionary(snapshot.entries.map { ($0.measure.id, $0.patch) }) { first, _ in first }
    let own = Set(overlay.own)
    var base = edition
    let level = FieldShape.record(.catalog).applying(
      snapshot.fields, to: RecordShape.level(of: edition))
    if let level, let catalog = try? CatalogLevel(node: level).catalog {
      base = catalog
      base.measures = edition.measures
    }
    base.measures.removeAll { own.contains($0.id) }
    var ids = Set(base.measures.map(\.id))
    let mentioned = overlay.mentionedInBase
    let gone = mentioned.filter { !ids.contains($0) }.map { outline($0, notes[$0]) }
    // What is gone may have another id; a measure the overlay names by its own is not that.
    var candidates = base
    candidates.measures.removeAll { mentioned.contains($0.id) }
    var renamed = MeasureMatching(Catalog(measures: gone), candidates)
    forgetSplits(&renamed, edition)
    // What took the place of a measure that is gone was not there before.
    for measure in gone where renamed.successor(of: measure.id) == nil {
      ids.subtract(successors(of: measure, among: candidates.measures))
    }
    base.measures.removeAll { !ids.contains($0.id) }
    var matching = MeasureMatching(common: ids)
    for index in base.measures.indices {
      let measure = base.measures[index]
      let original = renamed.original(of: measure.id) ?? measure.id
      if original != measure.id {
        matching.note(.init(old: original, new: measure.id, evidence: .name))
      }
      base.measures[index] = noted(measure, as: original, notes[original])
    }
    base.measures += gone.filter { renamed.successor(of: $0.id) == nil }
    return (base, matching)
  }

  /// A measure as it was noted, under its old id.
  private static func noted(
    _ measure: KPIDefinition, as id: KPIIdentifier, _ patch: CatalogNode?
  ) -> KPIDefinition {
    var noted = measure
    let shape = FieldShape.record(.measure)
    if let node = patch.flatMap({ shape.applying($0, to: measure.content) }),
      let definition = try? KPIDefinition(node: node)
    {
      noted = definition
      noted.origin = measure.origin
    }
    noted.id = id
    return noted
  }

  /// All that is known of a measure that is gone: what was noted of it, and its id for a name.
  private static func outline(_ id: KPIIdentifier, _ patch: CatalogNode?) -> KPIDefinition {
    let name = String(id.text.map { $0 == "-" ? " " : $0 })
    return noted(KPIDefinition(id: id, name: LocalizedText(name)), as: id, patch)
  }
}
