import KPICatalog
import Testing

@Suite struct CalendarTests {
  @Test(arguments: ["2026-12-31", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])
  func readsDates(_ text: String) {
    #expect(CivilDate(text)?.description == text)
  }

  @Test(arguments: [
    "", "2026", "2026-1-1", "2026-02-30", "2025-02-29", "1900-02-29", "2026-13-01", "2026-00-01",
    "2026-01-00", "0000-01-01", "2026-01-01 ", "2026-01-01T00:00:00", "26-01-01", "２０２６-01-01",
  ])
  func refusesOtherDates(_ text: String) {
    #expect(CivilDate(text) == nil)
  }

  @Test func ordersDates() throws {
    let dates = try ["2025-12-31", "2026-01-01", "2026-01-02"].map { try #require(CivilDate($0)) }
    #expect(dates.shuffled().sorted() == dates)
  }

  @Test(arguments: ["04-01", "02-29", "12-31"])
  func readsDaysOfTheYear(_ text: String) {
    #expect(MonthDay(text)?.description == text)
  }

  @Test(arguments: ["4-1", "13-01", "02-30", "00-10", "2026-04-01", ""])
  func refusesOtherDaysOfTheYear(_ text: String) {
    #expect(MonthDay(text) == nil)
  }

  @Test(arguments: [
    "2026", "FY2026", "2025/2026", "2026-H2", "2026-T3", "2026-Q4", "2026-03", "2026-W53",
  ])
  func readsPeriods(_ text: String) {
    #expect(Period(text)?.description == text)
    #expect(Moment(text)?.description == text)
  }

  @Test(arguments: [
    "", "26", "F2026", "FY26", "FY2026-Q1", "2026-Q5", "2026-Q0", "2026-H3", "2026-T4", "2026-13",
    "2026-W54", "2026-W5", "2025/2027", "2025/26", "2026-", "Q4 2026", "9999/10000", "0000",
  ])
  func refusesOtherPeriods(_ text: String) {
    #expect(Period(text) == nil)
  }

  @Test func aMomentIsADateBeforeItIsAPeriod() throws {
    #expect(Moment("2026-03-31") == .date(try #require(CivilDate("2026-03-31"))))
    #expect(Moment("2026-03") == .period(try #require(Period(.month, year: 2026, index: 3))))
    #expect(Moment("soon") == nil)
  }

  @Test(arguments: [
    ("P1D", "P1D"), ("P12M", "P12M"), ("P1Y", "P1Y"), ("P2W", "P2W"), ("P1Y6M", "P18M"),
    ("P9999D", "P9999D"),
  ])
  func readsLengthsOfTime(_ text: String, _ printed: String) {
    #expect(CalendarPeriod(text)?.description == printed)
  }

  @Test(arguments: [
    "", "P", "1M", "P0D", "P1", "PT1H", "P1M1D", "P1.5M", "P-1M", "P10000D", "P1Y6",
  ])
  func refusesOtherLengthsOfTime(_ text: String) {
    #expect(CalendarPeriod(text) == nil)
  }

  @Test(arguments: [
    ("P12M", Cadence.yearly), ("P24M", .everyTwoYears), ("P7D", .weekly), ("P14D", .fortnightly),
    ("P3M", .quarterly),
  ])
  func knowsACadenceByItsLength(_ text: String, _ cadence: Cadence) throws {
    #expect(Cadence(try #require(CalendarPeriod(text))) == cadence)
  }

  @Test func comparesCadences() throws {
    #expect(Cadence(try #require(CalendarPeriod("P5M"))) == nil)
    #expect(Cadence.monthly.isMoreFrequent(than: .quarterly))
    #expect(!Cadence.yearly.isMoreFrequent(than: .yearly))
    #expect(!Cadence.continuous.isMoreFrequent(than: .yearly))
    #expect(Cadence.onEvent.period == nil)
  }
}
