import KPICatalog
import SpreadsheetML
import Testing

@testable import CatalogMapping

@Suite("The cell for red follows the other colors")
struct RedCellTests {
  private func applied(
    _ green: BookCell, _ amber: BookCell, _ red: BookCell, unit: BookCell = "points",
    direction: BookCell = "higher", to new: (FiniteNumber, FiniteNumber)
  ) throws -> AppliedBook {
    try AppliedBook([
      ["KPI", "Unit", "Direction", "Green", "Amber", "Red", "Frequency"],
      ["Net promoter score", unit, direction, green, amber, red, "Monthly"],
      ["Trust", "points", "higher", 9, 8, "< 8", "Monthly"],
      ["Ease", "points", "higher", 7, 6, "< 6", "Monthly"],
    ]) {
      $0.measures[0].thresholds = Thresholds(green: .boundary(new.0), amber: .boundary(new.1))
    }
  }

  @Test(
    "In the same form",
    arguments: [
      ("<38.0", "<40.0"), ("< 38", "< 40"), ("≤ 37", "≤ 39"), ("below 38", "below 40"),
      ("≤ 37.9", "≤ 39.9"),
    ])
  func text(red: String, expected: String) throws {
    let applied = try applied(45, 38, .text(red), to: (50, 40))
    #expect(try applied.value("D2") == .number(50) && applied.value("E2") == .number(40))
    #expect(try applied.value("F2") == .text(expected))
    #expect(applied.warnings.isEmpty)
    #expect(try applied.catalog().measures[0].thresholds == applied.wanted.measures[0].thresholds)
  }

  @Test func percentsAndNumbers() throws {
    let percent = try applied("≥ 85 %", "≥ 75 %", "< 75 %", unit: "%", to: (80, 65))
    #expect(try percent.value("F2") == .text("< 65 %"))
    let number = try applied(
      .number(0.85, .percent), .number(0.75, .percent), .number(0.75, .percent), unit: "%",
      to: (80, 65))
    #expect(try number.value("F2") == .number(0.65))
    let lower = try applied("≤ 4", "≤ 6", "> 6", unit: "days", direction: "lower", to: (5, 7))
    #expect(try lower.value("F2") == .text("> 7"))
  }

  @Test func whatIsRightAlreadyStays() throws {
    let green = try applied(45, 38, "<38", to: (50, 38))
    #expect(green.changed == ["D2"] && green.warnings.isEmpty)
    let word = try applied(45, 38, "otherwise", to: (50, 40))
    #expect(word.changed == ["D2", "E2"] && word.warnings.isEmpty)
  }

  @Test func whatDoesNotFollowIsTold() throws {
    let applied = try applied(45, 38, "< 30", to: (50, 40))
    #expect(applied.changed == ["D2", "E2"])
    #expect(applied.warnings == ["stale-red"])
    #expect(applied.plan.findings.last?.place.cell == CellReference("F2"))
  }
}

@Suite("Dates go with their values")
struct ClearedDateTests {
  @Test func aTargetThatGoesTakesItsDateAlong() throws {
    let applied = try AppliedBook([
      [
        "KPI", "Unit", "Target", "Target date", "Target (2)", "Target date (2)", "Baseline",
        "Baseline date",
      ],
      [
        "Trust", "points", 80, .number(46203, .date), 85, .number(46387, .date), 60,
        .number(45657, .date),
      ],
      [
        "Ease", "points", 80, .number(46203, .date), 85, .number(46387, .date), 60,
        .number(45657, .date),
      ],
    ]) {
      $0.measures[0].targets.removeLast()
      $0.measures[1].baseline = nil
    }
    #expect(applied.base.measures[0].targets.count == 2)
    #expect(applied.changed == ["E2", "F2", "G3", "H3"])
    #expect(applied.plan.changes.allSatisfy { $0.new == .blank })
    #expect(applied.warnings.isEmpty)
  }
}
