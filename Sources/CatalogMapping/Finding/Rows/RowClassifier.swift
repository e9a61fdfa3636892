internal import SpreadsheetML

/// Tells the measures of a table from banners, totals, notes and repeated headers.
struct RowClassifier {
  let sheet: SheetContent
  private(set) var region: TableRegion

  private let nameColumn: Int?
  private let groupColumns: Set<Int>
  private let headerTexts: [Int: String]
  /// The column of the codes, left of the names.
  private let codeColumn: Int?
  private var facts: [RowFacts] = []
  private var indexes: [Int] = []
  /// The median number of filled cells of rows with a name and something beside it.
  private var usualFill = 2
  /// How names usually look.
  private var nameLook: CellAppearance?

  /// Prepares the rows of a region.
  ///
  /// - Parameters:
  ///   - region: The region with its plans.
  ///   - rows: The rows it may hold, by their index in the sheet.
  ///   - sheet: The sheet.
  init(_ region: TableRegion, rows: Range<Int>, in sheet: SheetContent) {
    self.sheet = sheet
    self.region = region
    nameColumn = region.plan(.name)?.column
    codeColumn = region.plan(.id)?.column
    groupColumns = Set(
      region.plans.filter { [.group, .perspective, .objective, .kind].contains($0.field) }
        .map(\.column))
    var texts: [Int: String] = [:]
    if let header = region.headerRows {
      for row in header {
        for cell in sheet.row(row)?.cells ?? [] where region.columns.contains(cell.column) {
          if case .text(let text) = cell.value { texts[cell.column] = text }
        }
      }
    }
    headerTexts = texts
    gather(rows)
  }

  private mutating func gather(_ rows: Range<Int>) {
    let rowsWithMerges = Set(sheet.merges.filter { $0.columnCount > 1 }.map(\.first.row))
    let headings = Set(region.plans.map(\.column))
    let header = region.columns.map { headerTexts[$0] }
    var previous =
      region.headerRows?.upperBound ?? (rows.first.map { sheet.rows[$0].number - 1 } ?? 0)
    for index in rows {
      let row = sheet.rows[index]
      let fact = RowFacts(
        row, columns: region.columns, name: nameColumn, previous: previous, in: sheet,
        header: header, headings: rowsWithMerges.contains(row.number) ? headings : [])
      guard fact.filled > 0 else { continue }
      previous = row.number
      facts.append(fact)
      indexes.append(index)
    }
    let fills = facts.filter { $0.name != nil && $0.filled >= 2 }.map(\.filled).sorted()
    if !fills.isEmpty { usualFill = max(2, fills[fills.count / 2]) }
    nameLook = commonLook()
  }

  /// The look most names have whose rows hold more than the name.
  private func commonLook() -> CellAppearance? {
    var counts: [Int: Int] = [:]
    for fact in facts.prefix(80) where fact.filled >= 2 {
      if let cell = fact.nameCell { counts[cell.style, default: 0] += 1 }
    }
    guard let style = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key else {
      return nil
    }
    return sheet.looks.indices.contains(style) ? sheet.looks[style] : nil
  }

  // MARK: Rows

  /// Classifies the rows.
  mutating func run() {
    isOutlined = hasOutline()
    headsByLook =
      codeColumn == nil
      ? 0 : facts.count { $0.filled == 2 && $0.name != nil && !looksLikeName($0) }
    let end = end()
    let last = facts[..<end].lastIndex(where: fits) ?? -1
    var open: [Int] = []
    var pendingRow: Int?
    for place in facts.indices {
      let fact = facts[place]
      if place >= end {
        leaveOut(fact, .note)
        continue
      }
      switch kind(place, last: last) {
      case .measure:
        region.records.append(
          TableRegion.Record(row: fact.row, index: indexes[place], banners: open))
        pendingRow = nil
      case .banner(let text):
        addBanner(text, fact, &open, follows: pendingRow)
        pendingRow = region.banners.count - 1
      case .outline(let text, let depth):
        addBanner(text, fact, &open, depth: depth)
        pendingRow = region.banners.count - 1
      case .leftOut(let reason):
        leaveOut(fact, reason)
      }
    }
    dropTrailingBanners()
  }

