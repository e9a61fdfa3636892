// A patch says what differs between two values, in the manner of a JSON merge patch (RFC 7396):
// a map names the keys that change, null takes one away, anything else replaces what was there.
// Three things are added to that. A list whose items have names is patched by a map of those names.
// A patch that names every key there was also gives their order. In custom columns null stands for
// an empty cell, so `{empty: true}` does here.
extension FieldShape {
  /// What must be said to turn one value into another.
  ///
  /// - Parameters:
  ///   - old: The value as it was, nil for none; in the form it is written in.
  ///   - new: The value as it is to be.
  /// - Returns: The patch, or nil if both are the same to the last byte.
  func difference(from old: CatalogNode?, to new: CatalogNode?) -> CatalogNode? {
    guard old != new else { return nil }
    guard let new else { return CatalogNode(.null) }
    guard let old else { return patch(for: new) }
    switch self {
    case .value, .custom, .unknown: return patch(for: new)
    case .text, .record, .map:
      guard case .map(let members) = new.content else { return new }
      return patch(from: expanded(old).pairs, to: members, whole: new, old: old)
    case .list(let list):
      guard let before = list.members(of: old.elements), let after = list.members(of: new.elements)
      else { return patch(for: new) }
      return patch(from: before, to: after, whole: new, old: old)
    }
  }

  /// What a patch makes of a value; nil if nothing is left.
  ///
  /// - Parameters:
  ///   - patch: The patch.
  ///   - old: The value, nil for none; in the form it is written in.
  /// - Returns: The new value.
  func applying(_ patch: CatalogNode, to old: CatalogNode?) -> CatalogNode? {
    switch (self, patch.content) {
    case (_, .null): return nil
    case (.custom, .map(let members)) where members.first?.key == Self.emptyKey:
      return CatalogNode(.null, at: patch.place)
    case (.text, .map(let changes)), (.record, .map(let changes)), (.map, .map(let changes)):
      let members = applying(changes, to: old.map(expanded)?.pairs ?? [])
      return members.isEmpty ? nil : CatalogNode(.map(members), at: patch.place)
    case (.list(let list), .map(let changes)):
      let members = applying(changes, to: list.namedMembers(of: old?.elements ?? []))
      return members.isEmpty ? nil : CatalogNode(.list(members.map(\.value)), at: patch.place)
    default: return patch
    }
  }

  /// The key that stands for an empty cell in a patch.
  static let emptyKey = "empty"

  /// What may stand under a key of this map, or for an item of this list.
  func shape(of key: String) -> FieldShape {
    switch self {
    case .text: .value(String.self)
    case .record(let record): record.shape(of: key)
    case .map(let shape): shape
    case .list(let list): list.item
    case .value, .custom, .unknown: .unknown
    }
  }

  /// A whole value as a patch has it.
  private func patch(for node: CatalogNode) -> CatalogNode {
    switch (self, node.content) {
    case (.custom, .null):
      return CatalogNode(.map([.init(key: Self.emptyKey, value: CatalogNode(.boolean(true)))]))
    case (.record, .map(let members)), (.map, .map(let members)):
      return CatalogNode(
        .map(members.map { .init(key: $0.key, value: shape(of: $0.key).patch(for: $0.value)) }))
    default: return node
    }
  }

  // MARK: Maps

  /// The shortest patch from one map to another that also brings its keys into order.
  private func patch(
    from before: [CatalogNode.Member], to after: [CatalogNode.Member], whole: CatalogNode,
    old: CatalogNode
  ) -> CatalogNode {
    let short = CatalogNode(.map(changes(from: before, to: after, namingAll: false)))
    if hasSameOrder(applying(short, to: old), as: whole) { return short }
    let long = CatalogNode(.map(changes(from: before, to: after, namingAll: true)))
    return hasSameOrder(applying(long, to: old), as: whole) ? long : patch(for: whole)
  }

  /// Whether a patched value is what it should be; a record's keys have an order of their own.
  private func hasSameOrder(_ patched: CatalogNode?, as whole: CatalogNode) -> Bool {
    guard case .record = self else { return patched == whole }
    return true
  }

