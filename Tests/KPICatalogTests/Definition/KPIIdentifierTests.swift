import KPICatalog
import Testing

@Suite struct KPIIdentifierTests {
  @Test(arguments: [
    "a", "net-promoter-score", "x2", "2x", "net-promoter-score@citizen", "délai", "満足度", "ค่าเฉลี่ย",
    "a@b-2",
  ])
  func readsSlugs(_ text: String) {
    #expect(KPIIdentifier(text)?.text == text)
  }

  @Test(arguments: [
    "", " ", "A", "a b", "a--b", "-a", "a-", "a_b", "a@", "@a", "a@b@c", "a@B", "a.b", "é É",
    "a\u{0}",
    "-\u{301}",
  ])
  func refusesOthers(_ text: String) {
    #expect(KPIIdentifier(text) == nil)
  }

  @Test func boundsTheLength() {
    #expect(KPIIdentifier(String(repeating: "a", count: 200)) != nil)
    #expect(KPIIdentifier(String(repeating: "a", count: 201)) == nil)
  }

  @Test func takesVariantsApart() throws {
    let id = try #require(KPIIdentifier("renewal-rate@members"))
    #expect(id.base.text == "renewal-rate")
    #expect(id.variant == "members")
    #expect(id.base.variant == nil)
    #expect(id.base.variant("members") == id)
    #expect(id.variant("more") == nil)
    #expect(id.base.variant("No") == nil)
  }

  @Test(arguments: [
    ("Net Promoter Score (NPS)", "net-promoter-score-nps"),
    ("Taux d'attrition des clients", "taux-d-attrition-des-clients"),
    ("  Délai -- de réponse!  ", "delai-de-reponse"), ("Größe", "grosse"), ("№ 7", "7"),
    ("% Ja/Nein", "ja-nein"), ("顧客満足度", "顧客満足度"), ("Čas", "cas"), ("ÉCŒUREMENT", "ecoeurement"),
  ])
  func makesSlugsOfNames(_ name: String, _ slug: String) {
    #expect(KPIIdentifier(naming: name)?.text == slug)
  }

  @Test(arguments: ["", "  ", "%", "\u{301}", "🙂"])
  func makesNoneOfNothing(_ name: String) {
    #expect(KPIIdentifier(naming: name) == nil)
  }

  @Test func cutsLongNames() throws {
    let id = try #require(KPIIdentifier(naming: String(repeating: "ab ", count: 500)))
    #expect(id.text.count <= 200)
    #expect(!id.text.hasSuffix("-"))
  }
}
