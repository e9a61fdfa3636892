internal import ArgumentParser
internal import CatalogMapping
internal import SpreadsheetML

/// What is in a workbook and how an import understands it.
struct Inspect: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  static let configuration = CommandConfiguration(
    commandName: "inspect",
    _superCommandName: KPIBook.name,
    abstract: "Show what is in a workbook and how an import understands it.",
    discussion: """
      Lists the sheets, then each table of measures: its header, which column is taken for which \
      field and how surely, the rows that name groups, what was left out and why.

      Examples:
        kpibook inspect samples/customer-measures-it.xlsx
        kpibook inspect samples/customer-measures-it.xlsx --write-mapping map.yaml

      A mapping file says all this to 'import --mapping'. Edit it where a guess is wrong.
      """)

  @Argument(help: "The workbook or CSV file, or - for standard input.")
  var book: String

  @OptionGroup var reading: WorkbookReading

  @Option(help: "Write how the workbook is understood as a mapping file, to be edited.")
  var writeMapping: String?

  @Option(help: "The form: text or json.")
  var format: Format = .text

  @OptionGroup var reporting: Reporting

  func validate() throws {
    try NamedFile.keepApart(writeMapping, option: "--write-mapping", from: [book, reading.mapping])
    try NamedFile.checkEnding(
      of: writeMapping, isWorkbook: false, cure: "A mapping file is YAML, or JSON by its ending.")
  }

  func run() throws {
    let name = book == "-" ? "standard input" : book
    try InputFault.refuseCatalog(book)
    let options = try reading.options()
    var summary: WorkbookSummary?
    let result: ImportResult
    let bytes = book == "-" ? try StandardInput.read() : []
    if CatalogSource.form(of: bytes, named: book) == .workbook {
      let workbook =
        book == "-" ? try Workbook.open(bytes: bytes, name: name) : try Input.workbook(book)
      (summary, result) = try Activity.during("reading \(name)") {
        (
          try WorkbookSummary(workbook, name: name),
          try CatalogImport(options: options).read(workbook, name: name)
        )
      }
    } else {
      let text = book == "-" ? bytes : try Input.bytes(book)
      result = try Activity.during("reading \(name)") {
        try CatalogImport(options: options).read(delimited: text, name: name)
      }
    }
    if let writeMapping {
      try MappingSource.write(result.plan.mapping, to: writeMapping)
      if writeMapping == "-" { return }
    }
    switch format {
    case .text:
      let width = Terminal.width
      let lines =
        ((summary.map { $0.lines(width: width) + [""] } ?? [])
        + PlanText(result, width: width).lines)
        .flatMap { $0.split(separator: "\n", omittingEmptySubsequences: false) }.map(String.init)
      try Terminal.print(lines.map(Terminal.visible).joined(separator: "\n") + "\n")
    case .json:
      var members = summary?.members ?? [("book", .text(name))]
      members += result.plan.members
      members.append(("findings", .list(result.diagnostics.map(\.json))))
      try Terminal.print(JSONValue.map(members).lines)
    }
  }
}
