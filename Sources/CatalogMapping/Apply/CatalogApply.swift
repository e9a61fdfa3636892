public import KPICatalog
public import SpreadsheetML

/// Writes a catalog's definitions back into the workbook they came from.
///
///     let plan = try CatalogApply().plan(catalog, for: workbook, name: "library.xlsx")
///     for change in plan.changes { print(change.cell, change.old, change.new) }
///     try plan.editor(for: workbook).write(to: sink)
///
/// The workbook is imported afresh and compared with the catalog measure by measure and field by
/// field. Each changed field is written into the cell its value came from, in the form that cell
/// has. A new content is taken only if the measure, read again, says what the catalog says and
/// nothing else has changed; what cannot be written so is told.
public struct CatalogApply: Sendable {
  /// How the workbook is imported.
  public let options: ImportOptions
  /// Whether cells that hold formulas or are locked are overwritten.
  public let isForced: Bool

  /// Makes an application.
  ///
  /// - Parameters:
  ///   - options: How the workbook is imported: mapping, sheet, language.
  ///   - isForced: Whether cells that hold formulas or are locked are overwritten.
  public init(options: ImportOptions = ImportOptions(), isForced: Bool = false) {
    self.options = options
    self.isForced = isForced
  }

  /// Finds out what has to change in a workbook so that it says what a catalog says.
  ///
  /// A catalog that was customized from another is applied by what was customized: what both say
  /// alike is no reason to change a workbook that says something else.
  ///
  /// - Parameters:
  ///   - catalog: The catalog.
  ///   - base: What the catalog was customized from, or nil to apply all it says.
  ///   - workbook: The workbook.
  ///   - name: What findings call the workbook.
  /// - Returns: The plan with findings; an empty one if the workbook says it all.
  /// - Throws: ``ImportError`` when the workbook cannot be read or holds no measures, when it is
  ///   not certain which measure is which, or when the catalog has no texts in the workbook's
  ///   language and this is not forced.
  /// - Complexity: O(*n*) in the cells of the workbook, and for each changed field in the rows of
  ///   its table.
  public func plan(
    _ catalog: Catalog, customizing base: Catalog? = nil, for workbook: Workbook, name: String
  ) throws(ImportError) -> ApplyPlan {
    let content: BookContent
    do throws(WorkbookError) {
      content = try BookContent(
        workbook, name: name, sheet: options.sheet, keepsBlankStyles: true)
    } catch {
      throw ImportError(error)
    }
    let result = try CatalogImport(options: options).read(content)
    guard !result.catalog.measures.isEmpty else {
      throw ImportError(
        .workbook, "no KPI table was found; 'kpibook inspect' shows how each sheet was understood",
        at: Place(file: name))
    }
    let wanted =
      base.map { Self.merged(base: $0, catalog: catalog, book: result.catalog) } ?? catalog
    try checkLanguage(of: wanted, for: result.catalog, name)
    let session = try ApplySession(wanted, result, isForced: isForced)
    session.run()
    return session.plan
  }

  /// What a workbook says with what was customized.
  ///
  /// A workbook without a column of ids gives a measure whose name changes another one. So its
  /// measures have the catalog's ids while they are brought together.
  private static func merged(base: Catalog, catalog: Catalog, book: Catalog) -> Catalog {
    let matching = MeasureMatching(book, catalog)
    var ids: [KPIIdentifier: KPIIdentifier] = [:]
    var back: [KPIIdentifier: KPIIdentifier] = [:]
    for renaming in matching.renamings {
      ids[renaming.old] = renaming.new
      back[renaming.new] = renaming.old
    }
    guard !ids.isEmpty else {
      return CatalogMerge(base: base, ours: catalog, theirs: book).catalog
    }
    let merged = CatalogMerge(base: base, ours: catalog, theirs: renamed(book, ids)).catalog
    return renamed(merged, back)
  }

  private static func renamed(
    _ catalog: Catalog, _ ids: [KPIIdentifier: KPIIdentifier]
  ) -> Catalog {
    var catalog = catalog
    for index in catalog.measures.indices {
      let measure = catalog.measures[index]
      catalog.measures[index].id = ids[measure.id] ?? measure.id
      catalog.measures[index].pairedWith = measure.pairedWith.map { ids[$0] ?? $0 }
      catalog.measures[index].derivedFrom = measure.derivedFrom.map { ids[$0] ?? $0 }
    }
    return catalog
  }

  /// Refuses texts of another language than the workbook's: each would empty a cell.
  private func checkLanguage(
    of catalog: Catalog, for book: Catalog, _ name: String
  ) throws(ImportError) {
    guard !isForced, let language = book.defaultLanguage?.base else { return }
    let names = catalog.measures.map(\.name)
    let known = names.count { $0.entries.contains { $0.language.base == language } }
    // Names without a language are those of any.
    let others = names.count { name in
      !name.entries.isEmpty && name.entries.allSatisfy { $0.language.base != language }
        && !name.entries.contains { $0.language == .undetermined }
    }
    guard known == 0, others > 0 else { return }
    throw ImportError(
      .language,
      "the catalog has no texts in '\(language.text)', the workbook's language; apply the catalog "
        + "of that language, or force it",
      at: Place(file: name))
  }
}
