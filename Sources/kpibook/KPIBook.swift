internal import ArgumentParser

/// The command line tool: words and flags.
///
/// The work is done by the libraries.
struct KPIBook: ParsableCommand {
  static let name = "kpibook"
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: name,
    abstract: "Reads any KPI workbook, lets you customize it, and writes it back losing nothing.",
    discussion: """
      Start with a workbook of measures:

        kpibook inspect samples/customer-measures-en.xlsx    how it is understood
        kpibook import samples/customer-measures-en.xlsx     its definitions
        kpibook list samples/customer-measures-en.xlsx       a line each

      The built-in catalog of 53 customer measures is customer-measures:

        kpibook list customer-measures --language fr
      """,
    version: version,
    groupedSubcommands: [
      CommandGroup(
        name: "Reading", subcommands: [Inspect.self, Explain.self, List.self, Show.self]),
      CommandGroup(name: "Definition", subcommands: [Import.self, Check.self]),
      CommandGroup(
        name: "Customizing",
        subcommands: [Customize.self, Diff.self, Merge.self, Git.self]),
      CommandGroup(name: "Writing back", subcommands: [Apply.self, Edit.self]),
      CommandGroup(name: "Handing out", subcommands: [Export.self, Convert.self]),
    ])

  /// All commands, in the order in which help lists them.
  static var subcommands: [any ParsableCommand.Type] {
    configuration.groupedSubcommands.flatMap(\.subcommands)
  }
}
