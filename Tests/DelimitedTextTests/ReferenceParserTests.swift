import DelimitedText
import TestSupport
import Testing

/// The fast reader beside the obvious one.
@Suite struct ReferenceParserTests {
  /// Compares both on a text, with the reader getting it in chunks of a size, or cut at a place.
  private func compare(
    _ text: String, _ dialect: Dialect = .csv, splitAt split: Int? = nil, chunk: Int = .max
  ) {
    let reading = Reading(Array(text.utf8), dialect, splitAt: split, chunk: chunk)
    do {
      let expected = try ReferenceParser.records(text, dialect)
      guard reading.records != expected || reading.error != nil else { return }
      Issue.record(
        "\(text.debugDescription) was read as \(reading), not \(expected); \(chunk) \(split ?? 0)")
    } catch {
      guard reading.error?.code != .unclosedQuote else { return }
      Issue.record("\(text.debugDescription) was read as \(reading)")
    }
  }

  @Test func agreesOnEveryShortText() {
    for text in everyText(of: ["a", ",", "\"", "\r", "\n"], upTo: 5) {
      compare(text)
      compare(text, chunk: 1)
    }
  }

  @Test func agreesWhereverTheChunksEnd() {
    var random = SplitMix(seed: 4180)
    let pieces = ["a", "é", "漢", "😀", " ", ",", ",", "\"", "\"", "\"", "\r", "\n", "\r\n"]
    for _ in 0..<60 {
      let text = random.text(of: pieces, upTo: 14)
      for split in 0...text.utf8.count { compare(text, splitAt: split, chunk: .max) }
      for chunk in 1...4 { compare(text, chunk: chunk) }
    }
  }

  @Test(arguments: [",", ";", "\t", "|"], ["\"", "'", nil])
  func agreesOnRandomTexts(delimiter: String, quote: String?) throws {
    let dialect = try Dialect(
      delimiter: delimiter.utf8.first ?? 0, quote: quote.flatMap { $0.utf8.first })
    var random = SplitMix(seed: 1815)
    let pieces = [
      "ab", "1.5", "é", "\"", "'", "\"\"", ",", ";", "\t", "|", delimiter, "\r\n", "\n",
    ]
    for _ in 0..<150 {
      compare(
        random.text(of: pieces, upTo: 40), dialect, chunk: Int.random(in: 1...50, using: &random))
    }
  }
}
