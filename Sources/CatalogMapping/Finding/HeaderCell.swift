internal import SpreadsheetML

/// The heading of one column: one cell, or two above one another.
struct HeaderCell: Sendable {
  let column: Int
  /// The heading as a whole, the upper text first.
  let text: HeaderText
  /// The upper of two texts.
  var parent: HeaderText?
  /// The lower of two texts, or the only one.
  let lower: HeaderText
  /// Where the lower text stands.
  let row: Int

  init(column: Int, row: Int, lower: String, parent: String? = nil) {
    self.column = column
    self.row = row
    self.lower = HeaderText(lower)
    if let parent, parent != lower {
      self.parent = HeaderText(parent)
      text = HeaderText(parent.trimmed + " " + lower.trimmed)
    } else {
      text = self.lower
    }
  }
}

/// The text of a cell as a heading shows it: texts, years as numbers, dates by their format.
enum HeaderCellText {
  /// The text, or nil for a blank cell and for numbers that are no years.
  static func text(_ cell: SheetContent.Cell, in sheet: SheetContent) -> String? {
    switch cell.value {
    case .text: return cell.text
    case .number(let number):
      let format = sheet.format(cell)
      if format.kind.isDateOrTime, let date = SerialDate(serial: number, in: sheet.dateSystem) {
        let month = date.month < 10 ? "0\(date.month)" : "\(date.month)"
        return date.day == 1
          ? "\(date.year)-\(month)" : "\(date.year)-\(month)-\(date.day < 10 ? "0" : "")\(date.day)"
      }
      guard number == number.rounded(), (1990...2099).contains(number) else { return nil }
      return String(Int(number))
    default: return nil
    }
  }
}

/// A row that may be a header, with what its cells mean as they stand.
struct HeaderCandidate: Sendable {
  /// Where the row stands in the sheet's rows.
  let index: Int
  let row: Int
  /// The columns that hold a text, from the left.
  let columns: [Int]
  /// The matches of each of these columns.
  let matches: [[HeaderMatch]]
  /// Numbers that are no years, and long texts.
  let misfits: Int
  /// Whether all its cells are bold or filled.
  var standsOut = false

  /// How many different fields are named surely, possibly and only within a family.
  var fields: (certain: FieldSet, possible: FieldSet) {
    var certain: FieldSet = []
    var possible: FieldSet = []
    for list in matches {
      for match in list {
        if match.strength == .certain, match.score >= 0.68 {
          certain.insert(match.field)
        } else if match.strength != .inFamily {
          possible.insert(match.field)
        }
      }
    }
    return (certain, possible.subtracting(certain))
  }

  /// How many columns have some meaning.
  var hits: Int { matches.filter { $0.contains { $0.strength != .inFamily } }.count }

  /// Whether a column names the measure.
  var hasName: Bool {
    let (certain, possible) = fields
    return certain.contains(.name) || possible.contains(.name)
  }

  /// How much speaks for a header.
  var score: Double {
    let (certain, possible) = fields
    return Double(certain.count) + 0.5
      * Double(possible.subtracting([.current]).count > 0 ? min(hits, possible.count) : 0)
      - 0.6 * Double(misfits) - 0.15 * Double(columns.count - hits)
  }
}

/// Finds the rows of a sheet that may be headers.
struct HeaderFinder {
  /// How many rows from the top are looked at in any case.
  static let depth = 120

  let sheet: SheetContent
  private let vocabulary = HeaderVocabulary.shared
  private let matcher = HeaderMatcher()

  init(_ sheet: SheetContent) {
    self.sheet = sheet
  }

  /// The rows with headings, in order.
  func candidates() -> [HeaderCandidate] {
    var found: [HeaderCandidate] = []
    var previous = 0
    var isFirstWide = true
    for (index, row) in sheet.rows.enumerated() {
      // Below the first rows only those that stand out are looked at: after a gap, or set in bold.
      let isApart = row.number != previous + 1
      previous = row.number
      guard index < Self.depth || isApart || startsBold(row) || isTableHeader(row.number) else {
        continue
      }
      if let candidate = candidate(index, row, isFirstWide: isFirstWide) {
        found.append(candidate)
      }
      if row.cells.count >= 3 { isFirstWide = false }
    }
    return found
  }

  /// Rows that look like headers and whose headings are known but for misspelled and shortened
  /// words.
  func misspelledCandidates() -> [HeaderCandidate] {
    var found: [HeaderCandidate] = []
    for (index, row) in sheet.rows.prefix(60).enumerated() where found.count < 8 {
      let texts = row.cells.compactMap { cell in
        HeaderCellText.text(cell, in: sheet).map { (column: cell.column, text: $0) }
      }
      let filled = row.cells.count { !$0.isBlank }
      guard texts.count >= 3, texts.count == filled, texts.allSatisfy({ $0.text.utf8.count <= 60 }),
        index + 1 < sheet.rows.count, sheet.rows[index + 1].cells.count >= 2
      else { continue }
      let matches = texts.map { matcher.matches(HeaderText($0.text)).filter { $0.score >= 0.68 } }
      guard matches.count(where: { !$0.isEmpty }) * 2 >= texts.count else { continue }
      found.append(
        HeaderCandidate(
          index: index, row: row.number, columns: texts.map(\.column), matches: matches, misfits: 0)
      )
    }
    return found
  }

  private func startsBold(_ row: SheetContent.Row) -> Bool {
    row.cells.first.map { sheet.look($0).isBold } ?? false
  }

  private func isTableHeader(_ row: Int) -> Bool {
    sheet.isMarkedHeader(row: row)
  }

  /// The row as a header, if at least one cell is a known heading and the row could be one.
  ///
  /// Rows of values hold a known heading now and then; such are passed over quickly, unless they
  /// stand out or are the first of several cells.
  func candidate(
    _ index: Int, _ row: SheetContent.Row, isFirstWide: Bool
  ) -> HeaderCandidate? {
    var quickHits = 0
    var texts: [(column: Int, text: String)] = []
    var misfits = 0
    for cell in row.cells {
      guard let text = HeaderCellText.text(cell, in: sheet) else {
        if cell.number != nil || cell.isFormula { misfits += 1 }
        continue
      }
      if text.utf8.count > 90 {
        misfits += 1
        continue
      }
      texts.append((cell.column, text))
      if vocabulary.knows(text) { quickHits += 1 }
    }
    guard !texts.isEmpty,
      quickHits * 6 >= texts.count
        || quickHits > 0 && (isFirstWide || startsBold(row) || isTableHeader(row.number))
        || index < 40 && mayBeHeader(row, texts.count, misfits)
    else { return nil }
    let matches = texts.map { matcher.exactMatches(HeaderText($0.text)) }
    guard matches.contains(where: { !$0.isEmpty }) else { return nil }
    return HeaderCandidate(
      index: index, row: row.number, columns: texts.map(\.column), matches: matches,
      misfits: misfits,
      standsOut: row.cells.allSatisfy { cell in
        cell.isBlank || sheet.look(cell).isBold || sheet.look(cell).hasFill
      })
  }

  /// Whether a row without a heading known as it stands is worth a closer look.
  private func mayBeHeader(_ row: SheetContent.Row, _ texts: Int, _ misfits: Int) -> Bool {
    guard texts >= 2, misfits == 0, let first = row.cells.first else { return false }
    let look = sheet.look(first)
    return look.isBold || look.hasFill || row.number == sheet.rows.first?.number
  }
}
