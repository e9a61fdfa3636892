internal import KPICatalog
internal import SpreadsheetML

/// Finds the regions a mapping describes, and tells where the book is no longer as it says.
struct MappedRegions {
  let sheet: SheetContent
  let entry: MappingFile.SheetEntry
  private(set) var regions: [TableRegion] = []
  /// What has changed, with the row and column it concerns.
  private(set) var drift: [(text: String, row: Int, column: Int)] = []

  init(_ entry: MappingFile.SheetEntry, on sheet: SheetContent) {
    self.sheet = sheet
    self.entry = entry
    let starts = entry.tables.map { $0.headerRows.max() ?? 0 }
    for (index, table) in entry.tables.enumerated() {
      switch table.layout {
      case "cards": addCards(table)
      case "prose": addProse(table)
      default:
        let next = starts.filter { $0 > starts[index] }.min()
        addTable(table, before: next)
      }
    }
  }

  // MARK: Tables

  private mutating func addTable(_ table: MappingFile.Table, before next: Int?) {
    guard !sheet.rows.isEmpty else { return note("the sheet is empty", 1, 1) }
    let header = headerRows(of: table)
    let columns = table.columns.compactMap { place($0, header: header) }
    guard let first = columns.map(\.column).min(), let last = columns.map(\.column).max() else {
      return note("none of the columns of the mapping is there", header?.lowerBound ?? 1, 1)
    }
    var region = TableRegion(headerRows: header, columns: first...last)
    region.languages = [Double](repeating: 0, count: EmbeddedVocabulary.languages.count)
    region.plans = columns
    addUnmapped(&region, header)
    let start = sheet.firstRowIndex(from: (header?.upperBound ?? 0) + 1)
    var end = sheet.rows.count
    if let lastRow = table.lastRow { end = min(end, sheet.firstRowIndex(from: lastRow + 1)) }
    if let next { end = min(end, sheet.firstRowIndex(from: next)) }
    guard start < end else {
      return note("no rows are left below the header", header?.upperBound ?? 1, first)
    }
    var classifier = RowClassifier(region, rows: start..<end, in: sheet)
    classifier.run()
    region = classifier.region
    region.headings = RegionHeadings.above(
      region, after: regions.last { $0.columns.overlaps(region.columns) }, in: sheet)
    regions.append(region)
  }

  /// The rows of the header: those the mapping names if its headings stand there, else where most
  /// of them do.
  private mutating func headerRows(of table: MappingFile.Table) -> ClosedRange<Int>? {
    guard let first = table.headerRows.min(), let last = table.headerRows.max(), last - first <= 2
    else { return nil }
    let wanted = Set(table.columns.compactMap { $0.heading.map { Folding.fold($0) } })
    func hits(_ rows: ClosedRange<Int>) -> Int {
      let texts = Set(headings(rows).values.map { Folding.fold($0) })
      return wanted.intersection(texts).count
    }
    let named = hits(first...last)
    guard named * 2 < wanted.count else { return first...last }
    var best = (rows: first...last, hits: named)
    for row in sheet.rows.prefix(300) {
      let rows = row.number...(row.number + last - first)
      let count = hits(rows)
      if count > best.hits { best = (rows, count) }
    }
    if best.rows != first...last {
      note(
        "the header has moved from row \(first) to row \(best.rows.lowerBound)",
        best.rows.lowerBound, 1)
    }
    return best.rows
  }

  /// The heading of each column, the texts of several rows joined as for finding.
  private func headings(_ rows: ClosedRange<Int>) -> [Int: String] {
    var texts: [Int: String] = [:]
    for row in rows {
      for cell in sheet.row(row)?.cells ?? [] {
        guard let text = HeaderCellText.text(cell, in: sheet) else { continue }
        // The upper of two rows may stand over several columns.
        let merge = row < rows.upperBound ? sheet.merge(row: row, column: cell.column) : nil
        let width = merge.map { $0.first.column...$0.last.column } ?? cell.column...cell.column
        for column in width {
          texts[column] = texts[column].map { $0 == text ? text : $0 + " " + text } ?? text
        }
      }
    }
    return texts.mapValues { HeaderText($0).raw }
  }

