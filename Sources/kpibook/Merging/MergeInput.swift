internal import CatalogMapping
internal import KPICatalog
internal import SpreadsheetML

/// One of the versions that are merged, as the command line names it.
struct MergeInput {
  /// What the person wrote.
  let word: String
  /// The catalog, with its workbook if it was read from one.
  let source: MergeSource
  /// The catalog with all that it builds on; nil for a workbook.
  let input: CatalogInput?

  /// Reads a version in any form.
  ///
  /// - Parameters:
  ///   - word: A built-in catalog's name, a file, or `-`.
  ///   - name: What it is called in messages, by default what the person wrote.
  ///   - isQuiet: Whether findings of an import are left untold.
  ///   - given: The file's bytes, if they were read already.
  /// - Returns: The version.
  /// - Throws: ``Failure`` or an error of the libraries, naming the file.
  static func read(
    _ word: String, as name: String? = nil, isQuiet: Bool = false, bytes given: [UInt8]? = nil
  ) throws -> MergeInput {
    let name = name ?? CatalogInput.shown(word)
    var bytes = given
    let isBuiltIn = word == BuiltInCatalog.customerMeasuresName
    if given == nil, word == "-" || (CatalogSource.ending(of: word).isEmpty && !isBuiltIn) {
      bytes = try Input.bytes(word)
    }
    guard !isBuiltIn, CatalogSource.form(of: bytes ?? [], named: word) == .workbook else {
      let input = try CatalogInput.read(word, bytes: bytes)
      if !isQuiet { input.tellOfBase() }
      return MergeInput(word: word, source: MergeSource(input.catalog, name: name), input: input)
    }
    let book =
      try bytes.map { try Workbook.open(bytes: $0, name: name) } ?? Input.workbook(word)
    let result = try CatalogImport().read(book, name: name)
    if !isQuiet { Findings.tellOfReading(result.diagnostics, of: word) }
    let source = try MergeSource(book, result, name: name)
    return MergeInput(word: word, source: source, input: nil)
  }

  /// A version without any measures, such as the one from before a file was made.
  static func empty(_ name: String) -> MergeInput {
    MergeInput(
      word: name, source: MergeSource(Catalog(measures: []), name: name), input: nil)
  }
}
