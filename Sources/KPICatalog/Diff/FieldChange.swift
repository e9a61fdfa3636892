/// One field that differs between two versions of a measure or catalog.
public struct FieldChange: Hashable, Sendable {
  /// In what a field differs.
  public enum Kind: Hashable, Sendable {
    /// In its value; without an old one it was added, without a new one removed.
    case value
    /// In the items of a list of words or ids: those added, those removed, each in the list's
    /// order.
    case items(added: [String], removed: [String])
    /// In the order of its items only; the values are their names.
    case order
  }

  /// The field: keys with dots between them, items of lists in brackets by name or number, such as
  /// `name.fr`, `targets[2026-12-31].value` or `custom.Cost`.
  public let field: String
  /// In what it differs.
  public let kind: Kind
  /// The value as it was, or nil.
  public let old: FieldValue?
  /// The value as it is, or nil.
  public let new: FieldValue?
}

extension FieldShape {
  /// The fields that differ between two values, in the order of a file.
  ///
  /// Texts are compared language by language, lists item by item, records and custom columns key by
  /// key; what is there on one side only is given whole, lists and custom columns excepted.
  ///
  /// - Parameters:
  ///   - old: The value as it was, nil for none.
  ///   - new: The value as it is.
  ///   - path: The field both stand in; empty for a measure or catalog as a whole.
  /// - Returns: The changes; none if both say the same.
  func changes(
    from old: CatalogNode?, to new: CatalogNode?, at path: String
  ) -> [FieldChange] {
    guard !old.means(new) else { return [] }
    switch self {
    case .value, .custom, .unknown: return [change(old, new, path)]
    case .text:
      return textChanges(old.map(expanded)?.pairs ?? [], new.map(expanded)?.pairs ?? [], path)
    case .record(let record):
      guard let old = old.map(expanded), let new = new.map(expanded) else {
        return [change(old, new, path)]
      }
      return record.keys(and: old, new).flatMap { key in
        record.shape(of: key).changes(
          from: old[key], to: new[key], at: path.isEmpty ? key : path + "." + key)
      }
    case .list(let list):
      let items = (old?.elements ?? [], new?.elements ?? [])
      if list.isOfRecords { return list.itemChanges(items.0, items.1, path) }
      return [list.wordChanges(items.0, items.1, path, self)]
    case .map(let shape):
      return shape.memberChanges(old?.pairs ?? [], new?.pairs ?? [], path)
    }
  }

  private func change(_ old: CatalogNode?, _ new: CatalogNode?, _ path: String) -> FieldChange {
    FieldChange(
      field: path, kind: .value, old: FieldValue(old, self), new: FieldValue(new, self))
  }

  /// Changes by language; a text without language has the field's own path.
  private func textChanges(
    _ old: [CatalogNode.Member], _ new: [CatalogNode.Member], _ path: String
  ) -> [FieldChange] {
    let shape = FieldShape.value(String.self)
    return Self.keys(old, new).flatMap { language in
      let isStated = language != LanguageTag.undetermined.text
      return shape.changes(
        from: old.first { $0.key == language }?.value, to: new.first { $0.key == language }?.value,
        at: isStated ? path + "." + language : path)
    }
  }

  /// Changes by key of a map whose values have this shape.
  private func memberChanges(
    _ old: [CatalogNode.Member], _ new: [CatalogNode.Member], _ path: String
  ) -> [FieldChange] {
    var changes = Self.keys(old, new).flatMap { key in
      self.changes(
        from: old.first { $0.key == key }?.value, to: new.first { $0.key == key }?.value,
        at: path + "." + key)
    }
    changes += FieldChange.order(old.map(\.key), new.map(\.key), path)
    return changes
  }

  /// The keys of two maps: those of the new one, the lost ones behind the one they followed.
  private static func keys(
    _ old: [CatalogNode.Member], _ new: [CatalogNode.Member]
  ) -> [String] {
    FieldChange.interleaved(old.map(\.key), new.map(\.key))
  }
}

extension FieldChange {
  /// The change of order among the names two sequences have in common; none if there is none.
  fileprivate static func order(_ old: [String], _ new: [String], _ path: String) -> [FieldChange] {
    guard !KeptOrder.moved(from: old, to: new).isEmpty else { return [] }
    func names(_ names: [String]) -> FieldValue {
      FieldValue(
        CatalogNode(.list(names.map { CatalogNode(.text($0)) })), .values(String.self))
    }
    return [FieldChange(field: path, kind: .order, old: names(old), new: names(new))]
  }

  /// The items of a new sequence with those of the old one that are gone, each behind the one it
  /// followed.
  static func interleaved<Item: Hashable>(_ old: [Item], _ new: [Item]) -> [Item] {
    let there = Set(new)
    var lost: [Item?: [Item]] = [:]
    var last: Item?
    for item in old {
      if there.contains(item) { last = item } else { lost[last, default: []].append(item) }
    }
    return (lost[nil] ?? []) + new.flatMap { [$0] + (lost[$0] ?? []) }
  }
}

extension ListShape {
  /// The change of a list of words or ids.
  fileprivate func wordChanges(
    _ old: [CatalogNode], _ new: [CatalogNode], _ path: String, _ shape: FieldShape
  ) -> FieldChange {
    let before = identities(of: old)
    let after = identities(of: new)
    let added = after.filter { !before.contains($0) }.map(\.text)
    let removed = before.filter { !after.contains($0) }.map(\.text)
    func value(_ items: [CatalogNode]) -> FieldValue? {
      items.isEmpty ? nil : FieldValue(CatalogNode(.list(items)), shape)
    }
    return FieldChange(
      field: path,
      kind: added.isEmpty && removed.isEmpty ? .order : .items(added: added, removed: removed),
      old: value(old), new: value(new))
  }

  /// The changes of a list of records.
  fileprivate func itemChanges(
    _ old: [CatalogNode], _ new: [CatalogNode], _ path: String
  ) -> [FieldChange] {
    let before = identities(of: old)
    let after = identities(of: new)
    var changes: [FieldChange] = []
    for id in FieldChange.interleaved(before, after) {
      let oldPlace = before.firstIndex(of: id)
      let newPlace = after.firstIndex(of: id)
      let name = name(
        of: id, at: newPlace ?? oldPlace ?? 0,
        isAlone: !before.contains(id.second)
          && !after.contains(id.second))
      changes += item.changes(
        from: oldPlace.map { old[$0] }, to: newPlace.map { new[$0] }, at: path + "[" + name + "]")
    }
    let names = { (ids: [ItemID]) in
      ids.enumerated().map { name(of: $1, at: $0, isAlone: !ids.contains($1.second)) }
    }
    changes += FieldChange.order(names(before), names(after), path)
    return changes
  }

  /// What an item is called in a path: its name, or for targets when they are due, else its number
  /// from 1.
  func name(of id: ItemID, at place: Int, isAlone: Bool) -> String {
    let isNamed =
      switch identity {
      case .key: true
      case .facts(let keys): keys == ["by"]
      case .value: false
      }
    guard isNamed, isAlone, id.occurrence == 0, !id.text.isEmpty else { return String(place + 1) }
    return id.text
  }
}

extension ListShape.ItemID {
  /// The identity of the second item like this one.
  fileprivate var second: ListShape.ItemID { .init(text: text, occurrence: 1) }
}
