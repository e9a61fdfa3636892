internal import CatalogMapping
internal import SpreadsheetML
internal import Synchronization

/// What a run finds out about its files: told once each on standard error, and gathered for reports.
enum Findings {
  private struct State {
    var isQuiet = false
    var gathered: [Diagnostic] = []
    var told: Set<String> = []
    var areReadingNotesTold = false
  }

  private static let state = Mutex(State())

  /// How many findings of one rule in one column are told before the rest are counted.
  private static let most = 3

  /// How many measures are named whose fields or rows a workbook has no place for: what is not done
  /// is worth a line each.
  private static let mostUndone = 50

  /// The rules of what is not done.
  private static let undone: Set<String> = ["no-place", "no-row", "name-only", "from-around"]

  /// Whether notes are kept from standard error; warnings and errors never are.
  static var isQuiet: Bool {
    get { state.withLock { $0.isQuiet } }
    set { state.withLock { $0.isQuiet = newValue } }
  }

  /// Whether the notes of reading a file are told one by one, as the commands do whose matter the
  /// reading is; the others only say how many there are.
  static var areReadingNotesTold: Bool {
    get { state.withLock { $0.areReadingNotesTold } }
    set { state.withLock { $0.areReadingNotesTold = newValue } }
  }

  /// What was found so far, for reports.
  static var gathered: [Diagnostic] { state.withLock { $0.gathered } }

  /// What was found so far as JSON: a list.
  static var json: JSONValue { .list(gathered.map(\.json)) }

  /// Tells what an import found, each thing once in a run however often a file is read.
  ///
  /// Of one rule in one column only the first are told one by one.
  ///
  /// - Parameters:
  ///   - diagnostics: What was found.
  ///   - all: Where all of it is listed, for what is not done and too much to tell.
  static func tell(_ diagnostics: [Diagnostic], all: String? = nil) {
    let new = gather(diagnostics)
    let told = grouped(new.filter { !isQuiet || $0.severity != .note }, all: all)
    for finding in told { Terminal.error(finding.description) }
  }

  /// Tells what reading a file found: its warnings and errors, and of its notes how many there are
  /// and what lists them, unless ``areReadingNotesTold``.
  ///
  /// - Parameters:
  ///   - diagnostics: What was found.
  ///   - word: The file as the command line names it.
  static func tellOfReading(_ diagnostics: [Diagnostic], of word: String) {
    guard !areReadingNotesTold else { return tell(diagnostics) }
    let new = gather(diagnostics)
    for finding in grouped(new.filter { $0.severity != .note }) {
      Terminal.error(finding.description)
    }
    let count = new.reduce(0) { $0 + ($1.severity == .note ? max($1.unlisted, 1) : 0) }
    guard count > 0 else { return }
    let (noun, them) = count == 1 ? ("note", "it") : ("notes", "them")
    note(CatalogInput.shown(word), "\(count) \(noun); 'kpibook inspect \(word)' shows \(them)")
  }

  /// Keeps what was found for reports.
  ///
  /// - Returns: What was not found before in this run.
  private static func gather(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    state.withLock { state in
      let new = diagnostics.filter { state.told.insert(key(of: $0)).inserted }
      state.gathered += new
      return new
    }
  }

  /// What tells findings apart: a base is named as seen from its overlay, ./library.xlsx.
  private static func key(of diagnostic: Diagnostic) -> String {
    let line = diagnostic.description
    return line.hasPrefix("./") ? String(line.dropFirst(2)) : line
  }

  /// Tells a note, unless none are wanted or it was told already.
  static func note(_ place: String, _ message: String) {
    let line = "\(place): note: \(message)"
    let isNew = state.withLock { !$0.isQuiet && $0.told.insert(line).inserted }
    if isNew { Terminal.error(line) }
  }

  private static let leftOutRule = "sheet-left-out"
  /// Of what each sheet holds beside its measures there is one finding a sheet.
  private static let unreadRule = "cells-not-read"

  /// One finding for all sheets of a book that hold no measures.
  private static func together(_ sheets: [Diagnostic]) -> Diagnostic {
    let names = sheets.compactMap(\.place.sheet).map(Place.quoted)
    let shown = names.prefix(6).joined(separator: ", ") + (names.count > 6 ? ", …" : "")
    var finding = sheets[0]
    finding.place.sheet = nil
    finding.message = "\(sheets.count) sheets were left out: \(shown); 'kpibook inspect' says why"
    return finding
  }

  /// What findings of one rule in one column have in common.
  ///
  /// A text, as a dictionary with keys of a type of its own costs more at start-up than all
  /// findings of a small book.
  private static func group(of diagnostic: Diagnostic) -> String {
    let place = diagnostic.place
    if diagnostic.rule == unreadRule {
      return [place.file ?? "", unreadRule].joined(separator: "\n")
    }
    // Of what is not done each line counts, wherever it stands.
    if undone.contains(diagnostic.rule) { return (place.file ?? "") + "\n" + diagnostic.rule }
    let column = place.cell.map { String($0.column) } ?? ""
    return [place.file ?? "", place.sheet ?? "", column, diagnostic.rule].joined(separator: "\n")
  }

  /// The findings as a person reads them: of one rule in one column the first few, then how many
  /// more there are; sheets without measures together.
  ///
  /// - Parameters:
  ///   - diagnostics: What was found.
  ///   - all: Where all of it is listed, for what is not done and too much to tell.
  /// - Returns: The findings to tell.
  static func grouped(_ diagnostics: [Diagnostic], all: String? = nil) -> [Diagnostic] {
    var counts: [String: Int] = [:]
    for diagnostic in diagnostics {
      counts[group(of: diagnostic), default: 0] += max(diagnostic.unlisted, 1)
    }
    var leftOut: [String: [Diagnostic]] = [:]
    for diagnostic in diagnostics where diagnostic.rule == leftOutRule {
      leftOut[diagnostic.place.file ?? "", default: []].append(diagnostic)
    }
    var told: [String: Int] = [:]
    return diagnostics.compactMap { diagnostic in
      if diagnostic.rule == leftOutRule, let sheets = leftOut[diagnostic.place.file ?? ""],
        sheets.count > 1
      {
        return diagnostic == sheets[0] ? together(sheets) : nil
      }
      let group = group(of: diagnostic)
      let count = counts[group] ?? 1
      let number = told[group, default: 0]
      told[group] = number + 1
      let isUndone = undone.contains(diagnostic.rule)
      let most = isUndone ? mostUndone : most
      // One more line is no longer than a line that says so.
      if number < most || count == most + 1 { return diagnostic }
      guard number == most else { return nil }
      let column =
        diagnostic.rule == unreadRule
        ? " on other sheets"
        : diagnostic.place.cell.map {
          " in column \(CellReference.letters(ofColumn: $0.column))"
        } ?? ""
      var rest = diagnostic
      rest.message = "… and \(count - most) more like it"
      if isUndone {
        rest.place = Place(file: diagnostic.place.file)
        rest.message += all.map { "; \($0)" } ?? ""
      } else {
        rest.message += column
      }
      return rest
    }
  }
}
