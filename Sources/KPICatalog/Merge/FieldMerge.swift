/// Merges the fields of one measure, or of a catalog above its measures.
///
/// What one side alone changed is taken; what both changed alike is taken once; what both changed
/// otherwise is merged part by part where it has parts, else ours is kept and a conflict noted.
struct FieldMerge {
  /// A field both sides changed, each in its own way.
  struct Conflict {
    let field: String
    let isOrder: Bool
    let base: FieldValue?
    let ours: FieldValue?
    let theirs: FieldValue?
  }

  /// The conflicts so far.
  private(set) var conflicts: [Conflict] = []

  /// Merges three versions of a value; nil stands for none.
  ///
  /// - Returns: The merged value, or nil if there is none any more.
  mutating func merge(
    _ shape: FieldShape, base: CatalogNode?, ours: CatalogNode?, theirs: CatalogNode?,
    at path: String
  ) -> CatalogNode? {
    if theirs.means(base) || theirs.means(ours) { return ours }
    if ours.means(base) { return theirs }
    let start = conflicts.count
    let merged: CatalogNode?
    switch shape {
    case .value, .custom, .unknown: merged = nil
    case .text:
      guard let ours, let theirs else { break }
      merged = mergeText(base, ours, theirs, shape, path)
      if let merged { return merged }
    case .record(let record):
      guard let ours, let theirs else { break }
      merged = mergeRecord(record, base, ours, theirs, shape, path)
      if let merged, (try? record.type.init(node: merged)) != nil { return merged }
    case .list(let list):
      return mergeList(
        list, base?.elements ?? [], ours?.elements ?? [], theirs?.elements ?? [], path)
    case .map(let item):
      return mergeMap(item, base, ours, theirs, path)
    }
    // The parts do not fit together, or there are none: the whole is in conflict.
    conflicts.removeSubrange(start...)
    note(shape, base, ours, theirs, path)
    return ours
  }

  private mutating func note(
    _ shape: FieldShape, _ base: CatalogNode?, _ ours: CatalogNode?, _ theirs: CatalogNode?,
    _ path: String
  ) {
    conflicts.append(
      Conflict(
        field: path, isOrder: false, base: FieldValue(base, shape), ours: FieldValue(ours, shape),
        theirs: FieldValue(theirs, shape)))
  }

  // MARK: Texts and maps

  private mutating func mergeText(
    _ base: CatalogNode?, _ ours: CatalogNode, _ theirs: CatalogNode, _ shape: FieldShape,
    _ path: String
  ) -> CatalogNode? {
    let sides = [base, ours, theirs].map { $0.map(shape.expanded)?.pairs ?? [] }
    let members = mergeMembers(.value(String.self), sides) { language in
      language == LanguageTag.undetermined.text ? path : path + "." + language
    }
    return members.isEmpty ? nil : CatalogNode(.map(inOrder(members, sides, path: nil)))
  }

  private mutating func mergeMap(
    _ item: FieldShape, _ base: CatalogNode?, _ ours: CatalogNode?, _ theirs: CatalogNode?,
    _ path: String
  ) -> CatalogNode? {
    let sides = [base, ours, theirs].map { $0?.pairs ?? [] }
    let members = mergeMembers(item, sides) { path + "." + $0 }
    return members.isEmpty ? nil : CatalogNode(.map(inOrder(members, sides, path: path)))
  }

  /// Merges maps key by key; the order of the result means nothing yet.
  private mutating func mergeMembers(
    _ shape: FieldShape, _ sides: [[CatalogNode.Member]], _ path: (String) -> String
  ) -> [CatalogNode.Member] {
    let maps = sides.map { side in
      Dictionary(side.map { ($0.key, $0.value) }) { first, _ in first }
    }
    var members: [CatalogNode.Member] = []
    var seen: Set<String> = []
    for key in (sides[1] + sides[2]).map(\.key) where seen.insert(key).inserted {
      let value = merge(
        shape, base: maps[0][key], ours: maps[1][key], theirs: maps[2][key], at: path(key))
      if let value { members.append(.init(key: key, value: value)) }
    }
    return members
  }

