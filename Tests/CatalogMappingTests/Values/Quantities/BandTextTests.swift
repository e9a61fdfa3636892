import KPICatalog
import SpreadsheetML
import Testing

@testable import CatalogMapping

/// The rules of a traffic light in one cell.
@Suite struct BandTextTests {
  private func thresholds(_ heading: TestCell, _ cells: [TestCell], direction: [TestCell] = [])
    throws -> ImportResult
  {
    let names = ["Complaints", "Waiting time", "Defects"]
    var rows: [[TestCell]] = [[.bold("KPI"), .bold("Unit"), .bold("Target"), heading]]
    if !direction.isEmpty { rows[0].append(.bold("Direction")) }
    for (place, cell) in cells.enumerated() {
      rows.append([.value(.text(names[place])), "#", 8, cell])
      if !direction.isEmpty { rows[place + 1].append(direction[place]) }
    }
    return try CatalogImport().read(.of(rows))
  }

  private func bounds(_ result: ImportResult) -> [[Double]] {
    result.catalog.measures.map { measure in
      [measure.thresholds?.green, measure.thresholds?.amber].compactMap { band in
        guard case .boundary(let value)? = band else { return nil }
        return value.double
      }
    }
  }

  @Test(
    "letters stand for colors as each language shortens them",
    arguments: [
      "R >12 A 8-12 G <8", "R >12 Ge 8-12 G <8", "R >12 G 8-12 Gr <8", "V <8 / O 8-12 / R >12",
      "V <8; J 8-12; R >12", "R >12, G 8-12, V <8", "V<8 A8-12 R>12", "g <8, a 8-12, r >12",
      "Rt: >12 | Gb: 8-12 | Gn: <8",
    ])
  func readsLetters(_ text: String) throws {
    let bands = try #require(BandText(text, language: nil))
    #expect(bands.conditions == [.green: "<8", .amber: "8-12", .red: ">12"])
    #expect(!bands.isOrderAssumed)
  }

  @Test func wordsOfASentenceAreNoColors() {
    #expect(BandText("Go 85 am Ende", language: nil) == nil)
  }

  @Test func theHeadingNamesTheOrderOfTheColors() throws {
    for heading: TestCell in [.bold("Red / Amber / Green"), .bold("R/A/G"), .bold("Rot/Gelb/Grün")]
    {
      let result = try thresholds(heading, [">12 / 8-12 / <8", ">6 | 3-6 | <3", "<70 70-85 >85"])
      #expect(bounds(result) == [[8, 12], [3, 6], [85, 70]])
    }
    let best = try thresholds(
      .bold("Vert / orange / rouge"), ["<8 / 8-12 / >12", "<3, 3-6, >6", ">85 / 70-85 / <70"])
    #expect(bounds(best) == [[8, 12], [3, 6], [85, 70]])
  }

  @Test func theDirectionDecidesWhereNothingNamesTheColors() throws {
    let result = try thresholds(
      .bold("Thresholds"), [">12 / 8-12 / <8", "<3 / 3-6 / >6", "<70 / 70-85 / >85"],
      direction: ["lower is better", "lower is better", "higher is better"])
    #expect(bounds(result) == [[8, 12], [3, 6], [85, 70]])
    #expect(!result.rules.contains("thresholds-without-colors"))
  }

  @Test func bothReadingsAreToldWhereNothingDecides() throws {
    let result = try thresholds(.bold("Thresholds"), [">12 / 8-12 / <8", ">6 / 3-6 / <3"])
    #expect(bounds(result) == [[12, 8], [6, 3]])
    let finding = try #require(
      result.diagnostics.first { $0.rule == "thresholds-without-colors" })
    #expect(finding.message.contains("green 12, amber 8"))
    #expect(finding.message.contains("green 8, amber 12"))
  }

  @Test func rulesUnderTrafficLightAreNoStatus() throws {
    let result = try thresholds(.bold("Ampel"), ["R >12 Ge 8-12 G <8", "R >6 Ge 3-6 G <3"])
    #expect(bounds(result) == [[8, 12], [3, 6]])
  }

  @Test func whatIsReadInPartIsKeptAndTold() throws {
    let result = try thresholds(
      .bold("Thresholds"), ["R >12 A see note G <8", "R >6 A 3-6 G <3"])
    #expect(bounds(result)[0] == [8, 12])
    #expect(
      result.catalog.measures[0].custom["Thresholds"] == .text("R >12 A see note G <8"))
    let finding = try #require(result.diagnostics.first { $0.rule == "thresholds-partly-read" })
    #expect(finding.message.contains("'see note'"))
  }

  @Test func oneNumberWithItsUnitIsReadAsOneWithout() throws {
    let result = try thresholds(
      .bold("Threshold"), ["75 %", 75], direction: ["higher is better", "higher is better"])
    #expect(bounds(result) == [[75], [75]])
  }
}
