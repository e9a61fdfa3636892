import Testing

@testable import KPICatalog

@Suite struct NameFoldingTests {
  @Test(arguments: [
    ("Net Promoter Score (NPS)", "net promoter score nps"),
    ("  Taux   d’attrition — clients  ", "taux d attrition clients"),
    ("TAUX D'ATTRITION", "taux d attrition"), ("délai", "delai"), ("de\u{301}lai", "delai"),
    ("Straße", "strasse"), ("ÅNGSTRÖM", "angstrom"), ("Œuvre", "oeuvre"), ("İstanbul", "istanbul"),
    ("1ʳᵉ réponse", "1re reponse"), ("m²", "m2"), ("Ελλάδα", "ελλαδα"), ("Йод", "иод"),
    ("顧客 満足度", "顧客 満足度"), ("a\u{A0}b\u{202F}c", "a b c"), ("", ""), ("%!", ""),
    ("Qualità/prezzo", "qualita prezzo"),
  ])
  func foldsNames(_ name: String, _ folded: String) {
    #expect(NameFolding.fold(name) == folded)
  }

  @Test func foldingTwiceChangesNothing() {
    for value in UInt32(0)..<0x3000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let once = NameFolding.fold("a" + String(scalar) + "b")
      #expect(NameFolding.fold(once) == once, "U+\(String(value, radix: 16))")
    }
  }
}
