import KPICatalog
import SpreadsheetML
import Testing

@testable import CatalogMapping

@Suite struct UnitWordsTests {
  @Test(
    "units are known in five languages",
    arguments: [
      ("%", .percent), ("Pourcentage", .percent), ("Prozent", .percent), ("Nb", .count),
      ("Anzahl", .count), ("Voto", .score), ("Tage", .duration), ("Stunden", .duration),
      ("per 1,000 customers", .rate), ("€ / visit", .currency), ("Rapporto", .ratio),
    ] as [(String, UnitKind)])
  func kinds(_ text: String, _ kind: UnitKind) {
    #expect(UnitWords(text)?.unit.kind == kind)
  }

  @Test(
    "points out of the best there is are a score, points in a thousand a rate",
    arguments: [
      ("note /10", .score), ("score /10", .score), ("Punkte von 10", .score), ("/5", .score),
      ("voto su 10", .score), ("nota sobre 20", .score), ("note sur 20", .score),
      ("points out of 100", .score), ("/1000", .rate), ("complaints /1000", .rate),
      ("per 10,000 properties", .rate), ("€ / visit", .currency),
    ] as [(String, UnitKind)])
  func scores(_ text: String, _ kind: UnitKind) {
    #expect(UnitWords(text)?.unit.kind == kind)
  }

  @Test(
    "an amount in thousands or millions stays as it is written",
    arguments: [("T€", 1000), ("Mio. €", 1_000_000), ("mln €", 1_000_000), ("k€", 1000)])
  func multiples(_ text: String, _ multiplier: Int) {
    let money = CurrencyWords(text)
    #expect(money?.multiplier == multiplier)
    #expect(money?.unit.symbol == text)
    #expect(money?.unit.currency?.text == "EUR")
  }

  @Test("words that are no unit give none", arguments: ["Students", "soon", "Head of Sales"])
  func none(_ text: String) {
    #expect(UnitWords(text) == nil)
  }

  @Test func aSingleLetterIsAUnitOfTimeInItsOwnLanguage() {
    let german = EmbeddedVocabulary.index(of: .german)
    let italian = EmbeddedVocabulary.index(of: .italian)
    #expect(UnitWords("T", language: german)?.unit == MeasureUnit(.duration, symbol: "d"))
    #expect(UnitWords("t", language: italian) == nil)
    #expect(UnitWords("h", language: italian)?.unit == MeasureUnit(.duration, symbol: "h"))
  }

  @Test func aUnitNobodyKnowsIsOneAllTheSame() throws {
    let result = try CatalogImport().read(
      .of([
        ["KPI", "Unit", "Target", "Actual"], ["Energy used", "kWh/t", "-10 %", 288],
        ["Waste", "kg", "-15 %", 46],
      ]))
    #expect(result.catalog.measures.allSatisfy { $0.unit == nil })
    #expect(result.catalog.measures.first?.custom["Unit"] == .text("kWh/t"))
  }

  @Test func theNameMayNameTheUnitWhereNoColumnDoes() throws {
    let result = try CatalogImport().read(
      .of([
        ["Indicator", "Baseline", "Target"], ["Cost per system (US$)", 45000, 38000],
        ["Schools with a committee (%)", 22, 80], ["Teachers trained (women / men)", 0, 400],
      ]))
    #expect(result.catalog.measures.map { $0.unit?.kind } == [.currency, .percent, nil])
  }
}
