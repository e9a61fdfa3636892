import Testing

@testable import KPICatalog

@Suite struct YAMLTextTraitsTests {
  /// Eight bytes are looked at in one step, so a mark must be found at each of their places and in
  /// texts of any length.
  @Test(arguments: [": ", " #", "\t", "\u{7F}", "\u{85}", "\n"])
  func findsAMarkWhereverItStands(_ mark: String) {
    for before in 1...20 {
      for after in [0, 1, 7, 8, 9] {
        let text =
          String(repeating: "a", count: before) + mark + String(repeating: "b", count: after)
        #expect(!YAMLTextTraits(text.utf8Span.span).isPlainSafe, "\(before) and \(after)")
      }
    }
  }

  @Test func leavesOrdinaryTextsOfAnyLengthPlain() {
    for length in 1...40 {
      for letter in ["a", "é", "~", "(", "'"] {
        let text = "x" + String(repeating: letter, count: length)
        #expect(YAMLTextTraits(text.utf8Span.span).isPlainSafe, "\(text)")
      }
    }
  }

  @Test(arguments: ["null", "TRUE", "False", "yes", "NO", "On", "off", "y", "N", "Inf", "NaN"])
  func quotesWordsOfOtherMeaningAlone(_ word: String) {
    #expect(!YAMLTextTraits(word.utf8Span.span).isPlainSafe)
    #expect(YAMLTextTraits((word + "x").utf8Span.span).isPlainSafe)
    #expect(YAMLTextTraits((word + " rate of it").utf8Span.span).isPlainSafe)
  }
}
