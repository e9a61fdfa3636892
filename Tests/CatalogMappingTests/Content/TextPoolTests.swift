import Testing

@testable import CatalogMapping

@Suite struct TextPoolTests {
  @Test func givesTheTextOfTheBytesOfAnyLength() {
    var pool = TextPool()
    for length in 0...70 {
      let text = String(repeating: "ä", count: length / 2) + String(repeating: "x", count: length)
      #expect(pool.text(text.utf8Span.span) == text)
      // The second time it is one met before.
      #expect(pool.text(text.utf8Span.span) == text)
    }
  }

  /// Texts that differ in one byte only, at each place.
  @Test func tellsTextsApart() {
    var pool = TextPool()
    let plain = [UInt8](repeating: UInt8(ascii: "a"), count: 37)
    for place in plain.indices {
      var other = plain
      other[place] = UInt8(ascii: "b")
      #expect(pool.text(plain.span) == String(decoding: plain, as: UTF8.self))
      #expect(pool.text(other.span) == String(decoding: other, as: UTF8.self))
    }
  }

  @Test func keepsApartMoreTextsThanItHolds() {
    var pool = TextPool()
    for round in 0..<2 {
      for number in 0..<3000 {
        let text = "A text of its own, number \(number)"
        #expect(pool.text(text.utf8Span.span) == text, "round \(round)")
      }
    }
  }

  @Test func replacesWhatIsNoUTF8() {
    var pool = TextPool()
    let bytes: [UInt8] = Array("A text that is damaged: ".utf8) + [0xFF, 0x41]
    #expect(pool.text(bytes.span) == "A text that is damaged: \u{FFFD}A")
  }
}
