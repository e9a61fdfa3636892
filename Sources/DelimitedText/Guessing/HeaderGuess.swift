/// Tells whether the first record of a table names its columns.
enum HeaderGuess {
  static func guess(_ records: [SampleRecord]) -> Guess<Bool> {
    let filled = records.filter { !$0.isBlank }
    guard let first = filled.first else {
      return Guess(false, .unsure, because: "the sample has no record")
    }
    let body = filled.dropFirst()
    guard !body.isEmpty else {
      return Guess(false, .unsure, because: "the sample has one record")
    }
    let named = first.kinds.indices.count { column in
      switch first.kinds[column] {
      case .text, .doubtful: holdsValues(column, of: body) { $0.isTyped }
      // A year names a column of anything but years.
      case .year: holdsValues(column, of: body) { $0.isTyped && $0 != .year }
      case .empty, .number, .date, .boolean: false
      }
    }
    if named > 0 {
      let columns = named == 1 ? "1 column has" : "\(named) columns have"
      return Guess(true, .likely, because: "\(columns) values below a name")
    }
    if let column = first.kinds.firstIndex(where: \.isTyped) {
      return Guess(
        false, .likely, because: "field \(column + 1) of the first record is a value")
    }
    let names = first.texts.filter { !$0.isEmpty }
    if names.count * 2 <= first.kinds.count {
      return Guess(false, .unsure, because: "most fields of the first record are empty")
    }
    if Set(names).count < names.count {
      return Guess(false, .unsure, because: "two fields of the first record are the same")
    }
    return Guess(true, .unsure, because: "all columns are text")
  }

  /// Whether most of a column's fields that are not empty are of certain kinds.
  private static func holdsValues(
    _ column: Int, of body: ArraySlice<SampleRecord>, _ isValue: (FieldKind) -> Bool
  ) -> Bool {
    var values = 0
    var filled = 0
    for record in body where column < record.kinds.count {
      if record.kinds[column] != .empty { filled += 1 }
      if isValue(record.kinds[column]) { values += 1 }
    }
    return filled > 0 && values * 5 >= filled * 4
  }
}
