/// A way to make one value of several.
public enum AggregationRule: String, Hashable, Sendable, CaseIterable {
  /// Add them up.
  case sum
  /// Take the arithmetic mean.
  case mean
  /// Take the latest.
  case last
  /// Take the earliest.
  case first
  /// Take the smallest.
  case min
  /// Take the largest.
  case max
  /// Take the one in the middle.
  case median
  /// Divide the sum of the numerators by the sum of the denominators.
  case ratioOfSums
  /// Multiply what is left each time, as for churn.
  case compound
  /// Compute anew from the raw answers or orders.
  case recompute
  /// Do not aggregate.
  case forbidden = "none"
}

extension AggregationRule: CatalogWord {
  static var noun: String { "an aggregation" }

  static func meant(by text: String) -> AggregationRule? {
    switch text.lowercased() {
    case "average", "avg": .mean
    case "total": .sum
    case "minimum": .min
    case "maximum": .max
    case "latest": .last
    default: nil
    }
  }
}

/// How values of a measure roll up.
public struct Aggregation: Hashable, Sendable {
  /// Over time: months to quarters.
  public var time: AggregationRule?
  /// Across units or segments.
  public var across: AggregationRule?
  /// What else must be known.
  public var note: LocalizedText?

  /// Makes a roll-up rule.
  ///
  /// - Parameters:
  ///   - time: The rule over time.
  ///   - across: The rule across units or segments.
  ///   - note: What else must be known.
  public init(
    time: AggregationRule? = nil, across: AggregationRule? = nil, note: LocalizedText? = nil
  ) {
    self.time = time
    self.across = across
    self.note = note
  }
}
