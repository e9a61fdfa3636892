import DelimitedText
import Testing

@Suite struct DialectTests {
  @Test(
    "Names of delimiters",
    arguments: [
      (",", 0x2C), (";", 0x3B), ("\t", 0x09), ("\\t", 0x09), ("tab", 0x09), ("Tab", 0x09),
      ("comma", 0x2C), ("semicolon", 0x3B), ("pipe", 0x7C), ("space", 0x20), ("|", 0x7C),
      ("", nil), ("ab", nil), ("\n", nil), ("\r", nil), ("\u{0}", nil), ("é", nil), ("\r\n", nil),
    ] as [(String, UInt8?)])
  func names(name: String, byte: UInt8?) {
    #expect(Dialect.delimiter(named: name) == byte)
  }

  @Test func theUsualOnesAreAtHand() throws {
    #expect(try Dialect() == .csv)
    #expect(try Dialect(delimiter: UInt8(ascii: "\t")) == .tsv)
    #expect(Dialect.csv.quote == UInt8(ascii: "\""))
    #expect(Dialect.csv.lineEnding == .lineFeed)
    #expect(Dialect.csv.hasHeader == nil)
    #expect(LineEnding.allCases.map(\.description) == ["LF", "CRLF"])
  }
}
