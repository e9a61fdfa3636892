internal import ArgumentParser
internal import Glibc
internal import KPICatalog

/// The words that name commands, and what is said of those that do not.
enum CommandWords {
  /// The names of all commands.
  private static var names: [String] {
    let configuration = KPIBook.configuration
    let groups = configuration.groupedSubcommands.flatMap(\.subcommands)
    return (groups + configuration.ungroupedSubcommands).map { $0._commandName }
  }

  /// Refuses a word that names no command, also behind `help`.
  ///
  /// - Parameter arguments: The arguments without the tool's own name.
  /// - Throws: `ValidationError` with what comes nearest.
  static func check(_ arguments: ArraySlice<String>) throws {
    var words = arguments
    if words.first == "help" { words = words.dropFirst() }
    guard let word = words.first, !word.hasPrefix("-"), word != "help", !names.contains(word) else {
      return
    }
    let known = names
    let hint =
      SpellingSuggestion.nearest(to: word, among: known).map { "did you mean '\($0)'?" }
      ?? "the commands are \(known.dropLast().joined(separator: ", ")) and \(known.last ?? "")."
    throw ValidationError("There is no command '\(word)'; \(hint)")
  }

  /// Tells what is wrong with a command line and how the command is used, and ends the process.
  static func end(_ message: String, of command: (any ParsableCommand.Type)?) -> Never {
    let usage =
      command.map { "Usage: " + KPIBook.usageString(for: $0) } ?? "Usage: kpibook <command> …"
    let name = command.map { "kpibook \($0._commandName) --help" } ?? "kpibook --help"
    Terminal.errorLines("Error: \(message)\n\(usage)\n  See '\(name)' for more information.\n")
    exit(ExitStatus.usage.rawValue)
  }
}
