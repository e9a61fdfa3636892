internal import CatalogMapping
internal import KPICatalog
internal import SpreadsheetML

/// The plan of an application for people.
enum ApplyPlanText {
  /// A line for each cell and row: where, old, new, and why.
  static func lines(_ plan: ApplyPlan) -> String {
    var text = ""
    for change in plan.changes {
      let place = Place(sheet: change.sheet, cell: change.cell)
      let who = change.measure.map { "\($0).\(change.field)" } ?? change.field
      let format = change.numberFormat.map { " as \($0)" } ?? ""
      text +=
        "\(place): \(change.shown?.old ?? shown(change.old)) -> "
        + "\(change.shown?.new ?? shown(change.new))\(format) (\(who), \(change.rule.words))\n"
    }
    for row in plan.removedRows {
      let who = row.measure.map { "\($0)" } ?? "heading or part of a form"
      text += "\(Place(sheet: row.sheet)), row \(row.row): removed (\(who))\n"
    }
    for row in plan.addedRows {
      let who = row.measure.map { "\($0)" } ?? "heading or part of a form"
      let side = row.isAbove ? "above" : "below"
      text += "\(Place(sheet: row.sheet)), \(side) row \(row.anchor): new row (\(who))\n"
      for cell in row.cells where cell.value != .blank {
        text +=
          "  \(CellReference.letters(ofColumn: cell.column)): \(cell.shown ?? shown(cell.value)) "
          + "(\(cell.field), \(cell.rule.words))\n"
      }
    }
    return text
  }

  /// A line for each thing a finished workbook says otherwise than it was to: where, what, and what
  /// to do.
  ///
  /// - Parameters:
  ///   - plan: What would still change.
  ///   - made: The plan that was made, whose own findings were told.
  /// - Returns: The lines.
  static func remaining(_ plan: ApplyPlan, after made: ApplyPlan) -> [String] {
    var lines: [String] = []
    for change in plan.changes {
      let place = Place(sheet: change.sheet, cell: change.cell)
      let who = change.measure.map { "\(change.field) of '\($0)'" } ?? "\(change.field)"
      lines.append(
        "\(place): warning: read again after the change, \(who) is not what the catalog says: the cell "
          + "holds \(shown(change.old)) where \(shown(change.new)) was meant; "
          + (change.rule == .unseen
            ? "apply the catalog to the new workbook once more" : "look which is right"))
    }
    // A measure that would move stands where it is, and is read as of another group.
    let moved = Set(plan.removedRows.compactMap(\.measure)).intersection(
      plan.addedRows.compactMap(\.measure))
    for row in plan.removedRows {
      guard let measure = row.measure else { continue }
      if moved.contains(measure) {
        lines.append(
          "\(Place(sheet: row.sheet)): warning: read again after the change, '\(measure)' in row \(row.row) "
            + "is no longer of its group, as no other heading or sheet is left to tell by; a column "
            + "for the group would say it")
        continue
      }
      lines.append(
        "\(Place(sheet: row.sheet)): warning: read again after the change, row \(row.row) defines "
          + "'\(measure)', which the catalog does not have; delete the row by hand if it is one")
    }
    for row in plan.addedRows {
      guard let measure = row.measure, !moved.contains(measure) else { continue }
      lines.append(
        "\(Place(sheet: row.sheet)): warning: read again after the change, '\(measure)' is not found; "
          + "look whether its row is there and reads like the others, as 'kpibook inspect' shows")
    }
    return lines + unwritten(plan, after: made)
  }

  /// A line for each measure with fields that only now turn out to have no place.
  private static func unwritten(_ plan: ApplyPlan, after made: ApplyPlan) -> [String] {
    // A measure may have another id when it is read again.
    let ids = Dictionary(
      plan.otherIDs.map { ($0.book, $0.catalog) }, uniquingKeysWith: { first, _ in first })
    func key(_ entry: ApplyPlan.UnwrittenField) -> String {
      "\(ids[entry.measure] ?? entry.measure)." + entry.field.prefix { $0 != "." && $0 != "[" }
    }
    let known = Set(made.unwritten.map(key))
    var measures: [String] = []
    var fields: [String: [String]] = [:]
    // The parsed formula follows its text.
    let formulas = Set(
      made.changes.filter { $0.field == "formula" || $0.field == "description" }.compactMap(
        \.measure))
    for entry in plan.unwritten where !known.contains(key(entry)) {
      let isParsed =
        entry.field.hasPrefix("formula.expression") || entry.field.hasPrefix("formula.inputs")
      if isParsed, formulas.contains(ids[entry.measure] ?? entry.measure) { continue }
      if fields[entry.measure.text] == nil { measures.append(entry.measure.text) }
      fields[entry.measure.text, default: []].append(entry.field)
    }
    return measures.map { measure in
      "warning: read again after the change, '\(measure)' does not say what the catalog says of "
        + (fields[measure] ?? []).joined(separator: ", ")
    }
  }

  static func shown(_ value: CellValue) -> String {
    switch value {
    case .blank: return "blank"
    case .number(let number): return CellWords.number(number)
    case .text(let text):
      let line = Terminal.visible(text.replacing("\n", with: "⏎"))
      return "\"\(line.count > 60 ? line.prefix(60) + "…" : line[...])\""
    case .boolean(let isTrue): return isTrue ? "TRUE" : "FALSE"
    case .error(let error): return error.word
    case .isoDate(let text): return text
    }
  }
}

extension WritingRule {
  /// The rule in a few words.
  var words: String {
    switch self {
    case .text: "text"
    case .part: "a part of the text"
    case .number: "number"
    case .fraction: "percent as a fraction"
    case .numberInText: "number in its text"
    case .duration: "length of time as part of a day"
    case .currencyFormat: "number format of the new currency"
    case .dateSerial: "date in the cell's format"
    case .dateText: "date in its text"
    case .columnWord: "word as the column has it"
    case .dropdownWord: "word of the dropdown list"
    case .languageWord: "word in the sheet's language"
    case .code: "code in the cell's format"
    case .list: "list"
    case .bands: "numbers in the rules"
    case .tick: "tick"
    case .boolean: "truth value"
    case .error: "error value"
    case .cleared: "the catalog says nothing"
    case .heading: "heading"
    case .removedRow: "measure removed"
    case .unseen: "what no column has a place for"
    }
  }
}
