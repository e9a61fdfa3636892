internal import KPICatalog

extension ImportPlan {
  /// The plan as JSON: the same bytes for the same plan, a line break at the end.
  public func json() -> [UInt8] { node.json() }

  /// The plan as a value that can be put into a larger report.
  var node: DocumentNode {
    .map([("file", .text(file)), ("sheets", .list(sheets.map(\.node)))])
  }
}

extension ImportPlan.SheetPlan {
  fileprivate var node: DocumentNode {
    .map([
      ("name", .text(name)), ("visibility", .text(visibility)),
      ("leftOut", leftOut.map { .text($0) }), ("regions", .list(regions.map(\.node))),
    ])
  }
}

extension ImportPlan.Region {
  fileprivate var node: DocumentNode {
    .map([
      ("layout", .text(layout)), ("table", table.map { .text($0) }),
      ("headerRows", .list(headerRows.map { .number(Double($0)) })),
      ("firstRow", .number(Double(firstRow))), ("lastRow", .number(Double(lastRow))),
      ("measures", .number(Double(measures))), ("language", .text(language)),
      ("headings", notes(headings)), ("context", notes(context)),
      ("columns", .list(columns.map(\.node))), ("banners", notes(banners)),
      ("leftOut", notes(leftOut)),
    ])
  }

  private func notes(_ notes: [ImportPlan.RowNote]) -> DocumentNode? {
    guard !notes.isEmpty else { return nil }
    return .list(
      notes.map {
        .map([
          ("row", $0.row > 0 ? .number(Double($0.row)) : nil), ("text", .text($0.text)),
          ("meaning", .text($0.meaning)),
        ])
      })
  }
}

extension ImportPlan.Column {
  fileprivate var node: DocumentNode {
    .map([
      ("column", .text(column)), ("heading", .text(heading)), ("field", .text(field)),
      ("certainty", .number((certainty * 100).rounded() / 100)),
      ("reasons", .list(reasons.map { .text($0) })), ("language", language.map { .text($0) }),
      ("period", period.map { .text($0) }), ("unit", unit.map { .text($0) }),
      ("tick", tick.map { .text($0) }),
    ])
  }
}
