import Testing

@testable import KPICatalog

@Suite struct CoreSchemaTests {
  @Test(arguments: [
    ("0", 0.0), ("-12", -12), ("+5", 5), ("1.5", 1.5), (".5", 0.5), ("5.", 5), ("1e3", 1000),
    ("-1.5E-2", -0.015), ("0x1F", 31), ("0o17", 15), ("007", 7), (".inf", .infinity),
    ("-.INF", -.infinity),
  ])
  func readsNumbers(_ text: String, _ number: Double) {
    #expect(CoreSchema.number(text) == number)
  }

  @Test(arguments: [
    "", ".", "-", "+", "e5", "1e", "1e+", "1_000", "0x", "0xG", "0o8", "1.2.3", "1 ", "12:30",
    "inf",
    "nan", "infinity", "0b1", "--1", "1,5", "-0x1F",
  ])
  func takesOthersForTexts(_ text: String) {
    #expect(CoreSchema.number(text) == nil)
  }

  @Test(arguments: [("true", true), ("False", false), ("TRUE", true)])
  func readsTruthValues(_ text: String, _ value: Bool) {
    #expect(CoreSchema.boolean(text) == value)
  }

  @Test(arguments: ["yes", "no", "on", "off", "y", "tRUE", "1"])
  func knowsNoOtherTruthValues(_ text: String) {
    #expect(CoreSchema.boolean(text) == nil)
  }

  @Test(arguments: [("007", true), ("-01", true), ("0", false), ("0.5", false), ("10", false)])
  func noticesLeadingZeros(_ text: String, _ has: Bool) {
    #expect(CoreSchema.hasLeadingZeros(text) == has)
  }
}
