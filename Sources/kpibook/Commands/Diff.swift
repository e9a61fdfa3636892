internal import ArgumentParser
internal import KPICatalog

/// What differs between two catalogs.
struct Diff: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, markdown
    case sideBySide = "side-by-side"
  }

  static let configuration = CommandConfiguration(
    commandName: "diff",
    _superCommandName: KPIBook.name,
    abstract: "Show what differs between two catalogs, by measure and field.",
    discussion: """
      Takes catalogs in any form: workbooks, CSV, YAML, JSON, overlays, also mixed. \
      Measures that only have another id are recognized by their code, name or \
      aliases. Ends with status 1 if anything differs. In a terminal of 110 columns \
      or more old and new stand side by side, unless a form is named.

      Example:
        kpibook diff samples/customer-measures-en.xlsx \\
          samples/customer-measures-fr.xlsx --format markdown
      """)

  @Argument(help: "The old catalog: customer-measures, or a workbook, CSV, YAML or JSON file.")
  var old: String

  @Argument(help: "The new catalog.")
  var new: String

  @Option(help: "The form: text, json, markdown or side-by-side.")
  var format: Format?

  @Option(help: "The language of the measures' names. Default: the new catalog's own.")
  var language: String?

  @Option(help: "How many columns a line of text may have. Default: the terminal's, or 80.")
  var width: Int?

  @Option(help: "What an overlay builds on, instead of what it names.")
  var base: String?

  @OptionGroup var reporting: Reporting

  func validate() throws {
    guard old != "-" || new != "-" else {
      throw ValidationError("Only one of the two can come from standard input.")
    }
    guard width.map({ $0 >= 40 }) ?? true else {
      throw ValidationError("A line needs 40 columns at the least.")
    }
  }

  func run() throws {
    let language = try language.map(LanguageChoice.tag)
    let before = try CatalogInput.read(old, base: base)
    let after = try CatalogInput.read(new, base: base)
    before.tellOfBase()
    after.tellOfBase()
    let diff = difference(from: before.catalog, to: after.catalog)
    let shown = language ?? after.catalog.defaultLanguage
    let columns = width ?? Terminal.width
    switch format ?? (columns >= 110 ? .sideBySide : .text) {
    case .json:
      try Terminal.print(JSONValue.adding([("findings", Findings.json)], to: diff.json()))
    case .markdown: try Terminal.print(diff.markdown(language: shown))
    case .text: try Terminal.print(DiffColors.colored(diff.text(width: columns, language: shown)))
    case .sideBySide:
      try Terminal.print(
        DiffColors.colored(diff.text(width: columns, layout: .sideBySide, language: shown)))
    }
    if !diff.isEmpty { throw ExitStatus.findings }
  }

  /// What differs.
  ///
  /// A workbook has its groups from its measures, so that groups and perspectives of no measure are
  /// no difference from one.
  private func difference(from old: Catalog, to new: Catalog) -> CatalogDiff {
    let isBook = [self.old, self.new].contains {
      CatalogSource.form(of: [], named: $0) == .workbook
    }
    guard isBook else { return CatalogDiff(from: old, to: new) }
    return CatalogDiff(from: old.withoutUnusedHeadings, to: new.withoutUnusedHeadings)
  }
}

extension Catalog {
  /// The catalog without the groups and perspectives that none of its measures has.
  fileprivate var withoutUnusedHeadings: Catalog {
    var catalog = self
    let groups = Set(measures.compactMap(\.group))
    let perspectives = Set(measures.compactMap(\.perspective))
    catalog.groups.removeAll { !groups.contains($0.id) }
    catalog.perspectives.removeAll { !perspectives.contains($0.id) }
    return catalog
  }
}

/// The colors of differences: what is gone red, what is new green, measures bold.
enum DiffColors {
  /// The text with colors where a terminal shows them; as it is elsewhere.
  static func colored(_ text: String) -> String {
    guard Terminal.showsColors else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let mark = line.first { $0 != " " }
      let isHeading = line.first != " "
      switch mark {
      case "+" where isHeading || line.hasPrefix("      + "): return paint(line, "32")
      case "-" where isHeading || line.hasPrefix("      - "): return paint(line, "31")
      case "~" where isHeading: return paint(line, "1")
      default: return String(line)
      }
    }.joined(separator: "\n")
  }

  private static func paint(_ line: Substring, _ code: String) -> String {
    "\u{1b}[\(code)m\(line)\u{1b}[0m"
  }
}
