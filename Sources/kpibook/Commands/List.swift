internal import ArgumentParser
internal import DelimitedText
internal import KPICatalog

/// A catalog's measures, a line each.
struct List: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, csv }

  static let configuration = CommandConfiguration(
    commandName: "list",
    _superCommandName: KPIBook.name,
    abstract: "List a catalog's measures, a line each.",
    discussion: """
      Example:
        kpibook list customer-measures --where kind=activity --where unit.kind=percent
      """)

  @Argument(help: "The catalog: customer-measures, or a workbook, CSV, YAML or JSON file.")
  var catalog: String

  @Option(
    name: .customLong("where"),
    help: ArgumentHelp(
      """
      Only measures whose FIELD is VALUE, written as files have them or as people read them: \
      kind=activity, unit.kind=percent, 'group=Mobile app', Frequency=monthly. Nothing after the \
      equals sign means measures without the field.
      """, valueName: "field=value"))
  var conditions: [String] = []

  @Option(help: "The language of names. Default: the catalog's own.")
  var language: String?

  @Option(help: "The form of the list: text, json or csv.")
  var format: Format = .text

  @Option(help: "What an overlay builds on, instead of what it names.")
  var base: String?

  @OptionGroup var reporting: Reporting

  func validate() throws {
    for condition in conditions { try Condition.check(condition) }
  }

  func run() throws {
    let language = try language.map(LanguageChoice.tag)
    let input = try CatalogInput.read(catalog, base: base)
    input.tellOfBase()
    let catalog = input.catalog
    let conditions = try Condition.list(conditions, for: catalog)
    for condition in conditions {
      if let hint = condition.hint { Findings.note(CatalogInput.shown(input.name), hint) }
    }
    if format != .json, let language {
      LanguageChoice.tell(catalog.nameCoverage(in: language), of: input.name)
    }
    let measures =
      conditions.isEmpty
      ? catalog.measures
      : catalog.measures.filter { measure in conditions.allSatisfy { $0.holds(for: measure) } }
    switch format {
    case .json:
      var selected = catalog
      selected.measures = measures
      try Terminal.print(JSONValue.adding([("findings", Findings.json)], to: selected.json()))
    case .csv: try Terminal.print(csv(measures, language))
    case .text: try Terminal.print(MeasureTable(catalog, measures, language: language).text)
    }
  }

  private func csv(_ measures: [KPIDefinition], _ language: LanguageTag?) throws -> String {
    var writer = DelimitedWriter(ByteArraySink())
    let columns = [
      "id", "code", "name", "kind", "group", "unit", "direction", "frequency", "owner",
    ]
    for column in columns { try writer.appendText(column); try writer.endField() }
    try writer.endRecord()
    for measure in measures {
      let values = [
        measure.id.text, measure.code ?? "", measure.name.text(in: language) ?? "",
        measure.kind?.rawValue ?? "", measure.group ?? "", measure.unit?.kind.rawValue ?? "",
        measure.direction?.rawValue ?? "", measure.frequency?.rawValue ?? "", measure.owner ?? "",
      ]
      for value in values { try writer.appendText(value); try writer.endField() }
      try writer.endRecord()
    }
    return String(decoding: try writer.finish().bytes, as: UTF8.self)
  }
}
