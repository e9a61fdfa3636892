/// How the fields and records of a delimited text are set apart.
///
/// Delimiter and quote are single ASCII bytes, so that they mean the same in every encoding once the
/// text is UTF-8. The default is RFC 4180 with Unix line ends: comma, double quote, LF.
///
///     let dialect = try Dialect(delimiter: UInt8(ascii: ";"), lineEnding: .carriageReturnLineFeed)
public struct Dialect: Sendable, Hashable {
  /// The byte between two fields of a record.
  public let delimiter: UInt8

  /// The byte around a field that holds a delimiter, a quote or a line end; nil when there is none,
  /// so that every quote is text, as in `text/tab-separated-values`.
  public let quote: UInt8?

  /// The bytes written at the end of each record; reading accepts every kind.
  public var lineEnding: LineEnding

  /// Whether the first record names the columns, or nil when that is not known.
  ///
  /// Neither the reader nor the writer acts on it: a header is a record like the others.
  public var hasHeader: Bool?

  /// Whether the first line is `sep=` and the delimiter, as Excel reads and writes it.
  ///
  /// The reader skips such a line when it is there; the writer puts it before the first record.
  public var hasSeparatorLine: Bool

  /// Comma, double quote, LF: what RFC 4180 describes, with Unix line ends.
  public static let csv = Dialect(checkedDelimiter: ASCII.comma)

  /// Tab, double quote, LF: what Excel calls text, tab delimited.
  public static let tsv = Dialect(checkedDelimiter: ASCII.tab)

  /// Makes a dialect out of any two different bytes that can stand in it.
  ///
  /// - Parameters:
  ///   - delimiter: The byte between fields; a comma when left out.
  ///   - quote: The byte around fields, or nil for none; a double quote when left out.
  ///   - lineEnding: What the writer puts after each record; LF when left out.
  ///   - hasHeader: Whether the first record names the columns, if known.
  ///   - hasSeparatorLine: Whether the first line is Excel's `sep=` line.
  /// - Throws: ``DelimitedTextError`` with code `.unusableDialect` when delimiter and quote are the
  ///   same, or one of them is a line end, NUL or no ASCII character.
  public init(
    delimiter: UInt8 = UInt8(ascii: ","), quote: UInt8? = UInt8(ascii: "\""),
    lineEnding: LineEnding = .lineFeed, hasHeader: Bool? = nil, hasSeparatorLine: Bool = false
  ) throws(DelimitedTextError) {
    guard Self.canSeparate(delimiter) else { throw .unusableByte(delimiter, as: "delimiter") }
    if let quote {
      guard Self.canSeparate(quote) else { throw .unusableByte(quote, as: "quote") }
      guard quote != delimiter else { throw .delimiterIsQuote(delimiter) }
    }
    self.init(
      checkedDelimiter: delimiter, quote: quote, lineEnding: lineEnding, hasHeader: hasHeader,
      hasSeparatorLine: hasSeparatorLine)
  }

  /// Makes a dialect of bytes known to be usable.
  init(
    checkedDelimiter delimiter: UInt8, quote: UInt8? = ASCII.doubleQuote,
    lineEnding: LineEnding = .lineFeed, hasHeader: Bool? = nil, hasSeparatorLine: Bool = false
  ) {
    self.delimiter = delimiter
    self.quote = quote
    self.lineEnding = lineEnding
    self.hasHeader = hasHeader
    self.hasSeparatorLine = hasSeparatorLine
  }

  /// Whether a byte can be delimiter or quote.
  static func canSeparate(_ byte: UInt8) -> Bool {
    byte < 0x80 && byte != ASCII.nul && byte != ASCII.lineFeed && byte != ASCII.carriageReturn
  }
}

extension Dialect {
  /// The delimiter a person means by a word or a character.
  ///
  /// Understands any one ASCII character, `\t`, and the words `comma`, `semicolon`, `tab`, `pipe` and
  /// `space` in any case.
  ///
  /// - Parameter name: What the person wrote, such as `;` or `tab`.
  /// - Returns: The byte, or nil when the name is neither a known word nor one usable character.
  public static func delimiter(named name: String) -> UInt8? {
    switch name.lowercased() {
    case "comma": return ASCII.comma
    case "semicolon": return ASCII.semicolon
    case "tab", "\\t": return ASCII.tab
    case "pipe": return ASCII.pipe
    case "space": return ASCII.space
    default:
      guard name.utf8.count == 1, let byte = name.utf8.first, canSeparate(byte) else { return nil }
      return byte
    }
  }

  /// The name of a delimiter or quote for a person: `comma`, `tab`, or the character in quotes.
  static func name(of byte: UInt8) -> String {
    switch byte {
    case ASCII.comma: "comma"
    case ASCII.semicolon: "semicolon"
    case ASCII.tab: "tab"
    case ASCII.pipe: "pipe"
    case ASCII.space: "space"
    case ASCII.doubleQuote: "double quote"
    case ASCII.apostrophe: "apostrophe"
    case 0x21...0x7E: "'\(Character(Unicode.Scalar(byte)))'"
    default: "byte \(hexadecimal(byte))"
    }
  }
}

/// Two hexadecimal digits, such as `E9`.
func hexadecimal(_ byte: UInt8) -> String {
  let digits = String(byte, radix: 16, uppercase: true)
  return byte < 0x10 ? "0" + digits : digits
}
