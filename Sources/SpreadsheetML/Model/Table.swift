/// A table of a sheet, as Insert > Table makes it (ECMA-376 Part 1, 18.5).
public struct Table: Hashable, Sendable {
  /// The table's name inside the file.
  public var name: String
  /// The name formulas call the table by.
  public var displayName: String
  /// All of the table, header and totals included.
  public var range: CellRange
  /// The columns' headings, from the left.
  public var columns: [String]
  /// Whether the first row holds the headings.
  public var hasHeaderRow: Bool
  /// Whether the last row holds totals.
  public var hasTotalsRow: Bool
  /// The range the table's filter covers, or nil without one.
  public var autoFilter: CellRange?
}

/// A note on a cell, old ("note") or threaded ("comment") (ECMA-376 Part 1, 18.7).
public struct CellComment: Hashable, Sendable {
  /// The cell the note is on.
  public var reference: CellReference
  /// Who wrote it; empty where the file does not say.
  public var author: String
  /// The note's text without its formatting.
  public var text: String
}
