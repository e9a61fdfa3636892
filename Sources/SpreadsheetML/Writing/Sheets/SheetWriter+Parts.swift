extension SheetWriter {
  /// Writes the parts that belong to the sheet, once `end` has taken the XML behind the rows.
  func writeParts(
    _ end: ([UInt8]) throws(WorkbookError) -> Void
  ) throws(WorkbookError) {
    var links = PartLinks()
    let linkIDs = tail.links.map { link in
      link.target.address.map { links.add("hyperlink", $0, isExternal: true) }
    }
    var drawingID: String?
    if !tail.charts.isEmpty {
      drawingID = links.add("drawing", "../drawings/drawing\(number).xml")
    }
    var noteDrawingID: String?
    if !tail.notes.isEmpty {
      noteDrawingID = links.add("vmlDrawing", "../drawings/vmlDrawing\(number).vml")
      _ = links.add("comments", "../comments\(number).xml")
    }
    let tableIDs = tail.tables.map { links.add("table", "../tables/table\($0.id).xml") }
    try end(
      tail.markup(
        print: layout.print, linkIDs: linkIDs, drawingID: drawingID,
        noteDrawingID: noteDrawingID, tableIDs: tableIDs, sheetID: number))

    for table in tail.tables {
      try book.write(table.markup(), as: "xl/tables/table\(table.id).xml", type: PartType.table)
    }
    if !tail.notes.isEmpty {
      try book.write(tail.notes.markup(), as: "xl/comments\(number).xml", type: PartType.notes)
      book.parts.add(ending: "vml", type: PartType.noteDrawing)
      let drawing = tail.notes.drawing(firstBlock: book.noteBlocks + 1)
      book.noteBlocks += tail.notes.blocks
      try book.write(drawing, as: "xl/drawings/vmlDrawing\(number).vml")
    }
    try writeCharts()
    if !links.isEmpty {
      try book.write(links.markup(), as: "xl/worksheets/_rels/sheet\(number).xml.rels")
    }
    defineNames()
  }

  private func writeCharts() throws(WorkbookError) {
    guard !tail.charts.isEmpty else { return }
    var links = PartLinks()
    for one in tail.charts {
      book.chartCount += 1
      _ = links.add("chart", "../charts/chart\(book.chartCount).xml")
      try book.write(
        one.chart.markup(), as: "xl/charts/chart\(book.chartCount).xml", type: PartType.chart)
    }
    try book.write(
      ChartDrawing.markup(tail.charts), as: "xl/drawings/drawing\(number).xml",
      type: PartType.drawing)
    try book.write(links.markup(), as: "xl/drawings/_rels/drawing\(number).xml.rels")
  }

  /// The names by which Excel knows filter, print area and repeated titles.
  private func defineNames() {
    let sheet = Place.quoted(name)
    if let filter = tail.autoFilter {
      book.defineBuiltIn(
        "_FilterDatabase", as: "\(sheet)!\(filter.absolute)", sheet: number, isHidden: true)
    }
    if let area = layout.print.area {
      book.defineBuiltIn("Print_Area", as: "\(sheet)!\(area.absolute)", sheet: number)
    }
    var titles: [String] = []
    if let columns = layout.print.titleColumns {
      let first = CellReference.letters(ofColumn: columns.lowerBound)
      let last = CellReference.letters(ofColumn: columns.upperBound)
      titles.append("\(sheet)!$\(first):$\(last)")
    }
    if let rows = layout.print.titleRows {
      titles.append("\(sheet)!$\(rows.lowerBound):$\(rows.upperBound)")
    }
    if !titles.isEmpty {
      book.defineBuiltIn("Print_Titles", as: titles.joined(separator: ","), sheet: number)
    }
  }
}
