internal import ArgumentParser
internal import CatalogMapping
internal import KPICatalog
internal import SpreadsheetML

/// Where a field of a measure came from and how it was read.
struct Explain: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show the cell a value came from and how it was read.",
    discussion: """
      Prints the cell, what it holds, its number format, the rule that read it, and why its column
      was taken for the field. Without a field all fields of the measure are explained.

      Examples:
        kpibook explain samples/customer-measures-en.xlsx net-promoter-score.baseline
        kpibook explain samples/customer-measures-en.xlsx net-promoter-score
      """)

  @Argument(help: "The workbook or CSV file, or - for standard input.")
  var book: String

  @Argument(help: "The measure's id, and after a point the field: net-promoter-score.targets.")
  var field: String

  @Option(help: "A mapping file that says which column is which field.")
  var mapping: String?

  @Option(help: "Only this sheet, by name or index from 1.")
  var sheet: String?

  @Option(help: "The language of the workbook's texts: en, fr, it, de or es. Default: found out.")
  var language: String?

  @Option(help: "The form: text or json.")
  var format: Format = .text

  @OptionGroup var reporting: Reporting

  func run() throws {
    let name = book == "-" ? "standard input" : book
    let result = try CatalogSource.imported(
      book,
      options: ImportOptions(
        mapping: try mapping.map { try MappingSource.read($0) }, sheet: sheet, language: language))
    let id = try measure(in: result, name)
    let path = field.split(separator: ".", maxSplits: 1).dropFirst().first.map(String.init)
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

  /// The measure the word names, by id, code or name.
  private func measure(in result: ImportResult, _ name: String) throws -> KPIIdentifier {
    let measures = result.catalog.measures
    guard !measures.isEmpty else {
      throw Failure(
        name, "no KPI table was found; 'kpibook inspect' shows how each sheet was understood")
    }
    let word = String(field.prefix { $0 != "." })
    if let found = measures.first(where: { $0.id.text == word || $0.code == word }) {
      return found.id
    }
    let near = measures.map(\.id.text).filter { $0.hasPrefix(word) || $0.contains(word) }.prefix(3)
    let hint =
      near.isEmpty
      ? "'kpibook list \(book)' shows the ids"
      : "did you mean " + near.map { "'\($0)'" }.joined(separator: " or ") + "?"
    throw Failure(name, "there is no measure '\(word)'; \(hint)")
  }
}
