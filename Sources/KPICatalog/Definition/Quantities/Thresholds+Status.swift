/// How a value stands: the traffic light of a scorecard.
public enum Status: String, Hashable, Sendable, CaseIterable {
  /// On track.
  case green
  /// At risk.
  case amber
  /// Off track.
  case red
}

extension Thresholds {
  /// The status of a value.
  ///
  /// A boundary belongs to the better band. With one boundary only there are two colors: green
  /// missing means amber or red.
  ///
  /// - Parameters:
  ///   - value: The value to judge.
  ///   - direction: Which way the measure should go.
  ///   - target: What percents of the target refer to; not needed otherwise.
  ///   - scale: What percents of the range refer to; not needed otherwise.
  /// - Returns: nil if the direction does not judge, does not fit the form of the bands, or the
  ///   reference is missing, or is a target of zero or below, of which percents mean nothing.
  public func status(
    of value: FiniteNumber, direction: Direction, target: FiniteNumber? = nil, scale: Scale? = nil
  ) -> Status? {
    let judges: (Band, Double) -> Bool?
    switch direction {
    case .unjudged: return nil
    case .higherIsBetter: judges = { Self.boundary(of: $0, value: $1).map { $0 <= 0 } }
    case .lowerIsBetter: judges = { Self.boundary(of: $0, value: $1).map { $0 >= 0 } }
    case .withinRange:
      judges = { band, value in
        guard case .range(let range) = band else { return nil }
        return range.low.double <= value && value <= range.high.double
      }
    }
    guard let measured = comparable(value, target: target, scale: scale) else { return nil }
    if let green {
      guard let isGreen = judges(green, measured) else { return nil }
      if isGreen { return .green }
    }
    if let amber {
      guard let isAmber = judges(amber, measured) else { return nil }
      if isAmber { return .amber }
    }
    return .red
  }

  /// The boundary minus the value, or nil for a range.
  private static func boundary(of band: Band, value: Double) -> Double? {
    guard case .boundary(let boundary) = band else { return nil }
    if boundary.double == value { return 0 }
    return boundary.double < value ? -1 : 1
  }

  /// The value in the terms of the mode.
  private func comparable(
    _ value: FiniteNumber, target: FiniteNumber?, scale: Scale?
  ) -> Double? {
    switch mode {
    case .absolute:
      return value.double
    case .percentOfTarget:
      guard let target, target > 0 else { return nil }
      return FiniteNumber(100 * value.double / target.double)?.double
    case .percentOfRange:
      guard let range = scale?.range, range.low < range.high else { return nil }
      return FiniteNumber(
        100 * (value.double - range.low.double) / (range.high.double - range.low.double))?.double
    }
  }
}
