internal import CatalogMapping

/// Mapping files: which column of a workbook is which field.
enum MappingSource {
  /// Reads a mapping, YAML or JSON by its ending or first character.
  ///
  /// - Throws: ``Failure`` or ``ImportError``, naming the file.
  static func read(_ path: String) throws -> MappingFile {
    let bytes = try Input.bytes(path)
    let name = path == "-" ? "standard input" : path
    let isJSON =
      CatalogSource.ending(of: path) == "json"
      || bytes.first { $0 > 0x20 } == UInt8(ascii: "{")
    return isJSON
      ? try MappingFile(json: bytes, name: name) : try MappingFile(yaml: bytes, name: name)
  }

  /// Writes a mapping as its path's ending says, JSON or else YAML.
  static func write(_ mapping: MappingFile, to path: String) throws {
    let file = try AtomicOutput(path)
    try file.write(CatalogSource.ending(of: path) == "json" ? mapping.json() : mapping.yaml())
    try file.commit()
  }
}
