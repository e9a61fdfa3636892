internal import Glibc
internal import KPICatalog
internal import Zip

/// Refuses what cannot be read as a file, with what was probably meant.
enum InputFault {
  /// Looks whether there is a file.
  ///
  /// - Parameter path: The file as the person named it; `-` is always there.
  /// - Throws: ``Failure`` for a name nothing has, and for a folder.
  static func check(_ path: String) throws {
    guard path != "-" else { return }
    var status = stat()
    guard unsafe stat(path, &status) == 0 else {
      let code = errno
      guard code == ENOENT || code == ENOTDIR else { return }
      if path == BuiltInCatalog.customerMeasuresName {
        throw Failure(
          path,
          "it is the built-in catalog, and a file belongs here; 'kpibook list \(path)' shows the catalog, 'kpibook export \(path) -o BOOK.xlsx' makes a workbook of it"
        )
      }
      throw Failure(path, "there is no such file" + hint(path))
    }
    guard status.st_mode & S_IFMT == S_IFDIR else { return }
    let example = firstBook(in: path).map { ", such as \($0)" } ?? ""
    throw Failure(path, "it is a folder; name a file in it\(example)")
  }

  /// Refuses a catalog file where a workbook belongs.
  ///
  /// - Parameter path: The file as the person named it.
  /// - Throws: ``Failure`` if its ending is that of a catalog file.
  static func refuseCatalog(_ path: String) throws {
    guard isCatalog(path) else { return }
    try check(path)
    throw Failure(
      path,
      "it is a catalog file, and a workbook belongs here; 'kpibook list' and 'kpibook show' tell what it holds"
    )
  }

  /// Whether a file's ending is that of a catalog file.
  static func isCatalog(_ path: String) -> Bool {
    ["yaml", "yml", "json", "ndjson", "jsonl"].contains(CatalogSource.ending(of: path))
  }

  /// Refuses a text that is named as a workbook is; a PDF file is none, though it begins as one.
  ///
  /// - Parameter path: The file as the person named it; what cannot be opened is left for others to
  ///   tell.
  /// - Throws: ``Failure`` if its beginning is a text.
  static func refuseText(_ path: String) throws {
    guard path != "-", let file = try? RandomAccessFile(path: path),
      let start = try? file.read(at: 0, count: Int(min(file.size, 4096))), !start.isEmpty,
      !start.starts(with: [0x50, 0x4b]), !start.starts(with: "%PDF".utf8),
      start.allSatisfy({ $0 >= 0x20 || 0x09...0x0d ~= $0 })
    else { return }
    throw Failure(
      path,
      "it holds text and is no workbook; if it is a table, give it a name that ends in .csv")
  }

  private static func hint(_ path: String) -> String {
    let builtIn = BuiltInCatalog.customerMeasuresName
    if !path.contains("/"), SpellingSuggestion.nearest(to: path, among: [builtIn]) != nil {
      return "; did you mean the built-in catalog '\(builtIn)'?"
    }
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    var status = stat()
    if !folder.isEmpty, unsafe stat(folder, &status) != 0 {
      return "; there is no folder '\(folder)' either"
    }
    return "; check the name and the folder"
  }

  /// The first file of a folder that may hold measures, by its name.
  private static func firstBook(in folder: String) -> String? {
    guard let stream = unsafe opendir(folder) else { return nil }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while names.count < 10_000, let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      let ending = CatalogSource.ending(of: name)
      if !name.hasPrefix("."), ["xlsx", "xlsm", "csv", "yaml", "json"].contains(ending) {
        names.append(name)
      }
    }
    return names.min().map { folder.hasSuffix("/") ? folder + $0 : folder + "/" + $0 }
  }
}
