internal import ArgumentParser
internal import CatalogMapping
internal import KPICatalog

/// A workbook, CSV or catalog file as typed definitions.
struct Import: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case yaml, json, ndjson, csv }

  static let configuration = CommandConfiguration(
    commandName: "import",
    _superCommandName: KPIBook.name,
    abstract: "Import a KPI workbook as typed definitions.",
    discussion: """
      Finds the measures on every sheet, whatever the layout and language, and prints them as YAML. \
      What is unsure is told on standard error, with the cell.

      Example:
        kpibook import samples/customer-measures-fr.xlsx -o measures.yaml
      """)

  @Argument(help: "The workbook, CSV, YAML or JSON file, or - for standard input.")
  var book: String

  @Option(name: .shortAndLong, help: "The file to write. Default: standard output.")
  var output: String = "-"

  @Option(help: "The form: yaml, json, ndjson or csv. Default: by the output's ending, else yaml.")
  var format: Format?

  @OptionGroup var reading: WorkbookReading

  @OptionGroup var reporting: Reporting

  func validate() throws {
    try NamedFile.checkEnding(
      of: output, isWorkbook: false,
      cure: "'import' writes definitions; 'kpibook export' makes a workbook of them.")
    let ending = CatalogSource.ending(of: output)
    if format == nil, ["md", "markdown", "html", "htm", "tsv", "tab"].contains(ending) {
      throw ValidationError(
        "'import' does not write .\(ending). Name a .yaml, .json, .ndjson or .csv file, or use "
          + "'kpibook export' for pages.")
    }
  }

  /// The form that is written; where the ending says none, YAML, and that is told.
  private var form: Format {
    if let format { return format }
    let ending = CatalogSource.ending(of: output)
    if let form = Format(rawValue: ending) { return form }
    if ending == "jsonl" { return .ndjson }
    if !["", "yml"].contains(ending) {
      Findings.note(
        output, ".\(ending) says no form, so YAML is written; name another with --format")
    }
    return .yaml
  }

  func run() throws {
    Findings.areReadingNotesTold = true
    let catalog = ProcessLifetime.keep(
      try CatalogSource.read(book, options: try reading.options()))
    let form = form
    try Activity.during("writing \(output == "-" ? "standard output" : output)") {
      switch form {
      case .yaml: try CatalogForm.yaml.write(catalog, to: output)
      case .json: try CatalogForm.json.write(catalog, to: output)
      case .ndjson: try CatalogForm.ndjson.write(catalog, to: output)
      case .csv:
        try CatalogForm.write(try MeasureRows(catalog).csv(), to: output, isCatalog: false)
      }
    }
  }
}
