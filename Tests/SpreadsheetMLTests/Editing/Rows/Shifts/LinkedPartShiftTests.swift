import TestSupport
import Testing
import Zip

@testable import SpreadsheetML

@Suite("Parts that moved rows are linked to")
struct LinkedPartShiftTests {
  static let sheet = "xl/worksheets/sheet1.xml"

  /// A workbook with a part that the sheet, or another part, links to.
  static func edited(
    _ part: String, _ content: String, kind: String, from source: String = sheet,
    and others: [(String, String, kind: String, from: String)] = [], rows words: String
  ) throws -> EditedBook {
    var zip = WorkbookBuilder(rows: #"<row r="2"><c r="A2"/></row>"#).zip()
    zip.add(part, content, kind: kind, from: source)
    for other in others { zip.add(other.0, other.1, kind: other.kind, from: other.from) }
    return try EditedBook(zip.bytes(), rows: words)
  }

  // MARK: Tables

  static func table(_ ref: String, _ rest: String = "", _ inside: String) -> String {
    #"<table xmlns="\#(WorkbookBuilder.main)" id="1" name="T" displayName="T" ref="\#(ref)"\#(rest)>"#
      + inside + #"<tableColumns count="1"><tableColumn id="1" name="a"/></tableColumns></table>"#
  }

  @Test(
    "moves and stretches tables",
    arguments: [
      ("+2 below 5", "A2:A9", "", "A2:A11", "A2:A11"),
      ("+2 above 1", "A2:A9", "", "A4:A11", "A4:A11"),
      ("+2 below 9", "A2:A9", "", "A2:A9", "A2:A9"),
      ("+2 below 9 extending", "A2:A9", "", "A2:A11", "A2:A11"),
      ("-3:8", "A2:A9", "", "A2:A3", "A2:A3"),
      ("-3:9;+1 below 2", "A2:A9", "", "A2:A3", "A2:A3"),
      ("-3:9;+1 below 9 extending", "A2:A9", "", "A2:A3", "A2:A3"),
      // The last row holds totals, which the filter leaves out.
      ("+2 below 8", "A2:A9", #" totalsRowCount="1""#, "A2:A11", "A2:A10"),
      ("+2 below 9 extending", "A2:A9", #" totalsRowCount="1""#, "A2:A9", "A2:A8"),
      ("-3", "A2:A9", #" totalsRowCount="1""#, "A2:A8", "A2:A7"),
    ])
  func tables(
    words: String, ref: String, rest: String, newRef: String, newFilter: String
  ) throws {
    let filter = rest.isEmpty ? ref : "A2:A8"
    func list(_ ref: String) -> String { #"<autoFilter ref="\#(ref)"/>"# }
    let edited = try Self.edited(
      "xl/tables/t.xml", Self.table(ref, rest, list(filter)), kind: "table", rows: words)
    #expect(try edited.text("xl/tables/t.xml") == Self.table(newRef, rest, list(newFilter)))
  }

  @Test(
    "refuses what no table can be",
    arguments: [
      ("-2", "", "row 2 holds the headings of the table 'T', which it cannot be without"),
      (
        "-3:9", "",
        "the table 'T' in A2:A9 would have no row of data left; empty the last one instead"
      ),
      ("-1:9", "", "the table 'T' in A2:A9 would go with its rows; delete it in Excel"),
      (
        "-9", #" totalsRowCount="1""#,
        "row 9 holds the totals of the table 'T'; switch them off in Excel first"
      ),
    ])
  func refusesTables(words: String, rest: String, sentence: String) {
    let error = #expect(throws: WorkbookError.self) {
      try Self.edited(
        "xl/tables/t.xml", Self.table("A2:A9", rest, ""), kind: "table", rows: words)
    }
    #expect(error?.description == "book.xlsx: Sheet1: \(sentence)")
  }

  // MARK: Notes

  @Test func leadsNotesAndTheirBoxesAlong() throws {
    func comments(_ refs: [String]) -> String {
      #"<comments xmlns="\#(WorkbookBuilder.main)"><commentList>"#
        + refs.map { #"<comment ref="\#($0)"><text><t>x</t></text></comment>"# }.joined()
        + "</commentList></comments>"
    }
    func shape(_ row: Int, _ anchor: String) -> String {
      "<v:shape><x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/>"
        + "<x:Anchor>\n    \(anchor)</x:Anchor><x:Row>\(row)</x:Row><x:Column>0</x:Column>"
        + "</x:ClientData></v:shape>"
    }
    func drawing(_ shapes: String) -> String {
      #"<xml xmlns:v="urn:schemas-microsoft-com:vml" "#
        + #"xmlns:x="urn:schemas-microsoft-com:office:excel">\#(shapes)</xml>"#
    }
    let edited = try Self.edited(
      "xl/comments1.xml", comments(["A2", "A5", "A6"]), kind: "comments",
      and: [
        (
          "xl/drawings/v.vml",
          drawing(
            shape(1, "1, 15, 0, 2, 3, 31, 4, 1") + shape(4, "1, 15, 3, 2, 3, 31, 7, 1")
              + shape(5, "1, 15, 4, 2, 3, 31, 8, 1")), kind: "vmlDrawing", from: Self.sheet
        ),
        (
          "xl/threadedComments/t.xml",
          #"<ThreadedComments xmlns="x"><threadedComment ref="A5" id="1"/>"#
            + #"<threadedComment ref="A6" id="2"/></ThreadedComments>"#, kind: "threadedComment",
          from: Self.sheet
        ),
      ], rows: "-5;+2 below 4")
    #expect(try edited.text("xl/comments1.xml") == comments(["A2", "A7"]))
    #expect(
      try edited.text("xl/drawings/v.vml")
        == drawing(
          shape(1, "1, 15, 0, 2, 3, 31, 4, 1") + shape(6, "1, 15, 5, 2, 3, 31, 9, 1")))
    #expect(
      try edited.text("xl/threadedComments/t.xml")
        == #"<ThreadedComments xmlns="x"><threadedComment ref="A7" id="2"/></ThreadedComments>"#)
  }

  @Test func leadsLinksOfControlsAlong() throws {
    let edited = try Self.edited(
      "xl/ctrlProps/c.xml",
      #"<formControlPr xmlns="x" fmlaLink="$A$6" fmlaRange="Sheet1!$B$1:$B$9" val="1"/>"#,
      kind: "ctrlProp", rows: "+2 below 5")
    #expect(
      try edited.text("xl/ctrlProps/c.xml")
        == #"<formControlPr xmlns="x" fmlaLink="$A$8" fmlaRange="Sheet1!$B$1:$B$11" val="1"/>"#)
  }

  // MARK: Drawings and charts

  static func drawing(_ kind: String, _ from: Int, _ to: Int, offset: Int = 7) -> String {
    func corner(_ name: String, _ row: Int, _ offset: Int) -> String {
      "<d:\(name)><d:col>1</d:col><d:row>\(row)</d:row><d:rowOff>\(offset)</d:rowOff></d:\(name)>"
    }
    let name = kind.split(separator: " ").first ?? ""
    return
      #"<d:wsDr xmlns:d="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing">"#
      + "<d:\(kind)>\(corner("from", from, offset))\(corner("to", to, 8))<d:sp textlink=\"A6\"/>"
      + "</d:\(name)></d:wsDr>"
  }

  @Test(
    "leads drawings along as they are fixed to their cells",
    arguments: [
      ("+2 below 5", "twoCellAnchor", 3, 9, 3, 11, 7),
      ("+2 below 5", "twoCellAnchor editAs=\"oneCell\"", 3, 9, 3, 9, 7),
      ("+2 below 5", "twoCellAnchor editAs=\"absolute\"", 3, 9, 3, 9, 7),
      ("+2 below 2", "twoCellAnchor editAs=\"oneCell\"", 3, 9, 5, 11, 7),
      ("-1", "twoCellAnchor", 3, 9, 2, 8, 7),
      ("-4:5", "twoCellAnchor", 3, 9, 3, 7, 0),
    ])
  func drawings(
    words: String, kind: String, from: Int, to: Int, newFrom: Int, newTo: Int, offset: Int
  ) throws {
    let edited = try Self.edited(
      "xl/drawings/d.xml", Self.drawing(kind, from, to), kind: "drawing", rows: words)
    let text = try #require(try edited.text("xl/drawings/d.xml"))
    let link = try ReferenceShiftTests.references(words).formula("A6", own: 1) ?? "A6"
    #expect(
      text
        == Self.drawing(kind, newFrom, newTo, offset: offset).replacing("\"A6\"", by: "\"\(link)\"")
    )
  }

  @Test func leadsChartsOfEverySheetAlong() throws {
    let chart = { (ref: String) in
      #"<c:chart xmlns:c="x"><c:ser><c:val><c:numRef><c:f>\#(ref)</c:f><c:numCache/></c:numRef>"#
        + "</c:val></c:ser></c:chart>"
    }
    let edited = try Self.edited(
      "xl/drawings/d.xml", Self.drawing("absoluteAnchor", 1, 2), kind: "drawing",
      and: [
        ("xl/charts/c.xml", chart("Sheet1!$A$2:$A$9"), kind: "chart", from: "xl/drawings/d.xml")
      ], rows: "+2 below 9 extending")
    #expect(try edited.text("xl/charts/c.xml") == chart("Sheet1!$A$2:$A$11"))
  }

  // MARK: Pivot tables

  static func pivot(_ ref: String) -> String {
    #"<pivotTableDefinition xmlns="\#(WorkbookBuilder.main)">"#
      + #"<location ref="\#(ref)" rowPageCount="1"/></pivotTableDefinition>"#
  }

  @Test func movesPivotTablesAndTheirSources() throws {
    func source(_ ref: String) -> String {
      #"<pivotCacheDefinition xmlns="\#(WorkbookBuilder.main)"><cacheSource type="worksheet">"#
        + #"<worksheetSource ref="\#(ref)" sheet="Sheet1"/></cacheSource></pivotCacheDefinition>"#
    }
    let edited = try Self.edited(
      "xl/pivotTables/p.xml", Self.pivot("A20:C30"), kind: "pivotTable",
      and: [
        ("xl/pivotCache/c.xml", source("A1:C9"), kind: "pivotCacheDefinition", "xl/workbook.xml")
      ], rows: "+2 below 5")
    #expect(try edited.text("xl/pivotTables/p.xml") == Self.pivot("A22:C32"))
    #expect(try edited.text("xl/pivotCache/c.xml") == source("A1:C11"))
  }

  @Test("refuses to cut a pivot table or its filters", arguments: ["-25", "+1 below 18", "-1:99"])
  func refusesPivots(words: String) {
    let error = #expect(throws: WorkbookError.self) {
      try Self.edited(
        "xl/pivotTables/p.xml", Self.pivot("A20:C30"), kind: "pivotTable", rows: words)
    }
    #expect(
      error?.description == "book.xlsx: Sheet1: the pivot table in A20:C30 would be cut; "
        + "insert and remove rows above it or below it")
  }
}
