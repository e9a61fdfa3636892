import TestSupport
import Testing
import Zip

@testable import SpreadsheetML

@Suite("Rows inserted and removed")
struct MovedRowsTests {
  @Test(
    "renumber rows and cells, and nothing else",
    arguments: [
      (
        "a row between", "+1 below 1",
        #"<row r="1"><c r="A1"/></row><row r="2" ht="20"><c r="A2" s="1"><v>5</v></c></row>"#,
        #"<row r="1"><c r="A1"/></row><row r="3" ht="20"><c r="A3" s="1"><v>5</v></c></row>"#
      ),
      ("a row gone", "-1", #"<row r="1"><c r="A1"/></row>\#n<row r="2"/>"#, "\n<row r=\"1\"/>"),
      (
        "quotes and blanks as they stand", "+9 below 1", "<row  r='2' ><c  r='AB2' /></row>",
        "<row  r='11' ><c  r='AB11' /></row>"
      ),
      (
        "rows and cells without numbers", "+1 below 1",
        "<row><c><v>1</v></c></row><row><c><v>2</v></c><c r=\"D2\"/></row>",
        "<row><c><v>1</v></c></row><row r=\"3\"><c><v>2</v></c><c r=\"D3\"/></row>"
      ),
      (
        "references, comments and CDATA in the way", "+1 above 1",
        "<!-- <row r=\"1\"> --><row r=\"&#49;\"><c r=\"A1\"><v><![CDATA[1]]></v></c></row>",
        "<!-- <row r=\"1\"> --><row r=\"2\"><c r=\"A2\"><v><![CDATA[1]]></v></c></row>"
      ),
      (
        "rows out of order", "+1 below 3", "<row r=\"5\"/><row r=\"2\"/>",
        "<row r=\"6\"/><row r=\"2\"/>"
      ),
      ("nothing below the last row", "+1 below 9", "<row r=\"5\"/>", "<row r=\"5\"/>"),
      ("all of it", "-1:9", "<row r=\"5\"><c r=\"A5\"/></row>", ""),
    ])
  func renumber(name: String, words: String, before: String, after: String) throws {
    let edited = try EditedBook(WorkbookBuilder(rows: before).bytes(), rows: words)
    #expect(try edited.rows() == after)
    #expect(
      try edited.changedParts() == (before == after ? [] : ["xl/worksheets/sheet1.xml"]))
  }

