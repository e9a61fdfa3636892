internal import KPICatalog
public import SpreadsheetML
internal import Zip

/// What an application changed, kept so that it can be made again on a copy of the same workbook, or
/// taken back.
public struct ApplyReport: Sendable {
  /// A cell that changed.
  public struct CellEntry: Hashable, Sendable {
    /// What changed.
    public var change: ApplyPlan.Change
    /// The cell as named afterwards.
    public var newCell: CellReference
    /// The formula it held, or nil.
    public var oldFormula: String?
    /// The format it had.
    public var oldStyle: StyleIndex
  }

  /// A row that came in.
  public struct AddedEntry: Hashable, Sendable {
    /// What came in.
    public var row: ApplyPlan.AddedRow
    /// Its number afterwards.
    public var number: Int
  }

  /// A row that went.
  public struct RemovedEntry: Hashable, Sendable {
    /// What went.
    public var row: ApplyPlan.RemovedRow
    /// The row it followed, as numbered afterwards; 0 for the first row of the sheet.
    public var behind: Int
    /// What its cells held.
    public var cells: [RemovedCell]
    /// The merged cells that began in it.
    public var merges: [RowInsertion.Merge] = []
  }

  /// A cell of a row that went.
  public struct RemovedCell: Hashable, Sendable {
    /// The cell as named before.
    public var cell: CellReference
    /// What it held.
    public var value: CellValue
    /// Its formula, or nil.
    public var formula: String?
    /// Its format.
    public var style: StyleIndex
  }

  /// A formula that referred to rows that went, and would not come back with them.
  public struct FormulaEntry: Hashable, Sendable {
    /// The sheet's name.
    public var sheet: String
    /// The cell as named before.
    public var cell: CellReference
    /// The formula it held.
    public var formula: String
    /// What it gave.
    public var value: CellValue
  }

  /// An array formula or data table that taking the changes back does not restore as such.
  public struct ArrayEntry: Hashable, Sendable {
    /// The sheet's name.
    public var sheet: String
    /// The cell as named before.
    public var cell: CellReference
    /// Whether its text comes back as an ordinary formula; else the cell keeps what it says then.
    public var isOrdinary: Bool
  }

  /// A part of the package that was touched, with its digests.
  public struct PartEntry: Hashable, Sendable {
    /// The part's name.
    public var part: String
    /// The SHA-256 of its content before; nil for a part that was not there.
    public var before: String?
    /// The SHA-256 of its content afterwards; nil for a part that went.
    public var after: String?

    /// Makes an entry.
    ///
    /// - Parameters:
    ///   - part: The part's name.
    ///   - before: The digest before.
    ///   - after: The digest afterwards.
    public init(part: String, before: String?, after: String?) {
      self.part = part
      self.before = before
      self.after = after
    }
  }

  /// What the workbook was called.
  public var book: String
  /// What the catalog was called.
  public var catalog: String
  /// The cells that changed.
  public var cells: [CellEntry] = []
  /// The rows that came in.
  public var addedRows: [AddedEntry] = []
  /// The rows that went.
  public var removedRows: [RemovedEntry] = []
  /// The formulas that must be written anew when the rows come back.
  public var formulas: [FormulaEntry] = []
  /// The array formulas that do not come back as such.
  public var arrays: [ArrayEntry] = []
  /// The parts that were touched.
  public var parts: [PartEntry] = []
  /// What a person should know.
  public var findings: [Diagnostic] = []
  /// The fields that were not written.
  public var unwritten: [ApplyPlan.UnwrittenField] = []

