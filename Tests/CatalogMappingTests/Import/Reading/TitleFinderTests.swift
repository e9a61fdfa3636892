import KPICatalog
import SpreadsheetML
import Testing

@testable import CatalogMapping

@Suite struct TitleFinderTests {
  private static let table: [[TestCell]] = [
    ["KPI", "Unit", "Target"], ["Renewal rate", "%", 80], ["Complaints", "#", 12],
    ["Waiting time", "min", 5],
  ]

  private func title(_ sheets: [SheetContent]) throws -> String? {
    try CatalogImport().read(BookContent(name: "book.xlsx", sheets: sheets)).catalog.title
      .entries.first?.text
  }

  @Test func aListOnASheetBeforeHasNoTitle() throws {
    let list = SheetContent.of(
      [[.bold("Departments")], ["Sales"], ["Service"], ["Stores"]], name: "Sheet1")
    #expect(try title([list, .of(Self.table, name: "Sheet2")]) == nil)
    let cover = SheetContent.of(
      [["Customer KPIs 2026"], ["Valley Bus"], ["Draft"]], name: "Sheet1")
    #expect(try title([cover, .of(Self.table, name: "Sheet2")]) == "Customer KPIs 2026")
  }

  @Test func aBannerThatGivesTheKindIsNoTitle() throws {
    let two: [[TestCell]] =
      [["What customers say"], []] + Self.table + [[], ["What customers do"], []]
      + [
        ["KPI", "Unit", "Target"], ["Orders", "#", 80], ["Returns", "#", 12], ["Visits", "#", 5],
      ]
    let result = try CatalogImport().read(.of(two))
    #expect(result.catalog.measures.map(\.kind).prefix(1) == [.opinion])
    #expect(result.catalog.title.isEmpty)
    #expect(try title([.of([["Valley Bus 2026"], []] + two)]) == "Valley Bus 2026")
  }
}
