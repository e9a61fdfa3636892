import TestSupport
import Testing

@testable import SpreadsheetML

@Suite("ShortestDecimal")
struct ShortestDecimalTests {
  @Test(
    "writes plain numbers plainly",
    arguments: [
      (0, "0"), (-0.0, "-0"), (1, "1"), (-1, "-1"), (0.31, "0.31"), (0.1, "0.1"),
      (1e15, "1000000000000000"),
      (9_007_199_254_740_992, "9007199254740992"), (1e16, "1e+16"), (1e300, "1e+300"),
      (1.5e-7, "1.5e-07"),
      (0.0001, "0.0001"), (0.00001, "1e-05"), (0.1 + 0.2, "0.30000000000000004"),
      (.leastNonzeroMagnitude, "5e-324"),
      (1.797_693_134_862_315_7e308, "1.7976931348623157e+308"), (100, "100"),
      (123_456.789, "123456.789"),
      (2e-308, "2e-308"), (1e23, "1e+23"), (9.5e15, "9500000000000000"),
    ] as [(Double, String)])
  func plain(value: Double, text: String) {
    #expect(ShortestDecimal.text(value) == text)
  }

  @Test func reallyIsTheShortestThatReadsBackTheSame() {
    var random = SplitMix(seed: 6)
    var differing: [Double] = []
    for index in 0..<6_000 {
      var value = Double(bitPattern: random.next())
      switch index % 4 {
      case 0: value = Double(Int.random(in: -1_000_000...1_000_000, using: &random)) / 100
      case 1:
        value = Double(
          sign: .plus, exponent: Int.random(in: -1074...1023, using: &random), significand: 1)
      default: break
      }
      guard value.isFinite else { continue }
      let text = ShortestDecimal.text(value)
      if Double(text) != value || Self.digits(text) != Self.digits("\(value)") {
        differing.append(value)
      }
    }
    #expect(differing == [])
  }

  /// The digits that count, without point, exponent and zeros at the ends.
  private static func digits(_ text: String) -> String {
    let mantissa = text.prefix { $0 != "e" }.filter(\.isNumber).drop { $0 == "0" }
    return String(mantissa.reversed().drop { $0 == "0" }.reversed())
  }
}
