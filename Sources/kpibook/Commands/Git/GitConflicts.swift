internal import ArgumentParser

/// What two branches both changed, told again while a merge waits for a person.
struct GitConflicts: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "conflicts",
    abstract: "List the conflicts of workbooks that a merge stopped at.",
    discussion: """
      The file in the folder has all that could be merged, and ours where both \
      changed the same field. Put in what is right, by 'kpibook edit' or in Excel, \
      then 'git add' it. The status is 1 if there are conflicts.

      Example:
        kpibook git conflicts measures.xlsx
      """)

  @Argument(help: "The files. Default: all workbooks in conflict.")
  var files: [String] = []

  func run() throws {
    _ = try GitPlace(isGlobal: false)
    let list = try GitProcess.require(["ls-files", "--unmerged", "-z", "--"] + files)
    var stages: [String: [String: String]] = [:]
    var paths: [String] = []
    // MODE OBJECT STAGE TAB PATH, with a zero byte behind each.
    for entry in list.split(separator: "\0") {
      let parts = entry.split(separator: "\t", maxSplits: 1)
      let words = parts.first?.split(separator: " ") ?? []
      guard parts.count == 2, words.count == 3 else { continue }
      let path = String(parts[1])
      if stages[path] == nil { paths.append(path) }
      stages[path, default: [:]][String(words[2])] = String(words[1])
    }
    var hasConflicts = false
    for path in paths {
      let versions = try ["1", "2", "3"].map { stage in
        try stages[path]?[stage].map { try GitProcess.run(["cat-file", "blob", $0]).bytes } ?? []
      }
      guard GitMerge.takes(versions) else { continue }
      let merge = try GitMerge(versions, path: path)
      for line in merge.lines { try Terminal.print(Terminal.visible(line) + "\n") }
      if merge.hasConflicts { hasConflicts = true }
    }
    if hasConflicts { throw ExitStatus.findings }
  }
}
