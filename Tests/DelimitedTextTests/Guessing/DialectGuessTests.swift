import DelimitedText
import Testing

@Suite struct DialectGuessTests {
  private func guess(_ text: String, isWhole: Bool = true) -> DialectGuess {
    DialectGuess(ByteSample(Array(text.utf8), isWhole: isWhole))
  }

  @Test(
    "Delimiters",
    arguments: [
      ("a,b,c\n1,2,3\n", ",", .likely),
      ("a;b;c\r\n1;2;3\r\n", ";", .likely),
      ("a\tb\n1\t2\n", "\t", .likely),
      ("a|b\n1|2\n", "|", .likely),
      // Decimal commas are no delimiters.
      ("Mois;Entrées;Prêts\njanv;1,5;2,5\nfévr;3,5;4,25\n", ";", .likely),
      ("1,5;2,5;3,5\n1,7;2,7;3,7\n", ";", .likely),
      // Nor is the prose in a field.
      (
        "KPI;Question\nVisits;How many people, of any age, come in?\nLoans;What is lent, and to whom?\n",
        ";", .likely
      ),
      ("KPI\tNote\nVisits\ta, b; c\nLoans\td, e; f\n", "\t", .likely),
      // Quotes hide other delimiters.
      ("a,b\n\"1;2;3\",\"4;5;6\"\n\"7;8;9\",\"0;1;2\"\n", ",", .likely),
      ("\"a,b\";\"c,d\"\n\"e,f\";\"g,h\"\n", ";", .likely),
      ("\"line\nwith; break\",x\n\"another; one\",y\n", ",", .likely),
      ("10:00,a\n11:00,b\n12:30,c\n", ",", .likely),
      ("2024-01-01|a|3.5\n2024-01-02|b|4.5\n", "|", .likely),
      // Ragged and titled tables.
      ("Report 2024\n\nname;value;unit\na;1;%\nb;2;%\nc;3;%\n", ";", .unsure),
      ("a,b,c\n1,2\n1,2,3,4\n1,2,3\n1,2,3\n", ",", .unsure),
      // Nothing to go by.
      ("a,b,c", ",", .unsure),
      ("one\ntwo\n", ",", .unsure),
      ("", ",", .unsure),
      ("\n\n", ",", .unsure),
      ("\"never closed", ",", .unsure),
    ] as [(String, String, Certainty)])
  func delimiters(text: String, delimiter: String, certainty: Certainty) {
    let guess = guess(text)
    #expect(String(Unicode.Scalar(guess.delimiter.value)) == delimiter)
    #expect(guess.delimiter.certainty == certainty, "\(guess.delimiter.reason)")
  }

  @Test func saysWhyItTookTheDelimiter() {
    #expect(guess("a;b\n1;2\n3;4\n").delimiter.reason == "3 of 3 records have 2 fields")
    #expect(guess("a;b\n\n1;2;3\n3;4\n").delimiter.reason == "2 of 3 records have 2 fields")
    #expect(guess("a\nb\n").delimiter.reason == "the sample has one column")
    #expect(guess("sep=|\na,b\n").delimiter.reason == "the first line says so by sep=")
    let asked = DialectGuess(ByteSample(Array("a,b\n".utf8)), delimiter: UInt8(ascii: ";"))
    #expect(asked.delimiter.value == UInt8(ascii: ";"))
    #expect(asked.delimiter.certainty == .certain)
    #expect(asked.delimiter.reason == "as asked for")
  }

  @Test func takesTheExpectedDelimiterWhereTheSampleHasNone() {
    let sample = ByteSample(Array("one\ntwo\n".utf8))
    #expect(DialectGuess(sample, expecting: UInt8(ascii: "\t")).dialect.delimiter == 0x09)
    // What the sample says counts for more.
    let table = ByteSample(Array("a,b\n1,2\n".utf8))
    #expect(DialectGuess(table, expecting: UInt8(ascii: "\t")).dialect.delimiter == 0x2C)
    // One that cannot be used is passed over.
    #expect(DialectGuess(table, delimiter: 0x0A, expecting: 0).dialect.delimiter == 0x2C)
  }

  @Test(arguments: ["sep=;\na;b\n", "SEP=;\r\na;b\r\n", "sep=;\ra;b\r", "sep=;"])
  func obeysASeparatorLine(text: String) {
    let guess = guess(text)
    #expect(guess.hasSeparatorLine)
    #expect(guess.delimiter.value == UInt8(ascii: ";"))
    #expect(guess.delimiter.certainty == .certain)
    #expect(guess.dialect.hasSeparatorLine)
    let records = Reading(text, guess.dialect).texts
    #expect(records == (text.count > 6 ? [["a", "b"]] : []))
  }

