/// Merges the measures of three catalogs.
struct MeasureMerge {
  private let base: MeasureSide
  private let ours: MeasureSide
  private let theirs: MeasureSide
  private var merged: [MeasureSide.Key: KPIDefinition] = [:]
  private var found: [MeasureSide.Key: [MergeConflict]] = [:]
  /// The measures, in order.
  private(set) var result: [KPIDefinition] = []
  /// The conflicts, in the order of the result; those of removed measures behind them.
  private(set) var conflicts: [MergeConflict] = []

  typealias Key = MeasureSide.Key

  init(base: MeasureSide, ours: MeasureSide, theirs: MeasureSide) {
    self.base = base
    self.ours = ours
    self.theirs = theirs
  }

  mutating func merge() {
    var seen: Set<Key> = []
    let keys = (ours.keys + theirs.keys).filter { seen.insert($0).inserted }
    for key in keys { merged[key] = measure(key) }
    keepIDsApart(keys)
    let order = SequenceMerge(
      base: base.keys, ours: ours.keys, theirs: theirs.keys, survivors: Set(merged.keys))
    result = order.items.compactMap { merged[$0] }
    followRenamings()
    conflicts = order.items.flatMap { found[$0] ?? [] }
    conflicts += keys.filter { merged[$0] == nil }.flatMap { found[$0] ?? [] }
    if order.isConflict {
      conflicts.append(
        MergeConflict(
          .orderedByBoth, base: ids(base), ours: ids(ours), theirs: ids(theirs)))
    }
  }

  private func ids(_ side: MeasureSide) -> FieldValue {
    let ids = side.keys.compactMap { side.measures[$0]?.id.node }
    return FieldValue(CatalogNode(.list(ids)), .values(KPIIdentifier.self))
  }

  /// The merged measure of a key, or nil if there is none any more.
  private mutating func measure(_ key: Key) -> KPIDefinition? {
    let (old, our, their) = (base.measures[key], ours.measures[key], theirs.measures[key])
    switch (old, our, their) {
    case (let old?, let our?, let their?): return both(key, old, our, their)
    case (let old?, let our?, nil):
      guard !our.content.means(old.content) else { return nil }
      note(removal: .removedByThem, key, of: our, from: old)
      return our
    case (let old?, nil, let their?):
      if !their.content.means(old.content) {
        note(removal: .removedByUs, key, of: their, from: old)
      }
      return nil
    case (nil, let our?, let their?): return added(key, our, their)
    case (nil, let only?, nil), (nil, nil, let only?): return only
    case (_, nil, nil): return nil
    }
  }

  private mutating func both(
    _ key: Key, _ old: KPIDefinition, _ our: KPIDefinition, _ their: KPIDefinition
  ) -> KPIDefinition {
    var fields = FieldMerge()
    let node = fields.merge(
      .record(.measure), base: old.content, ours: our.content, theirs: their.content, at: "")
    found[key, default: []] += fields.conflicts.map {
      MergeConflict($0, ours: our, theirs: their)
    }
    guard let node, var measure = try? KPIDefinition(node: node) else { return our }
    measure.origin = our.origin
    return measure
  }

  /// A measure both sides added: the same one, or ours with each field that differs in conflict.
  private mutating func added(
    _ key: Key, _ our: KPIDefinition, _ their: KPIDefinition
  ) -> KPIDefinition {
    found[key, default: []] += MeasureChange.fields(from: our, to: their).map { change in
      MergeConflict(
        .addedByBoth, measure: our.id, field: change.field, ours: change.old, theirs: change.new,
        oursAt: our.place(of: change.field),
        theirsAt: their.place(of: change.field))
    }
    return our
  }

  private mutating func note(
    removal kind: MergeConflict.Kind, _ key: Key, of changed: KPIDefinition,
    from old: KPIDefinition
  ) {
    let place = changed.place(of: nil)
    let isOurs = kind == .removedByThem
    let value = FieldValue(changed.content, .record(.measure))
    found[key, default: []].append(
      MergeConflict(
        kind, measure: changed.id, base: FieldValue(old.content, .record(.measure)),
        ours: isOurs ? value : nil, theirs: isOurs ? nil : value, oursAt: isOurs ? place : nil,
        theirsAt: isOurs ? nil : place,
        changes: MeasureChange.fields(from: old, to: changed)))
  }

