internal import SpreadsheetML

/// Tells what was left out, hidden or guessed while the regions of a book were found.
enum SurveyFindings {
  static func add(to log: inout FindingLog, _ book: BookContent, _ survey: BookSurvey) {
    for left in survey.leftOut {
      log.add(.sheetLeftOut(left.reason), sheet: book.sheets[left.sheet].name, cell: nil)
    }
    let read = Set(survey.found.lazy.map(\.sheet))
    for (sheet, rejection) in survey.rejected where read.contains(sheet) {
      if let words = SheetRole.words(for: rejection.reason) {
        log.add(
          .tableLeftOut(words), sheet: book.sheets[sheet].name, row: rejection.header.lowerBound,
          column: rejection.columns.lowerBound)
      }
    }
    for change in survey.drift {
      let sheet = change.sheet.map { book.sheets[$0].name }
      log.add(
        .mappingDrift(change.text), sheet: sheet,
        cell: sheet == nil ? nil : CellReference(row: change.row, column: change.column))
    }
    for found in survey.found { add(found, book.sheets[found.sheet], to: &log) }
    if survey.found.isEmpty { log.add(.nothingFound, sheet: nil, cell: nil) }
  }

  private static func add(
    _ found: BookSurvey.Found, _ sheet: SheetContent, to log: inout FindingLog
  ) {
    let region = found.region
    addHidden(region, sheet, to: &log)
    for plan in region.plans {
      let row = plan.headingRow ?? region.records.first?.row ?? 1
      if plan.hasNoHeading {
        log.add(.unnamedColumn(plan.heading), sheet: sheet.name, row: row, column: plan.column)
      }
      if plan.field == .initiatives {
        log.add(.initiativesKept(plan.heading), sheet: sheet.name, row: row, column: plan.column)
      }
      if plan.isGuess, !plan.field.isCustom, region.layout != .prose {
        log.add(
          .guessedColumn(
            heading: plan.heading, field: FieldNames.name(plan.field),
            reasons: plan.reasons.joined(separator: ", ")),
          sheet: sheet.name, row: row, column: plan.column)
      } else if let rival = plan.rival {
        log.add(
          .rivalColumn(
            heading: plan.heading, field: FieldNames.name(plan.field), rival: FieldNames.name(rival)
          ),
          sheet: sheet.name, row: row, column: plan.column)
      }
    }
    for left in region.leftOut {
      switch left.reason {
      case .noName: log.add(.noName, sheet: sheet.name, row: left.row, column: left.column)
      case .onlyName:
        let text = sheet.cell(row: left.row, column: left.column)?.text ?? ""
        log.add(.onlyName(text), sheet: sheet.name, row: left.row, column: left.column)
      case .explanation:
        log.add(.explanation, sheet: sheet.name, row: left.row, column: left.column)
      case .belowTable:
        log.add(
          .rowBelowTable(left.row, table: region.tableName ?? ""), sheet: sheet.name,
          row: left.row, column: left.column)
      default: break
      }
    }
  }

  private static func addHidden(
    _ region: TableRegion, _ sheet: SheetContent, to log: inout FindingLog
  ) {
    let hidden = region.records.filter { sheet.rows[$0.index].isHidden }.map(\.row)
    if let first = hidden.first {
      log.add(
        .hiddenRows(list(hidden), isFiltered: sheet.filter != nil || region.tableName != nil),
        sheet: sheet.name, row: first, column: region.columns.lowerBound)
    }
    let columns = region.plans.filter {
      sheet.isHidden(column: $0.column) && $0.field != .identity
    }
    if let first = columns.first, region.layout != .cards {
      log.add(
        .hiddenColumns(
          columns.map { "\(CellReference.letters(ofColumn: $0.column)) ('\($0.heading)')" }
            .joined(separator: ", ")),
        sheet: sheet.name, row: first.headingRow ?? 1, column: first.column)
    }
  }

  /// Numbers with runs joined: `4-5, 9`.
  static func list(_ numbers: [Int]) -> String {
    var parts: [String] = []
    var start: Int?
    var last = 0
    for number in numbers + [Int.max] {
      if let from = start, number != last + 1 {
        parts.append(from == last ? "\(from)" : "\(from)-\(last)")
        start = number
      }
      if start == nil { start = number }
      last = number
    }
    return parts.prefix(12).joined(separator: ", ") + (parts.count > 12 ? " and others" : "")
  }
}
