/// What stands before the rows of a sheet's part (ECMA-376 Part 1, 18.3.1.99).
///
/// It is written when the first rows are known, because columns may be as wide as their content.
final class SheetHead {
  private let layout: SheetLayout
  private let isFirstVisible: Bool
  /// The widest content of each fitted column so far, in pixels; -1 for a column of another kind.
  private var contentWidths: [Int]

  init(_ layout: SheetLayout, isFirstVisible: Bool) {
    self.layout = layout
    self.isFirstVisible = isFirstVisible
    contentWidths = layout.columns.map {
      if case .fitted = $0.width { return 0 }
      return -1
    }
  }

  /// Whether some column's width depends on what it holds.
  var measuresContent: Bool { contentWidths.contains { $0 >= 0 } }

  /// Whether the width of a column, from 1, depends on what it holds.
  func measures(_ column: Int) -> Bool {
    column <= contentWidths.count && contentWidths[column - 1] >= 0
  }

  /// Takes in the width of a cell's content.
  func widen(_ column: Int, to pixels: Int) {
    guard measures(column) else { return }
    contentWidths[column - 1] = max(contentWidths[column - 1], pixels)
  }

  /// The XML up to and with the start of the rows; the used range is told if it is known.
  func markup(used: CellRange?) -> [UInt8] {
    MarkupText.part { markup in
      markup.begin(
        "worksheet", ["xmlns": MarkupNamespace.main, "xmlns:r": MarkupNamespace.relationships])
      appendProperties(to: &markup)
      if let used { markup.element("dimension", ["ref": "\(used)"]) }
      appendView(to: &markup)
      markup.element(
        "sheetFormatPr",
        [
          "defaultRowHeight": ShortestDecimal.text(layout.rowHeight ?? 15),
          "customHeight": flag(layout.rowHeight != nil),
        ])
      appendColumns(to: &markup)
      markup.begin("sheetData")
    }
  }

  private func appendProperties(to markup: inout MarkupText) {
    let isFitted = layout.print.pagesWide != nil || layout.print.pagesHigh != nil
    guard layout.tabColor != nil || isFitted else { return }
    markup.element("sheetPr") { markup in
      if let color = layout.tabColor { markup.element("tabColor", ["rgb": color.argb]) }
      if isFitted { markup.element("pageSetUpPr", ["fitToPage": "1"]) }
    }
  }

  private func appendView(to markup: inout MarkupText) {
    let rows = layout.frozenRows
    let columns = layout.frozenColumns
    markup.element("sheetViews") { markup in
      markup.element(
        "sheetView",
        [
          "showGridLines": layout.showsGridLines ? nil : "0",
          "rightToLeft": flag(layout.isRightToLeft), "tabSelected": flag(isFirstVisible),
          "zoomScale": layout.zoom == 100 ? nil : "\(layout.zoom)",
          "zoomScaleNormal": layout.zoom == 100 ? nil : "\(layout.zoom)", "workbookViewId": "0",
        ]
      ) { markup in
        guard rows > 0 || columns > 0,
          let corner = CellReference(row: rows + 1, column: columns + 1)
        else { return }
        let pane = rows == 0 ? "topRight" : columns == 0 ? "bottomLeft" : "bottomRight"
        markup.element(
          "pane",
          [
            "xSplit": columns > 0 ? "\(columns)" : nil, "ySplit": rows > 0 ? "\(rows)" : nil,
            "topLeftCell": "\(corner)", "activePane": pane, "state": "frozen",
          ])
        // Each pane has a selection of its own; the one that scrolls both ways is the active one.
        if rows > 0, columns > 0 {
          markup.element("selection", ["pane": "topRight"])
          markup.element("selection", ["pane": "bottomLeft"])
        }
        markup.element(
          "selection", ["pane": pane, "activeCell": "\(corner)", "sqref": "\(corner)"])
      }
    }
  }

  private func appendColumns(to markup: inout MarkupText) {
    let standard = ColumnLayout()
    guard layout.columns.contains(where: { $0 != standard }) else { return }
    markup.element("cols") { markup in
      for (index, column) in layout.columns.enumerated() where column != standard {
        let width = width(of: column, at: index)
        markup.element(
          "col",
          [
            "min": "\(index + 1)", "max": "\(index + 1)",
            "width": ShortestDecimal.text(width ?? 9.140625),
            "style": column.style.map { "\($0.rawValue)" }, "hidden": flag(column.isHidden),
            "customWidth": flag(width != nil),
          ])
      }
    }
  }

  /// The width as the file keeps it: with the padding, in 256ths of a digit (18.3.1.13).
  private func width(of column: ColumnLayout, at index: Int) -> Double? {
    var characters: Double
    switch column.width {
    case .standard: return nil
    case .characters(let count): characters = count
    case .fitted(let least, let most):
      characters = Double(contentWidths[index]) / 7
      characters = max(least, min(most, characters))
    }
    let pixels = (characters * 7).rounded(.up) + Double(TextWidth.padding)
    return min((pixels / 7 * 256).rounded(.down) / 256, ExcelLimits.columnWidth)
  }
}

extension SheetLayout {
  /// - Throws: ``WorkbookError`` naming what Excel would refuse.
  func check() throws(WorkbookError) {
    guard columns.count <= ExcelLimits.columns else {
      throw .column(columns.count)
    }
    for column in columns {
      if case .characters(let width) = column.width {
        guard width >= 0, width <= ExcelLimits.columnWidth else { throw .columnWidth(width) }
      }
      if case .fitted(let least, let most) = column.width {
        guard least >= 0, least <= most, most <= ExcelLimits.columnWidth else {
          throw .columnWidth(most)
        }
      }
    }
    guard 10...400 ~= zoom else { throw .zoom(zoom) }
    guard frozenRows >= 0, frozenRows < ExcelLimits.rows else { throw .row(frozenRows) }
    guard frozenColumns >= 0, frozenColumns < ExcelLimits.columns else {
      throw .column(frozenColumns)
    }
    if let rowHeight, !(0...ExcelLimits.rowHeight ~= rowHeight) { throw .rowHeight(rowHeight) }
    _ = try print.header.code()
    _ = try print.footer.code()
  }
}
