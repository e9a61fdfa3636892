/// Gathers findings and leaves out those nobody wants.
struct FindingCollector {
  private struct Placed {
    /// The measure's place in the catalog, or -1 for the catalog itself.
    let place: Int
    let finding: CheckFinding
  }

  private var placed: [Placed] = []
  private let ignored: Set<String>
  private let minimum: CheckSeverity
  /// The cells of the measure that was found fault with last.
  private var lastCells: (place: Int, cells: CellIndex)?

  init(_ catalog: Catalog, _ options: CheckOptions) {
    ignored = options.ignoredRules.union(catalog.checks.ignoredRules)
    minimum = options.minimumSeverity
  }

  /// Whether a rule says nothing about a measure, or with nil about the catalog.
  func isSilent(_ rule: CheckRule, _ measure: CheckedMeasure? = nil) -> Bool {
    rule.severity < minimum || ignored.contains(rule.name)
      || (measure?.definition.ignoredRules.contains(rule.name) ?? false)
  }

  /// Adds a finding about a measure.
  mutating func add(
    _ rule: CheckRule, _ measure: CheckedMeasure, _ field: String?, _ message: String
  ) {
    guard !isSilent(rule, measure) else { return }
    let definition = measure.definition
    let finding = CheckFinding(
      rule: rule, measure: definition.id, field: field, message: message,
      origin: cells(of: measure).origin(of: field))
    placed.append(Placed(place: measure.index, finding: finding))
  }

  /// Adds a finding about the catalog.
  ///
  /// Its cell is that of a field of the measure that shows best what is meant, if one is given.
  mutating func add(
    _ rule: CheckRule, _ field: String?, _ message: String, seenIn measure: CheckedMeasure? = nil,
    _ measureField: String? = nil
  ) {
    guard !isSilent(rule) else { return }
    let origin = measure.flatMap { cells(of: $0).origin(of: measureField) }
    let finding = CheckFinding(rule: rule, field: field, message: message, origin: origin)
    placed.append(Placed(place: -1, finding: finding))
  }

  private mutating func cells(of measure: CheckedMeasure) -> CellIndex {
    if let lastCells, lastCells.place == measure.index { return lastCells.cells }
    let cells = CellIndex(measure.definition.origin)
    lastCells = (measure.index, cells)
    return cells
  }

  /// The findings by place; about one measure, in the order of the rules.
  var sorted: [CheckFinding] {
    placed.enumerated().sorted {
      ($0.element.place, $0.offset) < ($1.element.place, $1.offset)
    }.map(\.element.finding)
  }
}
