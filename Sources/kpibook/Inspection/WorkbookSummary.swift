internal import SpreadsheetML

/// What is in a workbook, sheet by sheet, as lines of a terminal and as JSON.
struct WorkbookSummary {
  struct SheetSummary {
    var sheet: Sheet
    /// Nil for a sheet without cells, such as a chart.
    var overview: SheetOverview?
    var tables: [Table]
  }

  let name: String
  let book: Workbook
  let sheets: [SheetSummary]

  init(_ book: Workbook, name: String) throws {
    self.name = name
    self.book = book
    sheets = try book.sheets.map { sheet in
      SheetSummary(
        sheet: sheet, overview: sheet.kind.hasCells ? try sheet.overview() : nil,
        tables: try sheet.tables())
    }
  }

  /// The names a person defined; those Excel makes for itself are left out.
  var definedNames: [DefinedName] { book.definedNames.filter { !$0.name.hasPrefix("_xlnm.") } }

  /// Lines of at most `width` columns.
  func lines(width: Int) -> [String] {
    let count = sheets.count == 1 ? "1 sheet" : "\(sheets.count) sheets"
    let days = book.dateSystem == .since1904 ? ", dates counted from 1904" : ""
    var lines = ["\(name): \(count)\(days)", ""]
    let names = min(sheets.map { Place.quoted($0.sheet.name).count }.max() ?? 0, 32)
    for summary in sheets {
      let index = String(summary.sheet.index)
      let label = TextColumn.fit(Place.quoted(summary.sheet.name), names)
      let rest = facts(of: summary).joined(separator: ", ")
      lines.append(
        String(repeating: " ", count: max(3 - index.count, 0)) + index + "  " + label + "  "
          + TextColumn.wrap(rest, width, indent: names + 7))
      for table in summary.tables {
        lines.append(
          String(repeating: " ", count: 5) + "table \(table.displayName) in \(table.range)")
      }
    }
    if !definedNames.isEmpty {
      lines.append("")
      lines.append(
        "Names: "
          + TextColumn.wrap(
            definedNames.map { "\($0.name) = \($0.formula)" }.joined(separator: "; "), width,
            indent: 7))
    }
    return lines.map(TextColumn.trimmed)
  }

  private func kindWords(of sheet: Sheet) -> String {
    switch sheet.kind {
    case .worksheet: "cells"
    case .chartsheet: "a chart"
    case .dialogsheet: "a dialog"
    case .macrosheet: "macros of Excel 4"
    case .module: "a module of Visual Basic"
    }
  }

  private func facts(of summary: SheetSummary) -> [String] {
    var facts: [String] = []
    guard let overview = summary.overview else {
      return [kindWords(of: summary.sheet)]
    }
    if summary.sheet.kind == .macrosheet { facts.append(kindWords(of: summary.sheet)) }
    switch summary.sheet.visibility {
    case .visible: break
    case .hidden: facts.append("hidden")
    case .veryHidden: facts.append("very hidden")
    }
    guard let range = overview.usedRange else { return facts + ["empty"] }
    facts.append("\(range)")
    facts.append(overview.cellCount == 1 ? "1 value" : "\(overview.cellCount) values")
    if overview.formulaCount > 0 { facts.append("\(overview.formulaCount) formulas") }
    if let filter = overview.autoFilter { facts.append("filter \(filter)") }
    if !overview.mergedRanges.isEmpty {
      facts.append("\(overview.mergedRanges.count) merged ranges")
    }
    if !overview.validations.isEmpty {
      facts.append("\(overview.validations.count) drop-downs or rules")
    }
    if overview.conditionalFormatCount > 0 { facts.append("conditional formats") }
    if overview.hiddenRowCount > 0 { facts.append("\(overview.hiddenRowCount) hidden rows") }
    if overview.isProtected { facts.append("protected") }
    return facts
  }

  /// The same as members of a JSON object.
  var members: [(String, JSONValue)] {
    [
      ("book", .text(name)),
      ("dateSystem", .text(book.dateSystem == .since1904 ? "1904" : "1900")),
      ("sheets", .list(sheets.map(json))),
      (
        "names",
        .list(
          definedNames.map { .map([("name", .text($0.name)), ("formula", .text($0.formula))]) })
      ),
    ]
  }

  private func json(_ summary: SheetSummary) -> JSONValue {
    let overview = summary.overview
    return .map([
      ("index", .number(summary.sheet.index)), ("name", .text(summary.sheet.name)),
      ("kind", .text(summary.sheet.kind.rawValue)),
      ("visibility", .text(summary.sheet.visibility.rawValue)),
      ("usedRange", .optional(overview?.usedRange)),
      ("values", .number(overview?.cellCount ?? 0)),
      ("formulas", .number(overview?.formulaCount ?? 0)),
      ("autoFilter", .optional(overview?.autoFilter)),
      ("mergedRanges", .list((overview?.mergedRanges ?? []).map { .text($0.description) })),
      (
        "tables",
        .list(
          summary.tables.map {
            .map([("name", .text($0.displayName)), ("range", .text($0.range.description))])
          })
      ),
    ])
  }
}
