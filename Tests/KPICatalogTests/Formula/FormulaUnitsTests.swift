import KPICatalog
import Testing

@Suite struct FormulaUnitsTests {
  private func inputs() throws -> [FormulaInput] {
    let units: [(String, MeasureUnit?)] = [
      ("orders", MeasureUnit(.count)), ("buyers", MeasureUnit(.count)),
      ("sales", MeasureUnit(.currency, currency: CurrencyCode("EUR"))),
      ("dollars", MeasureUnit(.currency, currency: CurrencyCode("USD"))),
      ("share", MeasureUnit(.percent)), ("gap", MeasureUnit(.percentagePoints)),
      ("hours", MeasureUnit(.duration, symbol: "h")), ("rating", MeasureUnit(.score)),
      ("fraction", MeasureUnit(.ratio)), ("word", MeasureUnit(.text)), ("anything", nil),
    ]
    return try units.map { FormulaInput(name: try #require(FormulaName($0.0)), unit: $0.1) }
  }

  @Test(arguments: [
    ("orders / buyers", MeasureUnit(.ratio)),
    ("100 * orders / buyers", MeasureUnit(.percent)),
    ("100 * (orders - buyers) / buyers", MeasureUnit(.percent)),
    ("1000 * orders / buyers", MeasureUnit(.rate, per: "1000")),
    ("sales / orders", MeasureUnit(.currency, currency: CurrencyCode("EUR"))),
    (
      "sales * fraction / (1 + fraction - fraction)",
      MeasureUnit(.currency, currency: CurrencyCode("EUR"))
    ),
    ("sales * share / 100", MeasureUnit(.currency, currency: CurrencyCode("EUR"))),
    ("orders + buyers", MeasureUnit(.count)),
    ("100 - share", MeasureUnit(.percent)),
    ("share + gap", MeasureUnit(.percent)),
    ("share - 100 * orders / buyers", MeasureUnit(.percent)),
    ("median(hours)", MeasureUnit(.duration, symbol: "h")),
    ("percentile(hours, 90)", MeasureUnit(.duration, symbol: "h")),
    ("sum(rating) / orders", MeasureUnit(.score)),
    ("count(word)", MeasureUnit(.count)),
    ("-orders", MeasureUnit(.count)),
    ("sum(rating * orders) / sum(orders)", MeasureUnit(.score)),
    ("orders * orders", nil), ("sales * dollars", nil), ("anything + share", nil), ("1 + 2", nil),
    ("orders / hours", nil), ("unknown", nil),
  ])
  func derivesUnits(_ text: String, _ unit: MeasureUnit?) throws {
    #expect(try FormulaExpression(text).unit(of: try inputs()) == unit)
  }

  @Test(arguments: [
    ("share + sales", "percent and currency EUR cannot be added"),
    ("sales - dollars", "currency EUR and currency USD cannot be subtracted"),
    ("orders / buyers + share", "a plain number and percent cannot be added"),
    ("max(orders, hours)", "count and duration h cannot be compared"),
    ("sales / orders - hours", "currency EUR per count and duration h cannot be subtracted"),
    ("orders * orders + rating", "count times count and score cannot be added"),
    ("sum(word)", "text cannot be reckoned with"),
    ("word + anything", "text cannot be reckoned with"),
  ])
  func refusesUnlikeUnits(_ text: String, _ message: String) throws {
    let formula = try FormulaExpression(text)
    let inputs = try inputs()
    let error = #expect(throws: CatalogError.self) { try formula.unit(of: inputs) }
    #expect(error?.code == .unit)
    #expect(error?.message == message)
  }
}
