/// Why a text cannot become a workbook as it was asked for, and where.
public struct ConversionError: Error, Sendable, CustomStringConvertible {
  /// The kind of fault; new kinds may be added without breaking callers.
  public struct Code: Hashable, Sendable {
    private enum Kind: Hashable, Sendable { case noSuchColumn, tooManyColumns, fieldTooLong }
    private let kind: Kind

    /// No column has the name, the letters or the number asked for.
    public static let noSuchColumn = Code(kind: .noSuchColumn)
    /// A record has more fields than a sheet has columns.
    public static let tooManyColumns = Code(kind: .tooManyColumns)
    /// A field has more characters than a cell holds.
    public static let fieldTooLong = Code(kind: .fieldTooLong)
  }

  /// The kind of fault.
  public var code: Code
  /// What failed and what to do, one sentence without a full stop.
  public var message: String
  /// The line of the text, from 1, if the fault has a place.
  public var line: Int?
  /// The column on that line in Unicode scalars, from 1, if the fault has a place.
  public var column: Int?

  /// The place and the message, as `14:9: message`.
  public var description: String {
    guard let line, let column else { return message }
    return "\(line):\(column): \(message)"
  }
}

// The sentences of the module.
extension ConversionError {
  static func noSuchColumn(_ word: String, among names: [String]) -> ConversionError {
    let known = names.filter { !$0.isEmpty }
    let list = known.prefix(12).map { "'\($0)'" }.joined(separator: ", ")
    let more = known.count > 12 ? " and \(known.count - 12) more" : ""
    let cure = known.isEmpty ? "name it by letters or number" : "there are \(list)\(more)"
    return ConversionError(code: .noSuchColumn, message: "there is no column '\(word)'; \(cure)")
  }

  static func tooManyColumns(_ count: Int, _ place: (line: Int, column: Int)) -> ConversionError {
    ConversionError(
      code: .tooManyColumns,
      message: "the record has \(count) fields and a sheet at most 16,384 columns, "
        + "so there is no place for the field that begins here; cut it off or transpose the table",
      line: place.line, column: place.column)
  }

  static func fieldTooLong(_ count: Int, _ place: (line: Int, column: Int)) -> ConversionError {
    ConversionError(
      code: .fieldTooLong,
      message:
        "the field that begins here has \(count) characters and a cell holds at most 32,767; "
        + "shorten it or have it cut off",
      line: place.line, column: place.column)
  }
}
