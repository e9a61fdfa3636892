import Testing

@testable import KPICatalog

@Suite struct YAMLWriterTests {
  private func write(_ json: String) throws -> String {
    var writer = YAMLWriter()
    writer.write(try JSONReader.read(json.bytes, limits: .standard))
    return String(bytes: writer.output)
  }

  @Test func writesBlocksAndShortLists() throws {
    let json = """
      {"a": {"b": [], "c": {}, "d": null, "e": true, "f": [1, "x"]}, "g": ["en", "fr-CA", "a@b"],
       "h": [{"i": "j", "k": [["l"], [{"m": 1}]]}, "two words"], "n": ["no", "x"], "o": 1e16}
      """
    let expected = """
      a:
        b: []
        c: {}
        d: null
        e: true
        f:
          - 1
          - x
      g: [en, fr-CA, a@b]
      h:
        - i: j
          k:
            - - l
            - - m: 1
        - two words
      "n":
        - "no"
        - x
      o: 1.0e+16

      """
    #expect(try write(json) == expected)
  }

  @Test func breaksLongListsIntoLines() throws {
    let words = (0..<12).map { "\"word-number-\($0)\"" }.joined(separator: ",")
    let lines = try write("[\(words)]").split(separator: "\n")
    #expect(lines.count == 12)
    #expect(lines.first == "- word-number-0")
  }

  @Test(arguments: [
    ("a\nb", "|-\n  a\n  b"), ("a\nb\n", "|\n  a\n  b"), ("a\n\n b\n\n", "|+\n  a\n\n   b\n"),
    ("# a\n- b: c", "|-\n  # a\n  - b: c"), ("\na", "\"\\na\""), (" a\nb", "\" a\\nb\""),
    ("a \nb", "\"a \\nb\""), ("a\n ", "\"a\\n \""), ("a\r\nb", "\"a\\r\\nb\""),
    ("a\tb\nc", "\"a\\tb\\nc\""), ("\n", "\"\\n\""), ("a\n\nb", "|-\n  a\n\n  b"),
  ])
  func writesLinesAsABlockWhenThatIsSafe(_ text: String, _ written: String) {
    var writer = YAMLWriter()
    writer.write(
      CatalogNode(.map([.init(key: "k", place: .init(), value: CatalogNode(.text(text)))])))
    #expect(String(bytes: writer.output) == "k: \(written)\n")
  }
}

@Suite struct YAMLScalarStyleTests {
  @Test(arguments: [
    "a", "Net Promoter Score (NPS)", "(NPS) score", "Taux d'attrition", "a, b [c] {d} & e", "é",
    "http://example.org/a?b=c", "a:b", "a#b", "R&D", "over 50 % \"off\"", "満足度", "x\u{A0}y",
    "nothing", "a*b *c* \\ d", "it's", "yesterday", "null value",
    "C-07", "P1M", "e5", "a - b", "a ? b", "a!b", "a | b > c",
  ])
  func leavesPlainWhatNoReaderMistakes(_ text: String) {
    #expect(YAMLScalarStyle.forValue(text.utf8Span.span) == .plain)
  }

  @Test(arguments: [
    "", " ", " a", "a ", "a: b", "a:", "a #b", "- a", "? a", ": a", "[a]", "{a}", "*a", "&a", "!a",
    "|", ">", "@a", "`a`", "'a'", "\"a\"", "%a", "#a", "~", "null", "Null", "NULL", "true", "False",
    "yes", "No", "ON", "off", "y", "N", "nan", "Inf", "1", "-1", "1.5", "1e3", "0x1F", "007",
    "1_000",
    "12:30:45", "2024-01-31", "2026-Q4", ".5", ".inf", "+1", "=", "<<", "a\tb", "a\u{0}", "a\u{7F}",
    "a\u{85}b", "a\u{2028}b", "\u{FEFF}a", "a\u{FFFF}", "a &b", "0-10", "\u{A0}a", "😀",
  ])
  func quotesWhatSomeReaderMistakes(_ text: String) {
    #expect(YAMLScalarStyle.forValue(text.utf8Span.span) == .quoted)
  }
}
