import TestSupport
import Testing

@testable import SpreadsheetML

@Suite("DecimalNumber")
struct DecimalNumberTests {
  static func value(_ text: String) -> Double? { DecimalNumber.value(Array(text.utf8).span) }

  /// What the standard library says, which reads with the C library.
  static func expected(_ text: String) -> Double? {
    Double(text).flatMap { $0.isFinite ? $0 : nil }
  }

  /// Whether both give the same bits.
  static func agree(_ text: String) -> Bool {
    value(text)?.bitPattern == expected(text)?.bitPattern
  }

  @Test(
    "reads decimals as they are written",
    arguments: [
      ("0", 0), ("1", 1), ("-1", -1), ("+1", 1), ("1.5", 1.5), ("-0.25", -0.25), (".5", 0.5),
      ("5.", 5), ("1e3", 1000), ("1E3", 1000), ("1e+3", 1000), ("1e-3", 0.001), ("1.e1", 10),
      ("007", 7), ("0.1", 0.1), ("0.3", 0.3), ("123456789", 123_456_789), (" 5", 5), ("5\n", 5),
      ("\t\r\n 5 \t", 5), ("9007199254740993", 9_007_199_254_740_992), ("1e22", 1e22),
      ("1e23", 1e23), ("8.5e22", 8.5e22), ("179769313486231570e291", 1.797_693_134_862_315_7e308),
    ] as [(String, Double)])
  func reads(text: String, value: Double) {
    #expect(Self.value(text) == value)
  }

  @Test(
    "refuses what is no finite decimal",
    arguments: [
      "", " ", "+", "-", ".", "-.", "e5", ".e5", "1e", "1e+", "1e-", "1e5.", "1.2.3", "1 2", "1,5",
      "--1", "+-1", "1-", "0x10", "0x1p3", "inf", "Inf", "-inf", "nan", "NaN", "infinity", "1e400",
      "-1e400", "1e99999999999999999999", "1_000", "1f", "1d5", "½", "１", "1\u{0}", "$1", "1%",
      "1.7976931348623159e308",
    ])
  func refuses(text: String) {
    #expect(Self.value(text) == nil)
  }

  @Test(
    "agrees with the standard library where rounding is hard",
    arguments: [
      // Halfway between two doubles, and a hair beside it.
      "9007199254740993", "5375623771629253.5", "5375623771629254.5", "4503599627370497.5",
      "1125899906842624.125", "1125899906842624.375", "9007199254740993.0000000000000001",
      "9007199254740992.9999999999999999",
      "1.00000000000000011102230246251565404236316680908203125",
      "1.00000000000000011102230246251565404236316680908203124",
      "1.00000000000000011102230246251565404236316680908203126",
      "0.500000000000000166533453693773481063544750213623046875", "6250000000000000000000000e-1",
      // Known to be hard for one algorithm or another.
      "2.2250738585072011e-308", "2.2250738585072012e-308", "2.2250738585072014e-308",
      "6.631236846766476e-316", "3.237883913302901e-319", "8.98846567431158e307",
      "1.7976931348623157e308", "1.7976931348623158e308", "5e-324", "4.9e-324", "2.5e-324",
      "2.4703282292062327e-324", "2.4703282292062328e-324", "2.47e-324", "1e-400", "-1e-400",
      "0e400", "-0", "-0.0", "-0e-999", "0.000000000000000000000000000000000000000000000001e48",
      "1e-323", "4.4501477170144023e-308", "0.1e-22", "123456789012345678e-40",
      "1234567890123456789e-40", "12345678901234567890e-40", "99999999999999999999999999999999e-20",
      "9223372036854775807", "9223372036854775808", "18446744073709551615", "18446744073709551616",
      "9999999999999999999", "10000000000000000000", "1e19", "1e-22", "1e-23", "3e-23", "7e22",
      "2.98023223876953125E-8", "1.448997445238699", "0.000123456789012345678901234567890",
      "7.2057594037927933e16", "1.0e-290", "1e288", "1e289", "1e-292", "1e-293", "1e-307", "1e308",
      "9e307", "3.6e+79", "2.0e-44", "9.5367431640625e-7", "1090544144181609348671888949248",
    ])
  func hardCases(text: String) {
    #expect(Self.agree(text), "\(Self.value(text) ?? .nan) is not \(Self.expected(text) ?? .nan)")
    #expect(Self.agree("-" + text))
  }

