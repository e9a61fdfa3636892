extension CatalogDiff {
  /// How differences are laid out.
  public enum Layout: Hashable, Sendable {
    /// A field below the other, old before new.
    case lines
    /// Old and new side by side.
    case sideBySide
  }

  /// The differences as a person reads them in a terminal.
  ///
  /// `+` marks what was added, `-` what was removed, `~` a measure that differs. Long texts that
  /// are alike in the greater part are shortened to where they differ.
  ///
  /// - Parameters:
  ///   - width: How many columns a line may have; 40 at the least.
  ///   - layout: How they are laid out; below each other by default. Side by side needs 72 columns.
  ///   - language: The language of the measures' names; the first one by default.
  /// - Returns: Lines with a line break at the end of each; empty if nothing differs.
  public func text(
    width: Int = 80, layout: Layout = .lines, language: LanguageTag? = nil
  ) -> String {
    var lines: [String] = []
    let width = max(width, 40)
    let table = FieldTable(
      width: width, isSideBySide: layout == .sideBySide && width >= 72,
      widest: (fields + measures.flatMap(\.fields)).map { TextLayout.width($0.field) }.max() ?? 0)
    if !fields.isEmpty {
      lines.append("catalog")
      lines += table.lines(fields)
    }
    var lastWasOneLine = false
    for change in measures {
      let name = change.measure.name
      let shown = language.flatMap { name.text(in: $0) } ?? name.entries.first?.text ?? ""
      let mark = change.kind == .added ? "+" : change.kind == .removed ? "-" : "~"
      let heading = mark + " " + change.id.text + "  " + TextLayout.visible(shown)
      let wrapped = TextLayout.wrap(heading, width - 4)
      if !lines.isEmpty, !change.isOneLine || !lastWasOneLine { lines.append("") }
      lastWasOneLine = change.isOneLine
      lines += [wrapped[0]] + wrapped.dropFirst().map { "    " + $0 }
      lines += change.remarks.flatMap { TextLayout.wrap($0, width - 4) }.map { "    " + $0 }
      lines += table.lines(change.fields)
    }
    guard !lines.isEmpty else { return "" }
    lines += [""] + TextLayout.wrap(summary, width)
    return lines.map(TextLayout.trimmed).joined(separator: "\n") + "\n"
  }

  /// How many measures were added, removed, changed, renamed and moved.
  public var summary: String {
    func counted(_ word: String, _ matches: (MeasureChange) -> Bool) -> String? {
      let number = self.measures.filter(matches).count
      return number == 0 ? nil : "\(number) \(word)"
    }
    let parts = [
      counted("added") { $0.kind == .added }, counted("removed") { $0.kind == .removed },
      counted("changed") { !$0.fields.isEmpty }, counted("renamed") { $0.renaming != nil },
      counted("moved") { $0.move != nil },
    ].compactMap(\.self)
    let measures = parts.isEmpty ? nil : "Measures: " + parts.joined(separator: ", ")
    let level =
      fields.isEmpty
      ? nil : "catalog: \(fields.count == 1 ? "1 field" : "\(fields.count) fields") changed"
    return [measures, level].compactMap(\.self).joined(separator: "; ")
  }
}

extension MeasureChange {
  /// Whether there is nothing to say but that it was added or removed.
  fileprivate var isOneLine: Bool { kind != .changed }

  /// What is to be said of the measure as a whole.
  var remarks: [String] {
    var remarks: [String] = []
    if let renaming {
      let reason =
        switch renaming.evidence {
        case .code: "the code is the same"
        case .name: "a name is the same"
        case .alias: "an alias is the other's name"
        case .definition: "the definition is the same"
        }
      remarks.append("was \(renaming.old): \(reason)")
    }
    if let move {
      remarks.append(move.predecessor.map { "moved behind \($0)" } ?? "moved to the first place")
    }
    return remarks
  }
}

