/// The functions a formula may use; each takes lists of values and gives one number.
public enum FormulaFunction: String, Hashable, Sendable, CaseIterable {
  /// The sum.
  case sum
  /// How many values there are.
  case count
  /// How many different values there are.
  case countDistinct = "count_distinct"
  /// The arithmetic mean.
  case mean
  /// The value in the middle; of an even number, the mean of the two.
  case median
  /// The value below which so many percent lie, with linear interpolation as Excel's
  /// `PERCENTILE.INC`: `percentile(days, 90)`.
  case percentile
  /// The smallest.
  case min
  /// The largest.
  case max

  /// Says whether the function can take so many arguments.
  func takes(_ count: Int) -> Bool {
    switch self {
    case .percentile: count == 2
    case .min, .max: count >= 1
    default: count == 1
    }
  }

  /// What the function takes, in words.
  var argumentsInWords: String {
    switch self {
    case .percentile: "a list and a percent"
    case .min, .max: "one or more lists or numbers"
    default: "one list"
    }
  }

  /// Applies the function to numbers; nil for an empty list.
  func apply(to values: [Double], percent: Double? = nil) -> Double? {
    guard let first = values.first else { return nil }
    switch self {
    case .sum: return values.reduce(0, +)
    case .count: return Double(values.count)
    case .countDistinct: return Double(Set(values).count)
    case .mean: return values.reduce(0, +) / Double(values.count)
    case .median: return Self.percentile(50, of: values)
    case .percentile: return percent.flatMap { Self.percentile($0, of: values) }
    case .min: return values.reduce(first) { Swift.min($0, $1) }
    case .max: return values.reduce(first) { Swift.max($0, $1) }
    }
  }

  private static func percentile(_ percent: Double, of values: [Double]) -> Double? {
    guard percent >= 0, percent <= 100, !values.isEmpty else { return nil }
    let sorted = values.sorted()
    let place = percent / 100 * Double(sorted.count - 1)
    let below = Int(place.rounded(.down))
    let above = Swift.min(below + 1, sorted.count - 1)
    guard sorted.indices.contains(below) else { return nil }
    let part = place - Double(below)
    // Weighting both ends avoids the overflow of a difference.
    return part == 0 ? sorted[below] : sorted[below] * (1 - part) + sorted[above] * part
  }
}
