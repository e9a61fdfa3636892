/// Shared formulas of a sheet whose references follow moved rows.
///
/// The first cell of a group holds the formula, the others count from it. A group stays one as far
/// as its cells' formulas are still alike; the others get formulas of their own. A group that loses
/// its first cell gives the formula to the next.
struct SharedFormulaShift {
  /// What becomes of one cell's formula element.
  enum Outcome: Equatable {
    /// It stays as it is.
    case same
    /// It becomes the first of its group, of this range.
    case first(String, range: CellRange)
    /// It gets this text in its element of the group.
    case text(String)
    /// It gets a formula of its own.
    case own(String)
  }

  private struct Group {
    var template: FormulaTemplate
    /// The cell that holds the formula.
    var cell: CellReference
    var range: CellRange
    /// The first cell that stays, after the edit, and its references.
    var head: (cell: CellReference, references: [FormulaReference?])?
  }

  private let references: ReferenceShift
  private let sheet: Int
  private var groups: [Int: Group] = [:]
  /// Groups that were used before their formula was seen.
  private var early: Set<Int> = []

  init(_ references: ReferenceShift, sheet: Int) {
    self.references = references
    self.sheet = sheet
  }

  private var shift: RowShift? { references.shifts[sheet] }

  /// Takes the next cell with a shared formula, in the file's order.
  ///
  /// - Parameters:
  ///   - formula: its text and kind.
  ///   - cell: the cell, as it is named before the edit.
  ///   - isOverwritten: whether the cell loses its formula.
  ///   - wantsText: whether its formula before the edit is asked for.
  /// - Returns: what becomes of it, and its formula before the edit if asked for.
  /// - Throws: ``WorkbookError`` for references that cannot follow.
  mutating func take(
    _ formula: CellFormula, at cell: CellReference, isOverwritten: Bool, wantsText: Bool = false
  ) throws(WorkbookError) -> (outcome: Outcome, text: String?) {
    guard case .shared(let index, let range) = formula.kind else { return (.same, nil) }
    if let range, !formula.text.isEmpty {
      let template = FormulaTemplate(Array(formula.text.utf8))
      groups[index] = Group(template: template, cell: cell, range: range)
    }
    guard let group = groups[index] else {
      early.insert(index)
      return (.same, nil)
    }
    if early.contains(index), shift != nil {
      throw .lateSharedFormula.located(Place(cell: cell))
    }
    let rows = cell.row - group.cell.row
    let columns = cell.column - group.cell.column
    let old = group.template.parts.map { $0.reference.wrapped(rows: rows, columns: columns) }
    let text = wantsText ? group.template.text(old) : nil
    guard !isOverwritten, let place = shift.map({ $0.cell(cell) }) ?? cell else {
      return (.same, text)
    }
    var new: [FormulaReference?] = []
    new.reserveCapacity(old.count)
    for (part, reference) in zip(group.template.parts, old) {
      if let shift = try references.shift(part.sheets, own: sheet, for: reference) {
        new.append(ReferenceShift.moved(reference, by: shift, .reference))
      } else {
        new.append(reference)
      }
    }
    return (outcome(of: cell, at: place, new, formula, index, group), text)
  }

  private mutating func outcome(
    of cell: CellReference, at place: CellReference, _ new: [FormulaReference?],
    _ formula: CellFormula, _ index: Int, _ group: Group
  ) -> Outcome {
    guard let head = group.head else {
      groups[index]?.head = (place, new)
      let old = group.template.parts.map(\.reference)
      let moved = shift.flatMap { $0.range(group.range) } ?? group.range
      if cell == group.cell {
        let isSame = moved == group.range && zip(old, new).allSatisfy { $0 == $1 }
        return isSame ? .same : .first(group.template.text(new), range: moved)
      }
      // The new first cell stands in the corner of what is left.
      let corner = CellReference(row: place.row, column: moved.first.column) ?? place
      return .first(
        group.template.text(new),
        range: CellRange(corner, moved.last.row < place.row ? place : moved.last).union(place))
    }
    let rows = place.row - head.cell.row
    let columns = place.column - head.cell.column
    let isAlike = zip(head.references, new).allSatisfy { first, own in
      first?.wrapped(rows: rows, columns: columns) == own
    }
    guard isAlike else { return .own(group.template.text(new)) }
    // Some producers repeat the text in each cell.
    guard !formula.text.isEmpty else { return .same }
    let text = group.template.text(new)
    return text == formula.text ? .same : .text(text)
  }
}

extension WorkbookError {
  static var lateSharedFormula: WorkbookError {
    refused("the cell shares a formula that comes later in the file; save the workbook again")
  }
}
