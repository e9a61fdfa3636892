internal import CatalogMapping
internal import KPICatalog

/// A catalog as the command line names it; an overlay comes with all that it builds on.
struct CatalogInput {
  /// What the person wrote.
  let name: String
  /// The whole catalog.
  let catalog: Catalog
  /// The overlay against its base as that is now; nil for a whole catalog.
  private(set) var overlay: Overlay?
  /// What the overlay builds on; nil for a whole catalog.
  private(set) var base: Catalog?
  /// What the overlay and a changed base both say.
  private(set) var conflicts: [MergeConflict] = []
  /// What else is to be known of a changed base.
  private(set) var notes: [UpgradeNote] = []

  /// Reads a catalog in any form.
  ///
  /// - Parameters:
  ///   - word: A built-in catalog's name, a file, or `-`.
  ///   - base: What an overlay builds on instead of what it names.
  ///   - oldBase: What an overlay was made against, if that is at hand.
  ///   - bytes: The file's bytes, if they were read already.
  /// - Returns: The catalog, for an overlay that of it and its base together.
  /// - Throws: ``Failure`` or an error of the libraries, naming the file.
  static func read(
    _ word: String, base: String? = nil, oldBase: String? = nil, bytes: [UInt8]? = nil
  ) throws -> CatalogInput {
    switch try document(word, bytes: bytes) {
    case .catalog(let catalog): return CatalogInput(name: word, catalog: catalog)
    case .overlay(let overlay):
      do {
        return try read(overlay, word, base: base, oldBase: oldBase)
      } catch let error as CatalogError {
        throw Failure(shown(word), "\(error)")
      }
    }
  }

  /// The catalog of a document that was read already; what a changed base brought with it goes to
  /// standard error.
  ///
  /// - Throws: ``Failure`` or an error of the libraries, naming the file.
  static func catalog(of document: CatalogDocument, named word: String) throws -> Catalog {
    switch document {
    case .catalog(let catalog): return catalog
    case .overlay(let overlay):
      let input = try read(overlay, word, base: nil, oldBase: nil)
      input.tellOfBase()
      return input.catalog
    }
  }

  private static func read(
    _ overlay: Overlay, _ word: String, base: String?, oldBase: String?
  ) throws -> CatalogInput {
    let resolution: OverlayResolution
    if let base {
      resolution = try overlay.resolve(on: read(base).catalog)
    } else {
      let folder = BaseFolder(of: word)
      let name = try? RelativePath(BaseFolder.fileName(of: word))
      resolution = try overlay.resolve(named: word == "-" ? nil : name, finding: folder.document)
    }
    guard let oldBase else {
      return CatalogInput(
        name: word, catalog: resolution.catalog, overlay: resolution.overlay,
        base: resolution.base, conflicts: resolution.conflicts, notes: resolution.notes)
    }
    let upgrade = try overlay.upgrade(to: resolution.base, from: try read(oldBase).catalog)
    return CatalogInput(
      name: word, catalog: upgrade.catalog, overlay: upgrade.overlay, base: resolution.base,
      conflicts: upgrade.conflicts, notes: upgrade.notes)
  }

  /// What a file holds: a whole catalog, or an overlay not yet brought together with its base.
  static func document(_ word: String, bytes given: [UInt8]? = nil) throws -> CatalogDocument {
    let form = CatalogSource.form(of: [], named: word)
    let isText = form != .workbook && form != .delimited
    guard word != BuiltInCatalog.customerMeasuresName, word == "-" || isText else {
      return .catalog(try CatalogSource.read(word))
    }
    let bytes = try given ?? Input.bytes(word)
    do throws(CatalogError) {
      let found = try Activity.during("reading \(shown(word))") {
        () throws(CatalogError) -> CatalogDocument? in
        switch CatalogSource.form(of: bytes, named: word) {
        case .json: return try CatalogDocument(json: bytes)
        case .yaml: return try CatalogDocument(yaml: bytes)
        case .ndjson: return .catalog(try Catalog(ndjson: bytes))
        case .workbook, .delimited: return nil
        }
      }
      if let found { return found }
    } catch {
      throw Failure(shown(word), "\(error)")
    }
    guard word == "-" else { return .catalog(try CatalogSource.read(word)) }
    // Standard input can be read once only.
    let result = try CatalogSource.imported(word, bytes, options: ImportOptions())
    Findings.tellOfReading(result.diagnostics, of: word)
    return .catalog(result.catalog)
  }

  /// The name of what is read, for messages.
  static func shown(_ word: String) -> String { word == "-" ? "standard input" : word }

  /// Tells on standard error what a changed base brought with it.
  func tellOfBase() {
    let place = CatalogInput.shown(name)
    for conflict in conflicts {
      Terminal.error("\(place): warning: \(conflict.sentence(.overlayAndBase))")
    }
    for note in notes { Findings.note(place, "\(note)") }
  }
}
