import TestSupport
import Testing
import Zip

@testable import SpreadsheetML

@Suite("StyleSheet")
struct StyleSheetTests {
  static func styles(_ content: String) throws(WorkbookError) -> StyleSheet {
    var builder = WorkbookBuilder(rows: "")
    builder.styles = content
    return try Workbook.made(builder).styles()
  }

  @Test func givesTheNumberFormatOfEachCellFormat() throws {
    let styles = try Self.styles(
      """
      <numFmts count="2"><numFmt numFmtId="164" formatCode="0.0&quot; %&quot;"/>\
      <numFmt numFmtId="165" formatCode="yyyy\\-mm"/></numFmts>\
      <cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>\
      <cellXfs count="99"><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/>\
      <xf numFmtId="165"/><xf/><xf numFmtId="9999"/><xf numFmtId="x"/></cellXfs>\
      <dxfs><dxf><numFmt numFmtId="164" formatCode="dd"/></dxf></dxfs>
      """)
    let codes = styles.numberFormats.map(\.code)
    #expect(codes.count == 7)
    #expect(codes[0] == "General")
    #expect(codes[1] == "0.0\" %\"")
    #expect(codes[3] == "yyyy\\-mm")
    #expect(codes[4] == "General")
    #expect(codes[5] == "General")
    #expect(codes[6] == "General")
    #expect(styles.numberFormat(StyleIndex(2)).kind == NumberFormat.builtIn(id: 14)?.kind)
  }

  @Test("is General for an index the file does not have", arguments: [-1, 1, Int.max, Int.min])
  func outside(index: Int) throws {
    let styles = try Self.styles("<cellXfs><xf numFmtId=\"10\"/></cellXfs>")
    #expect(styles.numberFormat(StyleIndex(index)).code == "General")
    #expect(styles.appearance(StyleIndex(index)) == CellAppearance())
    #expect(StyleSheet.empty.numberFormat(StyleIndex(index)).code == "General")
  }

  @Test func tellsHowCellsLook() throws {
    let styles = try Self.styles(
      """
      <fonts><font><sz val="10"/></font><font><b/><i val="0"/><sz val="14.5"/></font>\
      <font><b val="false"/><i val="true"/></font></fonts>\
      <fills><fill><patternFill patternType="none"/></fill>\
      <fill><patternFill patternType="gray125"/></fill>\
      <fill><patternFill patternType="solid"><fgColor rgb="FF123ABC"/><bgColor rgb="FFFFFFFF"/>\
      </patternFill></fill>\
      <fill><patternFill patternType="solid"><fgColor theme="3"/></patternFill></fill></fills>\
      <cellXfs><xf/><xf fontId="1" fillId="2"><alignment horizontal="center" wrapText="1" \
      indent="2"/><protection locked="0"/></xf><xf fontId="2" fillId="3"/>\
      <xf fontId="77" fillId="-1"/><xf fillId="1"/></cellXfs>
      """)
    let looks = (0..<5).map { styles.appearance(StyleIndex($0)) }
    #expect(looks[0] == CellAppearance())
    #expect(looks[1].isBold && !looks[1].isItalic)
    #expect(looks[1].fontSize == 14.5)
    #expect(looks[1].fillColor == "123ABC" && looks[1].hasFill)
    #expect(looks[1].horizontalAlignment == "center")
    #expect(looks[1].isWrapped && looks[1].indent == 2 && !looks[1].isLocked)
    #expect(!looks[2].isBold && looks[2].isItalic)
    #expect(looks[2].hasFill && looks[2].fillColor == nil && looks[2].isLocked)
    #expect(looks[3] == CellAppearance())
    #expect(!looks[4].hasFill)
  }

  @Test func readsNoCodeThatNoCellFormatUses() throws {
    // 2,000 codes of 2,000 letters each; the last is used.
    let code = String(repeating: "0E+x", count: 500)
    let formats = (0..<2_000).map { "<numFmt numFmtId=\"\($0 + 200)\" formatCode=\"\(code)\"/>" }
    let styles = try Self.styles(
      "<numFmts>\(formats.joined())</numFmts><cellXfs><xf numFmtId=\"2199\"/></cellXfs>")
    #expect(styles.numberFormats.map(\.code) == [code])
  }

  @Test func isEmptyWithoutThePart() throws {
    #expect(try Workbook.made(WorkbookBuilder(rows: "")).styles().numberFormats.isEmpty)
  }

  @Test func refusesADamagedPart() {
    let error = #expect(throws: WorkbookError.self) { try Self.styles("<cellXfs><xf></cellXfs>") }
    #expect(error?.code == .damagedPart)
    #expect(error?.description.hasPrefix("book.xlsx: xl/styles.xml: 1:") == true)
  }
}
