extension FormulaInput: CatalogCodable {
  init(node: CatalogNode) throws(CatalogError) {
    var map = try MapReader(node)
    self.init(
      name: try map.require("name"), label: try map.read("label"), unit: try map.read("unit"),
      aggregate: try map.read("aggregate"), source: try map.read("source"))
    try map.finish(["name", "label", "unit", "aggregate", "source"])
  }

  var node: CatalogNode {
    var map = MapWriter()
    map.add("name", name)
    map.add("label", label)
    map.add("unit", unit)
    map.add("aggregate", aggregate)
    map.add("source", source)
    return map.node
  }
}

extension Formula: CatalogCodable {
  init(node: CatalogNode) throws(CatalogError) {
    var map = try MapReader(node)
    self.init(
      text: try map.read("text"), expression: try map.read("expression"),
      inputs: try map.list("inputs"), variant: try map.read("variant"))
    try map.finish(["text", "expression", "inputs", "variant"])
  }

  var node: CatalogNode {
    var map = MapWriter()
    map.add("text", text)
    map.add("expression", expression)
    map.add("inputs", inputs)
    map.add("variant", variant)
    return map.node
  }
}

extension MeasureVariant: CatalogCodable {
  init(node: CatalogNode) throws(CatalogError) {
    var map = try MapReader(node)
    let id: String = try map.require("id")
    let variant = MeasureVariant(
      id: id, audience: try map.read("audience"), name: try map.read("name"),
      note: try map.read("note"), formula: try map.read("formula"), unit: try map.read("unit"),
      scale: try map.read("scale"), direction: try map.read("direction"))
    try map.finish([
      "id", "audience", "name", "note", "formula", "unit", "scale", "direction",
    ])
    guard let variant else { throw map.fault(.notSlug(id)).inside("id") }
    self = variant
  }

  /// Reads the variants of a measure and refuses an id that comes twice.
  static func list(node: CatalogNode) throws(CatalogError) -> [MeasureVariant] {
    let variants = try [MeasureVariant](node: node)
    var places: [String: Int] = [:]
    for (index, (variant, item)) in zip(variants, try node.items()).enumerated() {
      if let first = places.updateValue(index, forKey: variant.id) {
        let fault = CatalogFault.duplicateIdentifier(variant.id, first: "variants[\(first)]")
        throw CatalogError(fault, at: item).inside("id").inside(index)
      }
    }
    return variants
  }

  var node: CatalogNode {
    var map = MapWriter()
    map.add("id", id)
    map.add("audience", audience)
    map.add("name", name)
    map.add("note", note)
    map.add("formula", formula)
    map.add("unit", unit)
    map.add("scale", scale)
    map.add("direction", direction)
    return map.node
  }
}
