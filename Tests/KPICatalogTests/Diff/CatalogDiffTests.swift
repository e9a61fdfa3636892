import Testing

@testable import KPICatalog

@Suite("Differences between two catalogs")
struct CatalogDiffTests {
  static let old = """
    title: {en: Measures, fr: Mesures}
    currency: EUR
    groups: [{id: g, name: G}, {id: h, name: H}]
    measures:
      - id: net-promoter-score
        code: C-1
        name: {en: Net Promoter Score, fr: Taux de recommandation}
        aliases: [NPS]
        unit: {kind: score}
        tags: [digital, loyalty]
        targets: [{value: 45, by: 2026-12-31}, {value: 50, by: 2027}]
        custom: {Cost: 4, Ref: "007"}
        evidence: [{title: T, link: "https://a.example/x[1]"}]
        origin: {sheet: S, row: 3}
      - {id: churn, code: C-2, name: Churn rate, owner: Ada}
      - {id: trust, name: Trust, description: How far customers trust us, unit: score, kind: opinion}
      - {id: effort, name: Effort}
      - {id: share, name: Market share}
    """

  static let new = """
    title: {en: Our measures, it: Misure}
    groups: [{id: h, name: H}, {id: g, name: {en: G}}]
    measures:
      - id: net-promoter-score
        code: C-1
        name: {fr: Taux de recommandation, en: Net Promoter Score (NPS)}
        aliases: [NPS]
        unit: {kind: percent}
        tags: [loyalty, mobile]
        targets: [{value: 50, by: 2027}, {value: 46, by: 2026-12-31, note: board}]
        custom: {Ref: 7, Done: true}
        baseline: {value: 31, period: 2024}
        origin: {sheet: S, row: 9}
      - {id: share, name: Market share}
      - {id: customer-churn, code: C-2, name: Customers lost, owner: Ada}
      - {id: believed, name: Belief, description: How far customers trust us, unit: score, kind: opinion}
      - {id: reach, name: Reach}
    """

  private func diff() throws -> CatalogDiff {
    CatalogDiff(from: try Catalog(yaml: Self.old.bytes), to: try Catalog(yaml: Self.new.bytes))
  }

