import TestSupport
import Testing
import Zip

@testable import SpreadsheetML

/// A row before and after an edit of one of its cells.
struct CellEditCase: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let cell: String
  let content: CellPatch.Content
  let before: String
  let after: String

  init(
    _ name: String, _ cell: String, _ content: CellPatch.Content, _ before: String,
    to after: String
  ) {
    testDescription = name
    self.cell = cell
    self.content = content
    self.before = before
    self.after = after
  }
}

@Suite("Edits of cells that are there")
struct CellEditTests {
  static let cases: [CellEditCase] = [
    CellEditCase(
      "a number takes the place of a number", "B1", .value(.number(2.5)),
      #"<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="3"><v>2</v></c></row>"#,
      to: #"<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="3"><v>2.5</v></c></row>"#),
    CellEditCase(
      "a text takes the place of a shared one", "A1", .value(.text("x & <y>")),
      #"<row r="1"><c r="A1" s="3" t="s"><v>0</v></c></row>"#,
      to: #"<row r="1"><c r="A1" s="3" t="inlineStr"><is><t>x &amp; &lt;y&gt;</t></is></c></row>"#),
    CellEditCase(
      "a number takes the place of a text", "A1", .value(.number(1e300)),
      #"<row r="1"><c r="A1" t="s" s="3"><v>0</v></c></row>"#,
      to: #"<row r="1"><c r="A1" s="3"><v>1e+300</v></c></row>"#),
    CellEditCase(
      "a type that is stated for numbers stays", "A1", .value(.number(7)),
      #"<row r="1"><c r="A1" t="n"><v>5</v></c></row>"#,
      to: #"<row r="1"><c r="A1" t="n"><v>7</v></c></row>"#),
    CellEditCase(
      "a truth value", "A1", .value(.boolean(true)),
      #"<row r="1"><c r="A1"><v>5</v></c></row>"#,
      to: #"<row r="1"><c r="A1" t="b"><v>1</v></c></row>"#),
    CellEditCase(
      "an error", "A1", .value(.error(.notAvailable)),
      #"<row r="1"><c r="A1"><v>5</v></c></row>"#,
      to: #"<row r="1"><c r="A1" t="e"><v>#N/A</v></c></row>"#),
    CellEditCase(
      "a formula without a result", "A1", .formula("=A2&\"<\""),
      #"<row r="1"><c r="A1" t="s"><v>0</v></c></row>"#,
      to: #"<row r="1"><c r="A1"><f>A2&amp;"&lt;"</f></c></row>"#),
    CellEditCase(
      "a formula with a text as its result", "A1", .formula("A2", result: .text("a")),
      #"<row r="1"><c r="A1"/></row>"#,
      to: #"<row r="1"><c r="A1" t="str"><f>A2</f><v>a</v></c></row>"#),
    CellEditCase(
      "a formula with a truth value as its result", "A1",
      .formula("A2", result: .boolean(false)),
      #"<row r="1"><c r="A1"/></row>"#,
      to: #"<row r="1"><c r="A1" t="b"><f>A2</f><v>0</v></c></row>"#),
    CellEditCase(
      "an emptied cell keeps its format", "A1", .value(.blank),
      #"<row r="1"><c r="A1" s="3" t="s"><v>0</v></c></row>"#,
      to: #"<row r="1"><c r="A1" s="3"/></row>"#),
    CellEditCase(
      "blanks at the ends and line breaks are kept", "A1", .value(.text(" a\nb\r")),
      #"<row r="1"><c r="A1"/></row>"#,
      to: "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t xml:space=\"preserve\"> a\nb_x000D_</t>"
        + "</is></c></row>"),
    CellEditCase(
      "what XML cannot hold is escaped, and what looks so", "A1",
      .value(.text("\u{1}_x0041_\u{ffff}")),
      #"<row r="1"><c r="A1"/></row>"#,
      to:
        #"<row r="1"><c r="A1" t="inlineStr"><is><t>_x0001__x005F_x0041__xFFFF_</t></is></c></row>"#
    ),
    CellEditCase(
      "single quotes, order and white space in the tag stay", "A1", .value(.number(2)),
      "<row r=\"1\"><c\n s='3'  r='A1' ph='1' ><v>1</v></c ></row>",
      to: "<row r=\"1\"><c\n s='3'  r='A1' ph='1' ><v>2</v></c></row>"),
    CellEditCase(
      "metadata of the old value go with it, extensions stay", "A1", .value(.number(2)),
      #"<row r="1"><c r="A1" cm="1" vm="2" s="1"><f>1</f><v>1</v><extLst><ext/></extLst></c></row>"#,
      to: #"<row r="1"><c r="A1" s="1"><v>2</v><extLst><ext/></extLst></c></row>"#),
    CellEditCase(
      "a cell without an address is found by its place", "B1", .value(.number(2)),
      #"<row><c><v>1</v></c><c s="4"><v>1</v></c></row>"#,
      to: #"<row><c><v>1</v></c><c s="4"><v>2</v></c></row>"#),
    CellEditCase(
      "comments and CDATA do not mislead", "B1", .value(.number(2)),
      #"<row r="1"><!--<c r="B1"/>--><c r="B1"><v><![CDATA[1]]></v></c></row>"#,
      to: #"<row r="1"><!--<c r="B1"/>--><c r="B1"><v>2</v></c></row>"#),
    CellEditCase(
      "a cell that a damaged file names twice gets the value in both places", "A1",
      .value(.number(2)),
      #"<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>3</v></c></row>"#,
      to: #"<row r="1"><c r="A1"><v>2</v></c><c r="A1"><v>2</v></c></row>"#),
  ]

  @Test("changes the bytes of the cell and no others", arguments: cases)
  func changes(_ edit: CellEditCase) throws {
    var builder = WorkbookBuilder(rows: edit.before)
    builder.sharedItems = "<si><t>zero</t></si>"
    let edited = try EditedBook(builder, [edit.cell: edit.content])
    #expect(try edited.rows() == edit.after)
    #expect(
      try edited.changedParts().filter { $0 != "xl/workbook.xml" } == ["xl/worksheets/sheet1.xml"])
  }

  @Test func keepsAnyPrefix() throws {
    let part = """
      <x:worksheet xmlns:x="\(WorkbookBuilder.main)"><x:sheetData>\
      <x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>
      """
    var builder = WorkbookBuilder(sheet: part)
    builder.sharedItems = "<si><t>zero</t></si>"
    let edited = try EditedBook(builder, ["A1": .value(.text("a")), "B2": .value(.number(1))])
    #expect(
      try edited.text("xl/worksheets/sheet1.xml") == """
        <x:worksheet xmlns:x="\(WorkbookBuilder.main)"><x:sheetData>\
        <x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c></x:row>\
        <x:row r="2"><x:c r="B2"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>
        """)
  }

  @Test("gives the identical file when each cell holds its value already")
  func unchanged() throws {
    var builder = WorkbookBuilder(
      rows: #"<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>0.50</v></c>"#
        + #"<c r="C1" t="b"><v>1</v></c><c r="D1"><f>A1</f><v>5</v></c></row>"#)
    builder.sharedItems = "<si><r><t>ri</t></r><r><t>ch</t></r></si>"
    let edited = try EditedBook(
      builder,
      [
        "A1": .value(.text("rich")), "B1": .value(.number(0.5)), "C1": .entered("TRUE"),
        "D1": .entered("=A1"), "E9": .entered(""),
      ])
    #expect(edited.after == edited.before)
    #expect(edited.plan.isEmpty)
    #expect(edited.plan.unchanged.map(\.cell.description) == ["A1", "B1", "C1", "D1", "E9"])
  }

  @Test func tellsWhatItWillDo() throws {
    var builder = WorkbookBuilder(
      rows: #"<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><f>A1*2</f><v>5</v></c></row>"#)
    builder.sharedItems = "<si><t>old</t></si>"
    let edited = try EditedBook(builder, ["C2": .entered("=1"), "A1": .entered("new")])
    let lines = edited.plan.changes.map {
      "\($0.cell) \($0.oldValue) \($0.newValue) \($0.newFormula ?? "-") \($0.isNewCell)"
    }
    #expect(lines == ["A1 text(\"old\") text(\"new\") - false", "C2 blank blank 1 true"])
    #expect(edited.plan.parts.map(\.part) == ["xl/worksheets/sheet1.xml", "xl/workbook.xml"])
  }

  @Test func changesManyCellsOfManySheetsInOnePass() throws {
    var builder = WorkbookBuilder(rows: "")
    builder.addSheet("Second", rows: #"<row r="3"><c r="A3"><v>1</v></c></row>"#)
    let edited = try EditedBook(
      builder,
      [
        "Second!A3": .value(.number(2)), "Sheet1!C2": .value(.number(3)),
        "Sheet1!A1": .value(.number(4)), "second!B3": .value(.number(5)),
      ])
    #expect(
      try edited.rows() == #"<row r="1"><c r="A1"><v>4</v></c></row>"#
        + #"<row r="2"><c r="C2"><v>3</v></c></row>"#)
    #expect(
      try edited.rows("xl/worksheets/sheet2.xml")
        == #"<row r="3"><c r="A3"><v>2</v></c><c r="B3"><v>5</v></c></row>"#)
  }
}
