internal import XMLStream

/// The formulas of the row at hand.
extension SheetScanner {
  /// The formula of a cell of the row at hand, or nil when it has none.
  func formula(of cell: CellRecord) throws(WorkbookError) -> CellFormula? {
    if cell.formula >= 0 { return formulas[Int(cell.formula)] }
    let index = -2 - Int(cell.formula)
    guard plainFormulas.indices.contains(index) else { return nil }
    let range = plainFormulas[index]
    let bytes = unsafe UnsafeBufferPointer(rebasing: rowBytes[range])
    var text: [UInt8] = []
    let reference = CellReference(row: rowNumber, column: Int(cell.column))
    try WorkbookError.wrappingXML(at: Place(sheet: sheet, cell: reference)) {
      () throws(XMLError) in
      try XMLText.append(
        unsafe Span(_unsafeElements: bytes), offset: offset(inRow: range.lowerBound), to: &text)
    }
    return CellFormula(text: String(decoding: text, as: UTF8.self), kind: .normal)
  }

  /// Reads the `f` element that just started (18.3.1.40).
  func readFormula() throws -> CellFormula {
    let type = try xml.attribute("t") ?? "normal"
    let range = try xml.attribute("ref").flatMap { CellRange($0) }
    let index = try xml.attribute("si").flatMap { Int($0) } ?? 0
    var text: [UInt8] = []
    try RichText.appendContent(xml, to: &text)
    let kind: CellFormula.Kind
    switch type {
    case "shared": kind = .shared(index: index, range: range)
    case "array": kind = .array(range: range)
    case "dataTable": kind = .dataTable(range: range)
    default: kind = .normal
    }
    return CellFormula(text: String(decoding: text, as: UTF8.self), kind: kind)
  }
}
