/// Why a delimited text could not be read or written, and where.
///
///     measures.csv: 14:9: the quote opened here is never closed
///
/// The file's name is the caller's to add.
public struct DelimitedTextError: Error {
  /// What kind of fault it is.
  public var code: Code

  /// What failed and what to do, in one sentence without a final stop.
  public var message: String

  /// The line of the text, from one; nil when the fault has no place.
  ///
  /// A line ends at LF, CR or CR LF, also within quotes.
  public var line: Int?

  /// The column on that line in Unicode scalars, from one; nil when the fault has no place.
  public var column: Int?

  /// The error of the source or sink, when that is what failed.
  public var cause: (any Error)?

  /// Makes an error.
  ///
  /// - Parameters:
  ///   - code: The kind of fault.
  ///   - message: What failed and what to do, in one sentence.
  ///   - line: The line, from one.
  ///   - column: The column in Unicode scalars, from one.
  ///   - cause: The error below this one.
  public init(
    code: Code, message: String, line: Int? = nil, column: Int? = nil, cause: (any Error)? = nil
  ) {
    self.code = code
    self.message = message
    self.line = line
    self.column = column
    self.cause = cause
  }

  /// A kind of fault.
  public struct Code: Sendable, Hashable, CustomStringConvertible {
    private enum Kind: String {
      case unclosedQuote, textAfterQuote, nulCharacter, invalidEncoding
      case fieldTooLong, tooManyFields, recordTooLong
      case unusableDialect, needsQuote, sourceFailed, sinkFailed
    }

    private var kind: Kind

    private init(_ kind: Kind) { self.kind = kind }

    /// A field's opening quote has no closing one before the end of the text.
    public static let unclosedQuote = Code(.unclosedQuote)
    /// Text stands between a closing quote and the next delimiter, and the reader was told to mind.
    public static let textAfterQuote = Code(.textAfterQuote)
    /// A NUL character stands in the text.
    public static let nulCharacter = Code(.nulCharacter)
    /// Bytes mean nothing in the text's encoding.
    public static let invalidEncoding = Code(.invalidEncoding)
    /// A field has more bytes than the limit.
    public static let fieldTooLong = Code(.fieldTooLong)
    /// A record has more fields than the limit.
    public static let tooManyFields = Code(.tooManyFields)
    /// A record has more bytes than the limit.
    public static let recordTooLong = Code(.recordTooLong)
    /// Delimiter and quote cannot be told apart from each other or from text.
    public static let unusableDialect = Code(.unusableDialect)
    /// A field to be written needs quotes in a dialect that has none.
    public static let needsQuote = Code(.needsQuote)
    /// The source of bytes failed; `cause` says how.
    public static let sourceFailed = Code(.sourceFailed)
    /// The sink of bytes failed; `cause` says how.
    public static let sinkFailed = Code(.sinkFailed)

    /// The code's name, for logs.
    public var description: String { kind.rawValue }
  }
}

extension DelimitedTextError: CustomStringConvertible {
  /// The place, the message and the cause on one line, as `14:9: message: cause`.
  public var description: String {
    var text = ""
    if let line, let column { text += "\(line):\(column): " }
    text += message
    if let cause { text += ": \(cause)" }
    return text
  }
}
