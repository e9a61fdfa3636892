public import KPICatalog

/// What an import gives: the definitions, what a person should know about them, and how they were
/// found.
public struct ImportResult: Sendable {
  /// The definitions, in the order of the book.
  public let catalog: Catalog
  /// The findings, in the order in which they were made.
  public let diagnostics: [Diagnostic]
  /// What was found on each sheet and taken for what.
  public let plan: ImportPlan

  let book: BookContent
  let survey: BookSurvey
  let contexts: [RegionContext]
  /// For each measure the region and record it was read from.
  let sources: [CatalogAssembly.Source]
}
