/// New rows for a sheet, and how they fit in.
///
///     let rows = try editor.insert(
///       RowInsertion(2, .below(9), in: "Measures", styledLike: 9, extendsRanges: true))
///     try editor.set(.value(.text("Churn")), column: 1, of: rows[0])
public struct RowInsertion: Hashable, Sendable {
  /// Where new rows go, beside a row as it is numbered before the edit, from 1.
  public enum Anchor: Hashable, Sendable {
    /// Before this row, which moves down.
    case above(Int)
    /// Behind this row, which stays.
    case below(Int)

    /// The row that stands before the new ones; 0 where they come first.
    var rowBefore: Int {
      switch self {
      case .above(let row): row &- 1
      case .below(let row): row
      }
    }
  }

  /// The sheet's name.
  public var sheet: String
  /// Where the rows go.
  ///
  /// Of several insertions at one place the earlier stand first.
  public var anchor: Anchor
  /// How many rows.
  public var count: Int
  /// The row, as numbered before the edit, whose height, cell formats, validations and conditional
  /// formats the new rows get; nil, the default, for rows without any.
  ///
  /// Validations and conditional formats follow if that row is the one above or below.
  public var styledLike: Int?
  /// Whether new rows of a table get the formulas of its calculated columns, as the row
  /// `styledLike` has them; true by default.
  public var fillsCalculatedColumns: Bool
  /// Whether ranges that end with the row above the new ones grow over them; false by default, as
  /// Excel does it.
  ///
  /// This is for rows that are appended to a list: tables, filters, validations, conditional
  /// formats, print areas, names, and ranges of more than one row in formulas, charts and pivot
  /// caches. Ranges with rows on both sides grow in any case.
  public var extendsRanges: Bool
  /// Whether ranges that begin with the row below the new ones grow over them; false by default, as
  /// Excel does it.
  ///
  /// This is for a first row that comes back.
  public var extendsRangesBelow: Bool
  /// The cells that are merged in each new row; none by default.
  public var merges: [Merge]

  /// Cells that are merged, counted from a new row.
  public struct Merge: Hashable, Sendable {
    /// The columns, from 1.
    public var columns: ClosedRange<Int>
    /// How many rows, the new one being the first; the others are those that follow it then.
    public var rows: Int

    /// Describes merged cells.
    ///
    /// - Parameters:
    ///   - columns: the columns, from 1.
    ///   - rows: how many rows, the new one first.
    public init(columns: ClosedRange<Int>, rows: Int = 1) {
      self.columns = columns
      self.rows = rows
    }
  }

  /// Describes new rows.
  ///
  /// - Parameters:
  ///   - count: how many.
  ///   - anchor: where they go.
  ///   - sheet: the sheet's name.
  ///   - styledLike: the row they are like, or nil.
  ///   - fillsCalculatedColumns: whether they get the formulas of a table's calculated columns.
  ///   - extendsRanges: whether ranges that end above them grow.
  ///   - extendsRangesBelow: whether ranges that begin below them grow.
  ///   - merges: the cells that are merged in each; those that leave the sheet are passed over.
  public init(
    _ count: Int = 1, _ anchor: Anchor, in sheet: String, styledLike: Int? = nil,
    fillsCalculatedColumns: Bool = true, extendsRanges: Bool = false,
    extendsRangesBelow: Bool = false, merges: [Merge] = []
  ) {
    self.sheet = sheet
    self.anchor = anchor
    self.count = count
    self.styledLike = styledLike
    self.fillsCalculatedColumns = fillsCalculatedColumns
    self.extendsRanges = extendsRanges
    self.extendsRangesBelow = extendsRangesBelow
    self.merges = merges
  }
}

/// A row that an edit will insert: its number is known only when all insertions and removals are.
public struct NewRow: Hashable, Sendable {
  /// The sheet's index, from 1.
  let sheet: Int
  /// Which of the sheet's insertions made it, and the row's place in that, both from 0.
  let insertion: Int
  let offset: Int
}
