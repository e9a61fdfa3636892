extension ImportPlan {
  /// The plan in lines of at most 80 columns, for a terminal.
  public var lines: [String] {
    var lines: [String] = []
    for sheet in sheets {
      let name = sheet.name.isEmpty ? "The file" : "Sheet '\(sheet.name)'"
      let hidden = sheet.visibility == "visible" ? "" : " (\(sheet.visibility))"
      if let reason = sheet.leftOut {
        lines += Self.wrapped("\(name)\(hidden): left out, \(reason)", indent: 2)
        continue
      }
      for region in sheet.regions {
        lines += Self.wrapped("\(name)\(hidden): " + region.summary, indent: 2)
        lines += region.details.flatMap { Self.wrapped("  " + $0, indent: 6) }
      }
      if sheet.regions.isEmpty { lines.append("\(name)\(hidden): nothing found") }
    }
    return lines
  }

  /// A text in lines of at most 80 columns, broken at blanks; all but the first are indented.
  static func wrapped(_ text: String, indent: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    let lead = String(text.prefix { $0 == " " })
    for word in text.split(separator: " ", omittingEmptySubsequences: true) {
      let start =
        lines.isEmpty && line.isEmpty
        ? lead : line.isEmpty ? String(repeating: " ", count: indent) : ""
      if line.isEmpty {
        line = start + word
      } else if line.count + 1 + word.count <= 80 {
        line += " " + word
      } else {
        lines.append(line)
        line = String(repeating: " ", count: indent) + word
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }
}

extension ImportPlan.Region {
  /// One sentence: what it is, where, how many measures.
  fileprivate var summary: String {
    let count = measures == 1 ? "1 measure" : "\(measures) measures"
    let rows = firstRow == lastRow ? "row \(firstRow)" : "rows \(firstRow) to \(lastRow)"
    let header =
      headerRows.isEmpty
      ? ""
      : headerRows.count == 1
        ? ", header in row \(headerRows[0])"
        : ", header in rows \(headerRows[0]) and \(headerRows[1])"
    switch layout {
    case "cards": return "forms, \(count) in \(rows), \(language)"
    case "prose": return "a list of names and paragraphs, \(count) in \(rows), \(language)"
    default:
      let name = table.map { "table \($0)" } ?? "a table"
      return "\(name)\(header), \(count) in \(rows), \(language)"
    }
  }

  /// The columns, banners and rows left out, a line each.
  fileprivate var details: [String] {
    var lines: [String] = []
    for column in columns {
      var what = column.field
      if let language = column.language { what += " (\(language))" }
      if let period = column.period { what += " \(period)" }
      let share = Int((column.certainty * 100).rounded())
      let sure =
        column.field == "custom" ? "" : column.isGuess ? ", a guess (\(share) %)" : " (\(share) %)"
      let heading = column.heading.isEmpty ? "" : " '\(column.heading)'"
      let reasons = column.reasons.isEmpty ? "" : ": " + column.reasons.joined(separator: "; ")
      lines.append("\(column.column)\(heading) is \(what)\(sure)\(reasons)")
    }
    for note in context where note.row == 0 {
      lines.append("the sheet's name is the \(note.meaning) '\(note.text)'")
    }
    for note in context where note.row > 0 {
      lines.append("row \(note.row) above it is the \(note.meaning) '\(note.text)'")
    }
    for banner in banners {
      lines.append("row \(banner.row) is the \(banner.meaning) '\(banner.text)'")
    }
    for row in leftOut.prefix(12) {
      lines.append(
        "row \(row.row) is left out, \(row.meaning)"
          + (row.text.isEmpty ? "" : ": '\(row.text.prefix(50))'"))
    }
    if leftOut.count > 12 { lines.append("\(leftOut.count - 12) more rows are left out") }
    return lines
  }
}
