internal import ArgumentParser
internal import CatalogMapping
internal import KPICatalog

/// The rules of the domain over a catalog.
struct Check: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, sarif }

  enum Severity: String, ExpressibleByArgument, CaseIterable {
    case error, warning, note

    var ofFindings: CheckSeverity {
      switch self {
      case .error: .error
      case .warning: .warning
      case .note: .note
      }
    }
  }

  static let configuration = CommandConfiguration(
    commandName: "check",
    _superCommandName: KPIBook.name,
    abstract: "Check a catalog by the rules of the domain.",
    discussion: """
      Ranges, thresholds, directions, percents, formulas, pairs, names, translations \
      and more. docs/rules says of each rule why it exists and how to mend what it \
      finds.

      Findings go to standard error, the summary to standard output; as JSON or \
      SARIF the whole report goes to standard output. The exit status is 1 if a \
      warning or an error is shown.

      A catalog silences a rule by 'checks: {ignore: [RULE]}', a measure by \
      'ignore: [RULE]'.

      Examples:
        kpibook check customer-measures --severity warning
        kpibook check samples/customer-measures-en.xlsx --ignore missing-owner \\
          --today 2026-03-31
      """)

  @Argument(help: "The catalog: customer-measures, or a workbook, CSV, YAML or JSON file.")
  var catalog: String

  @Option(help: "The form of the report: text, json or sarif.")
  var format: Format = .text

  @Option(help: "The least that is shown: error, warning or note. Default: note.")
  var severity: Severity = .note

  @Option(help: "Rules to leave out, with commas between them.")
  var ignore: [String] = []

  @Option(
    help: "Judge target dates by this day, such as 2026-03-31. Default: dates are not judged.")
  var today: String?

  @Option(help: "What an overlay builds on, instead of what it names.")
  var base: String?

  @OptionGroup var reporting: Reporting

  func run() throws {
    Findings.areReadingNotesTold = true
    let options = CheckOptions(
      ignoredRules: try ignoredRules(), minimumSeverity: leastShown.ofFindings, today: try day())
    let (checked, doubts) = try read()
    let report = checked.check(options)
    let file = catalog == "-" ? "standard input" : catalog
    switch format {
    case .text:
      for line in report.lines(file: file) { Terminal.error(line) }
      let imported = doubts == 1 ? "1 warning" : "\(doubts) warnings"
      let rest = doubts == 0 ? "" : "; the import gave \(imported)"
      try Terminal.print(report.summary + rest + "\n")
    case .json:
      let json = JSONValue.adding([("importFindings", Findings.json)], to: report.json(file: file))
      try Terminal.print(json)
    case .sarif:
      let sarif = report.sarif(file: catalog, lines: lines(), version: KPIBook.version)
      try Terminal.print(String(decoding: sarif, as: UTF8.self))
    }
    let isDoubtful = doubts > 0 && severity != .error
    if isDoubtful || report.severity.map({ $0 >= .warning }) ?? false { throw ExitStatus.findings }
  }

  private var leastShown: Severity {
    reporting.quiet && severity == .note ? .warning : severity
  }

  /// The catalog, and how many warnings its import gave, which are told as they are found.
  private func read() throws -> (catalog: Catalog, doubts: Int) {
    switch CatalogSource.form(of: [], named: catalog) {
    case .workbook, .delimited:
      let result = try CatalogSource.imported(catalog, options: ImportOptions())
      try CatalogSource.tell(result, of: catalog)
      return (result.catalog, Self.doubts(result.diagnostics))
    default:
      let input = try CatalogInput.read(catalog, base: base)
      input.tellOfBase()
      return (input.catalog, 0)
    }
  }

  private static func doubts(_ diagnostics: [Diagnostic]) -> Int {
    diagnostics.reduce(0) { $0 + ($1.severity == .note ? 0 : max($1.unlisted, 1)) }
  }

  private func ignoredRules() throws -> Set<String> {
    let names = ignore.flatMap { $0.split(separator: ",") }.map {
      String($0.drop { $0 == " " })
    }
    for name in names where CheckRule.named(name) == nil {
      let hint =
        CheckRule.nearestName(to: name).map { "did you mean '\($0)'?" }
        ?? "docs/rules lists them."
      throw ValidationError("'\(name)' is not a rule; \(hint)")
    }
    return Set(names)
  }

  private func day() throws -> CivilDate? {
    guard let today else { return nil }
    guard let day = CivilDate(today) else {
      throw ValidationError("'\(today)' is not a day; write it as 2026-03-31.")
    }
    return day
  }

  /// The lines of a text file; nil for workbooks, standard input and the built-in catalog.
  private func lines() -> CatalogLines? {
    guard catalog != BuiltInCatalog.customerMeasuresName, catalog != "-" else { return nil }
    switch CatalogSource.ending(of: catalog) {
    case "yaml", "yml": return try? CatalogLines(yaml: Input.bytes(catalog))
    case "json": return try? CatalogLines(json: Input.bytes(catalog))
    case "ndjson", "jsonl": return try? CatalogLines(ndjson: Input.bytes(catalog))
    default: return nil
    }
  }
}
