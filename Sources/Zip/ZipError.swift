/// What went wrong with a zip archive, and where.
///
/// `description` is one sentence naming the entry where one is known:
/// `entry 'xl/workbook.xml': its bytes end early; the file is damaged`.
public struct ZipError: Error, Sendable, CustomStringConvertible {
  /// The kind of fault; new kinds may be added without breaking callers.
  public struct Code: Hashable, Sendable {
    private enum Kind: Hashable, Sendable {
      case unreadable, notAnArchive, damaged, checksum, duplicate, overlap, unsafeName, encrypted
      case method, limit, unwritable
    }
    private let kind: Kind

    /// The operating system refused to open or read the file.
    public static let unreadable = Code(kind: .unreadable)
    /// The bytes hold no zip archive.
    public static let notAnArchive = Code(kind: .notAnArchive)
    /// The archive contradicts itself or ends early.
    public static let damaged = Code(kind: .damaged)
    /// An entry's bytes do not match their CRC-32.
    public static let checksum = Code(kind: .checksum)
    /// Two entries have one name.
    public static let duplicateName = Code(kind: .duplicate)
    /// Two entries claim the same bytes.
    public static let overlappingEntries = Code(kind: .overlap)
    /// An entry's name climbs out of the archive.
    public static let unsafeName = Code(kind: .unsafeName)
    /// An entry is encrypted.
    public static let encrypted = Code(kind: .encrypted)
    /// An entry's compression method is neither stored nor deflate.
    public static let unsupportedMethod = Code(kind: .method)
    /// A limit of ``ReadLimits`` was passed.
    public static let limitExceeded = Code(kind: .limit)
    /// The archive could not be written; `cause` says why where the sink failed.
    public static let unwritable = Code(kind: .unwritable)
  }

  /// The kind of fault.
  public var code: Code
  /// What failed and what to do, one sentence without a full stop.
  public var message: String
  /// The entry's name, where the fault lies in one.
  public var entry: String?
  /// The byte offset in the archive, counted from 0, where it is known.
  public var offset: UInt64?
  /// The sink's own error, where writing failed.
  public var cause: (any Error)?

  /// Makes an error from its facts.
  public init(
    _ code: Code, _ message: String, entry: String? = nil, offset: UInt64? = nil,
    cause: (any Error)? = nil
  ) {
    self.code = code
    self.message = message
    self.entry = entry
    self.offset = offset
    self.cause = cause
  }

  /// The sentence a person reads.
  public var description: String {
    guard let entry else { return message }
    return "entry '\(entry)': \(message)"
  }
}

/// The sentences of the module, in one place so that their tone is even.
extension ZipError {
  static func unreadable(_ reason: String) -> ZipError {
    ZipError(.unreadable, "cannot be read: \(reason)")
  }
  static var empty: ZipError {
    ZipError(.notAnArchive, "the file is empty, so it is no workbook")
  }
  static var compoundFile: ZipError {
    ZipError(
      .notAnArchive,
      "this is an older or encrypted Office file (OLE2), not a zip package; "
        + "save it as .xlsx without a password")
  }
  static var noEndRecord: ZipError {
    ZipError(.notAnArchive, "no zip end record was found; the file is cut short or not an .xlsx")
  }
  static func directory(_ what: String, at offset: UInt64? = nil) -> ZipError {
    ZipError(.damaged, "the zip directory is damaged: \(what)", offset: offset)
  }
  static func tooManyEntries(_ count: UInt64, limit: Int) -> ZipError {
    ZipError(
      .limitExceeded,
      "the archive names \(count) entries; the limit ReadLimits.entries is \(limit)")
  }
  static func localHeader(_ what: String, entry: String, at offset: UInt64) -> ZipError {
    ZipError(
      .damaged, "its local header \(what); the file is damaged", entry: entry, offset: offset)
  }
  static func endsEarly(_ entry: String) -> ZipError {
    ZipError(.damaged, "its bytes end early; the file is damaged", entry: entry)
  }
  static func badDeflate(_ entry: String) -> ZipError {
    ZipError(.damaged, "its compressed bytes are damaged", entry: entry)
  }
  static func wrongSize(_ entry: String, stated: UInt64, found: UInt64) -> ZipError {
    ZipError(
      .damaged, "it holds \(found) bytes, not the \(stated) its directory states", entry: entry)
  }
  static func checksum(_ entry: String) -> ZipError {
    ZipError(.checksum, "its bytes do not match their checksum; the file is damaged", entry: entry)
  }
  static func duplicate(_ entry: String) -> ZipError {
    ZipError(
      .duplicateName, "two entries have this name; the file is not a sound package", entry: entry)
  }
  static func overlap(_ entry: String) -> ZipError {
    ZipError(
      .overlappingEntries, "its bytes overlap those of another entry; the file is not sound",
      entry: entry)
  }
  static func unsafeName(_ entry: String) -> ZipError {
    ZipError(.unsafeName, "the name climbs out of the package; the file is not sound", entry: entry)
  }
  static func encrypted(_ entry: String) -> ZipError {
    ZipError(.encrypted, "it is encrypted; save the workbook without a password", entry: entry)
  }
  static func method(_ method: UInt16, entry: String) -> ZipError {
    ZipError(
      .unsupportedMethod,
      "its compression method \(method) is not supported; only stored (0) and deflate (8) are",
      entry: entry)
  }
  static func expanded(_ entry: String, limit: UInt64) -> ZipError {
    ZipError(
      .limitExceeded,
      "it expands to more than \(limit) bytes, the limit ReadLimits.expandedBytes", entry: entry)
  }
  static func ratio(_ entry: String, limit: Int) -> ZipError {
    ZipError(
      .limitExceeded,
      "it expands more than \(limit) times, the limit ReadLimits.ratio; this looks like a zip bomb",
      entry: entry)
  }
  static func inMemory(_ entry: String, limit: UInt64) -> ZipError {
    ZipError(
      .limitExceeded,
      "it holds more than \(limit) bytes, the limit ReadLimits.partBytes", entry: entry)
  }
  static func sinkFailed(_ cause: any Error) -> ZipError {
    ZipError(.unwritable, "the archive could not be written: \(cause)", cause: cause)
  }
  static var deflateFailed: ZipError {
    ZipError(
      .unwritable, "the archive could not be written: there is no memory left to compress it")
  }
  static func nameTooLong(_ entry: String) -> ZipError {
    ZipError(.limitExceeded, "its name is longer than 65,535 bytes", entry: entry)
  }
  static func commentTooLong() -> ZipError {
    ZipError(.limitExceeded, "the archive's comment is longer than 65,535 bytes")
  }
}
