import DelimitedText
import Testing

@Suite struct DelimitedReaderTests {
  @Test(
    "Records and fields",
    arguments: [
      ("", []),
      ("a", [["a"]]),
      ("a\n", [["a"]]),
      ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
      ("a,b\n1,2", [["a", "b"], ["1", "2"]]),
      ("a,", [["a", ""]]),
      (",", [["", ""]]),
      (",,\n,", [["", "", ""], ["", ""]]),
      // Every line end, alone and mixed.
      ("a\r\nb\rc\nd", [["a"], ["b"], ["c"], ["d"]]),
      ("a\n\rb", [["a"], [""], ["b"]]),
      ("a\r\r\nb", [["a"], [""], ["b"]]),
      ("a\r", [["a"]]),
      // Blank lines keep their place.
      ("\n", [[""]]),
      ("\n\na\n\n", [[""], [""], ["a"], [""]]),
      // Quotes.
      ("\"a\"", [["a"]]),
      ("\"\"", [[""]]),
      ("\"\",\"\"\n", [["", ""]]),
      ("\"a,b\",c", [["a,b", "c"]]),
      ("\"a\nb\",c\n\"d\r\ne\"", [["a\nb", "c"], ["d\r\ne"]]),
      ("\"say \"\"hi\"\"\"", [["say \"hi\""]]),
      ("\"\"\"\"", [["\""]]),
      ("\"a\"\r\n\"b\"\r\n", [["a"], ["b"]]),
      // Quotes where they mean nothing.
      ("a\"b\"c,5\" pipe", [["a\"b\"c", "5\" pipe"]]),
      ("a, \"b\"", [["a", " \"b\""]]),
      // Text after a closing quote.
      ("\"a\"b,c", [["ab", "c"]]),
      ("\"a\"\"b\"c\"d\",e", [["a\"bc\"d\"", "e"]]),
      ("\"a\" \nb", [["a "], ["b"]]),
      // Ragged rows.
      ("a,b,c\n1\n1,2,3,4\n", [["a", "b", "c"], ["1"], ["1", "2", "3", "4"]]),
      // Blanks are kept.
      (" a , b ", [[" a ", " b "]]),
      // Beyond ASCII.
      ("é,漢字,😀\nü", [["é", "漢字", "😀"], ["ü"]]),
    ] as [(String, [[String]])])
  func recordsAndFields(text: String, records: [[String]]) {
    for chunk in [1, 2, 3, .max] {
      let reading = Reading(text, chunk: chunk)
      #expect(reading.texts == records, "chunks of \(chunk)")
      #expect(reading.error == nil)
    }
  }

