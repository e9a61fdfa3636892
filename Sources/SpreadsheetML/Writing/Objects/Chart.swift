/// A plain chart (ECMA-376 Part 1, 21.2).
///
///     var chart = Chart(.column, title: "Net promoter score")
///     chart.series = [
///       ChartSeries("Data!$B$1", categories: "Data!$A$2:$A$13", values: "Data!$B$2:$B$13")
///     ]
///     try sheet.addChart(chart, at: "H2:P18")
public struct Chart: Sendable {
  /// What is drawn for each value.
  public enum Kind: Hashable, Sendable {
    /// An upright column.
    case column
    /// A bar from left to right.
    case bar
    /// A point on a line.
    case line
  }

  /// Where the list of series stands.
  public enum Legend: String, Hashable, Sendable {
    /// There is none.
    case none
    /// Right of the chart.
    case right = "r"
    /// Below the chart.
    case bottom = "b"
    /// Above the chart.
    case top = "t"
  }

  /// What is drawn for each value.
  public var kind: Kind
  /// The title; empty for none.
  public var title: String
  /// The series, drawn in this order.
  public var series: [ChartSeries] = []
  /// Whether columns or bars of one category stand upon one another.
  public var isStacked = false
  /// What stands below the categories; empty for nothing.
  public var categoryTitle = ""
  /// What stands beside the values; empty for nothing.
  public var valueTitle = ""
  /// How values are shown on their axis; nil for the format of the cells.
  public var valueFormat: NumberFormat?
  /// The value at the start of the axis; nil leaves it to the program.
  public var leastValue: Double?
  /// The value at the end of the axis; nil leaves it to the program.
  public var greatestValue: Double?
  /// Where the list of series stands.
  public var legend = Legend.bottom
  /// Whether each value is written beside its column, bar or point.
  public var showsValues = false
  /// What the picture shows, for those who cannot see it.
  public var alternativeText = ""

  /// Makes a chart without series.
  public init(_ kind: Kind, title: String = "") {
    self.kind = kind
    self.title = title
  }

  /// The colours of series that have none of their own, told apart by the colour-blind too.
  static let colors: [CellColor] = [
    0x1F4E79, 0xED7D31, 0x7F7F7F, 0xFFC000, 0x5B9BD5, 0x70AD47, 0x264478, 0x9E480E,
  ]
}
