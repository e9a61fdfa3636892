import Testing

@testable import SpreadsheetML

@Suite("EnteredValue")
struct EnteredValueTests {
  static func content(_ text: String, _ code: String = "General") -> NewContent {
    EnteredValue.content(of: text, format: NumberFormat(code: code), in: .since1900)
  }

  @Test(
    "types numbers that come back digit for digit",
    arguments: [
      ("0", 0), ("-1.50", -1.5), ("987654.25", 987654.25), ("1e+300", 1e300), ("1.5e-7", 1.5e-7),
      ("0.30000000000000004", 0.30000000000000004), ("123456789012345", 123_456_789_012_345),
    ] as [(String, Double)])
  func numbers(text: String, number: Double) {
    #expect(Self.content(text) == .number(number))
  }

  @Test(
    "leaves as text what a person would miss something of",
    arguments: [
      "007", "+33", "1E5", "12E3", "1234567890123456", "0.1234567890123456789", ".5", "5.", "1,5",
      " 5", "5 ", "1e999", "NaN", "inf", "0x10", "31%", "true", "#n/a", "=", "2024-02-30",
      "2024-1-5", "24:00:00", "1899-12-31", "1900-02-29", "12:60", "text",
    ])
  func texts(text: String) {
    #expect(Self.content(text) == .text(text))
  }

  @Test(
    "types dates and times",
    arguments: [
      ("2024-01-31", 45322, .date), ("2024-01-31T12:00:00", 45322.5, .dateTime),
      ("2024-01-31 06:00", 45322.25, .dateTime), ("12:00:00", 0.5, .time), ("18:00", 0.75, .time),
      ("00:00:00.500", 0.5 / 86_400, .time), ("1900-03-01", 61, .date),
    ] as [(String, Double, NumberFormat.Kind)])
  func moments(text: String, serial: Double, kind: NumberFormat.Kind) {
    #expect(Self.content(text) == .moment(serial, kind))
  }

  @Test func knowsFormulasTruthValuesErrorsAndApostrophes() {
    #expect(Self.content("=A1+1") == .formula("A1+1", result: .blank))
    #expect(Self.content("TRUE") == .boolean(true))
    #expect(Self.content("FALSE") == .boolean(false))
    #expect(Self.content("#DIV/0!") == .error(.divisionByZero))
    #expect(Self.content("'5") == .text("5"))
    #expect(Self.content("'=A1") == .text("=A1"))
    #expect(Self.content("'") == .text(""))
    #expect(Self.content("") == .blank)
  }

  @Test(
    "takes everything for text in a cell formatted so",
    arguments: ["5", "=A1", "TRUE", "2024-01-31"])
  func textFormat(text: String) {
    #expect(Self.content(text, "@") == .text(text))
  }

  @Test func readsPercentAndElapsedTimeWhereTheFormatShowsThem() {
    #expect(Self.content("31%", "0%") == .number(0.31))
    #expect(Self.content("-12.5 %", "0.0%") == .number(-0.125))
    #expect(Self.content("0.31", "0%") == .number(0.31))
    #expect(Self.content("36:15:00", "[h]:mm") == .moment(36.25 / 24, .elapsed))
    #expect(Self.content("36:15", "[h]:mm") == .moment(36.25 / 24, .elapsed))
    #expect(Self.content("36:15", "0") == .text("36:15"))
  }
}
