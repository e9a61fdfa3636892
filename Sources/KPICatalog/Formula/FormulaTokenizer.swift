/// Cuts the text of a formula into its words and marks.
struct FormulaTokenizer {
  /// A word or mark of a formula.
  enum Token: Equatable {
    case number(FiniteNumber)
    case name(String)
    case operation(FormulaExpression.Operation)
    case open, close, comma
    case end
  }

  /// A token with its place.
  struct Located {
    let token: Token
    /// The token as written, nil at the end.
    let text: String?
    /// Its column in the text, from 1, in Unicode scalars.
    let column: Int
  }

  private let source: String.UnicodeScalarView
  private var position: String.Index
  private var column = 1

  init(_ text: String) throws(CatalogError) {
    guard text.utf8.count <= FormulaExpression.maximumLength else {
      throw CatalogError(.formulaTooLong(limit: FormulaExpression.maximumLength), column: 1)
    }
    source = text.unicodeScalars
    position = source.startIndex
  }

  /// Reads the next token; at the end it is `.end`, again and again.
  mutating func next() throws(CatalogError) -> Located {
    skip(while: Self.isBlank)
    let start = position
    let startColumn = column
    guard let scalar = peek else { return Located(token: .end, text: nil, column: column) }
    let token: Token
    if Self.isDigit(scalar) {
      token = .number(try number())
    } else if FormulaName.canStart(scalar) {
      skip(while: FormulaName.canContinue)
      token = .name(text(from: start))
    } else {
      advance()
      switch scalar {
      case "+": token = .operation(.plus)
      case "-", "\u{2212}", "\u{2013}": token = .operation(.minus)
      case "*", "\u{D7}", "\u{B7}", "\u{22C5}": token = .operation(.times)
      case "/", "\u{F7}": token = .operation(.divided)
      case "(": token = .open
      case ")": token = .close
      case ",": token = .comma
      default: throw CatalogError(.formulaCharacter(scalar), column: startColumn)
      }
    }
    return Located(token: token, text: text(from: start), column: startColumn)
  }

  private var peek: Unicode.Scalar? { position < source.endIndex ? source[position] : nil }

  private mutating func advance() {
    position = source.index(after: position)
    column += 1
  }

  private mutating func skip(while isWanted: (Unicode.Scalar) -> Bool) {
    while let scalar = peek, isWanted(scalar) { advance() }
  }

  private mutating func skip(oneOf scalars: Unicode.Scalar...) -> Bool {
    guard let scalar = peek, scalars.contains(scalar) else { return false }
    advance()
    return true
  }

  private func text(from start: String.Index) -> String {
    String(source[start..<position])
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar >= "0" && scalar <= "9"
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      ? scalar == " " || (scalar >= "\t" && scalar <= "\r") : scalar.properties.isWhitespace
  }

  private mutating func number() throws(CatalogError) -> FiniteNumber {
    let start = position
    let startColumn = column
    skip(while: Self.isDigit)
    if skip(oneOf: ".") { skip(while: Self.isDigit) }
    if skip(oneOf: "e", "E") {
      _ = skip(oneOf: "+", "-")
      skip(while: Self.isDigit)
    }
    // A letter or point right after belongs to what somebody meant as one number, such as 1.2.3 or
    // 5x.
    skip { $0 == "." || FormulaName.canContinue($0) }
    let text = text(from: start)
    guard text.utf8.last?.isASCIIDigit == true, let number = Double(text).flatMap(FiniteNumber.init)
    else { throw CatalogError(.formulaNumber(text), column: startColumn) }
    return number
  }
}
