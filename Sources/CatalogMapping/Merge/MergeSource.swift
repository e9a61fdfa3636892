public import KPICatalog
public import SpreadsheetML

/// One of the three versions that are merged: a catalog, with the workbook it was read from.
public struct MergeSource: Sendable {
  /// What findings call it, usually its path.
  public let name: String
  /// The catalog.
  public let catalog: Catalog
  /// The workbook it was read from; nil for other forms.
  public let workbook: Workbook?
  /// What the workbook holds beside its measures.
  public let rest: WorkbookRest?

  /// Makes a version that was read from no workbook.
  ///
  /// - Parameters:
  ///   - catalog: The catalog.
  ///   - name: What findings call it.
  public init(_ catalog: Catalog, name: String) {
    self.catalog = catalog
    self.name = name
    workbook = nil
    rest = nil
  }

  /// Makes a version of what was imported from a workbook.
  ///
  /// - Parameters:
  ///   - workbook: The workbook.
  ///   - result: What was imported from it.
  ///   - name: What findings call it.
  /// - Throws: ``WorkbookError`` when what stands beside the measures cannot be read.
  /// - Complexity: O(*n*) in the cells of the workbook.
  public init(
    _ workbook: Workbook, _ result: ImportResult, name: String
  ) throws(WorkbookError) {
    self.name = name
    catalog = result.catalog
    self.workbook = workbook
    rest = try WorkbookRest(workbook, result)
  }
}

/// One of the three versions that are merged.
public enum MergeSide: String, Hashable, Sendable, CaseIterable {
  /// The version both come from.
  case base
  /// Our version, kept in conflicts.
  case ours
  /// Their version.
  case theirs
}