  @Test func everyDelimiterQuoteAndLineEndMeansTheSame() throws {
    for delimiter in Array(",;\t| :^a".utf8) {
      for quote in Array("\"'`~".utf8) {
        for lineEnd in ["\n", "\r\n", "\r"] {
          let dialect = try Dialect(delimiter: delimiter, quote: quote)
          let d = String(Unicode.Scalar(delimiter))
          let q = String(Unicode.Scalar(quote))
          let text =
            "x\(d)\(q)y\(d)\(q)\(q)\(lineEnd)\(q)\(d)\(lineEnd)"
            + "\(d)\(q)\(q)\(d)z\(q)\(lineEnd)"
          let reading = Reading(text, dialect)
          #expect(
            reading.texts == [
              ["x", "y\(d)\(q)\(lineEnd)", ""],
              ["", "", "z\(q)"],
            ], "\(text.debugDescription)")
          #expect(reading.lines == [1, 3])
          #expect(reading.error == nil)
        }
      }
    }
  }

  @Test func aDialectWithoutQuoteTakesQuotesAsText() throws {
    let dialect = try Dialect(delimiter: UInt8(ascii: "\t"), quote: nil)
    let reading = Reading("\"a\tb\"\n\"\"\"\n", dialect)
    #expect(reading.texts == [["\"a", "b\""], ["\"\"\""]])
    #expect(reading.records.joined().allSatisfy { !$0.isQuoted })
  }

  @Test func tellsWhichFieldsWereQuoted() {
    let reading = Reading("\"007\",007,\"a\"\"b\",\"c\"d\n")
    #expect(reading.records.first?.map(\.isQuoted) == [true, false, true, true])
    #expect(Reading("\"\"").records.first?.map(\.isQuoted) == [true])
  }

  @Test func countsLinesAndRecords() throws {
    var reader = DelimitedReader(
      ByteArraySource(Array("a\r\n\"b\r\nc\rd\ne\"\r\n\nf".utf8)))
    var seen: [[Int]] = []
    #expect(reader.recordNumber == 0)
    #expect(reader.fieldCount == 0)
    while try reader.readRecord() { seen.append([reader.recordNumber, reader.line]) }
    #expect(seen == [[1, 1], [2, 2], [3, 6], [4, 7]])
  }

  @Test func tellsWhereAFieldStarts() throws {
    var reader = DelimitedReader(ByteArraySource(Array("é,\"x\ny\",\"\"\"z\"\"\",w\n1,2\n".utf8)))
    #expect(try reader.readRecord())
    #expect((0..<4).map { reader.place(ofField: $0).line } == [1, 1, 2, 2])
    #expect((0..<4).map { reader.place(ofField: $0).column } == [1, 3, 4, 12])
    #expect(try reader.readRecord())
    #expect(reader.place(ofField: 1) == (3, 3))
  }

  @Test func staysAtTheEnd() throws {
    var reader = DelimitedReader(ByteArraySource(Array("a".utf8)))
    #expect(try reader.readRecord())
    #expect(try !reader.readRecord())
    #expect(try !reader.readRecord())
  }

  @Test func throwsTheSameErrorAgain() {
    var reader = DelimitedReader(ByteArraySource(Array("a\n\"b".utf8)))
    #expect(throws: Never.self) { try reader.readRecord() }
    for _ in 0..<2 {
      let error = #expect(throws: DelimitedTextError.self) { try reader.readRecord() }
      #expect(error?.code == .unclosedQuote)
    }
  }

  @Test func skipsASeparatorLine() throws {
    let dialect = try Dialect(delimiter: UInt8(ascii: ";"), hasSeparatorLine: true)
    let reading = Reading("sep=;\r\na;b\r\n", dialect)
    #expect(reading.texts == [["a", "b"]])
    #expect(reading.lines == [2])
    #expect(Reading("SEP=;", dialect).texts == [])
    // Only a first line that is one is left out, and only if the dialect says so.
    #expect(Reading("a;b\nsep=;\n", dialect).texts == [["a", "b"], ["sep=", ""]])
    #expect(Reading("sep=;\n").texts == [["sep=;"]])
  }

  @Test func givesEachFieldInTurn() throws {
    var reader = DelimitedReader(ByteArraySource(Array("ab,\"c\"\"d\",\n".utf8)))
    var seen: [String] = []
    while try reader.readRecord() {
      reader.forEachField { index, bytes, isQuoted in
        let text = bytes.indices.map { String(Unicode.Scalar(bytes[$0])) }.joined()
        seen.append("\(index) \(text) \(isQuoted)")
      }
    }
    #expect(seen == ["0 ab false", "1 c\"d true", "2  false"])
  }

  @Test func readsRecordsLongerThanAnyChunk() {
    let long = String(repeating: "0123456789", count: 40_000)
    let wide = Array(repeating: "x", count: 3_000)
    let text = "\(long),\"\(long)\n\"\"\(long)\"\n" + wide.joined(separator: ",") + "\nend\n"
    for chunk in [70_001, .max] {
      let reading = Reading(text, chunk: chunk)
      #expect(reading.texts == [[long, "\(long)\n\"\(long)"], wide, ["end"]])
    }
  }

  @Test func readsTheSampleBeforeTheSource() {
    let text = "a,b\n1,2\n3,4\n"
    for split in 0...text.utf8.count {
      let reading = Reading(Array(text.utf8), splitAt: split)
      #expect(reading.texts == [["a", "b"], ["1", "2"], ["3", "4"]], "split at \(split)")
    }
  }
}
