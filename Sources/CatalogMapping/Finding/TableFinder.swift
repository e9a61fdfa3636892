internal import SpreadsheetML

/// Finds the tables of measures on a sheet.
struct TableFinder {
  let sheet: SheetContent
  /// What the title of the book says.
  private let book: MeasureTopic.Strength

  init(_ sheet: SheetContent, book: MeasureTopic.Strength = .none) {
    self.sheet = sheet
    self.book = book
  }

  /// The tables that define measures, from the top; and those that were looked at and turned down.
  func tables() -> (found: [TableRegion], rejected: [Rejection]) {
    let finder = HeaderFinder(sheet)
    var candidates = finder.candidates()
    if !candidates.contains(where: isHeader) { candidates = finder.misspelledCandidates() }
    var found: [TableRegion] = []
    var rejected: [Rejection] = []
    let headers = withoutRepeats(headers(among: candidates))
    let (rows, spans) = (headers.map(\.rows), headers.map(\.span))
    var topic: MeasureTopic?
    var columns: [ClosedRange<Int>] = []
    for (place, header) in headers.enumerated() {
      let limit = headers.indices[(place + 1)...].first { next in
        rows[next].lowerBound > rows[place].upperBound && spans[next].overlaps(spans[place])
      }
      guard var region = region(header, above: limit.map { headers[$0] }) else { continue }
      let reason = MeasureTable.rejection(of: region, in: sheet) {
        let known = topic ?? MeasureTopic(sheet, headers: rows, book: book)
        topic = known
        return known
      }
      if var reason {
        if reason == .noRows, hasUntoldRows(region) { reason = .noMeasures }
        rejected.append(Rejection(header: header.rows, columns: header.span, reason: reason))
        continue
      }
      region.headings = RegionHeadings.above(
        region, after: columns.lastIndex { $0.overlaps(region.columns) }.map { found[$0] },
        in: sheet)
      found.append(region)
      columns.append(region.columns)
    }
    return (found, rejected)
  }

  /// A table that was turned down.
  struct Rejection: Sendable {
    var header: ClosedRange<Int>
    var columns: ClosedRange<Int>
    var reason: MeasureTable.Reason
  }

  /// A header with the columns it spans.
  private struct Header {
    var rows: ClosedRange<Int>
    var cells: [HeaderCell]
    var table: Table?
    var span: ClosedRange<Int> {
      (cells.first?.column ?? 1)...(cells.last?.column ?? 1)
    }
  }

  // MARK: Headers

  /// The headers among the candidates: the best of neighbouring rows, each joined and parted into
  /// tables.
  private func headers(among candidates: [HeaderCandidate]) -> [Header] {
    var chosen: [Header] = []
    var covered: [(rows: ClosedRange<Int>, span: ClosedRange<Int>)] = []
    let body = BodyRow(sheet)
    var taken: [HeaderCandidate] = []
    /// The last of them over each column.
    var last: [Int: Int] = [:]
    var spans = UpperSpans()
    for candidate in strongest(candidates) {
      let above = candidate.columns.compactMap { last[$0] }.max()
      if let above, body.isBody(candidate, of: taken[above]) { continue }
      for column in candidate.columns { last[column] = taken.count }
      taken.append(candidate)
      let table = sheet.tables.first {
        $0.hasHeaderRow && $0.range.first.row == candidate.row
      }
      let columns = table.map { [TableReach($0, in: sheet).columns] }
      // Tables side by side have headers of their own depth.
      for columns in columns ?? tableColumns(candidate, below: spans) {
        let join = HeaderJoin(candidate, columns: columns, in: sheet)
        for cells in split(join.cells) {
          guard let first = cells.first, let last = cells.last else { continue }
          let span = first.column...last.column
          // A row that another header already took is no header of its own.
          // A header has two rows at most, so those further up have none of these.
          let near = covered.reversed().prefix { $0.rows.lowerBound + 2 >= join.rows.lowerBound }
          if near.contains(where: { $0.rows.overlaps(join.rows) && $0.span.overlaps(span) }) {
            continue
          }
          covered.append((join.rows, span))
          spans.add(span, lastRow: join.rows.upperBound)
          chosen.append(Header(rows: join.rows, cells: cells, table: table))
        }
      }
    }
    return chosen.sorted {
      ($0.rows.lowerBound, $0.span.lowerBound) < ($1.rows.lowerBound, $1.span.lowerBound)
    }
  }

