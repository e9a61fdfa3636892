extension Overlay {
  /// Reads an overlay from YAML.
  ///
  /// - Parameters:
  ///   - bytes: The file: UTF-8, one document, without aliases and tags.
  ///   - limits: How much is read before the file is refused.
  /// - Throws: ``CatalogError`` with line, column and field.
  /// - Complexity: O(*n*) in the number of bytes.
  public init(yaml bytes: [UInt8], limits: CatalogLimits = .standard) throws(CatalogError) {
    try self.init(node: try YAMLReader.read(bytes, limits: limits))
  }

  /// Reads an overlay from JSON.
  ///
  /// - Parameters:
  ///   - bytes: The file: UTF-8, a byte order mark allowed.
  ///   - limits: How much is read before the file is refused.
  /// - Throws: ``CatalogError`` with line, column and field.
  /// - Complexity: O(*n*) in the number of bytes.
  public init(json bytes: [UInt8], limits: CatalogLimits = .standard) throws(CatalogError) {
    do throws(CatalogError) {
      try self.init(node: try JSONReader.read(bytes, limits: limits))
    } catch {
      throw TextBytes.located(error, in: bytes)
    }
  }

  /// The overlay as YAML, always in the same form; reading it gives the same overlay.
  ///
  /// - Returns: UTF-8.
  public func yaml() -> [UInt8] {
    var writer = YAMLWriter()
    writer.write(self)
    return writer.finish()
  }

  /// The overlay as JSON, always in the same form; reading it gives the same overlay.
  ///
  /// - Returns: UTF-8.
  public func json() -> [UInt8] {
    var writer = JSONWriter(isPretty: true)
    writer.write(self)
    return writer.finish()
  }
}

extension Overlay: CatalogCodable {
  private static let ownKeys = ["extends", "select", "remove", "order", "measures", "base"]

  /// Fields of a catalog that are read in another spelling too.
  private static let spellings = ["organization": "organisation", "license": "licence"]

  init(node: CatalogNode) throws(CatalogError) {
    var map = try MapReader(node)
    let members = try node.members()
    guard let reference: String = try map.read("extends") else { throw map.missing("extends") }
    do throws(CatalogError) {
      self.init(of: try BaseReference(reference))
    } catch {
      throw CatalogError(error, at: node["extends"] ?? node).inside("extends")
    }
    snapshot = try map.read("base", Snapshot.init(node:))
    selection = try map.read("select", Mention.list(node:))
    removals = try map.read("remove", Mention.list(node:)) ?? []
    placements = try map.read("order", Placement.list(node:)) ?? []
    entries = try map.read("measures", Entry.list(node:)) ?? []
    fields = try Self.level(members, beside: Self.ownKeys)
  }

  /// Reads what differs above the measures.
  fileprivate static func level(
    _ members: [CatalogNode.Member], beside ownKeys: [String]
  ) throws(CatalogError) -> CatalogNode {
    let record = RecordShape.catalog
    var changes: [CatalogNode.Member] = []
    for member in members where !ownKeys.contains(member.key) {
      let key = spellings[member.key] ?? member.key
      guard let shape = record[key] else {
        let nearest = SpellingSuggestion.nearest(to: member.key, among: ownKeys + record.keys)
        throw CatalogError(.unknownKey(member.key, nearest: nearest), at: member).inside(member.key)
      }
      guard !changes.contains(where: { $0.key == key }) else {
        throw CatalogError(.duplicateKey(key), at: member).inside(member.key)
      }
      do throws(CatalogError) {
        changes.append(
          .init(key: key, place: member.place, value: try shape.canonicalPatch(member.value)))
      } catch {
        throw error.inside(member.key)
      }
    }
    // The order of keys means nothing here.
    return CatalogNode(
      .map(record.keys.compactMap { key in changes.first { $0.key == key } }))
  }

