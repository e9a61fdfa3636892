/// The fields of a definition, by the keys a catalog file has, in their order there.
public enum KPIField: String, Hashable, Sendable, CaseIterable {
  /// The identity.
  case id
  /// The workbook's own reference.
  case code
  /// The name.
  case name
  /// Other names.
  case aliases
  /// The perspective of the scorecard.
  case perspective
  /// Opinion or activity.
  case kind
  /// The group.
  case group
  /// The audience.
  case audience
  /// The objective.
  case objective
  /// The question the number answers.
  case question
  /// What is counted.
  case description
  /// Why it is measured.
  case rationale
  /// What is in and out.
  case scope
  /// The formula.
  case formula
  /// The type of the values.
  case valueType
  /// The unit.
  case unit
  /// The scale.
  case scale
  /// The decimals shown.
  case decimals
  /// Which way is better.
  case direction
  /// How often it is measured.
  case frequency
  /// How often it is reported.
  case reportingFrequency
  /// The time one value covers.
  case window
  /// How values roll up.
  case aggregation
  /// Where the data lie.
  case source
  /// How the data are gathered.
  case method
  /// The survey behind it.
  case instrument
  /// Leading or lagging.
  case leadLag
  /// Who answers for it.
  case owner
  /// Who enters it.
  case collector
  /// Where it stood.
  case baseline
  /// What it should reach.
  case targets
  /// The boundaries of the colors.
  case thresholds
  /// Where it stands.
  case current
  /// Its share in the group.
  case weight
  /// What others reach.
  case benchmarks
  /// The measures that test it.
  case pairedWith
  /// The measures it uses.
  case derivedFrom
  /// How it misleads.
  case pitfalls
  /// Where claims can be looked up.
  case evidence
  /// Free marks.
  case tags
  /// Free text.
  case notes
  /// Whether it is in use.
  case lifecycle
  /// When to look at it again.
  case reviewDate
  /// The version of the definition.
  case version
  /// Other known definitions.
  case variants
  /// Checks that are silent about it.
  case ignore
  /// Columns without a field.
  case custom
  /// Where it was read from.
  case origin
}
