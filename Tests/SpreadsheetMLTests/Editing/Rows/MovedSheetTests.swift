import TestSupport
import Testing
import Zip

@testable import SpreadsheetML

@Suite("What stands around moved rows")
struct MovedSheetTests {
  static let x14 =
    #"xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" "#
    + #"xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main""#

  @Test(
    "follows",
    arguments: [
      ("+2 below 5", #"<dimension ref="A1:C9"/>"#, #"<dimension ref="A1:C11"/>"#),
      (
        "+2 below 1",
        #"<sheetViews><sheetView topLeftCell="A1"><pane ySplit="2" topLeftCell="A3" state="frozen"/>"#
          + #"<selection activeCell="B3" sqref="B3:B4 D1"/></sheetView></sheetViews>"#,
        #"<sheetViews><sheetView topLeftCell="A1"><pane ySplit="4" topLeftCell="A5" state="frozen"/>"#
          + #"<selection activeCell="B5" sqref="B5:B6 D1"/></sheetView></sheetViews>"#
      ),
      (
        "-3:4",
        #"<sheetViews><sheetView><selection activeCell="B3" sqref="B3:B4"/></sheetView></sheetViews>"#,
        #"<sheetViews><sheetView><selection activeCell="B3" sqref="B3"/></sheetView></sheetViews>"#
      ),
    ])
  func before(words: String, before: String, after: String) throws {
    let edited = try EditedBook(
      WorkbookBuilder(sheet: WorkbookBuilder.worksheet(rows: "", before: before)).bytes(),
      rows: words)
    #expect(
      try edited.text("xl/worksheets/sheet1.xml")
        == WorkbookBuilder.worksheet(rows: "", before: after))
  }

