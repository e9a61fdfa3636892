internal import KPICatalog
internal import SpreadsheetML

/// What was found on the sheets of a book, and what of it is taken.
struct BookSurvey: Sendable {
  /// A region with the sheet it is on.
  struct Found: Sendable {
    var sheet: Int
    var region: TableRegion
    var language: LanguageTag = .english
  }

  /// Why a sheet was left out.
  struct LeftOut: Sendable {
    var sheet: Int
    var reason: String
  }

  var found: [Found] = []
  var leftOut: [LeftOut] = []
  var rejected: [(sheet: Int, TableFinder.Rejection)] = []

  /// Looks at all sheets.
  ///
  /// - Parameters:
  ///   - book: The sheets.
  ///   - readsHidden: Whether hidden sheets are read like the others.
  init(_ book: BookContent, readsHidden: Bool) {
    var hidden: [Int] = []
    for (index, sheet) in book.sheets.enumerated() {
      if !readsHidden, sheet.visibility != .visible {
        hidden.append(index)
        continue
      }
      survey(sheet, index)
    }
    if found.isEmpty {
      // A book whose visible sheets hold no measures may keep them on hidden ones.
      for index in hidden where book.sheets[index].visibility == .hidden {
        survey(book.sheets[index], index)
      }
    }
    for index in hidden where !found.contains(where: { $0.sheet == index }) {
      leftOut.append(LeftOut(sheet: index, reason: "it is hidden; name it with --sheet to read it"))
    }
    OverlappingRegions.remove(from: &found, leftOut: &leftOut, book)
    for index in found.indices {
      found[index].language = Self.language(
        of: found[index].region, on: book.sheets[found[index].sheet])
    }
  }

  private mutating func survey(_ sheet: SheetContent, _ index: Int) {
    guard !sheet.rows.isEmpty else {
      leftOut.append(LeftOut(sheet: index, reason: "it is empty"))
      return
    }
    let regions = SheetRegions.find(on: sheet)
    for region in regions.found { found.append(Found(sheet: index, region: region)) }
    for rejection in regions.rejected { rejected.append((index, rejection)) }
    if regions.found.isEmpty {
      leftOut.append(
        LeftOut(sheet: index, reason: SheetRole.reason(sheet, rejected: regions.rejected)))
    }
  }

  /// The language of a region's texts: its words weighed with its headings.
  private static func language(of region: TableRegion, on sheet: SheetContent) -> LanguageTag {
    var guess = LanguageGuess()
    let plans = region.plans.enumerated().filter {
      $0.element.language == nil
        && ($0.element.field.isLocalized
          || [.group, .owner, .frequency, .direction].contains($0.element.field))
    }
    for record in region.records.prefix(40) {
      for (index, plan) in plans {
        let cell: SheetContent.Cell?
        if region.layout == .cards {
          cell = region.place(index, of: record).flatMap {
            sheet.cell(row: $0.row, column: $0.column)
          }
        } else {
          cell = sheet.rows[record.index].cell(plan.column)
        }
        if let text = cell?.text { guess.add(text) }
      }
    }
    for banner in region.banners + region.headings { guess.add(banner.text) }
    let index = guess.language(withHeadings: region.languages)
    return EmbeddedVocabulary.languages.indices.contains(index)
      ? EmbeddedVocabulary.languages[index] : .english
  }
}