  private func changes(
    from before: [CatalogNode.Member], to after: [CatalogNode.Member], namingAll: Bool
  ) -> [CatalogNode.Member] {
    let old = Dictionary(before.map { ($0.key, $0.value) }) { first, _ in first }
    let new = Dictionary(after.map { ($0.key, $0.value) }) { first, _ in first }
    var changes: [CatalogNode.Member] = []
    for key in orderedKeys(after.map(\.key) + before.map(\.key).filter { new[$0] == nil }) {
      if isSaidAnew(key, old, new) {
        let value = new[key].map { shape(of: key).patch(for: $0) } ?? CatalogNode(.null)
        changes.append(.init(key: key, value: value))
      } else if let change = shape(of: key).difference(from: old[key], to: new[key]) {
        changes.append(.init(key: key, value: withoutName(change, isNew: old[key] == nil)))
      } else if namingAll, let value = new[key] {
        changes.append(.init(key: key, value: shape(of: key).mention(of: value)))
      }
    }
    return changes
  }

  /// The keys in a record's own order; of anything else as they are.
  private func orderedKeys(_ keys: [String]) -> [String] {
    guard case .record(let record) = self else { return keys }
    let present = Set(keys)
    let known = record.keys.filter(present.contains)
    return known + keys.filter { record[$0] == nil }
  }

  /// Whether a key belongs to a statement of which some part changed.
  private func isSaidAnew(
    _ key: String, _ old: [String: CatalogNode], _ new: [String: CatalogNode]
  ) -> Bool {
    guard case .record(let record) = self else { return false }
    let statement = record.statement(of: key)
    return statement.count > 1 && statement.contains { old[$0] != new[$0] }
  }

  /// A new item of a list without its name, which stands before it.
  private func withoutName(_ change: CatalogNode, isNew: Bool) -> CatalogNode {
    guard isNew, case .list(let list) = self, let nameKey = list.nameKey else { return change }
    return CatalogNode(.map(change.pairs.filter { $0.key != nameKey }))
  }

  /// A patch that names a value without changing it.
  private func mention(of value: CatalogNode) -> CatalogNode {
    switch self {
    case .record, .text: CatalogNode(.map([]))
    case .value, .custom, .list, .map, .unknown: patch(for: value)
    }
  }

  private func applying(
    _ changes: [CatalogNode.Member], to before: [CatalogNode.Member]
  ) -> [CatalogNode.Member] {
    let patches = Dictionary(changes.map { ($0.key, $0) }) { first, _ in first }
    let old = Dictionary(before.map { ($0.key, $0.value) }) { first, _ in first }
    func patched(_ change: CatalogNode.Member) -> CatalogNode.Member? {
      let value = shape(of: change.key).applying(
        change.value, to: old[change.key] ?? nameAlone(change.key))
      return value.map { .init(key: change.key, place: change.place, value: $0) }
    }
    guard before.contains(where: { patches[$0.key] == nil }) else {
      return changes.compactMap(patched)
    }
    return before.compactMap { member in patches[member.key].map(patched) ?? member }
      + changes.filter { old[$0.key] == nil }.compactMap(patched)
  }

  /// What a new item of a list begins with: its name.
  private func nameAlone(_ name: String) -> CatalogNode? {
    guard case .list(let list) = self, let nameKey = list.nameKey else { return nil }
    return CatalogNode(.map([.init(key: nameKey, value: CatalogNode(.text(name)))]))
  }
}

extension ListShape {
  /// The items by their names, or nil if one has none or two have the same.
  fileprivate func members(of items: [CatalogNode]) -> [CatalogNode.Member]? {
    names(of: items).map { names in
      zip(names, items).map { .init(key: $0, value: $1) }
    }
  }

  /// The items by their names, whatever those are.
  fileprivate func namedMembers(of items: [CatalogNode]) -> [CatalogNode.Member] {
    zip(identities(of: items), items).map { id, item in
      .init(key: id.text + (id.occurrence == 0 ? "" : "\u{1F}\(id.occurrence)"), value: item)
    }
  }
}
