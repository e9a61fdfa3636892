/// What differs between two catalogs, measure by measure and field by field.
///
///     let diff = CatalogDiff(from: old, to: new)
///     print(diff.text())
///
/// Where measures were read from is not compared, nor the order of a text's languages.
public struct CatalogDiff: Hashable, Sendable {
  /// The fields above the measures that differ, in the order of a file.
  public let fields: [FieldChange]
  /// The measures that differ, in the order of the new catalog; removed ones behind the measure
  /// they followed.
  public let measures: [MeasureChange]

  /// Compares two catalogs.
  ///
  /// - Parameters:
  ///   - old: The first catalog.
  ///   - new: The second catalog.
  /// - Complexity: O(*n*) in the size of both, see ``MeasureMatching`` for measures under other
  ///   ids.
  public init(from old: Catalog, to new: Catalog) {
    fields = FieldShape.record(.catalog).changes(
      from: RecordShape.level(of: old), to: RecordShape.level(of: new), at: "")
    measures = Self.measureChanges(old, new)
  }

  init(fields: [FieldChange], measures: [MeasureChange]) {
    self.fields = fields
    self.measures = measures
  }

  /// Whether nothing differs.
  public var isEmpty: Bool { fields.isEmpty && measures.isEmpty }

  private static func measureChanges(_ old: Catalog, _ new: Catalog) -> [MeasureChange] {
    let matching = MeasureMatching(old, new)
    let renamings = Dictionary(matching.renamings.map { ($0.new, $0) }) { first, _ in first }
    let before = Dictionary(old.measures.map { ($0.id, $0) }) { first, _ in first }
    let after = Dictionary(new.measures.map { ($0.id, $0) }) { first, _ in first }
    let ids = new.measures.map(\.id)
    // A removed measure is known by its old id, which no measure of the new catalog may bear.
    let oldIDs = old.measures.map { matching.successor(of: $0.id) ?? $0.id }
    let moved = Set(KeptOrder.moved(from: oldIDs, to: ids))
    let places = Dictionary(ids.enumerated().map { ($1, $0) }) { first, _ in first }
    return FieldChange.interleaved(oldIDs, ids).compactMap { id in
      guard let measure = after[id] else {
        return before[id].map { MeasureChange(.removed, $0) }
      }
      guard let original = matching.original(of: id).flatMap({ before[$0] }) else {
        return MeasureChange(.added, measure)
      }
      let move = moved.contains(id) ? places[id].map { Move(place: $0, ids: ids) } : nil
      let change = MeasureChange(
        measure, from: original, renaming: renamings[id], move: move ?? nil)
      return change.isEmpty ? nil : change
    }
  }

  /// Where a measure stands now.
  public struct Move: Hashable, Sendable {
    /// The measure it stands behind now; nil for the first place.
    public let predecessor: KPIIdentifier?

    init(place: Int, ids: [KPIIdentifier]) {
      predecessor = place > 0 ? ids[place - 1] : nil
    }
  }
}

/// What differs in one measure.
public struct MeasureChange: Hashable, Sendable {
  /// What happened to the measure.
  public enum Kind: String, Hashable, Sendable {
    /// It is new.
    case added
    /// It is gone.
    case removed
    /// It differs, has another id, or stands elsewhere.
    case changed
  }

  /// What happened.
  public let kind: Kind
  /// The measure as it is; a removed one as it was.
  public let measure: KPIDefinition
  /// Its old id, if that was another, and by what it was recognized.
  public let renaming: MeasureMatching.Renaming?
  /// Where it stands now, if other measures now follow or precede it.
  public let move: CatalogDiff.Move?
  /// The fields that differ, in the order of a file; none for an added or removed measure.
  public let fields: [FieldChange]

  /// The measure's id; of a removed one its old id.
  public var id: KPIIdentifier { measure.id }

  fileprivate init(_ kind: Kind, _ measure: KPIDefinition) {
    self.init(kind: kind, measure: measure, renaming: nil, move: nil, fields: [])
  }

  init(
    kind: Kind, measure: KPIDefinition, renaming: MeasureMatching.Renaming?,
    move: CatalogDiff.Move?, fields: [FieldChange]
  ) {
    self.kind = kind
    self.measure = measure
    self.renaming = renaming
    self.move = move
    self.fields = fields
  }

  fileprivate init(
    _ measure: KPIDefinition, from original: KPIDefinition, renaming: MeasureMatching.Renaming?,
    move: CatalogDiff.Move?
  ) {
    kind = .changed
    self.measure = measure
    self.renaming = renaming
    self.move = move
    fields = Self.fields(from: original, to: measure)
  }

  /// The fields that differ between two versions of a measure, but for its id.
  static func fields(from old: KPIDefinition, to new: KPIDefinition) -> [FieldChange] {
    FieldShape.record(.measure).changes(from: old.content, to: new.content, at: "")
      .filter { $0.field != "id" }
  }

  fileprivate var isEmpty: Bool { renaming == nil && move == nil && fields.isEmpty }
}
