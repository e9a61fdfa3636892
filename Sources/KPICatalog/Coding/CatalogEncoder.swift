/// Takes the values of a catalog piece by piece, in the order they stand in a file.
///
/// Writers of files and ``NodeBuilder`` are such takers, so that a catalog of any size is written
/// without a tree of it in memory.
protocol CatalogEncoder {
  mutating func null()
  mutating func boolean(_ value: Bool)
  mutating func number(_ value: Double)
  mutating func text(_ text: String)
  mutating func beginList()
  mutating func endList()
  mutating func beginMap()
  mutating func endMap()
  /// Takes the key of the member that comes next in the map; its value must follow.
  mutating func beginMember(_ key: String)
  /// Takes a key of ours, one word of letters that means nothing in any format.
  mutating func beginMember(_ field: StaticString)
  /// Ends a member after its value.
  ///
  /// - Parameter keepsEmptyMap: Whether the member stays when its value is a map without members;
  ///   if not, it is as if it had never begun.
  mutating func endMember(keepsEmptyMap: Bool)
  /// Takes a whole member whose value is a text.
  mutating func member(_ key: String, _ text: String)
  /// Takes a whole member with a key of ours.
  mutating func member(_ field: StaticString, _ text: String)
  /// Takes a whole tree.
  mutating func node(_ node: CatalogNode)
}

extension CatalogEncoder {
  mutating func node(_ node: CatalogNode) {
    switch node.content {
    case .null: null()
    case .boolean(let value): boolean(value)
    case .number(let value): number(value)
    case .text(let value), .plain(let value): text(value)
    case .list(let items):
      beginList()
      for item in items { self.node(item) }
      endList()
    case .map(let members):
      beginMap()
      for member in members { add(named: member.key, member.value) }
      endMap()
    }
  }

  mutating func beginMember(_ field: StaticString) { beginMember(field.description) }

  mutating func member(_ key: String, _ text: String) {
    beginMember(key)
    self.text(text)
    endMember(keepsEmptyMap: true)
  }

  mutating func member(_ field: StaticString, _ text: String) {
    beginMember(field)
    self.text(text)
    endMember(keepsEmptyMap: true)
  }

  mutating func list(_ items: [some CatalogCodable]) {
    beginList()
    // Lent one after the other: a copy of each would count all its references up and down.
    let items = items.span
    for index in 0..<items.count { items[index].encode(to: &self) }
    endList()
  }

  /// Adds a member whatever its value.
  mutating func add(named key: String, _ value: CatalogNode) {
    beginMember(key)
    node(value)
    endMember(keepsEmptyMap: true)
  }

  mutating func add(_ field: StaticString, _ text: String?) {
    if let text { member(field, text) }
  }

  /// Adds a member unless its value is absent; a record without any field says nothing.
  mutating func add(_ field: StaticString, _ value: (some CatalogCodable)?) {
    guard let value else { return }
    beginMember(field)
    value.encode(to: &self)
    endMember(keepsEmptyMap: false)
  }

  mutating func add(_ field: StaticString, _ list: [some CatalogCodable]) {
    guard !list.isEmpty else { return }
    beginMember(field)
    self.list(list)
    endMember(keepsEmptyMap: true)
  }

  mutating func add(_ field: StaticString, _ map: OrderedMap<String, String>) {
    guard !map.isEmpty else { return }
    beginMember(field)
    beginMap()
    let pairs = map.pairs.span
    for index in 0..<pairs.count { member(pairs[index].key, pairs[index].value) }
    endMap()
    endMember(keepsEmptyMap: true)
  }

  mutating func add(_ field: StaticString, _ map: OrderedMap<String, some CatalogCodable>) {
    guard !map.isEmpty else { return }
    beginMember(field)
    beginMap()
    let pairs = map.pairs.span
    for index in 0..<pairs.count {
      beginMember(pairs[index].key)
      pairs[index].value.encode(to: &self)
      endMember(keepsEmptyMap: true)
    }
    endMap()
    endMember(keepsEmptyMap: true)
  }
}

/// A taker that writes a file.
protocol CatalogWriter: CatalogEncoder {
  /// What is written.
  var out: TextOutput { get set }
}

extension CatalogWriter {
  /// What is written so far.
  var output: [UInt8] { out.bytes }

  /// Gives what is written away and begins anew.
  mutating func finish() -> [UInt8] { out.finish() }
}
