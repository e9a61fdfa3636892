internal import SpreadsheetML

/// The labels of forms on a sheet: known headings that stand below one another with values beside
/// them.
struct LabelColumns {
  /// How many rows from the top are looked at to find out whether there are forms at all.
  static let depth = 150

  /// One label.
  struct Label {
    let row: Int
    let column: Int
    let text: String
    /// The fields it may mean, the best first; empty for texts among labels that nobody knows.
    let matches: [HeaderMatch]

    /// Whether it may be the label of the name.
    var isName: Bool { matches.contains { $0.field == .name && $0.score >= 0.75 } }
    /// The field it most likely means.
    var field: ColumnField? { matches.max { $0.score < $1.score }?.field }
  }

  /// The labels of each column that has some, in order.
  let columns: [Int: [Label]]

  private let sheet: SheetContent

  /// Finds the columns of labels; nil if the sheet has none.
  init?(_ sheet: SheetContent) {
    self.sheet = sheet
    let first = Self.candidates(sheet)
    guard !first.isEmpty else { return nil }
    let candidates = first + Self.behindValues(sheet, first)
    let matcher = HeaderMatcher()
    var columns: [Int: [Label]] = [:]
    for column in candidates {
      var labels: [Label] = []
      var known: [String: [HeaderMatch]] = [:]
      for (index, row) in sheet.rows.enumerated() {
        guard let text = row.cell(column)?.text, text.utf8.count <= 70,
          !Self.isHeader(row, from: column) || Self.isFormLine(index, column, in: sheet),
          first.contains(column) || !Self.isValue(row, column, behind: first)
        else { continue }
        let header = HeaderText(text)
        let matches = known[text] ?? Self.matches(header, matcher, isFew: known.count < 80)
        known[text] = matches
        labels.append(
          Label(row: row.number, column: column, text: header.raw.trimmingMarks, matches: matches))
      }
      // Questions without one for the name are those people ask often.
      let asked = sheet.rows.count { $0.cell(column)?.text?.utf8.last == UInt8(ascii: "?") }
      if asked * 2 > labels.count, !labels.contains(where: \.isName) { continue }
      columns[column] = labels
    }
    guard !columns.isEmpty else { return nil }
    self.columns = columns
  }

  /// What a label means; of those that are not known as they stand only what is nearly sure.
  private static func matches(
    _ header: HeaderText, _ matcher: HeaderMatcher, isFew: Bool
  ) -> [HeaderMatch] {
    let exact = matcher.exactMatches(header)
    if !exact.isEmpty || !isFew || header.raw.utf8.count > 40 {
      return exact.filter { $0.strength != .inFamily }
    }
    return matcher.matches(header).filter { $0.strength == .certain && $0.score >= 0.75 }
  }

  /// Whether the cells from a column on are headings of a table: three or more that are known, side
  /// by side.
  private static func isHeader(_ row: SheetContent.Row, from column: Int) -> Bool {
    let texts = row.cells.filter { $0.column >= column && !$0.isBlank }.prefix(8)
    guard texts.count >= 3 else { return false }
    var known: [Int] = []
    var fields: FieldSet = []
    var label: [ColumnField] = []
    for (place, cell) in texts.enumerated() {
      let last = label
      label = []
      guard let text = cell.text, text.utf8.count <= 60 else { continue }
      // Number is a heading, but behind Unit it is a value.
      if last.contains(where: { ValueColumn.reads(.text(text), as: $0) ?? false }) { continue }
      let meanings = HeaderVocabulary.shared.meanings(of: text)
        .filter { $0.strength != .inFamily }
      if let first = meanings.first {
        known.append(place)
        fields.insert(first.field)
        label = meanings.map(\.field)
      }
    }
    // A heading now and then among the values of three pairs makes no header.
    let pairs = texts.count / 2
    let labelCount = known.count { $0 % 2 == 0 }
    if pairs >= 3, labelCount >= pairs, known.count - labelCount <= 1 { return false }
    // Two pairs of label and value beside each other are no header, nor is a row that says the same
    // again.
    let labels = texts.compactMap(\.text)
    if labels.count >= 4, labels.dropFirst().contains(labels[0]) { return false }
    return fields.count >= 3 && known.count * 3 >= texts.count * 2
  }

