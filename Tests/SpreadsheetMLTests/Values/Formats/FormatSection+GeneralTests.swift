import SpreadsheetML
import Testing

@Suite("General")
struct FormatSectionGeneralTests {
  @Test(
    "shows at most eleven characters",
    arguments: [
      (0.0, "0"), (-0.0, "0"), (1, "1"), (-45, "-45"), (0.1 + 0.2, "0.3"), (1.005, "1.005"),
      (12_345_678_901, "12345678901"), (123_456_789_012, "1.23457E+11"), (1e11, "1E+11"),
      (99_999_999_999, "99999999999"), (99_999_999_999.5, "1E+11"), (1e20, "1E+20"),
      (1e100, "1E+100"), (1.2345e300, "1.2345E+300"), (1_234_567_890.12, "1234567890"),
      (12345.678901, "12345.6789"), (1.23456789012, "1.23456789"), (1.2345678919, "1.234567892"),
      (111.111111111, "111.1111111"), (0.123456789012, "0.123456789"), (1 / 3.0, "0.333333333"),
      (2 / 3.0, "0.666666667"), (100 / 3.0, "33.33333333"), (0.99999999999, "1"),
      (9.9999999999, "10"), (-1234.5678, "-1234.5678"), (-123_456_789_012, "-1.23457E+11"),
    ] as [(Double, String)])
  func widths(number: Double, text: String) {
    #expect(NumberFormat.general.text(for: number) == text)
  }

  @Test(
    "shows small numbers plainly while nine decimals tell them",
    arguments: [
      (0.0001, "0.0001"), (0.00001, "0.00001"), (1e-9, "0.000000001"), (1e-10, "1E-10"),
      (0.0001234567, "0.000123457"), (0.00001234567, "1.23457E-05"), (0.000012345, "0.000012345"),
      (0.0000012345, "1.2345E-06"), (1.2e-9, "1.2E-09"), (.leastNonzeroMagnitude, "5E-324"),
      (9.99999e-5, "9.99999E-05"),
    ] as [(Double, String)])
  func smallNumbers(number: Double, text: String) {
    #expect(NumberFormat.general.text(for: number) == text)
  }

  @Test(
    "stands among text",
    arguments: [
      (#"General" units""#, 5, "5 units"), (#"General" units""#, -5, "-5 units"),
      ("-General", -1, "--1"), ("General;-General;\"nil\"", -1, "-1"),
      ("General;-General;\"nil\"", 0, "nil"), ("[Blue]General", 1.5, "1.5"), ("[Blue]", 1.5, "1.5"),
      ("", 1.5, "1.5"),
    ] as [(String, Double, String)])
  func text(code: String, number: Double, text: String) {
    #expect(NumberFormat(code: code).text(for: number) == text)
  }
}
