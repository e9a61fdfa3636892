/// How a remainder is made of two trees of values, and joined with a third.
///
/// A leaf is a list: a mark of the value that was seen, and the true one if there is one. A map has leaves
/// and maps for those of its members that differ; a list is a map by index. Under the empty key
/// stands the order of a map's keys, where putting missing ones behind would not give it.
enum RemainderTree {
  /// Fields of which parts are compared one by one; in others a change of one part means that the
  /// rest may hold no longer.
  private static let finely: Set<String> = [
    "name", "title", "question", "description", "rationale", "pitfalls", "notes", "source",
    "objective", "scope", "instrument", "baseline", "targets", "current", "benchmarks", "custom",
  ]
  /// The mark of a value that was not there.
  private static let absent = "-"
  private static let orderKey = ""

  // MARK: Taking apart

  /// What a full tree has beyond the seen one, or nil.
  static func difference(
    _ full: CatalogNode?, _ seen: CatalogNode?, _ path: [String], isFine: Bool = false
  ) -> CatalogNode? {
    if text(of: full) == text(of: seen), full.map(PreciseNumbers.hasNone) ?? true { return nil }
    switch (full?.content, seen?.content) {
    case (.map(let truth)?, .map(let found)?)
    where path.isEmpty || isFine || path == ["formula"]:
      var members: [CatalogNode.Member] = []
      for key in keys(truth, found) {
        let own = value(of: key, in: truth)
        let other = value(of: key, in: found)
        let part: CatalogNode?
        if path == ["formula"], key != "text" {
          part =
            text(of: own) == text(of: other) ? nil : leaf(guarded(other, with: found), own)
        } else {
          part = difference(
            own, other, path + [key],
            isFine: isFine || path == ["formula"] || finely.contains(path.first ?? key))
        }
        if let part { members.append(.init(key: key, place: .init(), value: part)) }
      }
      if let order = order(truth, found) {
        members.append(.init(key: orderKey, place: .init(), value: order))
      }
      return members.isEmpty ? nil : CatalogNode(.map(members))
    case (.list(let truth)?, .list(let found)?) where isFine && truth.count == found.count:
      var members: [CatalogNode.Member] = []
      for index in truth.indices {
        let key = String(index)
        guard let part = difference(truth[index], found[index], path + [key], isFine: true) else {
          continue
        }
        members.append(.init(key: key, place: .init(), value: part))
      }
      return members.isEmpty ? nil : CatalogNode(.map(members))
    default:
      return leaf(seen, full)
    }
  }

  private static func leaf(_ seen: CatalogNode?, _ full: CatalogNode?) -> CatalogNode {
    CatalogNode(.list([CatalogNode(.text(mark(seen)))] + (full.map { [$0] } ?? [])))
  }

  /// A part of a formula together with its text: when that is another, the part no longer holds.
  private static func guarded(
    _ part: CatalogNode?, with formula: [CatalogNode.Member]
  ) -> CatalogNode {
    CatalogNode(.list([value(of: "text", in: formula), part].map { $0 ?? CatalogNode(.null) }))
  }

  // MARK: Putting together

  /// The tree that is meant by a seen one.
  static func completed(
    _ rest: CatalogNode, _ seen: CatalogNode?, _ path: [String]
  ) -> CatalogNode? {
    switch rest.content {
    case .list(let leaf):
      guard let mark = try? leaf.first?.text(), mark == Self.mark(seen) else { return seen }
      return leaf.dropFirst().first
    case .map(let parts):
      switch seen?.content {
      case .map(let members)?: return completed(parts, members, path)
      case .list(let items)?:
        var items = items
        for part in parts {
          guard let index = Int(part.key), items.indices.contains(index),
            let item = completed(part.value, items[index], path + [part.key])
          else { continue }
          items[index] = item
        }
        return CatalogNode(.list(items))
      default: return seen
      }
    default: return seen
    }
  }

  private static func completed(
    _ parts: [CatalogNode.Member], _ seen: [CatalogNode.Member], _ path: [String]
  ) -> CatalogNode? {
    var members = seen
    var order: [String]?
    for part in parts {
      if part.key == orderKey {
        if case .list(let keys) = part.value.content { order = keys.compactMap { try? $0.text() } }
        continue
      }
      let old = value(of: part.key, in: seen)
      let new: CatalogNode?
      if path == ["formula"], part.key != "text", case .list(let leaf) = part.value.content {
        let isSame = (try? leaf.first?.text()) == mark(guarded(old, with: seen))
        new = isSame ? leaf.dropFirst().first : old
      } else {
        new = completed(part.value, old, path + [part.key])
      }
      let place = members.firstIndex { $0.key == part.key }
      switch (place, new) {
      case (let place?, let new?):
        members[place] = .init(key: part.key, place: .init(), value: new)
      case (let place?, nil): members.remove(at: place)
      case (nil, let new?): members.append(.init(key: part.key, place: .init(), value: new))
      case (nil, nil): break
      }
    }
    if let order {
      let known = order.filter { key in members.contains { $0.key == key } }
      let rest = members.filter { !known.contains($0.key) }
      members = known.compactMap { key in members.first { $0.key == key } } + rest
    }
    return members.isEmpty && !path.isEmpty ? nil : CatalogNode(.map(members))
  }

  // MARK: Members

  private static func keys(
    _ truth: [CatalogNode.Member], _ found: [CatalogNode.Member]
  ) -> [String] {
    let own = truth.map(\.key)
    return own + found.map(\.key).filter { !own.contains($0) }
  }

  private static func value(of key: String, in members: [CatalogNode.Member]) -> CatalogNode? {
    members.first { $0.key == key }?.value
  }

  /// The order of the true keys, if putting the missing ones behind the seen ones gives another.
  private static func order(
    _ truth: [CatalogNode.Member], _ found: [CatalogNode.Member]
  ) -> CatalogNode? {
    let own = truth.map(\.key)
    let kept = found.map(\.key).filter { own.contains($0) }
    guard kept + own.filter({ !kept.contains($0) }) != own else { return nil }
    return CatalogNode(.list(own.map { CatalogNode(.text($0)) }))
  }

  // MARK: Marks

  /// A short mark of a value, the same for the same value: FNV-1a of its JSON, folded to 32 bits.
  ///
  /// Digits past the fifteenth do not count: programs that save workbooks drop them.
  private static func mark(_ node: CatalogNode?) -> String {
    guard let node else { return absent }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text(of: PreciseNumbers.shortened(node)).utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    let digits = String(UInt32(truncatingIfNeeded: hash ^ hash >> 32), radix: 16)
    return String(repeating: "0", count: 8 - digits.utf8.count) + digits
  }

  private static func text(of node: CatalogNode?) -> String? { node.map { text(of: $0) } }

  static func text(of node: CatalogNode) -> String {
    var writer = JSONWriter(isPretty: false)
    writer.write(node)
    return String(decoding: writer.output.dropLast(), as: UTF8.self)
  }
}