  /// Whether a row goes on with the labels of a form: they stand right above or below one another
  /// in the column, one at least with a value beside it that is no heading, and no row of values
  /// follows.
  private static func isFormLine(_ index: Int, _ column: Int, in sheet: SheetContent) -> Bool {
    let rows = sheet.rows
    if rows.indices.contains(index + 1), rows[index + 1].number == rows[index].number + 1,
      let below = rows[index + 1].cell(column), !isKnown(below),
      rows[index + 1].cells.count(where: { $0.column >= column && !$0.isBlank }) >= 2
    {
      return false
    }
    for step in [-1, 1] {
      var place = index + step
      while rows.indices.contains(place), rows[place].number == rows[place - step].number + step,
        let label = rows[place].cell(column), isKnown(label)
      {
        if let value = rows[place].cells.first(where: { $0.column > column && !$0.isBlank }),
          !isKnown(value)
        {
          return true
        }
        place += step
      }
    }
    return false
  }

  /// Whether a known heading at the end of a row is the value of the heading left of it: `Owner |
  /// Team | Source | Survey`.
  private static func isValue(
    _ row: SheetContent.Row, _ column: Int, behind first: [Int]
  ) -> Bool {
    let filled = row.cells.filter { !$0.isBlank }
    guard let start = filled.firstIndex(where: { first.contains($0.column) }),
      let place = filled.firstIndex(where: { $0.column == column }), place == filled.count - 1,
      place > start + 1, (place - start) % 2 == 1
    else { return false }
    return isKnown(filled[place - 1])
  }

  /// Whether a cell holds a known heading, with or without a year or brackets behind it.
  private static func isKnown(_ cell: SheetContent.Cell) -> Bool {
    guard let text = cell.text, text.utf8.count <= 60 else { return false }
    let vocabulary = HeaderVocabulary.shared
    return vocabulary.meanings(of: text).contains { $0.strength != .inFamily }
      || vocabulary.meanings(of: HeaderText(text).base).contains { $0.strength != .inFamily }
  }

  /// Columns in which at least three fields are named below one another, each without another
  /// heading right of it.
  private static func candidates(_ sheet: SheetContent) -> [Int] {
    let vocabulary = HeaderVocabulary.shared
    var fields: [Int: FieldSet] = [:]
    var hits: [Int: Int] = [:]
    var alone: [Int: Int] = [:]
    var texts: [Int: Int] = [:]
    var questions: [Int: Int] = [:]
    for row in sheet.rows.prefix(depth) {
      var known: [(column: Int, fields: [ColumnField])] = []
      for cell in row.cells {
        guard let text = cell.text else { continue }
        texts[cell.column, default: 0] += 1
        guard text.utf8.count <= 60 else { continue }
        if text.utf8.last == UInt8(ascii: "?") { questions[cell.column, default: 0] += 1 }
        // Numbered labels are looked up without their number.
        let isNumbered = text.utf8.first.map { $0 >= 0x30 && $0 <= 0x39 } ?? false
        let meanings = vocabulary.meanings(of: isNumbered ? HeaderText(text).base : text)
          .filter { $0.strength != .inFamily }
        if !meanings.isEmpty {
          known.append((cell.column, meanings.map(\.field)))
        } else if isFirst(cell, of: row), mayBeBilingual(text) {
          let fields = bilingualFields(text)
          if !fields.isEmpty { known.append((cell.column, fields)) }
        }
      }
      for (column, meanings) in known {
        hits[column, default: 0] += 1
        fields[column, default: []].formUnion(meanings.prefix(1))
        // In a header the next cell is a heading too; beside a label stands its value.
        let next = row.cells.first { $0.column > column && !$0.isBlank }
        if next == nil || !known.contains(where: { $0.column == next?.column }) {
          alone[column, default: 0] += 1
        }
      }
    }
    // Labels may all be questions.
    for (column, count) in questions where count >= 4 && fields[column] == nil {
      fields[column] = []
    }
    for (column, known) in fields
    where known.count < 3 && (alone[column] ?? 0 >= 2 || questions[column] ?? 0 >= 4) {
      let count = texts[column] ?? 0
      guard count <= 80 else { continue }
      let more = wordyLabels(sheet, column)
      fields[column, default: []].formUnion(more.fields)
      hits[column, default: 0] += more.count
      alone[column, default: 0] += more.count
    }
    return fields.keys.filter { column in
      let (hits, alone) = (hits[column] ?? 0, alone[column] ?? 0)
      let known = fields[column] ?? []
      // Half of the values may be heading words where one of the labels is that of the name.
      let areBeside =
        alone * 10 >= hits * 7 || alone >= 2 && alone * 2 >= hits && known.contains(.name)
      return known.count >= 3 && areBeside && hits * 3 >= (texts[column] ?? 0)
    }.sorted()
  }

