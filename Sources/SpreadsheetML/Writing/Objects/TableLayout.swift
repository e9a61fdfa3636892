/// How a table of a sheet looks and what its last row adds up (ECMA-376 Part 1, 18.5.1.2).
public struct TableLayout: Sendable {
  /// What the last row of a table holds for a column (ECMA-376 Part 1, 18.18.83).
  public enum Total: String, Hashable, Sendable {
    /// The sum of its numbers.
    case sum
    /// Their mean.
    case average
    /// How many cells are not empty.
    case count
    /// How many numbers there are.
    case numbers = "countNums"
    /// The greatest number.
    case maximum = "max"
    /// The least number.
    case minimum = "min"

    /// The number by which `SUBTOTAL` knows the function, hidden rows not counted.
    var subtotal: Int {
      switch self {
      case .average: 101
      case .numbers: 102
      case .count: 103
      case .maximum: 104
      case .minimum: 105
      case .sum: 109
      }
    }
  }

  /// One of Excel's table styles, such as `TableStyleMedium2`; nil for none.
  public var styleName: String? = "TableStyleMedium2"
  /// Whether every other row is shaded; true by default.
  public var hasRowStripes = true
  /// Whether every other column is shaded; false by default.
  public var hasColumnStripes = false
  /// Whether the first column stands out; false by default.
  public var emphasizesFirstColumn = false
  /// Whether the headings have buttons to filter by; true by default.
  public var hasFilter = true

  /// Makes the layout of an ordinary table.
  public init() {}

  /// An ordinary table in one of Excel's styles: `.styled("TableStyleLight9")`.
  public static func styled(_ name: String?) -> TableLayout {
    var layout = TableLayout()
    layout.styleName = name
    return layout
  }
}

/// A table as its part holds it.
struct TablePart {
  var name: String
  var range: CellRange
  var columns: [String]
  /// What the last row holds for each column; empty without such a row.
  var totals: [TableLayout.Total?]
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

/// Which names Excel takes for tables and ranges (ECMA-376 Part 1, 18.2.5).
enum WorkbookNames {
  /// Whether a text can name a table or a range: letters, digits, underscores, points and
  /// backslashes, no digit or point first, and nothing that could be a cell's address.
  static func isUsable(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first else { return false }
    guard first.properties.isAlphabetic || first == "_" || first == "\\" else { return false }
    let isMade = name.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
        || $0.properties.canonicalCombiningClass != .notReordered
        || "_.\\?".unicodeScalars.contains($0)
    }
    return isMade && CellReference(name) == nil && !isRowColumn(name)
  }

  /// `R`, `C`, `R1C1` and the like.
  private static func isRowColumn(_ name: String) -> Bool {
    var rest = name.uppercased()[...]
    guard rest.first == "R" || rest.first == "C" else { return false }
    if rest.first == "R" { rest = rest.dropFirst().drop { $0.isASCII && $0.isNumber } }
    if rest.first == "C" { rest = rest.dropFirst().drop { $0.isASCII && $0.isNumber } }
    return rest.isEmpty
  }

  /// Whether a text can be on a sheet's tab.
  static func checkSheet(_ name: String, others: some Sequence<String>) throws(WorkbookError) {
    guard !name.isEmpty else { throw .sheetNameEmpty() }
    guard ExcelLimits.fits(name, ExcelLimits.sheetName) else { throw .sheetNameLong(name) }
    for scalar in name.unicodeScalars where "[]:*?/\\".unicodeScalars.contains(scalar) {
      throw .sheetNameCharacter(name, scalar)
    }
    guard name.first != "'", name.last != "'" else { throw .sheetNameQuote(name) }
    for scalar in name.unicodeScalars where scalar.value < 0x20 {
      throw .sheetNameCharacter(name, scalar)
    }
    let folded = name.lowercased()
    // Excel keeps this name for its record of changes.
    guard folded != "history" else { throw .sheetNameReserved(name) }
    for other in others where other.lowercased() == folded { throw .sheetNameTaken(name) }
  }
}
