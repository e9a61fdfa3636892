internal import KPICatalog
internal import SpreadsheetML

/// What stands around the regions of a book: texts above tables, names of sheets, units in
/// headings.
struct RegionContexts {
  let all: [RegionContext]

  init(_ book: BookContent, _ survey: BookSurvey) {
    let sheetRoles = Self.sheetRoles(book, survey)
    all = survey.found.enumerated().map { index, found in
      let sheet = book.sheets[found.sheet]
      var context = RegionContext()
      context.banners = BannerRoles.roles(
        found.region, besidePerspectives: Self.areHeadedByPerspectives(found, survey))
      context.unit = Self.headingUnit(found.region)
      Self.addHeading(to: &context, found, survey)
      if let group = survey.groups[index] {
        context.group = RegionContext.Word(text: group, cell: nil, rule: .mapping)
      }
      if let role = sheetRoles[found.sheet] { Self.add(role, to: &context, sheet.name) }
      return context
    }
  }

  // MARK: Texts above a table

  /// The text right above one of several tables of a sheet names their kind, perspective or group.
  private static func addHeading(
    to context: inout RegionContext, _ found: BookSurvey.Found, _ survey: BookSurvey
  ) {
    let neighbours = survey.found.filter { $0.sheet == found.sheet }
    guard let heading = found.region.headings.last else { return }
    let cell = CellReference(row: heading.row, column: heading.column)
    let hasSiblings = neighbours.count > 1
    let word = RegionContext.Word(text: heading.text, cell: cell, rule: .banner)
    if hasSiblings || found.region.headings.count > 1, let kind = BannerRoles.kind(heading.text) {
      context.kind = RegionContext.Word(text: kind, cell: cell, rule: .banner)
    } else if hasSiblings && arePerspectives(neighbours)
      || BannerRoles.isPerspectiveHeading(heading.text),
      let perspective = BannerRoles.perspective(heading.text)
    {
      context.perspective = RegionContext.Word(text: perspective, cell: cell, rule: .banner)
    } else if hasSiblings, isNear(heading, found.region),
      neighbours.allSatisfy({ !$0.region.headings.isEmpty }),
      found.region.headings.count > 1 || !isTitle(found, neighbours)
    {
      context.group = word
    }
  }

  /// Whether the texts above most tables of a sheet are perspectives: Customers between Production
  /// and Energy is a group.
  private static func arePerspectives(_ neighbours: [BookSurvey.Found]) -> Bool {
    let known = neighbours.count { found in
      found.region.headings.last.map { BannerRoles.perspective($0.text) != nil } ?? false
    }
    return known * 10 >= neighbours.count * 7
  }

  /// Whether the banners of a sheet's tables and the texts right above the tables are perspectives
  /// nearly all: one banner alone in its table is one too.
  private static func areHeadedByPerspectives(
    _ found: BookSurvey.Found, _ survey: BookSurvey
  ) -> Bool {
    var texts: [String] = []
    for neighbour in survey.found where neighbour.sheet == found.sheet {
      let region = neighbour.region
      texts += region.banners.filter { $0.level == 0 }.map(\.text)
      if let heading = region.headings.last, isNear(heading, region),
        region.records.first?.banners.isEmpty ?? true
      {
        texts.append(heading.text)
      }
    }
    let known = texts.count { BannerRoles.perspective($0) != nil }
    return known >= 2 && known * 10 >= texts.count * 7
  }

  private static func isNear(_ heading: TableRegion.Banner, _ region: TableRegion) -> Bool {
    region.headerRows.map { $0.lowerBound - heading.row <= 2 } ?? false
  }

  /// Whether the only text above the first table is the sheet's title and no heading of the table.
  private static func isTitle(_ found: BookSurvey.Found, _ neighbours: [BookSurvey.Found]) -> Bool {
    guard let first = neighbours.first, first.region.headerRows == found.region.headerRows,
      first.region.columns == found.region.columns
    else { return false }
    // What heads its measures stands below the header.
    if let record = first.region.records.first, !record.banners.isEmpty { return true }
    // All others have a heading of their own right above, so the first has one too.
    return !neighbours.dropFirst().allSatisfy { other in
      other.region.headings.last.map { isNear($0, other.region) } ?? false
    }
  }

  // MARK: Names of sheets

  private enum SheetRole {
    case kind(String), perspective(String), group
  }

  /// What the names of sheets say if measures stand on several of them.
  private static func sheetRoles(_ book: BookContent, _ survey: BookSurvey) -> [Int: SheetRole] {
    let sheets = Set(survey.found.map(\.sheet)).sorted()
    guard sheets.count > 1 else { return [:] }
    // Forms, one on each sheet, are named for their measures.
    if survey.found.allSatisfy({ $0.region.layout == .cards && $0.region.records.count == 1 }) {
      return [:]
    }
    let names = sheets.map { book.sheets[$0].name }
    // Sheets of one language each are no groups.
    if names.allSatisfy({ WordList.language.value(of: $0) != nil }) { return [:] }
    let kinds = names.map { BannerRoles.kind($0) }
    let perspectives = names.map { BannerRoles.perspective($0) }
    let areKinds = kinds.allSatisfy { $0 != nil }
    let arePerspectives = perspectives.count { $0 != nil } * 10 >= names.count * 7
    var roles: [Int: SheetRole] = [:]
    for (index, sheet) in sheets.enumerated() {
      if areKinds, let kind = kinds[index] {
        roles[sheet] = .kind(kind)
      } else if arePerspectives, let perspective = perspectives[index] {
        roles[sheet] = .perspective(perspective)
      } else {
        roles[sheet] = .group
      }
    }
    return roles
  }

  private static func add(_ role: SheetRole, to context: inout RegionContext, _ name: String) {
    switch role {
    case .kind(let text):
      if context.kind == nil {
        context.kind = RegionContext.Word(text: text, cell: nil, rule: .sheetName)
      }
    case .perspective(let text):
      if context.perspective == nil {
        context.perspective = RegionContext.Word(text: text, cell: nil, rule: .sheetName)
      }
    case .group:
      if context.group == nil {
        context.group = RegionContext.Word(text: name.trimmed, cell: nil, rule: .sheetName)
      }
    }
  }

  // MARK: Units in headings

  /// The unit in the brackets of the headings over values, if all that have one agree.
  private static func headingUnit(_ region: TableRegion) -> RegionContext.Word? {
    guard region.plan(.unit) == nil else { return nil }
    let plans = region.plans.filter { $0.field.isQuantity && $0.unit != nil }
    guard let first = plans.first, let unit = first.unit,
      plans.allSatisfy({ $0.unit?.kind == unit.kind })
    else { return nil }
    let heading = HeaderText(first.heading)
    guard let bracket = heading.brackets.first(where: { UnitWords(heading: $0) != nil }) else {
      return nil
    }
    let cell = first.headingRow.flatMap { CellReference(row: $0, column: first.column) }
    return RegionContext.Word(text: bracket, cell: cell, rule: .heading)
  }
}