  func encode(to encoder: inout some CatalogEncoder) {
    encoder.beginMap()
    encoder.add("extends", base.description)
    for member in fields.pairs { encoder.add(named: member.key, member.value) }
    if let selection { encoder.add(named: "select", CatalogNode(.list(selection.map(\.id.node)))) }
    if !removals.isEmpty {
      encoder.add(named: "remove", CatalogNode(.list(removals.map(\.id.node))))
    }
    if !placements.isEmpty {
      var order = MapWriter()
      for placement in placements {
        order.add(
          placement.measure.id.text, placement.predecessor?.id.node ?? CatalogNode(.null))
      }
      encoder.add(named: "order", order.node)
    }
    if !entries.isEmpty { encoder.add(named: "measures", CatalogNode(.list(entries.map(\.node)))) }
    // Last, as people read what is changed rather than what it was.
    if let snapshot { encoder.add(named: "base", snapshot.node) }
    encoder.endMap()
  }
}

extension Overlay.Snapshot {
  init(node: CatalogNode) throws(CatalogError) {
    var map = try MapReader(node)
    let measures = try map.read("measures", Overlay.Entry.list(node:)) ?? []
    self.init(
      fields: try Overlay.level(try node.members(), beside: ["measures"]), entries: measures)
  }

  var node: CatalogNode {
    var map = MapWriter()
    for member in fields.pairs { map.add(member.key, member.value) }
    if !entries.isEmpty { map.add("measures", CatalogNode(.list(entries.map(\.node)))) }
    return map.node
  }
}

extension Overlay.Mention {
  init(node: CatalogNode) throws(CatalogError) {
    self.init(id: try KPIIdentifier(node: node), place: node.place)
  }

  /// Reads ids and refuses one that comes twice.
  static func list(node: CatalogNode) throws(CatalogError) -> [Overlay.Mention] {
    var places: [KPIIdentifier: Int] = [:]
    var mentions: [Overlay.Mention] = []
    for (index, item) in try node.items().enumerated() {
      do throws(CatalogError) {
        let mention = try Overlay.Mention(node: item)
        if let first = places.updateValue(index, forKey: mention.id) {
          throw CatalogError(.namedTwice(mention.id.text, first: "[\(first)]"), at: item)
        }
        mentions.append(mention)
      } catch {
        throw error.inside(index)
      }
    }
    return mentions
  }
}

extension Overlay.Placement {
  /// Reads a map of ids to the ids before them.
  static func list(node: CatalogNode) throws(CatalogError) -> [Overlay.Placement] {
    var placements: [Overlay.Placement] = []
    for member in try node.members() {
      do throws(CatalogError) {
        let name = CatalogNode(.text(member.key), at: member.place)
        placements.append(
          Overlay.Placement(
            measure: try Overlay.Mention(node: name),
            predecessor: member.value.isNull ? nil : try Overlay.Mention(node: member.value)))
      } catch {
        throw error.inside(member.key)
      }
    }
    return placements
  }
}

extension Overlay.Entry {
  init(node: CatalogNode) throws(CatalogError) {
    var map = try MapReader(node)
    let id: KPIIdentifier = try map.require("id")
    let original: Overlay.Mention? = try map.read("from", Overlay.Mention.init(node:))
    let fields = CatalogNode(
      .map(try node.members().filter { $0.key != "id" && $0.key != "from" }), at: node.place)
    let patch = try FieldShape.record(.measure).canonicalPatch(fields)
    self.init(
      measure: Overlay.Mention(id: id, place: node.place), original: original,
      patch: CatalogNode(
        .map(RecordShape.measure.keys.compactMap { key in patch.pairs.first { $0.key == key } }),
        at: node.place))
  }

  /// Reads entries and refuses an id that comes twice.
  static func list(node: CatalogNode) throws(CatalogError) -> [Overlay.Entry] {
    var places: [KPIIdentifier: Int] = [:]
    var entries: [Overlay.Entry] = []
    for (index, item) in try node.items().enumerated() {
      do throws(CatalogError) {
        let entry = try Overlay.Entry(node: item)
        for id in entry.original == nil ? [entry.baseID] : [entry.measure.id, entry.baseID] {
          if let first = places.updateValue(index, forKey: id) {
            let fault = CatalogFault.duplicateIdentifier(id.text, first: "measures[\(first)]")
            throw CatalogError(fault, at: item).inside("id")
          }
        }
        entries.append(entry)
      } catch {
        throw error.inside(index)
      }
    }
    return entries
  }

  var node: CatalogNode {
    var map = MapWriter()
    map.add("id", measure.id)
    map.add("from", original?.id)
    for member in patch.pairs { map.add(member.key, member.value) }
    return map.node
  }
}
