/// What a measure should reach.
public struct Target: Hashable, Sendable {
  /// A value to reach or a range to stay in, never both.
  public enum Goal: Hashable, Sendable {
    /// A value to reach.
    case value(FiniteNumber)
    /// A range to stay in.
    case range(ValueRange)
  }

  /// What to reach.
  public var goal: Goal
  /// Until when.
  public var by: Moment?
  /// A remark.
  public var note: LocalizedText?

  /// Makes a target.
  ///
  /// - Parameters:
  ///   - goal: What to reach.
  ///   - by: Until when.
  ///   - note: A remark.
  public init(_ goal: Goal, by: Moment? = nil, note: LocalizedText? = nil) {
    self.goal = goal
    self.by = by
    self.note = note
  }

  /// Makes a target of one value.
  ///
  /// - Parameters:
  ///   - value: What to reach.
  ///   - by: Until when.
  ///   - note: A remark.
  public init(_ value: FiniteNumber, by: Moment? = nil, note: LocalizedText? = nil) {
    self.init(.value(value), by: by, note: note)
  }
}

/// Where a measure stood at the start.
public struct Baseline: Hashable, Sendable {
  /// The value.
  public var value: FiniteNumber
  /// When it held.
  public var at: Moment?
  /// A remark.
  public var note: LocalizedText?

  /// Makes a baseline.
  ///
  /// - Parameters:
  ///   - value: The value.
  ///   - at: When it held.
  ///   - note: A remark.
  public init(_ value: FiniteNumber, at: Moment? = nil, note: LocalizedText? = nil) {
    self.value = value
    self.at = at
    self.note = note
  }
}

/// Where a measure stands.
public struct CurrentValue: Hashable, Sendable {
  /// The value.
  public var value: FiniteNumber
  /// When it was taken.
  public var at: Moment?

  /// Makes a current value.
  ///
  /// - Parameters:
  ///   - value: The value.
  ///   - at: When it was taken.
  public init(_ value: FiniteNumber, at: Moment? = nil) {
    self.value = value
    self.at = at
  }
}

/// What others reach.
public struct Benchmark: Hashable, Sendable {
  /// The value.
  public var value: FiniteNumber
  /// Whose value it is.
  public var label: LocalizedText?
  /// Where it was published.
  public var source: LocalizedText?
  /// When it held.
  public var date: Moment?

  /// Makes a benchmark.
  ///
  /// - Parameters:
  ///   - value: The value.
  ///   - label: Whose value it is.
  ///   - source: Where it was published.
  ///   - date: When it held.
  public init(
    _ value: FiniteNumber, label: LocalizedText? = nil, source: LocalizedText? = nil,
    date: Moment? = nil
  ) {
    self.value = value
    self.label = label
    self.source = source
    self.date = date
  }
}

/// The share of a measure in its group, 0 to 1.
public struct Weight: Hashable, Sendable {
  /// The share, 0 to 1: 0.2 means 20 %.
  public let share: FiniteNumber

  /// Makes a weight.
  ///
  /// Gives nil if it lies outside.
  ///
  /// - Parameter share: 0 to 1.
  public init?(_ share: FiniteNumber) {
    guard share >= 0, share <= 1 else { return nil }
    self.share = share
  }
}

/// How many decimals of a value are shown; the stored value is never rounded.
public struct DecimalPlaces: Hashable, Sendable {
  /// The number of decimals, 0 to 10.
  public let count: Int

  /// Makes a number of decimals.
  ///
  /// Gives nil if it lies outside.
  ///
  /// - Parameter count: 0 to 10.
  public init?(_ count: Int) {
    guard (0...10).contains(count) else { return nil }
    self.count = count
  }
}
