import KPICatalog
import SpreadsheetML
import Testing

@testable import CatalogMapping

@Suite struct BannerRolesTests {
  @Test(
    "what people say and what they do, whoever they are",
    arguments: [
      ("What customers say", "opinion"), ("What our passengers do", "activity"),
      ("Lo que dicen los viajeros", "opinion"), ("Lo que hacen los viajeros", "activity"),
      ("Ce que disent les usagers", "opinion"), ("Cosa fanno i soci", "activity"),
      ("Was die Mitglieder sagen", "opinion"),
    ])
  func kinds(_ text: String, _ kind: String) {
    #expect(BannerRoles.kind(text) == kind)
  }

  @Test("other headings name no kind", arguments: ["Loyalty", "What we measure here", "Service"])
  func others(_ text: String) {
    #expect(BannerRoles.kind(text) == nil)
  }

  @Test(
    "numbering and counts do not hide a perspective",
    arguments: [
      ("2. Customer perspective (11)", "customer"), ("Perspective : finances", "financial"),
      ("Lernen und Entwicklung", "learning"), ("Processus internes", "process"),
    ])
  func perspectives(_ text: String, _ perspective: String) {
    #expect(BannerRoles.perspective(text) == perspective)
  }
}
