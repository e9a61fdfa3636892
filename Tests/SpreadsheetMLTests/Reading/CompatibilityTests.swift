import TestSupport
import Testing

@testable import SpreadsheetML

/// The branches themselves are among ``SheetCases``; here is whose namespaces are understood.
@Suite("Compatibility")
struct CompatibilityTests {
  @Test(
    "understands SpreadsheetML and Excel's own extensions of it",
    arguments: [
      ("http://schemas.openxmlformats.org/spreadsheetml/2006/main", true),
      ("http://purl.oclc.org/ooxml/spreadsheetml/main", true),
      ("http://schemas.microsoft.com/office/spreadsheetml/2009/9/main", true),
      ("http://schemas.microsoft.com/office/spreadsheetml/2014/revision", true),
      ("http://schemas.microsoft.com/office/drawing/2010/main", false), ("urn:x", false),
      ("", false),
    ])
  func understood(uri: String, isUnderstood: Bool) {
    #expect(Namespace.isUnderstood(uri) == isUnderstood)
  }

  /// Two branches, of which the first counts if `requires` is understood.
  static func alternatives(_ first: String, _ second: String, requires: String = "x15") -> String {
    "<mc:AlternateContent xmlns:mc=\"\(Namespace.compatibility)\" "
      + "xmlns:x15=\"http://schemas.microsoft.com/office/spreadsheetml/2010/11/main\" xmlns:no=\"urn:x\">"
      + "<mc:Choice Requires=\"\(requires)\">\(first)</mc:Choice>"
      + "<mc:Fallback>\(second)</mc:Fallback></mc:AlternateContent>"
  }

  @Test("counts shared texts of one branch only", arguments: ["x15", "no"])
  func sharedTexts(requires: String) throws {
    var builder = WorkbookBuilder(
      rows: "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>1</v></c><c r=\"B1\" t=\"s\"><v>2</v></c></row>")
    builder.sharedItems =
      "<si><t>0</t></si>"
      + Self.alternatives("<si><t>x15</t></si>", "<si><t>no</t></si>", requires: requires)
      + "<si xmlns=\"urn:x\"><t>foreign</t></si><si><t>2</t></si>"
    let cells = try Workbook.made(builder).sheets[0].cells()
    #expect(cells["A1"] == .text(requires))
    #expect(cells["B1"] == .text("2"))
  }

  @Test("counts one branch within a shared text", arguments: ["x15", "no"])
  func withinSharedTexts(requires: String) throws {
    var builder = WorkbookBuilder(
      rows: "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>")
    builder.sharedItems =
      "<si>" + Self.alternatives("<t>x15</t>", "<t>no</t>", requires: requires) + "</si>"
      + "<si><r>" + Self.alternatives("<t>x15</t>", "<t>no</t>", requires: requires)
      + "</r><r><t>!</t></r></si>"
    let cells = try Workbook.made(builder).sheets[0].cells()
    #expect(cells["A1"] == .text(requires))
    #expect(cells["B1"] == .text(requires + "!"))
  }

  @Test(
    "chooses the same branch in every encoding",
    arguments: ["UTF-8", "UTF-16", "UTF-16BE", "ISO-8859-1"], ["x15", "no"])
  func encodings(name: String, requires: String) throws {
    let builder = WorkbookBuilder(
      rows: Self.alternatives(
        "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>x15</t></is></c></row>",
        "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>no</t></is></c></row>", requires: requires)
    )
    var zip = builder.zip()
    for index in zip.entries.indices
    where String(decoding: zip.entries[index].name, as: UTF8.self).contains("sheet1.xml")
      && !String(decoding: zip.entries[index].name, as: UTF8.self).contains("rels")
    {
      var text = String(decoding: zip.entries[index].content, as: UTF8.self)
      if text.hasPrefix("<?xml"), let end = text.firstIndex(of: ">") {
        text = String(text[text.index(after: end)...])
      }
      text = "<?xml version=\"1.0\" encoding=\"\(name.prefix(10))\" standalone=\"yes\"?>" + text
      zip.entries[index].content =
        name.hasPrefix("UTF-16")
        ? text.utf16Bytes(bigEndian: name.hasSuffix("BE")) : Array(text.utf8)
    }
    #expect(try Workbook.open(bytes: zip.bytes()).sheets[0].cells()["A1"] == .text(requires))
  }

  @Test func countsNoSharedTextsOfAnotherNamespace() throws {
    let builder = WorkbookBuilder(rows: "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>")
    var zip = builder.zip()
    zip.entries.append(
      ZipBuilder.Entry(
        "xl/sharedStrings.xml",
        "<x:sst xmlns:x=\"\(WorkbookBuilder.main)\"><si><t>no</t></si><x:si><x:t>yes</x:t></x:si></x:sst>"
      ))
    let index = try #require(
      zip.entries.firstIndex { $0.name == Array("xl/_rels/workbook.xml.rels".utf8) })
    let links = String(decoding: zip.entries[index].content, as: UTF8.self)
    zip.entries[index].content = Array(
      links.replacing(
        "</Relationships>",
        with: "<Relationship Id=\"s\" Type=\"\(WorkbookBuilder.relationship)/sharedStrings\" "
          + "Target=\"sharedStrings.xml\"/></Relationships>"
      ).utf8)
    let cells = try Workbook.open(bytes: zip.bytes()).sheets[0].cells()
    #expect(cells["A1"] == .text("yes"))
  }

  @Test("counts cell formats of one branch only", arguments: [("x15", "0%"), ("no", "0.00")])
  func styles(requires: String, code: String) throws {
    var builder = WorkbookBuilder(rows: "")
    builder.styles =
      "<cellXfs><xf/>"
      + Self.alternatives("<xf numFmtId=\"9\"/>", "<xf numFmtId=\"2\"/>", requires: requires)
      + "<xf numFmtId=\"10\"/></cellXfs>"
    let formats = try Workbook.made(builder).styles().numberFormats
    #expect(formats.map(\.code) == ["General", code, "0.00%"])
  }

  @Test("lists sheets of one branch only", arguments: ["x15", "no"])
  func sheets(requires: String) throws {
    var builder = WorkbookBuilder(rows: "")
    builder.addSheet("x15")
    builder.addSheet("no")
    var zip = builder.zip()
    let index = try #require(zip.entries.firstIndex { $0.name == Array("xl/workbook.xml".utf8) })
    func sheet(_ name: String, _ id: Int) -> String {
      "<sheet name=\"\(name)\" sheetId=\"\(id)\" r:id=\"rId\(id)\"/>"
    }
    zip.entries[index].content = Array(
      ("<workbook xmlns=\"\(WorkbookBuilder.main)\" xmlns:r=\"\(WorkbookBuilder.relationship)\">"
        + "<sheets>\(sheet("Sheet1", 1))"
        + Self.alternatives(sheet("x15", 2), sheet("no", 3), requires: requires)
        + "</sheets></workbook>").utf8)
    let book = try Workbook.open(bytes: zip.bytes())
    #expect(book.sheets.map(\.name) == ["Sheet1", requires])
  }
}
