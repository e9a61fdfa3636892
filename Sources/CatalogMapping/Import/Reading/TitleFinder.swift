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

  /// The title with its place; nil if there is none.
  ///
  /// - Parameters:
  ///   - book: The sheets.
  ///   - survey: What was found on them.
  ///   - contexts: What stands around the regions that were found.
  /// - Returns: The title.
  static func place(
    _ book: BookContent, _ survey: BookSurvey, _ contexts: [RegionContext]
  ) -> Title? {
    guard let first = survey.found.first else { return nil }
    if let cover = cover(book, before: first.sheet, survey) { return cover }
    return above(first, contexts.first)
  }

  private static func cover(_ book: BookContent, before sheet: Int, _ survey: BookSurvey) -> Title?
  {
    let read = Set(survey.found.lazy.map(\.sheet))
    for index in 0..<sheet where !read.contains(index) {
      let content = book.sheets[index]
      guard content.visibility == .visible, isCover(content),
        WordList.sheets.value(of: content.name) == "cover"
          || !survey.rejected.contains(where: { $0.sheet == index }) && hasTitle(content)
      else { continue }
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

  /// Whether a sheet that is not named a cover looks like one: a text stands out or speaks of
  /// measures, or there is hardly more than one.
  ///
  /// A list of units or names has no title.
  private static func hasTitle(_ sheet: SheetContent) -> Bool {
    let texts = sheet.rows.prefix(30).flatMap(\.cells).filter { $0.text != nil }
    let sizes = texts.map { sheet.look($0).fontSize + (sheet.look($0).isBold ? 0.5 : 0) }
    guard let largest = sizes.max(), let smallest = sizes.min() else { return false }
    // The heading of a list is bold, but no larger than the list.
    return texts.count <= 2 || largest >= smallest + 1
      || texts.contains { cell in
        MeasureTopic.strength(of: cell.text ?? "") != .none && cell.text?.utf8.count ?? 0 > 8
      }
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
  /// above that, and nothing that gives its rows their kind, perspective or group.
  private static func above(_ found: BookSurvey.Found, _ context: RegionContext?) -> Title? {
    let used = [context?.kind, context?.perspective, context?.group].compactMap { $0?.cell }
    let first = found.region.headings.first { heading in
      !used.contains { $0.row == heading.row && $0.column == heading.column }
    }
    guard let first else { return nil }
    return Title(
      text: first.text.onOneLine, sheet: found.sheet, row: first.row, column: first.column)
  }
}
