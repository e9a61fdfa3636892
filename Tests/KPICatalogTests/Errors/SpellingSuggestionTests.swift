import Testing

@testable import KPICatalog

@Suite struct SpellingSuggestionTests {
  @Test(arguments: [
    ("frequncy", "frequency"), ("Frequency", "frequency"), ("freqeuncy", "frequency"),
    ("unti", "unit"), ("nmae", "name"),
  ])
  func findsTheNearest(_ text: String, _ nearest: String) {
    let words = ["frequency", "unit", "name", "notes"]
    #expect(SpellingSuggestion.nearest(to: text, among: words) == nearest)
  }

  @Test(arguments: ["", "budget", "x", String(repeating: "frequency", count: 10)])
  func findsNoneFarAway(_ text: String) {
    #expect(SpellingSuggestion.nearest(to: text, among: ["frequency", "unit", "name"]) == nil)
  }

  @Test(arguments: [
    ("", "", 0), ("a", "", 1), ("abc", "abc", 0), ("abc", "acb", 1), ("abc", "adc", 1),
    ("abc", "ab", 1), ("kitten", "sitting", 3),
  ])
  func countsSlips(_ left: String, _ right: String, _ count: Int) {
    #expect(
      SpellingSuggestion.distance(Array(left.unicodeScalars), Array(right.unicodeScalars))
        == count)
  }
}
