/// Which way a measure should go.
public enum Direction: String, Hashable, Sendable, CaseIterable {
  /// The higher the better.
  case higherIsBetter = "higher"
  /// The lower the better.
  case lowerIsBetter = "lower"
  /// Good between two values.
  case withinRange = "range"
  /// Informational, never judged.
  case unjudged = "none"
}

extension Direction: CatalogWord {
  static var noun: String { "a direction" }

  static func meant(by text: String) -> Direction? {
    switch text.lowercased() {
    case "up", "maximize", "maximise", "increase": .higherIsBetter
    case "down", "minimize", "minimise", "decrease": .lowerIsBetter
    case "between", "stabilize", "stabilise", "target": .withinRange
    default: nil
    }
  }
}

/// Whether a measure tells what is coming or what has been.
public enum LeadLag: String, Hashable, Sendable, CaseIterable {
  /// Moves before the result it stands for.
  case lead
  /// Is itself the result, or follows it.
  case lag
}

extension LeadLag: CatalogWord {
  static var noun: String { "a lead or lag mark" }
}
