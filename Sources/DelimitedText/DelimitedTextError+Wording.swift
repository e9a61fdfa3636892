/// A place in a text: line and column, both from one, the column in Unicode scalars.
typealias TextPlace = (line: Int, column: Int)

// Every sentence of the module stands in this file.
extension DelimitedTextError {
  static func unclosedQuote(at place: TextPlace) -> DelimitedTextError {
    make(.unclosedQuote, "the quote opened here is never closed", place)
  }

  static func textAfterQuote(at place: TextPlace) -> DelimitedTextError {
    make(
      .textAfterQuote,
      "text follows the closing quote; double the quote, or move it to the end of the field", place)
  }

  static func fault(_ fault: TextFault, at place: TextPlace) -> DelimitedTextError {
    switch fault {
    case .nul:
      make(
        .nulCharacter,
        "a NUL character is not text; if this is a text file, name the encoding it is in", place)
    case .invalidByte(let byte):
      make(
        .invalidEncoding,
        "the byte \(hexadecimal(byte)) is not UTF-8; name the encoding the text is in, "
          + "such as windows-1252", place)
    case .loneSurrogate(let unit, let encoding):
      make(
        .invalidEncoding,
        "the unit \(hexadecimal(UInt8(unit >> 8)))\(hexadecimal(UInt8(unit & 0xFF))) is half of "
          + "a \(encoding) pair; name the encoding the text is in", place)
    case .cutShort(let encoding):
      make(.invalidEncoding, "the text ends in the middle of a \(encoding) character", place)
    }
  }

  static func fieldTooLong(
    limit: Int, isQuoted: Bool, at place: TextPlace
  ) -> DelimitedTextError {
    let advice = isQuoted ? "look for the quote that should close it" : "check the delimiter"
    return make(
      .fieldTooLong,
      "the field that begins here is longer than \(grouped(limit)) bytes; \(advice)", place)
  }

  static func tooManyFields(
    limit: Int, delimiter: UInt8, at place: TextPlace
  ) -> DelimitedTextError {
    make(
      .tooManyFields,
      "the record has more than \(grouped(limit)) fields; "
        + "check that \(Dialect.name(of: delimiter)) is the delimiter", place)
  }

  static func recordTooLong(limit: Int, at place: TextPlace) -> DelimitedTextError {
    make(
      .recordTooLong,
      "the record that begins here is longer than \(grouped(limit)) bytes; "
        + "look for a quote that is not closed", place)
  }

  static func unusableByte(_ byte: UInt8, as role: String) -> DelimitedTextError {
    make(
      .unusableDialect,
      "the \(role) cannot be byte \(hexadecimal(byte)); use one ASCII character "
        + "other than NUL and the line ends")
  }

  static func delimiterIsQuote(_ byte: UInt8) -> DelimitedTextError {
    make(
      .unusableDialect,
      "delimiter and quote cannot both be \(Dialect.name(of: byte)); change one of them")
  }

  static func needsQuote() -> DelimitedTextError {
    make(
      .needsQuote,
      "a field holds the delimiter or a line end, and this dialect has no quote; choose one")
  }

  static func sourceFailed(_ cause: any Error) -> DelimitedTextError {
    make(.sourceFailed, "the text could not be read to its end", cause: cause)
  }

  @usableFromInline
  static func sinkFailed(_ cause: any Error) -> DelimitedTextError {
    make(.sinkFailed, "the text could not be written", cause: cause)
  }

  private static func make(
    _ code: Code, _ message: String, _ place: TextPlace? = nil, cause: (any Error)? = nil
  ) -> DelimitedTextError {
    DelimitedTextError(
      code: code, message: message, line: place?.line, column: place?.column, cause: cause)
  }

  /// A count with commas between its thousands, such as `16,777,216`.
  private static func grouped(_ count: Int) -> String {
    var text = ""
    for (index, digit) in String(count).reversed().enumerated() {
      if index > 0, index % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return String(text.reversed())
  }
}
