internal import KPICatalog

/// Reads a formula as people write it, where it can be read in one way only.
///
/// `(Promoters - Detractors) / Respondents x 100` gives `(promoters - detractors) / respondents *
/// 100` with the inputs' own words as labels. Whatever is not certain is no formula: a sentence, a
/// list with commas, words between which no operation stands.
struct FormulaGuess: Sendable {
  let expression: FormulaExpression
  let inputs: [FormulaInput]

  /// Reads a formula; nil if it is not certain.
  ///
  /// - Parameters:
  ///   - text: The formula.
  ///   - language: Its language, for the labels of the inputs.
  ///   - decimalMark: The decimal mark of the sheet's texts if it is known.
  init?(_ text: String, language: LanguageTag, decimalMark: DecimalMark? = nil) {
    guard text.utf8.count <= 600 else { return nil }
    var tokens = FormulaTokens(text, language: language, decimalMark: decimalMark)
    guard tokens.isCertain, tokens.hasOperation else { return nil }
    tokens.cutEquation()
    guard let root = tokens.parse(), let expression = FormulaExpression(root),
      !expression.inputNames.isEmpty
    else { return nil }
    self.expression = expression
    inputs = expression.inputNames.compactMap { name in
      tokens.labels[name].map {
        FormulaInput(name: name, label: LocalizedText($0, language: language))
      }
    }
  }
}

/// The parts of a formula: operators, parentheses, numbers and the phrases between them.
private struct FormulaTokens {
  enum Token: Hashable {
    case operation(FormulaExpression.Operation)
    case open, close, equals, percent
    case number(FiniteNumber)
    case phrase(String)
  }

  private(set) var tokens: [Token] = []
  private(set) var isCertain = true
  private(set) var labels: [FormulaName: String] = [:]
  private var names: [String: FormulaName] = [:]
  private let decimalMark: DecimalMark?
  private let language: LanguageTag
  private var index = 0
  private var depth = 0

  init(_ text: String, language: LanguageTag, decimalMark: DecimalMark?) {
    self.decimalMark = decimalMark
    self.language = language
    split(Self.withSigns(text))
  }

  var hasOperation: Bool {
    tokens.contains { if case .operation = $0 { true } else { false } }
  }

  /// Replaces the words for operations by their signs.
  private static func withSigns(_ text: String) -> String {
    var text = text.onOneLine
    while text.hasSuffix(".") || text.hasSuffix(";") { text = String(text.dropLast()).trimmed }
    let lowered = text.lowercased()
    guard lowered.utf8.count == text.utf8.count else { return text }
    for (phrase, sign) in words where lowered.contains(phrase) {
      text = replacing(" " + phrase + " ", with: " " + sign + " ", in: text)
    }
    return text
  }

  private static func replacing(_ phrase: String, with sign: String, in text: String) -> String {
    var result = ""
    var rest = Substring(text)
    while let range = rest.lowercased().firstRange(of: phrase) {
      let lowered = rest.lowercased()
      let start = lowered.distance(from: lowered.startIndex, to: range.lowerBound)
      let end = lowered.distance(from: lowered.startIndex, to: range.upperBound)
      result += rest.prefix(start) + sign
      // The blank after the phrase may lead the next one.
      rest = rest.dropFirst(end)
    }
    return result + rest
  }

  /// Phrases of more than one word first; `per` and `por` alone multiply only before a number.
  private static let words: [(String, String)] = [
    ("divided by", "÷"), ("divided into", "?"), ("divisé par", "÷"), ("divisée par", "÷"),
    ("divisés par", "÷"), ("divisées par", "÷"), ("rapporté au", "÷"), ("rapportés au", "÷"),
    ("rapporté à", "÷"), ("rapportée à", "÷"), ("rapportés à", "÷"), ("diviso per", "÷"),
    ("divisa per", "÷"), ("divisi per", "÷"), ("divise per", "÷"), ("diviso", "÷"), ("fratto", "÷"),
    ("geteilt durch", "÷"), ("dividiert durch", "÷"), ("dividido entre", "÷"),
    ("dividida entre", "÷"), ("divididos entre", "÷"), ("divididas entre", "÷"),
    ("dividido por", "÷"), ("dividida por", "÷"), ("divididos por", "÷"), ("divididas por", "÷"),
    ("multiplied by", "×"), ("times", "×"), ("multiplié par", "×"), ("multipliée par", "×"),
    ("multipliés par", "×"), ("fois", "×"), ("moltiplicato per", "×"), ("moltiplicata per", "×"),
    ("moltiplicati per", "×"), ("multipliziert mit", "×"), ("mal", "×"), ("multiplicado por", "×"),
    ("multiplicada por", "×"), ("multiplicados por", "×"), ("per 100", "× 100"),
    ("por 100", "× 100"), ("minus", "−"), ("moins", "−"), ("meno", "−"), ("menos", "−"),
    ("plus", "+"), ("más", "+"), ("più", "+"), ("abzüglich", "−"), ("zuzüglich", "+"),
  ]

