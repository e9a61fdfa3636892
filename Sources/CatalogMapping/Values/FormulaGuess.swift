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
    var scanner = FormulaScanner(
      text, decimalMark: decimalMark ?? (language.base == .english ? .point : .comma))
    guard scanner.scan() else { return nil }
    var reader = FormulaReader(scanner.tokens, of: text)
    guard let root = reader.read(), let expression = FormulaExpression(root), !reader.inputs.isEmpty
    else { return nil }
    self.expression = expression
    inputs = reader.inputs.map {
      FormulaInput(name: $0.name, label: LocalizedText($0.label, language: language))
    }
  }
}

/// Puts the parts of a formula together by recursive descent.
private struct FormulaReader {
  typealias Node = FormulaExpression.Node
  typealias Token = FormulaScanner.Token

  private(set) var inputs: [(name: FormulaName, label: String)] = []
  private var tokens: [Token]
  private let text: String
  private var index = 0
  private var depth = 0

  init(_ tokens: [Token], of text: String) {
    self.tokens = tokens
    self.text = text
  }

  mutating func read() -> Node? {
    cutEquation()
    var isPercent = false
    if tokens.last == .percent {
      tokens.removeLast()
      isPercent = true
    }
    guard !tokens.isEmpty, tokens.count <= 120, let node = sum(), index == tokens.count else {
      return nil
    }
    return isPercent && !hasHundred(node) ? .operation(.times, node, .number(100)) : node
  }

  /// Keeps the side of an equation that computes: `A / B = Name`, `Name = A / B`.
  private mutating func cutEquation() {
    guard let place = tokens.firstIndex(of: .equals) else { return }
    let left = tokens[..<place]
    let right = tokens[(place + 1)...]
    func isName(_ side: ArraySlice<Token>) -> Bool {
      let inner = side.filter { $0 != .open && $0 != .close && $0 != .percent }
      if inner.count == 1, case .phrase? = inner.first { return true }
      return false
    }
    if right.contains(.equals) {
      tokens = []
    } else if isName(right), !isName(left) {
      tokens = Array(left)
    } else {
      tokens = isName(left) ? Array(right) : []
    }
  }

  private func hasHundred(_ node: Node) -> Bool {
    switch node {
    case .operation(.times, _, .number(100)), .operation(.times, .number(100), _): true
    case .operation(.divided, let left, _): hasHundred(left)
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
    case .phrase(let start, let end):
      index += 1
      return name(start..<end).map { .input($0) }
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
  private mutating func name(_ range: Range<Int>) -> FormulaName? {
    let label = FormulaScanner.string(range, of: text)
    if let known = inputs.first(where: { $0.label == label }) { return known.name }
    let base = Self.identifier(label)
    var name = FormulaName(base)
    var number = 2
    while let taken = name, let other = inputs.first(where: { $0.name == taken }) {
      if Folding.fold(other.label) == Folding.fold(label) { return taken }
      name = FormulaName(base + "_" + String(number))
      number += 1
    }
    // A function's name alone would be a call.
    guard let name, name.text.utf8.count > 10 || FormulaFunction(rawValue: name.text) == nil else {
      return nil
    }
    inputs.append((name, label))
    return name
  }

  private static func identifier(_ label: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(label.utf8.count)
    var isPlain = true
    for byte in label.utf8 {
      if byte >= 0x80 {
        isPlain = false
        break
      }
      appendLetter(byte, to: &bytes)
    }
    if !isPlain {
      bytes.removeAll(keepingCapacity: true)
      for byte in Folding.bytes(of: label) { appendLetter(byte, to: &bytes) }
    }
    while bytes.last == UInt8(ascii: "_") { bytes.removeLast() }
    if let first = bytes.first, first >= 0x30, first <= 0x39 {
      bytes.insert(contentsOf: "n_".utf8, at: 0)
    }
    return String(decoding: bytes.prefix(96), as: UTF8.self)
  }

  private static func appendLetter(_ byte: UInt8, to bytes: inout [UInt8]) {
    switch byte {
    case 0x61...0x7A, 0x30...0x39, 0x80...: bytes.append(byte)
    case 0x41...0x5A: bytes.append(byte | 0x20)
    default:
      if let last = bytes.last, last != UInt8(ascii: "_") { bytes.append(UInt8(ascii: "_")) }
    }
  }
}
