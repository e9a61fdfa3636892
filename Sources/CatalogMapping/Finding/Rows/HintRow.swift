internal import SpreadsheetML

/// Rows between a header and the first measure that only explain the columns.
enum HintRow {
  /// Whether the cells number the columns: `(1) | (2) | (3)`, `a | b | c`, `Col. 1 | Col. 2`.
  static func numbersColumns(_ cells: [SheetContent.Cell]) -> Bool {
    guard cells.count >= 2 else { return false }
    var last: Int?
    var areMarked = true
    // (i) is the first of Roman numbers, and the ninth of letters.
    let isRoman = cells.first?.text.map { bare($0).inside == "i" } ?? false
    for cell in cells {
      guard let (number, isMarked) = number(cell, isRoman: isRoman),
        number == last.map({ $0 + 1 }) ?? number
      else {
        return false
      }
      if last == nil, number > 1 { return false }
      areMarked = areMarked && isMarked
      last = number
    }
    return areMarked || cells.count >= 3
  }

  /// The number a cell gives its column, and whether it stands in brackets or behind a word for
  /// column.
  private static func number(
    _ cell: SheetContent.Cell, isRoman: Bool
  ) -> (Int, isMarked: Bool)? {
    if let number = cell.number {
      guard number == number.rounded(), (0...200).contains(number) else { return nil }
      return (Int(number), false)
    }
    guard let text = cell.text, text.utf8.count <= 24 else { return nil }
    let (inside, isMarked) = bare(text)
    if let number = Int(inside), (0...200).contains(number) { return (number, isMarked) }
    if isRoman { return roman.firstIndex(of: inside).map { ($0 + 1, isMarked) } }
    guard inside.utf8.count == 1, let byte = inside.utf8.first,
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    else { return nil }
    return (Int(byte - UInt8(ascii: "a")) + 1, isMarked)
  }

  /// The text without brackets, a word for column and what a formula adds; and whether it had
  /// brackets or such a word.
  private static func bare(_ text: String) -> (inside: String, isMarked: Bool) {
    // (5) = (4) / (3) gives the column's number first.
    let lead = text.split(separator: "=", maxSplits: 1).first.map { String($0).trimmed } ?? text
    let rest = text.dropFirst(lead.count)
    guard rest.allSatisfy({ !$0.isLetter || $0 == "x" }) else { return (text, false) }
    let inside = lead.filter { !"()[]{}<>.".contains($0) }.trimmed.lowercased()
    for word in ["column", "colonne", "colonna", "columna", "spalte", "col", "sp", "c"]
    where inside.hasPrefix(word) && inside.count > word.count {
      let behind = String(inside.dropFirst(word.count)).trimmed
      if behind.allSatisfy({ $0.isASCII && $0.isNumber }) || behind.count == 1 {
        return (behind, true)
      }
    }
    return (inside, inside.count < lead.count)
  }

  private static let roman = [
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv",
  ]

  /// Whether the cells tell what to write below: `(short title) | (one sentence)`, `e.g. …`,
  /// `[texte]`, `Required | Optional`.
  ///
  /// - Parameters:
  ///   - cells: The filled cells of the row.
  ///   - name: The text in the column of the names.
  /// - Returns: Whether they do.
  static func tellsWhatToWrite(_ cells: [SheetContent.Cell], name: String?) -> Bool {
    if let name, isMarkedExample(name) { return true }
    guard cells.count >= 2, name.map(isHint) ?? true else { return false }
    let hints = cells.count { $0.text.map(isHint) ?? false }
    return hints >= 2 && hints * 3 >= cells.count * 2
  }

  private static func isHint(_ text: String) -> Bool {
    if text.utf8.count >= 3, let first = text.first, let last = text.last {
      switch (first, last) {
      case ("(", ")"), ("[", "]"), ("<", ">"), ("{", "}"), ("‹", "›"), ("«", "»"), ("…", "…"):
        return !text.dropFirst().dropLast().contains(first)
      default: break
      }
    }
    if beginsExample(text) || !text.contains(where: { $0.isLetter || $0.isNumber }) { return true }
    // Text, max. 80 characters
    let kind = text.split(separator: ",", maxSplits: 1).first.map(String.init) ?? text
    return words.contains(Folding.fold(kind.trimmingMarks))
  }

  /// Whether a text says that it is an example and can hardly be a name: `Ex. VAT revenue` can.
  private static func isMarkedExample(_ text: String) -> Bool {
    guard beginsExample(text) else { return false }
    let lowered = text.lowercased()
    return lowered.prefix(6).contains(":")
      || !["ex.", "es. ", "ej."].contains { lowered.hasPrefix($0) }
  }

  /// Whether a text begins as an example does.
  private static func beginsExample(_ text: String) -> Bool {
    guard text.utf8.count >= 4 else { return false }
    let lowered = text.lowercased()
    return leads.contains { lowered.hasPrefix($0) }
  }

  private static let leads = [
    "e.g.", "e.g:", "eg:", "ex.", "ex :", "ex:", "example:", "example :", "par ex", "p. ex.",
    "p.ex.", "exemple:", "exemple :", "exemples :", "z.b.", "z. b.", "bsp.", "bsp:", "beispiel:",
    "ad es.", "ad esempio", "es.:", "es. ", "es:", "esempio:", "p. ej.", "p.ej.", "por ej", "ej.",
    "ej:", "ejemplo:",
  ]

  /// Words that say what kind of entry is asked for, or whether one is, folded.
  private static let words: Set<String> = [
    "required", "mandatory", "must", "muss", "kann", "soll", "m", "o", "optional", "text",
    "free text", "short text", "long text", "number",
    "numeric", "date", "list", "dropdown", "drop down", "choice", "choose from list",
    "select from list", "pick from list", "yes no", "auto", "automatic", "calculated",
    "obligatoire", "facultatif", "texte", "texte libre", "texte court", "nombre", "numerique",
    "liste", "liste deroulante", "choix", "oui non", "requis",
    "obbligatorio", "facoltativo", "opzionale", "testo", "testo libero", "testo breve", "numero",
    "numerico", "elenco", "elenco a discesa", "scelta", "data", "si no",
    "pflicht", "pflichtfeld", "freitext", "kurztext", "zahl", "numerisch", "datum",
    "auswahl", "auswahlliste", "liste auswahl", "ja nein", "optionales feld",
    "obligatorio", "opcional", "texto", "texto libre", "texto breve", "numero entero", "fecha",
    "lista", "lista desplegable", "eleccion",
  ]
}
