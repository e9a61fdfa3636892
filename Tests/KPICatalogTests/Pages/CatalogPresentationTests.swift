import Testing

@testable import KPICatalog

@Suite("Presentation of a catalog")
struct CatalogPresentationTests {
  private func measure(_ unit: MeasureUnit?) throws -> KPIDefinition {
    KPIDefinition(id: try #require(KPIIdentifier("m")), name: "M", unit: unit)
  }

  @Test(
    "Values have their units",
    arguments: [
      ("en", "31.5%", "€1,234,567.5", "2 days"),
      ("fr", "31,5\u{A0}%", "1\u{202F}234\u{202F}567,5\u{A0}€", "2\u{A0}jours"),
      ("it", "31,5%", "1.234.567,5\u{A0}€", "2\u{A0}giorni"),
    ])
  func showsValues(language: String, percent: String, amount: String, time: String) throws {
    let shown = CatalogPresentation(Catalog(), language: LanguageTag(language))
    let euro = MeasureUnit(.currency, currency: CurrencyCode("EUR"))
    #expect(shown.value(31.5, of: try measure(MeasureUnit(.percent))) == percent)
    #expect(shown.value(1_234_567.5, of: try measure(euro)) == amount)
    let days = shown.value(2, of: try measure(MeasureUnit(.duration, symbol: "d")))
    #expect(days == time.replacing(" ", with: "\u{A0}"))
  }

  @Test func showsNumbersWithoutWhatArithmeticLeaves() throws {
    let shown = CatalogPresentation(Catalog(), language: .english)
    #expect(shown.number(FiniteNumber(0.1 + 0.2) ?? 0) == "0.3")
    #expect(shown.number(-12) == "−12")
    #expect(shown.number(1e-7) == "1e-07")
    #expect(shown.number(1234) == "1234")
    #expect(shown.number(12345) == "12,345")
  }

  @Test func fillsOrganizationAndAudience() {
    var catalog = Catalog(title: "T")
    catalog.audience = .citizen
    let text: LocalizedText = "{organisation} and {organization} serve {audience}"
    #expect(
      CatalogPresentation(catalog, language: .english).text(text)
        == "our organization and our organization serve citizens")
    catalog.organization = "Acme"
    #expect(
      CatalogPresentation(catalog, language: .french).text(text)
        == "Acme and Acme serve habitants")
  }

  @Test func namesTheAudienceInAGeneralTitle() throws {
    var catalog = try BuiltInCatalog.customerMeasures()
    catalog.audience = .citizen
    #expect(CatalogPresentation(catalog, language: .english).title == "Citizen measures")
    #expect(CatalogPresentation(catalog, language: .italian).title == "Indicatori sui cittadini")
    // A catalog without the reader's language has the general title all the same.
    #expect(CatalogPresentation(catalog, language: LanguageTag("de")).title.hasSuffix("Bürgern"))
    catalog.title = "Our own title"
    #expect(CatalogPresentation(catalog, language: .italian).title == "Our own title")
  }

  @Test func namesUnits() throws {
    let shown = CatalogPresentation(Catalog(), language: .english)
    #expect(shown.unit(MeasureUnit(.rate, per: "1000 customers")) == "Per 1000 customers")
    #expect(shown.unit(MeasureUnit(.currency, currency: CurrencyCode("USD"))) == "USD")
    #expect(shown.unit(MeasureUnit(.currency, symbol: "k€", per: "visit")) == "k€ / visit")
    #expect(shown.unit(MeasureUnit(.score, symbol: "pts")) == "Score (pts)")
  }

  @Test func saysWhichTextsAreInAnotherLanguage() {
    let shown = CatalogPresentation(Catalog(defaultLanguage: .english), language: .french)
    let both = LocalizedText([
      .init(language: .english, text: "a"), .init(language: .french, text: "b"),
    ])
    #expect(shown.otherLanguage(of: both) == nil)
    #expect(shown.otherLanguage(of: LocalizedText("a", language: .english)) == .english)
    #expect(shown.otherLanguage(of: "plain") == nil)
  }

  @Test func dividesACatalogIntoItsGroups() throws {
    let catalog = try BuiltInCatalog.customerMeasures()
    let sections = PageSection.all(of: CatalogPresentation(catalog, language: .french))
    #expect(sections.count == catalog.groups.count)
    #expect(sections.first?.title == "Satisfaction")
    #expect(sections.reduce(0) { $0 + $1.measures.count } == 53)
    var bare = catalog
    for index in bare.measures.indices { bare.measures[index].group = nil }
    let kinds = PageSection.all(of: CatalogPresentation(bare, language: .english))
    #expect(kinds.map(\.title) == ["Opinion", "Activity"])
  }
}