  /// Sees to it that no two measures of the result have one id: our ids come first, then those they
  /// gave to measures we have, then those of measures they added.
  private mutating func keepIDsApart(_ keys: [Key]) {
    var taken: [KPIIdentifier: Key] = [:]
    for key in keys {
      if let id = merged[key]?.id, id == ours.measures[key]?.id { taken[id] = key }
    }
    for key in keys {
      guard let measure = merged[key], let our = ours.measures[key], measure.id != our.id else {
        continue
      }
      if let other = taken[measure.id] {
        noteSameID(key, measure.id, ours: other, field: "id")
        merged[key]?.id = our.id
        taken[our.id] = key
      } else {
        taken[measure.id] = key
      }
    }
    for key in keys where ours.measures[key] == nil {
      guard let measure = merged[key] else { continue }
      if let other = taken[measure.id] {
        noteSameID(key, measure.id, ours: other, field: nil)
        merged[key] = nil
      } else {
        taken[measure.id] = key
      }
    }
  }

  private mutating func noteSameID(
    _ key: Key, _ id: KPIIdentifier, ours other: Key, field: String?
  ) {
    let our = merged[other]
    let their = theirs.measures[key]
    let shape = FieldShape.record(.measure)
    found[key, default: []].append(
      MergeConflict(
        .sameID, measure: id, field: field, base: FieldValue(base.measures[key]?.content, shape),
        ours: FieldValue(our?.content, shape), theirs: FieldValue(their?.content, shape),
        oursAt: our?.place(of: field), theirsAt: their?.place(of: field)))
  }

  /// References one side added, to a measure the other side gave a new id, follow it.
  private mutating func followRenamings() {
    let byUs = renamings(by: ours)
    let byThem = renamings(by: theirs)
    guard !byUs.isEmpty || !byThem.isEmpty else { return }
    let keys = Dictionary(merged.map { ($1.id, $0) }) { first, _ in first }
    for index in result.indices {
      guard let key = keys[result[index].id] else { continue }
      let before = base.measures[key]?.references ?? []
      let added = [ours, theirs].map { ($0.measures[key]?.references ?? []).subtracting(before) }
      let renamed = byThem.filter { added[0].contains($0.key) }
        .merging(byUs.filter { added[1].contains($0.key) }) { first, _ in first }
      if !renamed.isEmpty { result[index].follow(renamed) }
    }
  }

  /// The ids one side has replaced, with the new ones, as far as the result has them.
  private func renamings(by side: MeasureSide) -> [KPIIdentifier: KPIIdentifier] {
    let ids = Set(result.map(\.id))
    var renamed: [KPIIdentifier: KPIIdentifier] = [:]
    for (key, measure) in merged {
      guard case .base(let old) = key, old != measure.id, !ids.contains(old),
        side.measures[key]?.id == measure.id
      else { continue }
      renamed[old] = measure.id
    }
    return renamed
  }
}

extension KPIDefinition {
  /// The measures this one refers to.
  fileprivate var references: Set<KPIIdentifier> {
    Set(pairedWith + derivedFrom + (lifecycle?.replacedBy.map { [$0] } ?? []))
  }

  /// Replaces references to measures that have other ids now.
  fileprivate mutating func follow(_ renamed: [KPIIdentifier: KPIIdentifier]) {
    func followed(_ ids: [KPIIdentifier]) -> [KPIIdentifier] {
      var seen: Set<KPIIdentifier> = []
      return ids.map { renamed[$0] ?? $0 }.filter { seen.insert($0).inserted }
    }
    if pairedWith.contains(where: { renamed[$0] != nil }) { pairedWith = followed(pairedWith) }
    if derivedFrom.contains(where: { renamed[$0] != nil }) { derivedFrom = followed(derivedFrom) }
    if let old = lifecycle?.replacedBy, let new = renamed[old] { lifecycle?.replacedBy = new }
  }
}
