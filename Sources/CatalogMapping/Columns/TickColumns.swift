/// Columns that each stand for one value of a closed list, with a tick in the rows that have it.
enum TickColumns {
  /// Plans such columns as the list's field: `Opinion` and `Activity` with ticks are the kind.
  ///
  /// At least two columns of one list are needed, ticks and nothing else in them.
  static func settle(
    _ plans: inout [ColumnPlan], _ profiles: [ColumnProfile], _ headings: [HeaderCell]
  ) {
    let lists: [(ColumnField, WordList)] = [
      (.kind, .kind), (.leadLag, .leadLag), (.frequency, .frequency), (.direction, .direction),
      (.perspective, .perspective), (.lifecycle, .lifecycle),
    ]
    for (field, list) in lists {
      var columns: [(index: Int, value: String)] = []
      for index in plans.indices where isTicked(profiles[index]) {
        let text = headings[index].lower.base
        if let value = list.value(of: text) { columns.append((index, value)) }
      }
      guard columns.count >= 2, Set(columns.map(\.value)).count == columns.count else { continue }
      for (index, value) in columns {
        plans[index].field = field
        plans[index].tickValue = value
        plans[index].certainty = 0.9
        plans[index].rival = nil
        plans[index].reasons = [
          "its cells are ticks, and the heading is one of the values of the \(FieldNames.name(field))"
        ]
      }
      // A column that was taken for the field by its heading alone gives way.
      for index in plans.indices
      where plans[index].field == field && plans[index].tickValue == nil && plans[index].isGuess {
        plans[index].field = .custom
      }
    }
  }

  private static func isTicked(_ profile: ColumnProfile) -> Bool {
    guard profile.filled > 0, profile.rows > profile.filled || profile.booleans == profile.filled
    else {
      return false
    }
    return profile.ticks + profile.booleans == profile.filled
      || profile.numbers == profile.filled && profile.smallest >= 0 && profile.largest <= 1
        && profile.fractions == 0
  }
}