  /// The columns of each of several tables whose headings stand in a row; nil for one table.
  ///
  /// What stands beside a header in the columns of a header further up is a row of that table.
  private func tableColumns(
    _ candidate: HeaderCandidate, below upper: UpperSpans
  ) -> [ClosedRange<Int>?] {
    let cells = sheet.rows[candidate.index].cells.compactMap { cell in
      HeaderCellText.text(cell, in: sheet).map {
        HeaderCell(column: cell.column, row: candidate.row, lower: $0)
      }
    }
    let blocks = split(cells)
    let ranges = Self.ranges(blocks.compactMap(\.first?.column))
    if let body = bodyColumns(candidate, upper), let first = body.first {
      let own = (ranges.isEmpty ? [1...Int.max - 1] : ranges).flatMap { range in
        Self.parts(of: range, without: body)
      }
      return own.filter { range in cells.contains { range.contains($0.column) } }.isEmpty
        ? [first] : own.filter { range in cells.contains { range.contains($0.column) } }
    }
    return ranges.count > 1 ? ranges : [nil]
  }

  /// The columns from each start up to the next.
  private static func ranges(_ starts: [Int]) -> [ClosedRange<Int>] {
    starts.enumerated().map { place, start in
      let next = place + 1 < starts.count ? starts[place + 1] : .max
      return (place == 0 ? 1 : start)...(next - 1)
    }
  }

  private static func parts(
    of range: ClosedRange<Int>, without others: [ClosedRange<Int>]
  ) -> [ClosedRange<Int>] {
    var parts = [range]
    for other in others {
      parts = parts.flatMap { part -> [ClosedRange<Int>] in
        guard part.overlaps(other) else { return [part] }
        var rest: [ClosedRange<Int>] = []
        if part.lowerBound < other.lowerBound {
          rest.append(part.lowerBound...(other.lowerBound - 1))
        }
        if part.upperBound > other.upperBound {
          rest.append((other.upperBound + 1)...part.upperBound)
        }
        return rest
      }
    }
    return parts
  }

  /// The columns of headers further up in which a row holds values, if the rest of it is a header
  /// of its own; nil if there are none.
  private func bodyColumns(
    _ candidate: HeaderCandidate, _ upper: UpperSpans
  ) -> [ClosedRange<Int>]? {
    // The rest of it needs a name.
    guard candidate.hasName else { return nil }
    let row = sheet.rows[candidate.index]
    let known = Set(candidate.columns)
    var body: [ClosedRange<Int>] = []
    for span in upper.nearest(above: candidate.row) {
      guard row.cells.contains(where: { span.contains($0.column) && !$0.isBlank }) else { continue }
      let own = part(of: candidate, row, known) { span.contains($0) }
      let rest = part(of: candidate, row, known) { !span.contains($0) }
      if own.hits * 2 < own.columns.count + own.misfits, !rest.columns.isEmpty,
        rest.misfits == 0, rest.hasName, rest.hits >= 2, rest.hits * 2 >= rest.columns.count
      {
        body.append(span)
      }
    }
    return body.isEmpty ? nil : body
  }

  /// A candidate with some of its columns only.
  private func part(
    of candidate: HeaderCandidate, _ row: SheetContent.Row, _ known: Set<Int>,
    where isPart: (Int) -> Bool
  ) -> HeaderCandidate {
    let places = candidate.columns.indices.filter { isPart(candidate.columns[$0]) }
    let misfits = row.cells.count { cell in
      isPart(cell.column) && !cell.isBlank && !known.contains(cell.column)
    }
    return HeaderCandidate(
      index: candidate.index, row: candidate.row, columns: places.map { candidate.columns[$0] },
      matches: places.map { candidate.matches[$0] }, misfits: misfits)
  }

