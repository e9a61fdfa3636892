/// How one input of a formula is drawn from its records.
public enum InputAggregate: String, Hashable, Sendable, CaseIterable {
  /// Their sum.
  case sum
  /// How many there are.
  case count
  /// How many different ones there are.
  case distinct
  /// The latest value.
  case last
  /// Taken as it is.
  case asGiven = "none"
}

extension InputAggregate: CatalogWord {
  static var noun: String { "an input's aggregate" }
}

/// A named quantity a formula uses.
public struct FormulaInput: Hashable, Sendable {
  /// The name the expression uses.
  public var name: FormulaName
  /// The name for people.
  public var label: LocalizedText?
  /// What it is counted in.
  public var unit: MeasureUnit?
  /// How it is drawn from its records.
  public var aggregate: InputAggregate?
  /// Where it comes from.
  public var source: LocalizedText?

  /// Makes an input.
  ///
  /// - Parameters:
  ///   - name: The name the expression uses.
  ///   - label: The name for people.
  ///   - unit: What it is counted in.
  ///   - aggregate: How it is drawn from its records.
  ///   - source: Where it comes from.
  public init(
    name: FormulaName, label: LocalizedText? = nil, unit: MeasureUnit? = nil,
    aggregate: InputAggregate? = nil, source: LocalizedText? = nil
  ) {
    self.name = name
    self.label = label
    self.unit = unit
    self.aggregate = aggregate
    self.source = source
  }
}

/// How a measure is computed, for people and for programs.
public struct Formula: Hashable, Sendable {
  /// The formula as people write it.
  public var text: LocalizedText?
  /// The typed expression; nil when the text could not be parsed with certainty.
  public var expression: FormulaExpression?
  /// The quantities the expression uses.
  public var inputs: [FormulaInput]
  /// Which of the known definitions this is, such as `top2box`.
  public var variant: String?

  /// Makes a formula.
  ///
  /// - Parameters:
  ///   - text: The formula as people write it.
  ///   - expression: The typed expression.
  ///   - inputs: The quantities it uses.
  ///   - variant: Which of the known definitions it is.
  public init(
    text: LocalizedText? = nil, expression: FormulaExpression? = nil,
    inputs: [FormulaInput] = [], variant: String? = nil
  ) {
    self.text = text
    self.expression = expression
    self.inputs = inputs
    self.variant = variant
  }
}
