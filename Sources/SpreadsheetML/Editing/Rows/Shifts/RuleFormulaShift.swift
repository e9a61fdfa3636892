/// Formulas of conditional formats and validations, which are written for the top left cell of their
/// ranges and hold for the others as copies would (ECMA-376 Part 1, 18.3.1.43).
struct RuleFormulaShift {
  /// How many rows are looked at to find what is right for most.
  private static let sample = 2048

  private let references: ReferenceShift
  private let sheet: Int
  /// The rule's top row, before and after.
  private let base: Int
  private let newBase: Int
  /// Rows of the rule, before and after.
  private var rows: [(old: Int, new: Int)] = []

  /// - Parameters:
  ///   - references: how rows move.
  ///   - sheet: the rule's sheet, by its index from 1.
  ///   - old: its ranges.
  ///   - new: its ranges afterwards, none empty.
  init?(_ references: ReferenceShift, sheet: Int, old: [CellRange], new: [CellRange]) {
    guard let base = old.map(\.first.row).min(), let newBase = new.map(\.first.row).min() else {
      return nil
    }
    self.references = references
    self.sheet = sheet
    self.base = base
    self.newBase = newBase
    let shift = references.shifts[sheet]
    for range in old {
      let step = max(1, range.rowCount / RuleFormulaShift.sample)
      for row in stride(from: range.first.row, through: range.last.row, by: step) {
        guard rows.count < RuleFormulaShift.sample else { return }
        guard let shift else {
          rows.append((row, row))
          continue
        }
        if let new = shift.row(row) { rows.append((row, new)) }
      }
    }
  }

  /// A formula after rows have moved.
  ///
  /// - Returns: nil when it stays as it is.
  /// - Throws: ``WorkbookError`` for references that cannot follow.
  func formula(_ text: String) throws(WorkbookError) -> String? {
    let template = FormulaTemplate(Array(text.utf8))
    var moved: [FormulaReference?] = []
    for part in template.parts {
      let shift = try references.shift(part.sheets, own: sheet, for: part.reference)
      moved.append(best(part.reference, shift))
    }
    guard zip(template.parts, moved).contains(where: { $0.reference != $1 }) else { return nil }
    return template.text(moved)
  }

  /// The reference that is right for most of the rule's cells: as the first cell's own formula
  /// would follow, or as far from the first cell as it was.
  private func best(_ reference: FormulaReference, _ shift: RowShift?) -> FormulaReference? {
    func followed(_ reference: FormulaReference) -> FormulaReference? {
      guard let shift else { return reference }
      return ReferenceShift.moved(reference, by: shift, .reference)
    }
    let isFixed = reference.first.rowIsFixed && reference.last?.rowIsFixed ?? true
    let own = followed(reference)
    if isFixed || reference.first.row == nil { return own }
    let kept = keptApart(reference, shift)
    if own == kept { return own }
    var forOwn = 0
    var forKept = 0
    for row in rows {
      let truth = followed(reference.wrapped(rows: row.old - base, columns: 0))
      let copies = row.new - newBase
      if truth == own?.wrapped(rows: copies, columns: 0) { forOwn += 1 }
      if truth == kept.wrapped(rows: copies, columns: 0) { forKept += 1 }
    }
    return forKept > forOwn ? kept : own
  }

  /// The reference as far from the rule's first cell as it was; rows with a dollar sign follow.
  private func keptApart(_ reference: FormulaReference, _ shift: RowShift?) -> FormulaReference {
    var kept = reference.wrapped(rows: newBase - base, columns: 0)
    if let shift {
      if reference.first.rowIsFixed, let row = reference.first.row {
        kept.first.row = shift.rowOrNext(row)
      }
      if reference.last?.rowIsFixed == true, let row = reference.last?.row {
        kept.last?.row = shift.rowOrNext(row)
      }
    }
    return kept
  }
}
