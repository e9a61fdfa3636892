/// What an edit will do: each cell that changes, and each part of the package that is touched.
public struct EditPlan: Hashable, Sendable {
  /// A cell that changes.
  public struct Change: Hashable, Sendable {
    /// The sheet's name.
    public var sheet: String
    /// The cell.
    public var cell: CellReference
    /// What it holds now; of a formula the last result.
    public var oldValue: CellValue
    /// The formula it holds now, or nil.
    public var oldFormula: CellFormula?
    /// What it will hold; of a formula its result, `.blank` if Excel is to calculate it.
    public var newValue: CellValue
    /// The formula it will hold, without an equals sign, or nil.
    public var newFormula: String?
    /// Whether the cell gets another format, to show a date.
    public var changesFormat: Bool
    /// Whether the file names no such cell yet.
    public var isNewCell: Bool
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
  /// The cells that hold what they should.
  public internal(set) var unchanged: [Unchanged] = []
  /// The parts that are touched, in the order they were found; all others stay byte for byte.
  public internal(set) var parts: [PartChange] = []

  /// Whether nothing changes at all, so that the output is the same file.
  public var isEmpty: Bool { parts.isEmpty }
}
