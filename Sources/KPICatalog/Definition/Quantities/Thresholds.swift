/// The boundaries between good, doubtful and bad.
///
/// For a measure that should go one way each band has one boundary, which belongs to the better
/// band; for one that should stay in a range each band is a range. Amber may be missing: then there
/// are two colors.
public struct Thresholds: Hashable, Sendable {
  /// The edge of a band.
  public enum Band: Hashable, Sendable {
    /// The value from which the band holds, in the measure's direction.
    case boundary(FiniteNumber)
    /// The range in which the band holds.
    case range(ValueRange)
  }

  /// What the numbers are.
  public enum Mode: String, Hashable, Sendable, CaseIterable {
    /// Values of the measure.
    case absolute
    /// Percents of the target.
    case percentOfTarget
    /// Percents of the way from the scale's minimum to its maximum.
    case percentOfRange
  }

  /// Where good begins.
  public let green: Band?
  /// Where doubtful begins.
  public let amber: Band?
  /// What the numbers are.
  public let mode: Mode

  /// Makes thresholds.
  ///
  /// Whether the order of the boundaries fits the measure's direction is for the catalog's checks.
  ///
  /// Gives nil if both are missing or one is a boundary and the other a range.
  ///
  /// - Parameters:
  ///   - green: Where good begins.
  ///   - amber: Where doubtful begins.
  ///   - mode: What the numbers are; values of the measure by default.
  public init?(green: Band?, amber: Band? = nil, mode: Mode = .absolute) {
    switch (green, amber) {
    case (nil, nil), (.boundary, .range), (.range, .boundary): return nil
    default: break
    }
    self.green = green
    self.amber = amber
    self.mode = mode
  }
}

extension Thresholds.Mode: CatalogWord {
  static var noun: String { "a threshold mode" }
}
