/// The table at the top of a page: a row for each measure; on narrow screens a card.
struct HTMLOverview {
  private let presentation: CatalogPresentation
  private let sections: [PageSection]

  private var words: DisplayWords { presentation.words }

  init(_ presentation: CatalogPresentation, _ sections: [PageSection]) {
    self.presentation = presentation
    self.sections = sections
  }

  var lines: [String] {
    let measures = sections.flatMap(\.measures)
    let columns = columns(measures)
    var lines = [
      "<section aria-labelledby=\"overview_title\">",
      "<h2 id=\"overview_title\">\(HTMLText.escaped(words.text("contents")))</h2>",
      // Roles are said again: cells laid out as cards would lose them in some browsers.
      "<table role=\"table\">",
      "<caption class=\"unseen\">\(HTMLText.escaped(presentation.title))</caption>",
      "<thead role=\"rowgroup\"><tr role=\"row\">",
      "<th role=\"columnheader\" scope=\"col\">\(HTMLText.escaped(words.heading("name")))</th>",
    ]
    for column in columns {
      let heading = HTMLText.escaped(words.heading(column))
      lines.append("<th role=\"columnheader\" scope=\"col\">\(heading)</th>")
    }
    lines += ["</tr></thead>", "<tbody role=\"rowgroup\">"]
    for measure in measures { lines.append(row(measure, columns)) }
    return lines + ["</tbody>", "</table>", "</section>"]
  }

  private func columns(_ measures: [KPIDefinition]) -> [String] {
    var columns = ["kind"]
    if measures.contains(where: { $0.group != nil }) { columns.append("group") }
    columns += ["unit", "direction", "frequency"]
    if measures.contains(where: { !$0.targets.isEmpty }) { columns.append("target") }
    if measures.contains(where: { $0.current != nil }) { columns.append("current") }
    if measures.contains(where: { $0.owner != nil }) { columns.append("owner") }
    return columns
  }

  private func row(_ measure: KPIDefinition, _ columns: [String]) -> String {
    let id = HTMLText.escaped(measure.id.text)
    let name = PageFields(measure, presentation).all.first { $0.kind == .name }
    var line =
      "<tr role=\"row\" id=\"row_\(id)\"><th role=\"rowheader\" scope=\"row\">"
      + "<a href=\"#\(id)\">\(name.map { HTMLText.inline($0) } ?? id)</a></th>"
    for column in columns {
      let label = HTMLText.escaped(words.heading(column))
      line += "<td role=\"cell\" data-label=\"\(label)\">\(cell(column, measure))</td>"
    }
    return line + "</tr>"
  }

  private func cell(_ column: String, _ measure: KPIDefinition) -> String {
    switch column {
    case "kind": return measure.kind.map { HTMLText.chip($0, words) } ?? ""
    case "current":
      guard let current = measure.current else { return "" }
      let value = HTMLText.escaped(presentation.value(current.value, of: measure))
      guard let status = presentation.status(of: measure) else { return value }
      return "<span>\(value) \(HTMLText.chip(status, words))</span>"
    case "target":
      let targets = measure.targets.map { HTMLText.escaped(presentation.target($0, of: measure)) }
      return targets.count < 2
        ? targets.first ?? "" : "<span>\(targets.joined(separator: "<br>"))</span>"
    default: return HTMLText.escaped(plain(column, measure) ?? "")
    }
  }

  private func plain(_ column: String, _ measure: KPIDefinition) -> String? {
    switch column {
    case "group": measure.group.map { presentation.group($0) }
    case "unit": measure.unit.map { presentation.unit($0) }
    case "direction": measure.direction.map { words.word("direction", $0.rawValue) }
    case "frequency": measure.frequency.map { words.word("frequency", $0.rawValue) }
    default: measure.owner
    }
  }
}