  @Test(arguments: ["sep=", "sep=;;\na", "separator,b\n", "\"sep=;\"\na;b\n", "sep=é\n"])
  func takesNothingElseForASeparatorLine(text: String) {
    #expect(!guess(text).hasSeparatorLine)
  }

  @Test(
    "Quotes",
    arguments: [
      ("a,b\n", "\"", .unsure),
      ("\"a\",b\n", "\"", .likely),
      ("'a,1','b'\n'c','d'\n", "'", .likely),
      // Apostrophes are not quotes.
      ("'tis,b\n'twas,d\n", "\"", .unsure),
      ("it's,b's\n", "\"", .unsure),
      ("'=1+1,'+33\n'-5,'@x\n", "\"", .unsure),
      ("\"'a'\",'b'\n'c','d'\n", "\"", .likely),
    ] as [(String, String, Certainty)])
  func quotes(text: String, quote: String, certainty: Certainty) {
    let guess = guess(text)
    #expect(String(Unicode.Scalar(guess.quote.value)) == quote)
    #expect(guess.quote.certainty == certainty, "\(guess.quote.reason)")
  }

  @Test(
    "Headers",
    arguments: [
      ("name,value\na,1\nb,2\n", true, .likely, "1 column has values below a name"),
      ("name,day,value\na,2024-01-31,1\n", true, .likely, "2 columns have values below a name"),
      ("KPI,2023,2024\na,10,20\nb,1.5,\n", true, .likely, "2 columns have values below a name"),
      ("KPI,2023\na,1999\nb,2001\n", false, .likely, "field 2 of the first record is a value"),
      ("1,2\n3,4\n", false, .likely, "field 1 of the first record is a value"),
      ("a,1\nb,2\n", false, .likely, "field 2 of the first record is a value"),
      ("a,b\nc,d\n", true, .unsure, "all columns are text"),
      ("a,a\nc,d\n", false, .unsure, "two fields of the first record are the same"),
      ("a,,\nc,d,e\n", false, .unsure, "most fields of the first record are empty"),
      ("a,b\n", false, .unsure, "the sample has one record"),
      ("", false, .unsure, "the sample has no record"),
    ] as [(String, Bool, Certainty, String)])
  func headers(text: String, value: Bool, certainty: Certainty, reason: String) {
    let guess = guess(text)
    #expect(guess.header.value == value)
    #expect(guess.header.certainty == certainty)
    #expect(guess.header.reason == reason)
    #expect(guess.dialect.hasHeader == value)
  }

  @Test(
    "Encodings",
    arguments: [
      (Array("a,b".utf8), .utf8, .likely, "the sample is ASCII"),
      (
        Array("é,b".utf8), .utf8, .likely,
        "the sample is well-formed, with characters beyond ASCII"
      ),
      (
        [0xEF, 0xBB, 0xBF, 0x61], .utf8, .certain, "the text starts with a byte order mark"
      ),
      (
        [0xFF, 0xFE, 0x61, 0], .utf16LittleEndian, .certain,
        "the text starts with a byte order mark"
      ),
      (
        [0xFE, 0xFF, 0, 0x61], .utf16BigEndian, .certain, "the text starts with a byte order mark"
      ),
      (
        [0x61, 0, 0x2C, 0, 0xE9, 0, 0x0A, 0], .utf16LittleEndian, .likely,
        "4 of 4 byte pairs have a zero on the same side"
      ),
      (
        [0, 0x61, 0, 0x2C, 0x6F, 0x22, 0, 0x0A], .utf16BigEndian, .likely,
        "3 of 4 byte pairs have a zero on the same side"
      ),
      // Chinese has few zeros, but bytes beyond ASCII too.
      (
        [0x22, 0x6F, 0x57, 0x5B, 0xA2, 0x8B, 0xE5, 0x65, 0x2C, 0, 0x2C, 0x67],
        .utf16LittleEndian, .likely, "1 of 6 byte pairs have a zero on the same side"
      ),
      ([0x63, 0x61, 0x66, 0xE9, 0x2C], .windows1252, .likely, "byte 4 is not UTF-8"),
      ([0x81, 0x2C], .windows1252, .unsure, "byte 1 is not UTF-8"),
      // A stray NUL is no UTF-16; the reader refuses it.
      (Array("name,va\u{0}lue\n".utf8), .utf8, .likely, "the sample is ASCII"),
      (Array("a,b\u{0}".utf8), .utf8, .likely, "the sample is ASCII"),
      ([], .utf8, .likely, "the sample is ASCII"),
    ] as [([UInt8], TextEncoding, Certainty, String)])
  func encodings(
    bytes: [UInt8], encoding: TextEncoding, certainty: Certainty, reason: String
  ) {
    let guess = DialectGuess(ByteSample(bytes)).encoding
    #expect(guess.value == encoding)
    #expect(guess.certainty == certainty)
    #expect(guess.reason == reason)
  }

