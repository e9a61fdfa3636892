/// A catalog made of an overlay and all that it builds on.
public struct OverlayResolution: Sendable {
  /// The catalog.
  public let catalog: Catalog
  /// The overlay against its base as that is now: the same one unless the base has changed.
  public let overlay: Overlay
  /// What the overlay builds on.
  public let base: Catalog
  /// What both an overlay and a changed base say, in the order in which they build on each other.
  public let conflicts: [MergeConflict]
  /// What else is to be known of a changed base.
  public let notes: [UpgradeNote]
}

extension Overlay {
  /// How many overlays may build on each other.
  private static let deepest = 16

  /// Finds the base and makes the catalog.
  ///
  /// The base may be an overlay itself. A base that has changed since the overlay was made is
  /// brought under it as ``upgrade(to:from:)`` does.
  ///
  /// - Parameters:
  ///   - name: The overlay's own file name, so that a base that refers back to it is noticed.
  ///   - find: Reads a base; paths start in this overlay's folder.
  /// - Returns: The catalog, and what a changed base brought with it.
  /// - Throws: ``CatalogError`` where an overlay does not fit its base, with code `.base` where
  ///   they build on each other in a circle; what `find` throws.
  public func resolve(
    named name: RelativePath? = nil, finding find: (BaseReference) throws -> CatalogDocument
  ) throws -> OverlayResolution {
    try resolve(at: name, through: name.map { [$0] } ?? [], finding: find)
  }

  private func resolve(
    at place: RelativePath?, through paths: [RelativePath],
    finding find: (BaseReference) throws -> CatalogDocument
  ) throws -> OverlayResolution {
    var reference = base
    var next = paths
    if case .file(let path) = base {
      let found = place?.sibling(path) ?? path
      reference = .file(found)
      if next.contains(found) { throw CatalogError(.baseLoop(found.description)).inside("extends") }
      next.append(found)
    }
    guard next.count <= Self.deepest else {
      throw CatalogError(.basesTooDeep(limit: Self.deepest)).inside("extends")
    }
    switch try find(reference) {
    case .catalog(let catalog): return try resolve(on: catalog)
    case .overlay(let overlay):
      let below: OverlayResolution
      do {
        below = try overlay.resolve(at: next.last, through: next, finding: find)
      } catch let error as CatalogError where error.code != .base {
        // Line and column are those of another file.
        throw CatalogError(
          .baseFaulty(reference.description, why: error.description), cause: error
        ).inside("extends")
      }
      return try resolve(on: below.catalog, conflicts: below.conflicts, notes: below.notes)
    }
  }

  /// Makes the catalog of a base, which may have changed since the overlay was made.
  ///
  /// - Parameter base: The base, itself no overlay.
  /// - Returns: The catalog, and what a changed base brought with it.
  /// - Throws: ``CatalogError`` where the overlay does not fit.
  public func resolve(on base: Catalog) throws(CatalogError) -> OverlayResolution {
    try resolve(on: base, conflicts: [], notes: [])
  }

  private func resolve(
    on base: Catalog, conflicts: [MergeConflict], notes: [UpgradeNote]
  ) throws(CatalogError) -> OverlayResolution {
    guard snapshot != nil, !isCurrent(for: base) else {
      return OverlayResolution(
        catalog: try resolve(base: base), overlay: self, base: base, conflicts: conflicts,
        notes: notes)
    }
    let upgrade = try upgrade(to: base)
    return OverlayResolution(
      catalog: upgrade.catalog, overlay: upgrade.overlay, base: base,
      conflicts: conflicts + upgrade.conflicts, notes: notes + upgrade.notes)
  }
}
