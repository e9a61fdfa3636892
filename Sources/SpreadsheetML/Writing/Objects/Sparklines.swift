/// Small charts inside cells, all of one look ([MS-XLSX] 2.6.27).
///
///     try sheet.addSparklines(
///       Sparklines(.line, color: 0x1F3864),
///       [("N2", "Data!B2:M2"), ("N3", "Data!B3:M3")])
public struct Sparklines: Hashable, Sendable {
  /// What is drawn.
  public enum Kind: String, Hashable, Sendable {
    /// A line.
    case line
    /// Columns.
    case column
    /// Columns of one height, up for gains and down for losses.
    case winLoss = "stacked"
  }

  /// What is drawn.
  public var kind: Kind
  /// The colour of line or columns.
  public var color: CellColor
  /// The colour of negative values, or nil to leave them alone.
  public var negativeColor: CellColor?
  /// The colour of the last value, or nil to leave it alone.
  public var lastColor: CellColor?
  /// Whether every value of a line has a dot.
  public var showsMarkers: Bool

  /// Makes a look.
  public init(
    _ kind: Kind = .line, color: CellColor = 0x376092, negativeColor: CellColor? = nil,
    lastColor: CellColor? = nil, showsMarkers: Bool = false
  ) {
    self.kind = kind
    self.color = color
    self.negativeColor = negativeColor
    self.lastColor = lastColor
    self.showsMarkers = showsMarkers
  }

  func append(
    to markup: inout MarkupText, _ places: [(cell: CellReference, data: String)]
  ) {
    markup.element(
      "x14:sparklineGroup",
      [
        "type": kind == .line ? nil : kind.rawValue, "displayEmptyCellsAs": "gap",
        "markers": flag(showsMarkers), "last": flag(lastColor != nil),
        "negative": flag(negativeColor != nil),
      ]
    ) { markup in
      markup.element("x14:colorSeries", ["rgb": color.argb])
      markup.element("x14:colorNegative", ["rgb": (negativeColor ?? color).argb])
      markup.element("x14:colorAxis", ["rgb": "FF000000"])
      markup.element("x14:colorMarkers", ["rgb": color.argb])
      markup.element("x14:colorFirst", ["rgb": color.argb])
      markup.element("x14:colorLast", ["rgb": (lastColor ?? color).argb])
      markup.element("x14:colorHigh", ["rgb": color.argb])
      markup.element("x14:colorLow", ["rgb": color.argb])
      markup.element("x14:sparklines") { markup in
        for place in places {
          markup.element("x14:sparkline") { markup in
            markup.element("xm:f", text: place.data)
            markup.element("xm:sqref", text: "\(place.cell)")
          }
        }
      }
    }
  }
}
