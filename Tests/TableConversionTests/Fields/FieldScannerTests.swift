import SpreadsheetML
import Testing

@testable import TableConversion

@Suite("What a field looks like")
struct FieldScannerTests {
  private func form(_ text: String, _ locale: FormatLocale? = nil) -> FieldForm {
    FieldScanner(locale).scan(Array(text.utf8).span).form
  }

  @Test(
    "Fields by their form",
    arguments: [
      ("", .empty), ("0", .integer), ("-12", .integer), ("123456789012345", .integer),
      ("1234567890123456", .doubtful), ("007", .code), ("-007", .code), ("00", .code),
      ("-0", .text),
      ("0012345678901234567", .code),
      ("+5", .code), ("+33 1 23 45", .code), ("+33.5", .code), ("+", .text), ("+a", .text),
      ("1E5", .doubtful), ("12e3", .doubtful), ("-1E5", .scientific), ("1E+5", .scientific),
      ("1.5e-7", .scientific), ("1e+300", .scientific), ("1e", .text), ("1e+", .text),
      ("1E5x", .text), ("E5", .text), ("1e12345", .text), ("0E5", .doubtful), ("00.5e-3", .code),
      ("1.50", .decimal), ("0.5", .decimal), (".5", .decimal), ("-.5", .decimal),
      ("5.", .text), (".", .text), ("-", .text), ("-.", .text), ("1.2.3", .text), ("00.5", .code),
      ("-0.0", .text), ("0.0", .decimal), ("1,5", .text), ("1 000", .text), ("1_000", .text),
      ("12%", .text), ("$5", .text), ("12abc", .text), (" 12", .text), ("12 ", .text),
      ("TRUE", .boolean), ("FALSE", .boolean), ("true", .text), ("True", .text), ("TRUEX", .text),
      ("T", .text), ("FALS", .text),
      ("2024-01-31", .date), ("2024-1-31", .text), ("31/01/2024", .text), ("2024-01-3", .text),
      ("2024-01-311", .text), ("20240131", .integer), ("-2024-01-31", .text),
      ("2024-01-31T12:00", .dateTime), ("2024-01-31 12:00:00", .dateTime),
      ("2024-01-31T12:00:00.250", .dateTime), ("2024-01-31T12:00:00.2500", .text),
      ("2024-01-31T12:00:00Z", .text), ("2024-01-31T12:00:00+01:00", .text), ("2024-01-31T", .text),
      ("2024-01-31x12:00", .text), ("12:30", .time), ("12:30:15", .time), ("12:30:15.5", .time),
      ("1:30", .text), ("12:3", .text), ("12:30:", .text), ("12:30:15.", .text), ("123:00", .text),
      ("=1+1", .text), ("@a", .text), ("#N/A", .text), ("nan", .text), ("inf", .text),
      ("0x1F", .text), ("１２", .text),
    ] as [(String, FieldForm)])
  func tellsForms(text: String, form: FieldForm) {
    #expect(self.form(text) == form)
  }

  @Test(
    "Fields in the manner of a language",
    arguments: [
      ("1,5", .fr, .decimal), ("1.5", .fr, .text), ("-0,25", .it, .decimal),
      ("1,5e-7", .fr, .scientific),
      ("31/01/2024", .fr, .date), ("31.01.2024", .de, .date), ("31.01.2024", .fr, .text),
      ("31/01/2024 12:30", .es, .dateTime), ("2024-01-31", .fr, .date), ("VRAI", .fr, .boolean),
      ("FAUX", .fr, .boolean), ("TRUE", .fr, .boolean), ("WAHR", .de, .boolean),
      ("VRAI", .de, .text),
      ("1/31/2024", .en, .text), ("1.5", .en, .decimal), ("12", .fr, .integer), ("007", .fr, .code),
    ] as [(String, FormatLocale, FieldForm)])
  func tellsFormsOfLanguages(text: String, locale: FormatLocale, form: FieldForm) {
    #expect(self.form(text, locale) == form)
  }

  @Test(
    "Thousands and percents are told where a language was said",
    arguments: [
      ("1.234,50", .de, .grouped), ("1.234", .de, .grouped), ("-12.345.678", .it, .grouped),
      ("1,234.50", .en, .grouped), ("1 234,5", .fr, .grouped), ("1\u{A0}234", .fr, .grouped),
      ("1\u{202F}234\u{202F}567", .es, .grouped), ("1.234", .en, .decimal),
      ("12,5 %", .de, .spacedPercent), ("12%", .de, .percent), ("12.5%", .en, .percent),
      ("12,5\u{A0}%", .fr, .spacedPercent), ("1.234,5 %", .de, .spacedPercent),
      ("0,5 %", .it, .spacedPercent), ("-3 %", .es, .spacedPercent),
      ("1.234,50", .en, .text), ("1.234,50", .fr, .text), ("1 234", .de, .text),
      ("12.34", .de, .text), ("1234.567", .de, .text), ("1.2345", .de, .text),
      ("1.234.56", .de, .text), ("1.234\u{A0}567", .de, .text), ("0.123", .de, .text),
      ("01.234", .de, .text), ("1.234,", .de, .text), ("007 %", .de, .text), ("12  %", .de, .text),
      ("12 %%", .de, .text), ("5,% ", .de, .text), ("% 5", .de, .text), ("1.234 €", .de, .text),
      ("31.01.2024", .de, .date), ("1.02.2024", .de, .text), ("06 12 34 56 78", .fr, .text),
    ] as [(String, FormatLocale, FieldForm)])
  func tellsQuantities(text: String, locale: FormatLocale, form: FieldForm) {
    #expect(self.form(text, locale) == form)
  }

  @Test(
    "How many decimals there are, and how many bytes without zeros at the end",
    arguments: [
      ("1.50", 2, 3), ("1.00", 2, 1), ("0.250", 3, 4), ("12.3", 1, 4), ("0.000", 3, 1),
      (".50", 2, 2),
    ])
  func measuresDecimals(text: String, places: Int, trimmed: Int) {
    let field = FieldScanner(nil).scan(Array(text.utf8).span)
    #expect(field.places == places)
    #expect(field.trimmed == trimmed)
  }

  @Test(
    "Digits may be copied if they are the shortest for their number",
    arguments: [
      ("1.5", true), ("123456789.012345", true), ("123456789.0123456", false), ("0.0001", true),
      ("0.00012", true), ("0.00001", false), (".5", false), ("0.123456789012345", true),
      ("0.1234567890123456", false), ("-0.5", true),
    ])
  func knowsShortestDigits(text: String, isShortest: Bool) {
    #expect(FieldScanner(nil).scan(Array(text.utf8).span).isShortest == isShortest)
  }
}
