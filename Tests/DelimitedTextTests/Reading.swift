import DelimitedText

/// All that came of reading a text.
struct Reading {
  var records: [[ReadField]] = []
  var lines: [Int] = []
  var error: DelimitedTextError?

  /// The texts of the fields alone.
  var texts: [[String]] { records.map { $0.map(\.text) } }

  init(
    _ bytes: [UInt8], _ dialect: Dialect = .csv, encoding: TextEncoding = .utf8,
    limits: DelimitedTextLimits = DelimitedTextLimits(), refusesTextAfterQuote: Bool = false,
    splitAt split: Int? = nil, chunk: Int = .max
  ) {
    let head = Array(bytes.prefix(split ?? 0))
    let tail = Array(bytes.dropFirst(split ?? 0))
    var reader = DelimitedReader(
      ByteArraySource(tail, chunk: chunk), dialect: dialect, encoding: encoding, limits: limits,
      refusesTextAfterQuote: refusesTextAfterQuote, startingWith: head)
    do {
      while try reader.readRecord() {
        var record: [ReadField] = []
        for index in 0..<reader.fieldCount {
          record.append(ReadField(text: reader.text(index), isQuoted: reader.isQuoted(index)))
        }
        records.append(record)
        lines.append(reader.line)
      }
    } catch {
      self.error = error
    }
  }

  init(
    _ text: String, _ dialect: Dialect = .csv,
    limits: DelimitedTextLimits = DelimitedTextLimits(), refusesTextAfterQuote: Bool = false,
    chunk: Int = .max
  ) {
    self.init(
      Array(text.utf8), dialect, limits: limits, refusesTextAfterQuote: refusesTextAfterQuote,
      chunk: chunk)
  }
}

/// Every text of up to `length` of some pieces.
func everyText(of pieces: [String], upTo length: Int) -> [String] {
  var all = [""]
  var last = [""]
  for _ in 0..<length {
    last = last.flatMap { text in pieces.map { text + $0 } }
    all += last
  }
  return all
}
