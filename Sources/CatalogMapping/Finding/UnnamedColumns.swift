internal import SpreadsheetML

/// Takes in columns of a table that have values but no heading.
enum UnnamedColumns {
  /// The columns of a table with the one left of it, if texts stand there below the header without
  /// a heading.
  static func extended(
    _ columns: ClosedRange<Int>, rows: Range<Int>, header: ClosedRange<Int>, in sheet: SheetContent
  ) -> ClosedRange<Int> {
    let left = columns.lowerBound - 1
    guard left >= 1,
      !header.contains(where: { sheet.cell(row: $0, column: left).map { !$0.isBlank } ?? false }),
      sheet.rows[rows].contains(where: { $0.cell(left)?.text != nil })
    else { return columns }
    return left...columns.upperBound
  }

  /// Plans columns without a heading: groups left of the names, else custom columns under their
  /// letter.
  static func settle(_ region: inout TableRegion, in sheet: SheetContent) {
    guard let name = region.plan(.name)?.column, !region.records.isEmpty else { return }
    let planned = Set(region.plans.map(\.column))
    let last = region.columns.upperBound
    for column in region.columns.lowerBound...(last + 1) where !planned.contains(column) {
      let cells = region.records.prefix(500).compactMap { record -> SheetContent.Cell? in
        sheet.rows[record.index].cell(column).flatMap { $0.isBlank ? nil : $0 }
      }
      guard !cells.isEmpty, !isCovered(column, region, sheet) else { continue }
      // Beside the table a column belongs to it if it is as full as the table, or if nothing but
      // remarks beside measures stands there. A formula there is of nobody's row: it may say
      // something of the whole table.
      if column > last, cells.count * 2 < min(500, region.records.count),
        cells.contains(where: \.isFormula) || !holdsRemarks(column, region, sheet)
      {
        continue
      }
      if column < name, let plan = groupPlan(column, cells, region) {
        region.plans.append(plan)
      } else {
        region.plans.append(customPlan(column, region))
      }
    }
    region.columns =
      (region.plans.map(\.column).min() ?? 1)...max(last, region.plans.map(\.column).max() ?? last)
  }

  /// Whether all cells of a column beside the table stand in rows of measures, and nothing stands
  /// right of them.
  private static func holdsRemarks(
    _ column: Int, _ region: TableRegion, _ sheet: SheetContent
  ) -> Bool {
    guard let first = region.headerRows?.lowerBound, let last = region.records.last?.row else {
      return false
    }
    let rows = Set(region.records.map(\.row))
    return sheet.rows[sheet.firstRowIndex(from: first - 1)...].allSatisfy { row in
      row.number > last + 2
        || row.cells.allSatisfy { cell in
          cell.isBlank || cell.column < column || cell.column > column + 1
            || cell.column == column && rows.contains(row.number)
        }
    }
  }

  /// Whether the column's cells only continue the cells left of them, merged across.
  private static func isCovered(_ column: Int, _ region: TableRegion, _ sheet: SheetContent) -> Bool
  {
    sheet.merges.contains {
      $0.first.column < column && $0.last.column >= column
        && region.records.first?.row == $0.first.row
    }
  }

  private static func groupPlan(
    _ column: Int, _ cells: [SheetContent.Cell], _ region: TableRegion
  ) -> ColumnPlan? {
    let texts = cells.compactMap(\.text)
    guard texts.count == cells.count, texts.allSatisfy({ $0.utf8.count <= 60 }) else { return nil }
    let distinct = Set(texts)
    // Written once for a block of rows, or again and again: not a text of its own for each row.
    guard texts.count < region.records.count || distinct.count * 2 <= texts.count else {
      return nil
    }
    let known = distinct.count { BannerRoles.perspective($0) != nil }
    let isPerspective = region.plan(.perspective) == nil && known * 10 >= distinct.count * 7
    let field: ColumnField = isPerspective ? .perspective : .group
    guard isPerspective || region.plan(.group) == nil else { return nil }
    return ColumnPlan(
      column: column, field: field, heading: CellReference.letters(ofColumn: column),
      headingRow: region.headerRows?.upperBound, certainty: 0.82,
      reasons: ["it has no heading, and its texts stand for blocks of rows"])
  }

  private static func customPlan(_ column: Int, _ region: TableRegion) -> ColumnPlan {
    ColumnPlan(
      column: column, field: .custom, heading: CellReference.letters(ofColumn: column),
      headingRow: region.headerRows?.upperBound, certainty: 1, reasons: ["it has no heading"],
      hasNoHeading: true)
  }
}