/// Fields with their old and new values, in columns.
private struct FieldTable {
  let width: Int
  let isSideBySide: Bool
  /// The columns of the longest field of all: side by side, all old values stand below each other.
  let widest: Int
  private static let indent = "    "

  func lines(_ changes: [FieldChange]) -> [String] {
    let names = changes.map { TextLayout.visible($0.field) }
    let widest = isSideBySide ? self.widest : names.map(TextLayout.width).max() ?? 0
    let column = min(widest, isSideBySide ? max(width / 4, 28) : width / 3)
    return zip(names, changes).flatMap { name, change in
      isSideBySide ? beside(name, change, column) : below(name, change, column)
    }
  }

  /// A value as it is shown: in quotes if only blanks tell it from the other one.
  private func value(_ value: FieldValue?, beside other: FieldValue?) -> String {
    let text = TextLayout.visible(value?.text ?? "")
    guard let value, let other, !value.text.isEmpty,
      value.text.filter({ !$0.isWhitespace }) == other.text.filter({ !$0.isWhitespace })
    else { return text }
    return "“" + text + "”"
  }

  /// The change on one line if it fits, else old and new in paragraphs below the field.
  private func below(_ name: String, _ change: FieldChange, _ column: Int) -> [String] {
    let label = Self.indent + TextLayout.filled(name, column)
    let (short, paragraphs) = words(change)
    let line = label + "  " + short
    if TextLayout.width(name) <= column, TextLayout.width(line) <= width { return [line] }
    let room = width - Self.indent.count - 4
    return TextLayout.wrapPath(name, width - Self.indent.count).map { Self.indent + $0 }
      + paragraphs.flatMap { mark, text in
        TextLayout.wrap(text, room).enumerated().map { index, line in
          Self.indent + "  " + (index == 0 ? mark : " ") + " " + line
        }
      }
  }

  /// The change in a few words, and the same in paragraphs.
  private func words(_ change: FieldChange) -> (String, [(mark: String, text: String)]) {
    if case .items(let added, let removed) = change.kind {
      let parts = [("-", removed), ("+", added)].filter { !$0.1.isEmpty }
        .map { (mark: $0, text: TextLayout.visible($1.joined(separator: ", "))) }
      return (parts.map { $0.mark + " " + $0.text }.joined(separator: "  "), parts)
    }
    let order = change.kind == .order ? "order: " : ""
    let old = order + value(change.old, beside: change.new)
    let new = order + value(change.new, beside: change.old)
    switch (change.old, change.new) {
    case (_?, _?):
      let (shortOld, shortNew) = TextLayout.focused(old, new)
      let arrow =
        (old.isEmpty ? "“”" : old) + " → " + (new.isEmpty ? "“”" : new.dropFirst(order.count))
      return (arrow, [("-", shortOld), ("+", shortNew)])
    case (_?, nil): return ("- " + old, [("-", TextLayout.cut(old))])
    default: return ("+ " + new, [("+", TextLayout.cut(new))])
    }
  }

  private func beside(_ name: String, _ change: FieldChange, _ column: Int) -> [String] {
    let room = (width - Self.indent.count - column - 2 - 3) / 2
    let order = change.kind == .order ? "order: " : ""
    let old = change.old.map { order + value($0, beside: change.new) }
    let new = change.new.map { order + value($0, beside: change.old) }
    let (left, right) =
      old == nil || new == nil
      ? (TextLayout.cut(old ?? ""), TextLayout.cut(new ?? ""))
      : TextLayout.focused(old ?? "", new ?? "")
    let cells = [
      TextLayout.wrapPath(name, column), TextLayout.wrap(left, room), TextLayout.wrap(right, room),
    ]
    let height = cells.map(\.count).max() ?? 0
    return (0..<height).map { row in
      func cell(_ index: Int, _ width: Int) -> String {
        TextLayout.filled(row < cells[index].count ? cells[index][row] : "", width)
      }
      return Self.indent + cell(0, column) + "  " + cell(1, room) + " │ " + cell(2, room)
    }
  }
}
