/// What an input of a formula is given.
public enum FormulaInputValue: Hashable, Sendable {
  /// One number.
  case number(FiniteNumber)
  /// A list of numbers.
  case numbers([FiniteNumber])
  /// A list of labels, which can only be counted.
  case labels([String])
}

extension FormulaInputValue: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
  ExpressibleByArrayLiteral
{
  /// Makes one number of a literal.
  public init(integerLiteral value: Int) { self = .number(FiniteNumber(value)) }
  /// Makes one number of a literal.
  public init(floatLiteral value: Double) { self = .number(FiniteNumber(floatLiteral: value)) }
  /// Makes a list of numbers of a literal.
  public init(arrayLiteral elements: FiniteNumber...) { self = .numbers(elements) }
}

extension FormulaExpression {
  /// Computes the formula.
  ///
  /// A single number counts as a list of one. Operations on lists work item by item, as in
  /// `sum(weight * score)`; a number beside a list is used for each item.
  ///
  /// - Parameter inputs: The value of each input by name; more than the formula uses do no harm.
  /// - Returns: nil, never zero, where the result is undefined: an input is missing, a list is
  ///   empty, lists differ in length, something is divided by zero, labels are reckoned with, a
  ///   list is left over, or the result is too large.
  /// - Complexity: O(*n*) in the values used; O(*n* log *n*) for medians and percentiles.
  public func evaluate(_ inputs: [String: FormulaInputValue]) -> FiniteNumber? {
    guard case .number(let result) = Self.value(of: root, inputs) else { return nil }
    return FiniteNumber(result)
  }

  private enum Value {
    case number(Double)
    case list([Double])
    case labels([String])

    /// The numbers, or nil for labels.
    var numbers: [Double]? {
      switch self {
      case .number(let number): [number]
      case .list(let list): list
      case .labels: nil
      }
    }
  }

  private static func value(of node: Node, _ inputs: [String: FormulaInputValue]) -> Value? {
    switch node {
    case .number(let number):
      return .number(number.double)
    case .input(let name):
      switch inputs[name.text] {
      case .number(let number): return .number(number.double)
      case .numbers(let numbers): return .list(numbers.map(\.double))
      case .labels(let labels): return .labels(labels)
      case nil: return nil
      }
    case .negation(let operand):
      return value(of: operand, inputs).flatMap { map($0) { -$0 } }
    case .operation(let operation, let left, let right):
      guard let left = value(of: left, inputs), let right = value(of: right, inputs) else {
        return nil
      }
      return combine(left, right, by: operation)
    case .call(let function, let arguments):
      return call(function, arguments, inputs)
    }
  }

  private static func map(_ value: Value, _ transform: (Double) -> Double) -> Value? {
    switch value {
    case .number(let number): .number(transform(number))
    case .list(let list): .list(list.map(transform))
    case .labels: nil
    }
  }

  private static func combine(_ left: Value, _ right: Value, by operation: Operation) -> Value? {
    switch (left, right) {
    case (.number(let left), .number(let right)):
      return apply(operation, left, right).map(Value.number)
    case (.labels, _), (_, .labels):
      return nil
    case (.list(let left), .list(let right)):
      guard left.count == right.count else { return nil }
      return list(zip(left, right).lazy.map { apply(operation, $0, $1) })
    case (.list(let left), .number(let right)):
      return list(left.lazy.map { apply(operation, $0, right) })
    case (.number(let left), .list(let right)):
      return list(right.lazy.map { apply(operation, left, $0) })
    }
  }

  private static func list(_ results: some Sequence<Double?>) -> Value? {
    var list: [Double] = []
    for result in results {
      guard let result else { return nil }
      list.append(result)
    }
    return .list(list)
  }

  private static func apply(_ operation: Operation, _ left: Double, _ right: Double) -> Double? {
    let result: Double
    switch operation {
    case .plus: result = left + right
    case .minus: result = left - right
    case .times: result = left * right
    case .divided:
      guard right != 0 else { return nil }
      result = left / right
    }
    return result.isFinite ? result : nil
  }

  private static func call(
    _ function: FormulaFunction, _ arguments: [Node], _ inputs: [String: FormulaInputValue]
  ) -> Value? {
    var values: [Value] = []
    for argument in arguments {
      guard let value = value(of: argument, inputs) else { return nil }
      values.append(value)
    }
    guard let first = values.first else { return nil }
    if case .labels(let labels) = first {
      guard !labels.isEmpty, values.count == 1 else { return nil }
      switch function {
      case .count: return .number(Double(labels.count))
      case .countDistinct: return .number(Double(Set(labels).count))
      default: return nil
      }
    }
    var numbers: [Double] = []
    var percent: Double?
    if function == .percentile {
      guard values.count == 2, case .number(let share) = values[1], let list = first.numbers else {
        return nil
      }
      percent = share
      numbers = list
    } else {
      for value in values {
        guard let list = value.numbers else { return nil }
        numbers += list
      }
    }
    return function.apply(to: numbers, percent: percent).map(Value.number)
  }
}
