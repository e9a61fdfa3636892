internal import SpreadsheetML

/// What a row looks like within the columns of a table.
struct RowFacts {
  let row: Int
  /// The filled cells within the table.
  let cells: [SheetContent.Cell]
  /// The text of the name cell, if there is one.
  let name: String?
  let nameCell: SheetContent.Cell?
  /// Filled cells that are no text, and those a formula gives.
  let numbers: Int
  let formulas: Int
  /// Whether blank rows stand before it, counted from the last filled row.
  let gap: Int
  /// The merged range its first cell spans across columns, if any.
  let span: CellRange?
  /// The look of the first cell.
  let look: CellAppearance

  init(
    _ row: SheetContent.Row, columns: ClosedRange<Int>, name nameColumn: Int?, previous: Int,
    in sheet: SheetContent, headings: Set<Int>
  ) {
    self.row = row.number
    cells = row.cells.filter { columns.contains($0.column) && !$0.isBlank }
    nameCell = nameColumn.flatMap { row.cell($0) }
    name = nameCell?.text
    numbers = cells.count { $0.text == nil }
    formulas = cells.count { $0.isFormula }
    gap = row.number - previous - 1
    // A range within one column of the table, such as a name over two cells, spans nothing.
    if let first = cells.first, let merge = sheet.merge(row: row.number, column: first.column),
      headings.count(where: { merge.first.column...merge.last.column ~= $0 }) > 1
    {
      span = merge
    } else {
      span = nil
    }
    look = cells.first.map { sheet.look($0) } ?? CellAppearance()
  }

  var filled: Int { cells.count }

  /// The one text of the row: of its only cell, or of a cell with a count beside it.
  var onlyText: String? {
    switch cells.count {
    case 1: return cells.first?.text
    case 2:
      // Satisfaction | 14
      guard let text = cells.first?.text, cells[1].number != nil,
        span != nil || look.isBold || look.hasFill
      else {
        return nil
      }
      return text
    default: return nil
    }
  }

  /// Whether the row stands out by bold letters or a fill.
  var standsOut: Bool { look.isBold || look.hasFill }
}

/// Words that begin rows which are no measures.
enum RowWords {
  /// Whether a text is a word for a total or a mean: `Total`, `Average`, `Somme`.
  static func isTotal(_ text: String) -> Bool {
    guard text.utf8.count <= 60 else { return false }
    let folded = Folding.bytes(of: text.trimmingMarks)
    return WordList.rows.values(folded: folded).contains("total")
  }

  /// Whether the first word of a text is one for a total: `Total satisfaction`.
  static func beginsTotal(_ text: String) -> Bool {
    guard let first = text.split(separator: " ").first else { return false }
    let folded = Folding.fold(first)
    return [
      "total", "totale", "totals", "subtotal", "sub", "summe", "gesamt", "sous", "zwischensumme",
      "subtotale", "somme", "suma", "sum",
    ]
    .contains(folded)
  }

  /// Whether a text begins as a footnote does: `Source: …`, `* provisional`, `© …`.
  static func isNote(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    switch first {
    case "*", "†", "‡", "©", "¹", "²", "³", "®", "§", "※": return true
    default: break
    }
    let lowered = text.lowercased()
    if lowered.hasPrefix("(c) ") || lowered.hasPrefix("(*)") { return true }
    // A word such as Source or Note, a colon or more text behind it.
    let head = text.prefix { !":–—-(".contains($0) }
    guard head.count < text.count || head.utf8.count <= 24 else { return false }
    let word = Folding.bytes(of: String(head).trimmed)
    if WordList.rows.values(folded: word).contains("note") {
      return text.contains(":") || head.count < text.count || text.split(separator: " ").count <= 2
    }
    // (1) Without school groups.
    if let close = text.firstIndex(of: ")"), text.distance(from: text.startIndex, to: close) <= 3 {
      let inside = text[..<close].filter { $0 != "(" }
      if Int(inside) != nil || inside.count == 1 { return text.count > 6 }
    }
    return false
  }

  /// Whether a text heads a legend.
  static func isLegend(_ text: String) -> Bool {
    guard text.utf8.count <= 50 else { return false }
    let folded = Folding.bytes(of: text.trimmingMarks)
    return WordList.rows.values(folded: folded).contains("legend")
  }

  /// Whether a text is the word for a color of a traffic light alone.
  static func isColor(_ text: String) -> Bool {
    switch Folding.fold(text.trimmingMarks) {
    case "green", "amber", "red", "yellow", "orange", "vert", "rouge", "jaune", "verde", "giallo",
      "rosso", "grun", "gelb", "rot", "amarillo", "rojo", "ambar", "ambra", "arancione", "naranja",
      "grey", "gray", "gris", "grau", "grigio":
      true
    default: false
    }
  }
}
