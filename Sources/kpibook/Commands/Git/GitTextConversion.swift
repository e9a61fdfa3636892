internal import ArgumentParser

/// A workbook as text, for `git log -p`, `git show` and `git blame`.
struct GitTextConversion: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "textconv",
    abstract: "Print a workbook as text; git calls this to compare versions.",
    discussion: """
      Prints the measures as YAML, then all other cells, notes, names and parts of \
      the workbook, a line each. A file that cannot be read gives one line that \
      says why, for git stops at any failure.

      Example:
        kpibook git textconv samples/customer-measures-en.xlsx
      """)

  @Argument(help: "The file.")
  var file: String

  func run() throws {
    try Terminal.print(WorkbookText.text(of: try Input.bytes(file), named: file))
  }
}