  @Test func tellsEveryFieldInLinesOf80Columns() throws {
    let text = try diff().text(language: .english)
    #expect(
      text == """
        catalog
            title.en           Measures → Our measures
            title.fr           - Mesures
            title.it           + Misure
            currency           - EUR
            groups[g].name     - G
            groups[g].name.en  + G
            groups             order: g, h → h, g

        ~ net-promoter-score  Net Promoter Score (NPS)
            name.en                    Net Promoter Score → Net Promoter Score (NPS)
            unit.kind                  score → percent
            baseline                   + 31 in 2024
            targets[2026-12-31].value  45 → 46
            targets[2026-12-31].note   + board
            targets                    order: 2026-12-31, 2027 → 2027, 2026-12-31
            evidence[1]                - title T, link https://a.example/x[1]
            tags                       - digital  + mobile
            custom.Cost                - 4
            custom.Ref                 "007" → 7
            custom.Done                + true

        ~ share  Market share
            moved behind net-promoter-score

        ~ customer-churn  Customers lost
            was churn: the code is the same
            name  Churn rate → Customers lost

        ~ believed  Belief
            was trust: the definition is the same
            name  Trust → Belief

        - effort  Effort
        + reach  Reach

        Measures: 1 added, 1 removed, 3 changed, 2 renamed, 1 moved; catalog: 7 fields
        changed

        """)
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func tellsOldAndNewSideBySide() throws {
    let text = try diff().text(width: 91, layout: .sideBySide)
    #expect(
      text.contains(
        """
        ~ net-promoter-score  Taux de recommandation
            name.en                    Net Promoter Score           │ Net Promoter Score (NPS)
            unit.kind                  score                        │ percent
            baseline                                                │ 31 in 2024
            targets[2026-12-31].value  45                           │ 46
            targets[2026-12-31].note                                │ board
            targets                    order: 2026-12-31, 2027      │ order: 2027, 2026-12-31
            evidence[1]                title T, link                │
                                       https://a.example/x[1]       │
        """))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 91 })
  }

  @Test func tellsItInMarkdown() throws {
    let text = try diff().markdown()
    #expect(
      text.contains(
        """
        ## `net-promoter-score` Taux de recommandation

        | Field | Old | New |
        |---|---|---|
        | `name.en` | Net Promoter Score | Net Promoter Score (NPS) |
        | `unit.kind` | score | percent |
        """))
    #expect(text.contains("| `groups` (order) | g, h | h, g |\n"))
    #expect(text.contains("x\\[1\\] |  |\n"))
    #expect(text.contains("## `effort` Effort (removed)\n"))
  }

  @Test func tellsItInJSON() throws {
    let old = try Catalog(
      yaml: "measures: [{id: a, name: A, tags: [x, y]}, {id: b, name: B}]".bytes)
    let new = try Catalog(yaml: "measures: [{id: a, name: A, tags: [y, z], unit: score}]".bytes)
    #expect(
      String(bytes: CatalogDiff(from: old, to: new).json()) == """
        {
          "fields": [],
          "measures": [
            {
              "id": "a",
              "change": "changed",
              "name": "A",
              "fields": [
                {
                  "field": "unit",
                  "old": null,
                  "new": {
                    "kind": "score"
                  }
                },
                {
                  "field": "tags",
                  "added": [
                    "z"
                  ],
                  "removed": [
                    "x"
                  ],
                  "old": [
                    "x",
                    "y"
                  ],
                  "new": [
                    "y",
                    "z"
                  ]
                }
              ]
            },
            {
              "id": "b",
              "change": "removed",
              "name": "B",
              "measure": {
                "id": "b",
                "name": "B"
              }
            }
          ]
        }

        """)
  }

  @Test func equalCatalogsHaveNoDifference() throws {
    let catalog = try Samples.full()
    let diff = CatalogDiff(from: catalog, to: catalog)
    #expect(diff.isEmpty && diff.text().isEmpty && diff.markdown().isEmpty)
    #expect(String(bytes: diff.json()) == "{\n  \"fields\": [],\n  \"measures\": []\n}\n")
  }

  @Test func originsOrderOfLanguagesAndUnicodeFormsAreNoDifference() throws {
    func catalog(_ text: String) throws -> Catalog {
      try Catalog(yaml: "measures: [\(text)]".bytes)
    }
    let old = try catalog("{id: a, name: {en: caf\u{E9}, fr: B}, origin: {sheet: S, row: 1}}")
    let new = try catalog("{id: a, name: {fr: B, en: cafe\u{301}}}")
    #expect(CatalogDiff(from: old, to: new).isEmpty)
  }

  @Test func aLongTextIsShownWhereItDiffers() throws {
    let words = (1...40).map { "word\($0)" }
    let id = try #require(KPIIdentifier("a"))
    var old = KPIDefinition(id: id, name: "A")
    old.description = LocalizedText(words.joined(separator: " "))
    var new = old
    new.description = LocalizedText(
      (words[..<20] + ["changed"] + words[21...]).joined(separator: " "))
    let text = CatalogDiff(from: Catalog(measures: [old]), to: Catalog(measures: [new])).text()
    #expect(
      text.contains(
        """
            description
              - … word17 word18 word19 word20 word21 word22 word23 word24 word25 …
              + … word17 word18 word19 word20 changed word22 word23 word24 word25 …

        """))
  }

  @Test func whatOnlyBlanksTellApartIsInQuotes() throws {
    let id = try #require(KPIIdentifier("a"))
    let old = KPIDefinition(id: id, name: "A", owner: "Ada")
    let new = KPIDefinition(id: id, name: "A", owner: "Ada ")
    let text = CatalogDiff(from: Catalog(measures: [old]), to: Catalog(measures: [new])).text()
    #expect(text.contains("owner  “Ada” → “Ada ”"))
  }

  @Test func controlCharactersAreShownNotObeyed() throws {
    let id = try #require(KPIIdentifier("a"))
    let old = KPIDefinition(id: id, name: "A", owner: "x")
    let new = KPIDefinition(id: id, name: "A", owner: "\u{1B}[31mred\nnext\u{202E}")
    let diff = CatalogDiff(from: Catalog(measures: [old]), to: Catalog(measures: [new]))
    #expect(diff.text().contains("owner  x → \\u{1b}[31mred⏎ next\\u{202e}\n"))
    #expect(!diff.markdown().contains("\u{1B}"))
  }

  @Test("There is a difference exactly where something differs", arguments: 0..<8)
  func findsEveryDifference(seed: UInt64) throws {
    var random = RandomCatalog(seed: seed)
    random.renames = true
    for times in [0, 1, 1, 2, 5] {
      let old = random.catalog()
      let new = random.changed(old, times: times)
      let diff = CatalogDiff(from: old, to: new)
      // The overlay, proved to lead from one to the other, says whether anything differs but the
      // order of languages.
      func sorted(_ catalog: Catalog) -> String {
        String(bytes: catalog.json()).split(separator: "\n").map { $0.filter { $0 != "," } }
          .sorted()
          .joined(separator: "\n")
      }
      let isSame = old.json() == new.json()
      if isSame { #expect(diff.isEmpty) }
      if sorted(old) != sorted(new) { #expect(!diff.isEmpty) }
      #expect(CatalogDiff(from: new, to: old).isEmpty == diff.isEmpty)
      #expect(diff.text().split(separator: "\n").allSatisfy { $0.count <= 80 })
    }
  }
}
