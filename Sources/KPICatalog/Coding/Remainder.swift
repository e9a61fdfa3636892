/// What a reader of a reduced form of a catalog does not see, kept beside that form.
///
/// A workbook shows a measure in one language and in a few columns. Whoever reads it back knows less
/// than was there. The remainder holds, for each part that came back different, the true value and a
/// mark of what was seen in its place. Put together with what is seen later, the true value returns
/// wherever the seen one is still the same, and gives way to what a person has changed.
///
///     let rest = Remainder(of: measure, seenAs: read)
///     rest?.completed(changed)   // what was changed, and all that could not be seen
package struct Remainder: Sendable {
  private let node: CatalogNode

  /// Compares a definition with what is seen of it; nil when all of it is seen.
  ///
  /// Ids and origins are left out: the first is how the two are found together, the second is the
  /// reader's.
  package init?(of full: KPIDefinition, seenAs seen: KPIDefinition) {
    guard
      let node = RemainderTree.difference(
        full.node.without(["id", "origin"]), seen.node.without(["id", "origin"]), [])
    else { return nil }
    self.node = node
  }

  /// Compares what stands above the measures of a catalog with what is seen of it, and the order of
  /// its measures; nil when all of it is seen.
  package init?(of full: Catalog, seenAs seen: Catalog) {
    guard let node = RemainderTree.difference(full.level, seen.level, []) else { return nil }
    self.node = node
  }

  /// Reads a remainder as ``json`` writes it.
  ///
  /// - Parameter json: UTF-8.
  /// - Throws: ``CatalogError`` when it is no JSON map.
  package init(json: [UInt8]) throws(CatalogError) {
    node = try JSONReader.read(json, limits: .standard)
    _ = try node.members()
  }

  /// The remainder on one line.
  package var json: String { RemainderTree.text(of: node) }

  /// The definition that is meant by what is seen of it.
  ///
  /// - Parameter seen: What a reader makes of the reduced form, perhaps changed by people.
  /// - Returns: The definition with what could not be seen; `seen` if that makes no definition.
  package func completed(_ seen: KPIDefinition) -> KPIDefinition {
    let node = RemainderTree.completed(node, seen.node.without(["origin"]), [])
    guard let node, var result = try? KPIDefinition(node: node) else { return seen }
    result.origin = seen.origin
    return result
  }

  /// The catalog that is meant by what is seen of it, its measures as they are seen, in the order
  /// they had.
  ///
  /// Groups and perspectives that the catalog had stay known, whatever was added.
  package func completed(_ seen: Catalog) -> Catalog {
    let level = RemainderTree.completed(node, seen.level, [])
    guard let level, var result = try? Catalog(node: level.withoutOrder, needsMeasures: false)
    else { return seen }
    result.extends = seen.extends
    result.groups = Self.joined(truth("groups") ?? [], result.groups) { $0.id }
    result.perspectives = Self.joined(truth("perspectives") ?? [], result.perspectives) { $0.id }
    result.measures = seen.measures
    guard case .list(let order)? = level.member(CatalogNode.orderKey)?.content else {
      return result
    }
    let ids = order.compactMap { try? $0.text() }
    let places = Dictionary(
      ids.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    if result.measures.allSatisfy({ places[$0.id.text] != nil }) {
      result.measures.sort { (places[$0.id.text] ?? 0) < (places[$1.id.text] ?? 0) }
    }
    return result
  }

  /// The true value of a field of the catalog, whatever is seen.
  private func truth<Value: CatalogCodable>(_ key: String) -> [Value]? {
    guard case .list(let leaf)? = node.member(key)?.content, leaf.count == 2 else { return nil }
    return try? [Value](node: leaf[1])
  }

  /// The known entries, then those seen besides that are no spelling of a known one.
  private static func joined<Entry: NamedEntry, ID: Hashable>(
    _ known: [Entry], _ seen: [Entry], _ id: (Entry) -> ID
  ) -> [Entry] {
    guard !known.isEmpty else { return seen }
    var ids = Set(known.map(id))
    let names = Set(known.flatMap { $0.name.entries.compactMap { Slug.make(from: $0.text) } })
    return known
      + seen.filter { entry in
        let isKnown = entry.name.entries.contains {
          Slug.make(from: $0.text).map { names.contains($0) } ?? false
        }
        return !isKnown && ids.insert(id(entry)).inserted
      }
  }
}

extension KPIDefinition {
  /// The definition with some fields as another one has them.
  ///
  /// - Parameters:
  ///   - fields: Their keys in a catalog file, such as `targets`.
  ///   - other: The other definition.
  /// - Returns: The definition; as it is if that makes none.
  package func taking(_ fields: Set<String>, from other: KPIDefinition) -> KPIDefinition {
    guard !fields.isEmpty, case .map(let theirs) = other.node.content,
      case .map(let own) = node.without(fields).content
    else { return self }
    let node = CatalogNode(.map(own + theirs.filter { fields.contains($0.key) }))
    guard var result = try? KPIDefinition(node: node) else { return self }
    result.origin = origin
    return result
  }
}

/// An entry of a list of a catalog that has a name.
private protocol NamedEntry: CatalogCodable {
  var name: LocalizedText { get }
}

extension GroupEntry: NamedEntry {}
extension PerspectiveEntry: NamedEntry {}

extension Catalog {
  /// What stands above the measures, and their order.
  fileprivate var level: CatalogNode {
    var own = self
    own.measures = []
    own.extends = nil
    var members = (try? own.node.members()) ?? []
    members.removeAll { $0.key == "measures" }
    let order = CatalogNode(.list(measures.map { CatalogNode(.text($0.id.text)) }))
    members.append(.init(key: CatalogNode.orderKey, place: .init(), value: order))
    return CatalogNode(.map(members))
  }
}

extension CatalogNode {
  fileprivate static let orderKey = "measures"

  fileprivate var withoutOrder: CatalogNode { without([Self.orderKey]) }

  fileprivate func without(_ keys: Set<String>) -> CatalogNode {
    guard case .map(let members) = content else { return self }
    return CatalogNode(.map(members.filter { !keys.contains($0.key) }))
  }

  fileprivate func member(_ key: String) -> CatalogNode? {
    guard case .map(let members) = content else { return nil }
    return members.first { $0.key == key }?.value
  }
}
