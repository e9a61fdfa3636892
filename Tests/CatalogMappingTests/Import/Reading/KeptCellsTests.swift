import KPICatalog
import SpreadsheetML
import TestSupport
import Testing

@testable import CatalogMapping

@Suite("What a field cannot take in is kept")
struct KeptCellsTests {
  private func imported(_ text: String) throws -> ImportResult {
    try CatalogImport(options: ImportOptions()).read(
      delimited: Array(text.utf8), name: "measures.csv")
  }

  @Test(
    "a value that is none for its column",
    arguments: [
      ("Next review date", "Q4 2026"), ("Decimals", "99"), ("Weight", "150"),
    ])
  func kept(_ heading: String, _ text: String) throws {
    let result = try imported(
      "KPI,Unit,Target,\(heading)\nRenewal rate,%,90,\(text)\nOpen rate,%,20,\n")
    let measure = try #require(result.catalog.measures.first)
    #expect(measure.custom.keys == [heading])
    #expect(measure.origin?.cells["custom.\(heading)"] == "D2")
    #expect(!result.diagnostics.isEmpty)
  }

  @Test func endsOfAScaleThatAreReversedAreKept() throws {
    let result = try imported("KPI,Unit,Target,Min,Max\nRenewal rate,%,90,100,0\n")
    let measure = try #require(result.catalog.measures.first)
    #expect(measure.scale == nil)
    #expect(measure.custom["Min"] == .number(100) && measure.custom["Max"] == .number(0))
    #expect(measure.origin?.cells["scale.min"] == nil)
  }

  @Test func aThirdIsAThird() throws {
    let result = try imported("KPI,Unit,Target,Weight\nRenewal rate,%,90,1/4\nOpen rate,%,20,3/4\n")
    #expect(result.catalog.measures.map { $0.weight?.share.double } == [0.25, 0.75])
  }

  @Test func aCellBehindTheHeaderTakesNoOtherColumnsName() throws {
    let result = try imported("KPI,Unit,Target,E\nRenewal rate,%,90,x,extra\n")
    let measure = try #require(result.catalog.measures.first)
    #expect(measure.custom["E"] == .text("x"))
    #expect(measure.custom.keys.count == 2 && Set(measure.custom.keys).count == 2)
  }

  /// More digits than a number holds are no year, wherever they stand.
  @Test(arguments: [
    "KPI,Unit,Target FY9223372036854775807/08\nRenewal rate,%,90\n",
    "KPI,Unit,Target\nRenewal rate,%,85 by FY9223372036854775807/08\n",
    "KPI,Unit,Target,Next review date\nRenewal rate,%,85,FY9223372036854775807/08\n",
    "KPI,Unit,Target FY+2\nRenewal rate,%,90\n",
  ])
  func yearsOfManyDigits(_ text: String) throws {
    #expect(try imported(text).catalog.measures.count == 1)
  }

  @Test(arguments: [("-1:30", -1.5), ("-0:45", -0.75), ("-1:30:00", -1.5), ("1:30", 1.5)])
  func aClockKeepsItsSign(_ text: String, _ hours: Double) throws {
    let result = try imported("KPI,Unit,Target\nFirst response,h,\(text)\nSolution,h,2:00\n")
    #expect(
      result.catalog.measures.first?.targets.first?.goal == FiniteNumber(hours).map { .value($0) })
  }
}
