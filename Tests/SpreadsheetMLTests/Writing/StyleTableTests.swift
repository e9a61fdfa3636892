import Testing
import Zip

@testable import SpreadsheetML

@Suite("Styles as they are written")
struct StyleTableTests {
  private func styles(_ styles: [CellStyle]) throws -> String {
    try Written { book in
      for style in styles { _ = try book.style(style) }
      try book.addSheet("Sheet").writeRow([1])
    }.part("xl/styles.xml")
  }

  @Test func beginsWithThePlainStyleAndTheTwoFillsOfExcel() throws {
    let plain = try styles([])
    #expect(
      plain.contains(
        #"<fills count="2"><fill><patternFill patternType="none"/></fill>"#
          + #"<fill><patternFill patternType="gray125"/></fill></fills>"#))
    #expect(
      plain.contains(
        #"<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0">"#))
    #expect(plain.contains(#"<cellStyle name="Normal" xfId="0" builtinId="0"/>"#))
  }

  @Test func givesTheSameStyleTheSameIndex() throws {
    _ = try WorkbookWriter.bytes { book in
      let bold = CellStyle(font: CellFont(isBold: true))
      #expect(try book.style(CellStyle()) == .plain)
      let first = try book.style(bold)
      #expect(first == StyleIndex(1))
      #expect(try book.style(CellStyle(numberFormat: "0.0")) == StyleIndex(2))
      #expect(try book.style(bold) == first)
      try book.addSheet("Sheet").writeRow([1])
    }
  }

  @Test func keepsEachFontFillAndBorderOnce() throws {
    let line = BorderLine(.medium, color: 0x00FF00)
    let text = try styles([
      CellStyle(font: CellFont(name: "Arial", size: 9.5, isItalic: true, color: 0x112233)),
      CellStyle(
        font: CellFont(name: "Arial", size: 9.5, isItalic: true, color: 0x112233),
        fill: .solid(0xABCDEF)),
      CellStyle(fill: .solid(0xABCDEF), border: CellBorder(top: line, bottom: BorderLine(.double))),
    ])
    #expect(
      text.contains(
        #"<font><i/><sz val="9.5"/><color rgb="FF112233"/><name val="Arial"/><family val="2"/></font></fonts>"#
      ))
    #expect(text.contains(#"<fonts count="2">"#))
    #expect(
      text.contains(
        #"<fill><patternFill patternType="solid"><fgColor rgb="FFABCDEF"/><bgColor indexed="64"/>"#)
    )
    #expect(text.contains(#"<fills count="3">"#))
    #expect(
      text.contains(
        #"<border><left/><right/><top style="medium"><color rgb="FF00FF00"/></top>"#
          + #"<bottom style="double"><color auto="1"/></bottom><diagonal/></border></borders>"#))
    #expect(
      text.contains(
        #"<xf numFmtId="0" fontId="0" fillId="2" borderId="1" xfId="0" applyFill="1" applyBorder="1">"#
      ))
  }

  @Test(
    "Excel's own formats have their own numbers, others those from 164 on",
    arguments: [
      ("0", 1), ("0.00", 2), ("#,##0", 3), ("0%", 9), ("0.00%", 10), ("@", 49), ("h:mm", 20),
      ("[h]:mm:ss", 46), ("0.0", 164), ("d.m.yyyy", 164),
    ])
  func numbersFormats(code: String, number: Int) throws {
    let text = try styles([CellStyle(numberFormat: NumberFormat(code: code))])
    #expect(text.contains("<xf numFmtId=\"\(number)\""))
    #expect(text.contains("formatCode=\"\(code)\"") == (number >= 164))
  }

  @Test func writesAlignmentAndProtection() throws {
    let text = try styles([
      CellStyle(
        alignment: CellAlignment(
          horizontal: .center, vertical: .top, wrapsText: true, rotation: 45),
        isLocked: false, hidesFormula: true),
      // Downward angles are kept as 90 and more (ECMA-376 Part 1, 18.8.1).
      CellStyle(alignment: CellAlignment(rotation: -90)),
      CellStyle(alignment: CellAlignment(indent: 2)),
    ])
    #expect(
      text.contains(
        #"<alignment horizontal="center" vertical="top" textRotation="45" wrapText="1"/>"#
          + #"<protection locked="0" hidden="1"/>"#))
    #expect(text.contains(#"<alignment textRotation="180"/>"#))
    #expect(text.contains(#"<alignment horizontal="left" indent="2"/>"#))
  }

  @Test func offersNamedStyles() throws {
    let text = try styles([
      CellStyle(font: CellFont(isBold: true), name: "KPI heading"),
      CellStyle(font: CellFont(isBold: true), numberFormat: "0.0", name: "KPI heading"),
      CellStyle(fill: .solid(0xFFC7CE), name: "Bad"),
    ])
    #expect(text.contains(#"<cellStyleXfs count="3">"#))
    #expect(text.contains(#"<cellStyle name="KPI heading" xfId="1"/>"#))
    // The number of a style that Excel translates (ECMA-376 Part 1, 18.8.7).
    #expect(text.contains(#"<cellStyle name="Bad" xfId="2" builtinId="27"/>"#))
    #expect(text.contains(#"<xf numFmtId="164" fontId="1" fillId="0" borderId="0" xfId="1""#))
  }

  @Test("What Excel would refuse is refused")
  func refusesStyles() {
    let cases: [(CellStyle, String)] = [
      (CellStyle(font: CellFont(size: 410)), "a font of 410.0 points is not one of 1 to 409"),
      (CellStyle(font: CellFont(name: "")), "the font's name '' must have 1 to 31 characters"),
      (
        CellStyle(alignment: CellAlignment(rotation: 91)),
        "a rotation of 91 degrees is not one of -90 to 90"
      ),
      (
        CellStyle(alignment: CellAlignment(indent: -1)),
        "an indentation of -1 is not one of 0 to 250"
      ),
      (
        CellStyle(numberFormat: NumberFormat(code: String(repeating: "0", count: 256))),
        "the number format '0000000000000000000000000000000000000000…' is longer than 255 characters"
      ),
      (CellStyle(name: ""), "the style's name '' must have 1 to 255 characters"),
    ]
    for (style, sentence) in cases {
      #expect(refusal { _, book in _ = try book.style(style) } == sentence)
    }
  }

  @Test(
    "A colour is six hexadecimal digits",
    arguments: [
      ("1F3864", 0x1F3864), ("#ff0000", 0xFF0000), ("12345", nil), ("+12345", nil), ("gggggg", nil),
      ("#1F38641", nil),
    ] as [(String, UInt32?)])
  func readsColors(text: String, value: UInt32?) {
    #expect(CellColor(text)?.rawValue == value)
  }
}
