internal import ArgumentParser
internal import CatalogMapping
internal import KPICatalog

/// What differs between two versions of a workbook, for `git diff`.
struct GitDiffDriver: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff-driver",
    abstract: "Show what differs between two versions; git calls this.",
    discussion: """
      git gives a file's path, then the old version's file, number and mode, and the \
      same of the new one. The status is always 0, as git wants it.

      Example:
        kpibook git diff-driver book.xlsx old.xlsx 1a2b 100644 new.xlsx 3c4d 100644
      """)

  @Argument(help: "What git gives: PATH OLD-FILE OLD-HEX OLD-MODE NEW-FILE NEW-HEX NEW-MODE.")
  var words: [String]

  func run() throws {
    let path = words[0]
    guard words.count >= 7 else {
      // Of a file in conflict git gives the path alone.
      return try Terminal.print(
        "* \(Terminal.visible(path)): in conflict; 'kpibook git conflicts' tells where\n")
    }
    let name = words.count > 7 ? "\(path) → \(words[7])" : path
    try Terminal.print(
      "kpibook diff \(Terminal.visible(name))\n" + text(old: words[1], new: words[4]) + "\n")
  }

  private func text(old: String, new: String) throws -> String {
    if old == "/dev/null" { return try "new: " + Self.summary(new, words[0]) }
    if new == "/dev/null" { return try "removed: " + Self.summary(old, words[0]) }
    do {
      let before = try WorkbookText.version(try Input.bytes(old), named: words[0]).source
      let after = try WorkbookText.version(try Input.bytes(new), named: words[0]).source
      let columns = Terminal.environment("COLUMNS").flatMap { Int($0) } ?? Terminal.width
      let width = min(max(columns, 40), 400)
      var text = CatalogDiff(from: before.catalog, to: after.catalog)
        .text(
          width: width, layout: width >= 110 ? .sideBySide : .lines,
          language: after.catalog.defaultLanguage)
      if let old = before.rest, let new = after.rest {
        let changes = new.changes(from: old)
        if !changes.isEmpty { text += "\nbeside the measures\n" }
        for change in changes {
          let line = "    " + Terminal.visible(change.description)
          text += (line.count > width * 3 ? line.prefix(width * 3 - 1) + "…" : line) + "\n"
        }
      }
      return text.isEmpty ? "nothing that can be read differs\n" : text
    } catch {
      return "\(Failure.line(for: error))\n"
    }
  }

  private static func summary(_ file: String, _ name: String) throws -> String {
    do {
      let source = try WorkbookText.version(try Input.bytes(file), named: name).source
      let count = source.catalog.measures.count
      return count == 1 ? "1 measure\n" : "\(count) measures\n"
    } catch {
      return "\(Failure.line(for: error))\n"
    }
  }
}
