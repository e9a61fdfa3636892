/// Finds the regions of a sheet that define measures: tables, forms, lists of prose.
enum SheetRegions {
  static func find(
    on sheet: SheetContent
  ) -> (found: [TableRegion], rejected: [TableFinder.Rejection]) {
    if let cards = CardFinder(sheet).region() { return ([cards], []) }
    let tables = TableFinder(sheet).tables()
    if tables.found.isEmpty, let prose = ProseFinder(sheet).region() {
      return ([prose], tables.rejected)
    }
    return tables
  }
}
