internal import XMLStream

/// The tables and pivot tables of a sheet, as far as they bear on changing its cells.
struct SheetLinks {
  /// A table's part.
  struct LinkedTable {
    var part: String
    var outline: MarkupOutline
    var name: String
    var range: CellRange
    var headerRows: Int
    var totalsRows: Int

    /// Whether the cell is a heading.
    func isHeader(_ cell: CellReference) -> Bool {
      range.contains(cell) && cell.row < range.first.row + headerRows
    }

    /// Whether the cell is in the row of totals.
    func isTotal(_ cell: CellReference) -> Bool {
      range.contains(cell) && cell.row > range.last.row - totalsRows
    }
  }

  private(set) var tables: [LinkedTable] = []
  /// The ranges that pivot tables fill.
  private(set) var pivotRanges: [CellRange] = []

  init(_ sheet: Sheet) throws(WorkbookError) {
    let package = sheet.book.package
    for link in try package.relationships(of: sheet.part) {
      guard let part = link.part, package.has(part) else { continue }
      switch link.kind {
      case "table":
        let outline = try package.outline(of: part)
        if let table = LinkedTable(part, outline) { tables.append(table) }
      case "pivotTable":
        let outline = try package.outline(of: part)
        if let place = outline.child("location"),
          let range = outline.startTag(place)["ref"].flatMap({ CellRange($0) })
        {
          pivotRanges.append(range)
        }
      default: continue
      }
    }
  }

  /// The table that the cell is in, or nil.
  func table(of cell: CellReference) -> LinkedTable? { tables.first { $0.range.contains(cell) } }
}

extension SheetLinks.LinkedTable {
  /// nil for a part that states no range.
  init?(_ part: String, _ outline: MarkupOutline) {
    guard let root = outline.elements.first, root.local == "table" else { return nil }
    let tag = outline.startTag(0)
    guard let range = tag["ref"].flatMap({ CellRange($0) }) else { return nil }
    func count(_ name: String, _ usual: Int) -> Int {
      min(max(tag[name].flatMap { Int($0) } ?? usual, 0), range.rowCount)
    }
    self.init(
      part: part, outline: outline, name: tag["displayName"] ?? tag["name"] ?? "", range: range,
      headerRows: count("headerRowCount", 1), totalsRows: count("totalsRowCount", 0))
  }
}
