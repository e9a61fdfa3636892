internal import KPICatalog

/// Measures as lines of a terminal, group by group.
struct MeasureTable {
  private let catalog: Catalog
  private let measures: [KPIDefinition]
  private let language: LanguageTag?
  /// The columns there are; nil where nothing sets an end to a line.
  private let width: Int?
  private let words: DisplayWords

  init(
    _ catalog: Catalog, _ measures: [KPIDefinition], language: LanguageTag?,
    width: Int? = Terminal.columns
  ) {
    self.catalog = catalog
    self.measures = measures
    self.language = language ?? catalog.defaultLanguage
    self.width = width
    words = DisplayWords(self.language ?? .english)
  }

  var text: String {
    var lines: [String] = []
    if let title = catalog.title.text(in: language) { lines.append(title) }
    let ids = min(measures.map(\.id.text.count).max() ?? 0, 32)
    let periods = measures.map { frequency(of: $0).count }.max() ?? 0
    let units = max(5, measures.map { unit(of: $0).count }.max() ?? 0)
    let longest = measures.map { name(of: $0).count }.max() ?? 0
    // Two blanks before, two between, and what stands at the right: unit, arrow, frequency.
    let free = width.map { max($0 - 2 - ids - 2 - 2 - units - 3 - periods, 16) }
    let names = min(longest, free ?? longest)
    var group: String?
    for measure in measures {
      let heading = heading(of: measure)
      if heading != group {
        if !lines.isEmpty { lines.append("") }
        if let heading, !heading.isEmpty { lines.append(heading) }
        group = heading
      }
      // An id is there to be used, so it is never cut; a name goes on below where it is too long.
      let id = measure.id.text
      let name = TextColumn.lines(name(of: measure), names)
      lines.append(
        "  " + (id.count > ids ? id : TextColumn.fit(id, ids)) + "  "
          + TextColumn.fit(name.first ?? "", names) + "  "
          + TextColumn.fit(unit(of: measure), units) + " " + arrow(of: measure) + " "
          + TextColumn.fit(frequency(of: measure), periods))
      for line in name.dropFirst() {
        lines.append(String(repeating: " ", count: ids + 4) + line)
      }
    }
    lines.append("")
    lines.append(measures.count == 1 ? "1 measure" : "\(measures.count) measures")
    return lines.map(TextColumn.trimmed).joined(separator: "\n") + "\n"
  }

  private func name(of measure: KPIDefinition) -> String {
    Terminal.visible(measure.name.text(in: language) ?? "")
  }

  private func heading(of measure: KPIDefinition) -> String? {
    let entry = catalog.groups.first { $0.id == measure.group }
    let name = entry?.name.text(in: language) ?? measure.group
    let kind = measure.kind?.rawValue
    return [name, kind.map { "(\($0))" }].compactMap { $0 }.joined(separator: " ")
  }

  private func unit(of measure: KPIDefinition) -> String {
    guard let unit = measure.unit else { return "" }
    switch unit.kind {
    case .percent: return "%"
    case .currency: return unit.currency?.text ?? unit.symbol ?? "money"
    case .duration: return unit.symbol ?? "time"
    case .percentagePoints: return "pp"
    case .boolean: return "y/n"
    default: return unit.kind.rawValue
    }
  }

  /// How often it is measured, in a word of the language asked for.
  private func frequency(of measure: KPIDefinition) -> String {
    measure.frequency.map { words.word("frequency", $0.rawValue).lowercased() } ?? ""
  }

  private func arrow(of measure: KPIDefinition) -> String {
    switch measure.direction {
    case .higherIsBetter: "↑"
    case .lowerIsBetter: "↓"
    case .withinRange: "↔"
    case .unjudged: "·"
    case nil: " "
    }
  }
}

/// Texts cut and filled to columns of a terminal.
enum TextColumn {
  /// The text in exactly `width` columns; what is cut is marked with an ellipsis.
  static func fit(_ text: String, _ width: Int) -> String {
    let visible = Terminal.visible(text)
    if visible.count > width { return visible.prefix(max(width - 1, 0)) + "…" }
    return visible + String(repeating: " ", count: width - visible.count)
  }

  /// The text in lines of at most `width` columns, broken at blanks; a longer word is cut.
  static func lines(_ text: String, _ width: Int) -> [String] {
    guard text.count > width else { return [text] }
    var lines: [String] = []
    for word in text.split(separator: " ") {
      let word = word.count > width ? fit(String(word), width) : String(word)
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(word)
      }
    }
    return lines
  }

  /// The line without blanks at its end.
  static func trimmed(_ line: String) -> String {
    guard let last = line.lastIndex(where: { $0 != " " }) else { return "" }
    return String(line[...last])
  }

  /// The text broken at blanks into lines of at most `width`, each behind `indent` blanks but the
  /// first.
  static func wrap(_ text: String, _ width: Int, indent: Int) -> String {
    let limit = max(width - indent, 20)
    var lines: [String] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var line = ""
      for word in paragraph.split(separator: " ") {
        if !line.isEmpty, line.count + 1 + word.count > limit {
          lines.append(line)
          line = ""
        }
        line += line.isEmpty ? Terminal.visible(String(word)) : " " + Terminal.visible(String(word))
      }
      lines.append(line)
    }
    return lines.joined(separator: "\n" + String(repeating: " ", count: indent))
  }
}