  /// Makes the report of a plan.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - workbook: The workbook as it was.
  ///   - editor: The editor the plan was made into.
  ///   - addedRows: The rows it added, in the order of the plan.
  ///   - book: What the workbook is called.
  ///   - catalog: What the catalog is called.
  /// - Throws: ``WorkbookError`` when the workbook cannot be read.
  /// - Complexity: O(*n*) in the cells of the changed sheets.
  public init(
    _ plan: ApplyPlan, of workbook: Workbook, editor: WorkbookEditor, addedRows: [NewRow],
    book: String, catalog: String
  ) throws(WorkbookError) {
    self.book = book
    self.catalog = catalog
    findings = plan.findings
    unwritten = plan.unwritten
    var grids: [String: CellGrid] = [:]
    for name in Set(plan.changes.map(\.sheet) + plan.removedRows.map(\.sheet)) {
      grids[name] = try workbook.sheet(named: name).cells()
    }
    for change in plan.changes {
      let old = grids[change.sheet]?.cell(change.cell)
      let row = editor.number(ofRow: change.cell.row, in: change.sheet) ?? change.cell.row
      if let formula = old?.formula, !Self.canComeBack(formula.kind) {
        arrays.append(ArrayEntry(sheet: change.sheet, cell: change.cell, isOrdinary: true))
      }
      cells.append(
        CellEntry(
          change: change,
          newCell: CellReference(row: row, column: change.cell.column) ?? change.cell,
          oldFormula: old?.formula?.text, oldStyle: old?.style ?? StyleIndex(0)))
    }
    for (row, new) in zip(plan.addedRows, addedRows) {
      self.addedRows.append(AddedEntry(row: row, number: editor.number(of: new) ?? row.anchor))
    }
    for row in plan.removedRows {
      var behind = row.row - 1
      var number: Int?
      while behind > 0, number == nil {
        number = editor.number(ofRow: behind, in: row.sheet)
        behind -= 1
      }
      let cells = (grids[row.sheet]?.row(row.row)?.cells ?? []).map {
        RemovedCell(
          cell: $0.reference, value: $0.value, formula: $0.formula?.text, style: $0.style)
      }
      for cell in grids[row.sheet]?.row(row.row)?.cells ?? [] {
        guard let formula = cell.formula, !Self.canComeBack(formula.kind) else { continue }
        arrays.append(
          ArrayEntry(
            sheet: row.sheet, cell: cell.reference, isOrdinary: !formula.text.isEmpty))
      }
      let merged = (grids[row.sheet]?.mergedRanges ?? []).filter {
        $0.first.row == row.row
      }
      removedRows.append(
        RemovedEntry(
          row: row, behind: number ?? 0, cells: cells,
          merges: merged.map {
            RowInsertion.Merge(columns: $0.first.column...$0.last.column, rows: $0.rowCount)
          }))
    }
  }

  init(book: String, catalog: String) {
    self.book = book
    self.catalog = catalog
  }
}

extension ApplyReport {
  /// An editor that makes the same changes to a workbook.
  ///
  /// - Parameters:
  ///   - workbook: The workbook as it was before.
  ///   - permissions: What may be done that would otherwise be refused.
  ///   - isForced: Whether cells that hold something else than the report says are changed too.
  /// - Returns: The editor, ready to write.
  /// - Throws: ``WorkbookError`` naming a cell that holds something else.
  public func editor(
    repeating workbook: Workbook, permissions: EditPermissions = [], isForced: Bool = false
  ) throws(WorkbookError) -> WorkbookEditor {
    if !isForced {
      try check(workbook, cells.map { ($0.change.sheet, $0.change.cell, $0.change.old) })
    }
    var plan = ApplyPlan()
    plan.changes = cells.map(\.change)
    plan.addedRows = addedRows.map(\.row)
    plan.removedRows = removedRows.map(\.row)
    return try plan.editor(for: workbook, permissions: permissions).editor
  }

  /// An editor that takes the changes back: cells get what they held, added rows go, removed rows
  /// come back with their values, formulas and formats.
  ///
  /// - Parameters:
  ///   - workbook: The workbook as it is afterwards.
  ///   - permissions: What may be done that would otherwise be refused.
  ///   - isForced: Whether cells that hold something else than the report says are changed too.
  /// - Returns: The editor, ready to write.
  /// - Throws: ``WorkbookError`` naming a cell that holds something else.
  public func editor(
    reversing workbook: Workbook, permissions: EditPermissions = [], isForced: Bool = false
  ) throws(WorkbookError) -> WorkbookEditor {
    if !isForced {
      try check(workbook, cells.map { ($0.change.sheet, $0.newCell, $0.change.new) })
    }
    let editor = WorkbookEditor(workbook, permissions: permissions)
    for entry in cells {
      try editor.set(
        CellPatch(sheet: entry.change.sheet, cell: entry.newCell, content: Self.old(entry)))
    }
    for entry in addedRows {
      try editor.deleteRows(entry.number...entry.number, in: entry.row.sheet)
    }
    var grids = GridStore(workbook)
    for entry in removedRows {
      let new = try editor.insert(
        RowInsertion(
          1, entry.behind > 0 ? .below(entry.behind) : .above(1), in: entry.row.sheet,
          styledLike: entry.behind > 0 ? entry.behind : nil, fillsCalculatedColumns: false,
          extendsRanges: entry.row.measure != nil && !entry.row.isFirst,
          extendsRangesBelow: entry.row.isFirst, merges: entry.merges))
      guard let row = new.first else { continue }
      let grid = try grids.cells(of: entry.row.sheet)
      // A cell in a merge that holds for the rows on both sides is a part of it again.
      func isMerged(_ column: Int) -> Bool {
        grid.mergedRanges.contains {
          $0.first.column...$0.last.column ~= column && $0.first.row <= entry.behind
            && $0.last.row > entry.behind
        }
      }
      for cell in entry.cells
      where cell.value != .blank || cell.formula != nil || !isMerged(cell.cell.column) {
        let content: CellPatch.Content =
          cell.formula.flatMap {
            $0.isEmpty ? nil : .formattedFormula($0, result: cell.value, cell.style)
          } ?? .formatted(cell.value, cell.style)
        try editor.set(content, column: cell.cell.column, of: row)
      }
      // What only the row above has does not come with its formats.
      let own = Set(entry.cells.map(\.cell.column))
      for cell in grid.row(entry.behind)?.cells ?? []
      where !own.contains(cell.reference.column) && !isMerged(cell.reference.column) {
        try editor.set(.formatted(.blank, StyleIndex(0)), column: cell.reference.column, of: row)
      }
    }
    return editor
  }