  @Test func keepAnyPrefixAndTheStrictNamespace() throws {
    let sheet =
      #"<x:worksheet xmlns:x="\#(WorkbookBuilder.strict)"><x:sheetData><x:row r="2"><x:c r="B2">"#
      + #"<x:f>B2</x:f></x:c></x:row></x:sheetData><x:mergeCells count="1">"#
      + #"<x:mergeCell ref="B2:C2"/></x:mergeCells></x:worksheet>"#
    let edited = try EditedBook(WorkbookBuilder(sheet: sheet).bytes(), rows: "+1 above 1 like 2")
    #expect(
      try edited.text("xl/worksheets/sheet1.xml")
        == sheet.replacing("B2", by: "B3").replacing("C2", by: "C3").replacing("2\"", by: "3\"")
        .replacing("<x:f>B2", by: "<x:f>B3"))
  }

  @Test func takeUTF16() throws {
    let sheet = WorkbookBuilder.worksheet(rows: #"<row r="2"><c r="B2"><f>A2</f></c></row>"#)
      .replacing("UTF-8\" standalone=\"yes", by: "UTF-16")
    let edited = try EditedBook(
      WorkbookBuilder(part: sheet.utf16Bytes()).bytes(), rows: "+1 above 1")
    #expect(try edited.formulas() == ["B3": "A3"])
  }

  @Test(
    "lead formulas along on every sheet",
    arguments: [
      ("+2 below 5", ["A1": "B7", "A8": "B8"], "Sheet1!A8"),
      ("-5", ["A1": "#REF!", "A5": "B5"], "Sheet1!A5"),
      ("-6", ["A1": "B5"], "#REF!"),
    ])
  func formulas(words: String, own: [String: String], other: String) throws {
    var builder = WorkbookBuilder(
      rows: #"<row r="1"><c r="A1"><f>\#(words == "+2 below 5" ? "B5" : "B5")</f></c></row>"#
        + #"<row r="6"><c r="A6"><f>B6</f></c></row>"#)
    builder.addSheet("Other", rows: #"<row r="6"><c r="A6"><f>Sheet1!A6</f><v>3</v></c></row>"#)
    let edited = try EditedBook(builder.bytes(), rows: words)
    var expected = own
    if words == "+2 below 5" { expected["A1"] = "B5" }
    #expect(try edited.formulas() == expected)
    #expect(try edited.formulas("Other") == ["A6": other])
  }

  @Test func leaveOtherSheetsAloneThatDoNotNameThem() throws {
    var builder = WorkbookBuilder(rows: #"<row r="6"><c r="A6"/></row>"#)
    builder.addSheet("Other", rows: #"<row r="6"><c r="A6"><f>A6+Other!A7</f></c></row>"#)
    let edited = try EditedBook(builder.bytes(), rows: "+1 above 1")
    #expect(
      try edited.changedParts() == ["xl/workbook.xml", "xl/worksheets/sheet1.xml"])
  }

  @Test func keepCellsThatAreSetInTheSameEdit() throws {
    let builder = WorkbookBuilder(
      rows: #"<row r="5"><c r="A5" s="3"><v>1</v></c><c r="B5"><f>A5</f></c></row>"#
        + #"<row r="7"><c r="A7"/></row>"#)
    let edited = try EditedBook(builder.bytes(), rows: "+2 below 4;-7") { editor, new in
      func set(_ cell: String, _ text: String) throws {
        try editor.set(
          CellPatch(
            sheet: "Sheet1", cell: try #require(CellReference(cell)), content: .entered(text)))
      }
      try set("A5", "2")
      try set("C5", "=A5*B9")
      try set("A9", "3")
      try editor.set(.entered("x"), column: 2, of: new[0][1])
    }
    #expect(
      try edited.rows() == #"<row r="6"><c r="B6" t="inlineStr"><is><t>x</t></is></c></row>"#
        + #"<row r="7"><c r="A7" s="3"><v>2</v></c><c r="B7"><f>A7</f></c>"#
        + #"<c r="C7"><f>A7*B10</f></c></row><row r="10"><c r="A10"><v>3</v></c></row>"#)
    #expect(
      edited.plan.changes.map { "\($0.cell)>\($0.newCell) \($0.isInNewRow)" } == [
        "A5>A7 false", "C5>C7 false", "A9>A10 false", "B6>B6 true",
      ])
  }

  @Test func refuseACellInARowThatGoes() throws {
    let error = #expect(throws: WorkbookError.self) {
      try EditedBook(WorkbookBuilder(rows: "").bytes(), rows: "-5") { editor, _ in
        try editor.set(
          CellPatch(
            sheet: "Sheet1", cell: try #require(CellReference("A5")), content: .entered("1")))
      }
    }
    #expect(
      error?.description
        == "book.xlsx: Sheet1!A5: the cell is in a row that the same edit removes; do one or the "
        + "other")
  }

  @Test func askForCalculationWhereThereAreFormulas() throws {
    let with = WorkbookBuilder(rows: #"<row r="6"><c r="A6"><f>1</f></c></row>"#)
    let edited = try EditedBook(with.bytes(), rows: "+1 above 1")
    #expect(try edited.text("xl/workbook.xml")?.range(of: "fullCalcOnLoad=\"1\"") != nil)
  }

  @Test func leadTheCalculationChainAlong() throws {
    let zip = FormulaEditTests.book(
      rows: #"<row r="2"><c r="A2"><f>1</f></c></row><row r="3"><c r="A3"><f>2</f></c></row>"#
        + #"<row r="4"><c r="A4"><f>3</f></c></row>"#,
      chain: #"<c r="A4" i="1"/><c r="A3"/><c r="A2"/>"#)
    let edited = try EditedBook(zip.bytes(), rows: "-3;+2 below 2")
    #expect(
      try edited.text("xl/calcChain.xml")
        == FormulaEditTests.chain(#"<c r="A5" i="1"/><c r="A2"/>"#))
  }

  @Test func tellWhatFollows() throws {
    var builder = WorkbookBuilder(
      rows: #"<row r="6"><c r="A6"><f>B6</f></c></row>"#)
    builder.afterSheets =
      "<definedNames><definedName name=\"Base\">Sheet1!$A$6</definedName></definedNames>"
    let plan = try EditedBook(builder.bytes(), rows: "+2 below 5 like 4;-9").plan
    #expect(
      plan.rows == [
        EditPlan.RowChange(sheet: "Sheet1", kind: .inserted, rows: 6...7, styledLike: 4),
        EditPlan.RowChange(sheet: "Sheet1", kind: .deleted, rows: 9...9, styledLike: nil),
      ])
    #expect(plan.followerCount == 2)
    #expect(
      plan.followers.map { "\($0.subject) \($0.cell?.description ?? "") \($0.old) \($0.new ?? "")" }
        == ["formula A6 B6 B8", "name 'Base'  Sheet1!$A$6 Sheet1!$A$8"])
    #expect(
      plan.parts.map { "\($0.part): \($0.reasons.joined(separator: "; "))" } == [
        "xl/worksheets/sheet1.xml: rows 6 to 7 inserted; row 9 deleted; "
          + "moved rows are followed by: formula",
        "xl/workbook.xml: moved rows are followed by: name 'Base'; formulas that may depend on changed "
          + "cells are calculated when the workbook is opened",
      ])
  }
}
