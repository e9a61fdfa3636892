internal import SpreadsheetML

/// Joins a header's one or two rows into one heading per column.
struct HeaderJoin {
  let sheet: SheetContent
  /// The rows of the header.
  private(set) var rows: ClosedRange<Int>
  /// The headings, from the left.
  private(set) var cells: [HeaderCell] = []

  /// Joins the row of a candidate with the row below or above it if that belongs to the header.
  ///
  /// - Parameters:
  ///   - candidate: The row with most of the known headings.
  ///   - columns: The columns of the table; nil for all.
  ///   - sheet: The sheet.
  init(_ candidate: HeaderCandidate, columns: ClosedRange<Int>? = nil, in sheet: SheetContent) {
    self.sheet = sheet
    let row = sheet.rows[candidate.index]
    rows = candidate.row...candidate.row
    let own = Self.texts(of: row, in: sheet, columns)
    if let lower = Self.lowerRow(below: candidate, own, columns, in: sheet) {
      rows = candidate.row...lower.number
      join(
        upper: own, upperRow: row, lower: Self.texts(of: lower, in: sheet, columns), lower.number)
    } else if let upper = Self.upperRow(above: candidate, own, columns, in: sheet) {
      rows = upper.number...candidate.row
      join(
        upper: Self.texts(of: upper, in: sheet, columns), upperRow: upper, lower: own,
        candidate.row)
    } else {
      cells = own.map { HeaderCell(column: $0.column, row: candidate.row, lower: $0.text) }
    }
  }

  private typealias Text = (column: Int, text: String)

  private static func texts(
    of row: SheetContent.Row, in sheet: SheetContent, _ columns: ClosedRange<Int>?
  ) -> [Text] {
    row.cells.compactMap { cell in
      guard columns?.contains(cell.column) ?? true else { return nil }
      return HeaderCellText.text(cell, in: sheet).map { (cell.column, $0) }
    }
  }

  /// The row below if it holds the lower half of the header.
  private static func lowerRow(
    below candidate: HeaderCandidate, _ own: [Text], _ columns: ClosedRange<Int>?,
    in sheet: SheetContent
  ) -> SheetContent.Row? {
    let index = candidate.index + 1
    guard index < sheet.rows.count, let first = own.first, let last = own.last else { return nil }
    let next = sheet.rows[index]
    guard next.number == candidate.row + 1 else { return nil }
    let texts = texts(of: next, in: sheet, columns)
    let inSpan = next.cells.filter {
      columns?.contains($0.column) ?? true && !$0.isBlank && $0.column >= first.column
    }
    // All it holds are short headings.
    guard !texts.isEmpty, texts.count == inSpan.count,
      texts.allSatisfy({ $0.text.utf8.count <= 40 })
    else { return nil }
    let spanned = spans(candidate.row, own, in: sheet)
    let columns = Set(own.map(\.column))
    let hasMerges = sheet.merges.contains {
      $0.first.row == candidate.row && $0.columnCount > 1
    }
    // Each stands under a heading that spans several columns, or under nothing; the last of several
    // years may have one heading below it, which stands below the others too.
    for text in texts {
      let isUnderSpan = spanned.contains { $0.range.contains(text.column) && $0.range.count > 1 }
      if isUnderSpan || !columns.contains(text.column) { continue }
      let isRepeated = texts.contains { $0.column != text.column && $0.text == text.text }
      let upper = own.first { $0.column == text.column }.map { HeaderText($0.text) }
      // A year of its own under a heading without one, beside others under a heading they share.
      if let upper, upper.moment == nil, !upper.base.isEmpty,
        case let own = HeaderText(text.text), own.base.isEmpty, own.moment != nil
      {
        continue
      }
      // Under a heading of nothing but a year it says what is of that year.
      guard let upper, upper.base.isEmpty, upper.moment != nil, isRepeated || hasMerges else {
        return nil
      }
    }
    if areYears(texts, under: own, columns) { return next }
    let underSpans = texts.filter { text in
      spanned.contains { $0.range.contains(text.column) && $0.range.count > 1 }
    }
    // Without merged cells a parent shows by two headings at least under it and beside it.
    guard underSpans.count >= 2, texts.allSatisfy({ $0.column <= last.column + 12 }) else {
      return nil
    }
    return next
  }

