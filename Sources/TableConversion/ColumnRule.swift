/// What the fields of a column may become.
struct ColumnRule: Sendable {
  /// Whether values are looked for; else every field is text.
  var isTyped = true
  /// The decimals that all numbers of the column have, so that all are shown with them, or -1 where
  /// they differ.
  var places = -1
}
