internal import KPICatalog
internal import SpreadsheetML

/// What stands around the regions of a book: texts above tables, names of sheets, units in
/// headings.
struct RegionContexts {
  let all: [RegionContext]

  /// Looks at all regions.
  ///
  /// - Complexity: O(*n*) in the regions and their banners.
  init(_ book: BookContent, _ survey: BookSurvey) {
    let sheetRoles = Self.sheetRoles(book, survey)
    let tables = Self.neighbours(survey)
    all = survey.found.indices.map { index in
      let found = survey.found[index]
      let sheet = book.sheets[found.sheet]
      var context = RegionContext()
      let neighbours = tables[found.sheet] ?? Neighbours(first: index)
      context.banners = BannerRoles.roles(
        found.region, besidePerspectives: neighbours.areHeadedByPerspectives)
      context.unit = Self.headingUnit(found.region)
      Self.addHeading(to: &context, found.region, neighbours, survey.found[neighbours.first].region)
      if let group = survey.groups[index] {
        context.group = RegionContext.Word(text: group, cell: nil, rule: .mapping)
      }
      if let role = sheetRoles[found.sheet] { Self.add(role, to: &context, sheet.name) }
      return context
    }
  }

  // MARK: Texts above a table

  /// What the tables of a sheet have in common.
  private struct Neighbours {
    /// The first of them, by its index.
    var first: Int
    var count = 0
    /// How many have a text above them, and how many of these texts are perspectives.
    var headed = 0
    var perspectives = 0
    /// Whether all but the first have a text right above them.
    var areOthersNear = true
    /// The banners and the texts right above the tables, and how many of them are perspectives.
    var texts = 0
    var known = 0

    init(first: Int) { self.first = first }

    /// Whether the texts above most tables of a sheet are perspectives: Customers between
    /// Production and Energy is a group.
    var arePerspectives: Bool { perspectives * 10 >= count * 7 }
    /// Whether the banners of a sheet's tables and the texts right above the tables are
    /// perspectives nearly all: one banner alone in its table is one too.
    var areHeadedByPerspectives: Bool { known >= 2 && known * 10 >= texts * 7 }

    mutating func add(_ region: TableRegion) {
      for banner in region.banners where banner.level == 0 {
        texts += 1
        if BannerRoles.perspective(banner.text) != nil { known += 1 }
      }
      let heading = region.headings.last
      let isNear = heading.map { RegionContexts.isNear($0, region) } ?? false
      if count > 0, !isNear { areOthersNear = false }
      count += 1
      guard let heading else { return }
      headed += 1
      let isPerspective = BannerRoles.perspective(heading.text) != nil
      if isPerspective { perspectives += 1 }
      if isNear, region.records.first?.banners.isEmpty ?? true {
        texts += 1
        if isPerspective { known += 1 }
      }
    }
  }

  private static func neighbours(_ survey: BookSurvey) -> [Int: Neighbours] {
    var tables: [Int: Neighbours] = [:]
    for index in survey.found.indices {
      tables[survey.found[index].sheet, default: Neighbours(first: index)]
        .add(survey.found[index].region)
    }
    return tables
  }

  /// The text right above one of several tables of a sheet names their kind, perspective or group.
  private static func addHeading(
    to context: inout RegionContext, _ region: TableRegion, _ neighbours: Neighbours,
    _ first: TableRegion
  ) {
    guard let heading = region.headings.last else { return }
    let cell = CellReference(row: heading.row, column: heading.column)
    let hasSiblings = neighbours.count > 1
    let word = RegionContext.Word(text: heading.text, cell: cell, rule: .banner)
    if hasSiblings || region.headings.count > 1, let kind = BannerRoles.kind(heading.text) {
      context.kind = RegionContext.Word(text: kind, cell: cell, rule: .banner)
    } else if hasSiblings && neighbours.arePerspectives
      || BannerRoles.isPerspectiveHeading(heading.text),
      let perspective = BannerRoles.perspective(heading.text)
    {
      context.perspective = RegionContext.Word(text: perspective, cell: cell, rule: .banner)
    } else if hasSiblings, isNear(heading, region), neighbours.headed == neighbours.count,
      region.headings.count > 1 || !isTitle(region, first, neighbours)
    {
      context.group = word
    }
  }

  private static func isNear(_ heading: TableRegion.Banner, _ region: TableRegion) -> Bool {
    region.headerRows.map { $0.lowerBound - heading.row <= 2 } ?? false
  }

  /// Whether the only text above the first table is the sheet's title and no heading of the table.
  private static func isTitle(
    _ region: TableRegion, _ first: TableRegion, _ neighbours: Neighbours
  ) -> Bool {
    guard first.headerRows == region.headerRows, first.columns == region.columns else {
      return false
    }
    // What heads its measures stands below the header.
    if let record = first.records.first, !record.banners.isEmpty { return true }
    // All others have a heading of their own right above, so the first has one too.
    return !neighbours.areOthersNear
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
