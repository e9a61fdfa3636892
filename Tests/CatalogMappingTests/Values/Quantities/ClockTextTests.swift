import KPICatalog
import SpreadsheetML
import Testing

@testable import CatalogMapping

/// Lengths of time written as clocks show them.
@Suite struct ClockTextTests {
  private func target(_ text: String, unit: String?, heading: String = "Target") throws
    -> (value: Double?, unit: MeasureUnit?, findings: [String])
  {
    var rows: [[TestCell]] = [
      [.bold("KPI"), .bold("Frequency"), .bold(heading)],
      ["Handling time", "monthly", .value(.text(text))],
      ["Speed of answer", "monthly", .value(.text(text))],
    ]
    if let unit {
      rows[0].append(.bold("Unit"))
      for row in 1...2 { rows[row].append(.value(.text(unit))) }
    }
    let result = try CatalogImport().read(.of(rows))
    let measure = try #require(result.catalog.measures.first)
    var value: Double?
    if case .value(let number)? = measure.targets.first?.goal { value = number.double }
    return (
      value, measure.unit, result.diagnostics.filter { $0.rule == "clock-time" }.map(\.message)
    )
  }

  @Test(
    "a unit of minutes or seconds makes minutes and seconds of two numbers",
    arguments: [
      ("03:45", "min", 3.75), ("03:45", "mm:ss", 3.75), ("3:45", "Min:Sek", 3.75),
      ("04:10", "Minutes", 250.0 / 60), ("00:20", "min", 1.0 / 3), ("1:05", "seconds", 65.0),
      ("03:45", "hours", 3.75), ("03:45", "hh:mm", 3.75), ("0:03:45", "min", 3.75),
      ("1:30:00", "h", 1.5), ("36:15", "h", 36.25), ("00:03:45", "s", 225.0),
    ])
  func readsByUnit(_ text: String, _ unit: String, _ value: Double) throws {
    #expect(try target(text, unit: unit).value == value)
  }

  @Test func theHeadingMaySayIt() throws {
    let read = try target("03:45", unit: nil, heading: "Target (mm:ss)")
    #expect(read.value == 3.75)
    #expect(read.unit == MeasureUnit(.duration, symbol: "min"))
  }

  @Test func bothReadingsAreTold() throws {
    let read = try target("03:45", unit: "time")
    #expect(read.value == 3.75)
    #expect(read.unit == MeasureUnit(.duration, symbol: "h"))
    #expect(
      read.findings.first
        == "'03:45' is read as hours and minutes, 3.75 h; as minutes and seconds it is 0.0625 h")
    #expect(
      try target("03:45", unit: "min").findings.first
        == "'03:45' is read as minutes and seconds, 3.75 min; as hours and minutes it is 225 min")
    #expect(try target("0:03:45", unit: "min").findings.isEmpty)
  }

  @Test func aClockIsWrittenAsItStood() {
    let clock = ClockText(parts: [3, 45])
    #expect(clock.parts(ofDays: 4.5 / 1440, readsMinutes: true) == [4, 30])
    #expect(clock.parts(ofDays: 4.5 / 24, readsMinutes: false) == [4, 30])
    #expect(
      ClockText(parts: [0, 3, 45]).parts(ofDays: 65.0 / 86_400, readsMinutes: false) == [0, 1, 5])
    #expect(clock.parts(ofDays: -1, readsMinutes: true) == nil)
  }

  @Test func bandsMayBeOfClocks() throws {
    let result = try CatalogImport().read(
      .of([
        [.bold("KPI"), .bold("Unit"), .bold("Target"), .bold("Red / Amber / Green")],
        ["Handling time", "mm:ss", "04:30", ">5:00 / 4:30-5:00 / <4:30"],
        ["Speed of answer", "mm:ss", "00:20", ">0:45 / 0:20-0:45 / <0:20"],
      ]))
    let thresholds = try #require(result.catalog.measures.first?.thresholds)
    #expect(thresholds.green == .boundary(4.5))
    #expect(thresholds.amber == .boundary(5))
  }
}
