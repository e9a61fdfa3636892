internal import KPICatalog
internal import SpreadsheetML

extension ApplyReport {
  /// The report as JSON.
  public func json() -> [UInt8] {
    DocumentNode.map([
      ("report", .text("kpibook apply")), ("version", .number(1)), ("book", .text(book)),
      ("catalog", .text(catalog)), ("changes", .list(cells.map(Self.node))),
      ("rowsAdded", .list(addedRows.map(Self.node))),
      ("rowsRemoved", .list(removedRows.map(Self.node))),
      ("formulas", formulas.isEmpty ? nil : .list(formulas.map(Self.node))),
      ("arrayFormulas", arrays.isEmpty ? nil : .list(arrays.map(Self.node))),
      (
        "parts",
        .list(
          parts.map {
            .map([
              ("part", .text($0.part)), ("before", $0.before.map { .text($0) }),
              ("after", $0.after.map { .text($0) }),
            ])
          })
      ),
      ("unwritten", unwritten.isEmpty ? nil : .list(unwritten.map(Self.node))),
      (
        "findings",
        .list(
          findings.map {
            .map([
              ("severity", .text($0.severity.rawValue)), ("place", .text($0.place.description)),
              ("message", .text($0.message)), ("rule", .text($0.rule)),
            ])
          })
      ),
    ]).json()
  }

  private static func node(_ entry: CellEntry) -> DocumentNode {
    let change = entry.change
    return .map([
      ("sheet", .text(change.sheet)), ("cell", .text(change.cell.description)),
      ("newCell", entry.newCell == change.cell ? nil : .text(entry.newCell.description)),
      ("measure", change.measure.map { .text($0.text) }), ("field", .text(change.field)),
      ("rule", .text(change.rule.rawValue)), ("part", change.isPart ? .boolean(true) : nil),
      ("old", node(change.old)), ("oldFormula", entry.oldFormula.map { .text($0) }),
      ("oldFormat", change.style == nil ? nil : .number(Double(entry.oldStyle.rawValue))),
      ("new", node(change.new)), ("newFormat", change.style.map { .number(Double($0.rawValue)) }),
      ("newNumberFormat", change.numberFormat.map { .text($0) }),
    ])
  }

  private static func node(_ entry: ApplyPlan.UnwrittenField) -> DocumentNode {
    .map([
      ("measure", .text(entry.measure.text)), ("field", .text(entry.field)),
      ("old", entry.old.map { .text($0) }), ("new", entry.new.map { .text($0) }),
    ])
  }

  private static func node(_ entry: AddedEntry) -> DocumentNode {
    let row = entry.row
    return .map([
      ("sheet", .text(row.sheet)), ("row", .number(Double(entry.number))),
      (row.isAbove ? "above" : "below", .number(Double(row.anchor))),
      ("like", .number(Double(row.model))), ("measure", row.measure.map { .text($0.text) }),
      ("merged", Self.node(row.merges)),
      (
        "cells",
        .list(
          row.cells.map { cell in
            .map([
              (
                "cell",
                .text(CellReference.letters(ofColumn: cell.column) + String(entry.number))
              ),
              ("field", .text(cell.field)), ("rule", .text(cell.rule.rawValue)),
              ("new", node(cell.value)),
              ("newFormat", cell.style.map { .number(Double($0.rawValue)) }),
              ("newNumberFormat", cell.numberFormat.map { .text($0) }),
            ])
          })
      ),
    ])
  }

  private static func node(_ entry: RemovedEntry) -> DocumentNode {
    .map([
      ("sheet", .text(entry.row.sheet)), ("row", .number(Double(entry.row.row))),
      ("behind", .number(Double(entry.behind))),
      ("measure", entry.row.measure.map { .text($0.text) }),
      ("first", entry.row.isFirst ? .boolean(true) : nil),
      ("merged", Self.node(entry.merges)),
      (
        "cells",
        .list(
          entry.cells.map { cell in
            .map([
              ("cell", .text(cell.cell.description)), ("old", node(cell.value)),
              ("oldFormula", cell.formula.map { .text($0) }),
              ("oldFormat", .number(Double(cell.style.rawValue))),
            ])
          })
      ),
    ])
  }

