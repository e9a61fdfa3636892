/// A table as its part holds it.
struct TablePart {
  var name: String
  var range: CellRange
  var columns: [String]
  /// What the last row holds for each column; empty without such a row.
  var totals: [TableLayout.Total?]
  /// What stands in the first cell of that row, unless it has a total.
  var totalsLabel = ""
  var layout: TableLayout
  /// The table's number in the workbook, from 1.
  var id: Int

  func markup() -> [UInt8] {
    // The filter covers the headings and the rows below them, not the totals.
    let hasTotals = !totals.isEmpty
    let last =
      CellReference(row: range.last.row - (hasTotals ? 1 : 0), column: range.last.column)
      ?? range.last
    return MarkupText.part { markup in
      markup.element(
        "table",
        [
          "xmlns": MarkupNamespace.main, "id": "\(id)", "name": name, "displayName": name,
          "ref": "\(range)", "totalsRowCount": hasTotals ? "1" : nil,
          "totalsRowShown": hasTotals ? nil : "0",
        ]
      ) { markup in
        if layout.hasFilter {
          markup.element("autoFilter", ["ref": "\(CellRange(range.first, last))"])
        }
        markup.element("tableColumns", ["count": "\(columns.count)"]) { markup in
          for (index, column) in columns.enumerated() {
            let total = totals.indices.contains(index) ? totals[index] : nil
            markup.element(
              "tableColumn",
              [
                "id": "\(index + 1)", "name": column,
                "totalsRowLabel": index == 0 && hasTotals && total == nil && !totalsLabel.isEmpty
                  ? totalsLabel : nil,
                "totalsRowFunction": total?.rawValue,
              ])
          }
        }
        markup.element(
          "tableStyleInfo",
          [
            "name": layout.styleName,
            "showFirstColumn": layout.emphasizesFirstColumn ? "1" : "0",
            "showLastColumn": "0", "showRowStripes": layout.hasRowStripes ? "1" : "0",
            "showColumnStripes": layout.hasColumnStripes ? "1" : "0",
          ])
      }
    }
  }

  /// A column's name as a formula writes it in brackets (ECMA-376 Part 1, 18.17.2.7).
  static func bracketed(_ column: String) -> String {
    var text = ""
    for scalar in column.unicodeScalars {
      if "[]#'@".unicodeScalars.contains(scalar) { text += "'" }
      text.unicodeScalars.append(scalar)
    }
    return text
  }
}
