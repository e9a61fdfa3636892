import KPICatalog
import Testing

/// Percents below one: some are fractions, some are meant so.
@Suite struct SmallPercentsTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let direction: Direction
    let values: [Double]

    init(_ name: String, _ direction: Direction, _ values: [Double]) {
      self.name = name
      self.direction = direction
      self.values = values
    }

    var testDescription: String { "\(name) \(values)" }

    /// The rules that doubt the values, beside a percent that is none.
    func doubts() throws -> [String] {
      let numbers = values.compactMap { FiniteNumber($0) }
      let measure = KPIDefinition(
        id: try #require(KPIIdentifier("a")), name: LocalizedText(name),
        unit: MeasureUnit(.percent), direction: direction,
        baseline: numbers.first.map { Baseline($0) },
        targets: numbers.dropFirst().map { Target($0) })
      let other = KPIDefinition(
        id: try #require(KPIIdentifier("b")), name: "Other", unit: MeasureUnit(.percent),
        baseline: Baseline(40))
      return Catalog(measures: [measure, other]).check().findings.map(\.rule.name).filter {
        $0.hasPrefix("percent-")
      }
    }
  }

  @Test(arguments: [
    Case("Error rate", .lowerIsBetter, [0.4, 0.2]),
    Case("Defect rate", .lowerIsBetter, [0.05]),
    Case("Click-through rate", .higherIsBetter, [0.8, 1]),
    Case("Conversion rate", .higherIsBetter, [0.9, 1]),
    Case("Unsubscribe rate", .lowerIsBetter, [0.2]),
    Case("Monthly churn", .lowerIsBetter, [0.9, 0.7]),
    Case("Complaints per order", .lowerIsBetter, [0.3]),
    Case("Fraud rate", .lowerIsBetter, [0.02]),
    Case("Payment failures", .lowerIsBetter, [0.6, 0.3]),
    Case("Downtime", .lowerIsBetter, [0.1]),
    Case("Late deliveries", .lowerIsBetter, [0.8, 0.5]),
    Case("Returned letters", .lowerIsBetter, [0.5]),
    Case("Interest margin", .higherIsBetter, [0.75]),
    Case("Market share", .higherIsBetter, [0.7, 0.9]),
    Case("No-show rate", .lowerIsBetter, [0.9]),
    Case("Rejected applications", .lowerIsBetter, [0.5]),
    Case("Taux d'erreur", .lowerIsBetter, [0.3]),
    Case("Taux de conversion", .higherIsBetter, [0.6, 0.9]),
    Case("Croissance", .higherIsBetter, [0.5, 0.8]),
    Case("Variation des ventes", .higherIsBetter, [-0.5, 0.4]),
    Case("Tasso di errore", .lowerIsBetter, [0.4]),
    Case("Tasso di conversione", .higherIsBetter, [0.5]),
    Case("Fehlerquote", .lowerIsBetter, [0.6]),
    Case("Klickrate", .higherIsBetter, [0.7]),
    Case("Wachstum", .higherIsBetter, [0.9]),
    Case("Ausfallquote", .lowerIsBetter, [0.4]),
    Case("Tasa de error", .lowerIsBetter, [0.2]),
    Case("Crecimiento", .higherIsBetter, [0.7]),
    Case("Lost luggage", .lowerIsBetter, [0.4]),
    Case("Breakage", .lowerIsBetter, [0.3]),
    Case("Stock shrinkage", .lowerIsBetter, [0.9, 0.7]),
    Case("Card declines", .lowerIsBetter, [0.8]),
    Case("Bounce rate of mails", .lowerIsBetter, [0.6]),
    Case("Upsell rate", .higherIsBetter, [0.6, 0.9]),
    Case("Net promoter growth", .higherIsBetter, [0.4]),
  ])
  func whatIsMeantSoIsNotDoubted(_ measure: Case) throws {
    #expect(try measure.doubts().isEmpty)
  }

  @Test(arguments: [
    Case("Occupancy", .higherIsBetter, [0.82, 0.9]),
    Case("First contact resolution", .higherIsBetter, [0.74]),
    Case("Orders on time", .higherIsBetter, [0.94]),
    Case("Share of digital requests", .higherIsBetter, [0.35, 0.5]),
    Case("Call answer rate", .higherIsBetter, [0.88]),
    Case("Tasso di rinnovo", .higherIsBetter, [0.9]),
    Case("Employee satisfaction", .higherIsBetter, [0.7]),
    Case("Taux de satisfaction", .higherIsBetter, [0.78, 0.85]),
    Case("Taux de rétention", .higherIsBetter, [0.91]),
    Case("Puntualità delle consegne", .higherIsBetter, [0.93, 0.95]),
    Case("Kundenzufriedenheit", .higherIsBetter, [0.8]),
    Case("Termintreue", .higherIsBetter, [0.88, 0.92]),
    Case("Satisfacción", .higherIsBetter, [0.77]),
    Case("Abandono de carrito", .lowerIsBetter, [0.71]),
    Case("Repeat purchase rate", .higherIsBetter, [0.24, 0.3]),
    Case("Customer churn", .lowerIsBetter, [0.08, 0.05]),
    Case("Retourenquote", .lowerIsBetter, [0.09]),
    Case("Anteil der Stammkunden", .higherIsBetter, [0.4, 0.55]),
    Case("Taux de réachat", .higherIsBetter, [0.32]),
    Case("Absence rate", .lowerIsBetter, [0.06, 0.04]),
    Case("Employee turnover", .lowerIsBetter, [0.12]),
    Case("Market share", .higherIsBetter, [0.07, 0.09]),
    Case("Skill coverage", .higherIsBetter, [0.64, 0.75]),
    Case("Uptime", .higherIsBetter, [0.9992]),
  ])
  func whatIsAFractionIsDoubted(_ measure: Case) throws {
    #expect(try !measure.doubts().isEmpty)
  }
}