  /// Whether a cell is the first of its row that holds something.
  private static func isFirst(_ cell: SheetContent.Cell, of row: SheetContent.Row) -> Bool {
    row.cells.first { !$0.isBlank }?.column == cell.column
  }

  /// Whether a label may be in two languages: `Unit / Einheit`, `Unità (Unit)`.
  private static func mayBeBilingual(_ text: String) -> Bool {
    text.utf8.contains { "/|(\n".utf8.contains($0) } || text.holds(" - ") || text.holds(" – ")
  }

  /// The fields that a label means in two languages, surest first.
  private static func bilingualFields(_ text: String) -> [ColumnField] {
    let header = HeaderText(text)
    let inBrackets = header.brackets.flatMap { HeaderVocabulary.shared.meanings(of: $0) }
    return HeaderMatcher().exactMatches(header).filter { match in
      guard match.strength == .certain, match.score >= 0.9 else { return false }
      return match.way == .bilingual || inBrackets.contains { $0.field == match.field }
    }
    .sorted { $0.score > $1.score }.map(\.field)
  }

  /// Columns right of these in which known headings stand behind a label and its value, line for
  /// line, each with a value of its own: `Reference | HL-1 | KPI name | Grants paid`.
  ///
  /// A value may be a heading word too, such as Score or Team; the other lines tell.
  private static func behindValues(_ sheet: SheetContent, _ columns: [Int]) -> [Int] {
    /// What a column holds in the lines of forms.
    struct Counts {
      var texts = 0
      var labels = 0
      /// Labels whose value is no heading.
      var clear = 0
      /// Labels behind something else than another label.
      var behindValue = 0
    }
    var counts: [Int: Counts] = [:]
    for (index, row) in sheet.rows.prefix(depth).enumerated() {
      let filled = row.cells.filter { !$0.isBlank }
      guard let start = filled.firstIndex(where: { columns.contains($0.column) }),
        isKnown(filled[start]),
        !isHeader(row, from: filled[start].column)
          || isFormLine(index, filled[start].column, in: sheet)
      else { continue }
      for place in filled.indices.dropFirst(start + 1) where filled[place].text != nil {
        let column = filled[place].column
        counts[column, default: Counts()].texts += 1
        guard place + 1 < filled.count, isKnown(filled[place]) else { continue }
        counts[column]?.labels += 1
        if !isKnown(filled[place + 1]) { counts[column]?.clear += 1 }
        if !isKnown(filled[place - 1]) { counts[column]?.behindValue += 1 }
      }
    }
    let found = counts.filter { column, counts in
      !columns.contains(column) && counts.clear > 0 && counts.labels * 3 >= counts.texts * 2
        && counts.behindValue * 2 >= counts.labels
        && sheet.rows.prefix(depth).count { $0.cell(column)?.text != nil } * 2
          <= counts.labels * 3
    }
    return found.keys.sorted()
  }

  /// The fields of labels in a column that are known, but not word by word: `Measure title`,
  /// `Target (2026)`, `What are we measuring?`; each with one value at least right of it.
  private static func wordyLabels(
    _ sheet: SheetContent, _ column: Int
  ) -> (fields: FieldSet, count: Int) {
    let matcher = HeaderMatcher()
    var fields: FieldSet = []
    var count = 0
    for row in sheet.rows.prefix(depth) {
      guard let index = row.cells.firstIndex(where: { $0.column == column }),
        let text = row.cells[index].text, text.utf8.count <= 60,
        !HeaderVocabulary.shared.knows(text), index + 1 < row.cells.count,
        row.cells[index + 1].column <= column + 2
      else { continue }
      let found = matches(HeaderText(text), matcher, isFew: text.hasSuffix("?"))
      guard let first = found.first else { continue }
      fields.insert(first.field)
      count += 1
    }
    return (fields, count)
  }
}
