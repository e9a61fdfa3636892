internal import ArgumentParser
internal import CatalogMapping
internal import KPICatalog
internal import SpreadsheetML
internal import Zip

/// Changed definitions, written back into the workbook they came from.
struct Apply: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply",
    abstract: "Write a catalog's changes back into its workbook, and nothing else.",
    discussion: """
      Each changed field goes into the cell its value came from, in the form that cell has: a percent
      as a fraction where the cell shows one, a word of a list in the workbook's own language. All
      other cells, sheets, charts and macros stay byte for byte.

      Example:
        kpibook import library.xlsx -o measures.yaml
        kpibook apply measures.yaml library.xlsx -o new.xlsx
      """)

  @Argument(
    help: "The catalog: a YAML or JSON file, an overlay, a workbook, or - for standard input.")
  var catalog: String

  @Argument(help: "The workbook, or - for standard input.")
  var book: String

  @Option(
    name: .shortAndLong,
    help: "The file to write, also the workbook itself, or - for standard output.")
  var output: String?

  @Flag(help: "Print what would change, and write nothing.")
  var dryRun = false

  @Flag(help: "Overwrite formulas and locked cells, change signed workbooks too.")
  var force = false

  @Option(help: "A mapping file that says which column is which field; 'inspect' writes one.")
  var mapping: String?

  @Option(help: "Only this sheet, by name or index from 1.")
  var sheet: String?

  @Option(help: "The language of the workbook's texts: en, fr, it, de or es. Default: found out.")
  var language: String?

  @Option(help: "Write what changes to a file, as JSON.")
  var report: String?

  func validate() throws {
    guard dryRun || output != nil else {
      throw ValidationError("Say where to write with -o; the workbook itself will do.")
    }
    guard catalog != "-" || book != "-" else {
      throw ValidationError("Catalog and workbook cannot both come from standard input.")
    }
    guard output != "-" || report != "-" else {
      throw ValidationError("The workbook and the report cannot both go to standard output.")
    }
  }

  func run() throws {
    let wanted = try CatalogInput.read(catalog).catalog
    let workbook = try Input.workbook(book)
    let name = CatalogInput.shown(book)
    let application = CatalogApply(
      options: ImportOptions(sheet: sheet, language: language), isForced: force)
    let plan = try application.plan(wanted, for: workbook, name: name)
    for finding in plan.findings { Terminal.error(finding.description) }
    for refusal in plan.refusals { Terminal.error(refusal.description) }
    if dryRun { try Terminal.print(ApplyPlanText.lines(plan)) }
    guard plan.refusals.isEmpty else { throw ExitStatus.failed }
    guard !dryRun, let output else { return }
    let (editor, _) = try plan.editor(for: workbook, permissions: force ? .all : [])
    let file = try AtomicOutput(output)
    do {
      try editor.write(to: ArchiveFunction { try file.write($0) })
    } catch {
      if let failure = error.cause as? Failure { throw failure }
      throw error
    }
    try file.commit()
  }
}