  /// Whether a row holds nothing but years, each under a heading of its own without one: `Baseline`
  /// over 2024, `Milestone 1` over 2025.
  private static func areYears(_ texts: [Text], under own: [Text], _ columns: Set<Int>) -> Bool {
    guard texts.count >= 2, own.count > texts.count else { return false }
    return texts.allSatisfy { text in
      let year = HeaderText(text.text)
      let upper = own.first { $0.column == text.column }.map { HeaderText($0.text) }
      return year.base.isEmpty && year.moment != nil && upper?.moment == nil
        && !(upper?.base.isEmpty ?? true)
    }
  }

  /// The row above if it holds headings over some of the columns, and is no title.
  private static func upperRow(
    above candidate: HeaderCandidate, _ own: [Text], _ columns: ClosedRange<Int>?,
    in sheet: SheetContent
  ) -> SheetContent.Row? {
    guard candidate.index > 0, let first = own.first else { return nil }
    let previous = sheet.rows[candidate.index - 1]
    guard previous.number == candidate.row - 1 else { return nil }
    let texts = texts(of: previous, in: sheet, columns)
    guard !texts.isEmpty, texts.count < own.count, texts.allSatisfy({ $0.text.utf8.count <= 50 }),
      let top = texts.first
    else { return nil }
    // A title begins at the first column; headings over groups of columns begin further right, or
    // are many.
    if texts.count == 1, top.column <= first.column { return nil }
    let ownColumns = own.map(\.column)
    let names = zip(candidate.columns, candidate.matches).filter { _, matches in
      matches.contains { $0.field == .name && $0.score >= 0.8 }
    }.map(\.0)
    let spans = spans(previous.number, texts, in: sheet, limit: ownColumns.last)
    var covered = 0
    for span in spans {
      let under = ownColumns.filter { span.range.contains($0) }
      // What stands over the names stands over the table: it is a heading of its own.
      guard !under.isEmpty, !names.contains(where: { span.range.contains($0) }) else { return nil }
      covered += under.count
    }
    guard covered >= 2, spans.contains(where: { $0.range.count > 1 }) else { return nil }
    return previous
  }

  private typealias Span = (text: String, range: ClosedRange<Int>)

  /// Each heading of a row with the columns it stands over: its merged range, or up to the next
  /// heading.
  private static func spans(
    _ row: Int, _ texts: [Text], in sheet: SheetContent, limit: Int? = nil
  ) -> [Span] {
    let hasMerges = sheet.merges.contains {
      $0.first.row == row && $0.columnCount > 1
    }
    return texts.enumerated().map { place, text in
      if let merge = sheet.merge(row: row, column: text.column), merge.columnCount > 1 {
        return (text.text, merge.first.column...merge.last.column)
      }
      if hasMerges { return (text.text, text.column...text.column) }
      let next = place + 1 < texts.count ? texts[place + 1].column - 1 : limit ?? text.column + 12
      return (text.text, text.column...max(text.column, next))
    }
  }

  private mutating func join(
    upper: [Text], upperRow: SheetContent.Row, lower: [Text], _ lowerRow: Int
  ) {
    let spans = Self.spans(upperRow.number, upper, in: sheet, limit: lower.last?.column)
    let lowerColumns = Set(lower.map(\.column))
    var joined: [HeaderCell] = []
    for text in lower {
      let parent =
        spans.first { $0.range.contains(text.column) && $0.range.count > 1 }
        ?? spans.first { $0.range.lowerBound == text.column }
      joined.append(
        HeaderCell(column: text.column, row: lowerRow, lower: text.text, parent: parent?.text))
    }
    for text in upper where !lowerColumns.contains(text.column) {
      // A heading over nothing stands for its own column.
      joined.append(HeaderCell(column: text.column, row: upperRow.number, lower: text.text))
    }
    cells = joined.sorted { $0.column < $1.column }
  }
}