  private static func node(_ entry: ArrayEntry) -> DocumentNode {
    .map([
      ("sheet", .text(entry.sheet)), ("cell", .text(entry.cell.description)),
      ("comesBack", .text(entry.isOrdinary ? "ordinary" : "no")),
    ])
  }

  private static func node(_ entry: FormulaEntry) -> DocumentNode {
    .map([
      ("sheet", .text(entry.sheet)), ("cell", .text(entry.cell.description)),
      ("oldFormula", .text(entry.formula)), ("old", node(entry.value)),
    ])
  }

  /// Merged cells as `B:D`, over several rows as `B:D x3`; nil without any.
  private static func node(_ merges: [RowInsertion.Merge]) -> DocumentNode? {
    guard !merges.isEmpty else { return nil }
    return .list(
      merges.map { merge in
        let columns = [merge.columns.lowerBound, merge.columns.upperBound]
          .map { CellReference.letters(ofColumn: $0) }.joined(separator: ":")
        return .text(columns + (merge.rows > 1 ? " x\(merge.rows)" : ""))
      })
  }

  private static func merges(_ node: DocumentNode?) -> [RowInsertion.Merge] {
    (node?.items ?? []).compactMap { item in
      let parts = (item.text ?? "").split(separator: " ")
      let ends = (parts.first ?? "").split(separator: ":").map { CellReference($0 + "1")?.column }
      guard 1...2 ~= parts.count, ends.count == 2, let first = ends[0], let last = ends[1],
        first <= last, let rows = parts.count == 2 ? Int(parts[1].dropFirst()) : 1, rows >= 1,
        rows <= CellReference.lastRow
      else { return nil }
      return RowInsertion.Merge(columns: first...last, rows: rows)
    }
  }

  /// A value; blank is left out.
  private static func node(_ value: CellValue) -> DocumentNode? {
    switch value {
    case .blank: nil
    case .number(let number): .number(number)
    case .text(let text): .text(text)
    case .boolean(let truth): .boolean(truth)
    case .error(let error): .map([("error", .text(error.word))])
    case .isoDate(let text): .map([("date", .text(text))])
    }
  }

  // MARK: Reading

  /// Reads a report.
  ///
  /// - Parameters:
  ///   - bytes: The JSON.
  ///   - name: What errors call the file.
  /// - Throws: ``ImportError`` with code `.report` when it is none.
  public init(json bytes: [UInt8], name: String) throws(ImportError) {
    let node: DocumentNode
    do throws(CatalogError) {
      node = try DocumentNode(json: bytes)
    } catch {
      throw ImportError(.report, "\(error)", at: Place(file: name), cause: error)
    }
    guard node["report"]?.text == "kpibook apply", node["version"]?.number == 1 else {
      throw ImportError(
        .report, "it is no report that 'kpibook apply --report' wrote", at: Place(file: name))
    }
    self.init(book: node["book"]?.text ?? "", catalog: node["catalog"]?.text ?? "")
    for (index, item) in (node["changes"]?.items ?? []).enumerated() {
      guard let entry = Self.cell(item) else { throw Self.damaged("changes", index, name) }
      cells.append(entry)
    }
    for (index, item) in (node["rowsAdded"]?.items ?? []).enumerated() {
      guard let entry = Self.added(item) else { throw Self.damaged("rowsAdded", index, name) }
      addedRows.append(entry)
    }
    for (index, item) in (node["rowsRemoved"]?.items ?? []).enumerated() {
      guard let entry = Self.removed(item) else { throw Self.damaged("rowsRemoved", index, name) }
      removedRows.append(entry)
    }
    for (index, item) in (node["formulas"]?.items ?? []).enumerated() {
      guard let sheet = item["sheet"]?.text, let formula = item["oldFormula"]?.text,
        let cell = item["cell"]?.text.flatMap({ CellReference($0) })
      else { throw Self.damaged("formulas", index, name) }
      formulas.append(
        FormulaEntry(
          sheet: sheet, cell: cell, formula: formula, value: Self.value(item["old"])))
    }
    arrays = (node["arrayFormulas"]?.items ?? []).compactMap { item in
      guard let sheet = item["sheet"]?.text,
        let cell = item["cell"]?.text.flatMap({ CellReference($0) })
      else { return nil }
      return ArrayEntry(
        sheet: sheet, cell: cell, isOrdinary: item["comesBack"]?.text == "ordinary")
    }
    parts = (node["parts"]?.items ?? []).compactMap { item in
      item["part"]?.text.map {
        PartEntry(part: $0, before: item["before"]?.text, after: item["after"]?.text)
      }
    }
  }