  /// The headers without those that only come again in the middle of a table: right below or above
  /// a banner that looks like the one the table begins with.
  private func withoutRepeats(_ headers: [Header]) -> [Header] {
    var kept: [Header] = []
    /// The last without a list object over each span.
    var last: [ClosedRange<Int>: Int] = [:]
    for header in headers {
      let above = header.table == nil ? last[header.span].map { kept[$0] } : nil
      if let above, above.cells.map(\.text.raw) == header.cells.map(\.text.raw),
        above.cells.map(\.column) == header.cells.map(\.column),
        let first = banner(inRow: above.rows.upperBound + 1, above.span),
        [header.rows.lowerBound - 1, header.rows.upperBound + 1].contains(where: { row in
          banner(inRow: row, header.span).map {
            $0.column == first.column && $0.style == first.style
          } ?? false
        })
      {
        continue
      }
      if header.table == nil { last[header.span] = kept.count }
      kept.append(header)
    }
    return kept
  }

  /// The only filled cell of a row, if it is a text.
  private func banner(inRow number: Int, _ columns: ClosedRange<Int>) -> SheetContent.Cell? {
    guard let row = sheet.row(number) else { return nil }
    let filled = row.cells.filter { columns.contains($0.column) && !$0.isBlank }
    return filled.count == 1 && filled.first?.text != nil ? filled.first : nil
  }

  /// The candidates that are headers: enough known headings, and no better one right below or
  /// above.
  private func strongest(_ candidates: [HeaderCandidate]) -> [HeaderCandidate] {
    let headed = sheet.tables.filter { table in
      table.hasHeaderRow
        && candidates.contains { $0.row == table.range.first.row && isHeader($0) }
    }
    return candidates.enumerated().filter { place, candidate in
      guard isHeader(candidate) else { return false }
      // The rows of a table with headings of its own are no headers, whatever words they hold.
      let isBody = headed.contains { table in
        let (first, last) = (table.range.first, table.range.last)
        return first.row < candidate.row && candidate.row <= last.row
          && candidate.columns.allSatisfy { first.column...last.column ~= $0 }
      }
      guard !isBody else { return false }
      for offset in [-1, 1] where candidates.indices.contains(place + offset) {
        let other = candidates[place + offset]
        guard abs(other.row - candidate.row) == 1, isHeader(other) else { continue }
        if other.score > candidate.score || other.score == candidate.score && offset < 0 {
          return false
        }
      }
      return true
    }.map(\.element)
  }

  private func isHeader(_ candidate: HeaderCandidate) -> Bool {
    let (certain, possible) = candidate.fields
    if sheet.tables.contains(where: { $0.hasHeaderRow && $0.range.first.row == candidate.row }) {
      return candidate.hits >= 1
    }
    let isFiltered = sheet.isMarkedHeader(row: candidate.row)
    if candidate.hasName {
      let others = certain.union(possible).subtracting([.name])
      if candidate.hits >= 2, !others.isEmpty {
        return certain.count >= 1 || isFiltered || candidate.hits * 2 >= candidate.columns.count
      }
      return isFiltered && candidate.hits >= 1
        || candidate.standsOut && certain.contains(.name) && candidate.columns.count >= 3
          && candidate.misfits == 0
    }
    // Without a heading for the name, more of the others must be known; a target beside another
    // field that only measures have makes up for columns of the reader's own.
    let own: FieldSet = [.baseline, .formula, .direction, .frequency, .thresholdGreen, .numerator]
    if certain.contains(.target), certain.contains(where: own.contains) {
      return candidate.hits * 3 >= candidate.columns.count
    }
    return certain.count >= 3 && candidate.hits * 2 >= candidate.columns.count
  }

