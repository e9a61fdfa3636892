internal import CatalogMapping
internal import SpreadsheetML

extension ImportPlan {
  /// The plan as members of a JSON object: `measures`, a list of what was found, and `leftOut`, the
  /// sheets from which nothing was read.
  var members: [(String, JSONValue)] {
    [
      (
        "measures",
        .list(sheets.flatMap { sheet in sheet.regions.map { Self.json($0, on: sheet) } })
      ),
      (
        "leftOut",
        .list(
          sheets.filter { $0.regions.isEmpty }.map {
            .map([("sheet", .text($0.name)), ("reason", .optional($0.leftOut))])
          })
      ),
    ]
  }

  private static func json(_ region: Region, on sheet: SheetPlan) -> JSONValue {
    .map([
      ("sheet", .text(sheet.name)), ("visibility", .text(sheet.visibility)),
      ("layout", .text(region.layout)), ("table", .optional(region.table)),
      ("headerRows", .list(region.headerRows.map { .number($0) })),
      ("firstRow", .number(region.firstRow)), ("lastRow", .number(region.lastRow)),
      ("measures", .number(region.measures)), ("language", .text(region.language)),
      ("columns", .list(region.columns.map(json))),
      ("headings", .list(region.headings.map(json))),
      ("context", .list(region.context.map(json))),
      ("banners", .list(region.banners.map(json))),
      ("rowsLeftOut", .list(region.leftOut.map(json))),
    ])
  }

  private static func json(_ column: Column) -> JSONValue {
    .map([
      ("column", .text(column.column)), ("heading", .text(column.heading)),
      ("field", .text(column.field)), ("certainty", .decimal(column.certainty)),
      ("isGuess", .boolean(column.isGuess)), ("reasons", .list(column.reasons.map(JSONValue.text))),
      ("rival", .optional(column.rival)), ("language", .optional(column.language)),
      ("period", .optional(column.period)), ("unit", .optional(column.unit)),
      ("tick", .optional(column.tick)),
    ])
  }

  private static func json(_ note: RowNote) -> JSONValue {
    .map([
      ("row", note.row == 0 ? .null : .number(note.row)), ("text", .text(note.text)),
      ("meaning", .text(note.meaning)),
    ])
  }
}

extension Diagnostic {
  /// The finding as JSON.
  var json: JSONValue {
    .map([
      ("severity", .text(severity.rawValue)), ("rule", .text(rule)),
      ("book", .optional(place.file)),
      ("sheet", .optional(place.sheet)), ("cell", .optional(place.cell)),
      ("message", .text(message)),
    ])
  }
}