  @Test(
    "follows behind the rows",
    arguments: [
      (
        "+2 below 5", #"<mergeCells count="2"><mergeCell ref="A5:B6"/><mergeCell ref="A1:B1"/>"#,
        "</mergeCells>", #"<mergeCells count="2"><mergeCell ref="A5:B8"/><mergeCell ref="A1:B1"/>"#
      ),
      (
        "-5",
        #"<mergeCells count="3"><mergeCell ref="A5:B5"/><mergeCell ref="A5:A6"/>"#
          + #"<mergeCell ref="A4:B6"/>"#, "</mergeCells>",
        #"<mergeCells count="1"><mergeCell ref="A4:B5"/>"#
      ),
      ("+2 below 5", #"<autoFilter ref="A1:C9"/>"#, "", #"<autoFilter ref="A1:C11"/>"#),
      ("+2 below 9", #"<autoFilter ref="A1:C9"/>"#, "", #"<autoFilter ref="A1:C9"/>"#),
      ("+2 below 9 extending", #"<autoFilter ref="A1:C9"/>"#, "", #"<autoFilter ref="A1:C11"/>"#),
      (
        "+2 below 9 like 9",
        #"<conditionalFormatting sqref="A9 C1:C9"><cfRule type="expression" priority="1">"#
          + #"<formula>$B1&gt;$D$9</formula></cfRule>"#, "</conditionalFormatting>",
        #"<conditionalFormatting sqref="A9:A11 C1:C11"><cfRule type="expression" priority="1">"#
          + #"<formula>$B1&gt;$D$9</formula></cfRule>"#
      ),
      (
        "+2 above 1",
        #"<conditionalFormatting sqref="A1:A5"><cfRule type="dataBar" priority="1"><dataBar>"#
          + #"<cfvo type="formula" val="$D$9"/><cfvo type="num" val="5"/></dataBar></cfRule>"#,
        "</conditionalFormatting>",
        #"<conditionalFormatting sqref="A3:A7"><cfRule type="dataBar" priority="1"><dataBar>"#
          + #"<cfvo type="formula" val="$D$11"/><cfvo type="num" val="5"/></dataBar></cfRule>"#
      ),
      (
        "+2 below 5",
        #"<dataValidations count="1"><dataValidation type="list" sqref="B2:B9">"#
          + #"<formula1>$F$2:$F$8</formula1></dataValidation>"#, "</dataValidations>",
        #"<dataValidations count="1"><dataValidation type="list" sqref="B2:B11">"#
          + #"<formula1>$F$2:$F$10</formula1></dataValidation>"#
      ),
      (
        "-5",
        #"<dataValidations count="2"><dataValidation sqref="B5"/><dataValidation sqref="B5 B7"/>"#,
        "</dataValidations>", #"<dataValidations count="1"><dataValidation sqref="B6"/>"#
      ),
      (
        "-5",
        #"<hyperlinks><hyperlink ref="A5" location="Other!A1"/>"#
          + #"<hyperlink ref="A6" location="Sheet1!A7" display="Sheet1!A7"/>"#, "</hyperlinks>",
        #"<hyperlinks><hyperlink ref="A5" location="Sheet1!A6" display="Sheet1!A7"/>"#
      ),
      (
        "+2 below 5",
        #"<rowBreaks count="2" manualBreakCount="2"><brk id="5" max="16383" man="1"/>"#
          + #"<brk id="4" man="1"/>"#, "</rowBreaks>",
        #"<rowBreaks count="2" manualBreakCount="2"><brk id="7" max="16383" man="1"/>"#
          + #"<brk id="4" man="1"/>"#
      ),
      (
        "-5",
        #"<rowBreaks count="2" manualBreakCount="2"><brk id="4" man="1"/>"#
          + #"<brk id="5" man="1"/>"#, "</rowBreaks>",
        #"<rowBreaks count="1" manualBreakCount="1"><brk id="4" man="1"/>"#
      ),
      (
        "+2 below 5", #"<ignoredErrors><ignoredError sqref="A1:A9" numberStoredAsText="1"/>"#,
        "</ignoredErrors>",
        #"<ignoredErrors><ignoredError sqref="A1:A11" numberStoredAsText="1"/>"#
      ),
      (
        "+2 below 5", #"<cellWatches><cellWatch r="A5"/><cellWatch r="A6"/>"#, "</cellWatches>",
        #"<cellWatches><cellWatch r="A5"/><cellWatch r="A8"/>"#
      ),
      (
        "+2 below 5", #"<protectedRanges><protectedRange sqref="A1:A9" name="x"/>"#,
        "</protectedRanges>", #"<protectedRanges><protectedRange sqref="A1:A11" name="x"/>"#
      ),
    ])
  func behind(words: String, before: String, end: String, after: String) throws {
    let edited = try EditedBook(
      WorkbookBuilder(sheet: WorkbookBuilder.worksheet(rows: "", after: before + end)).bytes(),
      rows: words)
    #expect(
      try edited.text("xl/worksheets/sheet1.xml")
        == WorkbookBuilder.worksheet(rows: "", after: after + end))
  }

  @Test(
    "goes with its last item",
    arguments: [
      #"<mergeCells count="1"><mergeCell ref="A5:B5"/></mergeCells>"#,
      #"<hyperlinks><hyperlink ref="A5"/></hyperlinks>"#,
      #"<dataValidations count="1"><dataValidation sqref="A5"/></dataValidations>"#,
      #"<conditionalFormatting sqref="A5"><cfRule type="aboveAverage"/></conditionalFormatting>"#,
      #"<autoFilter ref="A5:B9"/>"#,
      #"<extLst><ext uri="x" \#(x14)><x14:sparklineGroups><x14:sparklineGroup>"#
        + #"<x14:colorSeries rgb="FF000000"/><x14:sparklines><x14:sparkline><xm:f>Sheet1!A1:A4</xm:f>"#
        + #"<xm:sqref>B5</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup>"#
        + #"</x14:sparklineGroups></ext></extLst>"#,
    ])
  func goes(list: String) throws {
    let edited = try EditedBook(
      WorkbookBuilder(sheet: WorkbookBuilder.worksheet(rows: "", after: list)).bytes(),
      rows: "-5")
    #expect(
      try edited.text("xl/worksheets/sheet1.xml") == WorkbookBuilder.worksheet(rows: ""))
  }

  @Test func followsInExtensions() throws {
    let before =
      #"<extLst><ext uri="a" \#(Self.x14)><x14:conditionalFormattings><x14:conditionalFormatting>"#
      + #"<x14:cfRule type="expression"><xm:f>Other!$A$6&gt;$B6</xm:f></x14:cfRule>"#
      + #"<xm:sqref>A6:A9</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext>"#
      + #"<ext uri="b" \#(Self.x14)><x14:dataValidations count="1"><x14:dataValidation>"#
      + #"<x14:formula1><xm:f>Sheet1!$A$6:$A$9</xm:f></x14:formula1><xm:sqref>C6</xm:sqref>"#
      + #"</x14:dataValidation></x14:dataValidations></ext><ext uri="c" \#(Self.x14)>"#
      + #"<x14:sparklineGroups><x14:sparklineGroup><x14:sparklines><x14:sparkline>"#
      + #"<xm:f>Sheet1!A6:A9</xm:f><xm:sqref>D6</xm:sqref></x14:sparkline></x14:sparklines>"#
      + #"</x14:sparklineGroup></x14:sparklineGroups></ext></extLst>"#
    var builder = WorkbookBuilder(sheet: WorkbookBuilder.worksheet(rows: "", after: before))
    builder.addSheet("Other")
    let edited = try EditedBook(builder.bytes(), rows: "+2 below 5")
    let after = before.replacing("$B6", by: "$B8").replacing("A6:A9", by: "A8:A11")
      .replacing("$A$6:$A$9", by: "$A$8:$A$11").replacing(">C6", by: ">C8")
      .replacing(">D6", by: ">D8")
    #expect(
      try edited.text("xl/worksheets/sheet1.xml")
        == WorkbookBuilder.worksheet(rows: "", after: after))
  }

