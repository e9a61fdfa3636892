internal import ArgumentParser
internal import CatalogMapping
internal import SpreadsheetML

/// What is in a workbook and how an import understands it.
struct Inspect: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Show what is in a workbook and how an import understands it.",
    discussion: """
      Example:
        kpibook inspect samples/customer-measures-it.xlsx
      """)

  @Argument(help: "The workbook, or - for standard input.")
  var book: String

  @Option(help: "Only this sheet's measures, by name or index from 1.")
  var sheet: String?

  @Option(help: "The language of the workbook's texts: en, fr, it, de or es. Default: found out.")
  var language: String?

  @Option(help: "The form: text or json.")
  var format: Format = .text

  func run() throws {
    let name = book == "-" ? "standard input" : book
    let workbook = try Input.workbook(book)
    let summary = try WorkbookSummary(workbook, name: name)
    let result = try CatalogImport(options: ImportOptions(sheet: sheet, language: language))
      .read(workbook, name: name)
    let found = MeasuresFound(result)
    switch format {
    case .text:
      let width = Terminal.width
      let lines = summary.lines(width: width) + [""] + found.lines(width: width)
      try Terminal.print(lines.joined(separator: "\n") + "\n")
    case .json:
      var members = summary.members
      members += [("measures", found.json), ("findings", found.findingsJSON)]
      try Terminal.print(JSONValue.map(members).lines)
    }
  }
}
