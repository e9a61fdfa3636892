import Testing

@testable import SpreadsheetML

@Suite("How a sheet is printed")
struct PrintSetupTests {
  @Test func writesPaperAndMargins() throws {
    var layout = SheetLayout()
    layout.print.orientation = .landscape
    layout.print.paper = .a4
    layout.print.pagesWide = 1
    layout.print.isCentered = true
    layout.print.margins = PrintSetup.Margins(sides: 0.5, ends: 0.6, headers: 0.2)
    let tail = try Written { try $0.addSheet("Sheet", layout).writeRow([1]) }.tail()
    #expect(
      tail == #"<printOptions horizontalCentered="1"/>"#
        + #"<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.2" footer="0.2"/>"#
        + #"<pageSetup paperSize="9" fitToWidth="1" fitToHeight="0" orientation="landscape"/>"#)
  }

  @Test func repeatsTitlesAndLimitsTheArea() throws {
    var layout = SheetLayout()
    layout.print.titleRows = 2...3
    layout.print.titleColumns = 1...1
    layout.print.area = CellRange("A1:F20")
    let written = try Written { try $0.addSheet("FY 24", layout).writeRow([1]) }
    let names = try written.part("xl/workbook.xml")
    #expect(
      names.contains(
        #"<definedName name="_xlnm.Print_Area" localSheetId="0">'FY 24'!$A$1:$F$20</definedName>"#
          + #"<definedName name="_xlnm.Print_Titles" localSheetId="0">'FY 24'!$A:$A,'FY 24'!$2:$3"#
      ))
  }

  @Test(
    "Texts of header and footer become Excel's code",
    arguments: [
      (PageText(left: "L", center: "C", right: "R"), "&LL&CC&RR"),
      (PageText(left: "Research & care"), "&LResearch && care"),
      (PageText(right: "Page \(PageText.page) of \(PageText.pages)"), "&RPage &P of &N"),
      // A digit behind the mark would be the size of the font.
      (PageText(center: "2026"), "&C 2026"), (PageText(), ""),
      (PageText(center: "\(PageText.date) \(PageText.sheet) \(PageText.file)"), "&C&D &A &F"),
    ])
  func writesPageTexts(text: PageText, code: String) throws {
    #expect(try text.code() == code)
  }

  @Test func breaksPages() throws {
    let tail = try Written { book in
      let sheet = try book.addSheet("Sheet")
      try sheet.writeRow([1])
      sheet.breakPage(after: 10)
      sheet.breakPage(after: 10)
    }.tail()
    #expect(
      tail.contains(
        #"<rowBreaks count="1" manualBreakCount="1"><brk id="10" max="16383" man="1"/></rowBreaks>"#
      ))
  }
}
