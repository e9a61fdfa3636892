import TestSupport
import Testing
import Zip

@testable import SpreadsheetML

/// Insertions and removals, written as `"+2 below 5"`, `"+1 below 5 like 5 extending"`, `"-3:4"`,
/// with semicolons between.
struct RowWords {
  let edit: RowEdit

  init(_ words: String, sheet: String = "Sheet1") {
    var edit = RowEdit()
    for word in words.split(separator: ";") {
      let parts = word.split(separator: " ").map(String.init)
      guard let first = parts.first else { continue }
      if first.hasPrefix("-") {
        let ends = first.dropFirst().split(separator: ":").compactMap { Int($0) }
        edit.deletions.append(ends[0]...ends[ends.count - 1])
        continue
      }
      func number(after word: String) -> Int? {
        parts.firstIndex(of: word).flatMap { Int(parts[$0 + 1]) }
      }
      let anchor: RowInsertion.Anchor =
        number(after: "below").map { .below($0) } ?? .above(number(after: "above") ?? 1)
      edit.insertions.append(
        RowInsertion(
          Int(first.dropFirst()) ?? 1, anchor, in: sheet, styledLike: number(after: "like"),
          extendsRanges: parts.contains("extending")))
    }
    self.edit = edit
  }

  /// Gives them to an editor.
  @discardableResult
  func apply(to editor: WorkbookEditor, sheet: String = "Sheet1") throws -> [[NewRow]] {
    for rows in edit.deletions { try editor.deleteRows(rows, in: sheet) }
    return try edit.insertions.map { try editor.insert($0) }
  }
}

extension EditedBook {
  /// Moves rows of `sheet`, and does what else is asked for with the new rows.
  init(
    _ bytes: [UInt8], rows: String, of sheet: String = "Sheet1",
    permissions: EditPermissions = [],
    and change: (WorkbookEditor, [[NewRow]]) throws -> Void = { _, _ in }
  ) throws {
    before = bytes
    let book = try Workbook.open(bytes: bytes, name: "book.xlsx")
    let editor = WorkbookEditor(book, permissions: permissions)
    let new = try RowWords(rows, sheet: sheet).apply(to: editor, sheet: sheet)
    try change(editor, new)
    plan = try editor.plan()
    let output = ArchiveBytes()
    try editor.write(to: output)
    after = output.bytes
  }

  /// The formulas of a sheet afterwards by their cells, shared ones as they read there.
  func formulas(_ sheet: String = "Sheet1") throws -> [String: String] {
    var found: [String: String] = [:]
    var groups: [Int: (cell: CellReference, text: String)] = [:]
    let rows = try workbook().sheet(named: sheet).rows()
    while let row = try rows.readRow() {
      for cell in row.cells {
        guard let formula = cell.formula else { continue }
        var text = formula.text
        if case .shared(let index, let range) = formula.kind {
          if range != nil { groups[index] = (cell.reference, text) }
          if let group = groups[index] {
            text =
              FormulaTranslation.copied(
                group.text, rows: cell.reference.row - group.cell.row,
                columns: cell.reference.column - group.cell.column) ?? ""
          }
        }
        found[cell.reference.description] = text
      }
    }
    return found
  }
}