  @Test func aCutCharacterAtTheEndOfASampleIsNoFault() {
    let bytes = Array("a,é".utf8.dropLast())
    #expect(DialectGuess(ByteSample(bytes, isWhole: false)).encoding.value == .utf8)
    #expect(DialectGuess(ByteSample(bytes)).encoding.value == .windows1252)
  }

  @Test func obeysTheEncodingAskedForUnlessAMarkSaysOtherwise() {
    let plain = DialectGuess(ByteSample(Array("é".utf8)), encoding: .latin1)
    #expect(plain.encoding.value == .latin1)
    #expect(plain.encoding.reason == "as asked for")
    let marked = DialectGuess(ByteSample([0xFF, 0xFE, 0x61, 0]), encoding: .latin1)
    #expect(marked.encoding.value == .utf16LittleEndian)
  }

  @Test(
    "Line ends",
    arguments: [
      ("a\nb\n", .lineFeed, .likely, "of the sample's lines end 2 in LF"),
      ("a\r\nb\r\n", .carriageReturnLineFeed, .likely, "of the sample's lines end 2 in CRLF"),
      (
        "a\r\nb\nc\r\nd\r", .carriageReturnLineFeed, .unsure,
        "of the sample's lines end 2 in CRLF, 1 in LF, 1 in CR"
      ),
      ("a\rb\r", .lineFeed, .likely, "of the sample's lines end 2 in CR"),
      ("a", .lineFeed, .unsure, "the sample has one line"),
    ] as [(String, LineEnding, Certainty, String)])
  func lineEnds(text: String, value: LineEnding, certainty: Certainty, reason: String) {
    let guess = guess(text).lineEnding
    #expect(guess.value == value)
    #expect(guess.certainty == certainty)
    #expect(guess.reason == reason)
  }

  @Test func seesTheTableThroughTheEncoding() {
    let text = "été;1,5\r\nhiver;2,5\r\n"
    let bytes = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    let guess = DialectGuess(ByteSample(bytes))
    #expect(guess.encoding.value == .utf16BigEndian)
    #expect(guess.delimiter.value == UInt8(ascii: ";"))
    #expect(guess.lineEnding.value == .carriageReturnLineFeed)
  }

  @Test func leavesOutTheLastRecordOfAPart() {
    let whole = "a,b,c\n1,2,3\n4,5,6\n7"
    #expect(guess(whole).delimiter.reason == "3 of 4 records have 3 fields")
    #expect(
      guess(whole, isWhole: false).delimiter.reason == "3 of 3 records have 3 fields")
    // A quote open at the end may be closed in the rest.
    let quoted = guess("a,b\n1,2\n\"3,", isWhole: false)
    #expect(quoted.delimiter.certainty == .likely)
  }

  @Test func tellsAllInLines() {
    #expect(
      guess("name;value\r\n\"a\";1\r\nb;2\r\n").lines == [
        "encoding: UTF-8 (likely: the sample is ASCII)",
        "delimiter: semicolon (likely: 3 of 3 records have 2 fields)",
        "quote: double quote (likely: 1 field starts with it)",
        "header: yes (likely: 1 column has values below a name)",
        "line ends: CRLF (likely: of the sample's lines end 3 in CRLF)",
      ])
  }
}

@Suite struct ByteSampleTests {
  @Test func takesNoMoreThanAsked() throws {
    var source = ByteArraySource(Array("abcdefgh".utf8), chunk: 3)
    let sample = try ByteSample(from: &source, atMost: 5)
    #expect(sample.bytes.count >= 5)
    #expect(!sample.isWhole)
    var reader = DelimitedReader(source, startingWith: sample.bytes)
    #expect(try reader.readRecord())
    #expect(reader.text(0) == "abcdefgh")
  }

  @Test func knowsWhenItIsTheWholeText() throws {
    var source = ByteArraySource(Array("ab".utf8), chunk: 1)
    let sample = try ByteSample(from: &source)
    #expect(sample.bytes == Array("ab".utf8))
    #expect(sample.isWhole)
  }

  @Test func tellsWhyTheSourceFailed() {
    struct Unplugged: Error {}
    var source = ClosureByteSource { _ in throw Unplugged() }
    let error = #expect(throws: DelimitedTextError.self) { try ByteSample(from: &source) }
    #expect(error?.code == .sourceFailed)
    #expect(error?.cause is Unplugged)
  }
}
