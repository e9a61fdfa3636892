import Testing

@testable import KPICatalog

@Suite struct NameIndexTests {
  private func id(_ text: String) throws -> KPIIdentifier { try #require(KPIIdentifier(text)) }

  @Test func findsNamesWhateverTheirSpelling() throws {
    var index = NameIndex()
    let score = try id("net-promoter-score")
    index.add("Net Promoter Score (NPS)", for: score)
    for name in [
      "Net Promoter Score (NPS)", "net promoter score", "NPS", "nps ", "NET-PROMOTER-SCORE",
      "Net Promoter Score (Kunden)", "Net  Promoter\u{A0}Score",
    ] {
      #expect(index.measure(named: name) == score, "\(name)")
    }
    for name in ["", "Score", "(NPS) x", "Promoter", "()"] {
      #expect(index.measures(named: name).isEmpty, "\(name)")
    }
  }

  @Test func anAmbiguousNameHasSeveralMeasures() throws {
    var index = NameIndex()
    index.add("Churn", for: try id("a"))
    index.add("churn", for: try id("b"))
    index.add("CHURN!", for: try id("b"))
    #expect(index.measures(named: "Churn").map(\.text) == ["a", "b"])
    #expect(index.measure(named: "Churn") == nil)
  }

  @Test func growsWithoutLosingNames() throws {
    var index = NameIndex()
    let measures = try (0..<500).map { try id("m-\($0)") }
    for (number, measure) in measures.enumerated() { index.add("Name \(number)", for: measure) }
    for (number, measure) in measures.enumerated() {
      #expect(index.measures(named: "name \(number)") == [measure])
    }
    #expect(index.count == 500)
  }

  @Test func indexesACatalogWithAliasesAndVariants() throws {
    let index = NameIndex(try Samples.full())
    #expect(index.measure(named: "taux de recommandation net")?.text == "net-promoter-score")
    #expect(
      index.measure(named: "Would recommend living here")?.text == "net-promoter-score@citizen")
    #expect(index.measure(named: "referrals")?.text == "referral-rate")
  }

  @Test func readsATableAndPassesOverOtherLines() {
    let table = "a\talpha\n\ta1\n\tanfang\n\nno row\nX\tbad id\nb\talpha beta\n"
    let index = NameIndex(table: table.bytes)
    #expect(index.measure(named: "A1")?.text == "a")
    #expect(index.measure(named: "Anfang")?.text == "a")
    #expect(index.measure(named: "Alpha (Beta)")?.text == "b")
    #expect(index.measure(named: "bad id") == nil)
    #expect(index.measure(named: "no row") == nil)
  }

  @Test func givesATableThatMakesTheSameIndex() throws {
    var catalog = Catalog()
    catalog.measures = [
      KPIDefinition(id: try id("a"), name: "x\ty\nz (Élan)"),
      KPIDefinition(id: try id("b"), name: "élan"),
    ]
    let table = NameIndex(catalog).table
    #expect(table == "a\tx y z elan\n\tx y z\n\telan\nb\telan\n")
    let index = NameIndex(table: table.bytes)
    #expect(index.table == table)
    #expect(index.measures(named: "Elan").map(\.text) == ["a", "b"])
  }
}