  /// An editor that writes the formulas that did not come back by themselves when the changes were
  /// taken back.
  ///
  /// - Parameters:
  ///   - workbook: The workbook that ``editor(reversing:permissions:isForced:)`` made.
  ///   - permissions: What may be done that would otherwise be refused.
  /// - Returns: The editor, ready to write; nil if all formulas came back.
  /// - Throws: ``WorkbookError`` when the workbook has no such sheet.
  public func editor(
    restoringFormulasOf workbook: Workbook, permissions: EditPermissions = []
  ) throws(WorkbookError) -> WorkbookEditor? {
    guard !formulas.isEmpty else { return nil }
    // What the going of rows did to them asked nobody; bringing them back does not either.
    let editor = WorkbookEditor(
      workbook, permissions: permissions.union([.protectedSheets, .pivotTables]))
    for entry in formulas {
      try editor.set(
        CellPatch(
          sheet: entry.sheet, cell: entry.cell,
          content: .formula(entry.formula, result: entry.value)))
    }
    return editor
  }

  /// Keeps the formulas that would not come back by themselves when the changes are taken back.
  ///
  /// Those are the ones that say `#REF!` now, and those whose ranges began with a row that went.
  /// They are found by taking the changes back in memory and comparing the formulas with those there
  /// were. Formulas of a range, such as array formulas, cannot be written into their cell alone; they
  /// are noted in ``arrays``. Nothing is done when no row went.
  ///
  /// - Parameters:
  ///   - before: The workbook as it was, to which the report's changes were made.
  ///   - after: The workbook as it is afterwards, unchanged by anybody else.
  /// - Throws: ``WorkbookError`` when a workbook cannot be read, or the changes cannot be taken back.
  /// - Complexity: O(*n*) in the cells of the workbook, if rows went.
  public mutating func keepFormulas(of before: Workbook, after: Workbook) throws {
    guard !removedRows.isEmpty else { return }
    let sink = ArchiveBytes()
    try editor(reversing: after, permissions: .all, isForced: true).write(to: sink)
    let back = try Workbook.open(bytes: sink.bytes, name: book)
    for sheet in before.sheets where sheet.kind == .worksheet {
      let now = try back.sheet(named: sheet.name).cells()
      for cell in try sheet.cells().rows.flatMap(\.cells) {
        guard let formula = cell.formula else { continue }
        let text = formula.text
        guard !text.isEmpty, now.cell(cell.reference)?.formula?.text != text
        else { continue }
        guard Self.canComeBack(formula.kind) else {
          arrays.append(ArrayEntry(sheet: sheet.name, cell: cell.reference, isOrdinary: false))
          continue
        }
        formulas.append(
          FormulaEntry(
            sheet: sheet.name, cell: cell.reference, formula: text, value: cell.value))
      }
    }
  }

  /// Whether a formula can be written into its cell alone: one of a range cannot.
  private static func canComeBack(_ kind: CellFormula.Kind) -> Bool {
    switch kind {
    case .normal, .shared: true
    case .array, .dataTable: false
    }
  }

  private static func old(_ entry: CellEntry) -> CellPatch.Content {
    if let formula = entry.oldFormula, !formula.isEmpty {
      return .formula(formula, result: entry.change.old)
    }
    if entry.change.style != nil { return .formatted(entry.change.old, entry.oldStyle) }
    if entry.change.isPart, case .text(let text) = entry.change.old { return .revised(text) }
    return .value(entry.change.old)
  }

  /// Makes sure that cells hold what is expected.
  private func check(
    _ workbook: Workbook, _ expected: [(sheet: String, cell: CellReference, value: CellValue)]
  ) throws(WorkbookError) {
    var grids: [String: CellGrid] = [:]
    for entry in expected {
      if grids[entry.sheet] == nil {
        grids[entry.sheet] = try workbook.sheet(named: entry.sheet).cells()
      }
      guard grids[entry.sheet]?[entry.cell] == entry.value else {
        throw WorkbookError(
          .unsupported,
          "the cell does not hold what the plan says it does; make a new plan, or use --force",
          at: Place(sheet: entry.sheet, cell: entry.cell))
      }
    }
  }
}

/// The cells of a workbook's sheets, each read once.
private struct GridStore {
  private let workbook: Workbook
  private var grids: [String: CellGrid] = [:]

  init(_ workbook: Workbook) { self.workbook = workbook }

  mutating func cells(of sheet: String) throws(WorkbookError) -> CellGrid {
    if let known = grids[sheet] { return known }
    let grid = try workbook.sheet(named: sheet).cells()
    grids[sheet] = grid
    return grid
  }
}
