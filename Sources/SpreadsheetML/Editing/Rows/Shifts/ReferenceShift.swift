/// What becomes of references when rows of some sheets move.
struct ReferenceShift: Sendable {
  /// How the rows move, by the index of their sheet from 1.
  let shifts: [Int: RowShift]
  private let indexOfName: [String: Int]
  let sheetNames: [String]

  init(_ shifts: [Int: RowShift], sheetNames: [String]) {
    self.shifts = shifts
    self.sheetNames = sheetNames
    var indexOfName: [String: Int] = [:]
    for (index, name) in sheetNames.enumerated().reversed() {
      indexOfName[name.lowercased()] = index + 1
    }
    // Names are mostly spelled as they are.
    for (index, name) in sheetNames.enumerated() { indexOfName[name] = index + 1 }
    self.indexOfName = indexOfName
  }

  private func index(of name: String) -> Int? {
    indexOfName[name] ?? indexOfName[name.lowercased()]
  }

  /// How the rows move that a reference names.
  ///
  /// - Parameters:
  ///   - sheets: the sheets before its exclamation mark.
  ///   - own: the sheet it is on, by its index from 1, or nil for none.
  ///   - reference: the reference.
  /// - Returns: nil when they do not.
  /// - Throws: ``WorkbookError`` for a reference through several sheets that do not move alike.
  func shift(
    _ sheets: FormulaSheets?, own: Int?, for reference: FormulaReference
  ) throws(WorkbookError) -> RowShift? {
    guard let sheets, !(sheets.first.isEmpty && sheets.workbook == nil) else {
      return own.flatMap { shifts[$0] }
    }
    // `[0]` is the workbook itself.
    if let workbook = sheets.workbook, workbook != "0" { return nil }
    guard let first = index(of: sheets.first) else { return nil }
    guard let lastName = sheets.last else { return shifts[first] }
    guard let last = index(of: lastName) else { return nil }
    let all = (min(first, last)...max(first, last)).map { shifts[$0] }
    let rows = reference.rows
    let outcomes = all.map { $0.map { $0.range(rows) } ?? rows }
    guard outcomes.allSatisfy({ $0 == outcomes[0] }) else {
      throw .throughSheets(sheets.first, lastName)
    }
    return all.compactMap { $0 }.first
  }

  /// A reference after its rows have moved.
  ///
  /// - Returns: nil when its cells are gone.
  static func moved(
    _ reference: FormulaReference, by shift: RowShift, _ growth: RowShift.Growth
  ) -> FormulaReference? {
    guard let row = reference.first.row else { return reference }
    var moved = reference
    guard let last = reference.last, let lastRow = last.row else {
      guard let new = shift.row(row) else { return nil }
      moved.first.row = new
      return moved
    }
    guard let rows = shift.range(min(row, lastRow)...max(row, lastRow), growth) else { return nil }
    moved.first.row = row <= lastRow ? rows.lowerBound : rows.upperBound
    moved.last?.row = row <= lastRow ? rows.upperBound : rows.lowerBound
    return moved
  }

  /// The references of a formula after rows have moved.
  func moved(
    _ template: FormulaTemplate, own: Int?, _ growth: RowShift.Growth = .reference
  ) throws(WorkbookError) -> [FormulaReference?] {
    var list: [FormulaReference?] = []
    list.reserveCapacity(template.parts.count)
    for part in template.parts {
      guard let shift = try shift(part.sheets, own: own, for: part.reference) else {
        list.append(part.reference)
        continue
      }
      list.append(ReferenceShift.moved(part.reference, by: shift, growth))
    }
    return list
  }

  /// A formula after rows have moved.
  ///
  /// - Parameters:
  ///   - formula: the text without an equals sign.
  ///   - own: the sheet it is on, by its index from 1, or nil for none.
  ///   - growth: how its ranges take appended rows.
  /// - Returns: nil when it stays as it is.
  /// - Throws: ``WorkbookError`` for references that cannot follow.
  func formula(
    _ formula: String, own: Int?, _ growth: RowShift.Growth = .reference
  ) throws(WorkbookError) -> String? {
    let template = FormulaTemplate(Array(formula.utf8))
    let references = try moved(template, own: own, growth)
    guard zip(template.parts, references).contains(where: { $0.reference != $1 }) else {
      return nil
    }
    return template.text(references)
  }

  /// The formula of a name; references whose rows have no dollar sign count from the cell that uses
  /// the name, and stay.
  func nameFormula(
    _ formula: String, own: Int?, _ growth: RowShift.Growth
  ) throws(WorkbookError) -> String? {
    let template = FormulaTemplate(Array(formula.utf8))
    var references: [FormulaReference?] = []
    for part in template.parts {
      let reference = part.reference
      let isFixed =
        (reference.first.row == nil || reference.first.rowIsFixed)
        && (reference.last.map { $0.row == nil || $0.rowIsFixed } ?? true)
      guard isFixed, let shift = try shift(part.sheets, own: own, for: reference) else {
        references.append(reference)
        continue
      }
      references.append(ReferenceShift.moved(reference, by: shift, growth))
    }
    guard zip(template.parts, references).contains(where: { $0.reference != $1 }) else {
      return nil
    }
    return template.text(references)
  }
}

extension WorkbookError {
  static func throughSheets(_ first: String, _ last: String) -> WorkbookError {
    refused(
      "a reference reaches through the sheets '\(first)' to '\(last)', whose rows would not move "
        + "alike; move them on all of them, or edit it in Excel")
  }
}
