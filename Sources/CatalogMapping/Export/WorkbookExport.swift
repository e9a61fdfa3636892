public import KPICatalog
public import SpreadsheetML

/// Writes a catalog as a workbook that people can read, print, filter and change.
///
///     var export = WorkbookExport(try BuiltInCatalog.customerMeasures())
///     export.language = .french
///     export.sheets = .byGroup
///     let bytes = try export.bytes()
///
/// A guide explains every column; the measures stand in tables with dropdowns, number formats and
/// colors; ids and what a sheet cannot show, such as other languages, travel along unseen, so that
/// ``CatalogImport`` gives back the same catalog. The same catalog always gives the same bytes.
public struct WorkbookExport: Sendable {
  /// How the measures are spread over sheets.
  public enum Sheets: String, Hashable, Sendable, CaseIterable {
    /// All on one.
    case one
    /// A sheet for each group.
    case byGroup = "group"
    /// A sheet for each perspective.
    case byPerspective = "perspective"
    /// A sheet for opinions and one for activities.
    case byKind = "kind"
  }

  /// The catalog; its audience and organization are filled into the texts.
  public var catalog: Catalog
  /// The language of texts, headings and words; nil means the catalog's own, else English.
  public var language: LanguageTag?
  /// How the measures are spread over sheets; one sheet by default.
  public var sheets = Sheets.one

  /// Makes an export.
  ///
  /// - Parameter catalog: The catalog, without a base of its own.
  public init(_ catalog: Catalog) {
    self.catalog = catalog
  }

  /// Writes the sheets of the workbook.
  ///
  /// - Parameter book: A workbook without sheets; finishing it is left to the caller.
  /// - Throws: ``WorkbookError`` when a text is longer than a cell can hold.
  /// - Complexity: O(*n*) in the size of the catalog, in memory too.
  public func write(to book: WorkbookWriter) throws {
    try ExportedBook(self, record: try record()).write(to: book)
  }

  /// Makes the workbook in memory.
  ///
  /// - Returns: The file's bytes.
  /// - Throws: ``WorkbookError`` when a text is longer than a cell can hold.
  public func bytes() throws -> [UInt8] {
    try WorkbookWriter.bytes { try write(to: $0) }
  }

  /// What an import of the workbook could not know without being told.
  ///
  /// The workbook is written once without it and read back: whatever comes back different goes into
  /// the record.
  private func record() throws -> ExportRecord {
    let presentation = presentation
    var record = ExportRecord(language: presentation.words.language)
    let draft = try WorkbookWriter.bytes { book in
      try ExportedBook(self, record: record).write(to: book)
    }
    let seen = try CatalogImport().read(try Workbook.open(bytes: draft), name: "").catalog
    let found = Dictionary(
      seen.measures.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    record.level = Remainder(of: catalog, seenAs: seen)
    record.measures = catalog.measures.map { measure in
      ExportRecord.Entry(
        id: measure.id, name: presentation.name(of: measure),
        rest: found[measure.id].flatMap { Remainder(of: measure, seenAs: $0) })
    }
    return record
  }

  var presentation: CatalogPresentation { CatalogPresentation(catalog, language: language) }
}
