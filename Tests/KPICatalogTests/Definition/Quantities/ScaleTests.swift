import KPICatalog
import Testing

@Suite struct ScaleTests {
  @Test func refusesATurnedScale() {
    #expect(Scale(minimum: 1, maximum: 0) == nil)
    #expect(Scale(minimum: 1, maximum: 1) != nil)
    #expect(ValueRange(low: 2, high: 1) == nil)
  }

  @Test(arguments: [0, -1])
  func refusesAStepThatLeadsNowhere(_ step: FiniteNumber) {
    #expect(Scale(step: step) == nil)
  }

  @Test func openEndsHoldEverything() throws {
    let open = try #require(Scale(minimum: 0))
    #expect(open.contains(1_000_000))
    #expect(!open.contains(-0.5))
    #expect(open.range == nil)
    let closed = try #require(Scale(minimum: -100, maximum: 100))
    #expect(closed.range == ValueRange(low: -100, high: 100))
    #expect(!closed.contains(101))
  }

  @Test func rangesHoldTheirEnds() throws {
    let range = try #require(ValueRange(low: 1, high: 3))
    #expect(range.contains(1) && range.contains(3) && !range.contains(3.5))
    #expect(range.contains(try #require(ValueRange(low: 2, high: 3))))
    #expect(!range.contains(try #require(ValueRange(low: 0, high: 3))))
  }

  @Test func weightsAndDecimalsStayInBounds() {
    #expect(Weight(0)?.share == 0 && Weight(1) != nil)
    #expect(Weight(1.01) == nil && Weight(-0.1) == nil)
    #expect(DecimalPlaces(10)?.count == 10)
    #expect(DecimalPlaces(11) == nil && DecimalPlaces(-1) == nil)
  }

  @Test(arguments: ["EUR", "USD"])
  func readsCurrencies(_ text: String) { #expect(CurrencyCode(text)?.text == text) }

  @Test(arguments: ["", "eur", "EURO", "€", "E1R"])
  func refusesOtherCurrencies(_ text: String) { #expect(CurrencyCode(text) == nil) }
}
