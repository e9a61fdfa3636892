import Testing

@testable import CatalogMapping

@Suite struct TextCacheTests {
  @Test func knowsWhatItKept() {
    var cache = TextCache<Int>()
    #expect(cache.value(of: "Monthly") == nil)
    for number in 0..<500 { cache.keep(number, for: "Text \(number) × 100") }
    for number in 0..<500 { #expect(cache.value(of: "Text \(number) × 100") == number) }
    #expect(cache.value(of: "Text 500 × 100") == nil)
  }

  @Test func keepsThatATextIsNothing() {
    var cache = TextCache<Int?>()
    cache.keep(nil, for: "")
    #expect(cache.value(of: "") == .some(nil))
    #expect(cache.value(of: "x") == nil)
  }

  @Test func endsToGrow() {
    var cache = TextCache<Int>()
    for number in 0..<20_000 { cache.keep(number, for: "\(number)") }
    #expect(cache.value(of: "16383") == 16383)
    #expect(cache.value(of: "16384") == nil)
  }
}

@Suite struct ShortASCIITests {
  @Test(arguments: [("A", "1"), ("XFD", "1048576"), ("", "7"), ("AB", "")])
  func followsOneWordByAnother(_ letters: String, _ digits: String) {
    #expect(ShortASCII(letters).followed(by: ShortASCII(digits)) == letters + digits)
  }
}
