/// A value of a JSON or YAML file that is no catalog: what the other modules of this package write
/// and read by.
///
/// It is one of the values catalogs are made of, so that a mapping or a report has the same
/// manners: the same bytes for the same data, errors with line and column.
package struct DocumentNode: Sendable {
  private let node: CatalogNode

  private init(_ node: CatalogNode) {
    self.node = node
  }

  /// Reads a JSON file.
  package init(json bytes: [UInt8], limits: CatalogLimits = .standard) throws(CatalogError) {
    do throws(CatalogError) {
      self.init(try JSONReader.read(bytes, limits: limits))
    } catch {
      throw TextBytes.located(error, in: bytes)
    }
  }

  /// Reads a YAML file.
  package init(yaml bytes: [UInt8], limits: CatalogLimits = .standard) throws(CatalogError) {
    self.init(try YAMLReader.read(bytes, limits: limits))
  }

  /// A text.
  package static func text(_ text: String) -> DocumentNode {
    DocumentNode(CatalogNode(.text(text)))
  }
  /// A number.
  package static func number(_ number: Double) -> DocumentNode {
    DocumentNode(CatalogNode(.number(number)))
  }
  /// True or false.
  package static func boolean(_ value: Bool) -> DocumentNode {
    DocumentNode(CatalogNode(.boolean(value)))
  }
  /// A list.
  package static func list(_ items: [DocumentNode]) -> DocumentNode {
    DocumentNode(CatalogNode(.list(items.map(\.node))))
  }
  /// A map; members whose value is nil are left out.
  package static func map(_ members: [(String, DocumentNode?)]) -> DocumentNode {
    DocumentNode(
      CatalogNode(
        .map(
          members.compactMap { key, value in
            value.map { CatalogNode.Member(key: key, place: .init(), value: $0.node) }
          })))
  }

  /// The line it stands on, from 1; nil outside a file.
  package var line: Int? { node.line }
  /// The text here, or nil.
  package var text: String? { try? node.text() }
  /// The number here, or nil.
  package var number: Double? { (try? node.number())?.double }
  /// The truth value here, or nil.
  package var boolean: Bool? { try? node.boolean() }
  /// The items of the list here, or nil.
  package var items: [DocumentNode]? { (try? node.items())?.map { DocumentNode($0) } }
  /// The members of the map here, or nil.
  package var members: [(key: String, value: DocumentNode)]? {
    (try? node.members())?.map { ($0.key, DocumentNode($0.value)) }
  }

  /// The value of a key of the map here, or nil.
  package subscript(key: String) -> DocumentNode? {
    guard let member = (try? node.members())?.first(where: { $0.key == key }), !member.value.isNull
    else { return nil }
    return DocumentNode(member.value)
  }

  /// The value as JSON in several lines, with a line break at the end.
  package func json() -> [UInt8] {
    var writer = JSONWriter(isPretty: true)
    writer.write(node)
    return writer.finish()
  }

  /// The value as YAML in block style.
  package func yaml() -> [UInt8] {
    var writer = YAMLWriter()
    writer.write(node)
    return writer.finish()
  }
}
