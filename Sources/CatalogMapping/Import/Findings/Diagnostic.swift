public import SpreadsheetML

/// Something an import found that a person should know: where, what, and what to do about it.
///
/// An error means that something of the workbook could not be taken; a warning, that a value was
/// read in one of several possible ways or left out; a note, that something was passed over on
/// purpose.
public struct Diagnostic: Hashable, Sendable, CustomStringConvertible {
  /// How much it matters.
  public enum Severity: String, Hashable, Sendable, Comparable, CaseIterable {
    /// Something could not be taken.
    case error
    /// A value is doubtful or was left out.
    case warning
    /// For information.
    case note

    private var rank: Int {
      switch self {
      case .error: 0
      case .warning: 1
      case .note: 2
      }
    }

    /// Orders by weight, errors first.
    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
  }

  /// How much it matters.
  public var severity: Severity
  /// Where: file, sheet and cell as far as they are known.
  public var place: Place
  /// What is wrong and what to do, one sentence without a full stop.
  public var message: String
  /// The name of the rule that spoke, such as `percent-fraction`; stable across versions.
  public var rule: String
  /// For how many more findings of the same rule in the same column this one stands; 0 for one that
  /// stands for itself.
  public var unlisted = 0

  /// Makes a diagnostic.
  ///
  /// - Parameters:
  ///   - severity: How much it matters.
  ///   - place: Where it is.
  ///   - message: What is wrong and what to do.
  ///   - rule: The name of the rule.
  public init(_ severity: Severity, at place: Place, _ message: String, rule: String) {
    self.severity = severity
    self.place = place
    self.message = message
    self.rule = rule
  }

  /// One line: `book.xlsx: Measures!F9: warning: …`.
  public var description: String { "\(place): \(severity.rawValue): \(message)" }
}
