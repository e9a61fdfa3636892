/// How a sheet is printed (ECMA-376 Part 1, 18.3.1.63 and its neighbours).
public struct PrintSetup: Hashable, Sendable {
  /// Which side of the paper is up.
  public enum Orientation: String, Hashable, Sendable {
    /// The short side.
    case portrait
    /// The long side.
    case landscape
  }

  /// The size of the paper, by the numbers of ECMA-376 Part 1, 18.3.1.63.
  public struct Paper: Hashable, Sendable {
    let number: Int

    /// 210 by 297 millimetres.
    public static let a4 = Paper(number: 9)
    /// 297 by 420 millimetres.
    public static let a3 = Paper(number: 8)
    /// 8.5 by 11 inches.
    public static let letter = Paper(number: 1)
    /// 8.5 by 14 inches.
    public static let legal = Paper(number: 5)
  }

  /// The white around the print, in inches.
  public struct Margins: Hashable, Sendable {
    /// On the left and on the right.
    public var sides: Double
    /// At the top and at the bottom.
    public var ends: Double
    /// Between the paper's edge and header or footer.
    public var headers: Double

    /// Makes margins; what is left out is as in Excel.
    public init(sides: Double = 0.7, ends: Double = 0.75, headers: Double = 0.3) {
      self.sides = sides
      self.ends = ends
      self.headers = headers
    }
  }

  /// Which side of the paper is up; portrait by default.
  public var orientation = Orientation.portrait
  /// The paper; nil for the printer's.
  public var paper: Paper?
  /// How many pages wide the print may be; it is made smaller until it fits.
  ///
  /// Nil leaves the width.
  public var pagesWide: Int?
  /// How many pages high the print may be; nil for as many as it takes.
  public var pagesHigh: Int?
  /// The rows repeated at the top of each page, from 1.
  public var titleRows: ClosedRange<Int>?
  /// The columns repeated on the left of each page, from 1.
  public var titleColumns: ClosedRange<Int>?
  /// The cells that are printed; nil for all.
  public var area: CellRange?
  /// The white around.
  public var margins = Margins()
  /// Whether the print stands in the middle from left to right.
  public var isCentered = false
  /// Whether the lines between cells are printed.
  public var printsGridLines = false
  /// What stands above each page.
  public var header = PageText()
  /// What stands below each page.
  public var footer = PageText()

  /// Makes the set-up of an ordinary sheet.
  public init() {}
}
