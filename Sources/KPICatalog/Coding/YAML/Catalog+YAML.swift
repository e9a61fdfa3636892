extension Catalog {
  /// Reads a catalog from YAML.
  ///
  /// A scalar without quotes is what its field wants: `007` is the text 007 in `code`, the number 7
  /// in `baseline`.
  ///
  /// - Parameters:
  ///   - bytes: The file: UTF-8, one document, without aliases and tags.
  ///   - limits: How much is read before the file is refused.
  /// - Throws: ``CatalogError`` with line, column and field.
  /// - Complexity: O(*n*) in the number of bytes.
  public init(yaml bytes: [UInt8], limits: CatalogLimits = .standard) throws(CatalogError) {
    try self.init(node: try YAMLReader.read(bytes, limits: limits))
  }

  /// The catalog as YAML: keys in their fixed order, block style, two blanks a level.
  ///
  /// The same catalog always gives the same bytes, and reading them gives the same catalog.
  ///
  /// - Returns: UTF-8.
  /// - Complexity: O(*n*) in the size of the catalog.
  public func yaml() -> [UInt8] {
    var writer = YAMLWriter()
    writer.write(self)
    return writer.finish()
  }

  /// Writes the catalog as YAML, piece by piece as it is made; together they are ``yaml()``.
  ///
  /// - Parameter output: What takes a piece: UTF-8 that may end within a line.
  /// - Throws: What `output` throws; the rest is not written then.
  /// - Complexity: O(*n*) in the size of the catalog, with the memory of one piece.
  public func writeYAML<Failure: Error>(
    to output: (Span<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    var writer = YAMLWriter()
    try write(with: &writer, to: output)
  }
}

extension KPIDefinition {
  /// The definition as YAML, in the form it has in a catalog.
  ///
  /// - Returns: UTF-8 with a line break at the end.
  public func yaml() -> [UInt8] {
    var writer = YAMLWriter()
    writer.write(self)
    return writer.finish()
  }
}
