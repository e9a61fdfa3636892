import KPICatalog
import SpreadsheetML
import Testing

@testable import CatalogMapping

@Suite("Targets and the columns of their years")
struct TargetColumnsTests {
  private let years: [[BookCell]] = [
    ["KPI", "Unit", "Target 2025", "Target 2026"], ["Renewal rate", "%", 80, 90],
    ["Net promoter score", "points", 30, 45], ["First response", "hours", 10],
  ]
  private let oneYear: [[BookCell]] = [
    ["KPI", "Unit", "Target 2026"], ["Renewal rate", "%", 90],
    ["Net promoter score", "points", 45],
    ["First response", "hours"],
  ]

  private func target(_ value: Double, _ by: String?) throws -> Target {
    Target(try #require(FiniteNumber(value)), by: try by.map { try #require(Moment($0)) })
  }

  @Test(
    "a date goes to the column of its year",
    arguments: [
      ("2026-12-31", []), ("2026-06-30", ["target-column"]), ("2026-Q4", []),
      ("2026-Q2", ["target-column"]),
    ])
  func dates(by: String, notes: [String]) throws {
    let applied = try AppliedBook(oneYear) {
      $0.measures[0].targets = [try target(95, by)]
      $0.measures[2].targets = [try target(8, "2026-12-31")]
    }
    #expect(applied.changed == ["C2", "C4"])
    #expect(try applied.value("C2") == .number(95) && applied.value("C4") == .number(8))
    #expect(applied.plan.findings.map(\.rule) == notes)
  }

  @Test func targetsOfTwoYearsGoToTheirColumns() throws {
    let applied = try AppliedBook(years) {
      $0.measures[0].targets = [try target(81, "2025-12-31"), try target(91, "2026-12-31")]
      $0.measures[2].targets = [try target(9, "2025"), try target(8, "2026-12-31")]
    }
    #expect(applied.changed == ["C2", "D2", "C4", "D4"])
    #expect(try applied.value("D4") == .number(8))
    #expect(applied.plan.findings.isEmpty)
  }

  /// A date beside several columns of years is of neither: it may be that of the next review.
  @Test func yearsInHeadingsGoBeforeADateForTheRow() throws {
    let rows: [[BookCell]] = [
      ["KPI", "Unit", "Target 2026", "Target 2027", "Due date"],
      ["Renewal rate", "%", 80, 90, "2026-06-30"], ["Net promoter score", "points", 30, 45],
    ]
    let applied = try AppliedBook(rows) {
      let years = [Moment("2026"), Moment("2027")]
      #expect($0.measures.allSatisfy { $0.targets.map(\.by) == years })
      #expect($0.measures[0].custom["Due date"] == .date(try #require(DateText("2026-06-30"))))
      $0.measures[0].targets[0] = try target(81, "2026")
      $0.measures[0].targets[1] = try target(91, "2027")
    }
    #expect(applied.changed == ["C2", "D2"])
    #expect(applied.plan.findings.isEmpty)
  }

  @Test func oneColumnOfAYearWithADateBesideItHasThatDate() throws {
    let rows: [[BookCell]] = [
      ["KPI", "Unit", "Target FY26", "Due date"],
      ["Renewal rate", "%", 80, "2026-06-30"], ["Net promoter score", "points", 30, "2026-12-31"],
    ]
    let applied = try AppliedBook(rows) {
      #expect($0.measures[0].targets.first?.by == Moment("2026-06-30"))
      $0.measures[0].targets[0] = try target(81, "2026-06-30")
    }
    #expect(applied.changed == ["C2"])
    #expect(applied.plan.findings.isEmpty)
  }

  @Test func ofTwoInOneYearTheLaterTakesTheColumn() throws {
    let applied = try AppliedBook(oneYear) {
      $0.measures[0].targets = [try target(92, "2026-06-30"), try target(95, "2026-12-31")]
    }
    #expect(try applied.value("C2") == .number(95))
    #expect(applied.plan.unwritten.map(\.field) == ["targets[2026-06-30]"])
  }

  @Test func whereTheYearStartsInAprilTheColumnIsThatOfTheYearItEndsIn() throws {
    let applied = try AppliedBook(years) {
      $0.fiscalYearStart = MonthDay(month: 4, day: 1)
      $0.measures[0].targets = [try target(81, "2025-03-31"), try target(91, "2025-06-30")]
    }
    #expect(try applied.value("C2") == .number(81) && applied.value("D2") == .number(91))
    #expect(applied.plan.findings.map(\.rule) == ["target-column"])
  }

  @Test func theOneTargetWithoutADateGoesToTheOneColumn() throws {
    let applied = try AppliedBook(oneYear) { $0.measures[2].targets = [try target(8, nil)] }
    #expect(applied.changed == ["C4"] && applied.plan.findings.isEmpty)
    let doubtful = try AppliedBook(years) { $0.measures[2].targets = [try target(8, nil)] }
    #expect(doubtful.plan.isEmpty && doubtful.warnings == ["no-place"])
  }

  @Test func whatTheWorkbookSaysChangesNothing() throws {
    for rows in [years, oneYear] {
      let applied = try AppliedBook(rows) {
        for index in $0.measures.indices {
          for place in $0.measures[index].targets.indices {
            guard case .period(let period) = $0.measures[index].targets[place].by else { continue }
            $0.measures[index].targets[place].by = Moment("\(period.year)-12-31")
          }
        }
      }
      #expect(applied.after == applied.before && applied.plan.findings.isEmpty)
    }
  }

  @Test func aNewRowTakesThemToo() throws {
    let applied = try AppliedBook(years) {
      var new = $0.measures[0]
      new.id = try #require(KPIIdentifier("ease"))
      new.name = LocalizedText("Ease of use", language: .english)
      new.targets = [try target(70, "2026-12-31")]
      $0.measures.insert(new, at: 1)
    }
    #expect(try applied.value("D3") == .number(70) && applied.value("C3") == .blank)
    #expect(applied.plan.findings.isEmpty)
  }

  @Test("a year among days is its last day", arguments: ["2027", "2027-Q2", "2027-06"])
  func aPeriodAmongDays(by: String) throws {
    let rows: [[BookCell]] = [
      ["KPI", "Unit", "Target", "Target date"],
      ["Renewal rate", "%", 80, .number(46_387, .date)],
      ["Net promoter score", "points", 30, .number(46_203, .date)], ["Ease of use", "%", 70],
    ]
    let serial: Double = by == "2027" ? 46_752 : 46_568
    let day = by == "2027" ? "2027-12-31" : "2027-06-30"
    for place in [0, 2] {
      let applied = try AppliedBook(rows) { $0.measures[place].targets = [try target(65.5, by)] }
      let cell = "D\(place + 2)"
      #expect(try applied.value(cell) == .number(serial))
      #expect(try applied.look(cell) == .date)
      #expect(applied.plan.findings.map(\.rule) == ["target-date"])
      #expect(applied.plan.findings.first?.message.contains("the date \(day)") == true)
      #expect(try applied.catalog().measures[place].targets == [try target(65.5, day)])
    }
    // What the date says already is not told.
    let same = try AppliedBook(rows) { $0.measures[0].targets[0].by = Moment("2026") }
    #expect(same.after == same.before && same.plan.findings.isEmpty)
  }

  @Test func aYearAmongPeriodsStaysOne() throws {
    let rows: [[BookCell]] = [
      ["KPI", "Unit", "Target", "Target date"], ["Renewal rate", "%", 80, "2026"],
      ["Net promoter score", "points", 30, "2026-12-31"],
    ]
    let applied = try AppliedBook(rows) { $0.measures[0].targets = [try target(80, "2027")] }
    #expect(try applied.value("D2") == .text("2027") && applied.plan.findings.isEmpty)
  }
}
