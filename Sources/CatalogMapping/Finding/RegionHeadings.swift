/// Finds the texts above a table that belong to it: its title, and what names its measures.
enum RegionHeadings {
  /// The texts, the nearest last.
  ///
  /// - Parameters:
  ///   - region: The table.
  ///   - previous: The table above it, whose rows and texts are its own.
  ///   - sheet: The sheet.
  /// - Returns: The headings, from the top.
  static func above(
    _ region: TableRegion, after previous: TableRegion?, in sheet: SheetContent
  ) -> [TableRegion.Banner] {
    guard let header = region.headerRows else { return [] }
    let above = previous.flatMap { $0.records.last?.row } ?? 0
    var headings: [TableRegion.Banner] = []
    for index in 0..<sheet.firstRowIndex(from: header.lowerBound)
    where sheet.rows[index].number > above {
      let row = sheet.rows[index]
      let filled = row.cells.filter { !$0.isBlank }
      let own = filled.filter { region.columns.contains($0.column) }
      // A text above the table's columns, or one alone on its row.
      guard own.count <= 2, let first = own.first ?? (filled.count == 1 ? filled.first : nil),
        let text = first.text, text.utf8.count <= 200, !RowWords.isPageNumber(text)
      else { continue }
      headings.append(
        TableRegion.Banner(row: row.number, column: first.column, text: text, level: 0))
    }
    return headings
  }
}
