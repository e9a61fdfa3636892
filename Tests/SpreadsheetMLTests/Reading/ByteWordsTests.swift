import Testing

@testable import SpreadsheetML

@Suite("Words of bytes")
struct ByteWordsTests {
  /// The bytes of a text with the NULs that the scanner's window has behind its last.
  static func padded(_ text: String) -> [UInt8] {
    Array(text.utf8) + [UInt8](repeating: 0, count: 32)
  }

  @Test(
    "reads up to eight digits",
    arguments: [
      ("0", 0), ("7", 7), ("10", 10), ("007", 7), ("65535", 65_535), ("1048576", 1_048_576),
      ("12345678", 12_345_678), ("99999999", 99_999_999),
    ])
  func digits(text: String, value: Int) {
    let before = "<c t=\"s\"><v>"
    let bytes = Self.padded(before + text + "</v>")
    let start = before.utf8.count
    #expect(bytes.span.smallNumber(start..<start + text.utf8.count) == value)
  }

  @Test(
    "leaves all else to the slow way",
    arguments: ["", "123456789", "-1", "+1", "1.5", " 1", "1e5", "1:", "/1", "é", "1\u{0}"])
  func otherTexts(text: String) {
    let before = "<c t=\"s\"><v>"
    let bytes = Self.padded(before + text + "</v>")
    let start = before.utf8.count
    #expect(bytes.span.smallNumber(start..<start + text.utf8.count) == nil)
  }

  @Test func needsEightBytesBeforeTheEnd() {
    #expect(Self.padded("1234").span.smallNumber(0..<4) == nil)
  }

  @Test func stopsBeforeEveryByteThatMayMeanSomething() {
    let plain = "Kundenzufriedenheit"
    for byte in 0..<256 {
      var bytes = Self.padded(plain + plain + plain)
      bytes[30] = UInt8(byte)
      var beyond: UInt64 = 0
      let end = bytes.span.endOfPlainWords(from: 3, beyond: &beyond)
      let means = byte < 0x20 || [0x26, 0x3c, 0x5d, 0x5f].contains(byte)
      // Word after word of eight bytes from 3 on: 27 begins the one that holds the byte.
      #expect(end == (means ? 27 : 51), "byte \(byte)")
      #expect((beyond != 0) == (byte >= 0x80))
    }
  }
}
