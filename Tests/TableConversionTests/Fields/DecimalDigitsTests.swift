import Testing

@testable import TableConversion

@Suite("Decimals that a double gives back")
struct DecimalDigitsTests {
  @Test(
    "Digits survive or not",
    arguments: [
      ("0", true), ("0.1", true), ("0.10", true), ("100", true), ("1e2", true), ("0.000", true),
      ("0.1000000000000000055511151231257827", false), ("0.30000000000000004", true),
      ("0.3000000000000000444", false), ("9007199254740993", false), ("9007199254740992", true),
      ("123456789012345678", false), ("1.7976931348623157e308", true), ("1e309", false),
      ("5e-324", true), ("4e-324", false), ("1e-400", false), ("-2.5e-3", true), ("0.0025", true),
      ("2500e-6", true), ("179769313486231570000e+288", true), ("0e5", true),
      ("100000000000000000000000", true), ("0.1234567890123456789", false),
    ])
  func tellsWhatSurvives(text: String, survives: Bool) {
    #expect(DecimalDigits.survive(Array(text.utf8).span) == survives)
  }
}
