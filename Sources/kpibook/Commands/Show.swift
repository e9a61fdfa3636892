internal import ArgumentParser
internal import KPICatalog

/// One measure with all its fields.
struct Show: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, yaml }

  static let configuration = CommandConfiguration(
    commandName: "show",
    _superCommandName: KPIBook.name,
    abstract: "Show one measure with all its fields.",
    discussion: """
      Example:
        kpibook show customer-measures net-promoter-score --language it
      """)

  @Argument(help: "The catalog: customer-measures, or a workbook, CSV, YAML or JSON file.")
  var catalog: String

  @Argument(help: "The measure's id, code, or name.")
  var id: String

  @Option(help: "The language of texts. Default: the catalog's own.")
  var language: String?

  @Option(help: "The form: text, json or yaml.")
  var format: Format = .text

  @Option(help: "What an overlay builds on, instead of what it names.")
  var base: String?

  @OptionGroup var reporting: Reporting

  func run() throws {
    let language = try language.map(LanguageChoice.tag)
    let input = try CatalogInput.read(catalog, base: base)
    input.tellOfBase()
    let catalog = input.catalog
    let measure = try MeasureChoice.find(id, in: catalog, file: self.catalog)
    if format == .text, let language {
      LanguageChoice.tell(measure.coverage(in: language), of: "\(input.name): \(measure.id)")
    }
    switch format {
    case .json:
      try Terminal.print(JSONValue.adding([("findings", Findings.json)], to: measure.json()))
    case .yaml: try Terminal.print(String(decoding: measure.yaml(), as: UTF8.self))
    case .text:
      try Terminal.print(MeasureSheet(measure, catalog, language: language).text)
    }
  }
}

/// The measure a person's word means: an id, a code or a name.
enum MeasureChoice {
  static func find(_ word: String, in catalog: Catalog, file: String) throws -> KPIDefinition {
    do throws(CatalogError) {
      return try catalog.measure(called: word)
    } catch {
      throw Failure(CatalogInput.shown(file), "\(error)")
    }
  }
}
