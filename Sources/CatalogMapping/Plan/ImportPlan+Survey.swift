internal import KPICatalog
internal import SpreadsheetML

extension ImportPlan {
  /// Makes the plan of what was found.
  init(_ book: BookContent, _ survey: BookSurvey, _ contexts: [RegionContext]) {
    file = book.name
    sheets = book.sheets.enumerated().map { index, sheet in
      var plan = SheetPlan(
        name: sheet.name, visibility: sheet.visibility.rawValue, regions: [],
        leftOut: survey.leftOut.first { $0.sheet == index }?.reason)
      for (place, found) in survey.found.enumerated() where found.sheet == index {
        let context = contexts.indices.contains(place) ? contexts[place] : RegionContext()
        plan.regions.append(Region(found, on: sheet, context))
      }
      if !plan.regions.isEmpty { plan.leftOut = nil }
      return plan
    }
  }
}

extension ImportPlan.Region {
  init(_ found: BookSurvey.Found, on sheet: SheetContent, _ context: RegionContext) {
    let region = found.region
    layout = region.layout.rawValue
    headerRows = region.headerRows.map(Array.init) ?? []
    firstRow = region.records.map(\.row).min() ?? 0
    lastRow = region.records.map(\.row).max() ?? 0
    measures = region.records.count
    language = found.language.text
    table = region.tableName
    headings = region.headings.map { .init(row: $0.row, text: $0.text, meaning: "heading") }
    columns = region.plans.map { ImportPlan.Column($0) }
    banners = region.banners.enumerated().map { index, banner in
      let role = context.banners.indices.contains(index) ? context.banners[index] : .group
      return .init(row: banner.row, text: banner.text, meaning: Self.words(for: role))
    }
    leftOut = region.leftOut.map { row in
      .init(
        row: row.row, text: sheet.cell(row: row.row, column: row.column)?.text ?? "",
        meaning: Self.words(for: row.reason))
    }
    self.context = [
      ("kind", context.kind), ("perspective", context.perspective), ("group", context.group),
    ]
    .compactMap { name, word in
      word.map { .init(row: $0.cell?.row ?? 0, text: $0.text, meaning: name) }
    }
  }

  private static func words(for role: RegionContext.BannerRole) -> String {
    switch role {
    case .kind: "kind"
    case .perspective, .otherPerspective: "perspective"
    case .group: "group"
    }
  }

  private static func words(for reason: TableRegion.LeftOut.Reason) -> String {
    switch reason {
    case .repeatedHeader: "the header again"
    case .total: "a total"
    case .note: "a note"
    case .legend: "a legend"
    case .noName: "no name"
    case .hint: "part of the row above"
    case .explanation: "it explains the columns"
    case .onlyName: "a name only"
    case .belowTable: "below the table"
    }
  }
}

extension ImportPlan.Column {
  init(_ plan: ColumnPlan) {
    column = CellReference.letters(ofColumn: plan.column)
    heading = plan.hasNoHeading ? "" : plan.heading
    field =
      plan.field == .path
      ? plan.heading : plan.field.isCustom ? ColumnField.custom.name : plan.field.name
    certainty = plan.certainty
    reasons = plan.reasons
    rival = plan.rival.flatMap { $0.isCustom ? nil : $0.name }
    language = plan.language?.text
    period = plan.moment?.description
    unit = plan.unit?.kind.rawValue
    tick = plan.tickValue
  }
}
