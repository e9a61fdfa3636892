import SpreadsheetML
import Testing

@Suite("Format codes nobody should write")
struct FormatSectionParserTests {
  @Test(
    "are taken as far as they make sense",
    arguments: [
      ("\"open", 5, "open"), ("0\\", 5, "5"), ("0_", 5, "5"), ("0*", 5, "5"),
      ("[open 0", 5, "[open 0"),
      ("0/", 5, "5/"), ("/", 5, "/"), ("E+0", 5, "E+5"), ("0E", 5, "5E"), ("0E+", 5, "5E+"),
      ("0 [none]", 5, "5 "), ("[]0", 5, "5"), ("[<x]0", 5, "5"), ("[>1e999]0", 5, "5"),
      ("[$]0", 5, "5"),
      ("[$-]0", 5, "5"), ("0 d", 5, "5 d"), ("]", 5, "]"), ("\u{1F600}", 5, "\u{1F600}"),
      ("_", 5, ""),
      ("0.0.0", 1.25, "1.2.5"), ("0;0;0;0;0;0", 5, "5"), ("[h", 5, "[h"), ("_;0", 5, " 5"),
      ("\\;0", 5, ";5"),
    ] as [(String, Double, String)])
  func nonsense(code: String, number: Double, text: String) {
    #expect(NumberFormat(code: code).text(for: number) == text)
  }

  @Test(
    "of the longest runs are read",
    arguments: [
      (String(repeating: "x", count: 2_000), 5, String(repeating: "x", count: 2_000)),
      (String(repeating: "E", count: 2_000), 5, String(repeating: "E", count: 2_000)),
      ("0" + String(repeating: "E+", count: 1_000), 5, "5" + String(repeating: "E+", count: 1_000)),
      ("0" + String(repeating: "m", count: 2_000), 5, "5" + String(repeating: "m", count: 2_000)),
      (String(repeating: "m:s ", count: 500), 0.5, String(repeating: "0:0 ", count: 500)),
    ] as [(String, Double, String)])
  func longRuns(code: String, number: Double, text: String) {
    #expect(NumberFormat(code: code).text(for: number) == text)
  }

  @Test(
    "tell a minute beside a second from a month",
    arguments: [
      ("m:s", NumberFormat.Kind.time), ("m/m:s", .dateTime), ("d m:s", .dateTime),
      ("m:s d", .dateTime), ("m:s m", .dateTime), ("h:m:s", .time),
    ])
  func minutes(code: String, kind: NumberFormat.Kind) {
    #expect(NumberFormat(code: code).kind == kind)
  }

  @Test func neverTrapAndStayBounded() {
    // The letters that mean something come more often than in noise.
    let alphabet = Array(
      "00##??..,,;;//%%EeG[]<>=$-+*_\\\"@ymdhsabgAMPT/ 19:()é€\u{1F600}".unicodeScalars)
    let words = [
      "General", "AM/PM", "A/P", "[h]", "[$€-407]", "[$-F800]", "[>1]", "E+0", "# ?/?", ".000",
      "mm",
    ]
    let numbers = [
      0, 1, -1, 0.5, -1234.5678, 45322.75, 1e15, 1e300, -.leastNonzeroMagnitude, 2_958_465.99999999,
      .nan,
    ]
    var generator = Linear(state: 42)
    for round in 0..<3000 {
      var code = ""
      for _ in 0..<Int.random(in: 0...24, using: &generator) {
        if Int.random(in: 0..<6, using: &generator) == 0 {
          code += words.randomElement(using: &generator) ?? ""
        } else if let scalar = alphabet.randomElement(using: &generator) {
          code.unicodeScalars.append(scalar)
        }
      }
      let format = NumberFormat(code: code)
      let number = numbers[round % numbers.count]
      let locale = FormatLocale.allCases[round % FormatLocale.allCases.count]
      let text = format.text(
        for: number, locale: locale, dateSystem: round % 2 == 0 ? .since1900 : .since1904)
      if text.utf8.count > 4000 {
        Issue.record("\(code) makes \(text.utf8.count) bytes of \(number)")
      }
      _ = format.text(for: "text")
    }
  }

  @Test func neverTrapOnBytesAtRandom() {
    var generator = Linear(state: 7)
    for _ in 0..<1000 {
      let count = Int.random(in: 0...40, using: &generator)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
      let format = NumberFormat(code: String(decoding: bytes, as: UTF8.self))
      _ = format.text(for: -45322.75, locale: .fr)
      _ = format.text(for: "x")
    }
  }

  @Test(
    "cost no more than their length",
    arguments: [
      "0", "%", "0,", "[", "[h]", "E+", "0/", "\"", "_", ";", "m", "@", "General", "d/", "[$€]",
    ])
  func longCodes(piece: String) {
    let code = String(repeating: piece, count: 2048 / piece.utf8.count)
    let format = NumberFormat(code: code)
    #expect(format.text(for: 1234.5).utf8.count < 30_000)
    #expect(format.text(for: 1e300).utf8.count < 1_000_000)
  }
}

/// A generator that gives the same numbers every time.
private struct Linear: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}
