import DelimitedText
import TestSupport
import Testing

/// What is written comes back.
@Suite struct RoundTripTests {
  @Test(
    arguments: [",", ";", "\t", "|", " ", "="], [LineEnding.lineFeed, .carriageReturnLineFeed])
  func randomFieldsComeBack(delimiter: String, lineEnding: LineEnding) throws {
    var dialect = try Dialect(delimiter: delimiter.utf8.first ?? 0, lineEnding: lineEnding)
    let pieces = [
      "a", "bc", "0.5", " ", "é", "漢", "😀", "\"", "\"\"", "'", ",", ";", "\t", "|", "\r", "\n",
      "\r\n", "=", "sep=", "\u{FEFF}", "\u{1}", "\u{7F}", "\u{85}",
    ]
    var random = SplitMix(seed: 2005)
    for round in 0..<60 {
      dialect.hasSeparatorLine = round % 3 == 0
      var records: [[String]] = []
      for _ in 0..<Int.random(in: 0...4, using: &random) {
        records.append(
          (0..<Int.random(in: 1...4, using: &random)).map { _ in random.text(of: pieces, upTo: 6) })
      }
      let text = try written(records, dialect, byteOrderMark: round % 2 == 0)
      let reading = Reading(text, dialect, chunk: Int.random(in: 1...30, using: &random))
      #expect(reading.texts == records, "\(text.debugDescription)")
      #expect(reading.error == nil)
    }
  }

  @Test func everyShortFieldComesBack() throws {
    for field in everyText(of: ["a", ",", "\"", "\n", "\r", " "], upTo: 4) {
      #expect(Reading(try written([[field]])).texts == [[field]])
      #expect(Reading(try written([["x", field], [field]])).texts == [["x", field], [field]])
    }
  }
}