  private enum Kind {
    case measure
    case banner(String)
    /// A banner with a number of its own, and how deep it stands in the numbering.
    case outline(String, depth: Int)
    case leftOut(TableRegion.LeftOut.Reason)
  }

  /// Where the table surely ends: at a legend or at colors explained after a gap.
  private func end() -> Int {
    for (place, fact) in facts.enumerated() where place > 0 && fact.gap > 0 {
      if isOtherHeader(fact) { return place }
      guard let text = fact.first?.text else { continue }
      if fact.filled == 1, RowWords.isLegend(text), !fits(after: place) { return place }
      if RowWords.isColor(text), fact.filled <= 2 { return place }
    }
    // Below how many measures there are, only rows say more that hold more than a name and a number.
    let counted = facts.firstIndex { fact in
      fact.filled <= 2 && RowWords.countsMeasures(fact.name ?? fact.first?.text ?? "")
    }
    if let counted, counted > 0, facts[counted...].allSatisfy({ $0.filled <= 2 }) {
      return counted
    }
    return facts.count
  }

  /// Whether a row below a gap is the header of something else: texts only, all set apart as the
  /// names are not.
  private func isOtherHeader(_ fact: RowFacts) -> Bool {
    guard fact.filled >= 2, fact.numbers == 0, fact.span == nil, !isRepeatedHeader(fact),
      let nameLook,
      !nameLook.isBold, !nameLook.hasFill
    else { return false }
    return filledCells(ofRow: fact.row).allSatisfy { cell in
      let look = sheet.look(cell)
      return look.isBold || look.hasFill
    }
  }

  private func fits(after place: Int) -> Bool {
    facts[(place + 1)...].contains {
      fits($0) && $0.filled >= usualFill - 1 && !RowWords.isColor($0.name ?? "")
    }
  }

  /// Whether a row is as full as the table's rows are.
  private func fits(_ fact: RowFacts) -> Bool {
    guard let name = fact.name, !isRepeatedHeader(fact) else { return false }
    if isTotal(fact, name) { return false }
    if fact.filled <= 2, fact.filled < usualFill, RowWords.isNote(name) { return false }
    return fact.filled >= max(2, (usualFill * 2 + 4) / 5) && fact.span == nil
  }

  private func kind(_ place: Int, last: Int) -> Kind {
    let fact = facts[place]
    if isRepeatedHeader(fact) { return .leftOut(.repeatedHeader) }
    let label = fact.name ?? fact.first?.text
    if let label, isTotal(fact, label) { return .leftOut(.total) }
    if region.records.isEmpty, isHint(fact, place) { return .leftOut(.explanation) }
    if label == nil, fact.numbers == fact.filled { return .leftOut(.total) }
    if let (text, depth) = outline(fact, place) { return .outline(text, depth: depth) }
    if fits(fact) { return .measure }
    if place > last { return trailing(fact, place) }
    if let text = fact.onlyText { return single(text, fact, place) }
    if fact.span != nil, fact.filled <= 2, let text = fact.first?.text { return .banner(text) }
    if fact.name != nil {
      if fact.filled >= 2 { return .measure }
      return .leftOut(.note)
    }
    if let text = bannerWithRemark(fact) { return .banner(text) }
    return isCovered(fact) ? .leftOut(.hint) : .leftOut(.noName)
  }

  /// The text of a banner with one remark in its row: it looks as a banner further up does.
  private func bannerWithRemark(_ fact: RowFacts) -> String? {
    guard fact.filled == 2, let first = fact.first, let text = first.text,
      let known = region.banners.indices.last(where: { region.banners[$0].column == first.column }),
      bannerStyles[known] == first.style,
      let look = Optional(sheet.look(first)), look.isBold || look.hasFill || isCapitals(text)
    else { return nil }
    return text
  }

