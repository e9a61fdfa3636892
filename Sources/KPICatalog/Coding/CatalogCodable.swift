/// A part of a catalog that can be read from a file's values and turned into them.
protocol CatalogCodable: Sendable {
  init(node: CatalogNode) throws(CatalogError)
  /// Gives the value, one piece after the other, to whoever writes it.
  func encode(to encoder: inout some CatalogEncoder)
}

extension CatalogCodable {
  /// The value as a tree.
  var node: CatalogNode {
    var builder = NodeBuilder()
    encode(to: &builder)
    return builder.root
  }
}

/// Reads the keys of one map, each once, and finds those nobody asked for.
struct MapReader {
  private let map: CatalogNode
  private let members: [CatalogNode.Member]
  private var taken = 0
  /// Where to look first: keys mostly come in the order they are asked for.
  private var cursor = 0

  init(_ node: CatalogNode) throws(CatalogError) {
    map = node
    members = try node.members()
  }

  /// The value of a key; nil if it is missing or null.
  mutating func take(_ key: String) -> CatalogNode? {
    guard
      let index = members[cursor...].firstIndex(where: { $0.key == key })
        ?? members[..<cursor].firstIndex(where: { $0.key == key })
    else { return nil }
    taken += 1
    cursor = index + 1
    let value = members[index].value
    return value.isNull ? nil : value
  }

  /// Reads the value of a key; nil if it is missing or null.
  mutating func read<Value: CatalogCodable>(_ key: String) throws(CatalogError) -> Value? {
    try read(key, Value.init(node:))
  }

  /// Reads the value of a key in a way of its own; nil if it is missing or null.
  mutating func read<Value>(
    _ key: String, _ decode: (CatalogNode) throws(CatalogError) -> Value
  ) throws(CatalogError) -> Value? {
    guard let node = take(key) else { return nil }
    do throws(CatalogError) {
      return try decode(node)
    } catch {
      throw error.inside(key)
    }
  }

  /// Reads the value of a key that must be there.
  mutating func require<Value: CatalogCodable>(_ key: String) throws(CatalogError) -> Value {
    guard let value: Value = try read(key) else { throw missing(key) }
    return value
  }

  /// Reads a list; empty if the key is missing or null.
  mutating func list<Item: CatalogCodable>(_ key: String) throws(CatalogError) -> [Item] {
    try read(key, [Item].init(node:)) ?? []
  }

  /// Reads a map of texts to values; empty if the key is missing or null.
  mutating func map<Value: CatalogCodable>(
    _ key: String
  ) throws(CatalogError) -> OrderedMap<String, Value> {
    guard let node = take(key) else { return [:] }
    do throws(CatalogError) {
      var pairs: [OrderedMap<String, Value>.Pair] = []
      for member in try node.members() {
        do throws(CatalogError) {
          pairs.append(.init(key: member.key, value: try Value(node: member.value)))
        } catch {
          throw error.inside(member.key)
        }
      }
      // Readers refuse a map with a key twice.
      return OrderedMap(distinct: pairs)
    } catch {
      throw error.inside(key)
    }
  }

  func missing(_ key: String) -> CatalogError {
    CatalogError(.missingKey(key), at: map)
  }

  func fault(_ fault: CatalogFault) -> CatalogError {
    CatalogError(fault, at: map)
  }

  /// Makes sure that no key is left over.
  ///
  /// - Parameter keys: All keys that may stand here, for the hint.
  /// - Throws: ``CatalogError`` with code `.unknownKey`.
  func finish(_ keys: @autoclosure () -> [String]) throws(CatalogError) {
    guard taken < members.count else { return }
    let known = keys()
    for member in members where !known.contains(member.key) {
      let nearest = SpellingSuggestion.nearest(to: member.key, among: known)
      throw CatalogError(
        .unknownKey(member.key, nearest: nearest), line: Int(member.place.line),
        column: Int(member.place.column)
      ).inside(member.key)
    }
  }
}

/// Builds a map key by key, leaving out what is absent.
struct MapWriter {
  private(set) var members: [CatalogNode.Member] = []

  mutating func add(_ key: String, _ value: CatalogNode) {
    members.append(.init(key: key, place: .init(), value: value))
  }

  mutating func add(_ key: String, _ value: (some CatalogCodable)?) {
    guard let node = value?.node else { return }
    // A record without any field says nothing.
    if case .map(let members) = node.content, members.isEmpty { return }
    add(key, node)
  }

  mutating func add(_ key: String, _ text: LocalizedText?) {
    if let text, !text.isEmpty { add(key, text.node) }
  }

  mutating func add(_ key: String, _ list: [some CatalogCodable]) {
    if !list.isEmpty { add(key, CatalogNode(.list(list.map(\.node)))) }
  }

  mutating func add(_ key: String, _ map: OrderedMap<String, some CatalogCodable>) {
    guard !map.isEmpty else { return }
    var writer = MapWriter()
    for pair in map { writer.add(pair.key, pair.value.node) }
    add(key, writer.node)
  }

  var node: CatalogNode { CatalogNode(.map(members)) }
}

extension Array where Element: CatalogCodable {
  init(node: CatalogNode) throws(CatalogError) {
    let items = try node.items()
    self = []
    reserveCapacity(items.count)
    for (index, item) in items.enumerated() {
      do throws(CatalogError) {
        append(try Element(node: item))
      } catch {
        throw error.inside(index)
      }
    }
  }
}
