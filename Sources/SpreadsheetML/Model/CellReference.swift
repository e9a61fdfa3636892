/// The address of one cell, such as `B7`, row and column counted from 1.
///
/// Excel's sheet ends at row 1,048,576 and column 16,384 (`XFD`); no reference lies outside.
public struct CellReference: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The last row of a sheet.
  public static let lastRow = 1_048_576
  /// The last column of a sheet, `XFD`.
  public static let lastColumn = 16_384

  /// The row, from 1.
  public let row: Int
  /// The column, from 1 for `A`.
  public let column: Int

  /// Makes a reference; nil outside the sheet.
  public init?(row: Int, column: Int) {
    guard 1...CellReference.lastRow ~= row, 1...CellReference.lastColumn ~= column else {
      return nil
    }
    self.row = row
    self.column = column
  }

  /// Reads `B7`, `$B$7` or `b7`; nil for anything else.
  ///
  /// - Complexity: O(*n*) in the text's length.
  public init?(_ text: some StringProtocol) {
    var column = 0
    var row = 0
    var seen = (letters: 0, digits: 0)
    var isFixed = (column: false, row: false)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "$") where seen.letters == 0 && !isFixed.column:
        isFixed.column = true
      case UInt8(ascii: "$") where seen.letters > 0 && seen.digits == 0 && !isFixed.row:
        isFixed.row = true
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"):
        guard seen.digits == 0, seen.letters < 3, !isFixed.row else { return nil }
        column = column * 26 + Int(byte & 0x1f)
        seen.letters += 1
      case UInt8(ascii: "0")...UInt8(ascii: "9") where seen.letters > 0 && seen.digits < 7:
        row = row * 10 + Int(byte - UInt8(ascii: "0"))
        seen.digits += 1
      default:
        return nil
      }
    }
    self.init(row: row, column: column)
  }

  /// The column's letters: 1 is `A`, 27 is `AA`; empty for numbers below 1, and beyond the sheet's
  /// last column the letters go on.
  public static func letters(ofColumn column: Int) -> String {
    var rest = column
    var letters: [UInt8] = []
    while rest > 0 {
      letters.insert(UInt8(ascii: "A") + UInt8((rest - 1) % 26), at: 0)
      rest = (rest - 1) / 26
    }
    return String(decoding: letters, as: UTF8.self)
  }

  /// The address as Excel writes it, without dollar signs.
  public var description: String { CellReference.letters(ofColumn: column) + String(row) }

  /// Reading order: by row, then by column.
  public static func < (a: CellReference, b: CellReference) -> Bool {
    (a.row, a.column) < (b.row, b.column)
  }
}
