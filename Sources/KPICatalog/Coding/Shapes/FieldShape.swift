/// What may stand in a field, and how two values of it are compared and combined.
///
/// Setting by path, overlays, differences and merges all walk along the same shapes, so that they
/// agree on what a field is.
indirect enum FieldShape: Sendable {
  /// One value: a text, number, word, date.
  case value(any CatalogCodable.Type)
  /// A value of a custom column, of any type; here `null` means an empty cell.
  case custom
  /// A text by language.
  case text
  /// A map with keys of its own.
  case record(RecordShape)
  /// A list.
  case list(ListShape)
  /// A map with free keys in an order that matters.
  case map(FieldShape)
  /// A value nothing is known about here, taken as one.
  case unknown

  /// A list of single values.
  static func values(_ type: any CatalogCodable.Type) -> FieldShape {
    .list(ListShape(item: .value(type), identity: .value))
  }

  /// Reads a whole value and gives it in the form it is written in, at the same place.
  func canonical(_ node: CatalogNode) throws(CatalogError) -> CatalogNode {
    var result: CatalogNode
    switch self {
    case .value(let type): result = try type.init(node: node).node
    case .custom: result = try CustomValue(node: node).node
    case .text: result = try LocalizedText(node: node).node
    case .record(let record): result = try record.type.init(node: node).node
    case .list(let list):
      var items: [CatalogNode] = []
      for (index, item) in try node.items().enumerated() {
        do throws(CatalogError) {
          items.append(try list.item.canonical(item))
        } catch {
          throw error.inside(index)
        }
      }
      result = CatalogNode(.list(items))
    case .map(let shape):
      var map = MapWriter()
      for member in try node.members() {
        do throws(CatalogError) {
          map.add(member.key, try shape.canonical(member.value))
        } catch {
          throw error.inside(member.key)
        }
      }
      result = map.node
    case .unknown: result = node
    }
    result.place = node.place
    return result
  }

  /// A value as a map, where its short form is a word or a text alone; anything else as it is.
  func expanded(_ node: CatalogNode) -> CatalogNode {
    guard case .text = node.content else { return node }
    switch self {
    case .text:
      return CatalogNode(.map([.init(key: LanguageTag.undetermined.text, value: node)]))
    case .record(let record):
      guard let word = record.word else { return node }
      return CatalogNode(.map([.init(key: word, value: node)]))
    default: return node
    }
  }
}

extension CatalogNode.Member {
  /// A member that stands in no file.
  init(key: String, value: CatalogNode) {
    self.init(key: key, place: .init(), value: value)
  }
}

/// The fields of a record.
struct RecordShape: Sendable {
  /// A key with what may stand there.
  struct Field: Sendable {
    let key: String
    let shape: FieldShape
  }

  /// What the record is.
  let type: any CatalogCodable.Type
  /// The fields, in the order they are written.
  let fields: [Field]
  /// The field a word alone stands for, or nil.
  let word: String?
  /// Fields that together say one thing, such as a value and when it held: one of them changed
  /// means all of them said anew.
  let statements: [[String]]
  /// Sets of fields of which only one can stand there: a period or a date.
  let alternatives: [[String]]

  init(
    _ type: any CatalogCodable.Type, word: String? = nil, statements: [[String]] = [],
    alternatives: [[String]] = [], _ fields: KeyValuePairs<String, FieldShape>
  ) {
    self.type = type
    self.fields = fields.map { Field(key: $0.key, shape: $0.value) }
    self.word = word
    self.statements = statements
    self.alternatives = alternatives
  }

  /// What may stand under a key; nil if there is no such key.
  subscript(key: String) -> FieldShape? {
    fields.first { $0.key == key }?.shape
  }

  /// The keys, in order.
  var keys: [String] { fields.map(\.key) }

  /// The keys, in order, and after them those of some values that are not known here.
  func keys(and nodes: CatalogNode?...) -> [String] {
    var keys = keys
    for member in nodes.flatMap({ $0?.pairs ?? [] }) where !keys.contains(member.key) {
      keys.append(member.key)
    }
    return keys
  }

  /// What may stand under a key, whether it is known here or not.
  func shape(of key: String) -> FieldShape { self[key] ?? .unknown }

  /// The keys that must go when this one is set.
  func alternatives(to key: String) -> [String] {
    guard alternatives.contains(where: { $0.contains(key) }) else { return [] }
    return alternatives.filter { !$0.contains(key) }.flatMap(\.self)
  }

  /// The keys said together with this one, itself among them, in order.
  func statement(of key: String) -> [String] {
    statements.first { $0.contains(key) } ?? [key]
  }
}

/// The items of a list and what tells them apart.
struct ListShape: Sendable {
  /// By what an item is known in another version of the list.
  enum Identity: Sendable {
    /// By itself.
    case value
    /// By the value of one key, unique by rights; such an item can be named in a path.
    case key(String)
    /// By the first text of each of these keys.
    case facts([String])
  }

  /// An item's identity: equal ones are told apart by their number.
  struct ItemID: Hashable, Sendable {
    let text: String
    let occurrence: Int
  }

  let item: FieldShape
  let identity: Identity

  /// The identities of a list's items, no two alike.
  func identities(of items: [CatalogNode]) -> [ItemID] {
    var seen: [String: Int] = [:]
    return items.map { item in
      let text = text(identifying: item)
      let occurrence = seen[text, default: 0]
      seen[text] = occurrence + 1
      return ItemID(text: text, occurrence: occurrence)
    }
  }

  private func text(identifying item: CatalogNode) -> String {
    switch identity {
    case .value: item.firstText
    case .key(let key): item[key]?.firstText ?? ""
    case .facts(let keys): keys.map { item[$0]?.firstText ?? "" }.joined(separator: "\u{1F}")
    }
  }

  /// The items' names, if the list is one whose items have names, all have one, and no two the
  /// same.
  func names(of items: [CatalogNode]) -> [String]? {
    guard case .key = identity else { return nil }
    let names = items.map(text(identifying:))
    guard !names.contains(""), Set(names).count == names.count else { return nil }
    return names
  }

  /// The key that holds an item's name, or nil.
  var nameKey: String? {
    guard case .key(let key) = identity else { return nil }
    return key
  }
}
