import SpreadsheetML
import Testing

@Suite("Fractions in a format")
struct FormatSectionFractionTests {
  @Test(
    "have a denominator of the digits given, as Excel finds it",
    arguments: [
      ("# ?/?", 0.5, " 1/2"), ("# ?/?", 1.25, "1 1/4"), ("# ?/?", -1.2, "-1 1/5"),
      ("# ?/?", 12.3, "12 1/3"), ("# ?/?", 123.456, "123 1/2"), ("# ?/?", 0.3, " 2/7"),
      ("# ?/?", 1.3, "1 1/3"), ("# ?/?", 2.3, "2 2/7"), ("# ??/??", 3.14159, "3  1/7 "),
      ("# ??/??", 12.34, "12 17/50"), ("# ??/??", 0.01, "0      "),
      ("# ???/???", 3.14159, "3  16/113"),
      ("# ???/???", 123.456, "123  57/125"), ("??/??", 1.5, " 3/2 "), ("??/??", 12.34, "617/50"),
      ("0/0", 12.345, "37/3"), ("# ??/??", 0.75, "  3/4 "), ("0 0/0", 1.5, "1 1/2"),
      ("# ?/?", 123_456_789_012.5, "123456789012 1/2"), ("00/00", 1.5, "03/02"),
      ("# ?? / ??", 0.25, "  1 / 4 "), ("#0#00??/??", 12.3456789, "01000/81"),
    ] as [(String, Double, String)])
  func denominators(code: String, number: Double, text: String) {
    #expect(NumberFormat(code: code).text(for: number) == text)
  }

  @Test(
    "take a denominator of the code",
    arguments: [
      ("# ?/2", 12.3, "12 1/2"), ("# ?/4", 123.456, "123 2/4"), ("# ?/8", 1.2, "1 2/8"),
      ("# ??/16", 12.34, "12  5/16"), ("# ?/10", 12.34, "12 3/10"), ("# ??/100", 1.2, "1 20/100"),
      ("# ?/4", 1.99, "2    "), ("?/4", 1.5, "6/4"),
    ] as [(String, Double, String)])
  func fixedDenominators(code: String, number: Double, text: String) {
    #expect(NumberFormat(code: code).text(for: number) == text)
  }

  @Test(
    "leave their room blank beside a whole number",
    arguments: [
      ("# ?/?", 0, "0    "), ("# ?/?", 1, "1    "), ("# ??/??", 5, "5      "),
      ("# ?/2", 1, "1    "),
      ("# ??/16", 1, "1      "), ("# #/#", 1, "1"), ("# #/#", 0, "0"), ("0 0/0", 1, "1 0/1"),
      ("?/?", 0, "0/1"), ("??/??", 2, " 2/1 "), ("# ?/?", -0.01, "-0    "),
      ("# ?/?", 0.9999, "1    "), ("#\"abc\"\\ ??/??", 3, "3         "),
    ] as [(String, Double, String)])
  func wholeNumbers(code: String, number: Double, text: String) {
    #expect(NumberFormat(code: code).text(for: number) == text)
  }

  @Test(
    "stay bounded with enormous numbers", arguments: [1e15, 1e18, 1e300, .leastNonzeroMagnitude])
  func enormousNumbers(number: Double) {
    for code in ["# ?/?", "??/??", "# ??/16", "0/0%", "# ?/99999999999999999999"] {
      #expect(NumberFormat(code: code).text(for: number).utf8.count < 400)
    }
  }
}
