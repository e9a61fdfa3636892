/// The background of a cell.
public enum CellFill: Hashable, Sendable {
  /// No background.
  case none
  /// One colour all over.
  case solid(CellColor)
  /// A pattern of one colour upon another.
  case pattern(Pattern, CellColor, on: CellColor)

  /// The patterns of ECMA-376 Part 1, 18.18.55 that people use.
  public enum Pattern: String, Hashable, Sendable {
    /// A quarter of the dots.
    case lightGray
    /// Half of the dots.
    case mediumGray
    /// An eighth of the dots.
    case gray125
    /// Lines from the lower left up.
    case lightUp
    /// Lines from the upper left down.
    case lightDown
    /// Crossing lines.
    case lightGrid
  }
}
