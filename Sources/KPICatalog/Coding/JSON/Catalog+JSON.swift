extension Catalog {
  /// Reads a catalog from JSON.
  ///
  /// - Parameters:
  ///   - bytes: The file: UTF-8, a byte order mark allowed.
  ///   - limits: How much is read before the file is refused.
  /// - Throws: ``CatalogError`` with line, column and field.
  /// - Complexity: O(*n*) in the number of bytes.
  public init(json bytes: [UInt8], limits: CatalogLimits = .standard) throws(CatalogError) {
    do throws(CatalogError) {
      try self.init(node: try JSONReader.read(bytes, limits: limits))
    } catch {
      throw TextBytes.located(error, in: bytes)
    }
  }

  /// Reads measures from JSON lines (one measure a line, empty lines passed over); the catalog
  /// above them is empty.
  ///
  /// - Parameters:
  ///   - bytes: The file: UTF-8, a byte order mark allowed.
  ///   - limits: How much is read before the file is refused.
  /// - Throws: ``CatalogError`` with line, column and field; the first line is `measures[0]`.
  /// - Complexity: O(*n*) in the number of bytes.
  public init(ndjson bytes: [UInt8], limits: CatalogLimits = .standard) throws(CatalogError) {
    self.init()
    do throws(CatalogError) {
      let nodes = try JSONReader.readLines(bytes, limits: limits)
      measures = try Self.measures(in: CatalogNode(.list(nodes)), needsName: true)
    } catch {
      throw TextBytes.located(error.field == nil ? error : error.inside("measures"), in: bytes)
    }
  }

  /// The catalog as JSON: keys in their fixed order, two blanks a level, a line break at the end.
  ///
  /// The same catalog always gives the same bytes, and reading them gives the same catalog.
  ///
  /// - Returns: UTF-8.
  /// - Complexity: O(*n*) in the size of the catalog.
  public func json() -> [UInt8] {
    var writer = JSONWriter(isPretty: true)
    writer.write(self)
    return writer.finish()
  }

  /// Writes the catalog as JSON, piece by piece as it is made; together they are ``json()``.
  ///
  /// - Parameter output: What takes a piece: UTF-8 that may end within a line.
  /// - Throws: What `output` throws; the rest is not written then.
  /// - Complexity: O(*n*) in the size of the catalog, with the memory of one piece.
  public func writeJSON<Failure: Error>(
    to output: (Span<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    var writer = JSONWriter(isPretty: true)
    try write(with: &writer, to: output)
    writer.out.append(UInt8(ascii: "\n"))
    try writer.out.handOn(to: output)
  }

  /// The measures as JSON lines, one measure a line, without what stands above them in the catalog.
  ///
  /// - Returns: UTF-8.
  /// - Complexity: O(*n*) in the size of the catalog.
  public func ndjson() -> [UInt8] {
    var writer = JSONWriter(isPretty: false)
    for measure in measures { writer.write(measure) }
    return writer.finish()
  }
}

extension KPIDefinition {
  /// The definition as JSON, in the form it has in a catalog.
  ///
  /// - Returns: UTF-8 with a line break at the end.
  public func json() -> [UInt8] {
    var writer = JSONWriter(isPretty: true)
    writer.write(self)
    return writer.finish()
  }
}