  /// A row below the last that fits: a total, a note, or a measure of which little is said.
  private func trailing(_ fact: RowFacts, _ place: Int) -> Kind {
    guard let name = fact.name, fact.gap == 0, fact.span == nil, !RowWords.isNote(name),
      name.utf8.count <= 90
    else { return .leftOut(.note) }
    if fact.filled >= 2, looksLikeName(fact) { return .measure }
    if region.records.isEmpty, usualFill <= 2, fact.filled == 1 { return .measure }
    let hasSparseRows = facts[..<place].contains {
      $0.filled == 1 && looksLikeName($0) && $0.name.map { !RowWords.isNote($0) } ?? false
    }
    if hasSparseRows, looksLikeName(fact) { return .measure }
    return .leftOut(
      looksLikeName(fact) && name.split(separator: " ").count <= 6 ? .onlyName : .note)
  }

  private func looksLikeName(_ fact: RowFacts) -> Bool {
    guard let cell = fact.nameCell, let nameLook else { return true }
    let look = sheet.look(cell)
    // What is typed below a list object may not have taken on the looks of its rows.
    if let last = region.lastTableRow, fact.row > last, !look.isBold, !look.hasFill,
      !look.isItalic
    {
      return true
    }
    return look.isBold == nameLook.isBold && look.hasFill == nameLook.hasFill
      && look.isItalic == nameLook.isItalic
  }

  /// A row with one text: a banner, a group that holds for the rows below, a measure with a name
  /// only, or a note.
  private func single(_ text: String, _ fact: RowFacts, _ place: Int) -> Kind {
    guard let cell = fact.first else { return .leftOut(.note) }
    if RowWords.isPageNumber(text) { return .leftOut(.note) }
    if fact.span != nil || cell.column != nameColumn {
      // What stands right of the name continues the row above.
      if let nameColumn, cell.column > nameColumn, fact.span == nil,
        !groupColumns.contains(cell.column)
      {
        return .leftOut(.noName)
      }
      return RowWords.isNote(text) && text.utf8.count > 30 ? .leftOut(.note) : .banner(text)
    }
    if RowWords.isNote(text), text.contains(":") || text.hasPrefix("*") { return .leftOut(.note) }
    if !looksLikeName(fact) || fact.standsOut && nameLook == nil { return .banner(text) }
    if text.hasSuffix(":") || isCapitals(text) && !namesAreCapitals { return .banner(text) }
    // Without a style to tell by, a gap before it or long rows below make it a banner.
    if usualFill >= 3, fact.gap > 0 || place == 0 { return .banner(text) }
    if usualFill >= 3, sheet.looks.count <= 1 { return .banner(text) }
    return .measure
  }

  private func isCapitals(_ text: String) -> Bool {
    text.contains(where: \.isUppercase) && !text.contains(where: \.isLowercase)
  }

  private var namesAreCapitals: Bool {
    let names = facts.prefix(20).compactMap(\.name)
    return names.count { isCapitals($0) } * 2 > names.count
  }

  private func isTotal(_ fact: RowFacts, _ label: String) -> Bool {
    // A row with words in several columns is none, whatever its first word.
    let texts = fact.texts
    guard texts <= 2 else { return false }
    if fact.filled <= max(2, usualFill / 2), RowWords.countsMeasures(label) { return true }
    let isWord = RowWords.isTotal(label)
    guard isWord || RowWords.beginsTotal(label) else { return false }
    if isWord { return texts <= 1 || fact.formulas > 0 && texts <= 2 }
    return sumsBlock(fact, label)
  }

  /// Whether a row that begins with a word for a total is one named after its block: `Subtotal
  /// Arles`, `Total clients`.
  ///
  /// A measure may begin so too, `Total complaints`; but then its row says as much as the others.
  private func sumsBlock(_ fact: RowFacts, _ label: String) -> Bool {
    if RowWords.beginsSubtotal(label) {
      return fact.texts <= 1 && fact.filled - fact.texts > 0 || fact.formulas > 0
    }
    guard fact.texts <= 1 else { return false }
    return fact.formulas > 0 || fact.numbers > 0 && usualFill >= 4 && fact.filled * 2 <= usualFill
  }

