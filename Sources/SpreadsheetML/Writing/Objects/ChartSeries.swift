/// One row of values of a chart.
public struct ChartSeries: Hashable, Sendable {
  /// The name: a cell's address such as `Data!$B$1`, or a text in quotes as formulas write it.
  public var name: String
  /// The range of the categories' names, such as `Data!$A$2:$A$13`; empty for 1, 2, 3.
  public var categories: String
  /// The range of the values.
  public var values: String
  /// The colour; nil for the next of the usual ones.
  public var color: CellColor?
  /// Whether the points of a line are marked.
  public var hasMarkers: Bool

  /// Makes a series.
  public init(
    _ name: String, categories: String = "", values: String, color: CellColor? = nil,
    hasMarkers: Bool = false
  ) {
    self.name = name
    self.categories = categories
    self.values = values
    self.color = color
    self.hasMarkers = hasMarkers
  }
}
