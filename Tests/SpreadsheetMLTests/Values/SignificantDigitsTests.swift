import Testing

@testable import SpreadsheetML

@Suite("SignificantDigits")
struct SignificantDigitsTests {
  @Test(
    "takes fifteen digits of the shortest decimal",
    arguments: [
      (0.1, 1, -1), (0.30000000000000004, 3, -1), (1.005, 1005, -3), (1e300, 1, 300),
      (.leastNonzeroMagnitude, 5, -324), (1.7976931348623157e308, 179_769_313_486_232, 294),
      (123_456_789_012_345_680, 123_456_789_012_346, 3), (-42, 42, 0), (1e22, 1, 22),
      (0.1234567890123456, 123_456_789_012_346, -15), (9_999_999_999_999_998, 1, 16),
    ] as [(Double, UInt64, Int)])
  func digits(number: Double, coefficient: UInt64, exponent: Int) {
    let digits = SignificantDigits(number)
    #expect(digits.coefficient == coefficient)
    #expect(digits.exponent == exponent)
  }

  @Test(
    "rounds halves away from zero",
    arguments: [
      (0.5, 0, "1", ""), (1.005, 2, "1", "01"), (2.675, 2, "2", "68"), (0.05, 0, "", ""),
      (99.995, 2, "100", ""), (0.045, 2, "", "05"), (1234.5, -2, "1200", ""), (51, -2, "100", ""),
      (4.35, 1, "4", "4"), (1e-300, 10, "", ""), (1e20, 2, "100000000000000000000", ""),
    ] as [(Double, Int, String, String)])
  func rounding(number: Double, places: Int, integer: String, fraction: String) {
    let decimal = SignificantDigits(number).rounded(places: places).decimal()
    #expect(String(decoding: decimal.integer, as: UTF8.self) == integer)
    #expect(String(decoding: decimal.fraction, as: UTF8.self) == fraction)
  }

  @Test func movesThePointWithoutLosingADigit() {
    #expect(SignificantDigits(0.295).shifted(by: 2).rounded(places: 0).coefficient == 30)
    #expect(SignificantDigits(0.0295).shifted(by: 2).rounded(places: 1).decimal().integer == [0x33])
  }
}