  private func isRepeatedHeader(_ fact: RowFacts) -> Bool {
    guard fact.filled >= 2 else { return false }
    if !headerTexts.isEmpty, fact.repeated * 5 >= fact.filled * 4 { return true }
    return namesItsColumns(fact)
  }

  /// Whether each text of a row is a heading for what its column holds, as in a header that comes
  /// again in other words, or above names and paragraphs.
  private func namesItsColumns(_ fact: RowFacts) -> Bool {
    guard fact.numbers == 0, let name = fact.name, means(name, .name) else { return false }
    let cells = filledCells(ofRow: fact.row)
    let known = cells.count { cell in
      guard let text = cell.text else { return false }
      return headerTexts[cell.column] == text
        || region.plans.contains { $0.column == cell.column && means(text, $0.field) }
    }
    return known >= 2 && known * 5 >= cells.count * 4
  }

  private func means(_ text: String, _ field: ColumnField) -> Bool {
    text.utf8.count <= 40
      && HeaderVocabulary.shared.meanings(of: text).contains {
        $0.field == field && $0.strength != .inFamily
      }
  }

  private func filledCells(ofRow row: Int) -> [SheetContent.Cell] {
    sheet.row(row)?.cells.filter { region.columns.contains($0.column) && !$0.isBlank } ?? []
  }

  /// Whether a row between the header and the first measure only explains the columns.
  private func isHint(_ fact: RowFacts, _ place: Int) -> Bool {
    guard region.layout == .table, place < 4, fact.filled >= 2 else { return false }
    let cells = filledCells(ofRow: fact.row)
    return HintRow.numbersColumns(cells) || HintRow.tellsWhatToWrite(cells, name: fact.name)
      || isUnlikeTheRest(fact, place)
  }

  /// Whether no cell of a row is what its column holds below it: `choose from the list` under Unit
  /// and `a number` under Target.
  private func isUnlikeTheRest(_ fact: RowFacts, _ place: Int) -> Bool {
    guard fact.numbers == 0, fact.filled >= 3 else { return false }
    var misread = 0
    for plan in region.plans {
      guard let text = sheet.rows[indexes[place]].cell(plan.column)?.text,
        let isRead = ValueColumn.reads(.text(text), as: plan.field)
      else { continue }
      guard !isRead else { return false }
      let below = indexes[(place + 1)...].prefix(5).compactMap { index in
        sheet.rows[index].cell(plan.column).flatMap {
          ValueColumn.reads($0.value, as: plan.field)
        }
      }
      guard below.count >= 2, !below.contains(false) else { continue }
      misread += 1
    }
    // A measure of which little is known yet may hold remarks instead of values.
    let isSetApart =
      !looksLikeName(fact) || fact.name?.unicodeScalars.first?.properties.isLowercase ?? false
    return misread >= (isSetApart ? 2 : 4)
  }

  // MARK: Outlines

  /// The name and depth of a row that holds nothing but a number and a name and heads the rows
  /// numbered below it: `1 | Policyholders` above `1.1 | Policies renewed`.
  private func outline(_ fact: RowFacts, _ place: Int) -> (text: String, depth: Int)? {
    guard fact.filled == 2, let codeColumn, let name = fact.name, name.utf8.count <= 90,
      let code = code(place, codeColumn), place + 1 < facts.count
    else { return nil }
    let next = self.code(place + 1, codeColumn)
    let isParent = next.map { Self.isPart($0, of: code) } ?? false
    // Without such numbers below it, it is one by its look among rows that say much more.
    guard
      isParent && (isOutlined || !looksLikeName(fact) || usualFill >= 4)
        || usualFill >= 4 && headsByLook >= 2 && !looksLikeName(fact)
          && facts[place + 1].filled > 2
    else { return nil }
    return (name, code.split { ".-/".contains($0) }.count)
  }

