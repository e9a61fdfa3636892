/// What stands behind the rows of a sheet's part: all that belongs to ranges rather than to cells.
///
/// It gathers while rows are written, and is bounded by Excel's own limits.
struct SheetTail {
  var protection: SheetProtection?
  var autoFilter: CellRange?
  var merged: [CellRange] = []
  var conditionalFormats: [(format: ConditionalFormat, style: Int?, ranges: [CellRange])] = []
  var inputRules: [(rule: InputRule, listRange: String?, ranges: [CellRange])] = []
  var links: [(cell: CellReference, target: LinkTarget)] = []
  var textNumbers: [CellRange] = []
  var notes = CellNotes()
  var charts: [(chart: Chart, place: CellRange)] = []
  var sparklines: [(look: Sparklines, places: [(cell: CellReference, data: String)])] = []
  var tables: [TablePart] = []
  var pageBreaks: [Int] = []

  /// The XML from the end of the rows on.
  ///
  /// - Parameters:
  ///   - print: how the sheet is printed.
  ///   - linkIDs: the relationship of each link that leads outside, by its place among the links.
  ///   - drawingID: the relationship of the drawing with the charts.
  ///   - noteDrawingID: the relationship of the notes' drawing.
  ///   - tableIDs: the relationships of the tables.
  ///   - sheetID: the sheet's number, which makes names of bars unlike those of other sheets.
  /// - Returns: the XML up to the end of the part.
  /// - Throws: ``WorkbookError`` when the header or footer is too long.
  func markup(
    print: PrintSetup, linkIDs: [String?], drawingID: String?, noteDrawingID: String?,
    tableIDs: [String], sheetID: Int
  ) throws(WorkbookError) -> [UInt8] {
    let header = try print.header.code()
    let footer = try print.footer.code()
    var markup = MarkupText()
    markup.close("sheetData")
    protection?.append(to: &markup)
    if let autoFilter { markup.element("autoFilter", ["ref": "\(autoFilter)"]) }
    if !merged.isEmpty {
      markup.element("mergeCells", ["count": "\(merged.count)"]) { markup in
        for range in merged { markup.element("mergeCell", ["ref": "\(range)"]) }
      }
    }
    appendConditionalFormats(to: &markup, sheetID)
    appendInputRules(to: &markup)
    appendLinks(to: &markup, linkIDs)
    append(print, header, footer, to: &markup)
    if !pageBreaks.isEmpty {
      let count = "\(pageBreaks.count)"
      markup.element("rowBreaks", ["count": count, "manualBreakCount": count]) { markup in
        for row in pageBreaks {
          markup.element("brk", ["id": "\(row)", "max": "16383", "man": "1"])
        }
      }
    }
    if !textNumbers.isEmpty {
      markup.element("ignoredErrors") { markup in
        let ranges = textNumbers.map(\.description).joined(separator: " ")
        markup.element("ignoredError", ["sqref": ranges, "numberStoredAsText": "1"])
      }
    }
    if let drawingID { markup.element("drawing", ["r:id": drawingID]) }
    if let noteDrawingID { markup.element("legacyDrawing", ["r:id": noteDrawingID]) }
    if !tableIDs.isEmpty {
      markup.element("tableParts", ["count": "\(tableIDs.count)"]) { markup in
        for id in tableIDs { markup.element("tablePart", ["r:id": id]) }
      }
    }
    appendExtensions(to: &markup, sheetID)
    markup.close("worksheet")
    return markup.bytes
  }