  private static func damaged(_ list: String, _ index: Int, _ name: String) -> ImportError {
    ImportError(
      .report, "\(list)[\(index + 1)] is not of the form that 'kpibook apply --report' writes",
      at: Place(file: name))
  }

  private static func value(_ node: DocumentNode?) -> CellValue {
    guard let node else { return .blank }
    if let word = node["error"]?.text { return .error(CellError(word)) }
    if let date = node["date"]?.text { return .isoDate(date) }
    if let truth = node.boolean { return .boolean(truth) }
    if let number = node.number { return .number(number) }
    return node.text.map { .text($0) } ?? .blank
  }

  private static func style(_ node: DocumentNode?) -> StyleIndex? {
    node?.number.flatMap { Int(exactly: $0) }.map { StyleIndex($0) }
  }

  private static func row(_ node: DocumentNode?) -> Int? {
    node?.number.flatMap { Int(exactly: $0) }.flatMap {
      (0...CellReference.lastRow).contains($0) ? $0 : nil
    }
  }

  private static func cell(_ node: DocumentNode) -> CellEntry? {
    guard let sheet = node["sheet"]?.text,
      let cell = node["cell"]?.text.flatMap({ CellReference($0) }),
      let rule = node["rule"]?.text.flatMap({ WritingRule(rawValue: $0) })
    else { return nil }
    let newCell = node["newCell"]?.text.flatMap { CellReference($0) } ?? cell
    let change = ApplyPlan.Change(
      sheet: sheet, cell: cell, measure: node["measure"]?.text.flatMap { KPIIdentifier($0) },
      field: node["field"]?.text ?? "", old: value(node["old"]),
      hasFormula: node["oldFormula"] != nil, new: value(node["new"]), shown: nil,
      style: style(node["newFormat"]), numberFormat: node["newNumberFormat"]?.text, rule: rule,
      isPart: node["part"]?.boolean ?? false)
    return CellEntry(
      change: change, newCell: newCell, oldFormula: node["oldFormula"]?.text,
      oldStyle: style(node["oldFormat"]) ?? StyleIndex(0))
  }

  private static func added(_ node: DocumentNode) -> AddedEntry? {
    guard let sheet = node["sheet"]?.text, let number = row(node["row"]),
      let anchor = row(node["above"]) ?? row(node["below"]), let model = row(node["like"])
    else { return nil }
    let cells = (node["cells"]?.items ?? []).compactMap { item -> ApplyPlan.AddedCell? in
      guard let cell = item["cell"]?.text.flatMap({ CellReference($0) }),
        let rule = item["rule"]?.text.flatMap({ WritingRule(rawValue: $0) })
      else { return nil }
      return ApplyPlan.AddedCell(
        column: cell.column, field: item["field"]?.text ?? "", value: value(item["new"]),
        shown: nil, style: style(item["newFormat"]), numberFormat: item["newNumberFormat"]?.text,
        rule: rule)
    }
    return AddedEntry(
      row: ApplyPlan.AddedRow(
        sheet: sheet, anchor: anchor, isAbove: node["above"] != nil, model: model,
        measure: node["measure"]?.text.flatMap { KPIIdentifier($0) }, cells: cells,
        merges: merges(node["merged"])),
      number: number)
  }

  private static func removed(_ node: DocumentNode) -> RemovedEntry? {
    guard let sheet = node["sheet"]?.text, let number = row(node["row"]),
      let behind = row(node["behind"])
    else { return nil }
    let measure = node["measure"]?.text.flatMap { KPIIdentifier($0) }
    let cells = (node["cells"]?.items ?? []).compactMap { item -> RemovedCell? in
      guard let cell = item["cell"]?.text.flatMap({ CellReference($0) }) else { return nil }
      return RemovedCell(
        cell: cell, value: value(item["old"]), formula: item["oldFormula"]?.text,
        style: style(item["oldFormat"]) ?? StyleIndex(0))
    }
    return RemovedEntry(
      row: ApplyPlan.RemovedRow(
        sheet: sheet, row: number, measure: measure, isFirst: node["first"]?.boolean ?? false),
      behind: behind, cells: cells, merges: merges(node["merged"]))
  }
}
