import Testing

@testable import KPICatalog

@Suite("Display words")
struct DisplayWordsTests {
  @Test("Every language has the same words", arguments: DisplayWords.languages)
  func hasTheSameKeys(language: LanguageTag) {
    let english = DisplayWords(.english)
    let words = DisplayWords(language)
    #expect(words.language == language)
    for list in [
      "column", "kind", "direction", "frequency", "perspective", "audience", "unit", "duration",
      "durationMark", "durationOne", "aggregation", "method", "leadLag", "lifecycle", "boolean",
      "title",
      "format", "text",
    ] {
      #expect(words.keys(list) == english.keys(list), "\(language) \(list)")
    }
    for column in words.keys("column") { #expect(!words.explanation(column).isEmpty) }
  }

  @Test("Sentences keep their gaps", arguments: DisplayWords.languages)
  func keepsGaps(language: LanguageTag) {
    let words = DisplayWords(language)
    func gaps(_ text: String) -> [Substring] {
      text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().map {
        $0.prefix { $0 != "}" }
      }.sorted()
    }
    for key in words.keys("text") {
      #expect(gaps(words.text(key)) == gaps(DisplayWords(.english).text(key)), "\(key)")
    }
  }

  @Test func hasAWordForEveryValueOfAClosedList() {
    let words = DisplayWords(.italian)
    for value in Direction.allCases { #expect(words.known("direction", value.rawValue) != nil) }
    for value in Cadence.allCases { #expect(words.known("frequency", value.rawValue) != nil) }
    for value in AggregationRule.allCases {
      #expect(words.known("aggregation", value.rawValue) != nil)
    }
    for value in MethodKind.allCases { #expect(words.known("method", value.rawValue) != nil) }
    for value in UnitKind.allCases { #expect(words.known("unit", value.rawValue) != nil) }
    for value in Audience.allCases { #expect(words.known("title", value.rawValue) != nil) }
    for value in Lifecycle.State.allCases {
      #expect(words.known("lifecycle", value.rawValue) != nil)
    }
  }

  @Test func findsTheNearestLanguage() throws {
    #expect(DisplayWords(try #require(LanguageTag("fr-CA"))).language == .french)
    #expect(DisplayWords(try #require(LanguageTag("pt"))).language == .english)
  }

  @Test func fillsGaps() {
    #expect(DisplayWords.fill("{a} of {b}", ["a": "1", "b": "2"]) == "1 of 2")
    #expect(DisplayWords.fill("{c}", ["a": "1"]) == "{c}")
  }
}
