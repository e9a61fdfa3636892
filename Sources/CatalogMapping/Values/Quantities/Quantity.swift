internal import KPICatalog

/// A quantity as it was read from a cell, in the measure's unit.
struct Quantity: Sendable {
  /// The value, or the lower end of a range.
  var value: Double
  /// The upper end of a range.
  var high: Double?
  var comparison: QuantityText.Comparison?
  /// The date that stood beside it.
  var moment: Moment?
  /// The unit the cell itself shows: a percent sign, a currency, a length of time.
  var shown: MeasureUnit?
  /// The best value beside it: the 5 of `4.2 / 5`.
  var outOf: Double?
  /// How it was read.
  var rule: ReadingRule
}

/// The rules by which cells are read, for explanations.
enum ReadingRule: String, Sendable {
  case text = "the text as it stands"
  case percentFormat =
    "percent rule 1: the number format has a percent sign, so the fraction is multiplied by 100"
  case plainNumber = "the number as it stands"
  case plainPercent = "percent rule 2: a plain number in percent is taken as it stands"
  case percentText = "percent rule 3: the text ends in a percent sign"
  case numberText = "a number written as text"
  case range = "a range written as text"
  case duration = "a length of time, in the measure's unit"
  case currency = "an amount of money"
  case shownCode = "the number as its format shows it"
  case word = "a word of a closed list"
  case unitWord = "a word for a unit"
  case date = "a date cell"
  case dateText = "a date written as text"
  case bands = "rules of a traffic light"
  case formula = "a formula, parsed where it is certain"
  case prose = "cut out of the description"
  case heading = "said by the heading"
  case banner = "said by the banner above"
  case filledDown = "the value of the cell above holds for the rows below"
  case sheetName = "said by the name of the sheet"
  case mapping = "said by the mapping file"
  case valueShown = "inferred from how the values are written"
  case tick = "a tick in the column of that value"
  case custom = "kept as it stands"
  case catalogName = "the built-in catalog knows the name"
  case slug = "made from the name"
  case numberFlag = "a truth value"
  case fieldPath = "the heading is the path of the field"
}
