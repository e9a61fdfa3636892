/// Fields of a definition by their path in a catalog file, such as `unit.kind` or `name.fr`.
extension KPIDefinition {
  /// The values at a path, as text: of a list all items, of a localized text every language.
  ///
  /// - Parameter path: keys with dots between them, as in a catalog file; a list's items are
  ///   reached through the list's own key.
  /// - Returns: the texts in the file's order; none when the definition has nothing there, or there
  ///   is no such field.
  /// - Complexity: O(*n*) in the size of the definition.
  public func texts(at path: String) -> [String] {
    var nodes = [node]
    for key in path.split(separator: ".") {
      nodes = nodes.flatMap { $0.members(named: key) }
    }
    return nodes.flatMap(\.leaves)
  }

  /// Looks whether a path begins with a field that definitions have.
  ///
  /// - Parameter path: Keys with dots between them, as for ``texts(at:)``.
  /// - Throws: ``CatalogError`` naming what comes nearest, where there is no such field.
  public static func checkField(_ path: String) throws(CatalogError) {
    _ = try FieldPath(String(path.prefix { $0 != "." && $0 != "[" }), in: .measure)
  }

  /// Every value of the definition with its path, in the file's order.
  ///
  /// - Complexity: O(*n*) in the size of the definition.
  public var fields: [(path: String, text: String)] { node.fields(below: "") }
}

extension CatalogNode {
  /// The values under a key: of this map, or of each map in this list.
  fileprivate func members(named key: Substring) -> [CatalogNode] {
    switch content {
    case .map(let members): members.filter { $0.key == key }.map(\.value)
    case .list(let items): items.flatMap { $0.members(named: key) }
    case .null, .boolean, .number, .text, .plain: []
    }
  }

  /// The texts of all values here and below.
  fileprivate var leaves: [String] {
    switch content {
    case .null: []
    case .boolean(let truth): [truth ? "true" : "false"]
    case .number(let number): [CatalogNode.text(of: number)]
    case .text(let text), .plain(let text): [text]
    case .list(let items): items.flatMap(\.leaves)
    case .map(let members): members.flatMap(\.value.leaves)
    }
  }

  fileprivate func fields(below path: String) -> [(path: String, text: String)] {
    switch content {
    case .map(let members):
      members.flatMap { $0.value.fields(below: path.isEmpty ? $0.key : "\(path).\($0.key)") }
    case .list(let items):
      items.enumerated().flatMap { index, item in item.fields(below: "\(path)[\(index + 1)]") }
    case .null, .boolean, .number, .text, .plain: leaves.map { (path, $0) }
    }
  }

  private static func text(of number: Double) -> String {
    var bytes: [UInt8] = []
    NumberText.append(number, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension KPIDefinition {
  /// The value of a field.
  ///
  /// - Parameter path: The field, lists counted from 1: `unit.kind`, `targets[1].value`,
  ///   `custom.Cost`.
  /// - Returns: The value; nil if the definition has nothing there, or there is no such field.
  /// - Complexity: O(*n*) in the size of the definition.
  public func value(at path: String) -> FieldValue? {
    guard let known = try? FieldPath(path, in: .measure) else { return nil }
    var found = content
    var shape = FieldShape.record(.measure)
    for step in known.steps {
      switch step {
      case .key(let key):
        guard let next = shape.expanded(found)[key] else { return nil }
        found = next
        shape = shape.shape(of: key)
      case .item(let name):
        guard case .list(let list) = shape else { return nil }
        let items = found.elements
        let number = Int(name).map { $0 - 1 } ?? list.names(of: items)?.firstIndex(of: name)
        guard let number, items.indices.contains(number) else { return nil }
        found = items[number]
        shape = list.item
      }
    }
    return FieldValue(found, known.shape)
  }
}
