internal import XMLStream

/// What one pass over a sheet finds out before rows move: which formulas follow, and what forbids it.
struct RowSurvey {
  /// The rows that hold formulas which change.
  private(set) var formulaRows: Set<Int> = []
  /// Whether the number of a row changes, or a row goes.
  private var movesRows = false
  /// Whether anything changes in the rows.
  var changesRows: Bool { movesRows || !formulaRows.isEmpty }
  /// Where the `sheetData` element stands.
  private(set) var sheetData: Range<UInt64> = 0..<0
  /// Whether there is any cell.
  private(set) var hasCells = false
  /// Whether any cell holds a formula.
  private(set) var hasFormulas = false
  /// The formulas of the rows that new ones are styled like, as they read before the edit.
  private(set) var styledFormulas: [CellReference: String] = [:]
  private(set) var followers = FollowerList()

  private let sheet: Sheet
  private let references: ReferenceShift
  private let overwritten: Set<CellReference>
  private let styled: Set<Int>
  private var shared: SharedFormulaShift

  /// Goes over a sheet.
  ///
  /// - Parameters:
  ///   - sheet: the sheet.
  ///   - references: how rows move.
  ///   - overwritten: cells that lose their formulas.
  ///   - styled: the rows that new ones are styled like.
  /// - Throws: ``WorkbookError`` for arrays that would be cut, cells that would leave the sheet, and
  ///   references that cannot follow.
  /// - Complexity: O(*n*) in the sheet's bytes.
  init(
    _ sheet: Sheet, _ references: ReferenceShift, overwritten: Set<CellReference>,
    styled: Set<Int>
  ) throws(WorkbookError) {
    self.sheet = sheet
    self.references = references
    self.overwritten = overwritten
    self.styled = styled
    shared = SharedFormulaShift(references, sheet: sheet.index)
    let scanner = try sheet.editingScanner()
    let shift = references.shifts[sheet.index]
    while try scanner.nextRow() {
      let row = scanner.rowNumber
      unsafe hasCells = hasCells || !scanner.cells.isEmpty
      if let shift, shift.row(row) == nil, !shift.deletes(row) {
        throw .leavesSheet(row).located(Place(sheet: sheet.name))
      }
      if let shift, row >= shift.firstMoved { movesRows = true }
      guard !(scanner.formulas.isEmpty && scanner.plainFormulas.isEmpty) else { continue }
      hasFormulas = true
      if shift == nil, !RowSurvey.mayLeadElsewhere(scanner) { continue }
      for index in unsafe scanner.cells.indices {
        let record = unsafe scanner.cells[index]
        guard record.formula != -1, let formula = try scanner.formula(of: record),
          let cell = CellReference(row: row, column: Int(record.column))
        else { continue }
        do throws(WorkbookError) {
          try take(formula, at: cell)
        } catch {
          throw error.located(Place(sheet: sheet.name, cell: cell))
        }
      }
    }
    guard let start = scanner.sheetDataTag?.range.lowerBound, let end = scanner.sheetDataEnd else {
      throw WorkbookError.noSheetData.located(Place(sheet: sheet.name))
    }
    sheetData = start..<end
  }

  /// Whether a formula of the row at hand may name another sheet.
  private static func mayLeadElsewhere(_ scanner: SheetScanner) -> Bool {
    if !scanner.formulas.isEmpty { return true }
    for place in scanner.plainFormulas {
      let bytes = unsafe scanner.rowBytes[place]
      // An exclamation mark, also as a reference.
      if unsafe bytes.contains(where: { $0 == UInt8(ascii: "!") || $0 == UInt8(ascii: "#") }) {
        return true
      }
    }
    return false
  }

  private mutating func take(_ formula: CellFormula, at cell: CellReference) throws(WorkbookError) {
    let shift = references.shifts[sheet.index]
    let goes = shift?.deletes(cell.row) ?? false
    switch formula.kind {
    case .shared:
      let taken = try shared.take(
        formula, at: cell, isOverwritten: goes || overwritten.contains(cell),
        wantsText: styled.contains(cell.row))
      if let text = taken.text, styled.contains(cell.row) { styledFormulas[cell] = text }
      switch taken.outcome {
      case .same: return
      case .first(let text, _), .text(let text), .own(let text):
        formulaRows.insert(cell.row)
        let old = formula.text.isEmpty ? "a shared formula" : formula.text
        if text != formula.text { note(cell, old, text) }
      }
    case .array(let range?), .dataTable(let range?):
      guard let shift else { break }
      if shift.cuts(range.first.row...range.last.row) {
        throw if case .array = formula.kind { .cutsArray(range) } else { .cutsDataTable(range) }
      }
      // Its range moves, whatever its text does.
      if !goes { formulaRows.insert(cell.row) }
    case .normal:
      if styled.contains(cell.row) { styledFormulas[cell] = formula.text }
    default: break
    }
    if case .shared = formula.kind { return }
    guard !goes else { return }
    if let new = try references.formula(formula.text, own: sheet.index) {
      formulaRows.insert(cell.row)
      note(cell, formula.text, new)
    }
  }

  private mutating func note(_ cell: CellReference, _ old: String, _ new: String) {
    followers.add("formula", part: sheet.part, sheet: sheet.name, cell: cell, old: old, new: new)
  }
}
