/// A part of a text with letters of its own.
public struct TextRun: Hashable, Sendable {
  /// The letters.
  public var text: String
  /// How they look; nil for the cell's font.
  public var font: CellFont?

  /// Makes a run.
  public init(_ text: String, font: CellFont? = nil) {
    self.text = text
    self.font = font
  }
}
