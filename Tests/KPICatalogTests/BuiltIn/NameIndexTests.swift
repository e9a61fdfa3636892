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
    let table = "a\ten\tAlpha (A1)\na\tund\tAnfang\n\nno row\nX\ten\tBad id\nb\tfr\tAlpha\tBeta\n"
    let index = NameIndex(table: table.bytes)
    #expect(index.measure(named: "a1")?.text == "a")
    #expect(index.measure(named: "anfang")?.text == "a")
    #expect(index.measure(named: "alpha beta")?.text == "b")
    #expect(index.measure(named: "bad id") == nil)
  }

  @Test func tableRowsNeverHoldTabsOrLineBreaks() throws {
    var catalog = Catalog()
    catalog.measures = [KPIDefinition(id: try id("a"), name: "x\ty\nz\r\nw")]
    #expect(NameTable.text(NameTable.rows(of: catalog)) == "a\tund\tx y z w\n")
  }
}
