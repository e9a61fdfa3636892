internal import KPICatalog

/// The forms a catalog or overlay is written in.
enum CatalogForm: String, CaseIterable {
  case yaml, json, ndjson

  /// The form a file's ending stands for; YAML for standard output.
  ///
  /// - Throws: ``Failure`` for an ending that stands for something else.
  init(output: String) throws {
    switch CatalogSource.ending(of: output) {
    case "yaml", "yml", "": self = .yaml
    case "json": self = .json
    case "ndjson", "jsonl": self = .ndjson
    case let ending:
      // Writing back into a workbook will begin here.
      throw Failure(
        output, "a catalog cannot be written as .\(ending) here; name a .yaml or .json file")
    }
  }

  func bytes(of catalog: Catalog) -> [UInt8] {
    switch self {
    case .yaml: catalog.yaml()
    case .json: catalog.json()
    case .ndjson: catalog.ndjson()
    }
  }

  /// - Throws: ``Failure`` for JSON lines, which have no place for what stands above the measures.
  func bytes(of overlay: Overlay, output: String) throws -> [UInt8] {
    switch self {
    case .yaml: return overlay.yaml()
    case .json: return overlay.json()
    case .ndjson:
      throw Failure(output, "an overlay is written as .yaml or .json; or use --flat")
    }
  }

  /// Writes a catalog in one step, or to standard output for `-`; of a large one only a piece is
  /// in memory.
  func write(_ catalog: Catalog, to output: String) throws {
    let file = try AtomicOutput(output)
    var count = 0
    func write(_ piece: Span<UInt8>) throws {
      count += piece.count
      try file.write(piece)
    }
    switch self {
    case .yaml: try catalog.writeYAML(to: write)
    case .json: try catalog.writeJSON(to: write)
    case .ndjson: try write(catalog.ndjson().span)
    }
    Self.warnOfSize(count, output)
    try file.commit()
  }

  /// Writes a file in one step, or to standard output for `-`.
  static func write(_ bytes: [UInt8], to output: String, isCatalog: Bool = true) throws {
    if isCatalog { warnOfSize(bytes.count, output) }
    let file = try AtomicOutput(output)
    try file.write(bytes.span)
    try file.commit()
  }

  /// Warns of a catalog too large to be read again.
  private static func warnOfSize(_ count: Int, _ output: String) {
    let limit = CatalogLimits.standard.bytes
    guard count > limit else { return }
    Terminal.error(
      "\(output == "-" ? "standard output" : output): warning: it has \(count) bytes, and catalogs "
        + "up to \(limit) bytes are read again; write CSV, or fewer measures")
  }
}
