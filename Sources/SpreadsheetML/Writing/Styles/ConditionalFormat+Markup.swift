extension ConditionalFormat {
  /// The change of looks that the rule makes, if it makes one.
  var highlight: HighlightStyle? {
    switch kind {
    case .cells(_, let style), .formula(_, let style), .duplicates(let style), .blanks(let style),
      .errors(let style), .contains(_, let style), .top(_, _, _, let style):
      style
    case .colorScale, .dataBar, .icons: nil
    }
  }

  func check() throws(WorkbookError) {
    switch kind {
    case .cells(let comparison, _): try comparison.check()
    case .colorScale(let stops):
      guard 2...3 ~= stops.count else { throw .colorScale(stops.count) }
      for stop in stops { try stop.0.check() }
    case .dataBar(_, let from, let to, _):
      try from.check()
      try to.check()
    case .icons(let set, let thresholds, _, _):
      guard thresholds.isEmpty || thresholds.count == set.count - 1 else {
        throw .iconThresholds(thresholds.count, icons: set.count)
      }
      for threshold in thresholds { try threshold.check() }
    case .top(let count, _, _, _):
      guard 1...1000 ~= count else { throw .topCount(count) }
    case .formula(let formula, _): try ExcelLimits.checkFormula(formula)
    case .contains(let text, _):
      guard !text.isEmpty, ExcelLimits.fits(text, ExcelLimits.inlineList) else {
        throw .searchedText(text)
      }
    case .duplicates, .blanks, .errors: return
    }
  }

  /// Appends the rule's element.
  ///
  /// - Parameters:
  ///   - markup: takes the element.
  ///   - style: the number of the change of looks.
  ///   - priority: the rule's place in the order of all rules of the sheet, from 1.
  ///   - first: the first cell the rule holds for, from which formulas are seen.
  ///   - barID: the name by which a bar's extension finds it.
  func append(
    to markup: inout MarkupText, style: Int?, priority: Int, first: CellReference, barID: String
  ) {
    func rule(
      _ type: String, _ more: KeyValuePairs<StaticString, String?> = [:],
      formulas: [String] = []
    ) {
      // Attributes cannot be joined, so the rarer ones stand here by name.
      let extra = Dictionary(
        more.map { ("\($0.key)", $0.value) }, uniquingKeysWith: { first, _ in first })
      markup.element(
        "cfRule",
        [
          "type": type, "dxfId": style.map { "\($0)" }, "priority": "\(priority)",
          "stopIfTrue": flag(stopsIfTrue), "percent": extra["percent"] ?? nil,
          "bottom": extra["bottom"] ?? nil, "operator": extra["operator"] ?? nil,
          "text": extra["text"] ?? nil, "rank": extra["rank"] ?? nil,
        ]
      ) { markup in
        for formula in formulas { markup.element("formula", text: formula) }
      }
    }
    switch kind {
    case .cells(let comparison, _):
      let (name, bounds) = comparison.parts
      rule("cellIs", ["operator": name], formulas: bounds)
    case .formula(let formula, _): rule("expression", formulas: [formula])
    case .duplicates: rule("duplicateValues")
    case .blanks: rule("containsBlanks", formulas: ["LEN(TRIM(\(first)))=0"])
    case .errors: rule("containsErrors", formulas: ["ISERROR(\(first))"])
    case .contains(let text, _):
      let quoted = text.split(separator: "\"", omittingEmptySubsequences: false)
        .joined(separator: "\"\"")
      rule(
        "containsText", ["operator": "containsText", "text": text],
        formulas: ["NOT(ISERROR(SEARCH(\"\(quoted)\",\(first))))"])
    case .top(let count, let isPercent, let isBottom, _):
      rule(
        "top10",
        ["rank": "\(count)", "percent": flag(isPercent), "bottom": flag(isBottom)])
    case .colorScale(let stops):
      markup.element("cfRule", ["type": "colorScale", "priority": "\(priority)"]) { markup in
        markup.element("colorScale") { markup in
          for stop in stops { stop.0.append(to: &markup) }
          for stop in stops { markup.element("color", ["rgb": stop.1.argb]) }
        }
      }
    case .dataBar(let color, let from, let to, let showsValue):
      markup.element("cfRule", ["type": "dataBar", "priority": "\(priority)"]) { markup in
        markup.element("dataBar", ["showValue": showsValue ? nil : "0"]) { markup in
          from.append(to: &markup)
          to.append(to: &markup)
          markup.element("color", ["rgb": color.argb])
        }
        markup.element("extLst") { markup in
          markup.element(
            "ext",
            [
              "xmlns:x14": MarkupNamespace.x14,
              "uri": "{B025F937-C7B1-47D3-B67F-A62EFF666E3E}",
            ]
          ) { $0.element("x14:id", text: barID) }
        }
      }
    case .icons(let set, let thresholds, let isReversed, let showsValue):
      markup.element("cfRule", ["type": "iconSet", "priority": "\(priority)"]) { markup in
        markup.element(
          "iconSet",
          [
            "iconSet": set.rawValue, "showValue": showsValue ? nil : "0",
            "reverse": flag(isReversed),
          ]
        ) { markup in
          Threshold.percent(0).append(to: &markup)
          for index in 1..<set.count {
            let even = Threshold.percent((Double(index) * 100 / Double(set.count)).rounded())
            (thresholds.isEmpty ? even : thresholds[index - 1]).append(to: &markup)
          }
        }
      }
    }
  }

  /// The 2010 form of a bar: one colour, and as long as it should be, from nothing to the whole cell
  /// ([MS-XLSX] 2.6.12).
  func appendBarExtension(to markup: inout MarkupText, barID: String, ranges: [CellRange]) {
    guard case .dataBar(_, let from, let to, let showsValue) = kind else { return }
    markup.element("x14:conditionalFormatting", ["xmlns:xm": MarkupNamespace.excelMain]) { markup in
      markup.element("x14:cfRule", ["type": "dataBar", "id": barID]) { markup in
        markup.element(
          "x14:dataBar",
          [
            "minLength": "0", "maxLength": "100", "showValue": showsValue ? nil : "0",
            "gradient": "0",
          ]
        ) { markup in
          from.appendExtended(to: &markup, isLow: true)
          to.appendExtended(to: &markup, isLow: false)
          markup.element("x14:negativeFillColor", ["rgb": "FFC00000"])
          markup.element("x14:axisColor", ["rgb": "FF7F7F7F"])
        }
      }
      markup.element("xm:sqref", text: ranges.map(\.description).joined(separator: " "))
    }
  }
}

