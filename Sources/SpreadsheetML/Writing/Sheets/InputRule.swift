/// What may be entered into cells, with a word of help and a word of refusal (ECMA-376 Part 1,
/// 18.3.1.32).
///
///     try sheet.addInputRule(.list(["Monthly", "Quarterly", "Yearly"]), to: [CellRange("D2:D54")])
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

  enum Kind: Sendable {
    case list([String])
    case range(String)
    case compared(type: String, Comparison)
    case custom(String)
  }

  /// A bound or two.
  enum Comparison: Sendable {
    case between(String, String)
    case notBetween(String, String)
    case one(String, String)
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
    InputRule(
      kind: .compared(type: "whole", .between("\(bounds.lowerBound)", "\(bounds.upperBound)")))
  }

  /// A number within two bounds, both included.
  public static func decimal(_ bounds: ClosedRange<Double>) -> InputRule {
    InputRule(
      kind: .compared(
        type: "decimal",
        .between(
          ShortestDecimal.text(bounds.lowerBound), ShortestDecimal.text(bounds.upperBound))))
  }

  /// A day within two days, both included.
  public static func date(_ first: SerialDate, through last: SerialDate) -> InputRule {
    InputRule(
      kind: .compared(
        type: "date",
        .between(
          ShortestDecimal.text(first.serial() ?? 0), ShortestDecimal.text(last.serial() ?? 0))))
  }

  /// A text of at least and at most so many characters.
  public static func textLength(_ bounds: ClosedRange<Int>) -> InputRule {
    InputRule(
      kind: .compared(type: "textLength", .between("\(bounds.lowerBound)", "\(bounds.upperBound)")))
  }

  /// A number, day or length compared with a formula.
  ///
  /// - Parameters:
  ///   - type: `whole`, `decimal`, `date`, `time` or `textLength`.
  ///   - operation: `lessThan`, `greaterThanOrEqual` and the like (ECMA-376 Part 1, 18.18.20).
  ///   - formula: the bound.
  /// - Returns: the rule.
  public static func compare(
    _ type: String, _ operation: String, _ formula: String
  ) -> InputRule {
    InputRule(kind: .compared(type: type, .one(operation, formula)))
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

extension InputRule {
  /// The words of a list as they can stand in the rule, or nil when they cannot.
  static func inline(_ words: [String]) -> String? {
    let fits = words.allSatisfy { word in
      // Excel takes blanks off the words, and a comma for the next one.
      !word.contains(",") && !word.contains("\n") && !word.isEmpty && word.first != " "
        && word.last != " "
    }
    let joined = words.joined(separator: ",")
    guard fits, !words.isEmpty, ExcelLimits.fits(joined, ExcelLimits.inlineList) else { return nil }
    return "\""
      + joined.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }

  func check() throws(WorkbookError) {
    for (text, limit) in [
      (promptTitle, ExcelLimits.validationTitle), (prompt, ExcelLimits.validationMessage),
      (errorTitle, ExcelLimits.validationTitle), (error, ExcelLimits.validationMessage),
    ] where !ExcelLimits.fits(text, limit) {
      throw .inputRuleText(text, limit: limit)
    }
  }

  /// Appends the rule's element.
  ///
  /// - Parameters:
  ///   - markup: takes the element.
  ///   - listRange: where the words of a list stand that cannot stand in the rule.
  ///   - ranges: the cells.
  func append(to markup: inout MarkupText, listRange: String?, ranges: [CellRange]) {
    var type = ""
    var operation: String?
    var formulas: [String] = []
    switch kind {
    case .list(let words):
      type = "list"
      formulas = [listRange ?? InputRule.inline(words) ?? "\"\""]
    case .range(let range): (type, formulas) = ("list", [range])
    case .custom(let formula): (type, formulas) = ("custom", [formula])
    case .compared(let name, .between(let low, let high)): (type, formulas) = (name, [low, high])
    case .compared(let name, .notBetween(let low, let high)):
      (type, operation, formulas) = (name, "notBetween", [low, high])
    case .compared(let name, .one(let comparison, let bound)):
      (type, operation, formulas) = (name, comparison, [bound])
    }
    markup.element(
      "dataValidation",
      [
        "type": type, "errorStyle": severity == .stop ? nil : severity.rawValue,
        "operator": operation, "allowBlank": flag(allowsBlank), "showInputMessage": "1",
        "showErrorMessage": "1", "errorTitle": errorTitle.isEmpty ? nil : errorTitle,
        "error": error.isEmpty ? nil : error,
        "promptTitle": promptTitle.isEmpty ? nil : promptTitle,
        "prompt": prompt.isEmpty ? nil : prompt,
        "sqref": ranges.map(\.description).joined(separator: " "),
      ]
    ) { markup in
      if let first = formulas.first { markup.element("formula1", text: first) }
      if formulas.count > 1 { markup.element("formula2", text: formulas[1]) }
    }
  }
}
