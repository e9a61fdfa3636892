internal import ArgumentParser

/// Workbooks of measures in git: compared and merged by measure and field.
struct Git: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "git",
    abstract: "Have git compare and merge workbooks of measures.",
    discussion: """
      'install' tells git, in this repository or with --global in all of yours, to \
      show and merge workbooks by measure and field. 'uninstall' takes it back \
      without a trace. The other commands are those git calls.

      Example:
        cd my-repository
        kpibook git install
        git diff measures.xlsx
      """,
    subcommands: [
      GitInstall.self, GitUninstall.self, GitTextConversion.self, GitDiffDriver.self,
      GitMergeDriver.self, GitConflicts.self,
    ])
}

/// Sets the tool up in a repository.
struct GitInstall: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "install",
    abstract: "Tell git to compare and merge workbooks by kpibook.",
    discussion: """
      Adds lines of its own to .gitattributes, which all who share the repository \
      get, and entries named kpibook to the settings of this clone, which each of \
      them makes by this command. Nothing else is touched; doing it twice changes \
      nothing.

      Example:
        kpibook git install 'measures/*.xlsx'
      """)

  @Argument(help: "The files it is for, as .gitattributes names them. Default: *.xlsx and *.xlsm.")
  var patterns: [String] = ["*.xlsx", "*.xlsm"]

  @Flag(help: "For all your repositories.")
  var global = false

  @Flag(help: "For this clone alone: in .git/info/attributes instead of .gitattributes.")
  var `private` = false

  @Flag(help: "Take it back, as 'kpibook git uninstall' does.")
  var remove = false

  func validate() throws {
    guard !(global && `private`) else {
      throw ValidationError("--global and --private cannot both be.")
    }
    for pattern in patterns
    where pattern.isEmpty || "#!\"".contains(pattern.first ?? "#") || pattern.hasPrefix("[attr]")
      || pattern.unicodeScalars.contains(where: { $0.value <= 0x20 })
    {
      throw ValidationError(
        "'\(pattern)' is no pattern that can stand in .gitattributes; write one such as *.xlsx, "
          + "with ? for a blank.")
    }
  }

  func run() throws {
    if remove { return try GitUninstall.run(global: global) }
    let place = try GitPlace(isGlobal: global)
    let tool = try GitSettings.tool()
    // The settings first: attributes without them would be an unknown driver's.
    let isSet = try place.settings.add(tool: tool)
    let file = try `private` ? place.privateAttributes() : place.attributes()
    if global || `private` { try GitPlace.makeFolder(of: file) }
    let isAdded = try file.add(patterns)
    let files = patterns.joined(separator: ", ")
    try Terminal.print(
      isSet || isAdded
        ? "\(files): compared and merged by kpibook (\(file.path))\n"
        : "\(files): already compared and merged by kpibook; nothing was changed\n")
  }
}

/// Takes the tool out of a repository again.
struct GitUninstall: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "uninstall",
    abstract: "Take back what 'kpibook git install' did.",
    discussion: """
      Takes the tool's own lines and entries out, and nothing else.

      Example:
        kpibook git uninstall --global
      """)

  @Flag(help: "For all your repositories.")
  var global = false

  func run() throws { try Self.run(global: global) }

  static func run(global: Bool) throws {
    let place = try GitPlace(isGlobal: global)
    var files = [try place.attributes()]
    if !global { files.append(try place.privateAttributes()) }
    var found: [String] = []
    for file in files where try file.removeAll() { found.append(file.path) }
    if global { GitPlace.removeFolder(of: files[0]) }
    if try place.settings.removeAll() {
      found.append(global ? "your git settings" : "git settings")
    }
    try Terminal.print(
      found.isEmpty
        ? "kpibook was not set up here; nothing was changed\n"
        : "kpibook was taken out of \(found.joined(separator: ", "))\n")
  }
}
