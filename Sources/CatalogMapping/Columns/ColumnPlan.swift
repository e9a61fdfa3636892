internal import KPICatalog

/// What a column, or the label of a card, was taken for.
struct ColumnPlan: Sendable {
  /// The column; for cards the column of the values.
  var column: Int
  var field: ColumnField
  /// The heading as written, rows joined by a blank.
  var heading: String
  /// The row of the heading's cell; nil without a header.
  var headingRow: Int?
  /// The language of the texts, if the heading names one or a column of its own stands for it.
  var language: LanguageTag?
  /// The year, period or day the heading names.
  var moment: Moment?
  /// The unit the heading names.
  var unit: MeasureUnit?
  /// How surely it is that, 0 to 1.
  var certainty: Double
  /// Why, for people.
  var reasons: [String] = []
  /// The one value of a closed list that a tick in this column stands for.
  var tickValue: String?
  /// Whether the column has no heading; ``heading`` is then its letter.
  var hasNoHeading = false
  /// The field that was nearly as likely.
  var rival: ColumnField?
}

extension ColumnPlan {
  /// Whether `inspect` calls it a guess.
  var isGuess: Bool { certainty < 0.8 }
}
