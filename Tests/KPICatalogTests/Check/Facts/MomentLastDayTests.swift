import Testing

@testable import KPICatalog

@Suite struct MomentLastDayTests {
  // Ends of weeks by the calendar of ISO 8601.
  @Test(arguments: [
    ("2026-02-03", "2026-02-03"), ("2026", "2026-12-31"), ("2025/2026", "2026-12-31"),
    ("FY2026", "2026-12-31"), ("2026-H1", "2026-06-30"), ("2026-T1", "2026-04-30"),
    ("2026-Q3", "2026-09-30"), ("2024-02", "2024-02-29"), ("2026-W01", "2026-01-04"),
    ("2026-W53", "2027-01-03"), ("2025-W01", "2025-01-05"), ("2021-W01", "2021-01-10"),
    ("2020-W53", "2021-01-03"),
  ])
  func periodsEndOnTheirLastDay(_ period: String, _ day: String) throws {
    let moment = try #require(Moment(period))
    #expect(moment.lastDay()?.description == day)
  }

  @Test(arguments: [
    ("04-01", "2026-03-31"), ("03-01", "2026-02-28"), ("10-15", "2026-10-14"),
    ("01-01", "2026-12-31"),
  ])
  func fiscalYearsEndBeforeTheNextStarts(_ start: String, _ day: String) throws {
    let start = try #require(MonthDay(start))
    #expect(Moment("FY2026")?.lastDay(fiscalYearStart: start)?.description == day)
    #expect(Moment("2025/2026")?.lastDay(fiscalYearStart: start)?.description == day)
  }

  @Test func theLastYearThereIsHasNoEndBeyondIt() {
    #expect(Moment("9999-W53")?.lastDay() == nil || Moment("9999-W53")?.lastDay()?.year == 9999)
    #expect(Moment("9998/9999")?.lastDay()?.description == "9999-12-31")
  }
}
