/// The letters of a cell or of a part of its text.
public struct CellFont: Hashable, Sendable {
  /// A line under the letters.
  public enum Underline: String, Hashable, Sendable {
    /// No line.
    case none
    /// One line.
    case single
    /// Two lines.
    case double
  }

  /// The typeface; Calibri by default.
  public var name: String
  /// The size in points, 1 to 409; 11 by default.
  public var size: Double
  /// Whether the letters are bold.
  public var isBold: Bool
  /// Whether the letters are italic.
  public var isItalic: Bool
  /// The line under them.
  public var underline: Underline
  /// Whether a line goes through them.
  public var isStruck: Bool
  /// Their colour; nil for the window's own, black as a rule.
  public var color: CellColor?

  /// Makes a font; what is left out is as in an unformatted cell.
  public init(
    name: String = "Calibri", size: Double = 11, isBold: Bool = false, isItalic: Bool = false,
    underline: Underline = .none, isStruck: Bool = false, color: CellColor? = nil
  ) {
    self.name = name
    self.size = size
    self.isBold = isBold
    self.isItalic = isItalic
    self.underline = underline
    self.isStruck = isStruck
    self.color = color
  }
}
