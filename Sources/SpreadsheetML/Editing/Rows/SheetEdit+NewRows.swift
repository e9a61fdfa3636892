extension SheetEdit {
  /// How the rows of a sheet move while its cells are edited.
  struct Rows {
    var edit: RowEdit
    var shift: RowShift
    var references: ReferenceShift
    /// The formulas of the rows that new ones are styled like, as they read before.
    var formulas: [CellReference: String]
  }

  /// The address a cell will have.
  func moved(_ cell: CellReference) -> CellReference { rows?.shift.cell(cell) ?? cell }

  /// Makes the inserted rows, as far as they hold anything.
  mutating func addInsertedRows(_ styles: inout StyleEditing) throws(WorkbookError) {
    guard let rows else { return }
    for insertion in rows.shift.insertions {
      let model = insertion.styledLike.flatMap { survey.rows[$0]?.last }
      let fills = rows.edit.insertions[insertion.index].fillsCalculatedColumns
      for offset in 0..<insertion.count {
        let row = NewRow(sheet: sheet.index, insertion: insertion.index, offset: offset)
        let contents = rows.edit.contents[row] ?? [:]
        guard let number = rows.shift.number(of: row), model != nil || !contents.isEmpty else {
          continue
        }
        let formulas = fills ? calculated(number, like: insertion.styledLike, rows) : [:]
        let bytes = try insertedRow(number, model, contents, formulas, &styles)
        guard let bytes, let gap = survey.gaps[insertion.rowBefore] else { continue }
        newRows.append((number, gap.place, text.admitted(bytes)))
      }
    }
  }

  /// The formulas of the calculated columns of tables that a new row is in.
  private func calculated(_ number: Int, like model: Int?, _ rows: Rows) -> [Int: String] {
    guard let model, let newModel = rows.shift.row(model) else { return [:] }
    var formulas: [Int: String] = [:]
    for table in links.tables {
      guard let data = table.data, data ~= model, let new = table.range(after: rows.shift),
        new.first.row
          + table.headerRows...max(
            new.last.row - table.totalsRows, new.first.row + table.headerRows) ~= number,
        let list = table.outline.child("tableColumns")
      else { continue }
      let columns = table.outline.children(of: list).filter {
        table.outline.elements[$0].local == "tableColumn"
      }
      for (index, column) in columns.enumerated() {
        let isCalculated = table.outline.children(of: column).contains {
          table.outline.elements[$0].local == "calculatedColumnFormula"
        }
        guard isCalculated,
          let cell = CellReference(row: model, column: table.range.first.column + index),
          let old = rows.formulas[cell],
          // What cannot follow has been refused before.
          let moved = try? rows.references.formula(old, own: sheet.index) ?? old,
          let copy = FormulaTranslation.copied(moved, rows: number - newModel, columns: 0)
        else { continue }
        formulas[cell.column] = copy
      }
    }
    return formulas
  }

  /// The element of a new row, or nil for one that says nothing.
  private mutating func insertedRow(
    _ number: Int, _ model: LocatedRow?, _ contents: [Int: CellPatch.Content],
    _ formulas: [Int: String], _ styles: inout StyleEditing
  ) throws(WorkbookError) -> [UInt8]? {
    let sheetData = StartTag(survey.sheetData.bytes)
    var tag = model?.tag ?? StartTag(named: sheetData.prefix + Array("row".utf8))
    for name in ["hidden", "collapsed"] { tag.remove(name) }
    tag.set("r", to: String(number))
    var cells: [Int: (style: Int, content: NewContent)] = [:]
    for cell in model?.cells ?? [] where cell.style != 0 {
      cells[cell.column] = (cell.style, .blank)
    }
    var wanted = contents
    for (column, formula) in formulas where wanted[column] == nil {
      wanted[column] = .formula(formula)
    }
    for column in wanted.keys.sorted() {
      guard let content = wanted[column], let cell = CellReference(row: number, column: column)
      else { continue }
      let isInModel = model?.cells.contains { $0.column == column } ?? false
      let style =
        cells[column]?.style ?? (isInModel ? 0 : styleOfNewCell(column, in: model?.tag))
      do throws(WorkbookError) {
        cells[column] = try newContent(content, at: cell, style: style, &styles)
      } catch {
        throw error.located(Place(sheet: sheet.name, cell: cell))
      }
    }
    let attributes = tag.attributeNames.filter { $0 != "r" && $0 != "spans" }
    guard !cells.isEmpty || !attributes.isEmpty else { return nil }
    let columns = cells.keys.sorted()
    if let first = columns.first, let last = columns.last,
      let spans = tag["spans"].flatMap(ColumnSpans.init(_:)),
      let wider = spans.covering(first, last)
    {
      tag.set("spans", to: wider)
    }
    tag.setEmptyElement(cells.isEmpty)
    guard !cells.isEmpty else { return tag.bytes }
    var bytes = tag.bytes
    for column in columns {
      guard let new = cells[column], let cell = CellReference(row: number, column: column) else {
        continue
      }
      bytes += element(cell, style: new.style, new.content, prefix: tag.prefix)
      added.append(cell)
    }
    return bytes + tag.endTag
  }

  private mutating func newContent(
    _ content: CellPatch.Content, at cell: CellReference, style: Int, _ styles: inout StyleEditing
  ) throws(WorkbookError) -> (style: Int, content: NewContent) {
    if let rows,
      let range = survey.details.merged.lazy.compactMap({ rows.shift.range($0) })
        .first(where: { $0.contains(cell) && $0.first != cell })
    {
      throw .merged(range)
    }
    var newStyle = try styles.style(of: content) ?? style
    let format = styles.numberFormat(newStyle)
    let new = try NewContent(content, format: format, in: sheet.dateSystem)
    if case .moment(_, let kind) = new {
      newStyle = try styles.style(like: newStyle, showing: kind)
    }
    guard new != .blank else { return (newStyle, new) }
    if new.formula != nil {
      result.newFormulas.append(cell)
      if new.value == .blank { result.needsResult = true }
    }
    result.changes.append(
      EditPlan.Change(
        sheet: sheet.name, cell: cell, newCell: cell, isInNewRow: true, oldValue: .blank,
        oldFormula: nil, newValue: new.value, newFormula: new.formula,
        oldFormat: styles.numberFormat(style), format: styles.numberFormat(newStyle),
        changesFormat: newStyle != style, isNewCell: true))
    return (newStyle, new)
  }

  private func element(
    _ cell: CellReference, style: Int, _ content: NewContent, prefix: [UInt8]
  ) -> [UInt8] {
    var tag = StartTag(named: prefix + [UInt8(ascii: "c")], isEmptyElement: true)
    tag.set("r", to: cell.description)
    if style != 0 { tag.set("s", to: String(style)) }
    return CellMarkup.element(tag, content)
  }
}
