internal import XMLStream
internal import Zip

/// What is wrong with a workbook, and where.
///
/// `description` is one line: place, fault, cure.
/// `book.xlsx: Measures!D14: the text index 908 is past the 412 shared texts; …`.
public struct WorkbookError: Error, Sendable, CustomStringConvertible {
  /// The kind of fault; new kinds may be added without breaking callers.
  public struct Code: Hashable, Sendable {
    private enum Kind: Hashable, Sendable {
      case unreadable, notAWorkbook, damaged, limit, noSuchSheet, unsupported, undecodable
      case unwritable, invalid
    }
    private let kind: Kind

    /// The operating system refused to read the file.
    public static let unreadable = Code(kind: .unreadable)
    /// The file is something other than an `.xlsx` workbook.
    public static let notAWorkbook = Code(kind: .notAWorkbook)
    /// A part of the workbook contradicts the format.
    public static let damagedPart = Code(kind: .damaged)
    /// A limit of `ReadLimits`, or one of Excel's own, was passed.
    public static let limitExceeded = Code(kind: .limit)
    /// No sheet has the name or index asked for.
    public static let noSuchSheet = Code(kind: .noSuchSheet)
    /// The file uses something that cannot be read or edited here.
    public static let unsupported = Code(kind: .unsupported)
    /// A row could not be decoded into the type asked for.
    public static let undecodable = Code(kind: .undecodable)
    /// The workbook could not be written; `cause` says why.
    public static let unwritable = Code(kind: .unwritable)
    /// A name, value or range was given that Excel would refuse or repair.
    public static let invalid = Code(kind: .invalid)
  }

  /// The kind of fault.
  public var code: Code
  /// What failed and what to do, one sentence without a full stop.
  public var message: String
  /// Where.
  public var place: Place
  /// The error of the layer below.
  public var cause: (any Error)?

  /// Makes an error from its facts.
  public init(
    _ code: Code, _ message: String, at place: Place = Place(), cause: (any Error)? = nil
  ) {
    self.code = code
    self.message = message
    self.place = place
    self.cause = cause
  }

  /// The line a person reads.
  public var description: String {
    let place = place.description
    return place.isEmpty ? message : "\(place): \(message)"
  }

  /// The same error with the file's name, where it has none yet.
  public func inFile(_ file: String) -> WorkbookError {
    var error = self
    if error.place.file == nil { error.place.file = file }
    return error
  }
}

/// The sentences of the module.
extension WorkbookError {
  /// Runs work on the zip container, its errors told as the workbook's.
  static func wrappingZip<T>(_ work: () throws(ZipError) -> T) throws(WorkbookError) -> T {
    do throws(ZipError) {
      return try work()
    } catch {
      throw .zip(error)
    }
  }

  /// Runs work on XML, its errors told as the workbook's at `place`.
  static func wrappingXML<T>(
    at place: Place, _ work: () throws(XMLError) -> T
  ) throws(WorkbookError) -> T {
    do throws(XMLError) {
      return try work()
    } catch {
      throw .xml(error, at: place)
    }
  }

  /// Runs work whose errors are told with the file's name.
  static func inFile<T>(
    _ file: String, _ work: () throws(WorkbookError) -> T
  ) throws(WorkbookError) -> T {
    do throws(WorkbookError) {
      return try work()
    } catch {
      throw error.inFile(file)
    }
  }

  static func zip(_ error: ZipError) -> WorkbookError {
    let code: Code
    switch error.code {
    case .unreadable: code = .unreadable
    case .notAnArchive, .encrypted: code = .notAWorkbook
    case .limitExceeded: code = .limitExceeded
    default: code = .damagedPart
    }
    return WorkbookError(code, "\(error)", cause: error)
  }

  static func xml(_ error: XMLError, at place: Place) -> WorkbookError {
    if let zip = error.cause as? ZipError {
      var fault = WorkbookError.zip(zip)
      // The sentence names the entry, so the part need not be told again.
      if place.sheet != nil || place.part != zip.entry { fault.place = place }
      return fault
    }
    let code: Code = error.code == .limitExceeded ? .limitExceeded : .damagedPart
    return WorkbookError(code, "\(error)", at: place, cause: error)
  }

  static func notAWorkbook(_ what: String) -> WorkbookError {
    WorkbookError(.notAWorkbook, what)
  }
  static func missingPart(_ name: String) -> WorkbookError {
    WorkbookError(
      .damagedPart, "the part is named by the workbook but is not in the package",
      at: Place(part: name))
  }
  static func sharedPart(_ name: String) -> WorkbookError {
    WorkbookError(
      .damagedPart, "two sheets name this part as theirs; the file is damaged",
      at: Place(part: name))
  }
  static func noSuchSheet(_ name: String, among names: [String]) -> WorkbookError {
    let list = names.prefix(12).map(Place.quoted).joined(separator: ", ")
    let more = names.count > 12 ? " and \(names.count - 12) more" : ""
    return WorkbookError(.noSuchSheet, "there is no sheet '\(name)'; there are \(list)\(more)")
  }
  static func notAGrid(_ sheet: String, _ kind: Sheet.Kind) -> WorkbookError {
    let what =
      switch kind {
      case .chartsheet: "a chart sheet"
      case .dialogsheet: "a dialog sheet"
      default: "a module of Visual Basic"
      }
    return WorkbookError(
      .unsupported, "this is \(what), which has no cells", at: Place(sheet: sheet))
  }
  static func tooMany(_ what: String, limit: Int, sheet: String? = nil) -> WorkbookError {
    .xml(.tooMany(what, limit: limit), at: Place(sheet: sheet))
  }
  static func longRules(limit: UInt64, sheet: String) -> WorkbookError {
    WorkbookError(
      .limitExceeded,
      "the formulas of the rules take more than \(limit) bytes, the limit ReadLimits.partBytes",
      at: Place(sheet: sheet))
  }
  static func sharedText(_ index: String, count: Int) -> WorkbookError {
    WorkbookError(
      .damagedPart,
      "the text index \(index) is not one of the \(count) shared texts; the file is damaged")
  }
  static func badValue(_ text: String, type: String) -> WorkbookError {
    let short = text.count > 40 ? text.prefix(40) + "…" : text[...]
    return WorkbookError(.damagedPart, "'\(short)' is not a \(type); the file is damaged")
  }
  static func badAddress(_ text: String, row: Int? = nil) -> WorkbookError {
    let row = row.map { " in row \($0)" } ?? ""
    return WorkbookError(
      .damagedPart,
      "the address '\(text.prefix(40))'\(row) is not a cell of a sheet (A1 to XFD1048576); "
        + "the file is damaged")
  }
  static func strayCell(_ cell: CellReference, row: Int) -> WorkbookError {
    WorkbookError(
      .damagedPart, "the cell \(cell) stands in row \(row); the file is damaged")
  }
  static func tooManyCells(_ limit: Int) -> WorkbookError {
    WorkbookError(
      .limitExceeded,
      "the sheet has more than \(limit) cells, the limit ReadLimits.cells; read it row by row instead"
    )
  }
}

extension XMLError {
  /// A list around the cells is longer than `ReadLimits.listItems`.
  static func tooMany(_ what: String, limit: Int) -> XMLError {
    XMLError(
      .limitExceeded, "there are more than \(limit) \(what), the limit ReadLimits.listItems")
  }
}
