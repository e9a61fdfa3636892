/// What the fields of a column may become.
struct ColumnRule: Sendable {
  /// Whether values are looked for; else every field is text.
  var isTyped = true
  /// The decimals that all numbers of the column have, so that all are shown with them, or -1 where
  /// they differ.
  var places = -1
  /// The style of texts: one that shows line breaks if there are any, else the plain one.
  var textStyle = 0
}

/// What the fields of a column became so far.
struct ColumnMarks: OptionSet, Sendable {
  let rawValue: UInt8

  /// Some are numbers.
  static let number = ColumnMarks(rawValue: 1)
  /// Some of the numbers have decimals.
  static let decimal = ColumnMarks(rawValue: 2)
  /// Some are codes.
  static let code = ColumnMarks(rawValue: 4)
  /// Some are codes unless the column has decimals.
  static let doubtful = ColumnMarks(rawValue: 8)

  /// Whether fields became numbers that belong to codes and should be text like them.
  var isSplit: Bool {
    contains(.number) && (contains(.code) || contains(.doubtful) && !contains(.decimal))
  }
}
