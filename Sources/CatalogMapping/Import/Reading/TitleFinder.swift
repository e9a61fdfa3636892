internal import SpreadsheetML

/// Finds the title of a book: on its cover, else above its first table.
enum TitleFinder {
  /// The text of a title with its place.
  struct Title {
    var text: String
    /// The sheet's index from 0.
    var sheet: Int
    var row: Int
    var column: Int
  }

  static func title(_ book: BookContent, _ survey: BookSurvey) -> String? {
    place(book, survey)?.text
  }

  static func place(_ book: BookContent, _ survey: BookSurvey) -> Title? {
    guard let first = survey.found.first else { return nil }
    if let cover = cover(book, before: first.sheet, survey) { return cover }
    return above(first)
  }

  private static func cover(_ book: BookContent, before sheet: Int, _ survey: BookSurvey) -> Title?
  {
    for index in 0..<sheet where !survey.found.contains(where: { $0.sheet == index }) {
      let content = book.sheets[index]
      guard content.visibility == .visible, isCover(content) else { continue }
      if let title = mostProminent(content, index) { return title }
    }
    return nil
  }

  /// Few rows of text, hardly a number, and a name that says so or nothing in rows of columns.
  private static func isCover(_ sheet: SheetContent) -> Bool {
    let role = WordList.sheets.value(of: sheet.name)
    if role == "log" || role == "list" || role == "data" || role == "dashboard" { return false }
    let cells = sheet.rows.reduce(0) { $0 + $1.cells.count }
    let wide = sheet.rows.count { $0.cells.count > 2 }
    return role == "cover" && wide * 2 <= sheet.rows.count || cells <= 40 && wide == 0
  }

  /// The text in the largest letters, bold ones first, else the first text.
  private static func mostProminent(_ sheet: SheetContent, _ index: Int) -> Title? {
    var best: (title: Title, size: Double)?
    for row in sheet.rows.prefix(30) {
      for cell in row.cells {
        guard let text = cell.text, text.count >= 4, text.count <= 150 else { continue }
        let look = sheet.look(cell)
        let size = look.fontSize + (look.isBold ? 0.5 : 0)
        if best == nil || size > (best?.size ?? 0) {
          let title = Title(
            text: text.onOneLine, sheet: index, row: row.number, column: cell.column)
          best = (title, size)
        }
      }
    }
    return best?.title
  }

  /// The first text above the first table; of several tables with a heading each only what stands
  /// above that.
  private static func above(_ found: BookSurvey.Found) -> Title? {
    let headings = found.region.headings
    guard let first = headings.first else { return nil }
    return Title(
      text: first.text.onOneLine, sheet: found.sheet, row: first.row, column: first.column)
  }
}
