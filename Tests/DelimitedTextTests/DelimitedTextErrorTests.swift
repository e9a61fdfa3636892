import DelimitedText
import TestSupport
import Testing

@Suite struct DelimitedTextErrorTests {
  /// What a text is refused with, or nil.
  private func refusal(
    _ bytes: [UInt8], encoding: TextEncoding = .utf8,
    limits: DelimitedTextLimits = DelimitedTextLimits(), refusesTextAfterQuote: Bool = false,
    chunk: Int = .max
  ) -> DelimitedTextError? {
    Reading(
      bytes, encoding: encoding, limits: limits, refusesTextAfterQuote: refusesTextAfterQuote,
      chunk: chunk
    ).error
  }

  @Test(
    "What is no text is refused by line and column",
    arguments: [
      ("a\n1,\"b", "2:3: the quote opened here is never closed"),
      ("\"", "1:1: the quote opened here is never closed"),
      ("é,\"a\r\nb\",\"c\r\n", "2:4: the quote opened here is never closed"),
      ("a\r\rb,\"\"\"\n", "3:3: the quote opened here is never closed"),
      (
        "a,b\u{0}c\n",
        "1:4: a NUL character is not text; if this is a text file, name the encoding it is in"
      ),
      (
        "\"é\n\u{0}\"",
        "2:1: a NUL character is not text; if this is a text file, name the encoding it is in"
      ),
      (
        "a long line of text, in which something stands that is \u{0} and goes on",
        "1:56: a NUL character is not text; if this is a text file, name the encoding it is in"
      ),
    ])
  func refusesWhatIsNoText(text: String, message: String) {
    for chunk in [1, 2, 5, .max] {
      #expect(refusal(Array(text.utf8), chunk: chunk)?.description == message)
    }
  }

  @Test(
    "Bytes that mean nothing are refused by line and column",
    arguments: [
      (
        .utf8, Array("a,b\né".utf8) + [0xE9, 0x2C, 0x61],
        "2:2: the byte E9 is not UTF-8; name the encoding the text is in, such as windows-1252"
      ),
      (
        .utf8, [0x80],
        "1:1: the byte 80 is not UTF-8; name the encoding the text is in, such as windows-1252"
      ),
      (
        .utf8, [0xC0, 0x80],
        "1:1: the byte C0 is not UTF-8; name the encoding the text is in, such as windows-1252"
      ),
      (.utf8, [0x61, 0xE2, 0x82], "1:2: the text ends in the middle of a UTF-8 character"),
      (
        .utf16LittleEndian, [0x61, 0, 0x00, 0xDC, 0x61, 0],
        "1:2: the unit DC00 is half of a UTF-16LE pair; name the encoding the text is in"
      ),
      (
        .utf16BigEndian, [0, 0x0A, 0xD8, 0x00, 0, 0x61],
        "2:1: the unit D800 is half of a UTF-16BE pair; name the encoding the text is in"
      ),
      (
        .utf16LittleEndian, [0x61, 0, 0x62],
        "1:2: the text ends in the middle of a UTF-16LE character"
      ),
      (
        .utf16BigEndian, [0, 0x61, 0xD8, 0x3D],
        "1:2: the text ends in the middle of a UTF-16BE character"
      ),
      (
        .utf16LittleEndian, [0x61, 0, 0, 0],
        "1:2: a NUL character is not text; if this is a text file, name the encoding it is in"
      ),
      (
        .windows1252, [0x61, 0x0D, 0x80, 0],
        "2:2: a NUL character is not text; if this is a text file, name the encoding it is in"
      ),
    ] as [(TextEncoding, [UInt8], String)])
  func refusesBytesThatMeanNothing(encoding: TextEncoding, bytes: [UInt8], message: String) {
    for chunk in [1, 2, 5, .max] {
      #expect(refusal(bytes, encoding: encoding, chunk: chunk)?.description == message)
    }
  }

  @Test func deliversTheRecordsBeforeAFault() {
    let reading = Reading(Array("a,b\n1,2\n3,".utf8) + [0xFF] + Array("\n4,5\n".utf8))
    #expect(reading.texts == [["a", "b"], ["1", "2"]])
    #expect(reading.error?.line == 3)
    #expect(reading.error?.column == 3)
  }

  @Test func refusesTextAfterAQuoteIfAsked() {
    let message =
      "2:4: text follows the closing quote; "
      + "double the quote, or move it to the end of the field"
    for chunk in [1, 3, .max] {
      let error = refusal(
        Array("x\n\"é\" z,a\n".utf8), refusesTextAfterQuote: true, chunk: chunk)
      #expect(error?.code == .textAfterQuote)
      #expect(error?.description == message)
    }
    #expect(refusal(Array("\"a\",\"b\"\r\n\"c\"".utf8), refusesTextAfterQuote: true) == nil)
  }

