/// What a conditional format or a table changes in a cell's looks; what is nil stays as it is
/// (ECMA-376 Part 1, 18.8.14).
public struct HighlightStyle: Hashable, Sendable {
  /// The colour of the letters.
  public var fontColor: CellColor?
  /// Whether the letters are bold.
  public var isBold: Bool?
  /// Whether the letters are italic.
  public var isItalic: Bool?
  /// The colour of the background.
  public var fill: CellColor?
  /// The lines around the cell.
  public var border: CellBorder?
  /// What is shown for a number.
  public var numberFormat: NumberFormat?

  /// Makes a style of the changes given.
  public init(
    fontColor: CellColor? = nil, isBold: Bool? = nil, isItalic: Bool? = nil,
    fill: CellColor? = nil, border: CellBorder? = nil, numberFormat: NumberFormat? = nil
  ) {
    self.fontColor = fontColor
    self.isBold = isBold
    self.isItalic = isItalic
    self.fill = fill
    self.border = border
    self.numberFormat = numberFormat
  }

  /// Dark green on light green, as Excel's own preset.
  public static let good = HighlightStyle(fontColor: 0x006100, fill: 0xC6EFCE)
  /// Dark yellow on light yellow, as Excel's own preset.
  public static let neutral = HighlightStyle(fontColor: 0x9C5700, fill: 0xFFEB9C)
  /// Dark red on light red, as Excel's own preset.
  public static let bad = HighlightStyle(fontColor: 0x9C0006, fill: 0xFFC7CE)
}

extension HighlightStyle {
  /// Appends the style's element; the number format's number is wanted where there is one.
  func append(to markup: inout MarkupText, formatID: Int?) {
    markup.element("dxf") { markup in
      if fontColor != nil || isBold != nil || isItalic != nil {
        markup.element("font") { markup in
          if let isBold { markup.element("b", ["val": isBold ? nil : "0"]) }
          if let isItalic { markup.element("i", ["val": isItalic ? nil : "0"]) }
          if let fontColor { markup.element("color", ["rgb": fontColor.argb]) }
        }
      }
      if let numberFormat, let formatID {
        markup.element(
          "numFmt", ["numFmtId": "\(formatID)", "formatCode": numberFormat.code])
      }
      if let fill {
        // In a differential format the background is the colour of a solid fill.
        markup.element("fill") { markup in
          markup.element("patternFill", ["patternType": "solid"]) { markup in
            markup.element("fgColor", ["rgb": fill.argb])
            markup.element("bgColor", ["rgb": fill.argb])
          }
        }
      }
      if let border { border.append(to: &markup, isDifferential: true) }
    }
  }
}
