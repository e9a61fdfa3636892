import DelimitedText

/// A field as it should be read.
struct ReadField: Hashable, CustomStringConvertible {
  var text: String
  var isQuoted = false

  var description: String { isQuoted ? "\"\(text)\"" : text }
}

/// The meaning of delimited text, said as plainly as possible and without a thought of speed.
struct ReferenceParser {
  struct UnclosedQuote: Error {}

  private var rest: ArraySlice<Unicode.Scalar>
  private let delimiter: Unicode.Scalar
  private let quote: Unicode.Scalar?

  static func records(_ text: String, _ dialect: Dialect = .csv) throws -> [[ReadField]] {
    var parser = ReferenceParser(text, dialect)
    var records: [[ReadField]] = []
    while !parser.rest.isEmpty { records.append(try parser.record()) }
    return records
  }

  private init(_ text: String, _ dialect: Dialect) {
    rest = Array(text.unicodeScalars)[...]
    delimiter = Unicode.Scalar(dialect.delimiter)
    quote = dialect.quote.map { Unicode.Scalar($0) }
  }

  private mutating func record() throws -> [ReadField] {
    var fields = [try field()]
    while take(delimiter) { fields.append(try field()) }
    if take("\r") { _ = take("\n") } else { _ = take("\n") }
    return fields
  }

  private mutating func field() throws -> ReadField {
    guard let quote, take(quote) else { return ReadField(text: plainText()) }
    var text = ""
    while true {
      guard let next = rest.popFirst() else { throw UnclosedQuote() }
      if next != quote {
        text.unicodeScalars.append(next)
      } else if take(quote) {
        text.unicodeScalars.append(quote)
      } else {
        return ReadField(text: text + plainText(), isQuoted: true)
      }
    }
  }

  private mutating func plainText() -> String {
    var text = ""
    while let next = rest.first, next != delimiter, next != "\r", next != "\n" {
      text.unicodeScalars.append(next)
      rest.removeFirst()
    }
    return text
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard rest.first == scalar else { return false }
    rest.removeFirst()
    return true
  }
}