  /// Members brought into the merged order of their keys; a conflict of order is noted if there is
  /// a path to note it for.
  private mutating func inOrder(
    _ members: [CatalogNode.Member], _ sides: [[CatalogNode.Member]], path: String?
  ) -> [CatalogNode.Member] {
    let values = Dictionary(members.map { ($0.key, $0.value) }) { first, _ in first }
    let keys = sides.map { $0.map(\.key) }
    let order = SequenceMerge(
      base: keys[0], ours: keys[1], theirs: keys[2], survivors: Set(values.keys))
    if order.isConflict, let path { noteOrder(keys, path) }
    return order.items.compactMap { key in values[key].map { .init(key: key, value: $0) } }
  }

  private mutating func noteOrder(_ names: [[String]], _ path: String) {
    func value(_ names: [String]) -> FieldValue {
      FieldValue(CatalogNode(.list(names.map { CatalogNode(.text($0)) })), .values(String.self))
    }
    conflicts.append(
      Conflict(
        field: path, isOrder: true, base: value(names[0]), ours: value(names[1]),
        theirs: value(names[2])))
  }

  // MARK: Records

  private mutating func mergeRecord(
    _ record: RecordShape, _ base: CatalogNode?, _ ours: CatalogNode, _ theirs: CatalogNode,
    _ shape: FieldShape, _ path: String
  ) -> CatalogNode {
    let base = base.map(shape.expanded)
    let (ours, theirs) = (shape.expanded(ours), shape.expanded(theirs))
    var members: [CatalogNode.Member] = []
    for key in record.keys(and: base, ours, theirs) {
      let statement = record.statement(of: key)
      if statement.count == 1 {
        let value = merge(
          record.shape(of: key), base: base?[key], ours: ours[key], theirs: theirs[key],
          at: path.isEmpty ? key : path + "." + key)
        if let value { members.append(.init(key: key, value: value)) }
      } else if statement.first == key {
        members += mergeStatement(statement, record, [base, ours, theirs], shape, path)
      }
    }
    return CatalogNode(.map(members))
  }

  /// Merges fields that say one thing together: they are taken from one side.
  private mutating func mergeStatement(
    _ keys: [String], _ record: RecordShape, _ sides: [CatalogNode?], _ shape: FieldShape,
    _ path: String
  ) -> [CatalogNode.Member] {
    func part(_ node: CatalogNode?) -> CatalogNode? {
      let members = keys.compactMap { key in
        node?[key].map { CatalogNode.Member(key: key, value: $0) }
      }
      return members.isEmpty ? nil : CatalogNode(.map(members))
    }
    let parts = sides.map(part)
    if parts[2].means(parts[0]) || parts[2].means(parts[1]) { return parts[1]?.pairs ?? [] }
    if parts[1].means(parts[0]) { return parts[2]?.pairs ?? [] }
    let differing = keys.filter { !(parts[1]?[$0]).means(parts[2]?[$0]) }
    if differing.count == 1, let key = differing.first {
      note(
        record.shape(of: key), parts[0]?[key], parts[1]?[key], parts[2]?[key], path + "." + key)
    } else {
      note(shape, parts[0], parts[1], parts[2], path)
    }
    return parts[1]?.pairs ?? []
  }

  // MARK: Lists

  private mutating func mergeList(
    _ list: ListShape, _ base: [CatalogNode], _ ours: [CatalogNode], _ theirs: [CatalogNode],
    _ path: String
  ) -> CatalogNode? {
    let ids = [base, ours, theirs].map(list.identities)
    let sides = zip(ids, [base, ours, theirs]).map { ids, items in
      Dictionary(zip(ids, items).map { ($0, $1) }) { first, _ in first }
    }
    var merged: [ListShape.ItemID: CatalogNode] = [:]
    var seen: Set<ListShape.ItemID> = []
    for id in ids[1] + ids[2] where seen.insert(id).inserted {
      let place = ids[1].firstIndex(of: id) ?? ids[2].firstIndex(of: id) ?? 0
      let isAlone = !seen.contains(.init(text: id.text, occurrence: id.occurrence + 1))
      let name = list.name(of: id, at: place, isAlone: isAlone)
      // An item that is itself the value can only be there or not.
      let field = list.isOfRecords ? path + "[" + name + "]" : path
      merged[id] = merge(
        list.item, base: sides[0][id], ours: sides[1][id], theirs: sides[2][id], at: field)
    }
    let order = SequenceMerge(
      base: ids[0], ours: ids[1], theirs: ids[2], survivors: Set(merged.keys))
    if order.isConflict { noteOrder(ids.map { $0.map(\.text) }, path) }
    let items = order.items.compactMap { merged[$0] }
    return items.isEmpty ? nil : CatalogNode(.list(items))
  }
}
