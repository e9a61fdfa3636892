/// How a cell looks and behaves, as far as it tells what the cell is for.
public struct CellAppearance: Hashable, Sendable {
  /// Whether the text is bold.
  public var isBold = false
  /// Whether the text is italic.
  public var isItalic = false
  /// Whether the cell has a background of its own.
  public var hasFill = false
  /// The background's colour as `RRGGBB`, where it is stated so and not by theme or index.
  public var fillColor: String?
  /// The font's size in points.
  public var fontSize = 11.0
  /// The steps of indentation.
  public var indent = 0
  /// The horizontal alignment: `left`, `center`, `centerContinuous`, …; nil for the default.
  public var horizontalAlignment: String?
  /// Whether long text is broken into lines.
  public var isWrapped = false
  /// Whether the cell is locked once its sheet is protected.
  public var isLocked = true

  /// Makes the appearance of an unformatted cell.
  public init() {}
}
