internal import ArgumentParser
internal import CatalogMapping
internal import KPICatalog
internal import SpreadsheetML
internal import Zip

/// Changed definitions, written back into the workbook they came from.
struct Apply: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply",
    _superCommandName: KPIBook.name,
    abstract: "Write a catalog's changes back into its workbook, and nothing else.",
    discussion: """
      Each changed field goes into the cell its value came from, in the form that cell has: a percent \
      as a fraction where the cell shows one, a word of a list in the workbook's own language. New \
      measures become rows of their group, and rows of measures that are gone go. All other cells, \
      sheets, charts and macros stay byte for byte.

      Example:
        kpibook customize samples/customer-measures-en.xlsx \\
          --set net-promoter-score.target=45 -o ours.yaml
        kpibook apply ours.yaml samples/customer-measures-en.xlsx -o ours.xlsx \\
          --report report.json
        kpibook apply --reverse report.json ours.xlsx -o before.xlsx
      """)

  @Argument(
    help: ArgumentHelp(
      "The catalog and the workbook; one may be - for standard input. With --plan or --reverse the "
        + "workbook only.",
      valueName: "catalog> <book"))
  var inputs: [String] = []

  @Option(
    name: .shortAndLong,
    help: "The file to write, also the workbook itself, or - for standard output.")
  var output: String?

  @Flag(help: "Print what would change, and write nothing.")
  var dryRun = false

  @Flag(help: "Overwrite formulas and locked cells, change signed workbooks too.")
  var force = false

  @Flag(help: "Leave cells that must not be overwritten as they are, and write the rest.")
  var skipRefused = false

  @OptionGroup var reading: WorkbookReading

  @Option(help: "Write what changes to a file, as JSON; --plan and --reverse read it.")
  var report: String?

  @Option(help: "Make the changes of a report instead of those of a catalog.")
  var plan: String?

  @Option(help: "What an overlay builds on, instead of what it names.")
  var base: String?

  @Option(help: "Take back the changes of a report.")
  var reverse: String?

  @OptionGroup var reporting: Reporting

  func validate() throws {
    guard plan == nil || reverse == nil else {
      throw ValidationError(
        "A report is either made again with --plan or taken back with --reverse.")
    }
    let count = plan == nil && reverse == nil ? 2 : 1
    guard inputs.count == count else {
      throw ValidationError(
        count == 2
          ? "Say which catalog goes into which workbook: kpibook apply CATALOG BOOK -o OUT."
          : "Name the workbook only; the report says the rest.")
    }
    guard dryRun || output != nil else {
      throw ValidationError("Say where to write with -o; the workbook itself will do.")
    }
    guard inputs.count(where: { $0 == "-" }) < 2 else {
      throw ValidationError("Catalog and workbook cannot both come from standard input.")
    }
    guard output != "-" || report != "-" else {
      throw ValidationError("The workbook and the report cannot both go to standard output.")
    }
    try NamedFile.keepApart(report, option: "--report", from: inputs + [output])
    try NamedFile.checkEnding(
      of: output, isWorkbook: true, cure: "A workbook that gets its changes stays a workbook.")
    guard count == 2 || report == nil else {
      throw ValidationError("--report goes with a catalog.")
    }
  }

  func run() throws {
    guard let book = inputs.last else { return }
    if let path = plan ?? reverse { return try replay(path, book) }
    try refuseSwapped()
    let input = try CatalogInput.read(inputs[0], base: base)
    input.tellOfBase()
    let wanted = input.catalog
    let workbook = try Input.workbook(book)
    let name = CatalogInput.shown(book)
    let application = CatalogApply(
      options: try reading.options(),
      isForced: force)
    let plan = try Activity.during("comparing \(name)") {
      try application.plan(wanted, customizing: input.base, for: workbook, name: name)
    }
    let all = report.map { "'\($0)' lists them all" } ?? "--report FILE lists them all"
    Findings.tell(plan.findings, all: all)
    for refusal in plan.refusals { Terminal.error(refusal.description) }
    if dryRun { try Terminal.print(ApplyPlanText.lines(plan)) }
    guard plan.refusals.isEmpty || skipRefused else { throw ExitStatus.failed }
    let (editor, rows) = try plan.editor(for: workbook, permissions: force ? .all : [])
    var record = try ApplyReport(
      plan, of: workbook, editor: editor, addedRows: rows, book: name,
      catalog: CatalogInput.shown(inputs[0]))
    let after = try bytes(of: editor)
    if !plan.isEmpty { try verify(after, plan, application, name) }
    if !plan.removedRows.isEmpty { try tellOfBroken(after, since: workbook, name) }
    if report != nil, !plan.removedRows.isEmpty {
      try record.keepFormulas(
        of: workbook, after: Workbook.open(bytes: after, name: name))
    }
    record.parts = try PartDigests.entries(workbook: workbook, editor: editor, after: after)
    try write(after, record)
    if !plan.refusals.isEmpty { throw ExitStatus.findings }
  }

  /// Refuses a workbook where the catalog belongs with a catalog where the workbook belongs.
  private func refuseSwapped() throws {
    guard InputFault.isCatalog(inputs[1]) || inputs[1] == BuiltInCatalog.customerMeasuresName,
      CatalogSource.form(of: [], named: inputs[0]) == .workbook
    else { return }
    throw Failure(
      inputs[1],
      "it is a catalog, and the workbook belongs here; write the catalog first: kpibook apply \(inputs[1]) \(inputs[0])"
    )
  }

  /// Makes the changes of a report, or takes them back.
  private func replay(_ path: String, _ book: String) throws {
    let record = try ApplyReport(json: try Input.bytes(path), name: path)
    let workbook = try Input.workbook(book)
    let permissions: EditPermissions = force ? .all : []
    let editor: WorkbookEditor
    do throws(WorkbookError) {
      editor =
        reverse == nil
        ? try record.editor(repeating: workbook, permissions: permissions, isForced: force)
        : try record.editor(reversing: workbook, permissions: permissions, isForced: force)
    } catch {
      var located = error
      located.place.file = located.place.file ?? CatalogInput.shown(book)
      throw located
    }
    if dryRun {
      try Terminal.print(EditPlanText.lines(try editor.plan(), dates: workbook.dateSystem))
    }
    var output = try bytes(of: editor)
    if reverse != nil,
      let second = try record.editor(
        restoringFormulasOf: Workbook.open(bytes: output, name: CatalogInput.shown(book)),
        permissions: permissions)
    {
      if dryRun {
        try Terminal.print(EditPlanText.lines(try second.plan(), dates: workbook.dateSystem))
      }
      output = try bytes(of: second)
    }
    if reverse != nil { tellOfArrays(record, book) }
    try write(output, nil)
  }

  /// Says which array formulas do not come back as such.
  private func tellOfArrays(_ record: ApplyReport, _ book: String) {
    let file = shownOutput ?? CatalogInput.shown(book)
    let findings = record.arrays.map { entry in
      Diagnostic(
        .warning, at: Place(file: file, sheet: entry.sheet, cell: entry.cell),
        entry.isOrdinary
          ? "the cell held an array formula, which comes back as an ordinary one; open the cell in "
            + "Excel and press Ctrl+Shift+Enter"
          : "the array formula lost a row that comes back and is not written anew; enter it again",
        rule: "array-formula")
    }
    Findings.tell(findings)
  }

  private func bytes(of editor: WorkbookEditor) throws -> [UInt8] {
    let output = ArchiveBytes()
    try editor.write(to: output)
    return output.bytes
  }

  /// How many lines tell of what reads otherwise than it was to.
  private static let toldLines = 10

  /// Reads the new workbook as a person would, and says what does not come back as it went in.
  private func verify(
    _ bytes: [UInt8], _ made: ApplyPlan, _ application: CatalogApply, _ name: String
  ) throws {
    let shown = shownOutput ?? name
    let book = try Workbook.open(bytes: bytes, name: name)
    let plan: ApplyPlan
    do throws(ImportError) {
      plan = try application.plan(made.wanted, for: book, name: name)
    } catch {
      // What was asked for is done; that it cannot be found again is worth knowing.
      return Terminal.error("\(shown): warning: after the change \(error.message)")
    }
    tellOfIDs(plan, made, shown)
    let lines = ApplyPlanText.remaining(plan, after: made)
    for line in lines.prefix(Self.toldLines) { Terminal.error("\(shown): \(line)") }
    guard lines.count > Self.toldLines else { return }
    Terminal.error(
      "\(shown): warning: \(lines.count - Self.toldLines) more read otherwise than the catalog says; "
        + "'kpibook diff' with the catalog and the new workbook lists them")
  }

  /// Says that measures have another id in the new workbook, as it makes ids from names.
  ///
  /// Those with a code are known by it.
  private func tellOfIDs(_ plan: ApplyPlan, _ made: ApplyPlan, _ shown: String) {
    let known = Set(made.otherIDs.map(\.catalog))
    let others = plan.otherIDs.filter { $0.code == nil && !known.contains($0.catalog) }
    guard let first = others.first else { return }
    var place = first.place
    place.file = shown
    let more = others.count - 1
    let what =
      "'\(first.catalog)' has the id '\(first.book)'"
      + (more == 0
        ? "" : ", and \(more) other new \(more == 1 ? "id differs" : "ids differ") too,")
    Findings.tell([
      Diagnostic(
        .note, at: place,
        "\(what) when the workbook is read again, as its ids come from the names; a column 'kpibook "
          + "ID' with the ids would keep them",
        rule: "other-id")
    ])
  }

  private var shownOutput: String? {
    output.map { $0 == "-" ? "standard output" : CatalogInput.shown($0) }
  }

  /// Says which formulas referred to rows that went.
  private func tellOfBroken(_ bytes: [UInt8], since workbook: Workbook, _ name: String) throws {
    let places = try BrokenFormulas.places(
      in: Workbook.open(bytes: bytes, name: name), since: workbook)
    guard let first = places.first else { return }
    let others = places.count == 1 ? "" : " (and \(places.count - 1) more cells)"
    Terminal.error(
      "\(shownOutput ?? name): \(first)\(others): warning: the formula referred to a row that is gone "
        + "and says #REF! now; change the formula or clear the cell")
  }

  private func write(_ after: [UInt8], _ record: ApplyReport?) throws {
    let file = try dryRun ? nil : output.map { try AtomicOutput($0) }
    try file?.write(after)
    let reportFile = try report.map { try AtomicOutput($0) }
    if let record { try reportFile?.write(record.json()) }
    try file?.commit()
    try reportFile?.commit()
  }
}

/// The digests of the parts an edit touches.
enum PartDigests {
  static func entries(
    workbook: Workbook, editor: WorkbookEditor, after: [UInt8]
  ) throws -> [ApplyReport.PartEntry] {
    let parts = try editor.plan().parts
    guard !parts.isEmpty else { return [] }
    let before = ArchiveBytes()
    try WorkbookEditor(workbook, permissions: .all).write(to: before)
    let old = try ZipReader(file: RandomAccessFile(bytes: before.bytes))
    let new = try ZipReader(file: RandomAccessFile(bytes: after))
    return try parts.map { part in
      ApplyReport.PartEntry(
        part: part.part, before: try digest(part.part, old), after: try digest(part.part, new))
    }
  }

  private static func digest(_ part: String, _ archive: ZipReader) throws -> String? {
    let folded = part.lowercased()
    guard let entry = archive.entries.first(where: { $0.name.lowercased() == folded }) else {
      return nil
    }
    let reader = try archive.open(entry)
    var digest = SHA256()
    while true {
      let piece = try reader.read(upTo: 256 << 10)
      if piece.isEmpty { break }
      digest.update(piece.span)
    }
    return digest.hex()
  }
}
