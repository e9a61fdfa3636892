internal import DelimitedText

/// Any bytes as delimited text.
public enum DelimitedTextFuzzing {
  private struct Reading: Equatable {
    var records: [[String]] = []
    var error: String?
  }

  /// Guesses the dialect, reads the text in two ways, and writes what was read.
  ///
  /// Two bytes stand before the text: the encoding that was asked for, and how it is read.
  public static func run(_ bytes: [UInt8]) {
    guard bytes.count > 2 else { return }
    let text = Array(bytes[2...])
    let encoding = TextEncoding.allCases[Int(bytes[0]) % TextEncoding.allCases.count]
    let guess = DialectGuess(
      ByteSample(text, isWhole: bytes[0] & 64 == 0),
      encoding: bytes[0] & 128 == 0 ? nil : encoding)
    require(guess.lines.count == 5, "a guess goes untold")
    let isStrict = bytes[1] & 128 != 0
    let whole = read(text, encoding, chunk: .max, isStrict, guess.dialect)
    let pieces = read(text, encoding, chunk: Int(bytes[1] & 7) + 1, isStrict, guess.dialect)
    require(whole == pieces, "\(whole) differs in pieces: \(pieces)")
    writeAndRead(text, guess)
  }

  /// Everything a reader tells of a text, in small limits, so that they are met.
  private static func read(
    _ bytes: [UInt8], _ encoding: TextEncoding, chunk: Int, _ isStrict: Bool, _ dialect: Dialect
  ) -> Reading {
    var reading = Reading()
    var reader = DelimitedReader(
      ByteArraySource(bytes, chunk: chunk), dialect: dialect, encoding: encoding,
      limits: DelimitedTextLimits(fieldBytes: 20, fieldsPerRecord: 6, recordBytes: 40),
      refusesTextAfterQuote: isStrict)
    do {
      while try reader.readRecord() {
        reading.records.append(
          (0..<reader.fieldCount).map {
            "\(reader.isQuoted($0))\(reader.place(ofField: $0))\(reader.text($0))"
          })
      }
    } catch {
      reading.error = "\(error)"
    }
    return reading
  }

  /// What is written of fields has to give the same fields again.
  private static func writeAndRead(_ text: [UInt8], _ guess: DialectGuess) {
    var writer = DelimitedWriter(ByteArraySink(), dialect: guess.dialect)
    var expected: [[[UInt8]]] = []
    var reader = DelimitedReader(
      ByteArraySource(text), dialect: guess.dialect, encoding: guess.encoding.value)
    do {
      while (try? reader.readRecord()) == true {
        var record: [[UInt8]] = []
        for index in 0..<reader.fieldCount {
          try reader.withField(index) { try writer.appendText($0) }
          try writer.endField()
          record.append(Array(reader.text(index).utf8))
        }
        try writer.endRecord()
        expected.append(record)
      }
      var found: [[[UInt8]]] = []
      var again = DelimitedReader(
        ByteArraySource(try writer.finish().bytes), dialect: guess.dialect)
      while try again.readRecord() {
        found.append((0..<again.fieldCount).map { Array(again.text($0).utf8) })
      }
      require(found == expected, "\(expected) was written and read as \(found)")
    } catch {
      require(false, "what was written cannot be read: \(error)")
    }
  }
}
