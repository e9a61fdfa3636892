internal import Glibc
internal import KPICatalog

/// The folder of an overlay, in which its base must lie or below which.
struct BaseFolder {
  private let path: String

  /// The folder of a file; the current one for standard input and output.
  init(of file: String) {
    guard file != "-", let slash = file.lastIndex(of: "/") else {
      path = "."
      return
    }
    path = slash == file.startIndex ? "/" : String(file[..<slash])
  }

  /// Reads a base.
  ///
  /// - Throws: ``Failure`` naming the file, also if a symbolic link leads out of the folder.
  func document(_ reference: BaseReference) throws -> CatalogDocument {
    let full = path(of: reference)
    if case .file = reference {
      guard let place = BaseFolder.resolved(full), let folder = BaseFolder.resolved(path) else {
        throw Failure(
          full, "the file an overlay builds on is not there; bring it there or name it with --base")
      }
      guard BaseFolder.remainder(of: place, below: folder) != nil else {
        throw Failure(
          full, "a link leads out of the overlay's folder; name the file with --base instead")
      }
    }
    return try CatalogInput.document(full)
  }

  /// A base as a person would name it from where the tool runs.
  func path(of reference: BaseReference) -> String {
    switch reference {
    case .builtIn(let name): name
    case .file(let file):
      path == "." ? Self.plain(file) : path == "/" ? "/\(file)" : "\(path)/\(file)"
    }
  }

  /// A file of the current folder as people name it, unless that would mean something else.
  private static func plain(_ file: RelativePath) -> String {
    let name = "\(file)"
    let isOther = name == BuiltInCatalog.customerMeasuresName || name.hasPrefix("-")
    return isOther ? "./" + name : name
  }

  /// How an overlay in this folder refers to its base.
  ///
  /// - Parameter word: The base as the person named it.
  /// - Returns: The reference, and whether the base is found by it: one that lies elsewhere is
  ///   referred to by its file name alone.
  /// - Throws: ``Failure`` if the file's name cannot stand in an overlay.
  func reference(to word: String) throws -> (reference: BaseReference, isFound: Bool) {
    if word == BuiltInCatalog.customerMeasuresName { return (.builtIn(word), true) }
    let below = BaseFolder.resolved(word).flatMap { place in
      BaseFolder.resolved(path).flatMap { BaseFolder.remainder(of: place, below: $0) }
    }
    do throws(CatalogError) {
      let name = try RelativePath(below ?? BaseFolder.fileName(of: word))
      return (.file(name), below != nil)
    } catch {
      throw Failure(word, "\(error)")
    }
  }

  /// The last part of a path.
  static func fileName(of path: String) -> String {
    String(path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...])
  }

  /// The path of a file seen from a folder, nil if it does not lie below it.
  private static func remainder(of file: String, below folder: String) -> String? {
    let start = folder.hasSuffix("/") ? folder : folder + "/"
    return file.hasPrefix(start) ? String(file.dropFirst(start.count)) : nil
  }

  /// The path without links, `.` and `..`; nil if there is no such file.
  private static func resolved(_ path: String) -> String? {
    guard let pointer = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(pointer) }
    return unsafe String(cString: pointer)
  }
}
