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
