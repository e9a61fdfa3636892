import KPICatalog
import Testing

@Suite("Customizing a catalog")
struct CustomizationTests {
  private static let base = """
    defaultLanguage: en
    measures:
      - {id: a, code: "1", name: {en: Alpha, fr: Un}}
      - {id: b, code: "2", name: Beta, aliases: [B2]}
      - {id: c, name: Gamma}
      - {id: d, name: Delta}
    """

  private func apply(_ customization: Customization, to ids: [String]? = nil) throws -> [String] {
    let base = try Catalog(yaml: Self.base.bytes)
    var catalog = base
    if let ids { catalog.measures.removeAll { !ids.contains($0.id.text) } }
    let library = try Catalog(yaml: "measures: [{id: lib, name: Library}]".bytes)
    return try customization.apply(to: catalog, base: base, library: library).measures.map(
      \.id.text)
  }

  @Test func selectsInTheOrderNamedByIDCodeAndName() throws {
    #expect(try apply(Customization(select: ["c", "2", "un", "c"])) == ["c", "b", "a"])
  }

  @Test func anIDWithAVariantIsFoundByItsName() throws {
    let catalog = try Catalog(
      yaml: "measures: [{id: rate, name: Rate}, {id: use@web, name: Quota di pratiche online}]"
        .bytes)
    #expect(try catalog.measure(meantBy: "quota di pratiche online")?.id.text == "use@web")
    let varied = try Catalog(
      yaml: "measures: [{id: use, name: Use, variants: [{id: web, name: Online}]}]".bytes)
    #expect(try varied.measure(meantBy: "online")?.id.text == "use")
  }

  @Test func removes() throws {
    #expect(try apply(Customization(remove: ["1", "delta"])) == ["b", "c"])
  }

  @Test func addsOfTheBaseInItsPlaceOfTheLibraryAndNewOnesAtTheEnd() throws {
    let changes = Customization(
      add: ["B2", "lib", "own"], set: [FieldAssignment("own.name", "Own")])
    #expect(try apply(changes, to: ["a", "d"]) == ["a", "b", "d", "lib", "own"])
  }

  @Test func whatIsLeftOutCanBeSelected() throws {
    #expect(try apply(Customization(select: ["d", "a"]), to: ["a"]) == ["d", "a"])
  }

  @Test func aNewMeasuresNameIsInTheCatalogsLanguage() throws {
    let base = try Catalog(yaml: Self.base.bytes)
    let changes = Customization(add: ["own"], set: [FieldAssignment("own.name", "Own")])
    #expect(try changes.apply(to: base).measures.last?.name[.english] == "Own")
  }

  @Test(
    arguments: [
      (Customization(select: ["zzz"]), "there is no measure 'zzz'; 'kpibook list' shows the ids"),
      (Customization(remove: ["gama"]), "there is no measure 'gama'; 'kpibook list' shows the ids"),
      (Customization(add: ["a"]), "the measure 'a' is there already; set its fields instead"),
      (Customization(add: ["own"]), "own: 'name' is missing; add it"),
      (
        Customization(add: ["own"], set: [FieldAssignment("own.owner", "x")]),
        "own: 'name' is missing; add it"
      ),
      (
        Customization(add: ["My own"]),
        "'My own' is not an id; use small letters, digits and single hyphens, as in 'renewal-rate'"
      ),
      (
        Customization(set: [FieldAssignment("a.ownr", "x")]),
        "a.ownr: 'ownr' is not a field; did you mean 'owner'?"
      ),
    ])
  func saysWhatIsWrong(changes: Customization, message: String) {
    let error = #expect(throws: CatalogError.self) { try apply(changes) }
    #expect(error?.description == message)
  }
}
