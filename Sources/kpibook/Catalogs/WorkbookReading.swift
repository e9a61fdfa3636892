internal import ArgumentParser
internal import CatalogMapping

/// What a person says beforehand of a workbook or CSV file that is read.
struct WorkbookReading: ParsableArguments {
  @Option(help: "A mapping file that says which column is which field; 'inspect' writes one.")
  var mapping: String?

  @Option(help: "Only this sheet, by name or index from 1.")
  var sheet: String?

  @Option(help: "The language of the workbook's texts: en, fr, it, de or es. Default: found out.")
  var language: String?

  func validate() throws { try LanguageChoice.checkOfWorkbook(language) }

  /// The same for the import.
  ///
  /// - Throws: ``Failure`` or `ImportError` when the mapping file cannot be read.
  func options() throws -> ImportOptions {
    ImportOptions(
      mapping: try mapping.map { try MappingSource.read($0) }, sheet: sheet, language: language)
  }
}
