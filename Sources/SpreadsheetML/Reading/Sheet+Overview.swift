/// What a sheet holds, told without keeping its cells.
public struct SheetOverview: Sendable, Hashable {
  /// The smallest range that holds every cell with a value, or nil for an empty sheet.
  public var usedRange: CellRange?
  /// How many cells hold a value.
  public var cellCount = 0
  /// How many cells hold a formula.
  public var formulaCount = 0
  /// How many of the rows with cells are hidden.
  public var hiddenRowCount = 0
  /// The merged ranges.
  public var mergedRanges: [CellRange] = []
  /// The rules for what may be entered.
  public var validations: [DataValidation] = []
  /// The range of the sheet's filter.
  public var autoFilter: CellRange?
  /// How many `conditionalFormatting` elements there are; each may hold several ranges and rules.
  public var conditionalFormatCount = 0
  /// How many links there are.
  public var hyperlinkCount = 0
  /// Whether the sheet is protected against changes.
  public var isProtected = false
}

extension Sheet {
  /// Reads the sheet once and tells what it holds.
  ///
  /// - Throws: ``WorkbookError``; a chart sheet has no cells.
  /// - Complexity: O(*n*) in the sheet's bytes; memory does not grow with it.
  public func overview() throws -> SheetOverview {
    var overview = SheetOverview()
    var bounds: (top: Int, left: Int, bottom: Int, right: Int)?
    let rows = try RowReader(self, keepsDetails: true)
    try rows.forEachRow { row in
      if row.isHidden { overview.hiddenRowCount += 1 }
      for place in 0..<row.count {
        let record = row.record(place)
        if record.formula != -1 { overview.formulaCount += 1 }
        guard record.kind != .blank else { continue }
        overview.cellCount += 1
        let column = row.column(at: place)
        bounds =
          bounds.map {
            (
              min($0.top, row.number), min($0.left, column), max($0.bottom, row.number),
              max($0.right, column)
            )
          } ?? (row.number, column, row.number, column)
      }
    }
    if let bounds, let first = CellReference(row: bounds.top, column: bounds.left),
      let last = CellReference(row: bounds.bottom, column: bounds.right)
    {
      overview.usedRange = CellRange(first, last)
    }
    let details = rows.scanner.details
    overview.mergedRanges = details.merged
    overview.validations = details.validations
    overview.autoFilter = details.autoFilter
    overview.conditionalFormatCount = details.conditionalFormats
    overview.hyperlinkCount = details.hyperlinks
    overview.isProtected = details.isProtected
    return overview
  }
}
