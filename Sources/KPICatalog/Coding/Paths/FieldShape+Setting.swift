extension FieldShape {
  /// A value with another one set inside it.
  ///
  /// - Parameters:
  ///   - steps: The way to the place; empty for the value itself.
  ///   - input: What to put there.
  ///   - node: The value as it is, or nil.
  /// - Returns: The new value, or nil if nothing is left of it.
  /// - Throws: ``CatalogError`` without a field.
  func setting(
    _ steps: ArraySlice<FieldPath.Step>, to input: FieldInput, in node: CatalogNode?
  ) throws(CatalogError) -> CatalogNode? {
    guard let step = steps.first else { return try input.node(for: self, replacing: node) }
    let rest = steps.dropFirst()
    let members = node.map(expanded)?.pairs ?? []
    switch (self, step) {
    case (.record(let record), .key(let key)):
      guard let shape = record[key] else { return node }
      let old = members.first { $0.key == key }?.value
      let new = try shape.setting(rest, to: input, in: old)
      let gone = new == nil ? [] : record.alternatives(to: key)
      return Self.map(
        record.keys(and: CatalogNode(.map(members))).compactMap { name in
          if name == key { return new.map { .init(key: name, value: $0) } }
          return gone.contains(name) ? nil : members.first { $0.key == name }
        })
    case (.text, .key(let key)):
      let shape = FieldShape.value(String.self)
      return Self.map(
        Self.setting(key, try shape.setting(rest, to: input, in: nil), in: members))
    case (.map(let shape), .key(let key)):
      let old = members.first { $0.key == key }?.value
      var input = input
      input.header = key
      return Self.map(Self.setting(key, try shape.setting(rest, to: input, in: old), in: members))
    case (.list(let list), .item(let name)):
      return try list.setting(name, rest, to: input, in: node?.elements ?? [])
    default: return node
    }
  }

  private static func setting(
    _ key: String, _ value: CatalogNode?, in members: [CatalogNode.Member]
  ) -> [CatalogNode.Member] {
    var members = members
    let place = members.firstIndex { $0.key == key }
    switch (place, value) {
    case (let place?, let value?): members[place] = .init(key: members[place].key, value: value)
    case (let place?, nil): members.remove(at: place)
    case (nil, let value?): members.append(.init(key: key, value: value))
    case (nil, nil): break
    }
    return members
  }

  private static func map(_ members: [CatalogNode.Member]) -> CatalogNode? {
    members.isEmpty ? nil : CatalogNode(.map(members))
  }
}

extension ListShape {
  /// The list with an item set; the number after the last, or a new name, adds one.
  fileprivate func setting(
    _ name: String, _ steps: ArraySlice<FieldPath.Step>, to input: FieldInput,
    in items: [CatalogNode]
  ) throws(CatalogError) -> CatalogNode? {
    var items = items
    try set(name, steps, to: input, in: &items)
    return items.isEmpty ? nil : CatalogNode(.list(items))
  }

  private func set(
    _ name: String, _ steps: ArraySlice<FieldPath.Step>, to input: FieldInput,
    in items: inout [CatalogNode]
  ) throws(CatalogError) {
    let isNamed = nameKey != nil && Int(name) == nil
    guard let place = place(of: name, in: items) ?? (isNamed ? items.count : nil) else {
      throw CatalogError(.noSuchItem(name, count: items.count))
    }
    var old = items.indices.contains(place) ? items[place] : nil
    if old == nil, isNamed, let nameKey {
      old = CatalogNode(.map([.init(key: nameKey, value: CatalogNode(.text(name)))]))
    }
    try put(item.setting(steps, to: input, in: old), at: place, in: &items)
  }

  /// Sets an item by its number from 1 where it stands, whatever the items are called.
  func set(
    item number: Int, _ steps: ArraySlice<FieldPath.Step>, to input: FieldInput,
    in items: inout [CatalogNode]
  ) throws(CatalogError) {
    guard number >= 1, number - 1 <= items.count else {
      throw CatalogError(.noSuchItem(String(number), count: items.count))
    }
    let old = number <= items.count ? items[number - 1] : nil
    try put(item.setting(steps, to: input, in: old), at: number - 1, in: &items)
  }

  private func put(
    _ new: CatalogNode?, at place: Int, in items: inout [CatalogNode]
  ) throws(CatalogError) {
    if let new {
      if place < items.count { items[place] = new } else { items.append(new) }
    } else {
      guard place < items.count else {
        throw CatalogError(.noSuchItem(String(place + 1), count: items.count))
      }
      items.remove(at: place)
    }
  }

  /// The place of an item, from 0: by its name, or by its number from 1, the number after the last
  /// among them.
  private func place(of name: String, in items: [CatalogNode]) -> Int? {
    if let place = identities(of: items).firstIndex(where: { $0.text == name }), isOfRecords {
      return place
    }
    guard let number = Int(name), number >= 1, number - 1 <= items.count else { return nil }
    return number - 1
  }
}
