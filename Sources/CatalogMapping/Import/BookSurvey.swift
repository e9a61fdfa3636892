internal import KPICatalog
internal import SpreadsheetML

/// What was found on the sheets of a book, and what of it is taken.
struct BookSurvey: Sendable {
  /// A region with the sheet it is on.
  struct Found: Sendable {
    var sheet: Int
    var region: TableRegion
    /// The language of its texts; not stated until it is found.
    var language: LanguageTag = .undetermined
  }

  /// Why a sheet was left out.
  struct LeftOut: Sendable {
    var sheet: Int
    var reason: String
  }

  var found: [Found] = []
  var leftOut: [LeftOut] = []
  var rejected: [(sheet: Int, TableFinder.Rejection)] = []
  /// Where the book is not as a mapping says: sheet, row, column and what is different.
  var drift: [(sheet: Int?, row: Int, column: Int, text: String)] = []
  /// Groups a mapping gives to regions, by their index.
  var groups: [Int: String] = [:]

  /// Looks at all sheets.
  ///
  /// - Parameters:
  ///   - book: The sheets.
  ///   - readsHidden: Whether hidden sheets are read like the others.
  ///   - mapping: What a person says about the sheets.
  init(_ book: BookContent, readsHidden: Bool, mapping: MappingFile? = nil) {
    var hidden: [Int] = []
    var mapped: Set<Int> = []
    let topic = Self.topic(of: book)
    for (index, sheet) in book.sheets.enumerated() {
      if let entry = mapping?.sheets.first(where: { $0.sheet == sheet.name }),
        entry.isSkipped || !entry.tables.isEmpty
      {
        mapped.insert(index)
        take(entry, sheet, index)
        continue
      }
      if ExportRecord.isAuxiliary(sheet, in: book) { continue }
      if !readsHidden, sheet.visibility != .visible {
        hidden.append(index)
        continue
      }
      survey(sheet, index, topic)
    }
    if found.isEmpty {
      // A book whose visible sheets hold no measures may keep them on hidden ones.
      for index in hidden where book.sheets[index].visibility == .hidden {
        survey(book.sheets[index], index, topic)
      }
    }
    for index in hidden where !found.contains(where: { $0.sheet == index }) {
      leftOut.append(LeftOut(sheet: index, reason: "it is hidden; name it with --sheet to read it"))
    }
    addMissingSheets(mapping, book)
    if mapped.isEmpty { removeGuides(book) }
    if book.sheets.contains(where: ExportRecord.isRecord) {
      // An export's own guide is nothing to tell of.
      leftOut.removeAll { WordList.sheets.value(of: book.sheets[$0.sheet].name) == "cover" }
    }
    // What a person says is taken as it is.
    if mapped.isEmpty { OverlappingRegions.remove(from: &found, leftOut: &leftOut, book) }
    for index in found.indices where found[index].language == .undetermined {
      found[index].language = Self.language(
        of: found[index].region, on: book.sheets[found[index].sheet])
    }
  }

  private mutating func take(_ entry: MappingFile.SheetEntry, _ sheet: SheetContent, _ index: Int) {
    if entry.isSkipped {
      leftOut.append(LeftOut(sheet: index, reason: "the mapping file leaves it out"))
      return
    }
    let regions = MappedRegions(entry, on: sheet)
    for (place, region) in regions.regions.enumerated() {
      let table = entry.tables.indices.contains(place) ? entry.tables[place] : nil
      if let group = table?.group { groups[found.count] = group }
      found.append(
        Found(
          sheet: index, region: region,
          language: table?.language.flatMap { LanguageTag($0) } ?? .undetermined))
    }
    for change in regions.drift { drift.append((index, change.row, change.column, change.text)) }
  }

  /// Leaves out forms on sheets of guidance: a guide that tells what each column holds has the
  /// labels of a form with sentences beside them.
  private mutating func removeGuides(_ book: BookContent) {
    let isGuide = found.map { found in
      found.region.layout == .cards
        && WordList.sheets.value(of: book.sheets[found.sheet].name) == "cover"
    }
    guard isGuide.contains(true), isGuide.contains(false) else { return }
    for (index, guide) in zip(found.indices, isGuide) where guide {
      leftOut.append(
        LeftOut(sheet: found[index].sheet, reason: "it is a cover or a page of guidance"))
    }
    found = zip(found, isGuide).filter { !$0.1 }.map(\.0)
  }

  private mutating func addMissingSheets(_ mapping: MappingFile?, _ book: BookContent) {
    for entry in mapping?.sheets ?? []
    where !book.sheets.contains(where: { $0.name == entry.sheet }) {
      drift.append(
        (nil, 1, 1, "the mapping names the sheet '\(entry.sheet)', which is not in the workbook"))
    }
  }

  /// How strongly the name of the file and the texts on a cover speak of measures.
  private static func topic(of book: BookContent) -> MeasureTopic.Strength {
    // The file's own name, whatever folder it is asked for in.
    let file = book.name.split(separator: "/").last.map(String.init) ?? book.name
    let stem = file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
    var strength = MeasureTopic.strength(of: stem)
    if let first = book.sheets.first, book.sheets.count > 1, first.visibility == .visible {
      for row in first.rows.prefix(8) where row.cells.count <= 2 {
        for cell in row.cells {
          guard let text = cell.text, text.utf8.count <= 150 else { continue }
          strength = max(strength, MeasureTopic.strength(of: text))
        }
      }
    }
    return strength
  }

  private mutating func survey(
    _ sheet: SheetContent, _ index: Int, _ topic: MeasureTopic.Strength
  ) {
    guard !sheet.rows.isEmpty else {
      leftOut.append(LeftOut(sheet: index, reason: "it is empty"))
      return
    }
    let regions = SheetRegions.find(on: sheet, book: topic)
    for region in regions.found {
      found.append(
        Found(
          sheet: index, region: region, language: region.statedLanguage ?? .undetermined))
    }
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
    let index =
      BilingualHeadings(region, on: sheet).language(guess, region, on: sheet)
      ?? guess.language(withHeadings: region.languages)
    return EmbeddedVocabulary.languages.indices.contains(index)
      ? EmbeddedVocabulary.languages[index] : .english
  }
}
