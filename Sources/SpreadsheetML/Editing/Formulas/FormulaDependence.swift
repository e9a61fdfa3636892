/// Whether a formula's result may depend on cells that are changed.
///
/// What cannot be told for sure counts as dependent: `INDIRECT` and `OFFSET`, names nobody knows,
/// ranges put together by an operator. Results that hang on others are dependent only if one of
/// those is, so looking at direct references is enough.
final class FormulaDependence {
  /// The changed cells, by the index of their sheet from 1.
  private let changed: [Int: CellsByRow]
  private let sheetNames: [String]
  private let names: [String: [DefinedName]]
  /// Whether a changed cell lies in a table.
  private let changesTables: Bool
  private var knownNames: [String: Bool] = [:]

  init(
    changed: [Int: [CellReference]], sheetNames: [String], names: [DefinedName],
    changesTables: Bool
  ) {
    self.changed = changed.mapValues(CellsByRow.init)
    self.sheetNames = sheetNames.map { $0.lowercased() }
    self.names = Dictionary(grouping: names) { $0.name.lowercased() }
    self.changesTables = changesTables
  }

  /// Whether a formula's result may depend on the changed cells.
  ///
  /// - Parameters:
  ///   - formula: the text without an equals sign.
  ///   - sheet: the index from 1 of the sheet it is on, or nil for a name's formula.
  ///   - reach: how many rows and columns further on a shared formula is used.
  /// - Returns: false only if it cannot.
  /// - Complexity: O(*n*) in the formula's length, as long as few changed cells share its rows.
  func mayDepend(
    _ formula: [UInt8], sheet: Int?, reach: (rows: Int, columns: Int) = (0, 0)
  ) -> Bool {
    mayDepend(formula, sheet: sheet, reach: reach, depth: 0)
  }

  private func mayDepend(
    _ formula: [UInt8], sheet: Int?, reach: (rows: Int, columns: Int), depth: Int
  ) -> Bool {
    var lexer = FormulaLexer(formula)
    var waitsForRangeEnd = false
    while let token = lexer.next() {
      switch token.kind {
      case .mark(UInt8(ascii: ":")):
        // `A1:INDEX(…)`: where the range ends is known only when it is calculated.
        waitsForRangeEnd = true
      case .mark(UInt8(ascii: "#")):
        return true
      case .reference(let reference, let sheets):
        if waitsForRangeEnd || covers(reference, sheets, sheet, reach) { return true }
      case .function(let name):
        if waitsForRangeEnd || FormulaDependence.isUnforeseeable(name) { return true }
        // A name can stand for a function (LAMBDA).
        if names[name.lowercased()] != nil, nameMayDepend(name, nil, depth) { return true }
      case .name(let name, let sheets):
        if waitsForRangeEnd { return true }
        let end = token.range.upperBound
        // A table's name before brackets; what they hold counts.
        if end < formula.count, formula[end] == UInt8(ascii: "[") { continue }
        if nameMayDepend(name, sheets, depth) { return true }
      case .structure:
        if changesTables { return true }
      default: break
      }
    }
    return false
  }

  private func covers(
    _ reference: FormulaReference, _ sheets: FormulaSheets?, _ own: Int?,
    _ reach: (rows: Int, columns: Int)
  ) -> Bool {
    // `[0]` is the workbook itself.
    if let workbook = sheets?.workbook, workbook != "0" { return false }
    // What has dollar signs stays where it is, however far the formula is copied.
    let (first, last) = (reference.first, reference.last ?? reference.first)
    let rowReach = first.rowIsFixed && last.rowIsFixed ? 0 : reach.rows
    let columnReach = first.columnIsFixed && last.columnIsFixed ? 0 : reach.columns
    let rows = reference.rows.lowerBound - rowReach...reference.rows.upperBound + rowReach
    let columns =
      reference.columns.lowerBound - columnReach...reference.columns.upperBound + columnReach
    return changed.contains { index, cells in
      isNamed(index, by: sheets, own: own) && cells.meet(rows: rows, columns: columns)
    }
  }

  private func isNamed(_ index: Int, by sheets: FormulaSheets?, own: Int?) -> Bool {
    guard let sheets, !sheets.first.isEmpty else { return own == nil || own == index }
    guard let first = sheetNames.firstIndex(of: sheets.first.lowercased()) else { return false }
    guard let lastName = sheets.last else { return first + 1 == index }
    guard let last = sheetNames.firstIndex(of: lastName.lowercased()) else { return true }
    return min(first, last) + 1...max(first, last) + 1 ~= index
  }

  private func nameMayDepend(_ name: String, _ sheets: FormulaSheets?, _ depth: Int) -> Bool {
    if let workbook = sheets?.workbook, workbook != "0" { return false }
    let key = name.lowercased()
    if key == "true" || key == "false" || key.hasPrefix("_xlpm.") { return false }
    if let known = knownNames[key] { return known }
    guard depth < 32, let meanings = names[key] else {
      // A table, a function of a macro, something of an add-in: for Excel to know.
      return true
    }
    knownNames[key] = true
    // References without dollar signs count from the cell that uses the name.
    let everywhere = (rows: CellReference.lastRow, columns: CellReference.lastColumn)
    let result = meanings.contains {
      mayDepend(Array($0.formula.utf8), sheet: nil, reach: everywhere, depth: depth + 1)
    }
    knownNames[key] = result
    return result
  }

  /// Functions that reach cells which their arguments do not name.
  private static func isUnforeseeable(_ name: String) -> Bool {
    switch name.uppercased() {
    case "INDIRECT", "OFFSET", "EVALUATE", "GET.CELL", "CALL", "REGISTER.ID": true
    default: false
    }
  }
}

/// Cells that can be asked quickly whether some lie in a range.
private struct CellsByRow {
  private let cells: [CellReference]

  init(_ cells: [CellReference]) { self.cells = cells.sorted() }

  func meet(rows: ClosedRange<Int>, columns: ClosedRange<Int>) -> Bool {
    var low = 0
    var high = cells.count
    while low < high {
      let middle = (low + high) / 2
      if cells[middle].row < rows.lowerBound { low = middle + 1 } else { high = middle }
    }
    while low < cells.count, cells[low].row <= rows.upperBound {
      if columns ~= cells[low].column { return true }
      low += 1
    }
    return false
  }
}
