/// How a cell looks and behaves.
///
/// Make one for each kind of cell, register it with the workbook and give cells what comes back:
///
///     let heading = try book.style(
///       CellStyle(
///         font: CellFont(isBold: true, color: .white), fill: .solid(0x1F3864),
///         alignment: CellAlignment(vertical: .center, wrapsText: true)))
///     let percent = try book.style(CellStyle(numberFormat: "0.0 %"))
public struct CellStyle: Hashable, Sendable {
  /// The letters.
  public var font: CellFont
  /// The background.
  public var fill: CellFill
  /// The lines around the cell.
  public var border: CellBorder
  /// Where the text stands in the cell.
  public var alignment: CellAlignment
  /// What is shown for a number.
  public var numberFormat: NumberFormat
  /// Whether the cell cannot be changed once its sheet is protected; true as in Excel.
  public var isLocked: Bool
  /// Whether a formula is hidden once its sheet is protected.
  public var hidesFormula: Bool
  /// The name under which the style is offered in Excel's gallery, such as `KPI heading`.
  ///
  /// The first style registered under a name says how cells of that name look; a later one of the
  /// same name may differ and still belongs to it.
  public var name: String?

  /// Makes a style; what is left out is as in an unformatted cell.
  public init(
    font: CellFont = CellFont(), fill: CellFill = .none, border: CellBorder = CellBorder(),
    alignment: CellAlignment = CellAlignment(), numberFormat: NumberFormat = .general,
    isLocked: Bool = true, hidesFormula: Bool = false, name: String? = nil
  ) {
    self.font = font
    self.fill = fill
    self.border = border
    self.alignment = alignment
    self.numberFormat = numberFormat
    self.isLocked = isLocked
    self.hidesFormula = hidesFormula
    self.name = name
  }
}

extension NumberFormat: ExpressibleByStringLiteral {
  /// Reads a format code: `let format: NumberFormat = "0.0 %"`.
  public init(stringLiteral code: String) { self.init(code: code) }
}

extension StyleIndex {
  /// The style of an unformatted cell.
  public static let plain = StyleIndex(0)
}
