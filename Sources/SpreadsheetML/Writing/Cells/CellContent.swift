/// What is written into one cell: a value, and how it looks where that is not the row's style.
///
/// Literals are contents of their own, so that a row reads as it will look:
///
///     try sheet.writeRow(["North", 12, 0.31, true, nil])
///     try sheet.writeRow([.text("Total", bold), .formula("SUM(B2:B9)", result: .number(12))])
///
/// A text stays a text, whatever it begins with: only ``formula(_:result:_:)`` makes a formula.
public struct CellContent: Sendable {
  enum Kind: Sendable {
    case blank
    case number(Double)
    case text(String)
    case boolean(Bool)
    case error(CellError)
    case moment(SerialDate, isTime: Bool)
    case formula(String, result: CellValue, array: CellRange?)
    case richText([TextRun])
    case link(String, LinkTarget)
  }

  var kind: Kind
  /// How the cell looks; nil for the row's style.
  public var style: StyleIndex?

  init(_ kind: Kind, _ style: StyleIndex?) {
    self.kind = kind
    self.style = style
  }

  /// Nothing, but perhaps a style.
  public static func blank(_ style: StyleIndex? = nil) -> CellContent {
    CellContent(.blank, style)
  }

  /// A number; one that is not finite is refused when it is written.
  public static func number(_ value: Double, _ style: StyleIndex? = nil) -> CellContent {
    CellContent(.number(value), style)
  }

  /// A text of at most 32,767 characters.
  public static func text(_ value: String, _ style: StyleIndex? = nil) -> CellContent {
    CellContent(.text(value), style)
  }

  /// TRUE or FALSE.
  public static func boolean(_ value: Bool, _ style: StyleIndex? = nil) -> CellContent {
    CellContent(.boolean(value), style)
  }

  /// An error such as `#N/A`.
  public static func error(_ value: CellError, _ style: StyleIndex? = nil) -> CellContent {
    CellContent(.error(value), style)
  }

  /// A day, or a day and a time; without a style it is shown in ISO 8601.
  public static func date(_ value: SerialDate, _ style: StyleIndex? = nil) -> CellContent {
    CellContent(.moment(value, isTime: false), style)
  }

  /// A time of day, its day being left aside; without a style it is shown as `12:00:00`.
  public static func time(_ value: SerialDate, _ style: StyleIndex? = nil) -> CellContent {
    CellContent(.moment(value, isTime: true), style)
  }

  /// A formula with its last result, which is shown until the workbook is calculated anew.
  ///
  /// - Parameters:
  ///   - text: the formula in English without an equals sign, at most 8,192 characters.
  ///   - result: the value; when it is left out, Excel calculates the workbook on opening it.
  ///   - style: how the cell looks.
  /// - Returns: the content of a cell.
  public static func formula(
    _ text: String, result: CellValue = .blank, _ style: StyleIndex? = nil
  ) -> CellContent {
    CellContent(.formula(text, result: result, array: nil), style)
  }

  /// An array formula over a range, of which this is the first cell.
  ///
  /// - Parameters:
  ///   - text: the formula in English without an equals sign.
  ///   - range: the cells that hold its results.
  ///   - result: the first cell's value.
  ///   - style: how the cell looks.
  /// - Returns: the content of the range's first cell.
  public static func arrayFormula(
    _ text: String, over range: CellRange, result: CellValue = .blank,
    _ style: StyleIndex? = nil
  ) -> CellContent {
    CellContent(.formula(text, result: result, array: range), style)
  }

  /// A text whose parts look different.
  public static func richText(_ runs: [TextRun], _ style: StyleIndex? = nil) -> CellContent {
    CellContent(.richText(runs), style)
  }

  /// A text that leads somewhere when it is clicked; without a style it is blue and underlined.
  public static func link(
    _ text: String, to target: LinkTarget, _ style: StyleIndex? = nil
  ) -> CellContent {
    CellContent(.link(text, target), style)
  }

  /// The content for a value that was read.
  ///
  /// A date kept as text stays a text.
  public static func value(_ value: CellValue, _ style: StyleIndex? = nil) -> CellContent {
    switch value {
    case .blank: blank(style)
    case .number(let number): .number(number, style)
    case .text(let text), .isoDate(let text): .text(text, style)
    case .boolean(let truth): .boolean(truth, style)
    case .error(let error): .error(error, style)
    }
  }
}

extension CellContent: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
  /// A text.
  public init(stringLiteral value: String) { self = .text(value) }
}

extension CellContent: ExpressibleByIntegerLiteral {
  /// A whole number.
  public init(integerLiteral value: Int) { self = .number(Double(value)) }
}

extension CellContent: ExpressibleByFloatLiteral {
  /// A number.
  public init(floatLiteral value: Double) { self = .number(value) }
}

extension CellContent: ExpressibleByBooleanLiteral {
  /// TRUE or FALSE.
  public init(booleanLiteral value: Bool) { self = .boolean(value) }
}

extension CellContent: ExpressibleByNilLiteral {
  /// A blank.
  public init(nilLiteral: ()) { self = .blank() }
}
