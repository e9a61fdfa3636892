import TestSupport
import Testing
import Zip

@testable import SpreadsheetML

@Suite("WorkbookPackage")
struct WorkbookPackageTests {
  static let row = "<row r=\"1\"><c r=\"A1\"><v>5</v></c></row>"

  /// The entry of this name in the archive is changed; without one, the test fails.
  static func change(
    _ name: String, in zip: inout ZipBuilder, _ body: (inout ZipBuilder.Entry) -> Void
  ) {
    var isFound = false
    for index in zip.entries.indices where zip.entries[index].name == Array(name.utf8) {
      body(&zip.entries[index])
      isFound = true
    }
    #expect(isFound)
  }

  static func open(_ zip: ZipBuilder) throws(WorkbookError) -> Workbook {
    try Workbook.open(bytes: zip.bytes(), name: "book.xlsx")
  }

  @Test func findsPartsByRelationshipsWhateverTheirNames() throws {
    var builder = WorkbookBuilder(rows: Self.row)
    builder.mainPart = "odd/name.of.main"
    builder.sheets[0].path = "no/such/folder/as.usual"
    let book = try Workbook.made(builder)
    #expect(try book.sheets[0].cells()["A1"] == .number(5))
  }

  @Test("takes names in other case, with a slash first or the other way round")
  func names() throws {
    for name in [
      "XL/Worksheets/SHEET1.xml", "/xl/worksheets/sheet1.xml", "xl\\worksheets\\sheet1.xml",
    ] {
      var zip = WorkbookBuilder(rows: Self.row).zip()
      Self.change("xl/worksheets/sheet1.xml", in: &zip) { $0.name = Array(name.utf8) }
      #expect(try Self.open(zip).sheets[0].cells()["A1"] == .number(5))
    }
  }

  @Test func takesTheFirstOfTwoNamesThatDifferByCase() throws {
    var zip = WorkbookBuilder(rows: Self.row).zip()
    zip.entries.append(ZipBuilder.Entry("XL/WORKSHEETS/SHEET1.XML", "<damaged"))
    #expect(try Self.open(zip).sheets[0].cells()["A1"] == .number(5))
  }

  @Test func opensWithoutContentTypes() throws {
    var zip = WorkbookBuilder(rows: Self.row).zip()
    zip.entries.removeAll { $0.name == Array("[Content_Types].xml".utf8) }
    #expect(try Self.open(zip).sheets.count == 1)
  }

  @Test func opensTemplatesAndMacroBooks() throws {
    for type in [
      "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
      "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml",
    ] {
      var builder = WorkbookBuilder(rows: Self.row)
      builder.mainType = type
      #expect(try Workbook.made(builder).sheets.count == 1)
    }
  }

  @Test(
    "says what else a file is by the type of its main part",
    arguments: [
      (
        "application/vnd.ms-excel.sheet.binary.macroEnabled.main",
        "book.xlsx: this is a binary workbook (.xlsb); save it as .xlsx"
      ),
      (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        "book.xlsx: this is a Word document, not a workbook"
      ),
      (
        "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
        "book.xlsx: this is a presentation, not a workbook"
      ),
    ])
  func otherTypes(type: String, sentence: String) {
    var builder = WorkbookBuilder(rows: "")
    builder.mainType = type
    let error = #expect(throws: WorkbookError.self) { try Workbook.made(builder) }
    #expect(error?.description == sentence)
    #expect(error?.code == .notAWorkbook)
  }

  @Test(
    "says what else an archive is by the names in it",
    arguments: [
      (["mimetype", "content.xml"], "this is an OpenDocument file; save it as .xlsx"),
      (["Index/Document.iwa"], "this is a Numbers document; export it as .xlsx"),
      (["Index.zip"], "this is a Numbers document; export it as .xlsx"),
      (["a.txt"], "this zip archive holds no workbook; it is not an .xlsx file"),
      ([], "this zip archive holds no workbook; it is not an .xlsx file"),
    ])
  func otherArchives(names: [String], sentence: String) {
    let zip = ZipBuilder(names.map { ZipBuilder.Entry($0, "") })
    let error = #expect(throws: WorkbookError.self) { try Self.open(zip) }
    #expect(error?.description == "book.xlsx: \(sentence)")
    #expect(error?.code == .notAWorkbook)
  }

  @Test func saysWhichPartIsMissing() {
    var zip = WorkbookBuilder(rows: "").zip()
    zip.entries.removeAll { $0.name == Array("xl/workbook.xml".utf8) }
    let error = #expect(throws: WorkbookError.self) { try Self.open(zip) }
    #expect(
      error?.description == "book.xlsx: xl/workbook.xml: the part is named by the workbook "
        + "but is not in the package")
  }

  @Test(
    "says which small part is damaged, and where",
    arguments: [
      "[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels",
    ])
  func damagedParts(name: String) {
    var zip = WorkbookBuilder(rows: "").zip()
    Self.change(name, in: &zip) { $0.content += Array("<".utf8) }
    let error = #expect(throws: WorkbookError.self) { try Self.open(zip) }
    #expect(error?.code == .damagedPart)
    #expect(error?.description.hasPrefix("book.xlsx: \(name): 1:") == true)
  }

  @Test func saysWhichEntryIsDamaged() {
    var zip = WorkbookBuilder(rows: "").zip()
    Self.change("xl/workbook.xml", in: &zip) {
      $0.central = { $0.crc32 ^= 1 }
      $0.local = { $0.crc32 ^= 1 }
    }
    let error = #expect(throws: WorkbookError.self) { try Self.open(zip) }
    #expect(
      error?.description == "book.xlsx: entry 'xl/workbook.xml': its bytes do not match their "
        + "checksum; the file is damaged")
  }

  @Test func passesOverFoldersAndUnknownParts() throws {
    var zip = WorkbookBuilder(rows: Self.row).zip()
    zip.entries.append(ZipBuilder.Entry("xl/", "", packing: .stored))
    zip.entries.append(ZipBuilder.Entry("xl/unknown.bin", [0, 1, 2]))
    #expect(try Self.open(zip).sheets[0].cells()["A1"] == .number(5))
  }
}

@Suite("ContentTypes")
struct ContentTypesTests {
  @Test func tellsTypesByNameThenByEnding() throws {
    let types = try ContentTypes(
      Array(
        """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
        <Default Extension="XML" ContentType="xml"/><Override PartName="/xl/A.xml" ContentType="a"/>\
        <Default Extension="bin"/><Override ContentType="b"/></Types>
        """.utf8), limit: 2)
    #expect(types.type(of: "xl/a.xml") == "a")
    #expect(types.type(of: "/XL/A.XML") == "a")
    #expect(types.type(of: "xl/b.xml") == "xml")
    #expect(types.type(of: "xl/b.bin") == nil)
    #expect(types.type(of: "b") == nil)
    #expect(types.type(of: "") == nil)
  }
}
