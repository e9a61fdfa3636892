import KPICatalog

/// A slow and simple merge to compare the real one with.
///
/// It knows a measure only as a list of paths with a text each, made from the public properties,
/// and merges each path by itself. `/` stands between a record and its field.
struct MergeOracle {
  typealias Leaves = [String: String]

  private(set) var leaves: [String: Leaves] = [:]
  private(set) var conflicts: Set<String> = []

  /// Fields that are no records of their own, though others stand below them.
  private static let openMaps: Set<String> = ["custom", "customFields", "perspectiveOrders"]

  init(base: Catalog, ours: Catalog, theirs: Catalog) {
    leaves[""] = merged(Self.level(base), Self.level(ours), Self.level(theirs), measure: "")
    let whole = [base, ours, theirs].map { side in
      Dictionary(uniqueKeysWithValues: side.measures.map { ($0.id.text, $0) })
    }
    let sides = whole.map { $0.mapValues(Self.leaves) }
    for id in Set(sides.flatMap(\.keys)) {
      switch (sides[0][id], sides[1][id], sides[2][id]) {
      case (let old?, let our?, let their?): leaves[id] = merged(old, our, their, measure: id)
      case (_?, let our?, nil):
        // Whether anything changed is seen by the whole, as an order is in no path.
        guard whole[0][id] != whole[1][id] else { continue }
        conflicts.insert(id + ": removed")
        leaves[id] = our
      case (_?, nil, _?):
        if whole[0][id] != whole[2][id] { conflicts.insert(id + ": removed") }
      case (nil, let our?, let their?):
        leaves[id] = our
        if our != their { conflicts.insert(id + ": added") }
      case (nil, let only?, nil), (nil, nil, let only?): leaves[id] = only
      default: break
      }
    }
  }

  // MARK: Merging

  private mutating func merged(
    _ base: Leaves, _ ours: Leaves, _ theirs: Leaves, measure: String
  ) -> Leaves {
    var result: Leaves = [:]
    let paths = Set(base.keys).union(ours.keys).union(theirs.keys)
    for top in Set(paths.map { Self.first($0, below: "") }) {
      result.merge(merged(top, base, ours, theirs, measure)) { first, _ in first }
    }
    return result
  }

  /// Merges all that stands at a path and below it.
  private mutating func merged(
    _ path: String, _ base: Leaves, _ ours: Leaves, _ theirs: Leaves, _ measure: String
  ) -> Leaves {
    let sides = [base, ours, theirs].map { leaves in
      leaves.filter {
        $0.key == path || $0.key.hasPrefix(path + "/") || $0.key.hasPrefix(path + "[")
      }
    }
    if sides[1] == sides[2] || sides[2] == sides[0] { return sides[1] }
    if sides[1] == sides[0] { return sides[2] }
    let isOpen =
      Self.openMaps.contains(path)
      || !sides.joined().contains { $0.key == path || $0.key.hasPrefix(path + "/") }
    if !isOpen, sides[1].isEmpty || sides[2].isEmpty {
      conflicts.insert(measure + ": " + path)
      return sides[1]
    }
    let paths = Set(sides.flatMap(\.keys))
    var result: Leaves = [:]
    let conflictsBefore = conflicts
    if paths.contains(path) {
      let values = sides.map { $0[path] }
      if values[1] == values[2] || values[2] == values[0] {
        result[path] = values[1]
      } else if values[1] == values[0] {
        result[path] = values[2]
      } else {
        conflicts.insert(measure + ": " + path)
        result[path] = values[1]
      }
    }
    for next in Set(paths.filter { $0 != path }.map { Self.first($0, below: path) }) {
      result.merge(merged(next, sides[0], sides[1], sides[2], measure)) { first, _ in first }
    }
    if result.isEmpty, !isOpen {
      // Nothing would be left of a text of which each side took away another language.
      conflicts = conflictsBefore
      conflicts.insert(measure + ": " + path)
      return sides[1]
    }
    return result
  }

