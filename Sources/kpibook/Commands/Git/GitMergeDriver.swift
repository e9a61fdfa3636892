internal import ArgumentParser

/// Two branches' versions of a workbook brought together, for `git merge`.
struct GitMergeDriver: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge-driver",
    abstract: "Bring together two branches' versions; git calls this.",
    discussion: """
      Writes the result over OURS. With conflicts ours is kept in them, all are told \
      on standard error, and the status is 1, so that git stops for a person to look. \
      Files that are no workbooks are left to git's own merge of lines.

      Example:
        kpibook git merge-driver base.xlsx ours.xlsx theirs.xlsx 7 book.xlsx
      """)

  @Argument(help: "The version both come from (%O).")
  var base: String

  @Argument(help: "Our version, which the result is written over (%A).")
  var ours: String

  @Argument(help: "Their version (%B).")
  var theirs: String

  @Argument(help: "How long the marks of a conflict in lines are (%L).")
  var markerSize: Int = 7

  @Argument(help: "The file's path in the repository (%P).")
  var path: String?

  func run() throws {
    let path = path ?? ours
    let files = try [base, ours, theirs].map { try Input.bytes($0) }
    guard GitMerge.takes(files) else { return try mergeLines() }
    let merge = try GitMerge(files, path: path)
    try CatalogForm.write(merge.bytes, to: ours, isCatalog: false)
    for line in merge.lines { Terminal.error(line) }
    if merge.hasConflicts { throw ExitStatus.findings }
  }

  /// Merges lines as git does.
  private func mergeLines() throws {
    let run = try GitProcess.run([
      "merge-file", "--marker-size=\(markerSize)", "-L", "ours", "-L", "base", "-L", "theirs", ours,
      base, theirs,
    ])
    guard run.status == 0 else {
      if run.status >= 128 { Terminal.error("\(path ?? ours): error: \(run.errors)") }
      throw ExitStatus.findings
    }
  }
}
