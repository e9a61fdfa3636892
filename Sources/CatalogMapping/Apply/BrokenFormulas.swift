package import SpreadsheetML

/// Finds the formulas that lost what they referred to when rows went.
package enum BrokenFormulas {
  /// The cells whose formulas say `#REF!` in a workbook and did not in an earlier one.
  ///
  /// - Parameters:
  ///   - after: The workbook.
  ///   - before: The earlier one.
  /// - Returns: Their places, sheet by sheet.
  /// - Throws: ``WorkbookError`` when a sheet cannot be read.
  /// - Complexity: O(*n*) in the cells of both.
  package static func places(
    in after: Workbook, since before: Workbook
  ) throws(WorkbookError) -> [Place] {
    var places: [Place] = []
    for sheet in after.sheets where sheet.kind == .worksheet {
      let found = try broken(sheet)
      guard !found.isEmpty else { continue }
      var known: [String: Int] = [:]
      if let old = before.sheets.first(where: { $0.name == sheet.name }) {
        for entry in try broken(old) { known[entry.formula, default: 0] += 1 }
      }
      for entry in found {
        if let count = known[entry.formula], count > 0 {
          known[entry.formula] = count - 1
        } else {
          places.append(Place(sheet: sheet.name, cell: entry.cell))
        }
      }
    }
    return places
  }

  private static func broken(
    _ sheet: Sheet
  ) throws(WorkbookError) -> [(cell: CellReference, formula: String)] {
    try sheet.cells().rows.flatMap(\.cells).compactMap { cell in
      guard let text = cell.formula?.text, text.contains("#REF!") else { return nil }
      return (cell.reference, text)
    }
  }
}
