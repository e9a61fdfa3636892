/// Finds columns that turn out to hold codes after numbers of theirs were written.
struct LateCodes {
  /// What became of the fields of each column that the survey knows.
  private(set) var marks: [ColumnMarks]
  /// The first code of each column, certain or doubtful, and the line it is on.
  private var firsts: [Int: (text: String, line: Int)] = [:]

  init(columns: Int) { marks = Array(repeating: [], count: columns) }

  /// Takes in that something became of a column's field that did not happen before.
  mutating func note(_ new: ColumnMarks, _ index: Int, _ field: Span<UInt8>, line: Int) {
    let isCertain = new.contains(.code) && !marks[index].contains(.code)
    if isCertain || new.contains(.doubtful) && firsts[index] == nil {
      firsts[index] = (ColumnSurvey.text(field), line)
    }
    marks[index] = new
  }

  /// The columns that are partly numbers and partly codes, from the first on.
  func found(names: [String]) -> [WorkbookConversion.LateCode] {
    marks.indices.filter { marks[$0].isSplit }.compactMap { index in
      firsts[index].map {
        WorkbookConversion.LateCode(
          column: index + 1, name: index < names.count ? names[index] : "", text: $0.text,
          line: $0.line)
      }
    }
  }
}
