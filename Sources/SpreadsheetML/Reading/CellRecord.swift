/// One cell as the scanner leaves it: where its value's bytes lie and what they mean.
///
/// Places count from the row's first byte in the window, or in the row's own decoded bytes, so that
/// nothing is copied for a cell that nobody asks for.
@usableFromInline package struct CellRecord {
  /// The type of value the bytes stand for (ECMA-376 Part 1, 18.18.11).
  @usableFromInline package enum Kind: UInt8 {
    case blank, number, sharedText, text, boolean, error, isoDate
  }

  /// The column, from 1.
  @usableFromInline package var column: Int32
  /// The index into the workbook's cell formats.
  @usableFromInline package var style: Int32
  package var start: Int32
  package var end: Int32
  @usableFromInline package var kind: Kind
  /// Whether the bytes lie among the row's decoded bytes rather than in the window.
  package var isDecoded: Bool
  /// What occurs in bytes that are not decoded.
  package var classes: UInt8
  /// The place in the row's list of formulas; -1 for none, below it -2 minus the place among those
  /// of plain cells.
  package var formula: Int32

  package init(
    column: Int, style: Int, range: Range<Int>, kind: Kind, isDecoded: Bool, classes: UInt8 = 0,
    formula: Int = -1
  ) {
    // Columns end at 16,384, places at the window's limit of at most 2 GiB.
    self.column = Int32(truncatingIfNeeded: column)
    self.style = Int32(truncatingIfNeeded: style)
    self.start = Int32(truncatingIfNeeded: range.lowerBound)
    self.end = Int32(truncatingIfNeeded: range.upperBound)
    self.kind = kind
    self.isDecoded = isDecoded
    self.classes = classes
    self.formula = Int32(truncatingIfNeeded: formula)
  }
}
