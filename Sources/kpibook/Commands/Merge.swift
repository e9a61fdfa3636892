internal import ArgumentParser
internal import CatalogMapping
internal import KPICatalog
internal import SpreadsheetML

/// Two changed versions of a catalog brought together.
struct Merge: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }
  enum Side: String, ExpressibleByArgument, CaseIterable { case base, ours, theirs }

  static let configuration = CommandConfiguration(
    commandName: "merge",
    _superCommandName: KPIBook.name,
    abstract: "Bring together two changed versions of a catalog.",
    discussion: """
      Takes catalogs in any form: workbooks, CSV, YAML, JSON, overlays, also mixed. \
      Merges by measure and field: changes of different fields are both kept, of \
      texts those of different languages, of lists those of different items. Where \
      both changed the same field OURS is kept, the conflict is told with all \
      values and where they stand, and the status is 1.

      If OUT is a workbook the result is written into OURS, or the first of the \
      three that is one: changed cells only, all else byte for byte. Cells beside \
      the measures that one side changed come too where all three are workbooks; \
      what cannot be carried over is told as a conflict. Otherwise a catalog is \
      written; if OURS is an overlay, so is the result.

      Example:
        kpibook customize samples/customer-measures-en.xlsx --flat -o theirs.yaml \\
          --set net-promoter-score.owner=Ada
        kpibook edit samples/customer-measures-en.xlsx -o ours.xlsx \\
          --set "'Customer measures'!N7=90"
        kpibook merge samples/customer-measures-en.xlsx ours.xlsx theirs.yaml \\
          -o merged.xlsx
      """)

  @Argument(help: "The catalog both come from: a workbook, CSV, YAML or JSON file.")
  var base: String

  @Argument(help: "Our version, kept in conflicts.")
  var ours: String

  @Argument(help: "Their version.")
  var theirs: String

  @Option(
    name: .shortAndLong,
    help: "The file to write, .yaml, .json or .xlsx. Default: YAML on standard output.")
  var output: String = "-"

  @Option(help: "How conflicts are told: text on standard error, or json on standard output.")
  var format: Format = .text

  @Flag(help: "Write the whole catalog even if OURS is an overlay.")
  var flat = false

  @Option(
    name: .customLong("into"),
    help: """
      The workbook to write into: base, ours or theirs. Default: ours, or theirs if only they changed \
      what cannot be carried over, such as a chart.
      """)
  var side: Side?

  @Flag(help: "Overwrite formulas and locked cells in the workbook, change signed workbooks too.")
  var force = false

  @OptionGroup var reporting: Reporting

  func validate() throws {
    guard format == .text || output != "-" else {
      throw ValidationError("Name a file with -o: conflicts as json go to standard output.")
    }
    guard [base, ours, theirs].count(where: { $0 == "-" }) < 2 else {
      throw ValidationError("Only one of the three can come from standard input.")
    }
  }

  func run() throws {
    let isBook = CatalogSource.form(of: [], named: output) == .workbook
    let form = isBook ? nil : try CatalogForm(output: output)
    let sides = try [base, ours, theirs].map { try MergeInput.read($0) }
    let sources = sides.map(\.source)
    var report = MergeReport(
      place: output == "-" ? "standard output" : output, names: (ours, theirs), conflicts: [])
    if let form {
      let merge = CatalogMerge(
        base: sources[0].catalog, ours: sources[1].catalog, theirs: sources[2].catalog)
      report.conflicts = merge.conflicts
      try CatalogForm.write(try bytes(of: merge.catalog, form, sides[1].input), to: output)
    } else {
      try writeWorkbook(sources, &report)
    }
    try tell(report)
    if report.count > 0 { throw ExitStatus.findings }
  }

  private func bytes(
    of catalog: Catalog, _ form: CatalogForm, _ input: CatalogInput?
  ) throws -> [UInt8] {
    guard let overlay = input?.overlay, let ground = input?.base, !flat else {
      return form.bytes(of: catalog)
    }
    let merged = Overlay.difference(
      from: ground, to: catalog, reference: overlay.base,
      style: overlay.select == nil ? .leavingOut : .naming)
    return try form.bytes(of: merged, output: output)
  }

  private func writeWorkbook(_ sources: [MergeSource], _ report: inout MergeReport) throws {
    let merge = WorkbookMerge(
      base: sources[0], ours: sources[1], theirs: sources[2],
      into: side.flatMap { MergeSide(rawValue: $0.rawValue) })
    let words: [MergeSide: String] = [.base: base, .ours: ours, .theirs: theirs]
    guard let carrier = merge.carrier, let written = try merge.write(isForced: force) else {
      throw Failure(
        output, "none of the three is a workbook to write into; name a .yaml or .json file")
    }
    let ending = CatalogSource.ending(of: words[carrier] ?? "")
    guard ending.isEmpty || ending == CatalogSource.ending(of: output) else {
      throw Failure(
        output, "the workbook written into is .\(ending), and so must the file be that is written")
    }
    Findings.tell(written.findings)
    report.conflicts = merge.measures.conflicts
    report.besides = merge.conflicts
    report.unwritten = written.unwritten
    report.carrier = words[carrier]
    report.formats = merge.leftFormats
    if !merge.comparesRest {
      Findings.note(
        output,
        "only measures were merged: what else the workbooks hold can be compared "
          + "only if BASE is a workbook too")
    }
    try CatalogForm.write(written.bytes, to: output, isCatalog: false)
  }

  private func tell(_ report: MergeReport) throws {
    if format == .json { return try Terminal.print(report.json) }
    for line in report.lines { Terminal.error(line) }
  }
}
