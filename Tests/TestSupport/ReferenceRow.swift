/// What a cell holds, as the reference reader understands it.
public enum ReferenceValue: Hashable, Sendable, CustomStringConvertible {
  /// Nothing.
  case blank
  /// A number.
  case number(Double)
  /// A text.
  case text(String)
  /// A truth value.
  case boolean(Bool)
  /// An error's word.
  case error(String)
  /// A date in ISO 8601.
  case isoDate(String)

  /// The value as a test writes it: `-`, `5`, `"x"`, `TRUE`, `#N/A`, `@2024-01-31`.
  public var description: String {
    switch self {
    case .blank: "-"
    case .number(let number):
      number.description.hasSuffix(".0") ? String(number.description.dropLast(2)) : "\(number)"
    case .text(let text): "\"\(text)\""
    case .boolean(let truth): truth ? "TRUE" : "FALSE"
    case .error(let word): word
    case .isoDate(let text): "@\(text)"
    }
  }
}

/// A formula as the file keeps it.
public struct ReferenceFormula: Hashable, Sendable, CustomStringConvertible {
  /// The text.
  public var text: String
  /// The `t` attribute; `normal` when there is none.
  public var type: String
  /// The `ref` attribute.
  public var range: String?
  /// The `si` attribute.
  public var sharedIndex: Int?

  /// A formula of these facts.
  public init(text: String, type: String = "normal", range: String?, sharedIndex: Int?) {
    self.text = text
    self.type = type
    self.range = range
    self.sharedIndex = sharedIndex
  }

  /// The text, and in brackets what is special about it.
  public var description: String {
    guard type != "normal" else { return text }
    let facts = [type, sharedIndex.map { "\($0)" }, range].compactMap { $0 }
    return "\(text) (\(facts.joined(separator: " ")))"
  }
}

/// A cell.
public struct ReferenceCell: Hashable, Sendable, CustomStringConvertible {
  /// The column, from 1.
  public var column: Int
  /// The `s` attribute; 0 when there is none.
  public var style: Int
  /// What the cell holds.
  public var value: ReferenceValue
  /// The formula, if there is one.
  public var formula: ReferenceFormula?

  /// A cell of these facts.
  public init(column: Int, style: Int, value: ReferenceValue, formula: ReferenceFormula?) {
    self.column = column
    self.style = style
    self.value = value
    self.formula = formula
  }

  /// The cell as `B="x"~2 <- A1&A2`: the style behind `~`, the formula behind `<-`.
  public var description: String {
    var rest = column
    var letters = ""
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return "\(letters)=\(value)" + (style == 0 ? "" : "~\(style)")
      + (formula.map { " <- \($0)" } ?? "")
  }
}

/// A row that the file names, its cells in column order.
public struct ReferenceRow: Hashable, Sendable, CustomStringConvertible {
  /// The number, from 1.
  public var number: Int
  /// Whether the row is hidden.
  public var isHidden: Bool
  /// The cells.
  public var cells: [ReferenceCell]

  /// A row of these facts.
  public init(number: Int, isHidden: Bool, cells: [ReferenceCell]) {
    self.number = number
    self.isHidden = isHidden
    self.cells = cells
  }

  /// The row as `3: A=5 B="x"`.
  public var description: String {
    (["\(number)\(isHidden ? " hidden" : ""):"] + cells.map(\.description))
      .joined(separator: " ")
  }
}
