public import SpreadsheetML

/// Why a file cannot be imported at all.
public struct ImportError: Error, Sendable, CustomStringConvertible {
  /// The kind of fault.
  ///
  /// New kinds may be added.
  public struct Code: Hashable, Sendable {
    private enum Kind: Hashable, Sendable {
      case workbook, delimited, noSuchSheet, language, mapping, ambiguousMeasures, report
    }

    private let kind: Kind

    /// The workbook is damaged or larger than allowed.
    public static let workbook = Code(kind: .workbook)
    /// The text is no delimited text.
    public static let delimited = Code(kind: .delimited)
    /// There is no sheet of the name or index asked for.
    public static let noSuchSheet = Code(kind: .noSuchSheet)
    /// The language asked for is no language tag.
    public static let language = Code(kind: .language)
    /// The mapping file cannot be read.
    public static let mapping = Code(kind: .mapping)
    /// It is not certain which measure of the workbook is which of a catalog.
    public static let ambiguousMeasures = Code(kind: .ambiguousMeasures)
    /// The report of an application cannot be read.
    public static let report = Code(kind: .report)
  }

  /// The kind of fault.
  public var code: Code
  /// What failed and what to do, one sentence.
  public var message: String
  /// Where.
  public var place: Place
  /// The error below, kept whole.
  public var cause: (any Error)?

  /// Makes an error.
  ///
  /// - Parameters:
  ///   - code: The kind of fault.
  ///   - message: What failed and what to do.
  ///   - place: Where.
  ///   - cause: The error below.
  public init(_ code: Code, _ message: String, at place: Place = Place(), cause: (any Error)? = nil)
  {
    self.code = code
    self.message = message
    self.place = place
    self.cause = cause
  }

  init(_ error: WorkbookError) {
    self.init(
      error.code == .noSuchSheet ? .noSuchSheet : .workbook, error.message, at: error.place,
      cause: error)
  }

  /// Place and message in one line.
  public var description: String {
    let place = place.description
    return place.isEmpty ? message : "\(place): \(message)"
  }
}
