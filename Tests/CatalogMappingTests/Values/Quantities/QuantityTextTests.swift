import KPICatalog
import Testing

@testable import CatalogMapping

@Suite struct QuantityTextTests {
  @Test func ordinalsAreNoThousands() throws {
    #expect(try #require(QuantityText("95th")).multiplier == 1)
    #expect(try #require(QuantityText("95 th.")).multiplier == 1000)
  }

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

  @Test(
    "a year behind a small word says by when", arguments: ["60 a 2028", "60 al 2028", "60 by 2028"])
  func yearIsNoRange(_ text: String) throws {
    let quantity = try #require(QuantityText(text))
    #expect(quantity.second == nil)
    #expect(quantity.moment?.moment.description == "2028")
    #expect(try #require(QuantityText("60 a 80")).second?.value == 80)
  }

  @Test func eightyOfTwentyIsNone() throws {
    let quantity = try #require(QuantityText("80/20"))
    #expect(quantity.outOf == nil)
    #expect(quantity.remark == "/20")
    #expect(try #require(QuantityText("4.2 / 5")).outOf?.value == 5)
  }
}
