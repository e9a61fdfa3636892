import KPICatalog
import Testing

@testable import CatalogMapping
@testable import SpreadsheetML

@Suite("Rows and columns beside a list object")
struct TableReachTests {
  private static let header: [TestCell] = [.bold("KPI"), .bold("Unit"), .bold("Target 2026")]
  private static let rows: [[TestCell]] = [
    header, ["Renewals", "%", 80], ["Complaints", "#", 12], ["Waiting time", "min", 5],
  ]

  /// The sheet with a list object over its first rows and columns, as a program leaves it that does
  /// not let tables grow.
  private func read(
    _ rows: [[TestCell]], table: String = "A1:C4", totals: Bool = false
  ) throws -> ImportResult {
    var sheet = SheetContent.of(rows)
    sheet.tables = [
      Table(
        name: "T", displayName: "T", range: try #require(CellRange(table)),
        columns: ["KPI", "Unit", "Target 2026"], hasHeaderRow: true, hasTotalsRow: totals,
        autoFilter: nil)
    ]
    return try CatalogImport().read(sheet)
  }

  private func below(_ result: ImportResult) -> [String] {
    result.diagnostics.filter { $0.rule == "row-below-table" }.map {
      "\($0.place.cell.map { "\($0)" } ?? "") \($0.message)"
    }
  }

  private static let names = ["Renewals", "Complaints", "Waiting time"]

  @Test func rowsRightBelowBelongToTheTable() throws {
    let result = try read(Self.rows + [["Visits", "#", 120], ["Calls", nil, 9]])
    #expect(result.names == Self.names + ["Visits", "Calls"])
    #expect(result.catalog.measures.last?.targets.first?.by == Moment("2026"))
    #expect(below(result).isEmpty)
  }

  @Test func totalsAndNotesRightBelowDoNot() throws {
    let result = try read(
      Self.rows + [["Total", nil, 97], ["Source: the annual report of the association"]])
    #expect(result.names == Self.names)
    #expect(below(result).isEmpty)
  }

  @Test func theTotalsRowEndsTheTable() throws {
    let result = try read(
      Self.rows + [["Sum of all", nil, 97], ["Visits", "#", 120]], table: "A1:C5", totals: true)
    #expect(result.names == Self.names)
    #expect(
      below(result) == [
        "A6 row 6 below the table 'T' was left out; move it right below the last row of the table if it is a measure"
      ])
  }

  @Test func rowsBehindAGapAreTold() throws {
    let result = try read(Self.rows + [[], ["Visits", "#", 120]])
    #expect(result.names == Self.names)
    #expect(
      below(result) == [
        "A6 row 6 below the table 'T' was left out; move it right below the last row of the table if it is a measure"
      ])
  }

  @Test(arguments: [
    [["Legend"], ["Green", "good", 1]] as [[TestCell]],
    [[.bold("Color"), .bold("Meaning")], ["Blue", "good", 1]],
    [["Green", "good"], ["Red", "bad"]],
  ])
  func legendsBelowAreNone(legend: [[TestCell]]) throws {
    let close = try read(Self.rows + legend)
    #expect(close.names == Self.names && below(close).isEmpty)
    let apart = try read(Self.rows + [[]] + legend)
    #expect(apart.names == Self.names && below(apart).isEmpty)
  }

  @Test func columnsRightBesideWithAHeadingBelongToTheTable() throws {
    var rows = Self.rows
    rows[0] += [.bold("Budget"), .bold("Owner")]
    rows[2] += [12000]
    rows[3] += [nil, "Grace Hopper"]
    let measures = try read(rows).catalog.measures
    #expect(measures.map { $0.custom["Budget"] } == [nil, .number(12000), nil])
    #expect(measures.map(\.owner) == [nil, nil, "Grace Hopper"])
  }

  @Test func whatStandsBehindAnEmptyColumnDoesNot() throws {
    var rows = Self.rows
    rows[0] += [nil, .bold("Color"), .bold("Meaning")]
    rows[1] += [nil, "Green", "good"]
    #expect(try read(rows).catalog.measures.allSatisfy { $0.custom.isEmpty })
  }
}
