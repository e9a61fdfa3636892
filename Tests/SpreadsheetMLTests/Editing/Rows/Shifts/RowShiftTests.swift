import TestSupport
import Testing

@testable import SpreadsheetML

@Suite("RowShift")
struct RowShiftTests {
  /// The rows of a sheet as a list: old rows by their numbers, new ones as nil.
  static func slowly(_ edit: RowEdit, count: Int) -> [Int?] {
    var list: [Int?] = []
    for row in 0...count {
      if row > 0 { list.append(row) }
      for insertion in edit.insertions where insertion.anchor.rowBefore == row {
        list += Array(repeating: nil, count: insertion.count)
      }
    }
    return list.filter { row in row.map { !edit.deletes($0) } ?? true }
  }

  @Test("numbers rows as a list of them does", arguments: 0..<300)
  func numbers(seed: UInt64) {
    var random = SplitMix(seed: seed)
    var edit = RowEdit()
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      edit.insertions.append(
        RowInsertion(
          Int.random(in: 1...3, using: &random), .below(Int.random(in: 0...12, using: &random)),
          in: "Sheet1"))
    }
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      let first = Int.random(in: 1...12, using: &random)
      edit.deletions.append(first...min(12, first + Int.random(in: 0...3, using: &random)))
    }
    let shift = RowShift(edit)
    let list = Self.slowly(edit, count: 20)
    for row in 1...20 {
      #expect(shift.row(row) == list.firstIndex(of: row).map { $0 + 1 })
      #expect(shift.deletes(row) == edit.deletes(row))
      for last in row...20 {
        let kept = list.indices.filter { list[$0].map { row...last ~= $0 } ?? false }
        // New rows between the range's own count too, if old ones or not are left on both sides.
        let whole = Self.slowly(RowEdit(insertions: edit.insertions), count: 20)
        let inside = whole[
          (whole.firstIndex(of: row) ?? 0)...(whole.firstIndex(of: last) ?? 0)]
        let left = inside.filter { $0.map { !edit.deletes($0) } ?? true }
        let range = shift.range(row...last)
        #expect(range?.count ?? 0 == left.count)
        if let first = kept.first, left.first.map({ $0 != nil }) == true {
          #expect(range?.lowerBound == first + 1)
        }
      }
    }
  }

  @Test(
    "lets ranges grow over rows that come below them",
    arguments: [
      ("+2 below 9", 2...9, RowShift.Growth.list, 2...9),
      ("+2 below 9 extending", 2...9, .list, 2...11),
      ("+2 below 9 extending", 2...9, .reference, 2...11),
      ("+2 below 9 extending", 9...9, .reference, 9...9),
      ("+2 below 9 extending", 9...9, .list, 9...11),
      ("+2 below 9 extending", 2...9, .never, 2...9),
      ("+2 below 9 like 9", 2...9, .look, 2...11),
      ("+2 below 9 like 8", 2...9, .look, 2...9),
      ("+2 below 9 like 10", 10...12, .look, 10...14),
      ("+2 below 9 like 9", 10...12, .look, 12...14),
      ("+2 below 9", 2...10, .never, 2...12),
      ("+1 below 9;+2 below 9 extending", 2...9, .list, 2...12),
      ("+2 below 9 extending;-2:9", 2...9, .list, 2...3),
    ])
  func grows(
    words: String, rows: ClosedRange<Int>, growth: RowShift.Growth, expected: ClosedRange<Int>
  ) {
    #expect(RowShift(RowWords(words).edit).range(rows, growth) == expected)
  }

  @Test(
    "lets ranges grow over rows that come above them",
    arguments: [
      (3...9, RowShift.Growth.list, 3...11), (3...9, .reference, 3...11),
      (3...3, .reference, 5...5),
      (3...9, .look, 3...11), (3...9, .never, 5...11), (2...9, .list, 2...11),
      (4...9, .list, 6...11),
      (1...2, .reference, 1...2),
    ])
  func growsAbove(rows: ClosedRange<Int>, growth: RowShift.Growth, expected: ClosedRange<Int>) {
    let insertion = RowInsertion(2, .below(2), in: "Sheet1", extendsRangesBelow: true)
    #expect(RowShift(RowEdit(insertions: [insertion])).range(rows, growth) == expected)
  }

  @Test func keepsWholeColumnsAndTheSheetsEnd() {
    let shift = RowShift(RowWords("+5 below 3").edit)
    #expect(shift.range(1...1_048_576) == 1...1_048_576)
    #expect(shift.range(2...1_048_576) == 2...1_048_576)
    #expect(shift.row(1_048_572) == nil)
    #expect(shift.row(1_048_571) == 1_048_576)
  }

  @Test func tellsTheNumbersOfNewRows() throws {
    let editor = WorkbookEditor(
      try Workbook.open(bytes: WorkbookBuilder(rows: "").bytes(), name: "book.xlsx"))
    let new = try RowWords("+2 below 5;+1 above 3;-1:2;-6").apply(to: editor)
    #expect(new.joined().map { editor.number(of: $0) } == [5, 6, 1])
    #expect(
      (1...8).map { editor.number(ofRow: $0, in: "sheet1") } == [nil, nil, 2, 3, 4, nil, 7, 8])
  }
}
