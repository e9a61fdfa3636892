internal import KPICatalog
internal import SpreadsheetML

/// Catalogs by name or file: the built-in one, YAML, JSON, workbooks and CSV.
enum CatalogSource {
  /// Reads the catalog that a person's word means.
  ///
  /// A name the tool carries wins over a file of that name, which `./name` still reaches.
  ///
  /// - Throws: ``Failure`` or an error of the libraries, naming the file.
  static func read(_ word: String) throws -> Catalog {
    if word == BuiltInCatalog.customerMeasuresName { return try BuiltInCatalog.customerMeasures() }
    let bytes = try Input.bytes(word)
    let name = word == "-" ? "standard input" : word
    do throws(CatalogError) {
      switch form(of: bytes, named: word) {
      case .json: return try Catalog(json: bytes)
      case .ndjson: return try Catalog(ndjson: bytes)
      case .yaml: return try Catalog(yaml: bytes)
      }
    } catch {
      throw Failure(name, "\(error)")
    }
  }

  private enum Form { case json, ndjson, yaml }

  /// By the file's ending, and where that says nothing by its first character.
  private static func form(of bytes: [UInt8], named name: String) -> Form {
    switch ending(of: name) {
    case "json": return .json
    case "ndjson", "jsonl": return .ndjson
    case "yaml", "yml": return .yaml
    default: return bytes.first { $0 > 0x20 } == UInt8(ascii: "{") ? .json : .yaml
    }
  }

  static func ending(of name: String) -> String {
    guard let dot = name.lastIndex(of: "."), !name[dot...].contains("/") else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }
}
