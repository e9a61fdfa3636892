/// How the value of a cell is compared with one bound or two.
///
/// Bounds are formulas: `0.8`, `"yes"` in quotes, `$G2`.
public enum CellComparison: Hashable, Sendable {
  /// Below a bound.
  case lessThan(String)
  /// Not above a bound.
  case lessThanOrEqual(String)
  /// Above a bound.
  case greaterThan(String)
  /// Not below a bound.
  case greaterThanOrEqual(String)
  /// The same as a bound.
  case equal(String)
  /// Other than a bound.
  case notEqual(String)
  /// Within two bounds, both included.
  case between(String, String)
  /// Outside two bounds.
  case notBetween(String, String)

  /// The operator's name (ECMA-376 Part 1, 18.18.15 and 18.18.20) and its bounds.
  var parts: (name: String, bounds: [String]) {
    switch self {
    case .lessThan(let bound): ("lessThan", [bound])
    case .lessThanOrEqual(let bound): ("lessThanOrEqual", [bound])
    case .greaterThan(let bound): ("greaterThan", [bound])
    case .greaterThanOrEqual(let bound): ("greaterThanOrEqual", [bound])
    case .equal(let bound): ("equal", [bound])
    case .notEqual(let bound): ("notEqual", [bound])
    case .between(let low, let high): ("between", [low, high])
    case .notBetween(let low, let high): ("notBetween", [low, high])
    }
  }

  /// - Throws: ``WorkbookError`` for a bound that Excel would not take.
  func check() throws(WorkbookError) {
    for bound in parts.bounds { try ExcelLimits.checkFormula(bound) }
  }
}
