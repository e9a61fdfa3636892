import KPICatalog
import SpreadsheetML
import Testing

@testable import CatalogMapping

@Suite struct RegionContextsTests {
  @Test func eachOfManyTablesUnderHeadingsIsAGroup() throws {
    let rows = (1...12).flatMap { number -> [[TestCell]] in
      [
        [.value(.text("Plant \(number)"))], ["KPI", "Unit", "Target"],
        [.value(.text("Renewals \(number)")), "%", 80],
        [.value(.text("Complaints \(number)")), "#", 12], [],
      ]
    }
    let result = try CatalogImport().read(.of(rows))
    #expect(result.catalog.measures.count == 24)
    #expect(
      result.catalog.groups.compactMap { $0.name.entries.first?.text }
        == (1...12).map { "Plant \($0)" })
  }

  @Test func mostHeadingsMustBePerspectives() throws {
    func perspectives(_ headings: [String]) throws -> [Perspective?] {
      let rows = headings.flatMap { heading -> [[TestCell]] in
        [
          [.value(.text(heading))], ["KPI", "Unit", "Target"],
          [.value(.text("Share of \(heading)")), "%", 80], ["Costs of \(heading)".cell, "#", 12],
          [],
        ]
      }
      return try CatalogImport().read(.of(rows)).catalog.measures.map(\.perspective)
    }
    let all = try perspectives(["Financial", "Customer", "Internal processes"])
    #expect(all == [.financial, .financial, .customer, .customer, .process, .process])
    #expect(try perspectives(["Production", "Customer", "Energy"]).allSatisfy { $0 == nil })
  }
}

extension String {
  fileprivate var cell: TestCell { .value(.text(self)) }
}
