/// A formula taken apart into its references and all between them.
struct FormulaTemplate {
  /// A reference with its place in the formula.
  struct Part {
    var reference: FormulaReference
    var sheets: FormulaSheets?
    /// The bytes of the reference with its sheets.
    var whole: Range<Int>
    /// The bytes of the reference behind its sheets.
    var body: Range<Int>
  }

  let bytes: [UInt8]
  let parts: [Part]

  /// - Complexity: O(*n*) in the formula's length.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var lexer = FormulaLexer(bytes)
    var parts: [Part] = []
    while let token = lexer.next() {
      guard case .reference(let reference, let sheets) = token.kind else { continue }
      parts.append(Part(reference: reference, sheets: sheets, whole: token.range, body: token.body))
    }
    self.parts = parts
  }

  /// The formula with other references; `#REF!` for those that are nil, without a sheet, which not
  /// every program can read before it.
  func text(_ references: [FormulaReference?]) -> String {
    var output: [UInt8] = []
    var done = 0
    for (part, reference) in zip(parts, references) {
      output += bytes[done..<(reference == nil ? part.whole : part.body).lowerBound]
      done = part.body.upperBound
      if let reference {
        // What does not change keeps its spelling, such as small letters.
        output += reference == part.reference ? Array(bytes[part.body]) : Array(reference.text.utf8)
      } else {
        output += Array("#REF!".utf8)
      }
    }
    output += bytes[done...]
    return String(decoding: output, as: UTF8.self)
  }
}

extension FormulaReference {
  /// The reference as a copy of its formula so many rows and columns further on has it, which goes
  /// on at the sheet's other side where it would leave it, as shared formulas do.
  func wrapped(rows: Int, columns: Int) -> FormulaReference {
    func around(_ value: Int, _ count: Int) -> Int {
      let rest = (value - 1) % count
      return (rest < 0 ? rest + count : rest) + 1
    }
    func moved(_ corner: Corner) -> Corner {
      var corner = corner
      if let row = corner.row, !corner.rowIsFixed {
        corner.row = around(row + rows, CellReference.lastRow)
      }
      if let column = corner.column, !corner.columnIsFixed {
        corner.column = around(column + columns, CellReference.lastColumn)
      }
      return corner
    }
    return FormulaReference(first: moved(first), last: last.map(moved))
  }
}
