internal import ArgumentParser

/// The command line tool: words and flags.
///
/// The work is done by the libraries.
struct KPIBook: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "kpibook",
    abstract: "Reads any KPI workbook, lets you customize it, and writes it back losing nothing.",
    discussion: """
      Start with a workbook of measures:

        kpibook inspect library.xlsx            what is in it and how it is understood
        kpibook import library.xlsx             its measures as typed definitions (YAML)
        kpibook list library.xlsx               its measures, a line each
        kpibook convert library.xlsx out.csv    a sheet as CSV

      The built-in catalog of 53 customer measures is called customer-measures:

        kpibook list customer-measures --language fr
      """,
    version: version,
    subcommands: [
      Convert.self, Edit.self, Apply.self, Inspect.self, Import.self, Explain.self, Export.self,
      List.self, Show.self, Check.self,
      Customize.self,
      Diff.self, Merge.self, Git.self,
    ])
}
