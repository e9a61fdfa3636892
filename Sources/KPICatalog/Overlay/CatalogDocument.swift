/// What a catalog file holds: a whole catalog, or an overlay on another one.
public enum CatalogDocument: Hashable, Sendable {
  /// A whole catalog.
  case catalog(Catalog)
  /// What differs from another catalog.
  case overlay(Overlay)

  /// Reads a file of YAML; one with `extends` is an overlay.
  ///
  /// - Parameters:
  ///   - bytes: The file: UTF-8, one document, without aliases and tags.
  ///   - limits: How much is read before the file is refused.
  /// - Throws: ``CatalogError`` with line, column and field.
  /// - Complexity: O(*n*) in the number of bytes.
  public init(yaml bytes: [UInt8], limits: CatalogLimits = .standard) throws(CatalogError) {
    try self.init(try YAMLReader.read(bytes, limits: limits))
  }

  /// Reads a file of JSON; one with `extends` is an overlay.
  ///
  /// - Parameters:
  ///   - bytes: The file: UTF-8, a byte order mark allowed.
  ///   - limits: How much is read before the file is refused.
  /// - Throws: ``CatalogError`` with line, column and field.
  /// - Complexity: O(*n*) in the number of bytes.
  public init(json bytes: [UInt8], limits: CatalogLimits = .standard) throws(CatalogError) {
    do throws(CatalogError) {
      try self.init(try JSONReader.read(bytes, limits: limits))
    } catch {
      throw TextBytes.located(error, in: bytes)
    }
  }

  private init(_ node: CatalogNode) throws(CatalogError) {
    if let base = node["extends"], !base.isNull {
      self = .overlay(try Overlay(node: node))
    } else {
      self = .catalog(try Catalog(node: node))
    }
  }
}
