extension Chart {
  /// The chart's part.
  func markup() -> [UInt8] {
    MarkupText.part(.plain) { markup in
      markup.element(
        "c:chartSpace",
        [
          "xmlns:c": MarkupNamespace.chart, "xmlns:a": MarkupNamespace.drawing,
          "xmlns:r": MarkupNamespace.relationships,
        ]
      ) { markup in
        markup.element("c:roundedCorners", ["val": "0"])
        markup.element("c:chart") { markup in
          if title.isEmpty {
            markup.element("c:autoTitleDeleted", ["val": "1"])
          } else {
            Chart.append(title: title, size: 1400, to: &markup)
            markup.element("c:autoTitleDeleted", ["val": "0"])
          }
          markup.element("c:plotArea") { appendPlot(to: &$0) }
          if legend != .none {
            markup.element("c:legend") { markup in
              markup.element("c:legendPos", ["val": legend.rawValue])
              markup.element("c:overlay", ["val": "0"])
            }
          }
          markup.element("c:plotVisOnly", ["val": "1"])
          markup.element("c:dispBlanksAs", ["val": "gap"])
        }
        markup.element("c:spPr") { markup in
          markup.element("a:solidFill") { $0.element("a:srgbClr", ["val": "FFFFFF"]) }
          markup.element("a:ln") { $0.element("a:noFill") }
        }
      }
    }
  }

  private func appendPlot(to markup: inout MarkupText) {
    markup.element("c:layout")
    if kind == .line {
      markup.element("c:lineChart") { markup in
        markup.element("c:grouping", ["val": isStacked ? "stacked" : "standard"])
        markup.element("c:varyColors", ["val": "0"])
        appendSeries(to: &markup)
        appendLabels(to: &markup)
        markup.element("c:marker", ["val": "1"])
        markup.element("c:axId", ["val": "111111111"])
        markup.element("c:axId", ["val": "222222222"])
      }
    } else {
      markup.element("c:barChart") { markup in
        markup.element("c:barDir", ["val": kind == .bar ? "bar" : "col"])
        markup.element("c:grouping", ["val": isStacked ? "stacked" : "clustered"])
        markup.element("c:varyColors", ["val": "0"])
        appendSeries(to: &markup)
        appendLabels(to: &markup)
        markup.element("c:gapWidth", ["val": "80"])
        if isStacked { markup.element("c:overlap", ["val": "100"]) }
        markup.element("c:axId", ["val": "111111111"])
        markup.element("c:axId", ["val": "222222222"])
      }
    }
    appendCategoryAxis(to: &markup)
    appendValueAxis(to: &markup)
  }

  private func appendSeries(to markup: inout MarkupText) {
    for (index, one) in series.enumerated() {
      let color = one.color ?? Chart.colors[index % Chart.colors.count]
      markup.element("c:ser") { markup in
        markup.element("c:idx", ["val": "\(index)"])
        markup.element("c:order", ["val": "\(index)"])
        if !one.name.isEmpty { Chart.append(name: one.name, to: &markup) }
        markup.element("c:spPr") { markup in
          if kind == .line {
            markup.element("a:ln", ["w": "28575", "cap": "rnd"]) { markup in
              Chart.append(color, to: &markup)
              markup.element("a:round")
            }
          } else {
            Chart.append(color, to: &markup)
          }
        }
        if kind == .line {
          markup.element("c:marker") { markup in
            markup.element("c:symbol", ["val": one.hasMarkers ? "circle" : "none"])
            if one.hasMarkers {
              markup.element("c:size", ["val": "6"])
              markup.element("c:spPr") { Chart.append(color, to: &$0) }
            }
          }
        } else {
          markup.element("c:invertIfNegative", ["val": "0"])
        }
        if !one.categories.isEmpty {
          markup.element("c:cat") { markup in
            markup.element("c:strRef") { $0.element("c:f", text: one.categories) }
          }
        }
        markup.element("c:val") { markup in
          markup.element("c:numRef") { $0.element("c:f", text: one.values) }
        }
        if kind == .line { markup.element("c:smooth", ["val": "0"]) }
      }
    }
  }

  private func appendLabels(to markup: inout MarkupText) {
    guard showsValues else { return }
    markup.element("c:dLbls") { markup in
      markup.element("c:showLegendKey", ["val": "0"])
      markup.element("c:showVal", ["val": "1"])
      markup.element("c:showCatName", ["val": "0"])
      markup.element("c:showSerName", ["val": "0"])
      markup.element("c:showPercent", ["val": "0"])
      markup.element("c:showBubbleSize", ["val": "0"])
    }
  }

