import TestSupport
import Testing
import Zip

@testable import SpreadsheetML

@Suite("Edits among formulas")
struct FormulaEditTests {
  static func chain(_ entries: String) -> String {
    #"<calcChain xmlns="\#(WorkbookBuilder.main)">\#(entries)</calcChain>"#
  }

  static func book(rows: String, chain: String?) -> ZipBuilder {
    var zip = WorkbookBuilder(rows: rows).zip()
    guard let chain else { return zip }
    zip.add("xl/calcChain.xml", Self.chain(chain), kind: "calcChain", from: "xl/workbook.xml")
    zip.change(
      "[Content_Types].xml", "</Types>",
      to: #"<Override PartName="/xl/calcChain.xml" ContentType="calc"/></Types>"#)
    return zip
  }

  @Test(
    "takes the entry of an overwritten formula out of the calculation chain",
    arguments: [
      (#"<c r="A1" i="1"/><c r="B1"/><c r="C1" i="2"/>"#, #"<c r="B1" i="1"/><c r="C1" i="2"/>"#),
      (#"<c r="B1" i="1"/><c r="A1"/><c r="A2"/>"#, #"<c r="B1" i="1"/><c r="A2"/>"#),
      (
        #"<c r="A1" i="2"/><c r="A1" i="1" l="1"/><c r="B1"/>"#,
        #"<c r="A1" i="2"/><c r="B1" i="1" l="1"/>"#
      ),
      (#"<c r="B1" i="1"/><c r="A1"/>"#, #"<c r="B1" i="1"/>"#),
    ])
  func chainFollows(before: String, after: String) throws {
    let zip = Self.book(
      rows: #"<row r="1"><c r="A1"><f>B9</f><v>1</v></c></row>"#, chain: before)
    let edited = try EditedBook(zip.bytes(), ["A1": .value(.number(2))])
    #expect(try edited.text("xl/calcChain.xml") == Self.chain(after))
  }

  @Test func removesTheChainWithItsLastEntry() throws {
    let zip = Self.book(
      rows: #"<row r="1"><c r="A1"><f>B9</f><v>1</v></c></row>"#, chain: #"<c r="A1" i="1"/>"#)
    let edited = try EditedBook(zip.bytes(), ["A1": .value(.number(2))])
    #expect(try edited.text("xl/calcChain.xml") == nil)
    #expect(try edited.text("[Content_Types].xml")?.range(of: "calcChain") == nil)
    #expect(try edited.text("xl/_rels/workbook.xml.rels")?.range(of: "calcChain") == nil)
    #expect(edited.plan.parts.filter(\.isRemoved).map(\.part) == ["xl/calcChain.xml"])
  }

  @Test func addsNewFormulasToTheChain() throws {
    let zip = Self.book(
      rows: #"<row r="1"><c r="A1"><f>B9</f><v>1</v></c></row>"#, chain: #"<c r="A1" i="1"/>"#)
    let edited = try EditedBook(zip.bytes(), ["C1": .entered("=B8"), "A1": .entered("=B7")])
    #expect(
      try edited.text("xl/calcChain.xml") == Self.chain(#"<c r="A1" i="1"/><c r="C1" i="1"/>"#))
  }

  @Test(
    "asks for calculation only where a formula may hang on the cell",
    arguments: [
      ("A1*2", true), ("$A$1:$A$9", true), ("A:A", true), ("1:1", true), ("Sheet1!A1", true),
      ("'sheet1'!A1", true), ("Other!A1", false), ("B1*2", false), ("A2", false),
      ("SUM(B1:Z9)", false), ("\"A1\"", false), ("[1]Sheet1!A1", false),
      ("INDIRECT(\"A\"&amp;1)", true),
      ("OFFSET(C3,-2,-2)", true), ("Base", true), ("Fixed", false), ("Unknown", true),
      ("B1:INDEX(Z:Z,1)", true), ("LOG10(5)", false), ("A1B", true), ("TRUE", false),
      ("#REF!", false),
    ])
  func asksForCalculation(formula: String, asks: Bool) throws {
    var builder = WorkbookBuilder(
      rows: #"<row r="1"><c r="A1"><v>1</v></c></row>"#
        + #"<row r="5"><c r="B5"><f>\#(formula)</f><v>1</v></c></row>"#)
    builder.addSheet("Other")
    builder.afterSheets =
      "<definedNames><definedName name=\"Base\">Sheet1!$A$1</definedName>"
      + "<definedName name=\"Fixed\">Sheet1!$C$1</definedName></definedNames>"
    let edited = try EditedBook(builder, ["A1": .value(.number(2))])
    let main = try #require(try edited.text("xl/workbook.xml"))
    #expect((main.range(of: #"</definedNames><calcPr fullCalcOnLoad="1"/>"#) != nil) == asks)
    #expect(try edited.changedParts().contains("xl/workbook.xml") == asks)
    // The last results stay as they are.
    #expect(try edited.rows().range(of: "</f><v>1</v>") != nil)
  }

  @Test func looksForFormulasOnEverySheet() throws {
    var builder = WorkbookBuilder(rows: "")
    builder.addSheet("Far", rows: #"<row r="1"><c r="A1"><f>Sheet1!B2</f></c></row>"#)
    #expect(try EditedBook(builder, ["B2": .value(.number(1))]).plan.parts.count == 2)
    #expect(try EditedBook(builder, ["B3": .value(.number(1))]).plan.parts.count == 1)
  }

  @Test(
    "sets the flag in the element that is there",
    arguments: [
      (#"<calcPr calcId="1"/>"#, #"<calcPr calcId="1" fullCalcOnLoad="1"/>"#),
      (#"<calcPr fullCalcOnLoad="0" calcId="1"/>"#, #"<calcPr fullCalcOnLoad="1" calcId="1"/>"#),
      (#"<calcPr fullCalcOnLoad="true"/>"#, #"<calcPr fullCalcOnLoad="true"/>"#),
    ])
  func flag(before: String, after: String) throws {
    var builder = WorkbookBuilder(rows: "")
    builder.afterSheets = before
    let edited = try EditedBook(builder, ["A1": .entered("=1")])
    #expect(try edited.text("xl/workbook.xml")?.range(of: after) != nil)
  }

  @Test(
    "hands a shared formula on when its first cell is overwritten",
    arguments: [
      (
        #"<f t="shared" ref="B1:B3" si="0">A1*$A$1</f>"#, #"<f t="shared" si="0"/>"#,
        #"<f t="shared" si="0" ref="B2:B3">A2*$A$1</f>"#
      ),
      (
        #"<f t="shared" ref="B1:B3" si="7" ca="1">SUM(A$1:A1)</f>"#, #"<f t="shared" si="7"></f>"#,
        #"<f t="shared" si="7" ref="B2:B3">SUM(A$1:A2)</f>"#
      ),
    ])
  func handsOn(master: String, second: String, after: String) throws {
    let rows =
      #"<row r="1"><c r="B1">\#(master)<v>1</v></c></row><row r="2"><c r="B2">\#(second)<v>2</v></c>"#
      + #"</row><row r="3"><c r="B3">\#(second)<v>3</v></c></row>"#
    let edited = try EditedBook(WorkbookBuilder(rows: rows), ["B1": .value(.number(5))])
    #expect(
      try edited.rows() == #"<row r="1"><c r="B1"><v>5</v></c></row><row r="2"><c r="B2">\#(after)"#
        + #"<v>2</v></c></row><row r="3"><c r="B3">\#(second)<v>3</v></c></row>"#)
  }

  @Test func handsASharedFormulaOnPastOtherOverwrittenCells() throws {
    let rows = (1...4).map {
      "<row r=\"\($0)\"><c r=\"B\($0)\">"
        + ($0 == 1 ? #"<f t="shared" ref="B1:B4" si="0">A1</f>"# : #"<f t="shared" si="0"/>"#)
        + "<v>0</v></c></row>"
    }.joined()
    let edited = try EditedBook(
      WorkbookBuilder(rows: rows), ["B1": .value(.number(5)), "B2": .value(.number(6))])
    #expect(
      try edited.rows().range(of: #"<c r="B3"><f t="shared" si="0" ref="B3:B4">A3</f>"#) != nil)
  }

  @Test func dropsASharedFormulaThatNobodyElseUses() throws {
    let edited = try EditedBook(
      WorkbookBuilder(
        rows: #"<row r="1"><c r="B1"><f t="shared" ref="B1:B4" si="0">A1</f></c></row>"#),
      ["B1": .value(.number(5))])
    #expect(try edited.rows() == #"<row r="1"><c r="B1"><v>5</v></c></row>"#)
  }

  @Test(
    "refuses to change a part of an array or a data table",
    arguments: [
      (
        #"<f t="array" ref="A1:A2">B1:B2</f>"#, "A2",
        "book.xlsx: Sheet1!A2: the cell is part of the array formula in A1:A2, "
          + "which can only be changed whole"
      ),
      (
        #"<f t="dataTable" ref="A1:A2" r1="C1"/>"#, "A1",
        "book.xlsx: Sheet1!A1: the cell is part of the data table in A1:A2, "
          + "which can only be changed whole"
      ),
    ])
  func refusesGroups(formula: String, cell: String, sentence: String) {
    let builder = WorkbookBuilder(
      rows: #"<row r="1"><c r="A1">\#(formula)<v>1</v></c></row><row r="2"><c r="A2"/></row>"#)
    let error = #expect(throws: WorkbookError.self) {
      try EditedBook(builder, [cell: .value(.number(1))])
    }
    #expect(error?.description == sentence)
  }

  @Test func overwritesAnArrayOfOneCell() throws {
    let edited = try EditedBook(
      WorkbookBuilder(
        rows: #"<row r="1"><c r="A1" cm="1"><f t="array" ref="A1">B1</f><v>1</v></c></row>"#),
      ["A1": .value(.number(5))])
    #expect(try edited.rows() == #"<row r="1"><c r="A1"><v>5</v></c></row>"#)
  }
}
