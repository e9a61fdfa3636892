/// What an overlay builds on: a built-in catalog by its name, or a file near the overlay.
public enum BaseReference: Hashable, Sendable {
  /// A catalog the program carries within it.
  case builtIn(String)
  /// A file in the overlay's folder or below it.
  case file(RelativePath)

  /// Reads what stands after `extends`.
  ///
  /// A name the program carries wins over a file of that name, which `./name` still means.
  ///
  /// - Parameter text: The name or path.
  /// - Throws: ``CatalogError`` with code `.base` if the path leads out of the folder.
  public init(_ text: String) throws(CatalogError) {
    if text == BuiltInCatalog.customerMeasuresName {
      self = .builtIn(text)
    } else {
      self = .file(try RelativePath(text))
    }
  }
}

extension BaseReference: CustomStringConvertible {
  /// The reference as it stands after `extends`.
  public var description: String {
    switch self {
    case .builtIn(let name): name
    case .file(let path):
      path.description == BuiltInCatalog.customerMeasuresName ? "./\(path)" : path.description
    }
  }
}

/// A path that stays in the folder it starts in: relative, and never upwards.
public struct RelativePath: Hashable, Sendable {
  /// The names of the folders and of the file, never empty.
  public let components: [String]

  /// Reads a path with `/` between its parts.
  ///
  /// Parts that are empty or `.` are passed over.
  ///
  /// - Parameter text: The path.
  /// - Throws: ``CatalogError`` with code `.base` if the path is absolute, goes up, is empty, or
  ///   holds a backslash or a control character.
  public init(_ text: String) throws(CatalogError) {
    let hasMark = text.unicodeScalars.contains { $0 == "\\" || $0.value < 0x20 || $0.value == 0x7F }
    let parts = text.split(separator: "/").map(String.init).filter { $0 != "." }
    guard !text.hasPrefix("/"), !hasMark, !parts.isEmpty, !text.hasSuffix("/"),
      !parts.contains(".."), text.utf8.count <= 4096
    else { throw CatalogError(.baseOutsideFolder(text)) }
    components = parts
  }

  private init(components: [String]) {
    self.components = components
  }

  /// The path of what this file calls another one, both seen from where this path starts.
  ///
  /// - Parameter other: A path that starts in this file's folder.
  /// - Returns: `a/c.yaml` for `c.yaml` beside `a/b.yaml`.
  public func sibling(_ other: RelativePath) -> RelativePath {
    RelativePath(components: components.dropLast() + other.components)
  }
}

extension RelativePath: CustomStringConvertible {
  /// The path with `/` between its parts.
  public var description: String { components.joined(separator: "/") }
}
