internal import KPICatalog
internal import SpreadsheetML

extension ApplySession {
  /// How many blank rows above a heading go with it at most.
  private static let widestGap = 3

  /// Removes the headings of groups whose measures all go.
  ///
  /// What belongs to such a heading goes too: the group's total behind its measures, and the blank
  /// rows that set it apart. A heading with something else below it, such as a note, stays.
  func removeHeadings() {
    let gone = Set((identity.removed + moved.map(\.book)).flatMap { result.parts[$0] })
    guard !gone.isEmpty else { return }
    for index in readers.indices where readers[index].plans[.group] == nil {
      let region = result.survey.found[index].region
      guard region.layout != .cards else { continue }
      for banner in region.banners.indices { removeHeading(banner, region, index, gone) }
    }
  }

  private func removeHeading(
    _ banner: Int, _ region: TableRegion, _ index: Int, _ gone: Set<CatalogAssembly.Source>
  ) {
    let records = region.records.indices.filter { region.records[$0].banners.contains(banner) }
    // New measures stand in the reader's region behind those of the book.
    let isTaken = readers[index].region.records[region.records.count...].contains {
      $0.banners.contains(banner)
    }
    guard let last = records.last, !isTaken,
      records.allSatisfy({ gone.contains(CatalogAssembly.Source(region: index, record: $0)) })
    else { return }
    let heading = region.banners[banner]
    let next =
      (region.banners.map(\.row) + region.records.map(\.row)).filter {
        $0 > region.records[last].row
      }.min()
    // Below the last group nobody knows what belongs to it and what to the table.
    let end = next ?? region.records[last].row + 1
    let rest = region.leftOut.filter { heading.row < $0.row && $0.row < end }
    guard rest.allSatisfy({ $0.reason == .total || $0.reason == .repeatedHeader }) else { return }
    let sheet = result.book.sheets[result.survey.found[index].sheet]
    let rows = [heading.row] + rest.map(\.row)
    let areDeletable = (rows + records.map { region.records[$0].row }).allSatisfy {
      isAlone($0, region, sheet)
    }
    guard areDeletable else { return clearHeading(heading, index, sheet) }
    for row in gap(above: heading.row, sheet) + rows {
      guard !plan.removedRows.contains(where: { $0.sheet == sheet.name && $0.row == row }) else {
        continue
      }
      plan.removedRows.append(ApplyPlan.RemovedRow(sheet: sheet.name, row: row, measure: nil))
    }
  }

  // MARK: Values written once

  /// Writes a value that was written once for several rows into each of them, where too few rows are
  /// left to see that it holds for all.
  func fillWhatStandsAlone() {
    let gone = Set((identity.removed + moved.map(\.book)).flatMap { result.parts[$0] })
    guard !gone.isEmpty else { return }
    for index in readers.indices where readers[index].region.layout != .cards {
      let count = result.survey.found[index].region.records.count
      let rest = (0..<count).filter {
        !gone.contains(CatalogAssembly.Source(region: index, record: $0))
      }
      guard rest.count < count else { continue }
      for plan in readers[index].fill.keys.sorted() { fillAlone(plan, index, rest) }
    }
  }

  private func fillAlone(_ plan: Int, _ index: Int, _ rest: [Int]) {
    var region = readers[index].region
    let all = region.records
    region.records = rest.map { all[$0] }
    let column = region.plans[plan].column
    let seen = RegionColumns.fillDown(column, region, readers[index].sheet)
    guard let sources = readers[index].fill[plan] else { return }
    let kept = Set(rest)
    for (place, record) in rest.enumerated() where seen[place] == place {
      let source = sources[record]
      guard source != record, kept.contains(source),
        let cell = readers[index].sheet.rows[all[source].index].cell(column),
        let target = CellReference(row: all[record].row, column: column),
        readers[index].sheet.cell(row: target.row, column: column)?.isBlank ?? true,
        (readers[index].sheet.merge(row: target.row, column: column)?.rowCount ?? 1) == 1
      else { continue }
      let part = CatalogAssembly.Source(region: index, record: record)
      let write = CellWrite(plan: plan, cell: target, value: cell.value, rule: .columnWord)
      readers[index].put(write)
      note(
        [write], part, readers[index].region.plans[plan].field.name,
        measures[part].map { result.catalog.measures[$0].id })
    }
  }

  /// Whether a row holds nothing but what is in the columns of a table.
  private func isAlone(_ row: Int, _ region: TableRegion, _ sheet: SheetContent) -> Bool {
    let isTall = sheet.merges.contains {
      $0.rowCount > 1 && $0.first.row...$0.last.row ~= row
    }
    return !isTall
      && sheet.row(row)?.cells.allSatisfy { $0.isBlank || region.columns ~= $0.column } ?? true
  }

  /// The blank rows right above a heading.
  private func gap(above row: Int, _ sheet: SheetContent) -> [Int] {
    let rows = (1...Self.widestGap + 1).map { row - $0 }.filter { $0 > 0 }.prefix { number in
      sheet.row(number)?.cells.allSatisfy(\.isBlank) ?? true
        && !sheet.merges.contains { $0.first.row...$0.last.row ~= number }
    }
    return rows.count > Self.widestGap ? [] : Array(rows)
  }

  /// Takes the text out of a heading whose row holds other things too.
  private func clearHeading(_ heading: TableRegion.Banner, _ index: Int, _ sheet: SheetContent) {
    guard let cell = CellReference(row: heading.row, column: heading.column),
      !(sheet.cell(row: cell.row, column: cell.column)?.isFormula ?? false) || isForced
    else { return }
    let key = SheetCell(sheet: result.survey.found[index].sheet, cell: cell)
    writes[key] = Written(
      write: CellWrite(plan: 0, cell: cell, value: .blank, rule: .removedRow), measure: nil,
      field: "groups")
  }
}
