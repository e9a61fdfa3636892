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

@Suite("Numbers that say less than their text")
struct CarriedNumberTests {
  @Test(
    "are kept as texts",
    arguments: [
      ("4000123412341234567", false), ("9007199254740993", false), ("1E5", false), ("12e3", false),
      ("0.12345678901234567890", false), ("9007199254740992", true),
      ("1000000000000000000000", true),
      ("1e+300", true), ("1.5e-7", true), ("0.1", true), ("-0.50", true), ("123456789012345", true),
    ])
  func isCarried(text: String, expected: Bool) throws {
    let number = try #require(CoreSchema.number(text))
    #expect(CoreSchema.isCarried(text, by: number) == expected)
  }

  @Test func customValuesKeepTheirDigits() throws {
    let yaml = """
      measures:
        - id: a
          name: A
          custom: {Account: 4000123412341234567, Code: 1E5, Cost: 12.5}
      """
    let catalog = try Catalog(yaml: Array(yaml.utf8))
    let again = try Catalog(yaml: catalog.yaml())
    #expect(again == catalog)
    #expect(
      catalog.measures[0].custom.pairs.map(\.value) == [
        .text("4000123412341234567"), .text("1E5"), .number(12.5),
      ])
  }
}
