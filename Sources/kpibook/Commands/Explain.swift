internal import ArgumentParser
internal import CatalogMapping
internal import KPICatalog
internal import SpreadsheetML

/// Where a field of a measure came from and how it was read.
struct Explain: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  static let configuration = CommandConfiguration(
    commandName: "explain",
    _superCommandName: KPIBook.name,
    abstract: "Show the cell a value came from and how it was read.",
    discussion: """
      Prints the cell, what it holds, its number format, the rule that read it, and why its column \
      was taken for the field. Without a field all fields of the measure are explained.

      Examples:
        kpibook explain samples/customer-measures-en.xlsx net-promoter-score.baseline
        kpibook explain samples/customer-measures-en.xlsx net-promoter-score
      """)

  @Argument(help: "The workbook or CSV file, or - for standard input.")
  var book: String

  @Argument(
    help: ArgumentHelp(
      "The measure's id, code or name, and after a point the field: net-promoter-score.targets.",
      valueName: "id.field"))
  var field: String

  @OptionGroup var reading: WorkbookReading

  @Option(help: "The form: text or json.")
  var format: Format = .text

  @OptionGroup var reporting: Reporting

  func run() throws {
    let name = book == "-" ? "standard input" : book
    try InputFault.refuseCatalog(book)
    let result = try CatalogSource.imported(
      book,
      options: try reading.options())
    let (id, path) = try measure(in: result, name)
    let explanations =
      path.map { result.explanations(of: $0, in: id) } ?? result.explanations(of: id)
    guard !explanations.isEmpty else {
      throw Failure(
        name,
        "the workbook does not say the \(path ?? "fields") of \(id.text); 'kpibook explain \(book) \(id.text)' lists what it says"
      )
    }
    switch format {
    case .text:
      let text = ExplanationText(explanations, of: id, width: Terminal.width)
      try Terminal.print(text.lines.map(Terminal.visible).joined(separator: "\n") + "\n")
    case .json:
      try Terminal.print(
        JSONValue.map([
          ("id", .text(id.text)), ("explanations", .list(explanations.map(\.json))),
        ]).lines)
    }
  }

  /// The measure a person's words begin with, by id, code or name, and the field behind the point.
  private func measure(
    in result: ImportResult, _ name: String
  ) throws -> (id: KPIIdentifier, field: String?) {
    let catalog = result.catalog
    guard !catalog.measures.isEmpty else {
      throw Failure(
        name, "no KPI table was found; 'kpibook inspect' shows how each sheet was understood")
    }
    // A name may hold points itself.
    for point in field.indices.reversed() where field[point] == "." {
      let rest = String(field[field.index(after: point)...])
      let key = String(rest.prefix { $0 != "." && $0 != "[" })
      guard key == "target" || KPIField(rawValue: key) != nil else { continue }
      if let found = try? catalog.measure(meantBy: String(field[..<point])) {
        return (found.id, rest)
      }
    }
    if let found = try? catalog.measure(meantBy: field) { return (found.id, nil) }
    let word = String(field.prefix { $0 != "." })
    let rest = field.dropFirst(word.count + 1)
    let measure = try MeasureChoice.find(word, in: catalog, file: book)
    return (measure.id, rest.isEmpty ? nil : String(rest))
  }
}
