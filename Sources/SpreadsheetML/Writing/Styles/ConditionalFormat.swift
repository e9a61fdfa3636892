/// A rule by which cells look different depending on what they hold (ECMA-376 Part 1, 18.3.1.18).
///
///     try sheet.addConditionalFormat(.cells(.lessThan("$G2"), .bad), to: "F2:F54")
///     try sheet.addConditionalFormat(.dataBar(0x5B9BD5), to: "H2:H54")
public struct ConditionalFormat: Sendable {
  /// A place on a scale, by which bars, colours and icons go.
  public enum Threshold: Hashable, Sendable {
    /// The least value of the range.
    case least
    /// The greatest value of the range.
    case greatest
    /// A number.
    case number(Double)
    /// A part of the way from the least to the greatest value, 0 to 100.
    case percent(Double)
    /// So many of a hundred values lie below, 0 to 100.
    case percentile(Double)
    /// A formula's value.
    case formula(String)
  }

  /// Excel's sets of icons, of three to five.
  public enum IconSet: String, Hashable, Sendable {
    /// Arrows: down, across, up.
    case threeArrows = "3Arrows"
    /// Red, yellow and green lights.
    case threeTrafficLights = "3TrafficLights1"
    /// Red, yellow and green signs of three shapes, which the colour-blind can tell apart.
    case threeSigns = "3Signs"
    /// A cross, an exclamation mark, a tick.
    case threeSymbols = "3Symbols"
    /// Red, yellow and green flags.
    case threeFlags = "3Flags"
    /// Arrows in four directions.
    case fourArrows = "4Arrows"
    /// Four bars, more and more of them filled.
    case fourRatings = "4Rating"
    /// Arrows in five directions.
    case fiveArrows = "5Arrows"
    /// Five bars, more and more of them filled.
    case fiveRatings = "5Rating"

    /// How many icons the set has.
    public var count: Int {
      switch self {
      case .fourArrows, .fourRatings: 4
      case .fiveArrows, .fiveRatings: 5
      default: 3
      }
    }
  }

  enum Kind: Sendable {
    case cells(CellComparison, HighlightStyle)
    case formula(String, HighlightStyle)
    case duplicates(HighlightStyle)
    case blanks(HighlightStyle)
    case errors(HighlightStyle)
    case contains(String, HighlightStyle)
    case top(Int, isPercent: Bool, isBottom: Bool, HighlightStyle)
    case colorScale([(Threshold, CellColor)])
    case dataBar(CellColor, from: Threshold, to: Threshold, showsValue: Bool)
    case icons(IconSet, [Threshold], isReversed: Bool, showsValue: Bool)
  }

  var kind: Kind
  /// Whether rules after this one are passed over where it applies.
  public var stopsIfTrue = false

  /// Cells whose value compares in a way.
  public static func cells(
    _ comparison: CellComparison, _ style: HighlightStyle
  ) -> ConditionalFormat {
    ConditionalFormat(kind: .cells(comparison, style))
  }

  /// Cells for which a formula is true, written for the first cell of the first range.
  public static func formula(_ formula: String, _ style: HighlightStyle) -> ConditionalFormat {
    ConditionalFormat(kind: .formula(formula, style))
  }

  /// Cells whose value occurs more than once.
  public static func duplicates(_ style: HighlightStyle) -> ConditionalFormat {
    ConditionalFormat(kind: .duplicates(style))
  }

  /// Cells that are blank.
  public static func blanks(_ style: HighlightStyle) -> ConditionalFormat {
    ConditionalFormat(kind: .blanks(style))
  }

  /// Cells that hold an error.
  public static func errors(_ style: HighlightStyle) -> ConditionalFormat {
    ConditionalFormat(kind: .errors(style))
  }

  /// Cells whose text contains a word, in any case.
  public static func contains(_ text: String, _ style: HighlightStyle) -> ConditionalFormat {
    ConditionalFormat(kind: .contains(text, style))
  }

  /// The greatest values, or the least.
  ///
  /// - Parameters:
  ///   - count: how many, or how many of a hundred; 1 to 1,000.
  ///   - isPercent: whether the count is of a hundred.
  ///   - isBottom: whether the least are meant.
  ///   - style: how they look.
  /// - Returns: the rule.
  public static func top(
    _ count: Int, isPercent: Bool = false, isBottom: Bool = false, _ style: HighlightStyle
  ) -> ConditionalFormat {
    ConditionalFormat(kind: .top(count, isPercent: isPercent, isBottom: isBottom, style))
  }

  /// Backgrounds that go from colour to colour, over two or three places of the scale.
  public static func colorScale(_ stops: [(Threshold, CellColor)]) -> ConditionalFormat {
    ConditionalFormat(kind: .colorScale(stops))
  }

  /// Bars as long as the value is great.
  public static func dataBar(
    _ color: CellColor, from: Threshold = .least, to: Threshold = .greatest,
    showsValue: Bool = true
  ) -> ConditionalFormat {
    ConditionalFormat(kind: .dataBar(color, from: from, to: to, showsValue: showsValue))
  }

  /// Icons that change at places of the scale.
  ///
  /// - Parameters:
  ///   - set: the icons, from the least value up.
  ///   - thresholds: where each icon but the first begins, so one less than there are icons; when
  ///     they are left out, the scale is divided evenly.
  ///   - isReversed: whether the icons go from the greatest value down.
  ///   - showsValue: whether the value is shown beside its icon.
  /// - Returns: the rule.
  public static func icons(
    _ set: IconSet, _ thresholds: [Threshold] = [], isReversed: Bool = false,
    showsValue: Bool = true
  ) -> ConditionalFormat {
    ConditionalFormat(kind: .icons(set, thresholds, isReversed: isReversed, showsValue: showsValue))
  }
}