extension ConditionalFormat.Threshold {
  fileprivate func check() throws(WorkbookError) {
    switch self {
    case .least, .greatest: return
    case .number(let value), .percent(let value), .percentile(let value):
      guard value.isFinite else { throw .threshold(value) }
    case .formula(let formula): try ExcelLimits.checkFormula(formula)
    }
  }

  /// The kind's name (ECMA-376 Part 1, 18.18.12) and its value.
  private var parts: (String, String?) {
    switch self {
    case .least: ("min", nil)
    case .greatest: ("max", nil)
    case .number(let value): ("num", ShortestDecimal.text(value))
    case .percent(let value): ("percent", ShortestDecimal.text(value))
    case .percentile(let value): ("percentile", ShortestDecimal.text(value))
    case .formula(let formula): ("formula", formula)
    }
  }

  fileprivate func append(to markup: inout MarkupText) {
    markup.element("cfvo", ["type": parts.0, "val": parts.1])
  }

  fileprivate func appendExtended(to markup: inout MarkupText, isLow: Bool) {
    let (name, value) = parts
    // Bars begin at zero if all values are positive, which is what a reader expects of a bar.
    let type = self == .least ? "autoMin" : self == .greatest ? "autoMax" : name
    markup.element("x14:cfvo", ["type": type]) { markup in
      if let value { markup.element("xm:f", text: value) }
    }
  }
}
