extension FormulaExpression {
  /// Reads a formula.
  ///
  /// `*`, `×` and `·` multiply, `/` and `÷` divide, hyphen, minus sign and en dash subtract.
  /// Anything unsure is an error: no implied multiplication, no percent sign, no decimal comma.
  ///
  /// - Parameter text: The formula, at most ``maximumLength`` bytes and ``maximumParts`` parts.
  /// - Throws: ``CatalogError`` with code `.expression`, its column pointing into the text.
  /// - Complexity: O(*n*) in the text's length.
  public init(_ text: String) throws(CatalogError) {
    var parser = try FormulaParser(text)
    self.init(parsed: try parser.parse())
  }
}

/// Reads formulas by recursive descent, one method for each level of binding.
struct FormulaParser {
  /// How deep parentheses, calls and minus signs may nest; the parser recurses that deep.
  static let maximumDepth = 64

  private typealias Node = FormulaExpression.Node
  private var tokenizer: FormulaTokenizer
  private var current: FormulaTokenizer.Located
  private var parts = 0
  private var depth = 0

  init(_ text: String) throws(CatalogError) {
    tokenizer = try FormulaTokenizer(text)
    current = try tokenizer.next()
  }

  mutating func parse() throws(CatalogError) -> FormulaExpression.Node {
    if current.token == .end { throw CatalogError(.formulaEmpty, column: 1) }
    let node = try sum()
    guard current.token == .end else { throw expected("an operator or the end") }
    return node
  }

  private mutating func sum() throws(CatalogError) -> Node {
    var left = try product()
    while case .operation(let operation) = current.token,
      operation == .plus || operation == .minus
    {
      try advance()
      left = try counted(.operation(operation, left, try product()))
    }
    return left
  }

  private mutating func product() throws(CatalogError) -> Node {
    var left = try unary()
    while case .operation(let operation) = current.token,
      operation == .times || operation == .divided
    {
      try advance()
      left = try counted(.operation(operation, left, try unary()))
    }
    return left
  }

  private mutating func unary() throws(CatalogError) -> Node {
    guard case .operation(.minus) = current.token else { return try primary() }
    try advance()
    try descend()
    defer { depth -= 1 }
    return try counted(.negation(try unary()))
  }

  private mutating func primary() throws(CatalogError) -> Node {
    let start = current
    switch start.token {
    case .number(let number):
      try advance()
      return try counted(.number(number))
    case .open:
      try advance()
      try descend()
      defer { depth -= 1 }
      let inner = try sum()
      try close()
      return inner
    case .name(let text):
      try advance()
      if current.token == .open { return try call(text, column: start.column) }
      guard let name = FormulaName(text) else {
        throw CatalogError(.formulaName(text), column: start.column)
      }
      return try counted(.input(name))
    default:
      throw expected("a number, an input or '('")
    }
  }

  private mutating func call(_ name: String, column: Int) throws(CatalogError) -> Node {
    guard let function = FormulaFunction(rawValue: name) else {
      let names = FormulaFunction.allCases.map(\.rawValue)
      let nearest = SpellingSuggestion.nearest(to: name, among: names)
      throw CatalogError(.formulaFunction(name, nearest: nearest), column: column)
    }
    try advance()
    try descend()
    defer { depth -= 1 }
    var arguments: [Node] = []
    if current.token != .close {
      arguments.append(try sum())
      while current.token == .comma {
        try advance()
        arguments.append(try sum())
      }
    }
    try close()
    guard function.takes(arguments.count) else {
      let fault = CatalogFault.formulaArguments(
        function: name, expected: function.argumentsInWords)
      throw CatalogError(fault, column: column)
    }
    return try counted(.call(function, arguments))
  }

  private mutating func close() throws(CatalogError) {
    guard current.token == .close else { throw expected("')'") }
    try advance()
  }

  private mutating func advance() throws(CatalogError) {
    current = try tokenizer.next()
  }

  private mutating func descend() throws(CatalogError) {
    depth += 1
    guard depth <= Self.maximumDepth else { throw tooDeep() }
  }

  private mutating func counted(_ node: Node) throws(CatalogError) -> Node {
    parts += 1
    guard parts <= FormulaExpression.maximumParts else { throw tooDeep() }
    return node
  }

  private func tooDeep() -> CatalogError {
    CatalogError(
      .formulaTooDeep(limit: FormulaExpression.maximumParts), column: current.column)
  }

  private func expected(_ what: String) -> CatalogError {
    CatalogError(.formulaExpected(what, found: current.text), column: current.column)
  }
}
