import KPICatalog
import Testing

@testable import CatalogMapping

@Suite struct QuantityTextTests {
  @Test(
    "what multiplies an amount counts behind the number as before the sign",
    arguments: [
      ("£1.5m", "£m", 1_000_000), ("£350k", "£k", 1000), ("$40k", "$k", 1000),
      ("€12bn", "€bn", 1_000_000_000), ("1,2 Mio. €", "Mio. €", 1_000_000), ("£12,400", "£", 1),
      ("£1.5m to 2.5m", "£m", 1_000_000),
    ])
  func multipliers(_ text: String, _ symbol: String, _ multiplier: Int) throws {
    let money = try #require(QuantityText(text)?.currency)
    #expect(money.multiplier == multiplier)
    #expect(money.unit.symbol == symbol)
  }

  @Test("an m behind a number alone is a million, not a minute")
  func bare() throws {
    let quantity = try #require(QuantityText("1.5 m"))
    #expect(quantity.multiplier == 1_000_000)
    #expect(quantity.duration == nil)
  }
}
