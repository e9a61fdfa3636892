import KPICatalog
import SpreadsheetML
import Testing

@testable import CatalogMapping

@Suite struct TableFinderTests {
  private static let header: [TestCell] = ["Code", "KPI", "Unit", "Target"]

  private func names(_ rows: [[TestCell]]) throws -> [String] {
    try CatalogImport().read(.of(rows)).names
  }

  @Test func theHeaderMayStandOnAnyRow() throws {
    let above: [[TestCell]] = Array(repeating: [], count: 40)
    let rows =
      above + [
        Self.header, ["1", "Renewals", "%", 80], ["2", "Complaints", "#", 12],
        ["3", "Waiting time", "min", 5],
      ]
    #expect(try names(rows) == ["Renewals", "Complaints", "Waiting time"])
  }

  @Test func totalsNotesAndRepeatedHeadersAreNoMeasures() throws {
    let rows: [[TestCell]] = [
      Self.header, ["1", "Renewals", "%", 80], ["2", "Complaints", "#", 12], Self.header,
      ["3", "Waiting time", "min", 5], [nil, "Total", nil, 97], [],
      ["Source: annual report, provisional figures"],
    ]
    #expect(try names(rows) == ["Renewals", "Complaints", "Waiting time"])
  }

  @Test func linesWithPageNumbersAreNeitherMeasuresNorGroups() throws {
    let rows: [[TestCell]] = [
      Self.header, ["1", "Renewals", "%", 80], ["2", "Complaints", "#", 12], ["Page 1 of 2"],
      Self.header, ["3", "Waiting time", "min", 5], ["4", "Visits", "#", 9], ["Page 2 of 2"],
    ]
    let result = try CatalogImport().read(.of(rows))
    #expect(result.names == ["Renewals", "Complaints", "Waiting time", "Visits"])
    #expect(result.catalog.measures.allSatisfy { $0.group == nil })
  }

  @Test func bannersNameGroups() throws {
    let rows: [[TestCell]] = [
      [.bold("Code"), .bold("KPI"), .bold("Unit"), .bold("Target")], [.bold("Loyalty")],
      ["1", "Renewals", "%", 80], ["2", "Win-backs", "#", 12], [.bold("Service")],
      ["3", "Waiting time", "min", 5],
    ]
    let groups = try CatalogImport().read(.of(rows)).catalog.measures.map(\.group)
    #expect(groups == ["loyalty", "loyalty", "service"])
  }

  @Test func yearsMayStandOverRepeatedHeadings() throws {
    var sheet = SheetContent.of([
      ["Indicator", "Owner", 2025, nil, 2026], [nil, nil, "Target", "Actual", "Target"],
      ["Renewals", "Sales", 80, 78, 82], ["Complaints", "Service", 12, 15, 10],
      ["Waiting time", "Service", 5, 6, 4],
    ])
    sheet.merges = []
    let targets = try CatalogImport().read(sheet).catalog.measures.first?.targets ?? []
    #expect(targets.map { $0.by?.description } == ["2025", "2026"])
  }

  @Test func aPageThatTellsWhatTheColumnsHoldIsNoTableOfMeasures() throws {
    let rows: [[TestCell]] = [
      ["KPI name", "Short description of the field", "Required"],
      ["Definition", "A sentence", "yes"],
      ["Unit", "From the list", "yes"], ["Owner", "A job title", "no"],
      ["Target", "A number", "no"],
    ]
    #expect(try names(rows).isEmpty)
  }

  @Test func aListOfPeopleIsNoTableOfMeasures() throws {
    let rows: [[TestCell]] = [
      ["Name", "Title", "Department", "Manager"], ["Ann Duarte", "Clerk", "Finance", "P. Weir"],
      ["Omar Haddad", "Buyer", "Supply", "J. Cole"],
      ["Lucy Brandt", "Planner", "Supply", "J. Cole"],
    ]
    let result = try CatalogImport().read(.of(rows))
    #expect(result.names.isEmpty)
    #expect(result.rules.contains("nothing-found"))
  }

  @Test func telephoneNumbersAreNoNames() throws {
    let rows: [[TestCell]] = [
      ["code", "service", "phone", "target", "baseline", "formula"],
      ["00071", "Front desk", "+33199000071", 92, 88, "satisfied / answers"],
      ["00072", "Telephone", "+33199000072", 80, 71, "answered / calls"],
      ["00105", "Written complaints", "+33353010105", 95, 90, "closed / received"],
    ]
    #expect(try names(rows) == ["Front desk", "Telephone", "Written complaints"])
  }

  @Test func hiddenRowsAreReadAndTold() throws {
    var sheet = SheetContent.of([
      Self.header, ["1", "Renewals", "%", 80], ["2", "Complaints", "#", 12],
      ["3", "Waiting time", "min", 5],
    ])
    sheet.rows[2].isHidden = true
    let result = try CatalogImport().read(sheet)
    #expect(result.names.count == 3)
    #expect(result.rules.contains("hidden-rows"))
  }
}