  @Test func leadsTheRulesOfOtherSheetsAlong() throws {
    var builder = WorkbookBuilder(rows: "")
    builder.addSheet("Other")
    builder.sheets[1].part = Array(
      WorkbookBuilder.worksheet(
        rows: "",
        after: #"<dataValidations count="1"><dataValidation type="list" sqref="A2:A9"><formula1>"#
          + #"Sheet1!$A$6:$A$9</formula1></dataValidation></dataValidations>"#
      ).utf8)
    let edited = try EditedBook(builder.bytes(), rows: "+2 below 5")
    #expect(
      try edited.text("xl/worksheets/sheet2.xml")?.range(of: "<formula1>Sheet1!$A$8:$A$11<") != nil)
  }

  @Test(
    "leads names along",
    arguments: [
      ("+2 below 5", "Base", "", "Sheet1!$A$6", "Sheet1!$A$8"),
      ("+2 below 5", "List", "", "Sheet1!$A$1:$A$5", "Sheet1!$A$1:$A$5"),
      ("+2 below 5 extending", "List", "", "Sheet1!$A$1:$A$5", "Sheet1!$A$1:$A$7"),
      ("-6", "Base", "", "Sheet1!$A$6", "#REF!"),
      (
        "+2 below 5 extending", "_xlnm.Print_Area", #" localSheetId="0""#, "Sheet1!$A$1:$C$5",
        "Sheet1!$A$1:$C$7"
      ),
      (
        "+2 below 2 extending", "_xlnm.Print_Titles", #" localSheetId="0""#,
        "Sheet1!$A:$B,Sheet1!$1:$2", "Sheet1!$A:$B,Sheet1!$1:$2"
      ),
    ])
  func names(words: String, name: String, local: String, old: String, new: String) throws {
    var builder = WorkbookBuilder(rows: "")
    func list(_ formula: String) -> String {
      "<definedNames><definedName name=\"\(name)\"\(local)>\(formula)</definedName></definedNames>"
    }
    builder.afterSheets = list(old)
    let edited = try EditedBook(builder.bytes(), rows: words)
    #expect(try edited.text("xl/workbook.xml")?.range(of: list(new)) != nil)
  }

  @Test func dropsTheNameOfAFilterThatGoes() throws {
    var builder = WorkbookBuilder(
      sheet: WorkbookBuilder.worksheet(rows: "", after: #"<autoFilter ref="A1:B9"/>"#))
    builder.afterSheets =
      #"<definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">"#
      + "Sheet1!$A$1:$B$9</definedName></definedNames>"
    let edited = try EditedBook(builder.bytes(), rows: "-1")
    #expect(try edited.text("xl/workbook.xml")?.range(of: "</sheets></workbook>") != nil)
  }
}
