import Testing

@testable import SpreadsheetML

/// The head of a sheet of this layout.
private func head(
  _ layout: SheetLayout, rows: [[CellContent]] = [[1]], style: CellStyle = CellStyle()
) throws -> String {
  try Written { book in
    let index = try book.style(style)
    let sheet = try book.addSheet("Sheet", layout)
    for row in rows { try sheet.writeRow(row, style: index) }
  }.head()
}

@Suite("What stands before the rows")
struct SheetLayoutTests {
  @Test func writesAPlainSheetsHead() throws {
    #expect(
      try head(SheetLayout())
        == #"<dimension ref="A1"/><sheetViews><sheetView tabSelected="1" workbookViewId="0">"#
        + #"</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>"#)
  }

  @Test("Panes are frozen below rows and right of columns")
  func freezes() throws {
    let cases: [(Int, Int, String)] = [
      (
        1, 0,
        #"<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>"#
          + #"<selection pane="bottomLeft" activeCell="A2" sqref="A2"/>"#
      ),
      (0, 2, #"<pane xSplit="2" topLeftCell="C1" activePane="topRight" state="frozen"/>"#),
      (
        3, 1,
        #"<pane xSplit="1" ySplit="3" topLeftCell="B4" activePane="bottomRight" state="frozen"/>"#
      ),
    ]
    for (rows, columns, markup) in cases {
      var layout = SheetLayout()
      layout.frozenRows = rows
      layout.frozenColumns = columns
      #expect(try head(layout).contains(markup))
    }
  }

  @Test func writesWidthsWithTheirPadding() throws {
    var layout = SheetLayout()
    layout.columns = [.width(8.43), ColumnLayout(), .width(22), .hidden]
    // 22 digits of 7 pixels and 5 of padding, in 256ths of a digit (ECMA-376 Part 1, 18.3.1.13).
    #expect(
      try head(layout).contains(
        #"<cols><col min="1" max="1" width="9.28515625" customWidth="1"/>"#
          + #"<col min="3" max="3" width="22.7109375" customWidth="1"/>"#
          + #"<col min="4" max="4" width="9.140625" hidden="1"/></cols>"#))
  }

  @Test func fitsColumnsToTheirFirstRows() throws {
    var layout = SheetLayout()
    layout.columns = [.fitted(), .fitted(atLeast: 12), .fitted(atLeast: 4, atMost: 20), .fitted()]
    let rows: [[CellContent]] = [
      // Twenty digits are 140 pixels; `1234.5` is five digits and a point of four pixels.
      [.text(String(repeating: "0", count: 20)), 1, .text(String(repeating: "m", count: 90)), nil],
      ["0", 1234.5, "x", nil],
    ]
    #expect(
      try head(layout, rows: rows).contains(
        #"<col min="1" max="1" width="20.7109375" customWidth="1"/>"#
          + #"<col min="2" max="2" width="12.7109375" customWidth="1"/>"#
          + #"<col min="3" max="3" width="20.7109375" customWidth="1"/>"#
          + #"<col min="4" max="4" width="4.7109375" customWidth="1"/>"#))
  }

  @Test func fitsColumnsToTheWordsOfTextThatWraps() throws {
    var layout = SheetLayout()
    layout.columns = [.fitted()]
    let style = CellStyle(alignment: CellAlignment(wrapsText: true))
    let markup = try head(layout, rows: [["00000 0000000000 000"]], style: style)
    #expect(markup.contains(#"width="10.7109375""#))
  }

  @Test func fitsColumnsToNumbersAsTheyAreShown() throws {
    var layout = SheetLayout()
    layout.columns = [.fitted()]
    let style = CellStyle(numberFormat: "000000000000")
    #expect(try head(layout, rows: [[7]], style: style).contains(#"width="12.7109375""#))
  }

  @Test func writesViewAndTab() throws {
    var layout = SheetLayout()
    layout.tabColor = 0x1F3864
    layout.zoom = 85
    layout.showsGridLines = false
    layout.isRightToLeft = true
    layout.rowHeight = 20
    layout.print.pagesWide = 1
    let markup = try head(layout)
    #expect(
      markup.contains(
        #"<sheetPr><tabColor rgb="FF1F3864"/><pageSetUpPr fitToPage="1"/></sheetPr>"#))
    #expect(
      markup.contains(
        #"<sheetView showGridLines="0" rightToLeft="1" tabSelected="1" zoomScale="85" zoomScaleNormal="85""#
      ))
    #expect(markup.contains(#"<sheetFormatPr defaultRowHeight="20" customHeight="1"/>"#))
  }

  @Test func selectsTheFirstSheetThatCanBeSeen() throws {
    var hidden = SheetLayout()
    hidden.visibility = .hidden
    var secret = SheetLayout()
    secret.visibility = .veryHidden
    let written = try Written { book in
      _ = try book.addSheet("Hidden", hidden)
      _ = try book.addSheet("Secret", secret)
      _ = try book.addSheet("Shown")
      _ = try book.addSheet("Also shown")
    }
    #expect(!(try written.head(1).contains("tabSelected")))
    #expect(try written.head(3).contains("tabSelected=\"1\""))
    #expect(!(try written.head(4).contains("tabSelected")))
    let workbook = try written.part("xl/workbook.xml")
    #expect(workbook.contains(#"firstSheet="2" activeTab="2""#))
    #expect(workbook.contains(#"<sheet name="Hidden" sheetId="1" state="hidden" r:id="rId1"/>"#))
    #expect(workbook.contains(#"<sheet name="Secret" sheetId="2" state="veryHidden""#))
  }

  @Test func writesRowsWithHeightAndOutline() throws {
    let rows = try Written { book in
      let bold = try book.style(CellStyle(font: CellFont(isBold: true)))
      let sheet = try book.addSheet("Sheet")
      try sheet.writeRow([1], RowLayout(height: 30.5))
      try sheet.writeRow([1], from: 3, RowLayout(isHidden: true, outlineLevel: 2))
      sheet.skipRows(2)
      try sheet.writeRow([1], style: bold, RowLayout(style: bold))
      #expect(sheet.nextRow == 6)
    }.rows()
    #expect(
      rows == #"<row r="1" ht="30.5" customHeight="1"><c r="A1"><v>1</v></c></row>"#
        + #"<row r="2" hidden="1" outlineLevel="2"><c r="C2"><v>1</v></c></row>"#
        + #"<row r="5" s="1" customFormat="1"><c r="A5" s="1"><v>1</v></c></row>"#)
  }

  @Test func makesRowsAsHighAsTheirLinesNeed() throws {
    var layout = SheetLayout()
    layout.columns = [.width(10)]
    let written = try Written { book in
      let wrapped = try book.style(CellStyle(alignment: CellAlignment(wrapsText: true)))
      let sheet = try book.addSheet("Sheet", layout)
      try sheet.writeRow(["00000 00000 00000"], style: wrapped)
      try sheet.writeRow(["one\ntwo\nthree"], style: wrapped)
      try sheet.writeRow(["0000000000"], style: wrapped)
      try sheet.writeRow(["00000 00000 00000"])
    }
    let rows = try written.rows()
    // Seventy pixels hold one word of 35 and, with a blank, not a second; a line is 15 points high.
    #expect(rows.contains(#"<row r="1" ht="45">"#))
    #expect(rows.contains(#"<row r="2" ht="45">"#))
    #expect(rows.contains(#"<row r="3"><c"#))
    #expect(rows.contains(#"<row r="4"><c"#))
  }
}
