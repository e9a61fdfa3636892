/// What is wrong with an XML text, and where in it.
///
/// `description` puts the place first where it is known: `3:17: '</row>' closes '<c>'`.
public struct XMLError: Error, Sendable, CustomStringConvertible {
  /// The kind of fault; new kinds may be added without breaking callers.
  public struct Code: Hashable, Sendable {
    private enum Kind: Hashable, Sendable {
      case notWellFormed, documentType, limit, encoding, source
    }
    private let kind: Kind

    /// The text is not well-formed XML.
    public static let notWellFormed = Code(kind: .notWellFormed)
    /// The text has a document type declaration, which packages forbid (ECMA-376 Part 2, 8.1.4).
    public static let documentType = Code(kind: .documentType)
    /// A limit on depth, attributes or length was passed.
    public static let limitExceeded = Code(kind: .limit)
    /// The bytes are not in the encoding the text declares.
    public static let encoding = Code(kind: .encoding)
    /// The bytes could not be had; `cause` says why.
    public static let source = Code(kind: .source)
  }

  /// The kind of fault.
  public var code: Code
  /// What is wrong, one sentence without a full stop.
  public var message: String
  /// The line, counted from 1, where it is known.
  public var line: Int?
  /// The column, counted from 1, where it is known.
  public var column: Int?
  /// The byte offset in the text, counted from 0, where it is known.
  public var offset: UInt64?
  /// The error of the layer below.
  public var cause: (any Error)?

  /// Makes an error from its facts.
  public init(_ code: Code, _ message: String, offset: UInt64? = nil) {
    self.code = code
    self.message = message
    self.offset = offset
  }

  /// The sentence a person reads.
  public var description: String {
    if code == .source, let cause { return "\(cause)" }
    if let line, let column { return "\(line):\(column): \(message)" }
    if let offset { return "byte \(offset): \(message)" }
    return message
  }
}

/// The sentences of the module.
extension XMLError {
  static func malformed(_ message: String, at offset: UInt64? = nil) -> XMLError {
    XMLError(.notWellFormed, message, offset: offset)
  }
  static func documentType(at offset: UInt64? = nil) -> XMLError {
    XMLError(
      .documentType, "a document type declaration (DOCTYPE) is not allowed in a workbook",
      offset: offset)
  }
  static func depth(_ limit: Int, at offset: UInt64? = nil) -> XMLError {
    XMLError(
      .limitExceeded, "elements nest deeper than \(limit), the limit ReadLimits.depth",
      offset: offset)
  }
  static func attributes(_ limit: Int, at offset: UInt64? = nil) -> XMLError {
    XMLError(
      .limitExceeded,
      "an element has more than \(limit) attributes, the limit ReadLimits.attributes",
      offset: offset)
  }
  static func declarations(at offset: UInt64? = nil) -> XMLError {
    XMLError(
      .limitExceeded, "more than \(XMLName.mostDeclared) namespaces are declared at once",
      offset: offset)
  }
  static func namespaces(at offset: UInt64? = nil) -> XMLError {
    XMLError(
      .limitExceeded, "more than \(XMLName.mostNamespaces) different namespaces are declared",
      offset: offset)
  }
  static func longName(at offset: UInt64? = nil) -> XMLError {
    XMLError(
      .limitExceeded, "a name or namespace takes more than \(XMLName.longest) bytes", offset: offset
    )
  }
  static func parserLimit() -> XMLError {
    XMLError(
      .limitExceeded,
      "a text, tag or name is longer, or elements nest deeper, than libxml2 reads: 10,000,000 bytes "
        + "and 256 elements; shorten it where the file was made")
  }
  static func length(_ limit: Int, at offset: UInt64? = nil) -> XMLError {
    XMLError(
      .limitExceeded,
      "one row, text or tag takes more than \(limit) bytes, the limit ReadLimits.rowBytes",
      offset: offset)
  }
  package static func source(_ cause: any Error) -> XMLError {
    var error = XMLError(.source, "the bytes could not be read")
    error.cause = cause
    return error
  }
  static func utf8(at offset: UInt64? = nil) -> XMLError {
    XMLError(.encoding, "the bytes are not valid UTF-8", offset: offset)
  }
}
