internal import Glibc

/// The tool's entries in git's settings: how workbooks become text, are compared and merged.
struct GitSettings {
  /// `--local` or `--global`.
  let scope: String

  /// The keys, all with the tool's own name, and their values.
  private static func entries(tool: String) -> [(key: String, value: String)] {
    // In the words of a driver git replaces a per cent and a letter.
    let merging = tool.replacing("%", with: "%%")
    return [
      ("diff.kpibook.textconv", tool + " git textconv"),
      ("diff.kpibook.command", tool + " git diff-driver"),
      ("merge.kpibook.name", "measures of a workbook, by kpibook"),
      ("merge.kpibook.driver", merging + " git merge-driver %O %A %B %L %P"),
    ]
  }

  /// Writes the entries that are not there yet.
  ///
  /// - Parameter tool: The tool as a shell runs it.
  /// - Returns: Whether anything had to be written.
  /// - Throws: ``Failure`` with what git says.
  func add(tool: String) throws -> Bool {
    var isChanged = false
    for (key, value) in Self.entries(tool: tool) {
      let known = try GitProcess.run(["config", scope, "--get-all", key])
      if known.status == 0, known.line == value { continue }
      try GitProcess.require(["config", scope, "--replace-all", key, value])
      isChanged = true
    }
    return isChanged
  }

  /// Takes the entries out; git takes out the headings of sections that become empty.
  ///
  /// - Returns: Whether there were any.
  /// - Throws: ``Failure`` with what git says.
  func removeAll() throws -> Bool {
    var isChanged = false
    for (key, _) in Self.entries(tool: "") {
      guard try GitProcess.run(["config", scope, "--get-all", key]).status == 0 else { continue }
      try GitProcess.require(["config", scope, "--unset-all", key])
      isChanged = true
    }
    if isChanged, scope == "--global" { Self.removeEmptyFile() }
    return isChanged
  }

  /// Removes a person's settings if nothing is left in them: git makes the file, but never takes it
  /// away.
  private static func removeEmptyFile() {
    let own = Terminal.environment("HOME").map { $0 + "/.gitconfig" }
    guard let path = Terminal.environment("GIT_CONFIG_GLOBAL") ?? own else { return }
    var status = stat()
    guard unsafe lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size == 0
    else { return }
    _ = unsafe unlink(path)
  }

  /// The running tool as a shell finds it: by its name if that is this one, else by its path.
  static func tool() throws -> String {
    guard let own = resolved("/proc/self/exe") else {
      throw Failure("kpibook", "the path of the program cannot be found out")
    }
    for folder in (Terminal.environment("PATH") ?? "").split(separator: ":") {
      let path = String(folder) + "/kpibook"
      guard unsafe access(path, X_OK) == 0 else { continue }
      if resolved(path) == own { return "kpibook" }
      break
    }
    let isPlain = own.utf8.allSatisfy { byte in
      (0x30...0x39 ~= byte) || (0x41...0x5a ~= byte) || (0x61...0x7a ~= byte)
        || "/._-+".utf8.contains(byte)
    }
    return isPlain ? own : "'" + own.replacing("'", with: "'\\''") + "'"
  }

  private static func resolved(_ path: String) -> String? {
    guard let pointer = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(pointer) }
    return unsafe String(cString: pointer)
  }
}
