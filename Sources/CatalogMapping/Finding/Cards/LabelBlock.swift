/// Labels below one another in a column: those of one form, or those right or left of its own.
struct LabelBlock {
  let column: Int
  var labels: [LabelColumns.Label]
  /// Texts nobody knows above the first label.
  var leading: [LabelColumns.Label] = []
  /// Labels of other columns that belong to the form.
  var others: [LabelColumns.Label] = []

  /// The rows of the column's own labels.
  var rows: ClosedRange<Int> { (labels.first?.row ?? 1)...(labels.last?.row ?? 1) }

  /// The rows of all its labels.
  var allRows: ClosedRange<Int> {
    others.reduce(rows) {
      min($0.lowerBound, $1.row)...max($0.upperBound, $1.row)
    }
  }

  var isNamed: Bool { labels.contains(where: \.isName) }

  /// Whether at least two fields are named.
  var hasFields: Bool { FieldSet(labels.compactMap(\.field)).count >= 2 }

  /// Whether most fields of another block are its own too, as in forms side by side.
  func hasSameFields(as other: LabelBlock) -> Bool {
    let fields = FieldSet(other.labels.compactMap(\.field))
    let own = FieldSet((labels + others).compactMap(\.field))
    return fields.count >= 2 && fields.intersection(own).count * 3 > fields.count * 2
  }

  /// How many rows a row is away from the form.
  func distance(to row: Int) -> Int {
    max(0, allRows.lowerBound - row, row - allRows.upperBound)
  }
}

/// Puts together the blocks of labels that make a form.
enum FormBlocks {
  /// Joins labels without a name of their own to the forms they stand beside; those beside none are
  /// forms too.
  ///
  /// - Parameters:
  ///   - blocks: The blocks without a name.
  ///   - forms: The blocks with a name.
  static func join(_ blocks: [LabelBlock], to forms: inout [LabelBlock]) {
    // What reaches no form yet may do so when others were joined to it.
    var waiting = blocks
    while true {
      let rest = waiting.filter { !join($0, to: &forms) }
      if rest.count == waiting.count { break }
      waiting = rest
    }
    for block in waiting where !join(block, to: &forms) {
      if block.hasFields { forms.append(block) }
    }
  }

  private static func join(_ block: LabelBlock, to forms: inout [LabelBlock]) -> Bool {
    let others = forms.indices.filter {
      forms[$0].column != block.column && !forms[$0].hasSameFields(as: block)
    }
    var beside = others.filter { forms[$0].allRows.overlaps(block.rows) }
    if beside.isEmpty {
      // Lines right below those of a form go on with it.
      beside = others.filter { forms[$0].allRows.upperBound + 1 == block.rows.lowerBound }
    }
    // Labels right of the name are commoner than those left of it.
    let columns = beside.map { forms[$0].column }
    guard
      let column = columns.filter({ $0 < block.column }).max()
        ?? columns.filter({ $0 > block.column }).min()
    else { return false }
    let near = beside.filter { forms[$0].column == column }
    for label in block.labels + block.leading.reversed() {
      // The forms grow while labels are joined to them, so that lines without a gap stay together.
      let closest = near.min {
        forms[$0].distance(to: label.row) < forms[$1].distance(to: label.row)
      }
      guard let closest, case let distance = forms[closest].distance(to: label.row),
        // Texts above the first label belong to the form only within its rows.
        distance <= (label.row < block.rows.lowerBound ? 0 : 3)
      else { continue }
      forms[closest].others.append(label)
    }
    return true
  }
}
