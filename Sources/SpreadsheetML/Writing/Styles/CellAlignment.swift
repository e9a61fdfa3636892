/// Where a text stands in its cell.
public struct CellAlignment: Hashable, Sendable {
  /// The place from left to right (ECMA-376 Part 1, 18.18.40).
  public enum Horizontal: String, Hashable, Sendable {
    /// Numbers on the right, text on the left.
    case general
    /// On the left.
    case left
    /// In the middle.
    case center
    /// On the right.
    case right
    /// Again and again until the cell is full.
    case fill
    /// Spread to both edges.
    case justify
    /// In the middle of this cell and the empty ones after it.
    case centerContinuous
  }

  /// The place from top to bottom (ECMA-376 Part 1, 18.18.88).
  public enum Vertical: String, Hashable, Sendable {
    /// At the top.
    case top
    /// In the middle.
    case center
    /// At the bottom.
    case bottom
  }

  /// The place from left to right.
  public var horizontal: Horizontal
  /// The place from top to bottom.
  public var vertical: Vertical
  /// Whether a long text is broken into lines.
  public var wrapsText: Bool
  /// The steps of indentation, 0 to 250, each about three blanks wide.
  public var indent: Int
  /// The angle of the text in degrees, -90 to 90, up being positive.
  public var rotation: Int
  /// Whether the letters shrink until the text fits.
  public var shrinksToFit: Bool

  /// Makes an alignment; what is left out is as in an unformatted cell.
  public init(
    horizontal: Horizontal = .general, vertical: Vertical = .bottom, wrapsText: Bool = false,
    indent: Int = 0, rotation: Int = 0, shrinksToFit: Bool = false
  ) {
    self.horizontal = horizontal
    self.vertical = vertical
    self.wrapsText = wrapsText
    self.indent = indent
    self.rotation = rotation
    self.shrinksToFit = shrinksToFit
  }
}
