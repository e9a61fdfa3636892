internal import DelimitedText
internal import KPICatalog
public import SpreadsheetML

/// Reads KPI workbooks of any layout as typed definitions.
///
///     let book = try Workbook.open("library.xlsx")
///     let result = try CatalogImport().read(book, name: "library.xlsx")
///     for diagnostic in result.diagnostics { print(diagnostic) }
///     print(result.catalog.measures.count)
///
/// Tables, forms and lists of prose are found on every sheet, headings are recognised in five
/// languages, and the values are read with their number formats. Everything unsure is told by a
/// ``Diagnostic``; nothing a workbook holds about a measure is lost: what has no field is kept as a
/// custom value.
public struct CatalogImport: Sendable {
  /// What the import was told beforehand.
  public let options: ImportOptions

  /// Makes an import.
  ///
  /// - Parameter options: A mapping, a sheet, a language; nothing by default.
  public init(options: ImportOptions = ImportOptions()) {
    self.options = options
  }

  /// Reads a workbook.
  ///
  /// - Parameters:
  ///   - book: The workbook.
  ///   - name: What findings call the file, usually its path.
  /// - Returns: The catalog with findings and the plan; a workbook without measures gives an empty
  ///   catalog and a finding.
  /// - Throws: ``ImportError`` when the workbook is damaged, or the sheet asked for is not there.
  /// - Complexity: O(*n*) in the number of cells.
  public func read(_ book: Workbook, name: String) throws(ImportError) -> ImportResult {
    let content: BookContent
    do throws(WorkbookError) {
      content = try BookContent(book, name: name, sheet: options.sheet)
    } catch {
      throw ImportError(error)
    }
    return try read(content)
  }

  /// Reads delimited text, such as CSV, as one sheet.
  ///
  /// - Parameters:
  ///   - bytes: The file in any of the encodings and dialects that are recognised.
  ///   - name: What findings call the file.
  /// - Returns: The catalog with findings and the plan.
  /// - Throws: ``ImportError`` when the text cannot be read.
  /// - Complexity: O(*n*) in the number of bytes.
  public func read(delimited bytes: [UInt8], name: String) throws(ImportError) -> ImportResult {
    let content: BookContent
    do throws(DelimitedTextError) {
      content = BookContent(name: name, sheets: [try SheetContent(delimited: bytes)])
    } catch {
      throw ImportError(.delimited, "\(error)", at: Place(file: name), cause: error)
    }
    return try read(content)
  }

  func read(_ content: BookContent) throws(ImportError) -> ImportResult {
    var language: LanguageTag?
    if let tag = options.language {
      guard let known = LanguageTag(tag) else {
        throw ImportError(
          .language, "'\(tag)' is no language tag; write one such as en, fr or pt-BR",
          at: Place(file: content.name))
      }
      language = known
    }
    let record = ExportRecord(content)
    language = language ?? record?.language
    var survey = BookSurvey(content, readsHidden: options.sheet != nil, mapping: options.mapping)
    if let language {
      for index in survey.found.indices { survey.found[index].language = language }
    }
    var assembly = CatalogAssembly(content, survey, record: record)
    assembly.run()
    return ImportResult(
      catalog: assembly.catalog, diagnostics: assembly.log.diagnostics, book: content,
      survey: survey,
      contexts: assembly.contexts, sources: assembly.sources, parts: assembly.parts,
      groupIDs: assembly.groupIDs, record: record)
  }
}
