internal import Glibc

/// Where the tool is set up: a repository, or all of a person's.
struct GitPlace {
  let isGlobal: Bool

  /// Makes a place.
  ///
  /// - Throws: ``Failure`` if it is to be a repository and this folder is in none.
  init(isGlobal: Bool) throws {
    self.isGlobal = isGlobal
    guard !isGlobal else { return }
    let run = try GitProcess.run(["rev-parse", "--is-inside-work-tree"])
    guard run.status == 0, run.line == "true" else {
      throw Failure(
        "git",
        "this folder is in no repository with files; go into one, or use --global for all of yours")
    }
  }

  var settings: GitSettings { GitSettings(scope: isGlobal ? "--global" : "--local") }

  /// The file with the attributes all share: `.gitattributes` at the top, or a person's own.
  func attributes() throws -> AttributesFile {
    guard isGlobal else {
      return AttributesFile(
        path: try GitProcess.require(["rev-parse", "--show-toplevel"]) + "/.gitattributes")
    }
    let run = try GitProcess.run(["config", "--global", "--type=path", "core.attributesFile"])
    if run.status == 0, !run.line.isEmpty { return AttributesFile(path: run.line) }
    return AttributesFile(path: try defaultFolder() + "/attributes")
  }

  /// The file with the attributes of this clone alone.
  func privateAttributes() throws -> AttributesFile {
    AttributesFile(path: try GitProcess.require(["rev-parse", "--git-path", "info/attributes"]))
  }

  /// The folder in which git looks for a person's attributes (gitattributes(5)).
  private func defaultFolder() throws -> String {
    if let folder = Terminal.environment("XDG_CONFIG_HOME"), !folder.isEmpty {
      return folder + "/git"
    }
    guard let home = Terminal.environment("HOME"), !home.isEmpty else {
      throw Failure("git", "HOME is not set, so there is no place for settings of your own")
    }
    return home + "/.config/git"
  }

  /// Makes the folder of a file, and those above it.
  static func makeFolder(of file: AttributesFile) throws {
    let folder = file.path[..<(file.path.lastIndex(of: "/") ?? file.path.startIndex)]
    var path = ""
    for step in folder.split(separator: "/", omittingEmptySubsequences: false) {
      path +=
        path.isEmpty && step.isEmpty ? "/" : path.isEmpty || path == "/" ? "\(step)" : "/\(step)"
      if unsafe mkdir(path, 0o777) != 0, errno != EEXIST, errno != EISDIR {
        throw Failure(path, SystemError.words(errno))
      }
    }
  }

  /// Removes the folders of a file that is gone, if nothing else is in them.
  static func removeFolder(of file: AttributesFile) {
    guard unsafe access(file.path, F_OK) != 0, let slash = file.path.lastIndex(of: "/") else {
      return
    }
    _ = unsafe rmdir(String(file.path[..<slash]))
  }
}
