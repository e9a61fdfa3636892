extension StyleTable {
  /// The styles part.
  func markup() -> [UInt8] {
    MarkupText.part { markup in
      markup.element("styleSheet", ["xmlns": MarkupNamespace.main]) { markup in
        appendFormats(to: &markup)
        list("fonts", fonts.all, &markup) { $0.append("font", to: &$1) }
        list("fills", fills.all, &markup) { $0.append(to: &$1) }
        list("borders", borders.all, &markup) { $0.append(to: &$1, isDifferential: false) }
        list("cellStyleXfs", [CellStyle()] + names.map(\.style), &markup) {
          appendFormat($0, isNamed: true, to: &$1)
        }
        list("cellXfs", styles, &markup) { appendFormat($0, isNamed: false, to: &$1) }
        appendNames(to: &markup)
        list("dxfs", highlights.all, &markup) { highlight, markup in
          highlight.append(
            to: &markup, formatID: highlight.numberFormat.map { knownFormatID($0) })
        }
        markup.element(
          "tableStyles",
          [
            "count": "0", "defaultTableStyle": "TableStyleMedium2",
            "defaultPivotStyle": "PivotStyleLight16",
          ])
      }
    }
  }

  private func list<Item>(
    _ name: StaticString, _ items: [Item], _ markup: inout MarkupText,
    _ body: (Item, inout MarkupText) -> Void
  ) {
    markup.element(name, ["count": "\(items.count)"]) { markup in
      for item in items { body(item, &markup) }
    }
  }

  private func appendFormats(to markup: inout MarkupText) {
    guard !formats.isEmpty else { return }
    markup.element("numFmts", ["count": "\(formats.count)"]) { markup in
      for (index, code) in formats.enumerated() {
        markup.element("numFmt", ["numFmtId": "\(164 + index)", "formatCode": code])
      }
    }
  }

  private func appendFormat(_ style: CellStyle, isNamed: Bool, to markup: inout MarkupText) {
    let font = fonts.place(of: style.font)
    let fill = fills.place(of: style.fill)
    let border = borders.place(of: style.border)
    let format = knownFormatID(style.numberFormat)
    let parent = style.name.flatMap { name in names.firstIndex { $0.name == name } }
    let isAligned = style.alignment != CellAlignment()
    let isProtected = !style.isLocked || style.hidesFormula
    markup.element(
      "xf",
      [
        "numFmtId": "\(format)", "fontId": "\(font)", "fillId": "\(fill)", "borderId": "\(border)",
        "xfId": isNamed ? nil : "\(parent.map { $0 + 1 } ?? 0)",
        "applyNumberFormat": flag(format != 0), "applyFont": flag(font != 0),
        "applyFill": flag(fill != 0), "applyBorder": flag(border != 0),
        "applyAlignment": flag(isAligned), "applyProtection": flag(isProtected),
      ]
    ) { markup in
      if isAligned { style.alignment.append(to: &markup) }
      if isProtected {
        markup.element(
          "protection",
          ["locked": style.isLocked ? nil : "0", "hidden": flag(style.hidesFormula)])
      }
    }
  }

  private func appendNames(to markup: inout MarkupText) {
    markup.element("cellStyles", ["count": "\(names.count + 1)"]) { markup in
      markup.element("cellStyle", ["name": "Normal", "xfId": "0", "builtinId": "0"])
      for (index, named) in names.enumerated() {
        markup.element(
          "cellStyle",
          [
            "name": named.name, "xfId": "\(index + 1)",
            "builtinId": StyleTable.builtInNames[named.name].map { "\($0)" },
          ])
      }
    }
  }

  /// The numbers of the named styles that Excel translates (ECMA-376 Part 1, 18.8.7).
  private static let builtInNames: [String: Int] = [
    "Comma": 3, "Currency": 4, "Percent": 5, "Hyperlink": 8, "Note": 10, "Title": 15,
    "Heading 1": 16, "Heading 2": 17, "Heading 3": 18, "Heading 4": 19, "Input": 20,
    "Output": 21, "Calculation": 22, "Total": 25, "Good": 26, "Bad": 27, "Neutral": 28,
    "Explanatory Text": 53,
  ]
}
