/// The drawing of a sheet: where its charts are (ECMA-376 Part 1, 20.5).
enum ChartDrawing {
  static func markup(_ charts: [(chart: Chart, place: CellRange)]) -> [UInt8] {
    MarkupText.part(.plain) { markup in
      markup.element(
        "xdr:wsDr",
        ["xmlns:xdr": MarkupNamespace.sheetDrawing, "xmlns:a": MarkupNamespace.drawing]
      ) { markup in
        for (index, one) in charts.enumerated() { anchor(one.chart, one.place, index + 1, &markup) }
      }
    }
  }

  private static func anchor(
    _ chart: Chart, _ place: CellRange, _ number: Int, _ markup: inout MarkupText
  ) {
    func corner(_ name: StaticString, row: Int, column: Int) {
      markup.element(name) { markup in
        markup.element("xdr:col", text: "\(column)")
        markup.element("xdr:colOff", text: "0")
        markup.element("xdr:row", text: "\(row)")
        markup.element("xdr:rowOff", text: "0")
      }
    }
    markup.begin("xdr:twoCellAnchor")
    corner("xdr:from", row: place.first.row - 1, column: place.first.column - 1)
    corner("xdr:to", row: place.last.row, column: place.last.column)
    markup.element("xdr:graphicFrame", ["macro": ""]) { markup in
      markup.element("xdr:nvGraphicFramePr") { markup in
        markup.element(
          "xdr:cNvPr",
          [
            "id": "\(number + 1)", "name": "Chart \(number)",
            "descr": chart.alternativeText.isEmpty ? nil : chart.alternativeText,
          ])
        markup.element("xdr:cNvGraphicFramePr")
      }
      markup.element("xdr:xfrm") { markup in
        markup.element("a:off", ["x": "0", "y": "0"])
        markup.element("a:ext", ["cx": "0", "cy": "0"])
      }
      markup.element("a:graphic") { markup in
        markup.element("a:graphicData", ["uri": MarkupNamespace.chart]) { markup in
          markup.element(
            "c:chart",
            [
              "xmlns:c": MarkupNamespace.chart, "xmlns:r": MarkupNamespace.relationships,
              "r:id": "rId\(number)",
            ])
        }
      }
    }
    markup.element("xdr:clientData")
    markup.close("xdr:twoCellAnchor")
  }
}
