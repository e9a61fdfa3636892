internal import Glibc
internal import KPICatalog

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
      throw Failure(path, "there is no such file" + hint(path))
    }
    guard status.st_mode & S_IFMT == S_IFDIR else { return }
    let example = firstBook(in: path).map { ", such as \($0)" } ?? ""
    throw Failure(path, "it is a folder; name a file in it\(example)")
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
