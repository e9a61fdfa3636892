internal import SpreadsheetML

/// The plan of an edit for people and for programs.
enum EditPlanText {
  /// A line for each cell and each part.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - dates: How the workbook counts days.
  /// - Returns: The lines, each with its line break.
  static func lines(_ plan: EditPlan, dates: DateSystem) -> String {
    var text = ""
    for change in plan.rows {
      let rows = "\(change.rows.lowerBound):\(change.rows.upperBound)"
      let like = change.styledLike.map { " (like row \($0))" } ?? ""
      let word = change.kind == .inserted ? "inserted" : "deleted"
      text += "\(Place.quoted(change.sheet))!\(rows): \(word)\(like)\n"
    }
    for change in plan.changes {
      let place = Place(sheet: change.sheet, cell: change.cell)
      let old = shown(change.oldValue, change.oldFormula.map(\.text), change.oldFormat, dates)
      let new = shown(change.newValue, change.newFormula, change.format, dates)
      var notes: [String] = []
      if change.newCell != change.cell { notes.append("becomes \(change.newCell)") }
      if change.isInNewRow {
        notes.append("new row")
      } else if change.isNewCell {
        notes.append("new cell")
      }
      if change.changesFormat { notes.append("date format") }
      let tail = notes.isEmpty ? "" : " (\(notes.joined(separator: ", ")))"
      text += "\(place): \(old) -> \(new)\(tail)\n"
    }
    for cell in plan.unchanged {
      text += "\(Place(sheet: cell.sheet, cell: cell.cell)): unchanged\n"
    }
    for follower in plan.followers {
      let place = Place(sheet: follower.sheet, cell: follower.cell).description
      let new = follower.new.map(shortened) ?? "removed"
      text += "\(place.isEmpty ? "" : "\(place): ")\(follower.subject): "
      text += "\(shortened(follower.old)) -> \(new)\n"
    }
    if plan.followerCount > plan.followers.count {
      text += "and \(plan.followerCount - plan.followers.count) more\n"
    }
    for part in plan.parts {
      let word = part.isRemoved ? "removed" : "changed"
      text += "\(part.part): \(word): \(part.reasons.joined(separator: "; "))\n"
    }
    return text
  }

  private static func shortened(_ text: String) -> String {
    text.count > 100 ? text.prefix(100) + "…" : text
  }

  private static func shown(
    _ value: CellValue, _ formula: String?, _ format: NumberFormat, _ dates: DateSystem
  ) -> String {
    if let formula { return formula.isEmpty ? "a shared formula" : "=\(formula)" }
    if case .number(let number) = value, format.kind.isDateOrTime {
      return format.text(for: number, dateSystem: dates)
    }
    switch value {
    case .blank: return "blank"
    case .number(let number): return CellWords.number(number)
    case .text(let text): return "\"\(text.count > 60 ? text.prefix(60) + "…" : text[...])\""
    case .boolean(let isTrue): return isTrue ? "TRUE" : "FALSE"
    case .error(let error): return error.word
    case .isoDate(let text): return text
    }
  }

  /// The plan as a JSON object.
  static func json(_ plan: EditPlan, book: String) -> String {
    let changes = plan.changes.map { change in
      var fields = [
        field("sheet", string(change.sheet)), field("cell", string("\(change.cell)")),
        field("old", value(change.oldValue)),
      ]
      if let formula = change.oldFormula {
        fields.append(field("oldFormula", string(formula.text)))
      }
      fields.append(field("new", value(change.newValue)))
      if let formula = change.newFormula { fields.append(field("newFormula", string(formula))) }
      if change.newCell != change.cell {
        fields.append(field("becomes", string("\(change.newCell)")))
      }
      if change.isInNewRow { fields.append(field("newRow", "true")) }
      if change.isNewCell { fields.append(field("newCell", "true")) }
      if change.changesFormat { fields.append(field("newFormat", "true")) }
      return "    { \(fields.joined(separator: ", ")) }"
    }
    let unchanged = plan.unchanged.map {
      "    { \(field("sheet", string($0.sheet))), \(field("cell", string("\($0.cell)"))) }"
    }
    let parts = plan.parts.map { part in
      let reasons = "[" + part.reasons.map(string).joined(separator: ", ") + "]"
      return "    { \(field("part", string(part.part))), "
        + "\(field("removed", part.isRemoved ? "true" : "false")), \(field("reasons", reasons)) }"
    }
    func list(_ name: String, _ items: [String]) -> String {
      "  \(string(name)): [" + (items.isEmpty ? "]" : "\n\(items.joined(separator: ",\n"))\n  ]")
    }
    let rows = plan.rows.map { change in
      var fields = [
        field("sheet", string(change.sheet)),
        field("change", string(change.kind == .inserted ? "inserted" : "deleted")),
        field("first", "\(change.rows.lowerBound)"), field("last", "\(change.rows.upperBound)"),
      ]
      if let row = change.styledLike { fields.append(field("styledLike", "\(row)")) }
      return "    { \(fields.joined(separator: ", ")) }"
    }
    let followers = plan.followers.map { follower in
      var fields = [field("what", string(follower.subject))]
      if let sheet = follower.sheet { fields.append(field("sheet", string(sheet))) }
      if let cell = follower.cell { fields.append(field("cell", string("\(cell)"))) }
      fields.append(field("old", string(follower.old)))
      fields.append(field("new", follower.new.map(string) ?? "null"))
      return "    { \(fields.joined(separator: ", ")) }"
    }
    let moved =
      plan.rows.isEmpty
      ? []
      : [
        list("rows", rows), list("follow", followers),
        "  " + field("followCount", "\(plan.followerCount)"),
      ]
    let lists =
      moved + [list("changes", changes), list("unchanged", unchanged), list("parts", parts)]
    return "{\n  \(field("book", string(book))),\n\(lists.joined(separator: ",\n"))\n}\n"
  }

  private static func field(_ name: String, _ value: String) -> String {
    "\(string(name)): \(value)"
  }

  private static func value(_ value: CellValue) -> String {
    switch value {
    case .blank: "null"
    case .number(let number): CellWords.number(number)
    case .text(let text): string(text)
    case .boolean(let isTrue): isTrue ? "true" : "false"
    case .error(let error): "{ \(field("error", string(error.word))) }"
    case .isoDate(let text): "{ \(field("date", string(text))) }"
    }
  }

  private static func string(_ text: String) -> String { JSONValue.quoted(text) }
}

/// Numbers as cells have them.
enum CellWords {
  /// The shortest decimal that reads back the same.
  static func number(_ number: Double) -> String {
    ShortestDecimal.text(number)
  }
}
