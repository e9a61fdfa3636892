/// How a cell looks and behaves.
///
/// Make one for each kind of cell, register it with the workbook and give cells what comes back:
///
///     let heading = try book.style(
///       CellStyle(
///         font: CellFont(isBold: true, color: .white), fill: .solid(0x1F3864),
///         alignment: CellAlignment(vertical: .center, wrapsText: true)))
///     let percent = try book.style(CellStyle(numberFormat: "0.0 %"))
public struct CellStyle: Hashable, Sendable {
  /// The letters.
  public var font: CellFont
  /// The background.
  public var fill: CellFill
  /// The lines around the cell.
  public var border: CellBorder
  /// Where the text stands in the cell.
  public var alignment: CellAlignment
  /// What is shown for a number.
  public var numberFormat: NumberFormat
  /// Whether the cell cannot be changed once its sheet is protected; true as in Excel.
  public var isLocked: Bool
  /// Whether a formula is hidden once its sheet is protected.
  public var hidesFormula: Bool
  /// The name under which the style is offered in Excel's gallery, such as `KPI heading`.
  ///
  /// The first style registered under a name says how cells of that name look; a later one of the
  /// same name may differ and still belongs to it.
  public var name: String?

  /// Makes a style; what is left out is as in an unformatted cell.
  public init(
    font: CellFont = CellFont(), fill: CellFill = .none, border: CellBorder = CellBorder(),
    alignment: CellAlignment = CellAlignment(), numberFormat: NumberFormat = .general,
    isLocked: Bool = true, hidesFormula: Bool = false, name: String? = nil
  ) {
    self.font = font
    self.fill = fill
    self.border = border
    self.alignment = alignment
    self.numberFormat = numberFormat
    self.isLocked = isLocked
    self.hidesFormula = hidesFormula
    self.name = name
  }
}

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

extension NumberFormat: ExpressibleByStringLiteral {
  /// Reads a format code: `let format: NumberFormat = "0.0 %"`.
  public init(stringLiteral code: String) { self.init(code: code) }
}

extension StyleIndex {
  /// The style of an unformatted cell.
  public static let plain = StyleIndex(0)
}
