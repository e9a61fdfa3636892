import KPICatalog
import SpreadsheetML
import Testing

@testable import CatalogMapping

/// What is read of a row costs as much as the tables that reach it, not as all of the sheet.
@Suite struct ReadColumnsTests {
  @Test func tablesFurtherUpAndDownCostNothing() {
    let count = 50
    let rows = Array(
      repeating: [["KPI", "Unit", "Remark"], ["Renewals", "%", "A"]] as [[TestCell]], count: count
    ).flatMap { $0 }
    let sheet = SheetContent.of(rows)
    let regions = (0..<count).map { index in
      var region = TableRegion(headerRows: (index * 2 + 1)...(index * 2 + 1), columns: 1...2)
      region.records = [TableRegion.Record(row: index * 2 + 2, index: index * 2 + 1)]
      region.plans = [1, 2].map { column in
        ColumnPlan(
          column: column, field: column == 1 ? .name : .unit, heading: "", headingRow: nil,
          language: nil, moment: nil, unit: nil, certainty: 1)
      }
      return region
    }
    var read = ReadColumns(regions, of: sheet)
    for row in sheet.rows {
      read.move(to: row.number)
      #expect((1...3).map { read.holds($0) } == [true, true, false])
    }
    #expect(read.steps == count * 2)
  }

  @Test func aTableThatWasTurnedDownIsGoneThroughOnce() {
    let count = 50
    var rejected = RejectedColumns(
      (1...count).map { (top: $0 * 3, end: $0 < 20 ? 61 : .max, columns: 2...4) })
    for row in 1...(count * 3 + 20) {
      rejected.move(to: row)
      let isWithin = row >= 3
      #expect([1, 2, 4, 5].map { rejected.holds($0) } == [false, isWithin, isWithin, false])
    }
    #expect(rejected.steps == count)
  }

  @Test func aTableTurnedDownEndsAtTheNextThatIsTaken() {
    var rejected = RejectedColumns([(2, 5, 1...2), (3, 9, 4...4)])
    rejected.move(to: 4)
    #expect([1, 3, 4].map { rejected.holds($0) } == [true, false, true])
    rejected.move(to: 5)
    #expect([1, 3, 4].map { rejected.holds($0) } == [false, false, true])
    rejected.move(to: 9)
    #expect(!rejected.holds(4))
  }

  @Test func manyListsBelowATableOfMeasuresAreToldEachAsAWhole() throws {
    var rows: [[TestCell]] = [
      ["KPI", "Unit", "Target", "Owner"], ["Renewals", "%", 80, "Anna"],
      ["Complaints", "#", 12, "Ben"], [],
    ]
    for number in 0..<12 {
      rows += [
        ["Owner", "Unit", "Target"], [.value(.text("Anna\(number)")), "Sales", 3],
        ["Ben", "Service", 4], [],
      ]
    }
    let result = try CatalogImport().read(.of(rows))
    #expect(result.names.prefix(2) == ["Renewals", "Complaints"])
    #expect(!result.rules.contains("cells-not-read"))
  }
}
