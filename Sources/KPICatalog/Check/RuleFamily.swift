/// Rules that look at the same fields and know of each other.
protocol RuleFamily: Sendable {
  /// The rules, in the order of their findings about one measure.
  static var rules: [CheckRule] { get }
  /// Looks at a catalog and adds what it finds.
  static func check(_ subject: CheckSubject, _ findings: inout FindingCollector)
}

/// The families, in the order of the documentation.
enum RuleFamilies {
  static let all: [any RuleFamily.Type] = [
    ScaleRules.self, ThresholdRules.self, DirectionRules.self, FractionRules.self,
    EffortRules.self, TargetRules.self, AggregationRules.self, FormulaRules.self,
    EvidenceRules.self, PairingRules.self, ObjectiveRules.self, NameRules.self,
    TranslationRules.self, CompletenessRules.self, WeightRules.self, ReferenceRules.self,
    SilencingRules.self,
  ]
}
