internal import Zip

/// What is written into each cell, weighed against what it holds.
extension SheetEdit {
  /// Weighs a patch against the cell: what is written, or nil when the cell holds it already.
  mutating func content(
    of target: Target, style: Int, old: LocatedCell?, _ styles: inout StyleEditing
  ) throws(WorkbookError) -> NewCell? {
    do throws(WorkbookError) {
      return try weighed(target, style: style, old: old, &styles)
    } catch {
      throw error.located(place(target.cell))
    }
  }

  private mutating func weighed(
    _ target: Target, style: Int, old: LocatedCell?, _ styles: inout StyleEditing
  ) throws(WorkbookError) -> NewCell? {
    let table = links.table(of: target.cell)
    var wanted = target.content
    var style = style
    let oldStyle = style
    style = try styles.style(of: wanted) ?? style
    let format = styles.numberFormat(style)
    if let table, table.isHeader(target.cell) { wanted = TableEditing.heading(wanted) }
    let oldValue: CellValue
    if let old {
      let book = sheet.book
      oldValue = try old.value { (index) throws(WorkbookError) in
        try book.sharedStrings().text(index)
      }
    } else {
      oldValue = .blank
    }
    let oldFormula = old?.formula.map { CellFormula(text: $0.text, kind: $0.kind) }
    var holdsNumber = false
    if case .number = oldValue, oldFormula == nil { holdsNumber = true }
    var content = try NewContent(
      wanted, format: format, in: sheet.dateSystem, holdsNumber: holdsNumber)
    let given = content
    if case .formula(let text, let result) = content, let rows,
      let followed = try rows.references.formula(text, own: sheet.index)
    {
      content = .formula(followed, result: result)
    }
    if case .revised = target.content, case .text(let text) = content, let old,
      let runs = try revised(old, at: target.cell, saying: text)
    {
      content = .richText(text, runs: runs)
    }
    if style == oldStyle, isSame(given, oldValue, oldFormula, old) {
      result.unchanged.append(target.cell)
      return nil
    }
    try refuse(target.cell, style: oldStyle, styles)
    var new = NewCell(cell: target.cell, content: content, style: style)
    if case .moment(_, let kind) = content {
      new.style = try styles.style(like: style, showing: kind)
    }
    if let table, table.isHeader(target.cell) || table.isTotal(target.cell) {
      result.tableSplices += try TableEditing.change(table, target.cell, to: content, in: sheet)
    }
    if oldFormula != nil, content.formula == nil { result.removedFormulas.append(target.cell) }
    if content.formula != nil {
      if oldFormula == nil { result.addedFormulas.append(target.cell) }
      if content.value == .blank { result.needsResult = true }
    }
    result.changes.append(
      EditPlan.Change(
        sheet: sheet.name, cell: target.cell, newCell: moved(target.cell), isInNewRow: false,
        oldValue: oldValue, oldFormula: oldFormula,
        newValue: content.value, newFormula: content.formula,
        oldFormat: styles.numberFormat(oldStyle), format: styles.numberFormat(new.style),
        changesFormat: new.style != oldStyle,
        isNewCell: old == nil))
    return new
  }

  /// The runs of a cell of rich text with a new text; nil for a cell without formatting inside, or
  /// a sheet whose elements have a prefix.
  private func revised(
    _ cell: LocatedCell, at place: CellReference, saying text: String
  ) throws(WorkbookError) -> [UInt8]? {
    let package = sheet.book.package
    guard StartTag(survey.sheetData.bytes).prefix.isEmpty, cell.formula == nil else { return nil }
    var item: [UInt8]?
    if cell.type == "s", let value = cell.value,
      let index = Int(String(decoding: value, as: UTF8.self))
    {
      item = SharedStrings.markup([index], in: package)[index]
    } else if cell.type == "inlineStr" {
      let row = survey.rows[place.row]?.last {
        $0.cells.contains { $0.column == place.column }
      }
      item = row.flatMap {
        $0.bytes.indices.contains(cell.content.lowerBound)
          && cell.content.upperBound <= $0.bytes.count
          ? Array($0.bytes[cell.content]) : nil
      }
    }
    guard let item else { return nil }
    return RevisedText.markup(
      of: item, saying: text, depth: package.limits.depth, attributes: package.limits.attributes)
  }

  /// Whether a cell holds a content already.
  private func isSame(
    _ content: NewContent, _ value: CellValue, _ formula: CellFormula?, _ cell: LocatedCell?
  ) -> Bool {
    switch content {
    case .formula(let text, let result):
      guard let formula, formula.kind == .normal, formula.text == text else { return false }
      return result == .blank || result == value
    case .moment:
      // The format may have to change.
      return false
    default:
      return formula == nil && content.value == value
    }
  }

  /// Whether the rows above a cell go, so that it is the first of its merged cells afterwards.
  private func becomesFirst(_ cell: CellReference, of range: CellRange) -> Bool {
    guard let rows, cell.column == range.first.column else { return false }
    return (range.first.row..<cell.row).allSatisfy { rows.shift.deletes($0) }
  }

  /// Refuses what would damage the workbook or somebody's intention.
  private func refuse(
    _ cell: CellReference, style: Int, _ styles: StyleEditing
  ) throws(WorkbookError) {
    if let range = survey.details.merged.first(where: { $0.contains(cell) && $0.first != cell }),
      !becomesFirst(cell, of: range)
    {
      throw .merged(range)
    }
    if let group = survey.groups.first(where: { $0.range.contains(cell) }) {
      throw group.isDataTable ? .partOfDataTable(group.range) : .partOfArray(group.range)
    }
    if !permissions.contains(.protectedSheets),
      survey.details.isClosed(cell, styles.styles.appearance(StyleIndex(style)))
    {
      throw .protected(cell)
    }
    if !permissions.contains(.pivotTables),
      let range = links.pivotRanges.first(where: { $0.contains(cell) })
    {
      throw .partOfPivotTable(range)
    }
  }
}
