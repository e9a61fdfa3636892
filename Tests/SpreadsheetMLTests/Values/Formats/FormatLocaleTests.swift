import SpreadsheetML
import Testing

@Suite("FormatLocale")
struct FormatLocaleTests {
  @Test(
    "is found by a language tag",
    arguments: [
      ("en", .en), ("fr-CA", .fr), ("de_CH.UTF-8", .de), ("IT", .it), ("es-419", .es), ("pt", nil),
      ("", nil), ("C", nil), ("english", nil),
    ] as [(String, FormatLocale?)])
  func tags(tag: String, locale: FormatLocale?) {
    #expect(FormatLocale(languageTag: tag) == locale)
  }

  @Test("has twelve months and seven days, all with names", arguments: FormatLocale.allCases)
  func names(locale: FormatLocale) {
    for isShort in [false, true] {
      let months = (1...12).map { locale.monthName($0, isShort: isShort) }
      let days = (1...7).map { locale.weekdayName($0, isShort: isShort) }
      #expect(Set(months).count == 12)
      #expect(Set(days).count == 7)
      #expect(!months.contains("") && !days.contains(""))
    }
    for number in [0, 13, -1, .max, .min] { #expect(locale.monthName(number).isEmpty) }
    for number in [0, 8, -1, .max, .min] { #expect(locale.weekdayName(number).isEmpty) }
  }

  @Test func beginsTheWeekOnSunday() {
    #expect(FormatLocale.en.weekdayName(1) == "Sunday")
    #expect(FormatLocale.it.weekdayName(7) == "sabato")
  }

  @Test("has date codes that make dates", arguments: FormatLocale.allCases)
  func codes(locale: FormatLocale) {
    #expect(NumberFormat(code: locale.shortDateCode).kind == .date)
    #expect(NumberFormat(code: locale.longDateCode).kind == .date)
    #expect(NumberFormat(code: locale.timeCode).kind == .time)
  }
}
