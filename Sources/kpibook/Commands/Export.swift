internal import ArgumentParser
internal import CatalogMapping
internal import Glibc
internal import KPICatalog
internal import SpreadsheetML
internal import Zip

/// A catalog as a finished workbook, or as data or a page.
struct Export: ParsableCommand {
  enum Form: String, ExpressibleByArgument, CaseIterable {
    case xlsx, csv, json, yaml, md, html

    /// The form a file's ending stands for.
    init?(ending: String) {
      switch ending {
      case "yml": self = .yaml
      case "markdown": self = .md
      case "htm": self = .html
      default: self.init(rawValue: ending)
      }
    }
  }

  enum Part: String, ExpressibleByArgument, CaseIterable { case group, perspective, kind }

  static let configuration = CommandConfiguration(
    commandName: "export",
    _superCommandName: KPIBook.name,
    abstract: "Export a catalog as a finished workbook, or as data or a page.",
    discussion: """
      The output's ending says the form: xlsx, csv, json, yaml, md or html. --format says it for \
      standard output, named -.

      A workbook has a guide, a table with dropdowns, number formats and colors, and prints on A4 \
      landscape. 'kpibook import' reads it back as the same catalog, whatever was changed in it.

      Examples:
        kpibook export customer-measures measures.xlsx
        kpibook export customer-measures indicateurs.xlsx --language fr --by group
        kpibook export customer-measures measures.html --audience citizen \\
          --organization 'Town of Greenfield'
        kpibook export customer-measures - --format md
      """)

  @Argument(
    help: "The catalog: customer-measures, or a workbook, CSV, YAML, JSON or overlay file.")
  var catalog: String

  @Argument(
    help: "The file to write: .xlsx, .csv, .json, .yaml, .md or .html; or - for standard output.")
  var output: String

  @Option(
    help: "The form: xlsx, csv, json, yaml, md or html. Default: by the output's ending.")
  var format: Form?

  @Option(help: "The language of texts, headings and lists: en, fr, it, de, es. Default: its own.")
  var language: String?

  @Option(
    help: """
      What the people served are called: customer, constituent, beneficiary, stakeholder, citizen, \
      member or student.
      """)
  var audience: String?

  @Option(help: "The organization's name, put where texts hold {organization}.")
  var organization: String?

  @Option(name: .customLong("by"), help: "A sheet for each group, perspective or kind.")
  var part: Part?

  @Option(help: "What an overlay builds on, instead of what it names.")
  var base: String?

  @OptionGroup var reporting: Reporting

  func validate() throws {
    guard let format else { return }
    try NamedFile.checkEnding(
      of: output, isWorkbook: format == .xlsx, cure: "Name a file of the form --format says.")
  }

  /// The form that is written.
  private func form() throws -> Form {
    if let form = format ?? Form(ending: CatalogSource.ending(of: output)) { return form }
    throw Failure(
      output == "-" ? "standard output" : output,
      output == "-"
        ? "it has no ending to say the form; add --format with xlsx, csv, json, yaml, md or html"
        : "the ending says no form to write; name a file that ends in .xlsx, .csv, .json, .yaml, "
          + ".md or .html, or add --format")
  }

  func run() throws {
    let form = try form()
    let input = try CatalogInput.read(catalog, base: base)
    input.tellOfBase()
    let adapted = try adapted(input.catalog)
    let tag = try language.map(LanguageChoice.tag)
    // JSON and YAML hold all languages.
    if let tag, form != .json, form != .yaml {
      LanguageChoice.tell(adapted.coverage(in: tag), of: catalog)
      LanguageChoice.tellOfWords(tag, of: catalog)
    }
    try Activity.during("writing \(output == "-" ? "standard output" : output)") {
      try write(adapted, as: form, tag)
    }
  }

  private func write(_ adapted: Catalog, as form: Form, _ tag: LanguageTag?) throws {
    switch form {
    case .xlsx: try writeWorkbook(adapted, tag)
    case .csv: try write(try DelimitedExport(adapted, language: tag).bytes())
    case .json: try write(adapted.json())
    case .yaml: try write(adapted.yaml())
    case .md: try write(adapted.markdownPage(language: tag))
    case .html: try write(adapted.htmlPage(language: tag))
    }
  }

  /// The catalog with the audience and the organization that were asked for.
  private func adapted(_ catalog: Catalog) throws -> Catalog {
    var catalog = catalog
    catalog.extends = nil
    if let organization { catalog.organization = organization }
    guard let audience else { return catalog }
    guard let known = Audience(rawValue: audience) else {
      let words = Audience.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("The audience '\(audience)' is not one of \(words).")
    }
    catalog.audience = known
    return catalog
  }

  private func write(_ bytes: [UInt8]) throws {
    let file = try AtomicOutput(output)
    try file.write(bytes)
    try file.commit()
  }

  private func writeWorkbook(_ catalog: Catalog, _ language: LanguageTag?) throws {
    var export = WorkbookExport(catalog)
    export.language = language
    export.sheets = part.flatMap { WorkbookExport.Sheets(rawValue: $0.rawValue) } ?? .one
    let file = try AtomicOutput(output)
    do {
      let book = try WorkbookWriter(ArchiveFunction { try file.write($0) })
      try export.write(to: book)
      try book.finish()
    } catch let error as WorkbookError {
      throw error.cause as? Failure ?? error.inFile(output)
    }
    try file.commit()
  }
}