  // MARK: Splitting

  private mutating func split(_ text: String) {
    let characters = Array(text)
    var phrase = ""
    var place = 0
    /// How deep inside a bracket that belongs to a phrase.
    var remark = 0
    func at(_ index: Int) -> Character {
      characters.indices.contains(index) ? characters[index] : " "
    }
    func isBlank(_ index: Int) -> Bool { at(index).isWhitespace }
    while place < characters.count {
      let character = characters[place]
      let isAlone = isBlank(place - 1) && isBlank(place + 1)
      switch character {
      case "(" where !phrase.trimmed.isEmpty || remark > 0:
        // Visitors (without staff): a remark within a phrase.
        remark += 1
        phrase.append(character)
      case ")" where remark > 0:
        remark -= 1
        phrase.append(character)
      case _ where remark > 0:
        phrase.append(character)
      case "(", "[", "{":
        close(&phrase)
        tokens.append(.open)
      case ")", "]", "}":
        close(&phrase)
        tokens.append(.close)
      case "÷":
        close(&phrase)
        tokens.append(.operation(.divided))
      case "/":
        close(&phrase)
        tokens.append(.operation(.divided))
      case ":" where isAlone || at(place - 1) == ")":
        close(&phrase)
        tokens.append(.operation(.divided))
      case "×", "*", "·", "⋅", "∙":
        close(&phrase)
        tokens.append(.operation(.times))
      case "x", "X":
        let next = at(place + 1)
        let isBetween =
          (isBlank(place - 1) || at(place - 1) == ")" || at(place - 1).isNumber)
          && (next.isWhitespace || next.isNumber || next == "(")
        if isBetween, isAlone || next.isNumber || at(place - 1) == ")" {
          close(&phrase)
          tokens.append(.operation(.times))
        } else {
          phrase.append(character)
        }
      case "-", "−", "–", "—":
        let isMinus =
          isAlone || character == "−"
          || (at(place - 1) == ")" || isBlank(place - 1))
            && (at(place + 1) == "(" || at(place + 1).isNumber)
        if isMinus {
          close(&phrase)
          tokens.append(.operation(.minus))
        } else {
          phrase.append(character)
        }
      case "+":
        close(&phrase)
        tokens.append(.operation(.plus))
      case "=":
        close(&phrase)
        tokens.append(.equals)
      case "%":
        // A percent sign leads a phrase (% promoters) or ends the formula.
        if phrase.trimmed.isEmpty, !isAtEnd(characters, place + 1), at(place + 1) != ")" {
          if case .number? = tokens.last { tokens.append(.percent) }
        } else if isAtEnd(characters, place + 1) {
          close(&phrase)
          tokens.append(.percent)
        } else {
          phrase.append(character)
        }
      default:
        phrase.append(character)
      }
      place += 1
    }
    close(&phrase)
    if remark > 0 { isCertain = false }
  }

  private func isAtEnd(_ characters: [Character], _ place: Int) -> Bool {
    characters[min(place, characters.count)...].allSatisfy(\.isWhitespace)
  }

  private mutating func close(_ phrase: inout String) {
    defer { phrase = "" }
    let text = phrase.trimmed
    guard !text.isEmpty else { return }
    if let number = NumberText(text) {
      let value = number.value(decimalMark: decimalMark ?? (language == .english ? .point : .comma))
      if let value = FiniteNumber(value) {
        tokens.append(.number(value))
        return
      }
    }
    // A comma, a semicolon or a full stop inside makes it more than a name.
    if text.contains(where: { ",;?!:".contains($0) }) || text.contains(". ") || text.contains("...")
    {
      isCertain = false
    }
    if text.split(separator: " ").count > 14 || !text.contains(where: \.isLetter) {
      isCertain = false
    }
    // A function's name before a bracket would be a call.
    tokens.append(.phrase(text))
  }