  /// The path one step below another one on the way to a third.
  private static func first(_ path: String, below: String) -> String {
    var end = path.index(path.startIndex, offsetBy: below.count)
    if end > path.startIndex, end < path.endIndex, path[end] == "/" { end = path.index(after: end) }
    if end < path.endIndex, path[end] == "[" {
      let close = path[end...].firstIndex(of: "]") ?? path.endIndex
      return String(path[..<path.index(after: close)])
    }
    let next = path[end...].firstIndex { $0 == "/" || $0 == "[" } ?? path.endIndex
    return String(path[..<next])
  }

  // MARK: Leaves

  static func level(_ catalog: Catalog) -> Leaves {
    var leaves: Leaves = [:]
    add(catalog.title, "title", &leaves)
    leaves["organisation"] = catalog.organization
    leaves["version"] = catalog.version
    leaves["currency"] = catalog.currency?.text
    for language in catalog.languages { leaves["languages[\(language)]"] = "there" }
    for group in catalog.groups {
      leaves["groups[\(group.id)]"] = "there"
      add(group.name, "groups[\(group.id)]/name", &leaves)
    }
    for pair in catalog.customFields { leaves["customFields/\(pair.key)"] = "\(pair.value)" }
    for pair in catalog.perspectiveOrders {
      for item in pair.value { leaves["perspectiveOrders/\(pair.key)[\(item)]"] = "there" }
    }
    return leaves
  }

  static func leaves(of measure: KPIDefinition) -> Leaves {
    var leaves: Leaves = ["id": measure.id.text]
    leaves["code"] = measure.code
    leaves["owner"] = measure.owner
    leaves["kind"] = measure.kind.map { "\($0)" }
    leaves["frequency"] = measure.frequency?.rawValue
    leaves["decimals"] = measure.decimals.map { "\($0.count)" }
    add(measure.name, "name", &leaves)
    add(measure.question, "question", &leaves)
    add(measure.notes, "notes", &leaves)
    leaves["unit"] = measure.unit.map {
      "\($0.kind) \($0.symbol ?? "-") \($0.per ?? "-") \($0.currency?.text ?? "-")"
    }
    if let scale = measure.scale {
      leaves["scale"] = "\(scale.minimum, default: "-") \(scale.maximum, default: "-")"
      leaves["scale/hard"] = scale.isHard ? "true" : nil
    }
    if let baseline = measure.baseline {
      leaves["baseline"] = "\(baseline.value) \(baseline.at, default: "-")"
      add(baseline.note, "baseline/note", &leaves)
    }
    for target in measure.targets {
      let path = "targets[\(target.by, default: "")]"
      leaves[path] = "\(target.goal)"
      add(target.note, path + "/note", &leaves)
    }
    if let thresholds = measure.thresholds {
      leaves["thresholds/green"] = thresholds.green.map { "\($0)" }
      leaves["thresholds/amber"] = thresholds.amber.map { "\($0)" }
      leaves["thresholds/mode"] = "\(thresholds.mode)"
    }
    add(measure.formula?.text, "formula/text", &leaves)
    for input in measure.formula?.inputs ?? [] {
      leaves["formula/inputs[\(input.name)]"] = "there"
      leaves["formula/inputs[\(input.name)]/aggregate"] = input.aggregate?.rawValue
    }
    for variant in measure.variants {
      leaves["variants[\(variant.id)]"] = "there"
      add(variant.name, "variants[\(variant.id)]/name", &leaves)
      add(variant.note, "variants[\(variant.id)]/note", &leaves)
    }
    if let method = measure.method {
      leaves["method/kind"] = "\(method.kind)"
      add(method.text, "method/text", &leaves)
    }
    leaves["lifecycle"] = measure.lifecycle.map { "\($0.state) \($0.replacedBy, default: "-")" }
    for tag in measure.tags { leaves["tags[\(tag)]"] = "there" }
    for id in measure.pairedWith { leaves["pairedWith[\(id)]"] = "there" }
    for evidence in measure.evidence { leaves["evidence[\(evidence.link ?? "")]"] = "there" }
    for pair in measure.custom { leaves["custom/\(pair.key)"] = "\(pair.value)" }
    return leaves
  }

  private static func add(_ text: LocalizedText?, _ path: String, _ leaves: inout Leaves) {
    for entry in text?.entries ?? [] { leaves[path + "/" + entry.language.text] = entry.text }
  }
}
