extension FormulaInput: CatalogCodable {
  init(node: CatalogNode) throws(CatalogError) {
    var map = try MapReader(node)
    self.init(
      name: try map.require("name"), label: try map.read("label"), unit: try map.read("unit"),
      aggregate: try map.read("aggregate"), source: try map.read("source"))
    try map.finish(["name", "label", "unit", "aggregate", "source"])
  }

  func encode(to encoder: inout some CatalogEncoder) {
    encoder.beginMap()
    encoder.add("name", name)
    encoder.add("label", label)
    encoder.add("unit", unit)
    encoder.add("aggregate", aggregate)
    encoder.add("source", source)
    encoder.endMap()
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

  func encode(to encoder: inout some CatalogEncoder) {
    encoder.beginMap()
    encoder.add("text", text)
    encoder.add("expression", expression)
    encoder.add("inputs", inputs)
    encoder.add("variant", variant)
    encoder.endMap()
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

  func encode(to encoder: inout some CatalogEncoder) {
    encoder.beginMap()
    encoder.add("id", id)
    encoder.add("audience", audience)
    encoder.add("name", name)
    encoder.add("note", note)
    encoder.add("formula", formula)
    encoder.add("unit", unit)
    encoder.add("scale", scale)
    encoder.add("direction", direction)
    encoder.endMap()
  }
}
