import DelimitedText
import Testing

/// Writes records of text fields.
func written(
  _ records: [[String]], _ dialect: Dialect = .csv, safeForSpreadsheets: Bool = false,
  byteOrderMark: Bool = false
) throws -> String {
  var writer = DelimitedWriter(
    ByteArraySink(), dialect: dialect, safeForSpreadsheets: safeForSpreadsheets,
    byteOrderMark: byteOrderMark)
  for record in records {
    for field in record {
      try writer.appendText(field)
      try writer.endField()
    }
    try writer.endRecord()
  }
  return String(decoding: try writer.finish().bytes, as: UTF8.self)
}

@Suite struct DelimitedWriterTests {
  @Test(
    "Quotes stand only where RFC 4180 needs them",
    arguments: [
      ("", ""),
      ("a", "a"),
      ("a b", "a b"),
      (" a ", " a "),
      ("'a'", "'a'"),
      ("a;b\tc|d", "a;b\tc|d"),
      ("a,b", "\"a,b\""),
      (",", "\",\""),
      ("a\nb", "\"a\nb\""),
      ("a\rb", "\"a\rb\""),
      ("\"", "\"\"\"\""),
      ("say \"hi\"", "\"say \"\"hi\"\"\""),
      ("a longer text, with a comma", "\"a longer text, with a comma\""),
      ("a longer text with no comma", "a longer text with no comma"),
      ("été, 漢字", "\"été, 漢字\""),
      ("=1+1", "=1+1"),
    ])
  func quotes(field: String, text: String) throws {
    #expect(try written([["x", field, "y"]]) == "x,\(text),y\n")
  }

  @Test func findsASpecialByteAtEveryPlaceOfEveryLength() throws {
    for length in 1...20 {
      for place in 0..<length {
        for special in [",", "\"", "\r", "\n"] {
          var field = Array(repeating: "z", count: length)
          field[place] = special
          let doubled = field.joined().split(separator: "\"", omittingEmptySubsequences: false)
            .joined(separator: "\"\"")
          #expect(try written([["x", field.joined()]]) == "x,\"\(doubled)\"\n")
        }
      }
    }
  }

  @Test func takesNoOtherByteForSpecial() throws {
    for value: UInt8 in 1..<0x80 where !Array(",\"\r\n".utf8).contains(value) {
      let field = "abc" + String(repeating: String(Unicode.Scalar(value)), count: 9)
      #expect(try written([["x", field]]) == "x,\(field)\n")
    }
  }

  @Test func endsRecordsAsAsked() throws {
    let dialect = try Dialect(lineEnding: .carriageReturnLineFeed)
    #expect(try written([["a", "b"], [], ["", ""]], dialect) == "a,b\r\n\r\n,\r\n")
    #expect(try written([["a", "b"], [], ["", ""]]) == "a,b\n\n,\n")
  }

  @Test func makesAFieldOfSeveralTexts() throws {
    var writer = DelimitedWriter(ByteArraySink())
    try writer.appendText("one")
    try writer.appendText(" \"two\"")
    try writer.appendText("")
    try writer.appendText(" three")
    try writer.endField()
    try writer.appendPlain("12")
    try writer.appendPlain(".5")
    try writer.endField()
    try writer.endRecord()
    let bytes = try writer.finish().bytes
    #expect(String(decoding: bytes, as: UTF8.self) == "\"one \"\"two\"\" three\",12.5\n")
  }

  @Test func endsTheLastFieldWithItsRecord() throws {
    var writer = DelimitedWriter(ByteArraySink())
    try writer.appendText("a")
    try writer.endField()
    try writer.appendText("b")
    try writer.endRecord()
    try writer.appendText("c")
    let bytes = try writer.finish().bytes
    #expect(String(decoding: bytes, as: UTF8.self) == "a,b\nc\n")
  }

  @Test func writesNothingOfNothing() throws {
    #expect(try written([]) == "")
  }

  @Test func writesAByteOrderMarkAndASeparatorLine() throws {
    let dialect = try Dialect(
      delimiter: UInt8(ascii: ";"), lineEnding: .carriageReturnLineFeed, hasSeparatorLine: true)
    #expect(try written([["a", "b"]], dialect, byteOrderMark: true) == "\u{FEFF}sep=;\r\na;b\r\n")
  }

  @Test func quotesAFirstFieldThatWouldBeTakenForSomethingElse() throws {
    #expect(try written([["\u{FEFF}a", "b"]]) == "\"\u{FEFF}a\",b\n")
    #expect(try written([["sep=;"], ["sep=;"]]) == "\"sep=;\"\nsep=;\n")
    #expect(try written([["SEP=", ""]]) == "\"SEP=\",\n")
    #expect(try written([["sepal"], ["\u{FEFF}"]]) == "sepal\n\u{FEFF}\n")
  }

  @Test func refusesWhatADialectWithoutQuotesCannotHold() throws {
    let dialect = try Dialect(delimiter: UInt8(ascii: "\t"), quote: nil)
    #expect(try written([["a\"b", "c"]], dialect) == "a\"b\tc\n")
    for field in ["a\tb", "a\nb", "\r"] {
      let error = #expect(throws: DelimitedTextError.self) { try written([[field]], dialect) }
      #expect(error?.code == .needsQuote)
    }
  }

  @Test func keepsLongFieldsWholeHoweverSmallTheBuffer() throws {
    let long = String(repeating: "0123456789", count: 15_000)
    let records = [
      ["a", long, "b"], [long + ",", "\"" + long], Array(repeating: "cell", count: 40_000),
    ]
    let text = try written(records)
    #expect(Reading(text).texts == records)
  }

  @Test func losesNothingWhicheverActFindsTheBufferFull() throws {
    // Some 64 KiB are written in steps of 42 bytes, from every offset.
    let field = String(repeating: "x", count: 20)
    let lines = String(repeating: "\(field),\(field)\n", count: 1_700)
    for offset in 0..<42 {
      let first = String(repeating: "y", count: offset)
      var writer = DelimitedWriter(ByteArraySink())
      try writer.appendPlain(first)
      try writer.endRecord()
      for _ in 0..<1_700 {
        for _ in 0..<2 {
          try writer.appendPlain(field)
          try writer.endField()
        }
        try writer.endRecord()
      }
      let text = String(decoding: try writer.finish().bytes, as: UTF8.self)
      #expect(text == first + "\n" + lines, "offset \(offset)")
    }
  }

  @Test func keepsSeveralLongTextsInOneQuotedField() throws {
    let long = String(repeating: "x", count: 50_000)
    var writer = DelimitedWriter(ByteArraySink())
    try writer.appendPlain("1")
    try writer.endField()
    for _ in 0..<3 { try writer.appendText(long) }
    try writer.appendText(",")
    try writer.endRecord()
    let text = String(decoding: try writer.finish().bytes, as: UTF8.self)
    #expect(text == "1,\"\(long)\(long)\(long),\"\n")
  }

  @Test func tellsWhyTheSinkFailed() throws {
    struct DiskFull: Error {}
    var writer = DelimitedWriter(ClosureByteSink { _ in throw DiskFull() })
    try writer.appendText("a")
    try writer.endRecord()
    do {
      _ = try writer.finish()
      Issue.record("The sink's error is lost")
    } catch {
      #expect(error.code == .sinkFailed)
      #expect(error.cause is DiskFull)
    }
  }
}
