/// One line of a cell's border.
public struct BorderLine: Hashable, Sendable {
  /// How the line is drawn (ECMA-376 Part 1, 18.18.3).
  public enum Style: String, Hashable, Sendable {
    /// As fine as the device can.
    case hair
    /// One pixel.
    case thin
    /// Two pixels.
    case medium
    /// Three pixels.
    case thick
    /// Dots.
    case dotted
    /// Short strokes.
    case dashed
    /// Two lines.
    case double
  }

  /// How it is drawn.
  public var style: Style
  /// Its colour; nil for the window's own.
  public var color: CellColor?

  /// Makes a line.
  public init(_ style: Style = .thin, color: CellColor? = nil) {
    self.style = style
    self.color = color
  }
}

/// The lines around a cell.
public struct CellBorder: Hashable, Sendable {
  /// The line on the left, if there is one.
  public var left: BorderLine?
  /// The line on the right, if there is one.
  public var right: BorderLine?
  /// The line on top, if there is one.
  public var top: BorderLine?
  /// The line at the bottom, if there is one.
  public var bottom: BorderLine?

  /// Makes a border of the lines given.
  public init(
    left: BorderLine? = nil, right: BorderLine? = nil, top: BorderLine? = nil,
    bottom: BorderLine? = nil
  ) {
    self.left = left
    self.right = right
    self.top = top
    self.bottom = bottom
  }

  /// The same line on all four sides.
  public static func all(_ line: BorderLine) -> CellBorder {
    CellBorder(left: line, right: line, top: line, bottom: line)
  }
}