  // MARK: Equations

  /// Keeps the side of an equation that computes: `A / B = Name`, `Name = A / B`.
  mutating func cutEquation() {
    let places = tokens.indices.filter { tokens[$0] == .equals }
    guard let place = places.first else { return }
    guard places.count == 1 else {
      isCertain = false
      tokens = []
      return
    }
    let left = Array(tokens[..<place])
    let right = Array(tokens[(place + 1)...])
    func isName(_ side: [Token]) -> Bool {
      let inner = side.filter { $0 != .open && $0 != .close && $0 != .percent }
      guard inner.count == 1, case .phrase? = inner.first else { return false }
      return true
    }
    tokens = isName(right) && !isName(left) ? left : isName(left) ? right : []
  }

  // MARK: Parsing

  private typealias Node = FormulaExpression.Node

  mutating func parse() -> FormulaExpression.Node? {
    var isPercent = false
    if tokens.last == .percent {
      tokens.removeLast()
      isPercent = true
    }
    guard isCertain, !tokens.isEmpty, tokens.count <= 120, var node = sum(), index == tokens.count
    else { return nil }
    if isPercent, !endsWithHundred(node) { node = .operation(.times, node, .number(100)) }
    return node
  }

  private func endsWithHundred(_ node: Node) -> Bool {
    switch node {
    case .operation(.times, _, .number(100)), .operation(.times, .number(100), _): true
    case .operation(.divided, let left, _): endsWithHundred(left)
    default: false
    }
  }

  private mutating func sum() -> Node? {
    guard var left = product() else { return nil }
    while index < tokens.count, case .operation(let operation) = tokens[index],
      operation == .plus || operation == .minus
    {
      index += 1
      guard let right = product() else { return nil }
      left = .operation(operation, left, right)
    }
    return left
  }

  private mutating func product() -> Node? {
    guard var left = primary() else { return nil }
    while index < tokens.count, case .operation(let operation) = tokens[index],
      operation == .times || operation == .divided
    {
      index += 1
      guard let right = primary() else { return nil }
      left = .operation(operation, left, right)
      // x 100 % is x 100.
      if index < tokens.count, tokens[index] == .percent { index += 1 }
    }
    return left
  }

  private mutating func primary() -> Node? {
    guard index < tokens.count else { return nil }
    switch tokens[index] {
    case .number(let number):
      index += 1
      return .number(number)
    case .phrase(let text):
      index += 1
      guard let name = name(for: text) else { return nil }
      return .input(name)
    case .open:
      depth += 1
      defer { depth -= 1 }
      guard depth <= 16 else { return nil }
      index += 1
      guard let inner = sum(), index < tokens.count, tokens[index] == .close else { return nil }
      index += 1
      return inner
    case .operation(.minus):
      index += 1
      return primary().map { .negation($0) }
    default: return nil
    }
  }

  /// The input's name: its words with underscores, `happy_guests`; the same words give the same
  /// name.
  private mutating func name(for phrase: String) -> FormulaName? {
    let folded = Folding.fold(phrase)
    if let known = names[folded] { return known }
    var text = ""
    for scalar in folded.unicodeScalars {
      if scalar.properties.isAlphabetic || (scalar.isASCII && scalar.properties.numericType != nil)
      {
        text.unicodeScalars.append(scalar)
      } else if !text.isEmpty, text.last != "_" {
        text.append("_")
      }
      if text.utf8.count > 60 { break }
    }
    while text.last == "_" { text.removeLast() }
    if text.first?.isNumber == true { text = "n_" + text }
    var candidate = text
    var number = 2
    while let name = FormulaName(candidate), labels[name] != nil {
      candidate = text + "_" + String(number)
      number += 1
    }
    guard let name = FormulaName(candidate), FormulaFunction(rawValue: candidate) == nil else {
      return nil
    }
    names[folded] = name
    labels[name] = phrase
    return name
  }
}