  private func appendCategoryAxis(to markup: inout MarkupText) {
    markup.element("c:catAx") { markup in
      markup.element("c:axId", ["val": "111111111"])
      markup.element("c:scaling") { markup in
        // Bars are read from the top down, so the first category stands there.
        markup.element("c:orientation", ["val": kind == .bar ? "maxMin" : "minMax"])
      }
      markup.element("c:delete", ["val": "0"])
      markup.element("c:axPos", ["val": kind == .bar ? "l" : "b"])
      if !categoryTitle.isEmpty { Chart.append(title: categoryTitle, size: 1000, to: &markup) }
      markup.element("c:numFmt", ["formatCode": "General", "sourceLinked": "1"])
      markup.element("c:majorTickMark", ["val": "none"])
      markup.element("c:minorTickMark", ["val": "none"])
      markup.element("c:tickLblPos", ["val": "low"])
      markup.element("c:spPr") { markup in
        markup.element("a:ln", ["w": "9525"]) { Chart.append(0xBFBFBF, to: &$0) }
      }
      markup.element("c:crossAx", ["val": "222222222"])
      markup.element("c:crosses", ["val": "autoZero"])
      markup.element("c:auto", ["val": "1"])
      markup.element("c:lblAlgn", ["val": "ctr"])
      markup.element("c:lblOffset", ["val": "100"])
      markup.element("c:noMultiLvlLbl", ["val": "0"])
    }
  }

  private func appendValueAxis(to markup: inout MarkupText) {
    markup.element("c:valAx") { markup in
      markup.element("c:axId", ["val": "222222222"])
      markup.element("c:scaling") { markup in
        markup.element("c:orientation", ["val": "minMax"])
        if let greatestValue, greatestValue.isFinite {
          markup.element("c:max", ["val": ShortestDecimal.text(greatestValue)])
        }
        if let leastValue, leastValue.isFinite {
          markup.element("c:min", ["val": ShortestDecimal.text(leastValue)])
        }
      }
      markup.element("c:delete", ["val": "0"])
      markup.element("c:axPos", ["val": kind == .bar ? "b" : "l"])
      markup.element("c:majorGridlines") { markup in
        markup.element("c:spPr") { markup in
          markup.element("a:ln", ["w": "6350"]) { Chart.append(0xD9D9D9, to: &$0) }
        }
      }
      if !valueTitle.isEmpty { Chart.append(title: valueTitle, size: 1000, to: &markup) }
      markup.element(
        "c:numFmt",
        [
          "formatCode": valueFormat?.code ?? "General",
          "sourceLinked": valueFormat == nil ? "1" : "0",
        ])
      markup.element("c:majorTickMark", ["val": "none"])
      markup.element("c:minorTickMark", ["val": "none"])
      markup.element("c:tickLblPos", ["val": "nextTo"])
      markup.element("c:spPr") { markup in
        markup.element("a:ln") { $0.element("a:noFill") }
      }
      markup.element("c:crossAx", ["val": "111111111"])
      // Where the categories run down, the values' axis belongs below the last of them.
      markup.element("c:crosses", ["val": kind == .bar ? "max" : "autoZero"])
      markup.element("c:crossBetween", ["val": "between"])
    }
  }

  private static func append(_ color: CellColor, to markup: inout MarkupText) {
    markup.element("a:solidFill") { $0.element("a:srgbClr", ["val": color.hexadecimal]) }
  }

  /// A name is a text in quotes or the address of a cell.
  private static func append(name: String, to markup: inout MarkupText) {
    markup.element("c:tx") { markup in
      if name.utf8.first == UInt8(ascii: "\""), name.utf8.last == UInt8(ascii: "\""),
        name.utf8.count > 1
      {
        let text = name.dropFirst().dropLast().split(
          separator: "\"\"", omittingEmptySubsequences: false
        ).joined(separator: "\"")
        markup.element("c:v", text: text)
      } else {
        markup.element("c:strRef") { $0.element("c:f", text: name) }
      }
    }
  }

  private static func append(title: String, size: Int, to markup: inout MarkupText) {
    markup.element("c:title") { markup in
      markup.element("c:tx") { markup in
        markup.element("c:rich") { markup in
          markup.element("a:bodyPr")
          markup.element("a:p") { markup in
            markup.element("a:pPr") { $0.element("a:defRPr", ["sz": "\(size)", "b": "0"]) }
            markup.element("a:r") { markup in
              markup.element("a:rPr", ["lang": "en-US", "sz": "\(size)", "b": "0"])
              markup.element("a:t", text: title)
            }
          }
        }
      }
      markup.element("c:overlay", ["val": "0"])
    }
  }
}