  private func append(
    _ print: PrintSetup, _ header: String, _ footer: String, to markup: inout MarkupText
  ) {
    func text(_ number: Double) -> String { ShortestDecimal.text(number) }
    if print.isCentered || print.printsGridLines {
      markup.element(
        "printOptions",
        [
          "horizontalCentered": flag(print.isCentered), "gridLines": flag(print.printsGridLines),
        ])
    }
    markup.element(
      "pageMargins",
      [
        "left": text(print.margins.sides), "right": text(print.margins.sides),
        "top": text(print.margins.ends), "bottom": text(print.margins.ends),
        "header": text(print.margins.headers), "footer": text(print.margins.headers),
      ])
    let isFitted = print.pagesWide != nil || print.pagesHigh != nil
    if print.paper != nil || print.orientation == .landscape || isFitted {
      markup.element(
        "pageSetup",
        [
          "paperSize": print.paper.map { "\($0.number)" },
          // Nought stands for as many pages as it takes.
          "fitToWidth": isFitted ? "\(print.pagesWide ?? 0)" : nil,
          "fitToHeight": isFitted ? "\(print.pagesHigh ?? 0)" : nil,
          "orientation": print.orientation.rawValue,
        ])
    }
    if !header.isEmpty || !footer.isEmpty {
      markup.element("headerFooter") { markup in
        if !header.isEmpty { markup.element("oddHeader", text: header) }
        if !footer.isEmpty { markup.element("oddFooter", text: footer) }
      }
    }
  }

  private func appendConditionalFormats(to markup: inout MarkupText, _ sheetID: Int) {
    for (index, one) in conditionalFormats.enumerated() {
      guard let first = one.ranges.first?.first else { continue }
      markup.element(
        "conditionalFormatting",
        ["sqref": one.ranges.map(\.description).joined(separator: " ")]
      ) { markup in
        one.format.append(
          to: &markup, style: one.style, priority: index + 1, first: first,
          barID: SheetTail.barID(sheetID, index))
      }
    }
  }

  private func appendInputRules(to markup: inout MarkupText) {
    guard !inputRules.isEmpty else { return }
    markup.element("dataValidations", ["count": "\(inputRules.count)"]) { markup in
      for one in inputRules {
        one.rule.append(to: &markup, listRange: one.listRange, ranges: one.ranges)
      }
    }
  }

  private func appendLinks(to markup: inout MarkupText, _ ids: [String?]) {
    guard !links.isEmpty else { return }
    markup.element("hyperlinks") { markup in
      for (index, link) in links.enumerated() {
        markup.element(
          "hyperlink",
          [
            "ref": "\(link.cell)", "r:id": ids[index], "location": link.target.place,
            "tooltip": link.target.tip,
          ])
      }
    }
  }

  private func appendExtensions(to markup: inout MarkupText, _ sheetID: Int) {
    let bars = conditionalFormats.enumerated().filter {
      if case .dataBar = $0.element.format.kind { return true }
      return false
    }
    guard !bars.isEmpty || !sparklines.isEmpty else { return }
    markup.element("extLst") { markup in
      if !bars.isEmpty {
        markup.element(
          "ext",
          ["xmlns:x14": MarkupNamespace.x14, "uri": "{78C0D931-6437-407d-A8EE-F0AAD7539E65}"]
        ) { markup in
          markup.element("x14:conditionalFormattings") { markup in
            for (index, one) in bars {
              one.format.appendBarExtension(
                to: &markup, barID: SheetTail.barID(sheetID, index), ranges: one.ranges)
            }
          }
        }
      }
      if !sparklines.isEmpty {
        markup.element(
          "ext",
          ["xmlns:x14": MarkupNamespace.x14, "uri": "{05C60535-1F16-4fd2-B633-F4F36F0B64E0}"]
        ) { markup in
          markup.element("x14:sparklineGroups", ["xmlns:xm": MarkupNamespace.excelMain]) { markup in
            for one in sparklines { one.look.append(to: &markup, one.places) }
          }
        }
      }
    }
  }

  /// A name in the form of a GUID that no other bar of the workbook has.
  private static func barID(_ sheet: Int, _ index: Int) -> String {
    func digits(_ number: Int, _ count: Int) -> String {
      let text = String(number, radix: 16, uppercase: true)
      return String(repeating: "0", count: max(count - text.count, 0)) + text
    }
    return "{6B706962-6F6F-4B00-\(digits(sheet & 0xffff, 4))-\(digits(index, 12))}"
  }
}
