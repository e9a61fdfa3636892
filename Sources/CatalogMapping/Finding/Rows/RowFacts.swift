internal import SpreadsheetML

/// What a row looks like within the columns of a table.
///
/// Shared, as it is looked at again and again and never changes.
final class RowFacts {
  let row: Int
  /// The text of the name cell, if there is one.
  let name: String?
  let nameCell: SheetContent.Cell?
  /// The first filled cell within the table, and the second.
  private(set) var first: SheetContent.Cell?
  private(set) var second: SheetContent.Cell?
  /// Filled cells within the table.
  private(set) var filled = 0
  /// Filled cells that are texts, those that are not, and those a formula gives.
  private(set) var texts = 0
  private(set) var numbers = 0
  private(set) var formulas = 0
  /// Cells that hold the same as the header.
  private(set) var repeated = 0
  /// How many blank rows stand before it.
  let gap: Int
  /// The merged range its first cell spans across columns, if any.
  private(set) var span: CellRange?
  /// The look of the first cell.
  let look: CellAppearance

  /// Looks at a row.
  ///
  /// - Parameters:
  ///   - row: The row.
  ///   - columns: The columns of the table.
  ///   - nameColumn: The column of the names.
  ///   - previous: The number of the last filled row.
  ///   - sheet: The sheet.
  ///   - header: The text of the header over each of the columns, nil for none.
  ///   - headings: The columns with headings if the row has merged cells, else none.
  init(
    _ row: borrowing SheetContent.Row, columns: ClosedRange<Int>, name nameColumn: Int?,
    previous: Int, in sheet: borrowing SheetContent, header: borrowing [String?],
    headings: borrowing Set<Int>
  ) {
    self.row = row.number
    nameCell = nameColumn.flatMap { row.cell($0) }
    name = nameCell?.text
    gap = row.number - previous - 1
    for cell in row.cells where columns.contains(cell.column) && !cell.isBlank {
      if filled == 0 { first = cell }
      if filled == 1 { second = cell }
      filled += 1
      if cell.isFormula { formulas += 1 }
      if case .text(let text) = cell.value {
        texts += 1
        if let heading = header[cell.column - columns.lowerBound], heading == text {
          repeated += 1
        }
      } else {
        numbers += 1
      }
    }
    look = first.map { sheet.look($0) } ?? CellAppearance()
    // A range within one column of the table, such as a name over two cells, spans nothing.
    if !headings.isEmpty, let first, let merge = sheet.merge(row: row.number, column: first.column),
      headings.count(where: { merge.first.column...merge.last.column ~= $0 }) > 1
    {
      span = merge
    }
  }

  /// The one text of the row: of its only cell, or of a cell with a count beside it.
  var onlyText: String? {
    if filled == 1 { return first?.text }
    // Satisfaction | 14
    guard filled == 2, let text = first?.text, second?.number != nil, span != nil || standsOut
    else { return nil }
    return text
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
    guard let first = text.split(whereSeparator: { $0 == " " || $0 == "-" }).first else {
      return false
    }
    let folded = Folding.fold(first)
    return [
      "total", "totale", "totals", "subtotal", "sub", "summe", "gesamt", "sous", "zwischensumme",
      "subtotale", "somme", "suma", "sum", "teilsumme",
    ]
    .contains(folded)
  }

  /// Whether a text says how many measures there are: `Total number of KPIs`, `Anzahl Kennzahlen: 12`.
  static func countsMeasures(_ text: String) -> Bool {
    guard text.utf8.count <= 60 else { return false }
    let words = Folding.joinWords(Folding.bytes(of: text)).split(separator: UInt8(ascii: " "))
      .map { String(decoding: $0.filter { $0 != UInt8(ascii: ":") }, as: UTF8.self) }
    guard words.contains(where: measures.contains), words.contains(where: counts.contains) else {
      return false
    }
    return words.allSatisfy {
      measures.contains($0) || counts.contains($0) || links.contains($0) || Int($0) != nil
    }
  }

  private static let measures: Set<String> = [
    "kpi", "kpis", "measures", "metrics", "indicators", "indicateurs", "indicatori", "indicadores",
    "kennzahlen", "indikatoren", "messgrossen", "kenngrossen", "misure", "medidas", "mesures",
    "metriche", "metricas", "metriques",
  ]
  private static let counts: Set<String> = [
    "total", "totals", "number", "count", "sum", "no", "nr", "n", "nb", "anzahl", "gesamt",
    "gesamtzahl", "gesamtanzahl", "insgesamt", "summe", "zahl", "nombre", "totale", "totaux",
    "numero", "somma", "cantidad", "conteo", "suma", "somme", "totali", "#",
  ]
  private static let links: Set<String> = [
    "of", "in", "the", "all", "overall", "der", "aller", "von", "an", "die", "d", "de", "des",
    "les", "du", "di", "degli", "dei", "delle", "los", "las", "en", "complessivo", "",
  ]

  /// Whether a text begins with a word for the total of a part: `Subtotal Arles`, `Sous-total
  /// clients`, `Zwischensumme Kunden`.
  static func beginsSubtotal(_ text: String) -> Bool {
    let words = text.split(maxSplits: 2) { $0 == " " || $0 == "-" }.prefix(2).map {
      Folding.fold($0)
    }
    guard let first = words.first else { return false }
    switch first {
    case "subtotal", "subtotale", "subtotals", "zwischensumme", "teilsumme", "soustotal":
      return true
    case "sub", "sous": return words.last.map { $0.hasPrefix("tota") } ?? false
    case "total", "totale", "somme", "suma", "somma":
      return words.last.map {
        ["parcial", "parziale", "partiel", "partielle", "intermediaire"].contains($0)
      } ?? false
    default: return false
    }
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

  /// Whether a text is the number of a page: `Page 2 of 3`, `Seite 2`, `pág. 2/3`.
  static func isPageNumber(_ text: String) -> Bool {
    guard text.utf8.count <= 30 else { return false }
    let words = Folding.fold(text).split(separator: " ")
    guard let first = words.first, words.count >= 2, words.count <= 5,
      ["page", "seite", "pagina", "pag", "p", "blatt", "foglio"].contains(first)
    else { return false }
    return words.dropFirst().allSatisfy {
      Int($0) != nil || ["of", "von", "sur", "di", "de", "nr"].contains($0)
    } && words.contains { Int($0) != nil }
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
