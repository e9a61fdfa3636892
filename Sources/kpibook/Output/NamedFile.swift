internal import ArgumentParser
internal import Glibc

/// What the files on a command line are to one another, so that none is written over by mistake.
enum NamedFile {
  /// Whether two paths lead to one file, links followed; of files not yet there, the same path.
  static func areSame(_ first: String, _ second: String) -> Bool {
    guard first != "-", second != "-" else { return false }
    var one = stat()
    var other = stat()
    guard unsafe stat(first, &one) == 0, unsafe stat(second, &other) == 0 else {
      return first == second
    }
    return one.st_dev == other.st_dev && one.st_ino == other.st_ino
  }

  /// Refuses a second output, such as a report, that would stand in the place of another file.
  ///
  /// - Parameters:
  ///   - path: Where it is to be written; nil for nowhere.
  ///   - option: The option that names it.
  ///   - others: The files the command reads or writes beside it.
  /// - Throws: `ValidationError`.
  static func keepApart(_ path: String?, option: String, from others: [String?]) throws {
    guard let path else { return }
    for case let other? in others where areSame(path, other) {
      throw ValidationError("\(option) would write over '\(other)'; name another file.")
    }
  }

  /// Refuses an ending that says another form than what is written.
  ///
  /// - Parameters:
  ///   - path: Where it is to be written.
  ///   - isWorkbook: Whether a workbook is written; else text.
  ///   - cure: What to do instead, a sentence.
  /// - Throws: `ValidationError`.
  static func checkEnding(of path: String?, isWorkbook: Bool, cure: String) throws {
    guard let path, path != "-" else { return }
    let ending = CatalogSource.ending(of: path)
    let others = isWorkbook ? texts : books
    guard others.contains(ending) else { return }
    throw ValidationError("'\(path)' would hold something else than .\(ending) says. \(cure)")
  }

  private static let books = ["xlsx", "xlsm", "xltx", "xltm", "xlam", "xls", "xlsb", "ods"]
  private static let texts = [
    "csv", "tsv", "tab", "txt", "yaml", "yml", "json", "ndjson", "jsonl", "md", "html", "htm",
  ]
}
