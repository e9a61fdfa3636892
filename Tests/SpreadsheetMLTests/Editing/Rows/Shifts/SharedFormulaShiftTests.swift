import TestSupport
import Testing
import Zip

@testable import SpreadsheetML

@Suite("Shared formulas when rows move")
struct SharedFormulaShiftTests {
  /// A column B whose rows 2 to 6 share a formula.
  static func rows(_ formula: String) -> String {
    (2...6).map { row in
      let inside =
        row == 2
        ? #"<f t="shared" ref="B2:B6" si="0">\#(formula)</f>"# : #"<f t="shared" si="0"/>"#
      return #"<row r="\#(row)"><c r="B\#(row)">\#(inside)<v>0</v></c></row>"#
    }.joined()
  }

  @Test(
    "read as each of their cells would alone",
    arguments: [
      "A2*2", "A3-A2", "SUM(A$2:A2)", "A2*$D$4", "$D$9+A1", "SUM(A2:A4)", "Other!A2", "A1048575",
      "Sheet1!A4&\"A4\"",
    ],
    ["+2 below 4", "-2", "-4", "-2:3;+1 below 5", "+1 above 1", "-3;+3 below 3", "-6"])
  func readAlike(formula: String, words: String) throws {
    var shared = WorkbookBuilder(rows: Self.rows(formula))
    shared.addSheet("Other")
    var alone = WorkbookBuilder(
      rows: (2...6).map { row in
        let text = FormulaTemplate(Array(formula.utf8))
        let own = text.text(text.parts.map { $0.reference.wrapped(rows: row - 2, columns: 0) })
        let content = #"<f>\#(own.replacing("&", by: "&amp;"))</f><v>0</v>"#
        return #"<row r="\#(row)"><c r="B\#(row)">\#(content)</c></row>"#
      }.joined())
    alone.addSheet("Other")
    func read(_ builder: WorkbookBuilder) throws -> [String: String] {
      var zip = builder.zip()
      // References in text are written as such.
      zip.change("xl/worksheets/sheet1.xml", "&\"", to: "&amp;\"")
      return try EditedBook(zip.bytes(), rows: words).formulas()
    }
    let (one, other) = (try read(shared), try read(alone))
    // A reference that goes on at the sheet's other side is copied only by the group itself.
    guard formula != "A1048575" else {
      #expect(one.keys.sorted() == other.keys.sorted())
      return
    }
    #expect(one == other)
  }

  @Test func stayAGroupWhereTheyStayAlike() throws {
    let edited = try EditedBook(
      WorkbookBuilder(rows: Self.rows("A2*2")).bytes(), rows: "+2 below 4")
    let rows = try edited.rows()
    #expect(rows.range(of: #"<f t="shared" ref="B2:B8" si="0">A2*2</f>"#) != nil)
    #expect(
      rows.range(of: #"<row r="7"><c r="B7"><f t="shared" si="0"/><v>0</v></c></row>"#) != nil)
  }

  @Test func getFormulasOfTheirOwnWhereTheyDoNot() throws {
    let edited = try EditedBook(
      WorkbookBuilder(rows: Self.rows("A3")).bytes(), rows: "+2 below 4")
    let rows = try edited.rows()
    #expect(rows.range(of: #"<c r="B4"><f>A7</f>"#) != nil)
    #expect(rows.range(of: #"<c r="B7"><f t="shared" si="0"/>"#) != nil)
  }

  @Test func passTheFormulaOnWhenTheirFirstCellGoes() throws {
    let edited = try EditedBook(WorkbookBuilder(rows: Self.rows("A2*2")).bytes(), rows: "-2:3")
    #expect(
      try edited.rows().range(of: #"<c r="B2"><f t="shared" si="0" ref="B2:B4">A2*2</f>"#) != nil)
  }

  @Test func passTheFormulaOnWhenTheirFirstCellIsSet() throws {
    let edited = try EditedBook(
      WorkbookBuilder(rows: Self.rows("A2*2")).bytes(), rows: "+1 above 1"
    ) { editor, _ in
      try editor.set(
        CellPatch(
          sheet: "Sheet1", cell: try #require(CellReference("B2")), content: .value(.number(1))))
    }
    #expect(
      try edited.rows().range(of: #"<c r="B4"><f t="shared" si="0" ref="B4:B7">A4*2</f>"#) != nil)
  }
}
