import KPICatalog
import Testing

@Suite struct CheckSilencingTests {
  private func rules(
    _ yaml: String, _ options: CheckOptions = CheckOptions()
  ) throws -> [String] {
    try Catalog(yaml: Array(yaml.utf8)).check(options).findings.map(\.rule.name)
  }

  private let two = """
    measures:
      - {id: a, name: A, unit: count, direction: higher, frequency: P1M, owner: Ada}
      - {id: b, name: B, unit: count, direction: higher, frequency: P1M, targets: [{value: 1}]}
    """

  @Test func theCatalogSilencesARule() throws {
    #expect(try rules(two) == ["missing-target", "missing-owner"])
    #expect(try rules("checks: {ignore: [missing-owner]}\n" + two) == ["missing-target"])
  }

  @Test func aMeasureSilencesARule() throws {
    let silenced = two.replacing("owner: Ada", with: "owner: Ada, ignore: [missing-target]")
    #expect(try rules(silenced) == ["missing-owner"])
    #expect(try rules(two.replacing("id: b,", with: "id: b, ignore: [missing-target],")).count == 2)
  }

  @Test func theCallerSilencesRulesAndSeverities() throws {
    #expect(try rules(two, CheckOptions(ignoredRules: ["missing-owner"])) == ["missing-target"])
    #expect(try rules(two, CheckOptions(minimumSeverity: .warning)).isEmpty)
  }

  @Test func whatMeasuresSilenceIsNotCountedTogether() throws {
    let yaml = """
      measures:
        - {id: a, name: A}
        - {id: b, name: B}
        - {id: c, name: C, ignore: [missing-owner]}
      """
    let catalog = try Catalog(yaml: Array(yaml.utf8))
    #expect(
      catalog.check().findings(of: "missing-owner").compactMap(\.measure?.text) == ["a", "b"])
    #expect(catalog.check().findings(of: "missing-unit").map(\.measure) == [nil])
  }

  @Test func whatIsIgnoredIsWrittenInItsPlaceAndReadBack() throws {
    let yaml = """
      checks:
        ignore: [missing-owner]
      measures:
        - id: a
          name: A
          version: "1.0"
          ignore: [opinion-without-pair]
          custom:
            X: 1

      """
    let catalog = try Catalog(yaml: Array(yaml.utf8))
    #expect(catalog.checks.ignoredRules == ["missing-owner"])
    #expect(catalog.measures.first?.ignoredRules == ["opinion-without-pair"])
    #expect(String(decoding: catalog.yaml(), as: UTF8.self) == yaml)
    #expect(try Catalog(json: catalog.json()) == catalog)
    #expect(throws: CatalogError.self) {
      try Catalog(yaml: Array("checks: {ignored: [x]}\nmeasures: []".utf8))
    }
  }

  @Test func findingsComeInTheOrderOfTheCatalog() throws {
    let yaml = """
      languages: [en, fr]
      measures:
        - {id: b, name: {en: B}, frequency: P1Y, reportingFrequency: P1M}
        - {id: a, name: {en: A}, scale: {min: 0, max: 1, hard: true}, baseline: {value: 2}}
        - {id: c, name: {en: C}}
      """
    let findings = try Catalog(yaml: Array(yaml.utf8)).check().findings
    let places = findings.map { $0.measure?.text ?? "" }
    #expect(places == places.sorted { Self.order($0) < Self.order($1) })
    #expect(places.first == "" && places.contains("b") && places.last == "c")
  }

  private static func order(_ place: String) -> Int {
    ["", "b", "a", "c"].firstIndex(of: place) ?? 9
  }

  @Test func theSameCatalogGivesTheSameReport() throws {
    let catalog = try Catalog(yaml: Array(two.utf8))
    #expect(catalog.check() == catalog.check())
    #expect(catalog.check().json(file: "x") == catalog.check().json(file: "x"))
  }
}