  /// Parts a header into tables side by side, and leaves blocks beside the table out.
  private func split(_ cells: [HeaderCell]) -> [[HeaderCell]] {
    var blocks: [[HeaderCell]] = []
    for cell in cells {
      if let last = blocks.last?.last, cell.column <= end(of: last) + 1 {
        blocks[blocks.count - 1].append(cell)
      } else {
        blocks.append([cell])
      }
    }
    guard blocks.count > 1 else { return blocks }
    let family = HeaderFamily()
    var tables: [[HeaderCell]] = []
    var names = 0
    for block in blocks {
      let matches = block.map { family.matches($0) }
      let hasName = matches.contains { $0.contains { $0.field == .name && $0.score >= 0.8 } }
      let isKnown = matches.contains { $0.contains { $0.score >= 0.7 } }
      if tables.isEmpty {
        tables.append(block)
        names = hasName ? 1 : 0
        continue
      }
      if hasName, names > 0 {
        tables.append(block)
      } else if isSideBlock(block, isKnown: isKnown, besides: tables[tables.count - 1]) {
        continue
      } else {
        tables[tables.count - 1] += block
        if hasName { names += 1 }
      }
    }
    return tables
  }

  /// The last column a heading is merged over.
  private func end(of cell: HeaderCell) -> Int {
    sheet.merge(row: cell.row, column: cell.column)?.last.column ?? cell.column
  }

  /// Whether headings behind a gap belong to something else: a legend, a list of notes.
  private func isSideBlock(_ block: [HeaderCell], isKnown: Bool, besides table: [HeaderCell])
    -> Bool
  {
    guard let first = block.first, let last = block.last, let lastOfTable = table.last else {
      return false
    }
    if block.contains(where: { RowWords.isLegend($0.text.raw) }) { return true }
    let columns = first.column...last.column
    let rows = sheet.rows[sheet.firstRowIndex(from: first.row + 1)...].prefix(40)
    // A column without a heading beside it shows that the block has no header at all.
    let spill = rows.contains { row in
      row.cells.contains { $0.column == last.column + 1 && !$0.isBlank }
    }
    if spill, !isKnown { return true }
    if isKnown { return false }
    let nameColumn = table.first?.column ?? 1
    let filled = rows.filter { row in
      row.cells.contains { columns.contains($0.column) && !$0.isBlank }
    }
    let both = filled.filter { $0.cell(nameColumn) != nil || $0.cell(lastOfTable.column) != nil }
    return filled.isEmpty ? first.column > lastOfTable.column + 2 : both.count * 2 < rows.count
  }

  // MARK: Regions

  private func region(_ header: Header, above next: Header?) -> TableRegion? {
    let start = sheet.firstRowIndex(from: header.rows.upperBound + 1)
    var end = next.map { sheet.firstRowIndex(from: $0.rows.lowerBound) } ?? sheet.rows.count
    let limit = end
    var region = TableRegion(headerRows: header.rows, columns: header.span)
    if let table = header.table {
      let reach = TableReach(table, in: sheet)
      end = min(end, sheet.firstRowIndex(from: reach.lastFollowingRow + 1))
      region.tableName = table.displayName
      region.lastTableRow = reach.lastRow
    }
    guard start < end else { return nil }
    let sample = sample(start..<end, columns: header.span)
    let outcome = ColumnPlanner(header.cells, rows: sample, in: sheet).plan()
    let sampled = sample.map(\.number)
    region.plans = outcome.plans
    region.languages = outcome.languages
    NameColumn.settle(&region, outcome.profiles)
    let rows =
      start..<(next == nil ? end : withoutHeadings(start..<end, before: next, columns: header.span))
    guard rows.lowerBound < rows.upperBound else { return nil }
    region.columns = UnnamedColumns.extended(
      header.span, rows: rows, header: header.rows, in: sheet)
    var classifier = RowClassifier(region, rows: rows, in: sheet)
    classifier.run()
    region = classifier.region
    refine(&region, header.cells, sampled)
    UnnamedColumns.settle(&region, in: sheet)
    if let table = header.table { tellRows(&region, below: table, from: end, to: limit) }
    return region
  }

