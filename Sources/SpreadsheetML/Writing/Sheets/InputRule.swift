/// What may be entered into cells, with a word of help and a word of refusal (ECMA-376 Part 1,
/// 18.3.1.32).
///
///     try sheet.addInputRule(.list(["Monthly", "Quarterly", "Yearly"]), to: "D2:D54")
public struct InputRule: Sendable {
  /// What happens to input that breaks the rule.
  public enum Severity: String, Hashable, Sendable {
    /// It is refused.
    case stop
    /// The person is asked whether to keep it.
    case warning
    /// The person is told.
    case information
  }

  /// What of the input is compared (ECMA-376 Part 1, 18.18.21).
  public enum Quantity: String, Hashable, Sendable {
    /// A number without decimals.
    case wholeNumber = "whole"
    /// Any number.
    case decimal
    /// A day, perhaps with a time.
    case date
    /// A time of day.
    case time
    /// How many characters the text has.
    case textLength
  }

  enum Kind: Sendable {
    case list([String])
    case range(String)
    case compared(Quantity, CellComparison)
    case custom(String)
  }

  var kind: Kind
  /// Whether a blank is fine; true by default.
  public var allowsBlank = true
  /// What happens to other input; stop by default.
  public var severity = Severity.stop
  /// The help's title, at most 32 characters.
  public var promptTitle = ""
  /// The help shown when the cell is selected, at most 255 characters.
  public var prompt = ""
  /// The refusal's title, at most 32 characters.
  public var errorTitle = ""
  /// The refusal, at most 255 characters.
  public var error = ""

  /// One of some words, chosen from a list in the cell.
  ///
  /// A list that cannot stand in the rule, because it is longer than 255 characters or a word has a
  /// comma, goes to a hidden sheet that the workbook gets for this.
  public static func list(_ words: [String]) -> InputRule { InputRule(kind: .list(words)) }

  /// One of the values of a range, such as `Lists!$A$1:$A$9`, or of a defined name.
  public static func list(in range: String) -> InputRule { InputRule(kind: .range(range)) }

  /// A whole number within two bounds, both included.
  public static func wholeNumber(_ bounds: ClosedRange<Int>) -> InputRule {
    .compared(.wholeNumber, .between("\(bounds.lowerBound)", "\(bounds.upperBound)"))
  }

  /// A number within two bounds, both included; an infinite one is no bound.
  public static func decimal(_ bounds: ClosedRange<Double>) -> InputRule {
    // The greatest number that can be typed into a cell.
    let most = 9.99999999999999e307
    func text(_ bound: Double) -> String { ShortestDecimal.text(max(-most, min(bound, most))) }
    return .compared(.decimal, .between(text(bounds.lowerBound), text(bounds.upperBound)))
  }

  /// A day within two days, both included.
  public static func date(_ first: SerialDate, through last: SerialDate) -> InputRule {
    // As formulas, so that the workbook's first day does not matter.
    func formula(_ day: SerialDate) -> String { "DATE(\(day.year),\(day.month),\(day.day))" }
    return .compared(.date, .between(formula(first), formula(last)))
  }

  /// A text of at least and at most so many characters.
  public static func textLength(_ bounds: ClosedRange<Int>) -> InputRule {
    .compared(.textLength, .between("\(bounds.lowerBound)", "\(bounds.upperBound)"))
  }

  /// A number, day or length that compares in a way: `.compared(.date, .greaterThan("$B$1"))`.
  public static func compared(
    _ quantity: Quantity, _ comparison: CellComparison
  ) -> InputRule {
    InputRule(kind: .compared(quantity, comparison))
  }

  /// Whatever makes a formula true, written for the first cell of the first range.
  public static func formula(_ formula: String) -> InputRule {
    InputRule(kind: .custom(formula))
  }

  /// The same rule with a word of help.
  public func prompting(_ title: String, _ text: String) -> InputRule {
    var rule = self
    rule.promptTitle = title
    rule.prompt = text
    return rule
  }

  /// The same rule with a word of refusal.
  public func refusing(
    _ title: String, _ text: String, severity: Severity = .stop
  ) -> InputRule {
    var rule = self
    rule.errorTitle = title
    rule.error = text
    rule.severity = severity
    return rule
  }
}
