/// What a sample of a delimited text says about its encoding and dialect.
///
/// Each part comes with its certainty and reason, so that a person can be shown what was assumed:
///
///     for line in DialectGuess(sample).lines { print(line) }
///     // encoding: UTF-8 (likely: the sample is well-formed, with characters beyond ASCII)
///     // delimiter: semicolon (likely: 12 of 12 records have 5 fields)
///     // …
public struct DialectGuess: Sendable {
  /// The encoding: by byte order mark, zero bytes or well-formedness.
  public let encoding: Guess<TextEncoding>

  /// Comma, semicolon, tab or pipe; a comma when the sample has none of them.
  public let delimiter: Guess<UInt8>

  /// The double quote or the apostrophe.
  public let quote: Guess<UInt8>

  /// Whether the first record names the columns.
  public let header: Guess<Bool>

  /// The line end most lines have.
  public let lineEnding: Guess<LineEnding>

  /// Whether the first line is Excel's `sep=` line, which is no record.
  public let hasSeparatorLine: Bool

  /// Guesses from a sample.
  ///
  /// - Parameters:
  ///   - sample: The text's first bytes; no more than about 64 KiB tell anything new.
  ///   - encoding: The encoding, if someone said it; a byte order mark still decides against it.
  ///   - delimiter: The delimiter, if someone said it; one that cannot be used is passed over.
  ///   - expected: The delimiter the file's name suggests, for when the sample has none.
  /// - Complexity: O(*n*) in the bytes of the sample.
  public init(
    _ sample: ByteSample, encoding: TextEncoding? = nil, delimiter: UInt8? = nil,
    expecting expected: UInt8? = nil
  ) {
    self.encoding = EncodingGuess.guess(sample, asked: encoding)
    var text = sample.decoded(as: self.encoding.value).text
    let lineEnding = LineEndingGuess.guess(text)

    let separator = SeparatorLine(startOf: text)
    hasSeparatorLine = separator != nil
    if let separator { text.removeFirst(separator.length) }

    let chosen = DelimiterGuess.guess(
      text, isWhole: sample.isWhole, stated: separator?.delimiter,
      asked: delimiter.flatMap { Dialect.canSeparate($0) ? $0 : nil },
      expected: expected.flatMap { Dialect.canSeparate($0) ? $0 : nil })
    self.delimiter = chosen.delimiter
    self.quote = chosen.quote
    self.lineEnding = lineEnding
    self.header = HeaderGuess.guess(chosen.records)
  }

  /// The dialect put together from the guesses.
  public var dialect: Dialect {
    Dialect(
      checkedDelimiter: delimiter.value, quote: quote.value, lineEnding: lineEnding.value,
      hasHeader: header.value, hasSeparatorLine: hasSeparatorLine)
  }

  /// One line for each guess: what it is, the value, the certainty, the reason.
  public var lines: [String] {
    func line<Value>(_ what: String, _ value: String, _ guess: Guess<Value>) -> String {
      "\(what): \(value) (\(guess.certainty): \(guess.reason))"
    }
    return [
      line("encoding", encoding.value.description, encoding),
      line("delimiter", Dialect.name(of: delimiter.value), delimiter),
      line("quote", Dialect.name(of: quote.value), quote),
      line("header", header.value ? "yes" : "no", header),
      line("line ends", lineEnding.value.description, lineEnding),
    ]
  }
}

/// Excel's first line that names the delimiter: `sep=;`.
struct SeparatorLine {
  let delimiter: UInt8

  /// The bytes of the line with its end.
  let length: Int

  /// Finds the line, or nil when the text starts otherwise.
  init?(startOf text: [UInt8]) {
    guard text.count >= 5,
      text[..<4].elementsEqual("sep=".utf8, by: { $0 | 0x20 == $1 }),
      Dialect.canSeparate(text[4])
    else { return nil }
    delimiter = text[4]
    let end = text[5...]
    if end.isEmpty {
      length = 5
    } else if end.starts(with: [ASCII.carriageReturn, ASCII.lineFeed]) {
      length = 7
    } else if end.first == ASCII.lineFeed || end.first == ASCII.carriageReturn {
      length = 6
    } else {
      return nil
    }
  }
}

/// Tells which line end most lines have.
enum LineEndingGuess {
  static func guess(_ text: [UInt8]) -> Guess<LineEnding> {
    var pairs = 0
    var lineFeeds = 0
    var carriageReturns = 0
    var last: UInt8 = 0
    for byte in text {
      if byte == ASCII.carriageReturn {
        carriageReturns += 1
      } else if byte == ASCII.lineFeed {
        if last == ASCII.carriageReturn {
          carriageReturns -= 1
          pairs += 1
        } else {
          lineFeeds += 1
        }
      }
      last = byte
    }
    let value: LineEnding = pairs > lineFeeds ? .carriageReturnLineFeed : .lineFeed
    let kinds = [(pairs, "CRLF"), (lineFeeds, "LF"), (carriageReturns, "CR")].filter { $0.0 > 0 }
    guard !kinds.isEmpty else {
      return Guess(value, .unsure, because: "the sample has one line")
    }
    let counts = kinds.map { "\($0.0) in \($0.1)" }.joined(separator: ", ")
    return Guess(
      value, kinds.count == 1 ? .likely : .unsure, because: "of the sample's lines end \(counts)")
  }
}