  /// Lists rows below a list object that are like its own and were left out: behind a gap, behind
  /// its totals, or too unlike the others.
  private func tellRows(
    _ region: inout TableRegion, below table: Table, from start: Int, to limit: Int
  ) {
    guard let name = region.plan(.name)?.column, let last = region.lastTableRow else { return }
    let columns = region.columns
    func filled(_ row: SheetContent.Row) -> Int {
      row.cells.count { columns ~= $0.column && !$0.isBlank }
    }
    func isLike(_ row: SheetContent.Row, _ least: Int) -> Bool {
      guard let text = row.cell(name)?.text, text.utf8.count <= 90 else { return false }
      return filled(row) >= least && !RowWords.isTotal(text) && !RowWords.beginsTotal(text)
        && !RowWords.isNote(text)
    }
    for index in region.leftOut.indices
    where region.leftOut[index].reason == .note && region.leftOut[index].row > last {
      if let row = sheet.row(region.leftOut[index].row), isLike(row, 2) {
        region.leftOut[index].reason = .belowTable
      }
    }
    let fills = region.records.prefix(60).map { filled(sheet.rows[$0.index]) }.sorted()
    guard !fills.isEmpty, start < limit else { return }
    let least = max(2, (fills[fills.count / 2] * 2 + 4) / 5)
    let reach = TableReach(table, in: sheet)
    for row in sheet.rows[start..<limit].prefix(200) where filled(row) > 0 {
      guard reach.follows(row) || row.number == table.range.last.row else { return }
      if isLike(row, least), row.number > table.range.last.row {
        region.leftOut.append(
          TableRegion.LeftOut(row: row.number, column: name, reason: .belowTable))
      }
    }
  }

  /// Whether rows of several cells below a header were left out without a word.
  private func hasUntoldRows(_ region: TableRegion) -> Bool {
    region.leftOut.contains { left in
      guard [.note, .noName, .hint].contains(left.reason), let row = sheet.row(left.row) else {
        return false
      }
      return row.cells.count { region.columns ~= $0.column && !$0.isBlank } >= 2
    }
  }

  /// The rows a planner looks at first: those with two cells at least, before anything is told
  /// apart.
  private func sample(_ rows: Range<Int>, columns: ClosedRange<Int>) -> [SheetContent.Row] {
    var sample: [SheetContent.Row] = []
    for index in rows where sample.count < ColumnProfile.sampleSize {
      let filled = sheet.rows[index].cells.count { columns.contains($0.column) && !$0.isBlank }
      if filled >= min(2, columns.count) { sample.append(sheet.rows[index]) }
    }
    return sample
  }

  /// Plans the columns again over the rows that are measures, if other rows had blurred the
  /// picture.
  private func refine(_ region: inout TableRegion, _ cells: [HeaderCell], _ sampled: [Int]) {
    guard !region.leftOut.isEmpty || !region.banners.isEmpty, !region.records.isEmpty else {
      return
    }
    let records = region.records.prefix(ColumnProfile.sampleSize)
    guard !records.map(\.row).elementsEqual(sampled) else { return }
    let rows = records.map { sheet.rows[$0.index] }
    let outcome = ColumnPlanner(cells, rows: rows, in: sheet).plan()
    region.plans = outcome.plans
    NameColumn.settle(&region, outcome.profiles)
  }

  /// The rows up to the texts that head the next table.
  private func withoutHeadings(
    _ rows: Range<Int>, before next: Header?, columns: ClosedRange<Int>
  ) -> Int {
    guard let next else { return rows.upperBound }
    var end = rows.upperBound
    var expected = next.rows.lowerBound - 1
    while end > rows.lowerBound {
      let row = sheet.rows[end - 1]
      let filled = row.cells.filter { !$0.isBlank }
      guard row.number >= expected - 2, filled.count == 1, filled.first?.text != nil else { break }
      expected = row.number - 1
      end -= 1
    }
    return end
  }
}
