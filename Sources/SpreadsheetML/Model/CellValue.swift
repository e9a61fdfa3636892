/// What a cell holds.
///
/// Percent, currency and dates are numbers whose format says so.
public enum CellValue: Hashable, Sendable {
  /// Nothing; the cell may still be formatted.
  case blank
  /// A number, also a date's serial number.
  case number(Double)
  /// A text, rich text without its formatting.
  case text(String)
  /// TRUE or FALSE.
  case boolean(Bool)
  /// An error such as `#N/A`.
  case error(CellError)
  /// A date stored as ISO 8601 text (`t="d"`, ECMA-376 Part 1, 18.18.11).
  case isoDate(String)
}

/// Decodable only from a cell, see ``Sheet/decode(_:headerRow:in:)``: a cell's value is what it is
/// in the workbook, and has no form elsewhere.
extension CellValue: Decodable {
  /// Always throws: only a sheet's rows hold cell values.
  public init(from decoder: any Decoder) throws {
    guard let cell = decoder as? CellDecoder else {
      throw DecodingError.typeMismatch(
        CellValue.self,
        .init(codingPath: decoder.codingPath, debugDescription: "A cell value comes from a sheet"))
    }
    self = cell.value
  }
}

/// An error word, spelled as the file spells it: Excel has invented new ones over the years.
public struct CellError: Hashable, Sendable, CustomStringConvertible {
  /// The word, such as `#DIV/0!`.
  public let word: String

  /// Makes an error of any word.
  public init(_ word: String) { self.word = word }

  /// `#N/A`: a value is not available.
  public static let notAvailable = CellError("#N/A")
  /// `#DIV/0!`: division by zero.
  public static let divisionByZero = CellError("#DIV/0!")
  /// `#REF!`: a reference to a cell that is gone.
  public static let reference = CellError("#REF!")
  /// `#VALUE!`: an operand of the wrong kind.
  public static let value = CellError("#VALUE!")
  /// `#NAME?`: a name nobody knows.
  public static let name = CellError("#NAME?")
  /// `#NUM!`: a number out of range.
  public static let number = CellError("#NUM!")
  /// `#NULL!`: ranges that do not meet.
  public static let null = CellError("#NULL!")

  /// The word.
  public var description: String { word }
}

/// A cell's formula as the file keeps it; its last result is the cell's value.
public struct CellFormula: Hashable, Sendable {
  /// How the formula is kept (ECMA-376 Part 1, 18.18.6).
  public enum Kind: Hashable, Sendable {
    /// A formula of its own.
    case normal
    /// One of several like formulas; the first of them holds the text and the range.
    case shared(index: Int, range: CellRange?)
    /// An array formula over a range, which only its first cell holds.
    case array(range: CellRange?)
    /// A what-if data table over a range.
    case dataTable(range: CellRange?)
  }

  /// The text without the equals sign; empty where a shared formula stands in its first cell.
  public var text: String
  /// How the formula is kept.
  public var kind: Kind
}

/// Which of the workbook's cell formats a cell has, counted from 0 (its `s` attribute).
public struct StyleIndex: Hashable, Sendable {
  /// The index into `cellXfs`.
  public let rawValue: Int

  /// Makes an index.
  public init(_ rawValue: Int) { self.rawValue = rawValue }
}

/// One cell of a row.
public struct Cell: Hashable, Sendable {
  /// Where the cell stands.
  public var reference: CellReference
  /// What it holds; of a formula the result stored with it.
  public var value: CellValue
  /// The formula, where there is one.
  public var formula: CellFormula?
  /// The cell's format.
  public var style: StyleIndex
}

/// One row of a sheet with the cells its file names, in column order.
public struct Row: Hashable, Sendable {
  /// The row's number, from 1.
  public var number: Int
  /// The cells, in column order; formatted blank cells are among them.
  public var cells: [Cell]
  /// Whether the row is hidden, by hand or by a filter.
  public var isHidden: Bool

  /// The value in a column, counted from 1; blank where the row has no such cell.
  ///
  /// - Complexity: O(log *n*) in the number of cells.
  public subscript(column column: Int) -> CellValue {
    cell(column: column)?.value ?? .blank
  }

  /// The value in the column of these letters, such as `"D"`.
  public subscript(column letters: String) -> CellValue {
    // Digits among the letters would make the row another than 1.
    guard let reference = CellReference(letters + "1"), reference.row == 1 else { return .blank }
    return self[column: reference.column]
  }

  /// The cell in a column, counted from 1, or nil.
  public func cell(column: Int) -> Cell? {
    var low = 0
    var high = cells.count
    while low < high {
      let middle = (low + high) / 2
      if cells[middle].reference.column < column { low = middle + 1 } else { high = middle }
    }
    return low < cells.count && cells[low].reference.column == column ? cells[low] : nil
  }
}