  @Test(
    "Limits",
    arguments: [
      // Just within each limit: 6 bytes a field, 4 fields and 12 bytes a record.
      ("123456\n123456\r\n123456\r123456", nil),
      ("\"1234\"\n", nil),
      ("a,b,c,d\na,b,c,d", nil),
      ("12345,123456\r\n12345,123456", nil),
      // Just past it.
      (
        "x\ny,1234567\n",
        "2:3: the field that begins here is longer than 6 bytes; check the delimiter"
      ),
      (
        "1234567", "1:1: the field that begins here is longer than 6 bytes; check the delimiter"
      ),
      (
        "a,\"12345\"",
        "1:3: the field that begins here is longer than 6 bytes; "
          + "look for the quote that should close it"
      ),
      (
        "a,\"\n\n\n\n\n\n\n\n\n\n\n\n",
        "1:3: the field that begins here is longer than 6 bytes; "
          + "look for the quote that should close it"
      ),
      ("a,b,c,d,", "1:9: the record has more than 4 fields; check that comma is the delimiter"),
      (
        "\na,b,c,d,e\n", "2:9: the record has more than 4 fields; check that comma is the delimiter"
      ),
      (
        "x\n12345,123456,\n",
        "2:1: the record that begins here is longer than 12 bytes; "
          + "look for a quote that is not closed"
      ),
      (
        "12345,1234567",
        "1:7: the field that begins here is longer than 6 bytes; check the delimiter"
      ),
      (
        "123456,1234567",
        "1:1: the record that begins here is longer than 12 bytes; "
          + "look for a quote that is not closed"
      ),
    ] as [(String, String?)])
  func limits(text: String, message: String?) {
    let limits = DelimitedTextLimits(fieldBytes: 6, fieldsPerRecord: 4, recordBytes: 12)
    for chunk in [1, 2, 3, 7, .max] {
      let error = refusal(Array(text.utf8), limits: limits, chunk: chunk)
      #expect(error?.description == message, "chunks of \(chunk)")
    }
  }

  @Test func writesLargeLimitsInThousands() {
    let limits = DelimitedTextLimits(fieldBytes: 1_234)
    let text = Array(repeating: UInt8(ascii: "x"), count: 1_235)
    #expect(
      refusal(text, limits: limits)?.message
        == "the field that begins here is longer than 1,234 bytes; check the delimiter")
  }

  @Test func takesUnusableLimitsAsTheNearestUsable() {
    let limits = DelimitedTextLimits(fieldBytes: -1, fieldsPerRecord: 0, recordBytes: .min)
    #expect(refusal([0x61], limits: limits) == nil)
    #expect(refusal([0x61, 0x62], limits: limits)?.code == .fieldTooLong)
    #expect(
      refusal(
        [0x61],
        limits: DelimitedTextLimits(
          fieldBytes: .max, fieldsPerRecord: .max, recordBytes: .max)) == nil)
  }

  @Test func tellsWhyTheSourceFailed() {
    struct Unplugged: Error, CustomStringConvertible {
      var description: String { "the cable is out" }
    }
    var calls = 0
    var reader = DelimitedReader(
      ClosureByteSource { buffer in
        calls += 1
        guard calls == 1 else { throw Unplugged() }
        for byte in "a\nb".utf8 { buffer.append(byte) }
      })
    #expect(throws: Never.self) { try reader.readRecord() }
    let error = #expect(throws: DelimitedTextError.self) { try reader.readRecord() }
    #expect(error?.code == .sourceFailed)
    #expect(error?.cause is Unplugged)
    #expect(error?.description == "the text could not be read to its end: the cable is out")
  }

  @Test func saysWhatDialectsCannotBe() {
    func message(_ delimiter: UInt8, _ quote: UInt8?) -> String? {
      let error = #expect(throws: DelimitedTextError.self) {
        try Dialect(delimiter: delimiter, quote: quote)
      }
      #expect(error?.code == .unusableDialect)
      return error?.description
    }
    #expect(
      message(0x0A, 0x22)
        == "the delimiter cannot be byte 0A; "
        + "use one ASCII character other than NUL and the line ends")
    #expect(
      message(0x2C, 0xE9)
        == "the quote cannot be byte E9; use one ASCII character other than NUL and the line ends")
    #expect(
      message(0x2C, 0x2C) == "delimiter and quote cannot both be comma; change one of them")
  }

  @Test func saysWhatNeedsAQuote() throws {
    let dialect = try Dialect(quote: nil)
    let error = #expect(throws: DelimitedTextError.self) { try written([["a,b"]], dialect) }
    #expect(
      error?.description
        == "a field holds the delimiter or a line end, and this dialect has no quote; choose one")
  }

  @Test func codesHaveNames() {
    #expect(DelimitedTextError.Code.unclosedQuote.description == "unclosedQuote")
    #expect(DelimitedTextError.Code.sinkFailed != .sourceFailed)
  }

  /// The bytes of a table cut at each length end well or in an error.
  @Test(arguments: TextEncoding.allCases)
  func survivesEveryCut(encoding: TextEncoding) {
    let bytes = Array("sep=,\r\n\"é\"\"漢\",=1,\r\n😀,\"\r\n\"x,y\n".utf8)
    for length in 0...bytes.count {
      let reading = Reading(Array(bytes.prefix(length)), encoding: encoding)
      #expect(reading.error != nil || reading.records.count <= 6)
    }
  }

  /// Whatever the bytes are, the answer is records or an error.
  @Test(arguments: TextEncoding.allCases)
  func survivesAnyBytes(encoding: TextEncoding) {
    var random = SplitMix(seed: 53)
    for _ in 0..<300 {
      let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in
        Bool.random(using: &random)
          ? UInt8.random(in: 0...255, using: &random)
          : Array(",\"\r\n;a".utf8).randomElement(using: &random) ?? 0
      }
      let whole = Reading(bytes, encoding: encoding)
      let pieces = Reading(bytes, encoding: encoding, chunk: 1)
      #expect(whole.records == pieces.records)
      #expect(whole.error?.description == pieces.error?.description)
      _ = DialectGuess(ByteSample(bytes)).lines
      _ = DialectGuess(ByteSample(bytes, isWhole: false), encoding: encoding).lines
    }
  }
}
