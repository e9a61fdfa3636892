/// A catalog without its measures.
struct CatalogLevel: CatalogCodable {
  let catalog: Catalog

  init(node: CatalogNode) throws(CatalogError) {
    catalog = try Catalog(node: node, needsMeasures: false)
  }

  func encode(to encoder: inout some CatalogEncoder) {
    encoder.node(RecordShape.level(of: catalog))
  }
}

extension RecordShape {
  /// The fields of a catalog above its measures, but for its base.
  static let catalog = RecordShape(
    CatalogLevel.self,
    [
      "version": .value(String.self),
      "title": .text,
      "organisation": .value(String.self),
      "source": .text,
      "licence": .value(String.self),
      "defaultLanguage": .value(LanguageTag.self),
      "languages": .values(LanguageTag.self),
      "audience": .value(Audience.self),
      "currency": .value(CurrencyCode.self),
      "fiscalYearStart": .value(MonthDay.self),
      "perspectives": .list(ListShape(item: .record(.perspectiveEntry), identity: .key("id"))),
      "perspectiveOrders": .map(.values(Perspective.self)),
      "audiences": .list(ListShape(item: .record(.audienceEntry), identity: .key("id"))),
      "groups": .list(ListShape(item: .record(.groupEntry), identity: .key("id"))),
      "objectives": .list(ListShape(item: .record(.objective), identity: .key("id"))),
      "customFields": .map(.value(CustomFieldType.self)),
      "checks": .record(.checks),
    ])

  static let checks = RecordShape(CheckSettings.self, ["ignore": .values(String.self)])

  static let objective = RecordShape(
    Objective.self,
    [
      "id": .value(String.self), "text": .text, "voice": .value(Voice.self),
      "differentiator": .text,
    ])

  static let perspectiveEntry = RecordShape(
    PerspectiveEntry.self, ["id": .value(Perspective.self), "name": .text])

  static let audienceEntry = RecordShape(
    AudienceEntry.self, ["id": .value(Audience.self), "name": .text])

  static let groupEntry = RecordShape(
    GroupEntry.self,
    ["id": .value(String.self), "name": .text, "kind": .value(MeasureKind.self)])

  /// The level of a catalog above its measures, as a file has it.
  static func level(of catalog: Catalog) -> CatalogNode {
    var level = catalog
    level.extends = nil
    level.measures = []
    return CatalogNode(.map(level.node.pairs.filter { $0.key != "measures" }))
  }
}

extension KPIDefinition {
  /// The definition as a file has it, but for where it was read from.
  var content: CatalogNode {
    CatalogNode(.map(node.pairs.filter { $0.key != KPIField.origin.rawValue }))
  }
}
