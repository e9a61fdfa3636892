internal import CatalogMapping
internal import KPICatalog
internal import SpreadsheetML

/// Catalogs by name or file: the built-in one, YAML, JSON, workbooks and CSV.
enum CatalogSource {
  /// Reads the catalog that a person's word means; findings of an import go to standard error.
  ///
  /// A name the tool carries wins over a file of that name, which `./name` still reaches.
  ///
  /// - Throws: ``Failure`` or an error of the libraries, naming the file.
  static func read(
    _ word: String, options: @autoclosure () throws -> ImportOptions = ImportOptions()
  ) throws -> Catalog {
    if word == BuiltInCatalog.customerMeasuresName { return try BuiltInCatalog.customerMeasures() }
    let name = word == "-" ? "standard input" : word
    let bytes = word == "-" || !isWorkbook(word) ? try Input.bytes(word) : []
    do {
      switch form(of: bytes, named: word) {
      case .json: return try CatalogInput.catalog(of: CatalogDocument(json: bytes), named: word)
      case .ndjson: return try Catalog(ndjson: bytes)
      case .yaml: return try CatalogInput.catalog(of: CatalogDocument(yaml: bytes), named: word)
      case .workbook, .delimited:
        let result = try imported(
          word, bytes, options: try options())
        try tell(result, of: word)
        return result.catalog
      }
    } catch let error as CatalogError {
      throw Failure(name, "\(error)")
    }
  }

  /// Tells what an import found.
  ///
  /// - Throws: ``Failure`` if there are no measures, which says it all: why each sheet was left out
  ///   is for `inspect`.
  static func tell(_ result: ImportResult, of word: String) throws {
    guard !result.catalog.measures.isEmpty else {
      Findings.tell(result.diagnostics.filter { $0.severity == .error })
      throw Failure(
        CatalogInput.shown(word),
        "no KPI table was found; 'kpibook inspect' shows how each sheet was understood")
    }
    Findings.tellOfReading(result.diagnostics, of: word)
  }

  /// Imports a workbook or delimited file, or standard input for `-`.
  static func imported(_ word: String, options: ImportOptions) throws -> ImportResult {
    try imported(word, word == "-" || !isWorkbook(word) ? Input.bytes(word) : [], options: options)
  }

  /// Imports what was read of a workbook or delimited file; nothing of a workbook on disk.
  static func imported(
    _ word: String, _ bytes: [UInt8], options: ImportOptions
  ) throws -> ImportResult {
    let name = word == "-" ? "standard input" : word
    let importer = CatalogImport(options: options)
    return try Activity.during("reading \(name)") {
      guard form(of: bytes, named: word) == .workbook else {
        return ProcessLifetime.keep(try importer.read(delimited: bytes, name: name))
      }
      ProcessMemory.prepare(forFile: bytes.isEmpty ? word : nil, size: bytes.count)
      let book =
        bytes.isEmpty ? try Input.workbook(word) : try Workbook.open(bytes: bytes, name: name)
      return ProcessLifetime.keep(try importer.read(book, name: name))
    }
  }

  enum Form { case json, ndjson, yaml, workbook, delimited }

  /// By the file's ending, and where that says nothing by its first characters.
  static func form(of bytes: [UInt8], named name: String) -> Form {
    switch ending(of: name) {
    case "json": return .json
    case "ndjson", "jsonl": return .ndjson
    case "yaml", "yml": return .yaml
    case "csv", "tsv", "tab", "txt": return .delimited
    default:
      // Zip archives, and the compound files of older Office, which the reader refuses by name.
      if isWorkbook(name) || bytes.starts(with: [0x50, 0x4b])
        || bytes.starts(with: [0xd0, 0xcf, 0x11, 0xe0])
      {
        return .workbook
      }
      return form(ofText: bytes)
    }
  }

  /// By the first lines of a text that has no name.
  private static func form(ofText bytes: [UInt8]) -> Form {
    // UTF-16, which only spreadsheet programs write.
    if bytes.starts(with: [0xff, 0xfe]) || bytes.starts(with: [0xfe, 0xff]) { return .delimited }
    let start = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
    let lines = bytes[start...].prefix(1 << 16)
      .split(maxSplits: 2, whereSeparator: { $0 == 0x0a || $0 == 0x0d })
      .map { String(decoding: $0, as: UTF8.self) }
    guard let first = lines.first else { return .yaml }
    if first.hasPrefix("{") {
      // A measure a line.
      return lines.count > 1 && first.hasSuffix("}") && lines[1].hasPrefix("{") ? .ndjson : .json
    }
    // Keys of YAML end in a colon; headings of a table are parted by something else.
    let isTable =
      first.contains { ",;\t".contains($0) } && !first.contains(": ") && !first.hasSuffix(":")
      && !["-", "#", "%", "["].contains { first.hasPrefix($0) }
    if isTable { return .delimited }
    return bytes.first { $0 > 0x20 } == UInt8(ascii: "{") ? .json : .yaml
  }

  private static func isWorkbook(_ name: String) -> Bool {
    ["xlsx", "xlsm", "xltx", "xltm", "xlam", "xls", "xlsb"].contains(ending(of: name))
  }

  static func ending(of name: String) -> String {
    guard let dot = name.lastIndex(of: "."), !name[dot...].contains("/") else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }
}
