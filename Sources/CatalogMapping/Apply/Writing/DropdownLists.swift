internal import SpreadsheetML

/// The words of dropdown lists that stand in cells.
struct DropdownLists {
  /// How many words of a list are looked at.
  private static let most = 500

  private let book: BookContent

  init(_ book: BookContent) {
    self.book = book
  }

  /// The words of all lists of a sheet, by the formula of their rule.
  func words(of sheet: SheetContent) -> [String: [String]] {
    var lists: [String: [String]] = [:]
    for rule in sheet.validations where rule.type == "list" && !rule.formula1.hasPrefix("\"") {
      guard lists[rule.formula1] == nil, let words = words(rule.formula1, on: sheet) else {
        continue
      }
      lists[rule.formula1] = words
    }
    return lists
  }

  private func words(_ formula: String, on sheet: SheetContent) -> [String]? {
    if let named = book.namedRanges.first(where: { $0.name.lowercased() == formula.lowercased() }) {
      return words(named.range, on: book.sheets[named.sheet])
    }
    guard let mark = formula.lastIndex(of: "!") else {
      return CellRange(formula).map { words($0, on: sheet) }
    }
    var name = String(formula[..<mark])
    if name.hasPrefix("'"), name.hasSuffix("'"), name.count > 2 {
      name = String(name.dropFirst().dropLast()).replacing("''", with: "'")
    }
    guard let range = CellRange(formula[formula.index(after: mark)...]),
      let other = book.sheets.first(where: { $0.name == name })
    else { return nil }
    return words(range, on: other)
  }

  private func words(_ range: CellRange, on sheet: SheetContent) -> [String] {
    var words: [String] = []
    var index = sheet.firstRowIndex(from: range.first.row)
    while index < sheet.rows.count, sheet.rows[index].number <= range.last.row,
      words.count < Self.most
    {
      for cell in sheet.rows[index].cells
      where range.first.column...range.last.column ~= cell.column {
        if let text = CodeReading.text(cell, in: sheet), !text.isEmpty { words.append(text) }
      }
      index += 1
    }
    return words
  }
}
