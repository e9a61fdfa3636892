extension PerspectiveEntry: CatalogCodable {
  init(node: CatalogNode) throws(CatalogError) {
    var map = try MapReader(node)
    self.init(id: try map.require("id"), name: try map.read("name") ?? LocalizedText())
    try map.finish(["id", "name"])
  }

  func encode(to encoder: inout some CatalogEncoder) {
    encoder.beginMap()
    encoder.add("id", id)
    encoder.add("name", name)
    encoder.endMap()
  }
}

extension AudienceEntry: CatalogCodable {
  init(node: CatalogNode) throws(CatalogError) {
    var map = try MapReader(node)
    self.init(id: try map.require("id"), name: try map.read("name") ?? LocalizedText())
    try map.finish(["id", "name"])
  }

  func encode(to encoder: inout some CatalogEncoder) {
    encoder.beginMap()
    encoder.add("id", id)
    encoder.add("name", name)
    encoder.endMap()
  }
}

extension GroupEntry: CatalogCodable {
  init(node: CatalogNode) throws(CatalogError) {
    var map = try MapReader(node)
    self.init(
      id: try map.require("id"), name: try map.read("name") ?? LocalizedText(),
      kind: try map.read("kind"))
    try map.finish(["id", "name", "kind"])
  }

  func encode(to encoder: inout some CatalogEncoder) {
    encoder.beginMap()
    encoder.add("id", id)
    encoder.add("name", name)
    encoder.add("kind", kind)
    encoder.endMap()
  }
}

extension CheckSettings: CatalogCodable {
  init(node: CatalogNode) throws(CatalogError) {
    var map = try MapReader(node)
    self.init(ignoredRules: try map.list("ignore"))
    try map.finish(["ignore"])
  }

  func encode(to encoder: inout some CatalogEncoder) {
    encoder.beginMap()
    encoder.add("ignore", ignoredRules)
    encoder.endMap()
  }
}

/// One of the named orders of perspectives.
private struct PerspectiveOrder: CatalogCodable, Hashable {
  var perspectives: [Perspective]

  init(_ perspectives: [Perspective]) {
    self.perspectives = perspectives
  }

  init(node: CatalogNode) throws(CatalogError) {
    perspectives = try [Perspective](node: node)
  }

  func encode(to encoder: inout some CatalogEncoder) { encoder.list(perspectives) }
}

extension Catalog: CatalogCodable {
  /// The keys of a catalog, in the order they are written.
  static let keys = [
    "extends", "version", "title", "organisation", "source", "licence", "defaultLanguage",
    "languages", "audience", "currency", "fiscalYearStart", "perspectives", "perspectiveOrders",
    "audiences", "groups", "objectives", "customFields", "checks",
    "measures",
  ]

  init(node: CatalogNode) throws(CatalogError) {
    try self.init(node: node, needsMeasures: true)
  }

  /// Reads a catalog; the level above the measures may also stand alone.
  init(node: CatalogNode, needsMeasures: Bool) throws(CatalogError) {
    var map = try MapReader(node)
    self.init()
    extends = try map.read("extends")
    version = try map.read("version")
    title = try map.read("title") ?? LocalizedText()
    organization = try map.read("organisation")
    source = try map.read("source")
    license = try map.read("licence")
    defaultLanguage = try map.read("defaultLanguage")
    languages = try map.list("languages")
    audience = try map.read("audience")
    currency = try map.read("currency")
    fiscalYearStart = try map.read("fiscalYearStart")
    perspectives = try map.list("perspectives")
    let orders: OrderedMap<String, PerspectiveOrder> = try map.map("perspectiveOrders")
    perspectiveOrders = OrderedMap(
      distinct: orders.pairs.map { .init(key: $0.key, value: $0.value.perspectives) })
    audiences = try map.list("audiences")
    groups = try map.list("groups")
    objectives = try map.list("objectives")
    customFields = try map.map("customFields")
    checks = try map.read("checks") ?? CheckSettings()
    let needsName = extends == nil
    let list = try map.read("measures") { (node) throws(CatalogError) in
      try Self.measures(in: node, needsName: needsName)
    }
    if list == nil, needsMeasures, extends == nil {
      try map.finish(Self.keys)
      throw map.missing("measures")
    }
    measures = list ?? []
    // The other spellings are read too, never written.
    if organization == nil { organization = try map.read("organization") }
    if license == nil { license = try map.read("license") }
    // What `list --format json` tells beside the measures is no part of the catalog.
    _ = map.take("findings")
    try map.finish(Self.keys)
  }

  /// Reads measures and refuses an id that comes twice.
  static func measures(
    in list: CatalogNode, needsName: Bool
  ) throws(CatalogError) -> [KPIDefinition] {
    let items = try list.items()
    guard items.count <= CatalogLimits.measures else {
      throw CatalogError(.tooManyMeasures(limit: CatalogLimits.measures), at: list)
    }
    var measures: [KPIDefinition] = []
    measures.reserveCapacity(items.count)
    var places: [KPIIdentifier: Int] = [:]
    for (index, item) in items.enumerated() {
      do throws(CatalogError) {
        let measure = try KPIDefinition(node: item, needsName: needsName)
        if let first = places.updateValue(index, forKey: measure.id) {
          let fault = CatalogFault.duplicateIdentifier(
            measure.id.text, first: "measures[\(first)]")
          throw CatalogError(fault, at: item).inside("id")
        }
        measures.append(measure)
      } catch {
        throw error.inside(index)
      }
    }
    return measures
  }

  func encode(to encoder: inout some CatalogEncoder) {
    beginEncoding(to: &encoder)
    encoder.list(measures)
    endEncoding(to: &encoder)
  }

  /// Gives all that stands above the measures, and the key of their list.
  func beginEncoding(to encoder: inout some CatalogEncoder) {
    encoder.beginMap()
    encoder.add("extends", extends)
    encoder.add("version", version)
    encoder.add("title", title)
    encoder.add("organisation", organization)
    encoder.add("source", source)
    encoder.add("licence", license)
    encoder.add("defaultLanguage", defaultLanguage)
    encoder.add("languages", languages)
    encoder.add("audience", audience)
    encoder.add("currency", currency)
    encoder.add("fiscalYearStart", fiscalYearStart)
    encoder.add("perspectives", perspectives)
    encoder.add(
      "perspectiveOrders",
      OrderedMap(
        distinct: perspectiveOrders.pairs.map {
          OrderedMap.Pair(key: $0.key, value: PerspectiveOrder($0.value))
        }))
    encoder.add("audiences", audiences)
    encoder.add("groups", groups)
    encoder.add("objectives", objectives)
    encoder.add("customFields", customFields)
    encoder.add("checks", checks)
    // An empty list too: without measures it would be no catalog.
    encoder.beginMember("measures")
  }

  /// Ends the list of measures and the catalog.
  func endEncoding(to encoder: inout some CatalogEncoder) {
    encoder.endMember(keepsEmptyMap: true)
    encoder.endMap()
  }
}
