/// What a field's text looks like, before its column has a say.
enum FieldForm: UInt8, Sendable {
  case empty
  /// A whole number in its plain form: `0`, `-12`, no more than fifteen digits.
  case integer
  /// Digits with a decimal mark: `1.50`, `.5`.
  case decimal
  /// Digits with an exponent that no code has: `1.5e-7`, `1e+300`.
  case scientific
  /// Digits with marks between the thousands, as the language said writes them: `1.234,50`.
  case grouped
  /// Percents, as `12,5%` or `12,5 %`, where a language was said.
  case percent, spacedPercent
  /// Digits that are no quantity: `007`, `+33123`.
  case code
  /// Digits that are a code unless they stand among decimals: `1E5`, more than fifteen of them.
  case doubtful
  case date
  case dateTime
  case time
  case boolean
  case text
}

/// A field as the scanner sees it.
struct ScannedField {
  var form: FieldForm
  /// How many digits stand behind the decimal mark.
  var places = 0
  /// How many of the field's first bytes are left without zeros at the end of its decimals, and
  /// without a mark with nothing behind it.
  var trimmed = 0
  /// Whether those bytes are a number's shortest text, so that they may be copied.
  var isShortest = false
  /// Whether the number lies so near to nought that its shortest text has an exponent.
  var isTiny = false
  /// Whether marks stand between its thousands.
  var isGrouped = false

  init(_ form: FieldForm) { self.form = form }
}
