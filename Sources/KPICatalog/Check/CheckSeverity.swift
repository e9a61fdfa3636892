/// How much a finding matters.
public enum CheckSeverity: String, Hashable, Sendable, CaseIterable {
  /// The definition contradicts itself or its own scale.
  case error
  /// Very likely a mistake, or a gap that makes the measure unsafe to use.
  case warning
  /// Advice.
  case note
}

extension CheckSeverity: Comparable {
  /// Orders severities from note to error.
  public static func < (left: CheckSeverity, right: CheckSeverity) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}
