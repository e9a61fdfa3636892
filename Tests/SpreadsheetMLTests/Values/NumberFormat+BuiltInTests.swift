import SpreadsheetML
import Testing

@Suite("NumberFormat, built in")
struct NumberFormatBuiltInTests {
  @Test(
    "has the formats of ECMA-376, 18.8.30",
    arguments: [
      (0, .general, -1234.5, "-1234.5"), (1, .number, 1234.5, "1235"), (2, .number, 1.005, "1.01"),
      (3, .number, 1234.5, "1,235"), (4, .number, -1234.5, "-1,234.50"),
      (5, .currency, -1234.5, "($1,235)"), (6, .currency, 1234.5, "$1,235 "),
      (7, .currency, 1234.5, "$1,234.50 "), (8, .currency, -1234.5, "($1,234.50)"),
      (9, .percent, 0.315, "32%"), (10, .percent, 0.315, "31.50%"),
      (11, .scientific, 12345, "1.23E+04"), (12, .fraction, 1.25, "1 1/4"),
      (13, .fraction, 3.14, "3  7/50"), (14, .date, 45322, "1/31/2024"),
      (15, .date, 45322, "31-Jan-24"), (16, .date, 45322, "31-Jan"), (17, .date, 45322, "Jan-24"),
      (18, .time, 0.75, "6:00 PM"), (19, .time, 0.75, "6:00:00 PM"), (20, .time, 0.75, "18:00"),
      (21, .time, 0.75, "18:00:00"), (22, .dateTime, 45322.75, "1/31/2024 18:00"),
      (37, .number, -1234.5, "(1,235)"), (38, .number, 1234.5, "1,235 "),
      (39, .number, 1234.5, "1,234.50 "), (40, .number, -1234.5, "(1,234.50)"),
      (41, .number, 0, " - "), (42, .currency, -1234.5, " $(1,235)"),
      (43, .number, 0, " -   "), (44, .currency, 1234.5, " $1,234.50 "),
      (45, .time, 0.0125, "18:00"), (46, .elapsed, 1.5, "36:00:00"), (47, .time, 0.0125, "18:00.0"),
      (48, .scientific, 12345, "12.3E+3"), (49, .text, 12, "12"),
    ] as [(Int, NumberFormat.Kind, Double, String)])
  func formats(id: Int, kind: NumberFormat.Kind, number: Double, text: String) {
    let format = NumberFormat.builtIn(id: id)
    #expect(format?.kind == kind)
    #expect(format?.text(for: number) == text)
  }

  @Test("takes East Asian dates for dates", arguments: [27, 28, 29, 30, 31, 34, 35, 36, 50, 58])
  func eastAsianDates(id: Int) {
    #expect(NumberFormat.builtIn(id: id)?.kind == .date)
  }

  @Test("takes East Asian times for times", arguments: [32, 33])
  func eastAsianTimes(id: Int) {
    #expect(NumberFormat.builtIn(id: id)?.kind == .time)
  }

  @Test("knows no others", arguments: [-1, 23, 26, 59, 163, 164, .max, .min])
  func others(id: Int) {
    #expect(NumberFormat.builtIn(id: id) == nil)
  }

  @Test(
    "shows the short date of the reader",
    arguments: [
      (.en, "1/31/2024", "1/31/2024 18:00"), (.fr, "31/01/2024", "31/01/2024 18:00"),
      (.it, "31/01/2024", "31/01/2024 18:00"), (.de, "31.01.2024", "31.01.2024 18:00"),
      (.es, "31/01/2024", "31/01/2024 18:00"),
    ] as [(FormatLocale, String, String)])
  func shortDates(locale: FormatLocale, date: String, dateTime: String) {
    #expect(NumberFormat.builtIn(id: 14)?.text(for: 45322, locale: locale) == date)
    #expect(NumberFormat.builtIn(id: 22)?.text(for: 45322.75, locale: locale) == dateTime)
  }
}
