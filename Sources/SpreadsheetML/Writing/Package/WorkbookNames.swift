/// Which names Excel takes for tables and ranges (ECMA-376 Part 1, 18.2.5).
enum WorkbookNames {
  /// Whether a text can name a table or a range: letters, digits, underscores, points and
  /// backslashes, no digit or point first, and nothing that could be a cell's address.
  static func isUsable(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first else { return false }
    guard first.properties.isAlphabetic || first == "_" || first == "\\" else { return false }
    let isMade = name.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
        || $0.properties.canonicalCombiningClass != .notReordered
        || "_.\\?".unicodeScalars.contains($0)
    }
    return isMade && CellReference(name) == nil && !isRowColumn(name)
  }

  /// `R`, `C`, `R1C1` and the like.
  private static func isRowColumn(_ name: String) -> Bool {
    var rest = name.uppercased()[...]
    guard rest.first == "R" || rest.first == "C" else { return false }
    if rest.first == "R" { rest = rest.dropFirst().drop { $0.isASCII && $0.isNumber } }
    if rest.first == "C" { rest = rest.dropFirst().drop { $0.isASCII && $0.isNumber } }
    return rest.isEmpty
  }

  /// Whether a text can be on a sheet's tab.
  static func checkSheet(_ name: String, others: some Sequence<String>) throws(WorkbookError) {
    guard !name.isEmpty else { throw .sheetNameEmpty() }
    guard ExcelLimits.fits(name, ExcelLimits.sheetName) else { throw .sheetNameLong(name) }
    for scalar in name.unicodeScalars where "[]:*?/\\".unicodeScalars.contains(scalar) {
      throw .sheetNameCharacter(name, scalar)
    }
    guard name.first != "'", name.last != "'" else { throw .sheetNameQuote(name) }
    for scalar in name.unicodeScalars where scalar.value < 0x20 {
      throw .sheetNameCharacter(name, scalar)
    }
    let folded = name.lowercased()
    // Excel keeps this name for its record of changes.
    guard folded != "history" else { throw .sheetNameReserved(name) }
    for other in others where other.lowercased() == folded { throw .sheetNameTaken(name) }
  }
}
