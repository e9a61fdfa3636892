/// What an edit will do: each cell that changes, and each part of the package that is touched.
public struct EditPlan: Hashable, Sendable {
  /// A cell that changes.
  public struct Change: Hashable, Sendable {
    /// The sheet's name.
    public var sheet: String
    /// The cell as it is named before the edit; in a new row, as it will be named.
    public var cell: CellReference
    /// The cell as it will be named.
    public var newCell: CellReference
    /// Whether its row comes in by this edit.
    public var isInNewRow: Bool
    /// What it holds now; of a formula the last result.
    public var oldValue: CellValue
    /// The formula it holds now, or nil.
    public var oldFormula: CellFormula?
    /// What it will hold; of a formula its result, `.blank` if Excel is to calculate it.
    public var newValue: CellValue
    /// The formula it will hold, without an equals sign, or nil.
    public var newFormula: String?
    /// The number format it is shown in now; in a new row that of the row it is like.
    public var oldFormat: NumberFormat
    /// The number format it will be shown in.
    public var format: NumberFormat
    /// Whether the cell gets another format, such as one for dates.
    public var changesFormat: Bool
    /// Whether the file names no such cell yet.
    public var isNewCell: Bool
  }

  /// Rows that come in or go.
  public struct RowChange: Hashable, Sendable {
    /// What happens to the rows.
    public enum Kind: Hashable, Sendable {
      /// They come in; the numbers are those they will have.
      case inserted
      /// They go; the numbers are those they have now.
      case deleted
    }

    /// The sheet's name.
    public var sheet: String
    /// What happens to the rows.
    public var kind: Kind
    /// Their numbers, from 1.
    public var rows: ClosedRange<Int>
    /// The row, as it is numbered now, that new rows are styled like, or nil.
    public var styledLike: Int?
  }

  /// Something that names cells and follows them, such as a formula or the range of a table.
  public struct Follower: Hashable, Sendable {
    /// What it is, in a word or two: `formula`, `merged cells`, `name 'Print_Area'`.
    public var subject: String
    /// The sheet it is on, or nil for what belongs to no sheet.
    public var sheet: String?
    /// The cell it is in, as it is named now, or nil for what is in no cell.
    public var cell: CellReference?
    /// What it reads now.
    public var old: String
    /// What it will read, or nil when it goes.
    public var new: String?
  }

  /// A part that is touched.
  public struct PartChange: Hashable, Sendable {
    /// The part's name, such as `xl/worksheets/sheet1.xml`.
    public var part: String
    /// Whether the part goes altogether.
    public var isRemoved: Bool
    /// Why, in a few words each.
    public var reasons: [String]
  }

  /// A cell that holds already what was asked for.
  public struct Unchanged: Hashable, Sendable {
    /// The sheet's name.
    public var sheet: String
    /// The cell.
    public var cell: CellReference
  }

  /// The cells that change, by sheet in the order of the tabs, then by row and column.
  public internal(set) var changes: [Change] = []
  /// The rows that come in and go, by sheet in the order of the tabs.
  public internal(set) var rows: [RowChange] = []
  /// What follows the moved rows: at most ``mostFollowers`` of them are told.
  public internal(set) var followers: [Follower] = []
  /// How many there are.
  public internal(set) var followerCount = 0
  /// How many followers are told at most.
  public static let mostFollowers = 10_000
  /// The cells that hold what they should.
  public internal(set) var unchanged: [Unchanged] = []
  /// The parts that are touched, in the order they were found; all others stay byte for byte.
  public internal(set) var parts: [PartChange] = []

  /// Whether nothing changes at all, so that the output is the same file.
  public var isEmpty: Bool { parts.isEmpty }
}