  @Test func agreesOnEveryPowerOfTen() {
    for exponent in -400...400 {
      for digits in ["1", "9", "17", "9007199254740993", "9999999999999999999"] {
        let text = "\(digits)e\(exponent)"
        #expect(Self.agree(text), Comment(rawValue: text))
      }
    }
  }

  @Test func agreesOnDoublesOfAllSizesAndWhatLiesBesideThem() {
    var random = SplitMix(seed: 4)
    var differing: [String] = []
    for _ in 0..<4_000 {
      let value = Double(bitPattern: random.next())
      guard value.isFinite else { continue }
      let text = "\(value)"
      for text in [text, text.replacingLastDigit(with: "5"), text.replacingLastDigit(with: "49")]
      where !Self.agree(text) {
        differing.append(text)
      }
    }
    #expect(differing == [])
  }

  @Test func agreesOnDecimalsOfManyShapes() {
    var random = SplitMix(seed: 5)
    var differing: [String] = []
    for _ in 0..<6_000 {
      let count =
        random.once(in: 4)
        ? Int.random(in: 17...40, using: &random) : Int.random(in: 1...18, using: &random)
      var text = (0..<count).map { _ in String(Int.random(in: 0...9, using: &random)) }.joined()
      if random.once(in: 2) {
        let place = Int.random(in: 0...count, using: &random)
        text = "\(text.prefix(place)).\(text.dropFirst(place))"
      }
      if random.once(in: 2) {
        let range = random.once(in: 5) ? -400...400 : -30...30
        text += "\(random.pick(["e", "E"]))\(Int.random(in: range, using: &random))"
      }
      if !Self.agree(text) { differing.append(text) }
    }
    #expect(differing == [])
  }

  @Test func agreesOnDecimalsHalfwayBetweenTwoDoubles() {
    var random = SplitMix(seed: 8)
    var differing: [String] = []
    for _ in 0..<2_000 {
      // An odd number of 54 bits over a power of two, written out: k fives for every two below.
      let halves = Int.random(in: 1...3, using: &random)
      var digits = UInt64.random(in: 1 << 53...(1 << 54 - 1), using: &random) | 1
      for _ in 0..<halves { digits *= 5 }
      let text = "\(digits)e-\(halves)"
      if !Self.agree(text) { differing.append(text) }
      // And times a power of ten that keeps it odd in 54 bits.
      let small =
        "\(UInt64.random(in: 1 << 40...(1 << 45), using: &random) | 1)e\(Int.random(in: 0...23, using: &random))"
      if !Self.agree(small) { differing.append(small) }
    }
    #expect(differing == [])
  }

  @Test func readsVeryLongNumbers() {
    let digits = String(repeating: "1234567890", count: 50)
    for text in [
      digits, "0.\(digits)", "\(digits).\(digits)", "0.\(String(repeating: "0", count: 400))1",
      "\(String(repeating: "0", count: 400))1", "1\(String(repeating: "0", count: 400))",
      "1\(String(repeating: "0", count: 400))e-400", "0.\(String(repeating: "0", count: 400))1e400",
      "1.\(String(repeating: "0", count: 400))1",
    ] {
      #expect(Self.agree(text), Comment(rawValue: text))
    }
  }
}

extension String {
  fileprivate func replacingLastDigit(with digits: String) -> String {
    let parts = split(separator: "e", omittingEmptySubsequences: false)
    let exponent = parts.count > 1 ? "e\(parts[1])" : ""
    return "\(parts[0].dropLast())\(digits)\(exponent)"
  }
}
