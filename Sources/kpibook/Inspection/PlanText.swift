internal import CatalogMapping
internal import SpreadsheetML

/// How an import understands a workbook, in lines a person can check at a glance.
struct PlanText {
  /// Rules of findings that the plan itself tells.
  private static let told: Set<String> = [
    "sheet-left-out", "guessed-column", "ambiguous-column", "nothing-found",
    "column-without-heading",
  ]

  private let plan: ImportPlan
  private let diagnostics: [Diagnostic]
  private let width: Int

  init(_ result: ImportResult, width: Int) {
    plan = result.plan
    diagnostics = result.diagnostics
    self.width = width
  }

  /// The plan, then the findings.
  var lines: [String] {
    var lines: [String] = []
    if plan.measures == 0 { lines.append("No KPI table was found.") }
    for sheet in plan.sheets where !sheet.regions.isEmpty {
      if !lines.isEmpty { lines.append("") }
      lines += self.lines(of: sheet)
    }
    let leftOut = plan.sheets.filter { $0.regions.isEmpty }
    if !leftOut.isEmpty {
      lines += ["", "Left out:"]
      for sheet in leftOut {
        let name = sheet.name.isEmpty ? "the file" : Place.quoted(sheet.name)
        lines.append(
          "  " + wrap("\(name): \(sheet.leftOut ?? "no measures were found on it")", indent: 4))
      }
    }
    let rest = Findings.grouped(diagnostics.filter { !Self.told.contains($0.rule) })
    if !rest.isEmpty {
      lines += ["", "What to know:"]
      lines += rest.map { "  " + wrap(Self.words(for: $0), indent: 4) }
    }
    return lines.flatMap { $0.split(separator: "\n", omittingEmptySubsequences: false) }
      .map { TextColumn.trimmed(String($0)) }
  }

  private func wrap(_ text: String, indent: Int) -> String {
    TextColumn.wrap(text, width, indent: indent)
  }

  private static func words(for diagnostic: Diagnostic) -> String {
    var place = diagnostic.place
    place.file = nil
    let words = place.description
    let severity = diagnostic.severity == .note ? "" : "\(diagnostic.severity.rawValue): "
    return words.isEmpty
      ? severity + diagnostic.message : "\(words): \(severity)\(diagnostic.message)"
  }

  // MARK: Regions

  private func lines(of sheet: ImportPlan.SheetPlan) -> [String] {
    let name = sheet.name.isEmpty ? "The file" : Place.quoted(sheet.name)
    let hidden = sheet.visibility == "visible" ? "" : " (hidden)"
    return sheet.regions.flatMap { region in
      [wrap("\(name)\(hidden): \(summary(of: region))", indent: 2)] + columns(of: region)
        + rows(of: region)
    }
  }

  /// What it is, where, how many measures, in which language.
  private func summary(of region: ImportPlan.Region) -> String {
    let count = region.measures == 1 ? "1 measure" : "\(region.measures) measures"
    let rows =
      region.firstRow == region.lastRow
      ? "row \(region.firstRow)" : "rows \(region.firstRow) to \(region.lastRow)"
    var parts = ["\(count) in \(rows)"]
    switch region.layout {
    case "cards": parts.append("forms of labels and values")
    case "prose": parts.append("names beside paragraphs, no header")
    case "fields": parts.append("every heading is the path of a field")
    default:
      if let table = region.table { parts.append("table \(table)") }
      if let first = region.headerRows.first, let last = region.headerRows.last {
        parts.append("header in " + (first == last ? "row \(first)" : "rows \(first) and \(last)"))
      } else {
        parts.append("no header")
      }
    }
    parts.append("language \(region.language)")
    return parts.joined(separator: ", ")
  }

  /// A line a column: letters, heading, field, how surely; for a guess why.
  private func columns(of region: ImportPlan.Region) -> [String] {
    // Where headings are paths of fields only the others need a look.
    let shown = region.columns.filter { region.layout != "fields" || $0.field == "custom" }
    let headings = min(
      max(shown.map { words(for: $0.heading).count }.max() ?? 0, 8), width * 2 / 5)
    let fields = min(max(shown.map { field(of: $0).count }.max() ?? 0, 8), width / 4)
    var lines: [String] = []
    for column in shown {
      let line =
        "  " + TextColumn.fit(column.column, 4)
        + TextColumn.fit(words(for: column.heading), headings)
        + "  " + TextColumn.fit(field(of: column), fields) + "  " + certainty(of: column)
      lines.append(TextColumn.trimmed(line))
      if column.isGuess || column.rival != nil {
        var why = column.reasons.joined(separator: "; ")
        if let rival = column.rival { why += why.isEmpty ? "" : "; "; why += "can be \(rival) too" }
        lines.append("        " + wrap(why, indent: 8))
      }
    }
    return lines
  }

  private func words(for heading: String) -> String { heading.isEmpty ? "(no heading)" : heading }

  private func field(of column: ImportPlan.Column) -> String {
    var words = column.field
    if let language = column.language { words += " (\(language))" }
    if let period = column.period { words += " \(period)" }
    if let tick = column.tick { words += " = \(tick)" }
    return words
  }

  private func certainty(of column: ImportPlan.Column) -> String {
    if column.field == "custom" { return "kept as it is" }
    let share = "\(Int((column.certainty * 100).rounded())) %"
    return column.isGuess ? "\(share), a guess" : share
  }

  /// What the sheet's name, the texts above and the banners say, and the rows left out.
  private func rows(of region: ImportPlan.Region) -> [String] {
    var lines: [String] = []
    for note in region.context {
      let place = note.row == 0 ? "the sheet's name" : "row \(note.row)"
      lines.append("  " + wrap("\(place) gives the \(note.meaning): \(note.text)", indent: 4))
    }
    var kinds: [String] = []
    for banner in region.banners where !kinds.contains(banner.meaning) {
      kinds.append(banner.meaning)
    }
    for kind in kinds {
      let banners = region.banners.filter { $0.meaning == kind }
      lines.append(list("\(kind) by rows", banners.map { "\($0.row) \($0.text)" }, most: 16))
    }
    if !region.leftOut.isEmpty {
      lines.append(
        list(
          "rows left out",
          region.leftOut.map { row in
            "\(row.row) (\(row.meaning))" + (row.text.isEmpty ? "" : " \(row.text.prefix(24))")
          }, most: 8))
    }
    return lines
  }

  private func list(_ title: String, _ items: [String], most: Int) -> String {
    let more = items.count > most ? ", and \(items.count - most) more" : ""
    return "  " + wrap("\(title): " + items.prefix(most).joined(separator: ", ") + more, indent: 4)
  }
}
