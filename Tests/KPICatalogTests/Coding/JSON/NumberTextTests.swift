import TestSupport
import Testing

@testable import KPICatalog

@Suite struct NumberTextTests {
  private func print(_ number: Double) -> String {
    var bytes: [UInt8] = []
    NumberText.append(number, to: &bytes)
    return String(bytes: bytes)
  }

  private func read(_ text: String) throws -> Double {
    let node = try JSONReader.read(Array("[\(text)]".utf8), limits: .standard)
    return try #require(try node.items().first).number().double
  }

  @Test(arguments: [
    ("0", 0.0), ("-0", 0), ("1e2", 100), ("0.1", 0.1),
    ("123456789012345678", 123_456_789_012_345_680),
    ("9007199254740993", 9007199254740992), ("1e23", 1e23),
    ("2.2250738585072014e-308", .leastNormalMagnitude),
    ("4.9e-324", .leastNonzeroMagnitude), ("1.7976931348623157e308", .greatestFiniteMagnitude),
    ("0.00000000000000000000000000000000000001", 1e-38), ("1e-400", 0),
    ("100000000000000000000000000000000000000000", 1e41),
    ("0.1000000000000000055511151231257827021181583404541015625", 0.1), ("1E+2", 100),
    ("1e-2", 0.01),
  ])
  func readsNumbersExactly(_ text: String, _ number: Double) throws {
    #expect(try read(text) == number)
  }

  @Test func whatIsPrintedReadsBackTheSame() throws {
    var random = SplitMix(seed: 3)
    for _ in 0..<3000 {
      let double = Double(bitPattern: random.next())
      guard double.isFinite else { continue }
      #expect(try read(print(double)) == double)
      let short = (double.truncatingRemainder(dividingBy: 1e6) * 100).rounded() / 100
      #expect(try read(print(short)) == short)
    }
  }

  @Test(arguments: [(1.0, "1"), (1e15, "1000000000000000"), (1e16, "1e+16"), (0.5, "0.5")])
  func printsTheShortestDecimal(_ number: Double, _ text: String) {
    #expect(print(number) == text)
  }
}
