import TestSupport
import Testing

@testable import SpreadsheetML

@Suite("Texts that are revised and values in other formats")
struct RevisedTextTests {
  private let runs =
    "<r><t>Plain </t></r><r><rPr><b/></rPr><t>bold</t></r><r><rPr><i/></rPr><t> end</t></r>"

  private func markup(_ item: String, _ text: String) -> String? {
    RevisedText.markup(of: Array(item.utf8), saying: text, depth: 64, attributes: 64).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  @Test(
    arguments: [
      (
        "Plain bold end",
        "<r><t xml:space=\"preserve\">Plain </t></r><r><rPr><b/></rPr><t>bold</t></r>"
          + "<r><rPr><i/></rPr><t xml:space=\"preserve\"> end</t></r>"
      ),
      (
        "Plain brave end",
        "<r><t xml:space=\"preserve\">Plain </t></r><r><rPr><b/></rPr><t>brave</t></r>"
          + "<r><rPr><i/></rPr><t xml:space=\"preserve\"> end</t></r>"
      ),
      (
        "Plain bold ends",
        "<r><t xml:space=\"preserve\">Plain </t></r><r><rPr><b/></rPr><t>bold</t></r>"
          + "<r><rPr><i/></rPr><t xml:space=\"preserve\"> ends</t></r>"
      ),
      ("New", "<r><t>New</t></r>"),
      ("", ""),
    ])
  func keepsTheRunsOfWhatStays(text: String, expected: String) {
    #expect(markup("<si>\(runs)</si>", text) == expected)
  }

  @Test func aTextWithoutFormattingHasNoRuns() {
    #expect(markup("<si><t>plain</t></si>", "other") == nil)
    #expect(markup("<si><t>broken</si>", "other") == nil)
    #expect(markup("", "other") == nil)
  }

  @Test func leavesPhoneticGuidesOut() {
    let item = "<si>\(runs)<rPh sb=\"0\" eb=\"1\"><t>x</t></rPh><phoneticPr fontId=\"1\"/></si>"
    #expect(markup(item, "Plain bold end")?.contains("rPh") == false)
  }

  @Test func aSharedRichTextBecomesTheCellsOwn() throws {
    var builder = WorkbookBuilder(
      rows: #"<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>1</v></c></row>"#)
    builder.sharedItems = "<si><t>first</t></si><si>\(runs)</si>"
    let edited = try EditedBook(builder, ["A1": .revised("Plain brave end")])
    let rows = try edited.rows()
    #expect(rows.contains("<is><r><t xml:space=\"preserve\">Plain </t></r><r><rPr><b/></rPr>"))
    #expect(rows.hasSuffix(#"<c r="B1" t="s"><v>1</v></c></row>"#))
    #expect(try edited.changedParts() == ["xl/worksheets/sheet1.xml"])
  }

  @Test func aValueTakesTheFormatItIsGiven() throws {
    var builder = WorkbookBuilder(rows: #"<row r="1"><c r="A1"><v>5</v></c></row>"#)
    builder.styles = #"<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="9"/></cellXfs>"#
    let edited = try EditedBook(
      builder,
      [
        "A1": .formatted(.number(0.5), StyleIndex(1)),
        "B1": .formatted(.number(0.25), StyleIndex(1)),
      ])
    #expect(
      try edited.rows()
        == #"<row r="1"><c r="A1" s="1"><v>0.5</v></c><c r="B1" s="1"><v>0.25</v></c></row>"#)
    #expect(throws: WorkbookError.self) {
      try EditedBook(builder, ["A1": .formatted(.number(1), StyleIndex(7))])
    }
  }
}
