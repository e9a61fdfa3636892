/// A catalog two people changed, brought together measure by measure and field by field.
///
///     let merge = CatalogMerge(base: base, ours: ours, theirs: theirs)
///     merge.catalog     // with ours where both changed the same field
///     merge.conflicts   // and those fields named
///
/// Measures are known by their ids, those renamed on a side as ``MeasureMatching`` finds them; a
/// measure renamed on one side and changed on the other is both. Texts merge by language, lists by
/// item, custom columns by header. A value and when it held, the parts of a unit, and the ends of a
/// scale are one statement each, taken from one side. Order is merged too.
///
/// Measures in the result keep our origin, so that it can be written back where ours was read from.
public struct CatalogMerge: Sendable {
  /// The result; in a conflict ours.
  public private(set) var catalog: Catalog
  /// What both sides changed, each in its own way: first above the measures, then by measure in the
  /// order of the result.
  public private(set) var conflicts: [MergeConflict]

  /// Merges two versions of a catalog.
  ///
  /// - Parameters:
  ///   - base: The catalog both come from.
  ///   - ours: Our version, kept in conflicts.
  ///   - theirs: Their version.
  /// - Complexity: O(*n*) in the size of the three, see ``MeasureMatching`` for measures under
  ///   other ids.
  public init(base: Catalog, ours: Catalog, theirs: Catalog) {
    self.init(
      base: base, ours: ours, theirs: theirs, matchingOurs: MeasureMatching(base, ours),
      matchingTheirs: MeasureMatching(base, theirs))
  }

  init(
    base: Catalog, ours: Catalog, theirs: Catalog, matchingOurs: MeasureMatching,
    matchingTheirs: MeasureMatching
  ) {
    (catalog, conflicts) = Self.level(base, ours, theirs)
    let sides = [
      MeasureSide(base, matching: nil), MeasureSide(ours, matching: matchingOurs),
      MeasureSide(theirs, matching: matchingTheirs),
    ]
    var measures = MeasureMerge(base: sides[0], ours: sides[1], theirs: sides[2])
    measures.merge()
    catalog.measures = measures.result
    conflicts += measures.conflicts
  }

  private static func level(
    _ base: Catalog, _ ours: Catalog, _ theirs: Catalog
  ) -> (Catalog, [MergeConflict]) {
    var merge = FieldMerge()
    let node = merge.merge(
      .record(.catalog), base: RecordShape.level(of: base), ours: RecordShape.level(of: ours),
      theirs: RecordShape.level(of: theirs), at: "")
    let conflicts = merge.conflicts.map { MergeConflict($0) }
    guard let node, var catalog = try? CatalogLevel(node: node).catalog else {
      return (ours, conflicts)
    }
    catalog.extends = ours.extends
    return (catalog, conflicts)
  }
}

/// The measures of one of the three catalogs, by what they were in the base.
struct MeasureSide {
  /// A measure's identity through all three: its id in the base, or its id where it was added.
  enum Key: Hashable {
    case base(KPIIdentifier)
    case added(KPIIdentifier)
  }

  let keys: [Key]
  let measures: [Key: KPIDefinition]

  init(_ catalog: Catalog, matching: MeasureMatching?) {
    let keys = catalog.measures.map { measure -> Key in
      guard let matching else { return .base(measure.id) }
      return matching.original(of: measure.id).map(Key.base) ?? .added(measure.id)
    }
    self.keys = keys
    measures = Dictionary(zip(keys, catalog.measures).map { ($0, $1) }) { first, _ in first }
  }
}

extension MergeConflict {
  /// A conflict of fields, in a measure or above them.
  init(
    _ conflict: FieldMerge.Conflict, ours: KPIDefinition? = nil, theirs: KPIDefinition? = nil
  ) {
    self.init(
      conflict.isOrder ? .orderedByBoth : .changedByBoth, measure: ours?.id,
      field: conflict.field, base: conflict.base, ours: conflict.ours, theirs: conflict.theirs,
      oursAt: ours?.place(of: conflict.field),
      theirsAt: theirs?.place(of: conflict.field))
  }
}
