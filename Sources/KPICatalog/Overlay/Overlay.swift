/// What one catalog changes in another: a selection, an order, and the fields that differ.
///
/// An overlay names its base and holds only what differs from it. Together they make a catalog:
///
///     let overlay = try Overlay(yaml: bytes)
///     let catalog = try overlay.resolve(base: BuiltInCatalog.customerMeasures())
///
/// An overlay the program wrote also keeps what the base said in the fields it changes, so that a
/// new edition of the base can be brought in; see ``upgrade(to:from:)``.
public struct Overlay: Hashable, Sendable {
  /// What it builds on.
  public var base: BaseReference
  /// The base as it was where the overlay changes it; nil if nobody noted it.
  var snapshot: Snapshot?
  /// What differs above the measures, a patch.
  var fields: CatalogNode
  /// The measures there are, in order; nil for all but the removed ones.
  ///
  /// Measures of the overlay's own that are not named follow at the end.
  var selection: [Mention]?
  /// The measures of the base that are left out.
  var removals: [Mention]
  /// The measures that stand elsewhere than in the base, each with the one it stands behind.
  var placements: [Placement]
  /// The measures that differ and those of the overlay's own, in order.
  var entries: [Entry]

  /// A measure named in an overlay.
  struct Mention: Hashable, Sendable {
    let id: KPIIdentifier
    var place = CatalogNode.Place()

    static func == (left: Mention, right: Mention) -> Bool { left.id == right.id }
    func hash(into hasher: inout Hasher) { hasher.combine(id) }
  }

  /// Where a measure stands.
  struct Placement: Hashable, Sendable {
    let measure: Mention
    /// The measure it stands behind; nil for the first place.
    let predecessor: Mention?
  }

  /// What differs in one measure, or all of a new one.
  struct Entry: Hashable, Sendable {
    /// Its id in the catalog the overlay makes.
    let measure: Mention
    /// Its id in the base, if that is another.
    let original: Mention?
    /// What differs, a patch without the id.
    var patch: CatalogNode

    /// Its id in the base, if it is there.
    var baseID: KPIIdentifier { original?.id ?? measure.id }
  }

  /// What a base said in the fields an overlay changes.
  struct Snapshot: Hashable, Sendable {
    /// Above the measures, a patch that leads back to the base; the version is always in it.
    var fields: CatalogNode
    /// In the measures, patches that lead back to the base; their ids are the base's.
    var entries: [Entry]
  }

  /// Makes an overlay that changes nothing.
  ///
  /// - Parameter base: What it builds on.
  public init(of base: BaseReference) {
    self.base = base
    fields = CatalogNode(.map([]))
    removals = []
    placements = []
    entries = []
  }

  /// The version of the base the overlay was made against; nil if it had none or nobody noted it.
  public var baseVersion: String? {
    snapshot?.fields["version"].flatMap { $0.isNull ? nil : $0.firstText }
  }

  /// The ids of the selected measures, in order; nil if there is no selection but all there are.
  public var select: [KPIIdentifier]? { selection?.map(\.id) }

  /// The ids of the base's measures that are left out.
  public var remove: [KPIIdentifier] { removals.map(\.id) }

  /// The ids of the measures that differ from the base or are new.
  public var changed: [KPIIdentifier] { entries.map(\.measure.id) }
}
