extension CatalogDiff {
  /// The differences as Markdown: a heading for each measure, its fields in a table.
  ///
  /// - Parameter language: The language of the measures' names; the first one by default.
  /// - Returns: Lines with a line break at the end of each; empty if nothing differs.
  public func markdown(language: LanguageTag? = nil) -> String {
    guard !isEmpty else { return "" }
    var lines = [Self.escaped(summary) + "."]
    if !fields.isEmpty { lines += ["", "## Catalog", ""] + Self.table(fields) }
    for change in measures {
      let name = change.measure.name
      let shown = language.flatMap { name.text(in: $0) } ?? name.entries.first?.text ?? ""
      let title = "## " + Self.code(change.id.text) + " " + Self.escaped(shown)
      lines += ["", change.kind == .changed ? title : title + " (\(change.kind.rawValue))"]
      if !change.remarks.isEmpty {
        lines += ["", Self.escaped(change.remarks.joined(separator: "; ")) + "."]
      }
      if !change.fields.isEmpty { lines += [""] + Self.table(change.fields) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func table(_ changes: [FieldChange]) -> [String] {
    ["| Field | Old | New |", "|---|---|---|"]
      + changes.map { change in
        let field = code(change.field) + (change.kind == .order ? " (order)" : "")
        let cells = [field, escaped(change.old?.text ?? ""), escaped(change.new?.text ?? "")]
        return "| " + cells.joined(separator: " | ") + " |"
      }
  }

  /// A word in code quotes, which hold any mark but their own kind and the table's.
  private static func code(_ text: String) -> String {
    let text = TextLayout.visible(text)
    return text.contains("`") || text.contains("|") ? escaped(text) : "`" + text + "`"
  }

  /// A text in which nothing is taken for Markdown.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\", "|", "*", "_", "`", "[", "]", "#": result += "\\" + String(character)
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case "\n", "\r\n": result += "<br>"
      default: result += TextLayout.visible(String(character))
      }
    }
    return result
  }
}
