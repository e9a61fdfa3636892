import KPICatalog
import SpreadsheetML
import Testing

@testable import CatalogMapping

/// Numbers with more digits than a workbook shows, as computations leave them.
@Suite struct ComputedNumberTests {
  @Test(
    "sixteen digits out of a computation are what the workbook shows",
    arguments: [
      (TestCell.value(.number(4.0999999999999988)), 4.1),
      (.value(.number(1234.5600000000002)), 1234.56), ("4.1k", 4100), ("1.1M", 1_100_000),
      (.value(.number(1.0 / 3)), 1.0 / 3),
    ])
  func areTidied(_ cell: TestCell, _ value: Double) throws {
    let result = try CatalogImport().read(
      .of([
        [.bold("KPI"), .bold("Frequency"), .bold("Target"), .bold("Room")],
        ["Costs", "monthly", cell, cell], ["Sales", "monthly", 12, 12],
      ]))
    let measure = try #require(result.catalog.measures.first)
    #expect(measure.targets.first?.goal == FiniteNumber(value).map { .value($0) })
    if case .value(.number) = cell {
      #expect(measure.custom["Room"] == FiniteNumber(value).map { .number($0) })
    }
  }
}
