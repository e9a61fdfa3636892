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
}
