import Testing
import Zip

@testable import SpreadsheetML

/// The markup of a row's cells.
private func cells(_ cells: [CellContent]) throws -> String {
  let rows = try Written { try $0.addSheet("Sheet").writeRow(cells) }.rows()
  return String(rows.dropFirst("<row r=\"1\">".count).dropLast("</row>".count))
}

@Suite("What is written into a cell")
struct CellContentTests {
  @Test(
    "A number stands in the shortest decimal that reads back the same",
    arguments: [
      (0, "0"), (12, "12"), (-7, "-7"), (0.31, "0.31"), (1.5, "1.5"), (9285.88, "9285.88"),
      (0.1 + 0.2, "0.30000000000000004"), (1e300, "1e+300"),
      (123_456_789_012_345_680, "1.2345678901234568e+17"),
      (.leastNonzeroMagnitude, "5e-324"), (.greatestFiniteMagnitude, "1.7976931348623157e+308"),
    ] as [(Double, String)])
  func writesNumbers(value: Double, stored: String) throws {
    #expect(try cells([.number(value)]) == "<c r=\"A1\"><v>\(stored)</v></c>")
  }

  @Test func writesTruthAndErrors() throws {
    #expect(
      try cells([true, false, .error(.notAvailable)])
        == #"<c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c>"#
        + #"<c r="C1" t="e"><v>#N/A</v></c>"#)
  }

  @Test func leavesOutBlanksThatHaveNoStyle() throws {
    let rows = try Written { book in
      let style = try book.style(CellStyle(font: CellFont(isBold: true)))
      try book.addSheet("Sheet").writeRow([nil, .blank(style), 1, nil])
    }.rows()
    #expect(rows == #"<row r="1"><c r="B1" s="1"/><c r="C1"><v>1</v></c></row>"#)
  }

  @Test func makesAFormulaOfNothingButFormulas() throws {
    let written = try Written { try $0.addSheet("Sheet").writeRow(["=1+1", "+1", "-1", "@x"]) }
    #expect(!(try written.rows().contains("<f>")))
    let texts = try written.part("xl/sharedStrings.xml")
    for text in ["=1+1", "+1", "-1", "@x"] { #expect(texts.contains("<si><t>\(text)</t></si>")) }
  }

  @Test func keepsAFormulasLastResult() throws {
    #expect(
      try cells([
        .formula("SUM(B2:B9)", result: .number(12)), .formula("A1&\"<\"", result: .text("a<")),
        .formula("1>2", result: .boolean(false)), .formula("1/0", result: .error(.divisionByZero)),
        .arrayFormula("B1:C1*2", over: range("E1:F1"), result: .number(2)),
      ])
        == #"<c r="A1"><f>SUM(B2:B9)</f><v>12</v></c>"#
        + #"<c r="B1" t="str"><f>A1&amp;"&lt;"</f><v>a&lt;</v></c>"#
        + #"<c r="C1" t="b"><f>1&gt;2</f><v>0</v></c>"#
        + ##"<c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c>"##
        + #"<c r="E1"><f t="array" ref="E1:F1">B1:C1*2</f><v>2</v></c>"#)
  }

  @Test func asksForCalculationOnlyIfAResultIsMissing() throws {
    let known = try Written { book in
      try book.addSheet("Sheet").writeRow([.formula("1+1", result: .number(2))])
    }
    #expect(!(try known.part("xl/workbook.xml").contains("fullCalcOnLoad")))
    let unknown = try Written { try $0.addSheet("Sheet").writeRow([.formula("NOW()")]) }
    #expect(try unknown.rows().contains("<c r=\"A1\"><f>NOW()</f></c>"))
    #expect(try unknown.part("xl/workbook.xml").contains("fullCalcOnLoad=\"1\""))
  }

  @Test func showsDatesInISO8601() throws {
    let date = try #require(SerialDate(year: 2024, month: 1, day: 31))
    let moment = try #require(SerialDate(year: 2024, month: 1, day: 31, hour: 12))
    let written = try Written { book in
      try book.addSheet("Sheet").writeRow([.date(date), .date(moment), .time(moment)])
    }
    // Serial 45322 is 31 January 2024 (ECMA-376 Part 1, 18.17.4.1).
    #expect(
      try written.rows()
        == #"<row r="1"><c r="A1" s="1"><v>45322</v></c><c r="B1" s="2"><v>45322.5</v></c>"#
        + #"<c r="C1" s="3"><v>0.5</v></c></row>"#)
    let styles = try written.part("xl/styles.xml")
    for code in [#"yyyy\-mm\-dd"#, #"yyyy\-mm\-dd\ hh:mm:ss"#, "hh:mm:ss"] {
      #expect(styles.contains("formatCode=\"\(code)\""))
    }
  }

  @Test func countsDaysFrom1904WhereTheWorkbookDoes() throws {
    let date = try #require(SerialDate(year: 1904, month: 1, day: 2))
    let sink = ArchiveBytes()
    let book = try WorkbookWriter(sink, dateSystem: .since1904)
    try book.addSheet("Sheet").writeRow([.date(date)])
    try book.finish()
    let read = try Workbook.open(bytes: sink.bytes)
    #expect(read.dateSystem == .since1904)
    #expect(try read.sheets[0].cells()["A1"] == .number(1))
  }

  @Test func writesTextsOfSeveralFontsWhereTheyStand() throws {
    #expect(
      try cells([
        .richText([
          TextRun("red ", font: CellFont(name: "Arial", size: 9, isBold: true, color: 0xFF0000)),
          TextRun("& plain"),
        ])
      ])
        == #"<c r="A1" t="inlineStr"><is><r><rPr><rFont val="Arial"/><b/>"#
        + #"<color rgb="FFFF0000"/><sz val="9"/></rPr><t xml:space="preserve">red </t></r>"#
        + #"<r><t xml:space="preserve">&amp; plain</t></r></is></c>"#)
  }

  @Test func leadsOutAndInside() throws {
    let written = try Written { book in
      let sheet = try book.addSheet("A & B")
      try sheet.writeRow([
        .link("page", to: .address("https://example.org/?a=1&b=2", tip: "Go")),
        .link("cell", to: .cell(cell("C3"), of: "A & B")), .link("name", to: .place("Codes")),
      ])
    }
    #expect(
      try written.tail().contains(
        #"<hyperlinks><hyperlink ref="A1" r:id="rId1" tooltip="Go"/>"#
          + #"<hyperlink ref="B1" location="'A &amp; B'!C3"/>"#
          + #"<hyperlink ref="C1" location="Codes"/></hyperlinks>"#))
    let links = try written.part("xl/worksheets/_rels/sheet1.xml.rels")
    #expect(
      links.contains(#"Target="https://example.org/?a=1&amp;b=2" TargetMode="External""#))
    #expect(try written.part("xl/styles.xml").contains(#"<cellStyle name="Hyperlink""#))
  }

  @Test func writesAReadValueAsItWas() throws {
    let values: [CellValue] = [
      .number(1.5), .text("x"), .boolean(true), .error(.reference), .isoDate("2024-01-31"),
    ]
    let bytes = try WorkbookWriter.bytes { book in
      try book.addSheet("Sheet").writeRow(values.map { .value($0) })
    }
    let cells = try Workbook.open(bytes: bytes).sheets[0].cells()
    #expect(cells["A1"] == .number(1.5))
    #expect(cells["B1"] == .text("x"))
    #expect(cells["C1"] == .boolean(true))
    #expect(cells["D1"] == .error(.reference))
    #expect(cells["E1"] == .text("2024-01-31"))
  }
}