  /// Whether the rows are numbered as an outline is: all that have others below them hold a number
  /// and a name alone, and hardly one of the others does.
  private func hasOutline() -> Bool {
    guard let codeColumn, facts.count(where: { $0.filled == 2 && $0.name != nil }) >= 2 else {
      return false
    }
    var parents = 0
    var bare = 0
    for place in facts.indices {
      let isBare = facts[place].filled == 2 && facts[place].name != nil
      guard let code = code(place, codeColumn), place + 1 < facts.count,
        let next = self.code(place + 1, codeColumn), Self.isPart(next, of: code)
      else {
        if isBare { bare += 1 }
        continue
      }
      guard isBare else { return false }
      parents += 1
    }
    return parents >= 2 && bare * 5 <= facts.count - parents
  }

  /// The code in a row, as it is shown.
  private func code(_ place: Int, _ column: Int) -> String? {
    guard let cell = sheet.rows[indexes[place]].cell(column) else { return nil }
    if let text = cell.text { return text.trimmingMarks }
    guard let number = cell.number, abs(number) < 1e6 else { return nil }
    return number == number.rounded() ? String(Int(number)) : String(number)
  }

  /// Whether a code continues another: `1.2` continues `1`, `A-3` continues `A`.
  private static func isPart(_ code: String, of whole: String) -> Bool {
    guard code.hasPrefix(whole), let mark = code.dropFirst(whole.count).first else { return false }
    return ".-/".contains(mark)
  }

  /// Whether the name cell lies in a range merged downwards, so that the row belongs to the one
  /// above.
  private func isCovered(_ fact: RowFacts) -> Bool {
    guard let nameColumn else { return false }
    return sheet.merge(row: fact.row, column: nameColumn).map { $0.first.row < fact.row } ?? false
  }

  // MARK: Banners

  private mutating func addBanner(
    _ text: String, _ fact: RowFacts, _ open: inout [Int], follows previous: Int? = nil,
    depth: Int? = nil
  ) {
    // A banner right below another is one level down; the same look again closes what is open.
    let style = fact.first?.style ?? 0
    var level = 0
    if let depth {
      level = open.firstIndex { bannerDepths[$0, default: 0] >= depth } ?? open.count
    } else if let previous {
      level = region.banners[previous].level + 1
    } else if let known = open.firstIndex(where: { bannerStyles[$0] == style }) {
      level = known
    } else if open.count > 1 {
      level = open.count - 1
    }
    level = min(level, 2)
    open.removeSubrange(min(level, open.count)...)
    region.banners.append(
      TableRegion.Banner(
        row: fact.row, column: (depth == nil ? fact.first : fact.nameCell)?.column ?? 1, text: text,
        level: open.count))
    bannerStyles[region.banners.count - 1] = style
    bannerDepths[region.banners.count - 1] = depth
    open.append(region.banners.count - 1)
  }

  /// Whether rows of a number and a name head those numbered below them.
  private var isOutlined = false
  /// How many rows of two cells have a name that does not look like those of the measures.
  private var headsByLook = 0
  private var bannerStyles: [Int: Int] = [:]
  /// How deep banners with numbers stand.
  private var bannerDepths: [Int: Int] = [:]

  /// Banners below the last measure head nothing: they are notes.
  private mutating func dropTrailingBanners() {
    guard let last = region.records.last?.row else { return }
    for banner in region.banners where banner.row > last {
      region.leftOut.append(
        TableRegion.LeftOut(row: banner.row, column: banner.column, reason: .note))
    }
    region.banners.removeAll { $0.row > last }
  }

  private mutating func leaveOut(_ fact: RowFacts, _ reason: TableRegion.LeftOut.Reason) {
    region.leftOut.append(
      TableRegion.LeftOut(
        row: fact.row, column: fact.first?.column ?? region.columns.lowerBound, reason: reason))
  }
}
