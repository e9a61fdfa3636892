internal import SpreadsheetML

/// Gathers findings; of one rule in one column only the first are told one by one.
struct FindingLog {
  /// How many findings of a rule in a column are told before the rest are summed up.
  static let most = 20

  let file: String
  private(set) var diagnostics: [Diagnostic] = []
  /// How many findings there were of each rule in each column.
  private var counts: [Count] = []
  /// Where in ``counts`` a rule and column stand, by both in one text: a key of a type of its own
  /// costs more at start-up than all findings of a small import.
  private var places: [String: Int] = [:]

  private struct Count {
    let rule: String
    let sheet: String
    let column: Int
    var number = 0
    /// The first finding that is not told.
    var unlisted: (severity: Diagnostic.Severity, cell: CellReference?)?
  }

  init(file: String) {
    self.file = file
  }

  /// Adds a finding at a cell.
  mutating func add(_ finding: ImportFinding, sheet: String?, cell: CellReference?) {
    let column = cell?.column ?? 0
    let key = "\(finding.rule)\n\(column)\n\(sheet ?? "")"
    let place = places[key] ?? counts.count
    if place == counts.count {
      places[key] = place
      counts.append(Count(rule: finding.rule, sheet: sheet ?? "", column: column))
    }
    counts[place].number += 1
    guard counts[place].number <= Self.most else {
      if counts[place].number == Self.most + 1 {
        counts[place].unlisted = (finding.severity, cell)
      }
      return
    }
    diagnostics.append(
      Diagnostic(
        finding.severity,
        at: Place(file: file, sheet: sheet.flatMap { $0.isEmpty ? nil : $0 }, cell: cell),
        finding.message, rule: finding.rule))
  }

  mutating func add(_ finding: ImportFinding, sheet: String?, row: Int, column: Int) {
    add(finding, sheet: sheet, cell: CellReference(row: row, column: column))
  }

  /// Adds a line for each rule and column of which more was found than told.
  mutating func finish() {
    let more = counts.filter { $0.number > Self.most }.sorted {
      ($0.sheet, $0.column, $0.rule) < ($1.sheet, $1.column, $1.rule)
    }
    for count in more {
      let column =
        count.column > 0 ? " in column \(CellReference.letters(ofColumn: count.column))" : ""
      var summary = Diagnostic(
        count.unlisted?.severity ?? .note,
        at: Place(
          file: file, sheet: count.sheet.isEmpty ? nil : count.sheet, cell: count.unlisted?.cell),
        "\(count.number - Self.most) more findings of the rule \(count.rule)\(column) are not listed",
        rule: count.rule)
      summary.unlisted = count.number - Self.most
      diagnostics.append(summary)
    }
    counts = []
    places = [:]
  }
}
