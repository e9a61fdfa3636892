/// Reads YAML into a tree of values with places.
///
/// A catalog is one document of plain data: aliases, anchors, tags and further documents are errors,
/// keys are unique, depth and size bounded.
enum YAMLReader {
  static func read(_ bytes: [UInt8], limits: CatalogLimits) throws(CatalogError) -> CatalogNode {
    let start = try TextBytes.check(bytes, limits: limits)
    try YAMLGuard.check(bytes, limits: limits)
    var composer = Composer(
      events: try YAMLEvents(bytes, from: start, limits: limits), limits: limits)
    return try composer.document()
  }

  /// Puts the tree together of events.
  private struct Composer {
    let events: YAMLEvents
    let limits: CatalogLimits
    /// The items and members read so far of all lists and maps that are open: each gets an array of
    /// its own only when it is complete, of the size it needs.
    private var items: [CatalogNode] = []
    private var members: [CatalogNode.Member] = []

    init(events: YAMLEvents, limits: CatalogLimits) {
      self.events = events
      self.limits = limits
    }

    mutating func document() throws(CatalogError) -> CatalogNode {
      _ = try events.next()
      guard case .documentStart = try events.next().kind else {
        throw CatalogError(.empty, line: 1, column: 1)
      }
      let root = try node(try events.next(), depth: 1)
      _ = try events.next()
      let end = try events.next()
      guard case .streamEnd = end.kind else { throw Self.error(.yamlDocuments, end) }
      return root
    }

    private static func error(_ fault: CatalogFault, _ event: YAMLEvent) -> CatalogError {
      CatalogError(fault, line: Int(event.place.line), column: Int(event.place.column))
    }

    private mutating func node(
      _ event: YAMLEvent, depth: Int
    ) throws(CatalogError) -> CatalogNode {
      if let anchor = event.anchor { throw Self.error(.yamlAnchor(anchor), event) }
      switch event.kind {
      case .scalar(let text, let isPlain):
        try Self.check(event, kind: "str")
        return CatalogNode(
          isPlain ? .plain(text) : .text(text), at: event.place)
      case .listStart:
        guard depth <= limits.depth else { throw Self.error(.tooDeep(limit: limits.depth), event) }
        try Self.check(event, kind: "seq")
        return CatalogNode(.list(try list(depth: depth)), at: event.place)
      case .mapStart:
        guard depth <= limits.depth else { throw Self.error(.tooDeep(limit: limits.depth), event) }
        try Self.check(event, kind: "map")
        return CatalogNode(.map(try map(depth: depth)), at: event.place)
      default:
        // An anchor, which an alias would need, is an error before it.
        throw Self.error(.yamlUndefinedAlias, event)
      }
    }

    private mutating func list(depth: Int) throws(CatalogError) -> [CatalogNode] {
      let start = items.count
      while true {
        let event = try events.next()
        if case .listEnd = event.kind { break }
        let item = try node(event, depth: depth + 1)
        items.append(item)
      }
      defer { items.removeSubrange(start...) }
      return Array(items[start...])
    }

    private mutating func map(depth: Int) throws(CatalogError) -> [CatalogNode.Member] {
      let start = members.count
      var keys = UniqueKeys()
      while true {
        let event = try events.next()
        if case .mapEnd = event.kind { break }
        let key = try Self.key(event)
        if !keys.insert(key, after: members[start...]) {
          let first = members[start...].first { $0.key == key }?.place ?? event.place
          throw CatalogError(
            .duplicateKey(key), line: Int(first.line), column: Int(first.column))
        }
        let value = try node(try events.next(), depth: depth + 1)
        members.append(.init(key: key, place: event.place, value: value))
      }
      defer { members.removeSubrange(start...) }
      return Array(members[start...])
    }

    private static func key(_ event: YAMLEvent) throws(CatalogError) -> String {
      if let anchor = event.anchor { throw error(.yamlAnchor(anchor), event) }
      switch event.kind {
      case .scalar(let text, _):
        try check(event, kind: "str")
        return text
      case .alias: throw error(.yamlUndefinedAlias, event)
      default: throw error(.yamlKeyNotText, event)
      }
    }

    /// Refuses a tag that says anything but what stands there anyway.
    private static func check(_ event: YAMLEvent, kind: String) throws(CatalogError) {
      guard let tag = event.tag, tag != "!", tag != "tag:yaml.org,2002:" + kind else { return }
      throw error(.yamlTag(tag), event)
    }
  }
}