  /// The plan of a mapped column: by its heading, else by its letters.
  private mutating func place(_ column: MappingFile.Column, header: ClosedRange<Int>?)
    -> ColumnPlan?
  {
    guard let field = ColumnField(name: column.field) else {
      note(
        "'\(column.field)' is no field; the column '\(column.heading ?? column.column)' is kept as it is",
        header?.upperBound ?? 1, 1)
      return plan(column, .custom, CellReference(column.column + "1")?.column ?? 1, header)
    }
    guard field != .ignore else { return nil }
    let stated = CellReference(column.column + "1")?.column
    guard let heading = column.heading, let header else {
      return stated.map { plan(column, field, $0, header) }
    }
    let texts = headings(header)
    let folded = Folding.fold(heading)
    if let stated, texts[stated].map({ Folding.fold($0) }) == folded {
      return plan(column, field, stated, header)
    }
    let moved = texts.filter { Folding.fold($0.value) == folded }.keys.sorted()
    if let only = moved.first, moved.count == 1 {
      note(
        "the column '\(heading)' has moved from \(column.column) to \(CellReference.letters(ofColumn: only))",
        header.upperBound, only)
      return plan(column, field, only, header)
    }
    guard let stated else {
      note("the column '\(heading)' is not there", header.upperBound, 1)
      return nil
    }
    let found = texts[stated].map { "is headed '\($0)'" } ?? "has no heading"
    note(
      "column \(column.column) \(found), the mapping says '\(heading)'; it is read as the \(FieldNames.name(field))",
      header.upperBound, stated)
    return plan(column, field, stated, header)
  }

  private func plan(
    _ column: MappingFile.Column, _ field: ColumnField, _ number: Int, _ header: ClosedRange<Int>?
  ) -> ColumnPlan {
    ColumnPlan(
      column: number, field: field, heading: column.heading ?? column.column,
      headingRow: header?.upperBound, language: column.language.flatMap { LanguageTag($0) },
      moment: column.period.flatMap { Moment($0) },
      unit: column.unit.flatMap {
        UnitKind(rawValue: $0).map { MeasureUnit($0) } ?? UnitWords($0)?.unit
      },
      certainty: 1, reasons: ["the mapping file says so"], tickValue: column.tick)
  }

  /// Keeps columns the mapping does not name.
  private mutating func addUnmapped(_ region: inout TableRegion, _ header: ClosedRange<Int>?) {
    guard let header else { return }
    // Columns of the tables beside this one are theirs.
    let others = Set(
      entry.tables.filter { $0.headerRows.contains { header.contains($0) } }.flatMap(\.columns)
        .compactMap { CellReference($0.column + "1")?.column })
    let ignored = Set(
      entry.tables.flatMap(\.columns).filter { $0.field == ColumnField.ignore.name }
        .compactMap { $0.heading.map { Folding.fold($0) } })
    for (column, heading) in headings(header).sorted(by: { $0.key < $1.key })
    where !region.plans.contains(where: { $0.column == column }) && !others.contains(column)
      && !ignored.contains(Folding.fold(heading))
    {
      guard region.columns.lowerBound - 2...region.columns.upperBound + 2 ~= column else {
        continue
      }
      note(
        "the column '\(heading)' is not in the mapping; it is kept as a custom column",
        header.upperBound, column)
      region.plans.append(
        ColumnPlan(
          column: column, field: .custom, heading: heading, headingRow: header.upperBound,
          certainty: 1,
          reasons: ["the mapping file does not name it"]))
      region.columns =
        min(column, region.columns.lowerBound)...max(column, region.columns.upperBound)
    }
  }

  // MARK: Forms and prose

  /// Finds the forms and gives their labels the fields of the mapping.
  private mutating func addCards(_ table: MappingFile.Table) {
    guard var region = CardFinder(sheet).region() ?? AlternatingProse(sheet).region() else {
      return note("no forms are left on the sheet", 1, 1)
    }
    let fields = Dictionary(
      table.columns.compactMap { column in column.heading.map { (Folding.fold($0), column) } },
      uniquingKeysWith: { first, _ in first })
    for index in region.plans.indices {
      guard let column = fields[Folding.fold(region.plans[index].heading)],
        let field = ColumnField(name: column.field)
      else { continue }
      region.plans[index].field = field == .ignore ? .custom : field
      region.plans[index].certainty = 1
      region.plans[index].reasons = ["the mapping file says so"]
      region.plans[index].language = column.language.flatMap { LanguageTag($0) }
      region.plans[index].moment =
        column.period.flatMap { Moment($0) } ?? region.plans[index].moment
    }
    regions.append(region)
  }

  private mutating func addProse(_ table: MappingFile.Table) {
    guard let region = ProseFinder(sheet).region() ?? AlternatingProse(sheet).region() else {
      return note("no list of names and paragraphs is left on the sheet", 1, 1)
    }
    regions.append(region)
  }

  private mutating func note(_ text: String, _ row: Int, _ column: Int) {
    drift.append((text, row, column))
  }
}
