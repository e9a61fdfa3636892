extension Overlay {
  /// How an overlay says which of the base's measures there are.
  public enum SelectionStyle: Hashable, Sendable {
    /// The shorter of the two.
    case shortest
    /// By naming those there are: what a new edition adds stays out.
    case naming
    /// By naming those left out: what a new edition adds comes in.
    case leavingOut
  }

  /// The overlay that makes one catalog of another, holding only what differs.
  ///
  /// A measure under another id is recognized by its code, name or aliases, see
  /// ``MeasureMatching``. Where measures were read from is not compared.
  ///
  /// - Parameters:
  ///   - base: The base.
  ///   - target: The catalog to make of it.
  ///   - reference: What the base is called.
  ///   - style: How it says which measures there are; the shorter way by default.
  /// - Returns: The overlay; ``resolve(base:)`` gives the target again.
  /// - Complexity: O(*n*) in the size of both.
  public static func difference(
    from base: Catalog, to target: Catalog, reference: BaseReference,
    style: SelectionStyle = .shortest
  ) -> Overlay {
    difference(
      from: base, to: target, reference: reference, style: style,
      matching: MeasureMatching(base, target))
  }

  static func difference(
    from base: Catalog, to target: Catalog, reference: BaseReference, style: SelectionStyle,
    matching: MeasureMatching
  ) -> Overlay {
    var overlay = Overlay(of: reference)
    let level = RecordShape.level(of: base)
    let newLevel = RecordShape.level(of: target)
    let shape = FieldShape.record(.catalog)
    overlay.fields = shape.difference(from: level, to: newLevel) ?? CatalogNode(.map([]))
    let back = shape.difference(from: newLevel, to: level) ?? CatalogNode(.map([]))
    let version = CatalogNode.Member(
      key: "version", value: level["version"] ?? CatalogNode(.null))
    var snapshot = Snapshot(
      fields: CatalogNode(.map([version] + back.pairs.filter { $0.key != "version" })),
      entries: [])
    let originals = Dictionary(base.measures.map { ($0.id, $0) }) { first, _ in first }
    for measure in target.measures {
      let original = matching.original(of: measure.id).flatMap { originals[$0] }
      guard let (entry, before) = Self.entry(for: measure, original: original) else { continue }
      overlay.entries.append(entry)
      if let before { snapshot.entries.append(before) }
    }
    overlay.snapshot = snapshot
    overlay.select(from: base, to: target, style: style, matching: matching)
    return overlay
  }

  /// What differs in a measure, with the way back; nil if nothing does.
  private static func entry(
    for measure: KPIDefinition, original: KPIDefinition?
  ) -> (entry: Entry, before: Entry?)? {
    func withoutID(_ measure: KPIDefinition) -> CatalogNode {
      CatalogNode(.map(measure.content.pairs.filter { $0.key != "id" }))
    }
    let shape = FieldShape.record(.measure)
    let mention = Mention(id: measure.id)
    guard let original else {
      let patch = shape.difference(from: nil, to: withoutID(measure)) ?? CatalogNode(.map([]))
      return (Entry(measure: mention, original: nil, patch: patch), nil)
    }
    let (old, new) = (withoutID(original), withoutID(measure))
    let patch = shape.difference(from: old, to: new)
    guard patch != nil || original.id != measure.id else { return nil }
    let source = Mention(id: original.id)
    let empty = CatalogNode(.map([]))
    let back = shape.difference(from: new, to: old) ?? empty
    return (
      Entry(
        measure: mention, original: original.id == measure.id ? nil : source,
        patch: patch ?? empty),
      Entry(measure: source, original: nil, patch: back)
    )
  }

  /// Notes which measures there are, and in which order.
  private mutating func select(
    from base: Catalog, to target: Catalog, style: SelectionStyle, matching: MeasureMatching
  ) {
    let ids = target.measures.map(\.id)
    let kept = base.measures.filter { matching.successor(of: $0.id) != nil }
    let left = base.measures.filter { matching.successor(of: $0.id) == nil }
    let isNaming =
      switch style {
      case .naming: true
      case .leavingOut: false
      case .shortest: !left.isEmpty && kept.count <= left.count
      }
    if isNaming {
      var named = ids
      while let last = named.last, matching.original(of: last) == nil { named.removeLast() }
      selection = named.map { Mention(id: $0) }
      return
    }
    removals = left.map { Mention(id: $0.id) }
    let natural =
      kept.compactMap { matching.successor(of: $0.id) }
      + ids.filter { matching.original(of: $0) == nil }
    let moved = Set(KeptOrder.moved(from: natural, to: ids))
    for (index, id) in ids.enumerated() where moved.contains(id) {
      let predecessor = index > 0 ? Mention(id: ids[index - 1]) : nil
      placements.append(Placement(measure: Mention(id: id), predecessor: predecessor))
    }
  }
}
