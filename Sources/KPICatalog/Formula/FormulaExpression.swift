/// A formula a program can compute: numbers, named inputs, `+ - * /`, parentheses and a few
/// functions over lists.
///
///     let formula = try FormulaExpression("100 * (promoters - detractors) / respondents")
///     formula.evaluate(["promoters": 57, "detractors": 19, "respondents": 100])  // 38
///
/// Two expressions are equal if they have the same parts, however they were spaced.
public struct FormulaExpression: Hashable, Sendable {
  /// The four operations.
  public enum Operation: String, Hashable, Sendable, CaseIterable {
    /// Addition.
    case plus = "+"
    /// Subtraction.
    case minus = "-"
    /// Multiplication.
    case times = "*"
    /// Division.
    case divided = "/"
  }

  /// A part of an expression.
  public indirect enum Node: Hashable, Sendable {
    /// A number of zero or more.
    case number(FiniteNumber)
    /// A named input.
    case input(FormulaName)
    /// A unary minus.
    case negation(Node)
    /// One of the four operations.
    case operation(Operation, Node, Node)
    /// A function with its arguments.
    case call(FormulaFunction, [Node])
  }

  /// The most parts an expression may have, and so the deepest it can nest.
  public static let maximumParts = 400
  /// The longest text an expression is read from, in bytes.
  public static let maximumLength = 8192

  /// The outermost part.
  public let root: Node

  /// Makes an expression of its parts.
  ///
  /// Gives nil if there are too many parts or a function has the wrong number of arguments.
  ///
  /// - Parameter root: The outermost part.
  public init?(_ root: Node) {
    var parts = 0
    guard let root = Self.checked(root, parts: &parts) else { return nil }
    self.root = root
  }

  init(parsed root: Node) {
    self.root = root
  }

  /// The names of the inputs, each once, in the order of the text.
  public var inputNames: [FormulaName] {
    var names: [FormulaName] = []
    Self.collect(root, into: &names)
    return names
  }

  private static func collect(_ node: Node, into names: inout [FormulaName]) {
    switch node {
    case .number: break
    case .input(let name): if !names.contains(name) { names.append(name) }
    case .negation(let operand): collect(operand, into: &names)
    case .operation(_, let left, let right):
      collect(left, into: &names)
      collect(right, into: &names)
    case .call(_, let arguments): for argument in arguments { collect(argument, into: &names) }
    }
  }

  /// The node with negative numbers written as negations, as the parser gives them, or nil if it
  /// cannot stand.
  private static func checked(_ node: Node, parts: inout Int) -> Node? {
    parts += 1
    guard parts <= maximumParts else { return nil }
    switch node {
    case .number(let number):
      guard number < 0, let positive = FiniteNumber(-number.double) else { return node }
      return .negation(.number(positive))
    case .input:
      return node
    case .negation(let operand):
      return checked(operand, parts: &parts).map { .negation($0) }
    case .operation(let operation, let left, let right):
      guard let left = checked(left, parts: &parts), let right = checked(right, parts: &parts)
      else { return nil }
      return .operation(operation, left, right)
    case .call(let function, let arguments):
      guard function.takes(arguments.count) else { return nil }
      var parsed: [Node] = []
      for argument in arguments {
        guard let argument = checked(argument, parts: &parts) else { return nil }
        parsed.append(argument)
      }
      return .call(function, parsed)
    }
  }
}
