/// The bytes that end a record when delimited text is written.
///
/// When text is read every kind ends a record, in any mixture: a line feed, a carriage return, and
/// the pair of the two.
public enum LineEnding: String, Sendable, Hashable, CaseIterable {
  /// One line feed, as Unix tools write.
  case lineFeed
  /// A carriage return and a line feed, as RFC 4180 section 2 and Excel write.
  case carriageReturnLineFeed
}

extension LineEnding: CustomStringConvertible {
  /// The short name people use: `LF` or `CRLF`.
  public var description: String {
    switch self {
    case .lineFeed: "LF"
    case .carriageReturnLineFeed: "CRLF"
    }
  }
}
