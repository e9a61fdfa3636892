internal import SpreadsheetML

/// Gathers findings; of one rule in one column only the first are told one by one.
struct FindingLog {
  /// How many findings of a rule in a column are told before the rest are summed up.
  static let most = 20

  let file: String
  private(set) var diagnostics: [Diagnostic] = []
  private var counts: [Key: Int] = [:]

  private struct Key: Hashable {
    let rule: String
    let sheet: String
    let column: Int
  }

  init(file: String) {
    self.file = file
  }

  /// Adds a finding at a cell.
  mutating func add(_ finding: ImportFinding, sheet: String?, cell: CellReference?) {
    let key = Key(rule: finding.rule, sheet: sheet ?? "", column: cell?.column ?? 0)
    let count = counts[key, default: 0] + 1
    counts[key] = count
    guard count <= Self.most else { return }
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
    let more = counts.filter { $0.value > Self.most }.sorted {
      ($0.key.sheet, $0.key.column, $0.key.rule) < ($1.key.sheet, $1.key.column, $1.key.rule)
    }
    for (key, count) in more {
      let column = key.column > 0 ? " in column \(CellReference.letters(ofColumn: key.column))" : ""
      diagnostics.append(
        Diagnostic(
          .note, at: Place(file: file, sheet: key.sheet.isEmpty ? nil : key.sheet),
          "\(count - Self.most) more findings of the rule \(key.rule)\(column) are not listed",
          rule: key.rule))
    }
    counts = [:]
  }
}
