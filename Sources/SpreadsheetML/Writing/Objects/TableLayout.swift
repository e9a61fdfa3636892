/// How a table of a sheet looks and what its last row adds up (ECMA-376 Part 1, 18.5.1.2).
public struct TableLayout: Sendable {
  /// What the last row of a table holds for a column (ECMA-376 Part 1, 18.18.83).
  public enum Total: String, Hashable, Sendable {
    /// The sum of its numbers.
    case sum
    /// Their mean.
    case average
    /// How many cells are not empty.
    case count
    /// How many numbers there are.
    case numbers = "countNums"
    /// The greatest number.
    case maximum = "max"
    /// The least number.
    case minimum = "min"

    /// The number by which `SUBTOTAL` knows the function, hidden rows not counted.
    var subtotal: Int {
      switch self {
      case .average: 101
      case .numbers: 102
      case .count: 103
      case .maximum: 104
      case .minimum: 105
      case .sum: 109
      }
    }
  }

  /// One of Excel's table styles, such as `TableStyleMedium2`; nil for none.
  public var styleName: String? = "TableStyleMedium2"
  /// Whether every other row is shaded; true by default.
  public var hasRowStripes = true
  /// Whether every other column is shaded; false by default.
  public var hasColumnStripes = false
  /// Whether the first column stands out; false by default.
  public var emphasizesFirstColumn = false
  /// Whether the headings have buttons to filter by; true by default.
  public var hasFilter = true

  /// Makes the layout of an ordinary table.
  public init() {}

  /// An ordinary table in one of Excel's styles: `.styled("TableStyleLight9")`.
  public static func styled(_ name: String?) -> TableLayout {
    var layout = TableLayout()
    layout.styleName = name
    return layout
  }
}
