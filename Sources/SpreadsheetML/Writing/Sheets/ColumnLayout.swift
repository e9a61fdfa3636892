/// One column of a sheet.
public struct ColumnLayout: Hashable, Sendable {
  /// How wide a column is.
  public enum Width: Hashable, Sendable {
    /// As wide as columns are by default, about eight digits.
    case standard
    /// As wide as so many digits of the default font, at most 255.
    case characters(Double)
    /// Wide enough for what the first rows hold, in the same unit.
    ///
    /// The rows looked at are those that fit into 192 KiB of the file's text, a thousand or more.
    /// Texts in cells that wrap their text count for no more than the longest of their words.
    case fitted(atLeast: Double, atMost: Double)
  }

  /// How wide the column is.
  public var width: Width
  /// The style of cells that no row holds, such as those below the last.
  public var style: StyleIndex?
  /// Whether the column is hidden.
  public var isHidden: Bool

  /// Makes a column.
  public init(_ width: Width = .standard, style: StyleIndex? = nil, isHidden: Bool = false) {
    self.width = width
    self.style = style
    self.isHidden = isHidden
  }

  /// A column of so many digits.
  public static func width(_ characters: Double, style: StyleIndex? = nil) -> ColumnLayout {
    ColumnLayout(.characters(characters), style: style)
  }

  /// A column as wide as its content, between two bounds.
  public static func fitted(
    atLeast: Double = 4, atMost: Double = 60, style: StyleIndex? = nil
  ) -> ColumnLayout {
    ColumnLayout(.fitted(atLeast: atLeast, atMost: atMost), style: style)
  }

  /// A column that is not shown.
  public static let hidden = ColumnLayout(.standard, isHidden: true)
}
