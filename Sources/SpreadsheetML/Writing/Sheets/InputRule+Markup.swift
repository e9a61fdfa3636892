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
    switch kind {
    case .list(let words):
      guard !words.isEmpty else { throw .listEmpty() }
    case .compared(_, let comparison): try comparison.check()
    case .range(let formula), .custom(let formula): try ExcelLimits.checkFormula(formula)
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
    case .compared(let quantity, let comparison):
      type = quantity.rawValue
      formulas = comparison.parts.bounds
      // Between is what the file means when it says nothing.
      if case .between = comparison { break }
      operation = comparison.parts.name
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
