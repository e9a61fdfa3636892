internal import ArgumentParser
internal import KPICatalog

/// What differs between two catalogs.
struct Diff: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, markdown }

  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show what differs between two catalogs, by measure and field.",
    discussion: """
      Takes catalogs in any form: workbooks, CSV, YAML, JSON, overlays. Measures
      that only have another id are recognized by their code, name or aliases.
      Ends with status 1 if anything differs. In a terminal of 110 columns or
      more old and new stand side by side.

      Example:
        kpibook diff customer-measures ours.yaml --format markdown
      """)

  @Argument(help: "The old catalog: customer-measures, or a workbook, CSV, YAML or JSON file.")
  var old: String

  @Argument(help: "The new catalog.")
  var new: String

  @Option(help: "The form: text, json or markdown.")
  var format: Format = .text

  @Option(help: "The language of the measures' names. Default: the new catalog's own.")
  var language: String?

  @Option(help: "How many columns a line of text may have. Default: the terminal's, or 80.")
  var width: Int?

  @Flag(
    inversion: .prefixedNo, help: "Old and new side by side. Default: if there is room enough.")
  var sideBySide: Bool?

  @Option(help: "What an overlay builds on, instead of what it names.")
  var base: String?

  func run() throws {
    let language = try language.map(LanguageChoice.tag)
    let before = try CatalogInput.read(old, base: base)
    let after = try CatalogInput.read(new, base: base)
    before.tellOfBase()
    after.tellOfBase()
    let diff = CatalogDiff(from: before.catalog, to: after.catalog)
    let shown = language ?? after.catalog.defaultLanguage
    let columns = width ?? Terminal.width
    switch format {
    case .json: try Terminal.print(String(decoding: diff.json(), as: UTF8.self))
    case .markdown: try Terminal.print(diff.markdown(language: shown))
    case .text:
      try Terminal.print(
        diff.text(
          width: columns, layout: sideBySide ?? (columns >= 110) ? .sideBySide : .lines,
          language: shown))
    }
    if !diff.isEmpty { throw ExitStatus.findings }
  }
}
