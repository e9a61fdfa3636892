internal import ArgumentParser
internal import SpreadsheetML
internal import Zip

/// Cells of any workbook, changed without touching anything else.
struct Edit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    _superCommandName: KPIBook.name,
    abstract: "Change cells and rows of a workbook, and nothing else in it.",
    discussion: """
      All other cells, sheets, charts, formats and macros stay byte for byte. A number, TRUE, FALSE \
      or an ISO date is typed; =… is a formula; a leading ' makes the rest text; nothing empties the \
      cell. In a cell formatted as text all is text.

      Rows and cells are named as they are before the edit. What refers to rows that move follows \
      them: formulas, tables, charts, names, rules, notes. New rows look like the row above them.

      Example:
        kpibook convert samples/service-targets.csv targets.xlsx
        kpibook edit targets.xlsx --set A2=007 --set E2=0.91 -o edited.xlsx

      A sheet is named in front: 'Sheet1!B7=0.31', "'Sales & Care'!C2=new".
      """)

  @Argument(help: "The workbook, or - for standard input.")
  var book: String

  @Option(
    name: .customLong("set"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "A cell and what goes into it; may be given many times.", valueName: "sheet!cell=value"))
  var assignments: [String] = []

  @Option(
    name: .customLong("insert-rows"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Insert rows that will have these numbers; may be given many times.",
      valueName: "sheet!first:last"))
  var insertions: [String] = []

  @Option(
    name: .customLong("delete-rows"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Remove rows; may be given many times.", valueName: "sheet!first:last"))
  var deletions: [String] = []

  @Option(
    name: .shortAndLong,
    help: "The file to write, also the workbook itself, or - for standard output.")
  var output: String?

  @Flag(help: "Print what would change, and write nothing.")
  var dryRun = false

  @Flag(help: "Change locked cells of protected sheets, pivot tables and signed workbooks too.")
  var force = false

  @Option(help: "Write what changes to a file, as JSON.")
  var report: String?

  @OptionGroup var reporting: Reporting

  func validate() throws {
    guard !(assignments.isEmpty && insertions.isEmpty && deletions.isEmpty) else {
      throw ValidationError(
        "Say what to change with --set 'Sheet1!B7=value', --insert-rows or --delete-rows.")
    }
    guard dryRun || output != nil else {
      throw ValidationError("Say where to write with -o; the workbook itself will do.")
    }
    guard output != "-" || report != "-" else {
      throw ValidationError("The workbook and the report cannot both go to standard output.")
    }
    try NamedFile.keepApart(report, option: "--report", from: [book, output])
    try NamedFile.checkEnding(
      of: output, isWorkbook: true, cure: "An edited workbook stays a workbook.")
    for text in assignments { _ = try CellAssignment(text) }
    for text in insertions + deletions { _ = try RowSpan(text) }
  }

  func run() throws {
    let workbook = try Input.workbook(book)
    let editor = WorkbookEditor(workbook, permissions: force ? .all : [])
    for text in assignments {
      let assignment = try CellAssignment(text)
      let sheet = try assignment.sheet ?? onlySheet(of: workbook)
      try editor.set(
        CellPatch(sheet: sheet, cell: assignment.cell, content: .entered(assignment.value)))
    }
    for text in insertions {
      let span = try RowSpan(text)
      let first = span.rows.lowerBound
      try editor.insert(
        RowInsertion(
          span.rows.count, .above(first), in: try span.sheet ?? onlySheet(of: workbook),
          styledLike: first > 1 ? first - 1 : nil))
    }
    for text in deletions {
      let span = try RowSpan(text)
      try editor.deleteRows(span.rows, in: try span.sheet ?? onlySheet(of: workbook))
    }
    let plan = try editor.plan()
    if dryRun { try Terminal.print(EditPlanText.lines(plan, dates: workbook.dateSystem)) }
    try tell(plan, of: workbook)
    // Both are written whole before either takes its place.
    let record = try report.map { try AtomicOutput($0) }
    try record?.write(EditPlanText.json(plan, book: book))
    if !dryRun, let output {
      let file = try AtomicOutput(output)
      try write(editor, to: file)
      try file.commit()
    }
    try record?.commit()
  }

  /// Tells of texts where there were numbers, and of numbers that are not shown as they are.
  private func tell(_ plan: EditPlan, of workbook: Workbook) throws {
    let entered = try assignments.map { try CellAssignment($0) }
    func typed(into change: EditPlan.Change) -> String? {
      entered.last { assignment in
        assignment.cell == change.cell
          && assignment.sheet.map { $0.lowercased() == change.sheet.lowercased() } ?? true
      }?.value
    }
    let name = CatalogInput.shown(book)
    for change in plan.changes where change.newFormula == nil {
      let place = Place(file: name, sheet: change.sheet, cell: change.cell).description
      switch change.newValue {
      case .text(let text):
        // A text that was asked for is no slip.
        guard typed(into: change)?.first != "'", let old = Self.old(change) else { continue }
        Findings.note(place, "the cell \(old) and now holds the text '\(Terminal.visible(text))'")
      case .number(let number)
      where change.format.kind == .percent && Self.isLarge(number, after: change.oldValue)
        && typed(into: change)?.contains("%") == false:
        Findings.note(
          place,
          "\(CellWords.number(number)) is shown as \(change.format.text(for: number)); "
            + "type \(CellWords.number(number))% for that")
      case .number(let number) where change.format.rounds(number):
        Findings.note(
          place,
          "\(CellWords.number(number)) is shown as '\(change.format.text(for: number))' by the "
            + "number format \(change.format.code)")
      default: continue
      }
    }
  }

  /// Whether a number in a cell for percents looks like one typed without its sign: 6.5 where 6 %
  /// stood as 0.06, or where nothing stood.
  private static func isLarge(_ number: Double, after old: CellValue) -> Bool {
    guard case .number(let before) = old, before != 0 else { return number.magnitude >= 2 }
    return number.magnitude > 1 && number.magnitude >= before.magnitude * 10
  }

  /// What a cell was that a text does not go with; nil if it does.
  private static func old(_ change: EditPlan.Change) -> String? {
    if case .number = change.oldValue, change.oldFormula == nil {
      return change.oldFormat.kind.isDateOrTime ? "held a date or time" : "held a number"
    }
    guard change.oldValue == .blank, change.oldFormula == nil, !change.isInNewRow else {
      return nil
    }
    switch change.oldFormat.kind {
    case .date, .time, .dateTime, .elapsed: return "is formatted for dates or times"
    case .number, .percent, .currency, .scientific, .fraction: return "is formatted for numbers"
    case .general, .text: return nil
    }
  }

  private func write(_ editor: WorkbookEditor, to file: AtomicOutput) throws {
    do {
      try editor.write(to: ArchiveFunction { try file.write($0) })
    } catch {
      // What the output has to say is said better than that the archive could not be written.
      if let failure = error.cause as? Failure { throw failure }
      throw error
    }
  }

  /// The sheet that an address without one means, in a workbook that leaves no choice.
  private func onlySheet(of workbook: Workbook) throws -> String {
    guard let sheet = workbook.sheets.first, workbook.sheets.count == 1 else {
      let names = workbook.sheets.map { Place.quoted($0.name) }
      let shown = names.prefix(20).joined(separator: ", ") + (names.count > 20 ? ", …" : "")
      throw Failure(book, "it has several sheets (\(shown)); name one, as in 'Sheet1!B7=value'")
    }
    return sheet.name
  }
}

/// Rows as the command line has them: `Sheet1!7:9`, `'Sales & Care'!7`.
struct RowSpan {
  /// The sheet's name, or nil where none is named.
  var sheet: String?
  var rows: ClosedRange<Int>

  /// Reads one row or the first and the last; quotes in a quoted name are doubled.
  init(_ text: String) throws {
    guard let mark = text.lastIndex(of: "!") else {
      self.rows = try RowSpan.rows(text[...], in: text)
      return
    }
    rows = try RowSpan.rows(text[text.index(after: mark)...], in: text)
    var name = text[..<mark]
    if name.count >= 2, name.first == "'", name.last == "'" {
      name = name.dropFirst().dropLast()
      let pieces = name.split(separator: "''", omittingEmptySubsequences: false)
      sheet = pieces.joined(separator: "'")
    } else {
      sheet = String(name)
    }
  }

  private static func rows(_ text: Substring, in whole: String) throws -> ClosedRange<Int> {
    let ends = text.split(separator: ":", omittingEmptySubsequences: false)
      .map { Int($0.first == "$" ? $0.dropFirst() : $0) }
    guard 1...2 ~= ends.count, let first = ends[0], let last = ends[ends.count - 1], first >= 1,
      first <= last, last <= CellReference.lastRow
    else { throw ValidationError("'\(whole)' is not of the form Sheet1!7:9.") }
    return first...last
  }
}

/// A cell and what goes into it, as the command line has it: `Sheet1!B7=value`.
struct CellAssignment {
  /// The sheet's name, or nil where none is named.
  var sheet: String?
  var cell: CellReference
  var value: String

  /// Reads `Sheet1!B7=value`, or `'Sales & Care'!B7=value` with quotes in the name doubled.
  ///
  /// A name with blanks is taken without quotes too, and no name at all.
  init(_ text: String) throws {
    if text.first == "'", let quoted = CellAssignment(quoted: text) {
      self = quoted
    } else if let bare = CellAssignment(bare: text) {
      self = bare
    } else {
      throw ValidationError("'\(text)' is not of the form Sheet1!B7=value.")
    }
  }

  private init(sheet: String?, cell: CellReference, value: Substring) {
    self.sheet = sheet
    self.cell = cell
    self.value = String(value)
  }

  private init?(quoted text: String) {
    var name = ""
    var rest = text.dropFirst()
    while true {
      guard let quote = rest.firstIndex(of: "'") else { return nil }
      name += rest[..<quote]
      rest = rest[rest.index(after: quote)...]
      guard rest.first == "'" else { break }
      name += "'"
      rest = rest.dropFirst()
    }
    guard rest.first == "!", let end = CellAssignment.cell(rest.dropFirst()) else { return nil }
    self.init(sheet: name, cell: end.cell, value: end.value)
  }

  private init?(bare text: String) {
    if let end = CellAssignment.cell(text[...]) {
      self.init(sheet: nil, cell: end.cell, value: end.value)
      return
    }
    // The first exclamation mark that an address follows: a name may hold others.
    var rest = text[...]
    while let mark = rest.firstIndex(of: "!") {
      rest = rest[rest.index(after: mark)...]
      if let end = CellAssignment.cell(rest), mark > text.startIndex {
        self.init(sheet: String(text[..<mark]), cell: end.cell, value: end.value)
        return
      }
    }
    return nil
  }

  /// `B7=value` or `$B$7=value`.
  private static func cell(_ text: Substring) -> (cell: CellReference, value: Substring)? {
    guard let sign = text.firstIndex(of: "="), let cell = CellReference(text[..<sign]) else {
      return nil
    }
    return (cell, text[text.index(after: sign)...])
  }
}
