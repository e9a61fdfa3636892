/// Lists of words for input rules, which stand in the columns of a hidden sheet.
struct ListSheet {
  private var lists: [[String]] = []
  /// The sheet's name once there is a list.
  private(set) var name: String?
  private static let sheetName = "Lists"

  /// The names no other sheet may have.
  var reservedNames: [String] { name.map { [$0] } ?? [] }

  /// Where a list stands; it is added if it is new.
  ///
  /// `taken` tells whether a sheet has a name already.
  mutating func range(of words: [String], taken: (String) -> Bool) -> String {
    if name == nil {
      var candidate = ListSheet.sheetName
      var number = 2
      while taken(candidate) {
        candidate = "\(ListSheet.sheetName) \(number)"
        number += 1
      }
      name = candidate
    }
    let place = lists.firstIndex(of: words) ?? lists.count
    if place == lists.count { lists.append(words) }
    let column = CellReference.letters(ofColumn: place + 1)
    return "\(Place.quoted(name ?? ListSheet.sheetName))!$\(column)$1:$\(column)$\(words.count)"
  }

  func write(to sheet: SheetWriter) throws(WorkbookError) {
    for row in 0..<(lists.map(\.count).max() ?? 0) {
      try sheet.writeRow(lists.map { row < $0.count ? .text($0[row]) : .blank() })
    }
  }
}
