extension FormulaExpression: CustomStringConvertible {
  /// The formula in its canonical form: one blank around each operation, parentheses only where
  /// they are needed.
  ///
  /// Reading it gives an equal expression.
  public var description: String {
    var text = ""
    Self.print(root, into: &text, binding: .sum)
    return text
  }

  /// How tightly a place in a formula binds what stands there.
  private enum Binding: Int {
    case sum, product, unary, atom
  }

  private static func print(_ node: Node, into text: inout String, binding: Binding) {
    let own = self.binding(of: node)
    guard own.rawValue >= binding.rawValue else {
      text += "("
      print(node, into: &text, binding: .sum)
      text += ")"
      return
    }
    switch node {
    case .number(let number):
      text += number.description
    case .input(let name):
      text += name.text
    case .negation(let operand):
      text += "-"
      print(operand, into: &text, binding: .atom)
    case .operation(let operation, let left, let right):
      print(left, into: &text, binding: own)
      text += " " + operation.rawValue + " "
      // An operation on the right of one that binds alike keeps its parentheses, so that the parts
      // stay as they are.
      print(right, into: &text, binding: own == .sum ? .product : .unary)
    case .call(let function, let arguments):
      text += function.rawValue + "("
      var isFirst = true
      for argument in arguments {
        if !isFirst { text += ", " }
        isFirst = false
        print(argument, into: &text, binding: .sum)
      }
      text += ")"
    }
  }

  private static func binding(of node: Node) -> Binding {
    switch node {
    case .number, .input, .call: .atom
    case .negation: .unary
    case .operation(.plus, _, _), .operation(.minus, _, _): .sum
    case .operation(.times, _, _), .operation(.divided, _, _): .product
    }
  }
}
