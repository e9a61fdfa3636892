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
  /// - Parameters:
  ///   - catalog: The catalog.
  ///   - workbook: The workbook.
  ///   - name: What findings call the workbook.
  /// - Returns: The plan with findings; an empty one if the workbook says it all.
  /// - Throws: ``ImportError`` when the workbook cannot be read or holds no measures, or when it is
  ///   not certain which measure is which.
  /// - Complexity: O(*n*) in the cells of the workbook, and for each changed field in the rows of
  ///   its table.
  public func plan(
    _ catalog: Catalog, for workbook: Workbook, name: String
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
    let session = try ApplySession(catalog, result, isForced: isForced)
    session.run()
    return session.plan
  }
}
