/// How much of a file is believed before reading stops with an error.
///
/// Every count, size and depth that a file states is checked against these before memory is taken
/// for it. The defaults let any workbook through that Excel itself can open; a caller who knows
/// better raises (or, for files of strangers, lowers) one of them:
///
///     var limits = ReadLimits.standard
///     limits.expandedBytes = 64 << 20
///     let book = try Workbook.open("from-a-stranger.xlsx", limits: limits)
public struct ReadLimits: Sendable, Hashable {
  /// The most entries an archive may name.
  ///
  /// Default 100,000.
  public var entries = 100_000
  /// The most bytes one entry may expand to while it is streamed.
  ///
  /// Default 16 GiB.
  public var expandedBytes: UInt64 = 16 << 30
  /// The most bytes a part may hold that is kept in memory whole (styles, shared strings, tables).
  ///
  /// Default 1 GiB.
  public var partBytes: UInt64 = 1 << 30
  /// How many times an entry may expand; looked at once it has passed ``ratioStartsAt`` bytes.
  ///
  /// Deflate itself ends at 1,032. Default 500.
  public var ratio = 500
  /// The expanded size below which the ratio does not matter.
  ///
  /// Default 64 MiB.
  public var ratioStartsAt: UInt64 = 64 << 20
  /// How deep XML elements may nest.
  ///
  /// Default 256.
  public var depth = 256
  /// The most attributes one element may have.
  ///
  /// Default 4,096.
  public var attributes = 4_096
  /// The most bytes of one row, or of one text, tag or formula.
  ///
  /// Default 256 MiB.
  public var rowBytes = 256 << 20
  /// The most items that a list around the cells may hold: merged ranges, rules, formats, tables.
  ///
  /// Default 4,000,000.
  public var listItems = 4_000_000
  /// The most cells a random-access reading keeps.
  ///
  /// Default 50,000,000.
  public var cells = 50_000_000

  /// The defaults.
  public static let standard = ReadLimits()

  /// Makes limits with the default values.
  public init() {}
}
