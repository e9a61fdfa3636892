import KPICatalog
import Testing

/// A strategy officer customizes the 53 measures; a year later the library has a new edition.
@Suite("An overlay and a new edition of the 53 measures")
struct OverlayStoryTests {
  private static let first = Result { try BuiltInCatalog.customerMeasures() }

  /// Twenty changes: nineteen fields of twelve measures and the catalog, three measures left out,
  /// two new ones, one of them in another place.
  private static func customized(_ library: Catalog) throws -> Catalog {
    var catalog = try library.setting([
      FieldAssignment("title.en", "What our customers say and do"),
      FieldAssignment("organisation", "Gas & Water"),
      FieldAssignment("groups[loyalty].name.en", "Loyalty"),
      FieldAssignment("net-promoter-score.owner", "Head of Service"),
      FieldAssignment("net-promoter-score.targets", "40 by 2026-12-31; 45 by 2027"),
      FieldAssignment("net-promoter-score.baseline", "31 in 2025"),
      FieldAssignment("net-promoter-score.custom.Board", "yes"),
      FieldAssignment("customer-churn-rate.owner", "Ada"),
      FieldAssignment("customer-churn-rate.description.en", "Customers who left us in the year."),
      FieldAssignment("repeat-purchase-rate.owner", "Bob"),
      FieldAssignment("cart-abandonment-rate.frequency", "daily"),
      FieldAssignment("average-order-value.unit", "CHF"),
      FieldAssignment("complaint-rate.frequency", "quarterly"),
      FieldAssignment("customer-effort-score.name.fr", "Effort demandé"),
      FieldAssignment("customer-trust-score.tags", "board, brand"),
      FieldAssignment("first-response-time.thresholds", "green 24, amber 48"),
      FieldAssignment("renewal-rate.pitfalls.fr", "Chez nous : les contrats pluriannuels."),
      FieldAssignment("market-share.source", "{en: Yearbook}"),
    ])
    let gone = ["focus-group-theme-frequency", "brand-attitude-index", "lead-velocity-rate"]
    catalog.measures.removeAll { gone.contains($0.id.text) }
    var complaints = KPIDefinition(
      id: try #require(KPIIdentifier("praise")), name: "Letters of praise")
    complaints.unit = MeasureUnit(.count)
    catalog.measures.append(complaints)
    let place = try #require(catalog.measures.firstIndex { $0.id.text == "net-promoter-score" })
    catalog.measures.insert(
      KPIDefinition(id: try #require(KPIIdentifier("town-pride")), name: "Pride of the town"),
      at: place + 1)
    return catalog
  }

  /// The second edition: one measure renamed, one split, one retired, several corrected, one gone,
  /// one new.
  private static func second(_ library: Catalog) throws -> Catalog {
    var edition = try library.setting([
      FieldAssignment("version", "2.0"),
      FieldAssignment("groups[loyalty].name.fr", "Fidélité"),
      FieldAssignment("customer-churn-rate.description.fr", "Part des clients perdus."),
      FieldAssignment("customer-churn-rate.id", "customer-loss-rate"),
      FieldAssignment(
        "cart-abandonment-rate.lifecycle", "retired since 2027-01-01, replaced by conversion-rate"),
      FieldAssignment("net-promoter-score.pitfalls.en", "Segments are mixed."),
      FieldAssignment("net-promoter-score.baseline", "30 in 2024"),
      FieldAssignment("complaint-rate.frequency", "yearly"),
      FieldAssignment("customer-effort-score.name.fr", "Effort demandé"),
      FieldAssignment("customer-trust-score.decimals", "2"),
      FieldAssignment("renewal-rate.pitfalls.en", "Counted by contract."),
      FieldAssignment("average-order-value.aliases", "AOV, Basket"),
    ])
    let loss = try #require(edition.measures.firstIndex { $0.id.text == "customer-loss-rate" })
    edition.measures[loss].name[.english] = "Customer loss rate"
    edition.measures[loss].aliases.append("customer-churn-rate")
    let split = try #require(edition.measures.firstIndex { $0.id.text == "repeat-purchase-rate" })
    let parts = try ["online", "shop"].map { part in
      var copy = edition.measures[split]
      copy.derivedFrom = [copy.id]
      copy.id = try #require(KPIIdentifier("repeat-purchase-\(part)"))
      copy.name = LocalizedText("Repeat purchases, \(part)")
      copy.aliases = []
      return copy
    }
    edition.measures.replaceSubrange(split...split, with: parts)
    edition.measures.removeAll { $0.id.text == "win-back-rate" }
    edition.measures.append(
      KPIDefinition(id: try #require(KPIIdentifier("renewal-forecast")), name: "Renewal forecast"))
    return edition
  }

  private static func overlay(_ style: Overlay.SelectionStyle) throws -> Overlay {
    let library = try first.get()
    let made = Overlay.difference(
      from: library, to: try customized(library), reference: try BaseReference("customer-measures"),
      style: style)
    // As it comes back from its file.
    return try Overlay(yaml: made.yaml())
  }

  private func words(_ items: [some CustomStringConvertible]) -> [String] {
    items.map(\.description)
  }

  @Test func holdsLittleBesideItsTwentyChanges() throws {
    let overlay = try Self.overlay(.shortest)
    let lines = String(bytes: overlay.yaml()).split(separator: "\n").count
    let library = try Self.first.get()
    #expect(lines < 150)
    #expect(overlay.changed.count == 13)
    #expect(overlay.remove.count == 3 && overlay.select == nil)
    #expect(overlay.baseVersion == "1.0")
    #expect(overlay.isCurrent(for: library))
    #expect(try overlay.resolve(base: library) == Self.customized(library))
    #expect(String(bytes: overlay.yaml()).contains("order:\n  town-pride: net-promoter-score\n"))
  }

  private static let conflicts = [
    "net-promoter-score.baseline: the base changed it too: was nothing; the overlay says “31 in 2025”, the base “30 in 2024”; the overlay's word is kept",
    "complaint-rate.frequency: the base changed it too: was P1M; the overlay says P3M, the base P1Y; the overlay's word is kept",
    "repeat-purchase-rate: the base does not have it any more, the overlay changes owner; it stays as a measure of the overlay's own",
  ]

  @Test("The new edition comes in, with the old one at hand or not", arguments: [true, false])
  func bringsInTheNewEdition(withOld: Bool) throws {
    let library = try Self.first.get()
    let edition = try Self.second(library)
    let overlay = try Self.overlay(.leavingOut)
    #expect(!overlay.isCurrent(for: edition))
    let upgrade = try overlay.upgrade(to: edition, from: withOld ? library : nil)
    let catalog = upgrade.catalog
    let ids = catalog.measures.map(\.id.text)

    // What nobody touched is as the edition has it.
    #expect(catalog.version == "2.0")
    #expect(
      catalog.measures.first { $0.id.text == "adoption-rate" }
        == edition.measures.first { $0.id.text == "adoption-rate" })
    #expect(ids.contains("renewal-forecast") && !ids.contains("win-back-rate"))
    // What we left out stays out, what we added stays where we put it.
    #expect(!ids.contains("brand-attitude-index") && ids.contains("praise"))
    let place = try #require(ids.firstIndex(of: "net-promoter-score"))
    #expect(ids[place + 1] == "town-pride")
    // Changes of different fields are both there.
    #expect(catalog.title[.english] == "What our customers say and do")
    #expect(catalog.groups.first { $0.id == "loyalty" }?.name[.english] == "Loyalty")
    #expect(catalog.groups.first { $0.id == "loyalty" }?.name[.french] == "Fidélité")
    func measure(_ id: String) throws -> KPIDefinition {
      try #require(catalog.measures.first { $0.id.text == id })
    }
    let score = try measure("net-promoter-score")
    #expect(score.pitfalls?[.english] == "Segments are mixed." && score.owner == "Head of Service")
    #expect(score.targets.count == 2 && score.custom["Board"] == .text("yes"))
    #expect(score.baseline == Baseline(31, at: Moment("2025")))
    #expect(try measure("renewal-rate").pitfalls?[.english] == "Counted by contract.")
    #expect(
      try measure("renewal-rate").pitfalls?[.french] == "Chez nous : les contrats pluriannuels.")
    #expect(try measure("customer-trust-score").decimals?.count == 2)
    #expect(try measure("customer-trust-score").tags == ["board", "brand"])
    #expect(try measure("average-order-value").aliases == ["AOV", "Basket"])
    #expect(try measure("customer-effort-score").name[.french] == "Effort demandé")
    // The renamed one kept what we changed.
    let loss = try measure("customer-loss-rate")
    #expect(loss.owner == "Ada" && loss.name[.english] == "Customer loss rate")
    #expect(loss.description?[.english] == "Customers who left us in the year.")
    #expect(loss.description?[.french] == "Part des clients perdus.")
    #expect(!ids.contains("customer-churn-rate"))
    // The split one stays for its owner, its parts come in.
    #expect(ids.contains("repeat-purchase-online") && ids.contains("repeat-purchase-shop"))
    #expect(try measure("repeat-purchase-rate").owner == "Bob")
    if withOld {
      #expect(try measure("repeat-purchase-rate").formula != nil)
    }
    // The retired one is still there, and said to be retired.
    #expect(try measure("cart-abandonment-rate").lifecycle?.state == .retired)
    #expect(try measure("cart-abandonment-rate").frequency == .daily)

    #expect(upgrade.conflicts.map { $0.sentence(.overlayAndBase) } == Self.conflicts)
    var notes = [
      "repeat-purchase-rate: the base has 'repeat-purchase-online' and 'repeat-purchase-shop' in its place now",
      "cart-abandonment-rate: it is retired in the base; 'conversion-rate' takes its place there",
      "customer-churn-rate: the base calls it 'customer-loss-rate' now; what was changed follows it",
    ]
    if withOld {
      notes.append("win-back-rate: the base does not have it any more; it is left out")
    }
    #expect(words(upgrade.notes).sorted() == notes.sorted())

    // The new overlay stands on the new edition.
    #expect(upgrade.overlay.isCurrent(for: edition))
    #expect(upgrade.overlay.baseVersion == "2.0")
    #expect(try upgrade.overlay.resolve(base: edition) == catalog)
    let again = try upgrade.overlay.upgrade(to: edition)
    #expect(again.conflicts.isEmpty && again.catalog == catalog)
  }

  @Test("A selection stays what it is", arguments: [true, false])
  func keepsASelection(withOld: Bool) throws {
    let library = try Self.first.get()
    var target = library
    let chosen = [
      "net-promoter-score", "customer-churn-rate", "repeat-purchase-rate", "cart-abandonment-rate",
      "win-back-rate",
    ]
    target.measures = try chosen.map { id in
      try #require(library.measures.first { $0.id.text == id })
    }
    target = try target.setting([FieldAssignment("customer-churn-rate.owner", "Ada")])
    let made = Overlay.difference(
      from: library, to: target, reference: .builtIn("customer-measures"))
    #expect(made.select?.map(\.text) == chosen)
    let edition = try Self.second(library)
    let upgrade = try made.upgrade(to: edition, from: withOld ? library : nil)
    #expect(
      upgrade.catalog.measures.map(\.id.text) == [
        "net-promoter-score", "customer-loss-rate", "repeat-purchase-online",
        "repeat-purchase-shop",
        "cart-abandonment-rate",
      ])
    #expect(upgrade.conflicts.isEmpty)
    var notes = [
      "repeat-purchase-rate: the base has 'repeat-purchase-online' and 'repeat-purchase-shop' in its place now",
      "cart-abandonment-rate: it is retired in the base; 'conversion-rate' takes its place there",
      "customer-churn-rate: the base calls it 'customer-loss-rate' now; what was changed follows it",
      "win-back-rate: the base does not have it any more; it is left out",
    ]
    if withOld {
      notes.append("the base has new measures, which are not selected: renewal-forecast")
    }
    #expect(words(upgrade.notes).sorted() == notes.sorted())
    #expect(upgrade.overlay.select?.count == 5)
    #expect(try upgrade.overlay.resolve(base: edition) == upgrade.catalog)
  }
}
