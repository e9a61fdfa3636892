internal import SpreadsheetML

/// Finds the regions of a sheet that define measures: tables, forms, lists of prose.
enum SheetRegions {
  /// The regions of a sheet.
  ///
  /// - Parameters:
  ///   - sheet: The sheet.
  ///   - book: How strongly the title of the book speaks of measures.
  /// - Returns: The regions, from the top, and the tables that were turned down.
  static func find(
    on sheet: SheetContent, book: MeasureTopic.Strength = .none
  ) -> (found: [TableRegion], rejected: [TableFinder.Rejection]) {
    if let fields = FieldTableFinder.region(on: sheet) { return ([fields], []) }
    let cards = CardFinder(sheet).region()
    let tables = TableFinder(sheet, book: book).tables()
    if let cards {
      let found = combined(cards, tables.found)
      // Lines of a form look like headers that head nothing.
      guard found.contains(where: { $0.layout == .cards }) else { return (found, tables.rejected) }
      let rows = Set(cards.records.flatMap { $0.places.compactMap { $0?.row } })
      return (found, tables.rejected.filter { !$0.header.contains(where: rows.contains) })
    }
    if tables.found.isEmpty,
      let prose = ProseFinder(sheet).region() ?? AlternatingProse(sheet).region()
    {
      return ([prose], tables.rejected)
    }
    return tables
  }

  /// Forms and tables of one sheet: what was taken for a table within the forms is none, and labels
  /// above a table that name no measure are not a form.
  private static func combined(_ cards: TableRegion, _ tables: [TableRegion]) -> [TableRegion] {
    let rows = cards.records.flatMap { $0.places.compactMap { $0?.row } }
    guard let first = rows.min(), let last = rows.max() else { return tables }
    let apart = tables.filter { table in
      guard let header = table.headerRows else { return false }
      return header.lowerBound > last || (table.records.last?.row ?? header.upperBound) < first
    }
    let hasLabelledNames = cards.plan(.name)?.headingRow != nil
    if !hasLabelledNames, !tables.isEmpty { return tables }
    return (apart + [cards]).sorted { top($0) < top($1) }
  }

  private static func top(_ region: TableRegion) -> Int {
    region.headerRows?.lowerBound ?? region.records.first?.row ?? 1
  }
}
