import KPICatalog
import TestSupport
import Testing

@Suite struct FormulaExpressionTests {
  @Test(arguments: [
    ("1", "1"), ("a", "a"), (" a+b ", "a + b"), ("a - (b - c)", "a - (b - c)"),
    ("(a - b) - c", "a - b - c"), ("a / (b * c)", "a / (b * c)"), ("(a / b) * c", "a / b * c"),
    ("a + (b + c)", "a + (b + c)"), ("a * (b * c)", "a * (b * c)"), ("-a", "-a"),
    ("-(a + b)", "-(a + b)"), ("--a", "-(-a)"), ("a - -b", "a - -b"), ("-a * b", "-a * b"),
    ("-(a * b)", "-(a * b)"), ("(-a) * b", "-a * b"), ("a * -b / c", "a * -b / c"),
    ("100*(promoters-detractors)/respondents", "100 * (promoters - detractors) / respondents"),
    ("sum(weight*score)/sum(weight)", "sum(weight * score) / sum(weight)"),
    ("percentile( hours ,90 )", "percentile(hours, 90)"), ("max(a,b,3)", "max(a, b, 3)"),
    ("1.50", "1.5"), ("1e3", "1000"), ("1e16", "1e+16"), ("2.5E-7", "2.5e-07"),
    ("a × b ÷ c − d", "a * b / c - d"), ("a\u{A0}·\u{202F}b – c", "a * b - c"),
    ("réponses / total", "réponses / total"), ("count", "count"), ("sum + 1", "sum + 1"),
    ("_x1", "_x1"), ("((((a))))", "a"), ("count_distinct(ids)", "count_distinct(ids)"),
  ])
  func readsAndPrintsCanonically(_ text: String, _ canonical: String) throws {
    let formula = try FormulaExpression(text)
    #expect(formula.description == canonical)
    #expect(try FormulaExpression(canonical) == formula)
  }

  @Test func printingAndReadingKeepsRandomTrees() throws {
    var random = SplitMix(seed: 7)
    for _ in 0..<400 {
      let formula = try #require(FormulaExpression(tree(depth: 5, &random)))
      #expect(try FormulaExpression(formula.description) == formula, "\(formula)")
    }
  }

  private func tree(depth: Int, _ random: inout SplitMix) -> FormulaExpression.Node {
    let name = FormulaName("abc".map(String.init).randomElement(using: &random) ?? "a")
    let leaf = name.map(FormulaExpression.Node.input) ?? .number(1)
    guard depth > 0 else { return Bool.random(using: &random) ? leaf : .number(2.5) }
    switch Int.random(in: 0..<6, using: &random) {
    case 0: return leaf
    case 1: return .negation(tree(depth: depth - 1, &random))
    case 2:
      return .call(.max, [tree(depth: depth - 1, &random), tree(depth: depth - 1, &random)])
    default:
      let operation = FormulaExpression.Operation.allCases.randomElement(using: &random) ?? .plus
      return .operation(
        operation, tree(depth: depth - 1, &random), tree(depth: depth - 1, &random))
    }
  }

  @Test func negativeNumbersBecomeNegations() throws {
    let formula = try #require(FormulaExpression(.number(-5)))
    #expect(formula == (try FormulaExpression("-5")))
  }

  @Test func listsItsInputsOnce() throws {
    let formula = try FormulaExpression("(end - new) / start + sum(end)")
    #expect(formula.inputNames.map(\.text) == ["end", "new", "start"])
  }

  @Test func refusesTreesThatCannotStand() throws {
    let name = try #require(FormulaName("a"))
    #expect(FormulaExpression(.call(.percentile, [.input(name)])) == nil)
    #expect(FormulaExpression(.call(.sum, [])) == nil)
    var deep = FormulaExpression.Node.input(name)
    for _ in 0..<FormulaExpression.maximumParts { deep = .negation(deep) }
    #expect(FormulaExpression(deep) == nil)
  }

  @Test(arguments: ["a", "_", "customer_count2", "ß", "数"])
  func readsNames(_ text: String) { #expect(FormulaName(text)?.text == text) }

  @Test(arguments: ["", "2a", "a b", "a-b", "a·b", "a.b", "%"])
  func refusesOtherNames(_ text: String) { #expect(FormulaName(text) == nil) }

  @Test(arguments: [
    ("", 1, "the formula is empty"),
    ("  ", 1, "the formula is empty"),
    ("a b", 3, "'b' stands where an operator or the end belongs"),
    ("100 x a", 5, "'x' stands where an operator or the end belongs"),
    ("a +", 4, "the formula ends where a number, an input or '(' belongs"),
    ("(a", 3, "the formula ends where ')' belongs"),
    ("a)", 2, "')' stands where an operator or the end belongs"),
    ("a / = b", 5, "'=' has no meaning in a formula"),
    ("a %", 3, "'%' has no meaning in a formula"),
    ("a \u{7}", 3, "U+0007 has no meaning in a formula"),
    ("1.2.3", 1, "'1.2.3' is not a number"),
    ("5x", 1, "'5x' is not a number"),
    ("5.", 1, "'5.' is not a number"),
    ("1e999", 1, "'1e999' is not a number"),
    ("0,5", 2, "',' stands where an operator or the end belongs"),
    ("sun(a)", 1, "'sun' is not a function; did you mean 'sum'?"),
    (
      "sqrt(a)", 1,
      "'sqrt' is not a function; use sum, count, count_distinct, mean, median, percentile, min or max"
    ),
    ("sum()", 1, "'sum' takes one list"),
    ("sum(a, b)", 1, "'sum' takes one list"),
    ("percentile(a)", 1, "'percentile' takes a list and a percent"),
    ("min()", 1, "'min' takes one or more lists or numbers"),
    ("sum(a", 6, "the formula ends where ')' belongs"),
    ("é + (", 6, "the formula ends where a number, an input or '(' belongs"),
  ])
  func saysWhereAFormulaIsWrong(_ text: String, _ column: Int, _ message: String) {
    let error = #expect(throws: CatalogError.self) { try FormulaExpression(text) }
    #expect(error?.code == .expression)
    #expect(error?.column == column)
    #expect(error?.message == message)
  }

  @Test(arguments: [
    String(repeating: "(", count: 5000), String(repeating: "-", count: 5000),
    String(repeating: "sum(", count: 1000), String(repeating: "a+", count: 4000) + "a",
    String(repeating: "a", count: 9000),
  ])
  func boundsSizeAndDepth(_ text: String) {
    let error = #expect(throws: CatalogError.self) { try FormulaExpression(text) }
    #expect(error?.code == .expression)
  }

  @Test func longChainsAreReadAndComputed() throws {
    let text = Array(repeating: "a", count: 200).joined(separator: " + ")
    let formula = try FormulaExpression(text)
    #expect(formula.evaluate(["a": 2]) == 400)
    #expect(formula.description == text)
  }

  @Test func randomTextsNeverTrap() {
    var random = SplitMix(seed: 11)
    let pieces = [
      "a", "b1", "1", "2.5", "+", "-", "*", "/", "(", ")", ",", "sum(", "median(", " ", "é",
      "\u{301}",
      "×", ".", "e9", "%", "percentile(", "\u{0}",
    ]
    for _ in 0..<2000 {
      let count = Int.random(in: 0..<12, using: &random)
      let text = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      guard let formula = try? FormulaExpression(text) else { continue }
      #expect((try? FormulaExpression(formula.description)) == formula, "\(text)")
      _ = formula.evaluate(["a": 1, "b1": [1, 2, 3]])
    }
  }
}
