/// A new content for one cell.
///
///     let patch = CellPatch(sheet: "Targets", cell: cell, content: .value(.number(0.31)))
public struct CellPatch: Hashable, Sendable {
  /// What goes into a cell.
  public enum Content: Hashable, Sendable {
    /// A value of its type, whatever the cell's format; `.blank` empties the cell and leaves its
    /// format.
    ///
    /// An `.isoDate` becomes a serial number, in a date format unless the cell has one already.
    case value(CellValue)
    /// A formula in the words of English Excel, with or without an equals sign.
    ///
    /// `result` is kept as the last result; with `.blank`, the default, Excel calculates it when the
    /// workbook is opened.
    case formula(String, result: CellValue = .blank)
    /// A formula in another of the workbook's formats.
    ///
    /// A format the workbook does not have is refused.
    case formattedFormula(String, result: CellValue, StyleIndex)
    /// What a person types: `=…` is a formula, a leading `'` makes the rest text; a number,
    /// `TRUE`, `FALSE`, an error word or an ISO date is typed, all else is text. In a cell formatted
    /// as text all is text, unless it holds a number and gets one. Nothing empties the cell.
    ///
    /// As in a CSV file, digits that would not come back stay text: `007`, `+33`, `1E5`, whole
    /// numbers of more than 15 digits.
    case entered(String)
    /// A value in another of the workbook's formats, such as that of a neighboring cell.
    ///
    /// A format the workbook does not have is refused.
    case formatted(CellValue, StyleIndex)
    /// A value in one of the workbook's formats, but with a number format of its own.
    ///
    /// A format that is all of that is taken where the workbook has one, else it gets one more.
    case reformatted(CellValue, StyleIndex, code: String)
    /// A text that takes the place of the cell's text; of rich text, what is the same at both ends
    /// keeps its formatting.
    case revised(String)
  }

  /// The sheet's name, in any case of letters if no sheet has it exactly.
  public var sheet: String
  /// The cell.
  public var cell: CellReference
  /// What goes into it.
  public var content: Content

  /// Makes a patch.
  ///
  /// - Parameters:
  ///   - sheet: the sheet's name.
  ///   - cell: the cell.
  ///   - content: what goes into it.
  public init(sheet: String, cell: CellReference, content: Content) {
    self.sheet = sheet
    self.cell = cell
    self.content = content
  }
}
