import TestSupport
import Testing
import Zip

@testable import SpreadsheetML

@Suite("Workbook")
struct WorkbookTests {
  static func book() -> WorkbookBuilder {
    var builder = WorkbookBuilder(rows: WorkbookPackageTests.row)
    builder.sheets[0].name = "Sales &amp; Care"
    builder.addSheet("Hidden", attributes: "state=\"hidden\"")
    builder.addSheet("Secret", attributes: "state=\"veryHidden\"")
    builder.addSheet("Chart")
    builder.sheets[3].kind = "chartsheet"
    builder.addSheet("Odd", attributes: "state=\"sometimes\"")
    builder.addSheet("Dialog")
    builder.sheets[5].kind = "dialogsheet"
    builder.addSheet("2")
    return builder
  }

  @Test func listsSheetsAsTheirTabsStand() throws {
    let sheets = try Workbook.made(Self.book()).sheets
    #expect(
      sheets.map(\.name) == ["Sales & Care", "Hidden", "Secret", "Chart", "Odd", "Dialog", "2"])
    #expect(sheets.map(\.index) == [1, 2, 3, 4, 5, 6, 7])
    #expect(
      sheets.map(\.visibility) == [
        .visible, .hidden, .veryHidden, .visible, .visible, .visible, .visible,
      ])
    #expect(
      sheets.map(\.kind) == [
        .worksheet, .worksheet, .worksheet, .chartsheet, .worksheet, .dialogsheet, .worksheet,
      ])
  }

  @Test func takesASheetWithAnEmptyLinkForAModule() throws {
    var builder = Self.book()
    builder.sheets[1].id = ""
    let sheet = try Workbook.made(builder).sheets[1]
    #expect(sheet.kind == .module && !sheet.kind.hasCells)
    let error = #expect(throws: WorkbookError.self) { try sheet.rows() }
    #expect(
      error?.description
        == "book.xlsx: Hidden: this is a module of Visual Basic, which has no cells")
  }

  @Test func readsTheCellsOfMacroSheets() throws {
    let main = WorkbookBuilder.main
    var builder = WorkbookBuilder(
      sheet: """
        <xm:macrosheet xmlns="\(main)" \
        xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><sheetData>\
        <row r="1"><c r="A1"><f>HALT()</f><v>5</v></c></row></sheetData></xm:macrosheet>
        """)
    builder.sheets[0].kind = "xlMacrosheet"
    let sheet = try Workbook.made(builder).sheets[0]
    #expect(sheet.kind == .macrosheet && sheet.kind.hasCells)
    #expect(try sheet.cells()["A1"] == .number(5))
  }

  @Test func refusesAPartThatTwoSheetsName() {
    var builder = Self.book()
    builder.sheets[1].id = "rId1"
    let error = #expect(throws: WorkbookError.self) { try Workbook.made(builder) }
    #expect(error?.code == .damagedPart)
    #expect(
      error?.description == "book.xlsx: xl/worksheets/sheet1.xml: two sheets name this part as "
        + "theirs; the file is damaged")
  }

  @Test func namesTheLimitOfSheetsNamesLinksAndContentTypes() throws {
    var builder = Self.book()
    builder.afterSheets =
      "<definedNames><definedName name=\"a\">1</definedName></definedNames>"
    var limits = ReadLimits()
    // 2 endings and 8 parts have types.
    limits.listItems = 10
    #expect(try Workbook.made(builder, limits: limits).sheets.count == 7)
    for (limit, what) in [
      (9, "content types"), (7, "sheets and names"), (6, "links between parts"),
    ] {
      limits.listItems = limit
      if limit < 9 {
        // Without the types only.
        var zip = builder.zip()
        zip.entries.removeFirst()
        let error = #expect(throws: WorkbookError.self) {
          try Workbook.open(bytes: zip.bytes(), limits: limits)
        }
        #expect(
          error?.message
            == "there are more than \(limit) \(what), the limit ReadLimits.listItems")
      } else {
        let error = #expect(throws: WorkbookError.self) {
          try Workbook.made(builder, limits: limits)
        }
        #expect(
          error?.message
            == "there are more than \(limit) \(what), the limit ReadLimits.listItems")
      }
    }
  }

  @Test func saysWhichPartIsNamedAndMissing() throws {
    var builder = WorkbookBuilder(rows: "")
    builder.linksStyles = true
    let sheet = try Workbook.made(builder).sheets[0]
    let error = #expect(throws: WorkbookError.self) { try sheet.styles() }
    #expect(
      error?.description == "book.xlsx: xl/styles.xml: "
        + "the part is named by the workbook but is not in the package")
  }

  @Test("refuses to read cells of a sheet that has none", arguments: ["Chart", "Dialog"])
  func noCells(name: String) throws {
    let sheet = try Workbook.made(Self.book()).sheet(named: name)
    let error = #expect(throws: WorkbookError.self) { try sheet.rows() }
    #expect(error?.code == .unsupported)
    #expect(
      error?.description
        == "book.xlsx: \(name): this is a \(name.lowercased()) sheet, which has no cells")
    #expect(throws: WorkbookError.self) { try sheet.cells() }
  }

  @Test(
    "finds the sheet a person means",
    arguments: [
      ("Sales & Care", 1), ("sales & care", 1), ("HIDDEN", 2), ("1", 1), ("4", 4), ("7", 7),
      // A name wins over a place.
      ("2", 7),
    ])
  func word(word: String, index: Int) throws {
    #expect(try Workbook.made(Self.book()).sheet(word).index == index)
  }

  @Test(
    "says which sheets there are instead",
    arguments: [
      "", "0", "8", "-1", "Sales", "9223372036854775807", "-9223372036854775808", "１",
    ])
  func noSuchSheet(word: String) throws {
    let book = try Workbook.made(Self.book())
    let error = #expect(throws: WorkbookError.self) { try book.sheet(word) }
    #expect(error?.code == .noSuchSheet)
    #expect(
      error?.description == "book.xlsx: there is no sheet '\(word)'; there are 'Sales & Care', "
        + "Hidden, Secret, Chart, Odd, Dialog, '2'")
    #expect(throws: WorkbookError.self) { try book.sheet(named: word) }
  }

  @Test func findsSheetsByExactNameOnly() throws {
    let book = try Workbook.made(Self.book())
    #expect(try book.sheet(named: "Hidden").index == 2)
    #expect(throws: WorkbookError.self) { try book.sheet(named: "hidden") }
  }

  @Test(
    "knows how days are counted",
    arguments: [
      ("", DateSystem.since1900), ("<workbookPr date1904=\"1\"/>", .since1904),
      ("<workbookPr date1904=\"true\"/>", .since1904), ("<workbookPr date1904=\"0\"/>", .since1900),
      ("<workbookPr date1904=\"false\"/>", .since1900), ("<workbookPr/>", .since1900),
      ("<x:workbookPr xmlns:x=\"urn:x\" date1904=\"1\"/>", .since1900),
    ])
  func dateSystem(properties: String, system: DateSystem) throws {
    var builder = WorkbookBuilder(rows: "")
    builder.beforeSheets = properties
    let book = try Workbook.made(builder)
    #expect(book.dateSystem == system)
    #expect(book.sheets[0].dateSystem == system)
  }

  @Test func listsDefinedNames() throws {
    var builder = WorkbookBuilder(rows: "")
    builder.afterSheets =
      """
      <definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">Sheet1!$A$1:$B$2\
      </definedName><definedName name="Rate" hidden="1">0.5&amp;"x"<!-- c -->&lt;</definedName>\
      <definedName name="Empty"/><definedName localSheetId="x">1</definedName></definedNames>
      """
    let names = try Workbook.made(builder).definedNames
    #expect(
      names == [
        DefinedName(
          name: "_xlnm.Print_Area", formula: "Sheet1!$A$1:$B$2", sheetIndex: 1, isHidden: false),
        DefinedName(name: "Rate", formula: "0.5&\"x\"<", sheetIndex: nil, isHidden: true),
        DefinedName(name: "Empty", formula: "", sheetIndex: nil, isHidden: false),
        DefinedName(name: "", formula: "1", sheetIndex: nil, isHidden: false),
      ])
  }

  @Test("takes a sheet index of a name past all bounds", arguments: [Int.max, Int.min, -1, 99])
  func nameOfNoSheet(index: Int) throws {
    var builder = WorkbookBuilder(rows: "")
    builder.afterSheets =
      "<definedNames><definedName name=\"a\" localSheetId=\"\(index)\">1</definedName></definedNames>"
    #expect(try Workbook.made(builder).definedNames.map(\.name) == ["a"])
  }

  @Test func opensStrictWorkbooks() throws {
    var zip = WorkbookBuilder(rows: WorkbookPackageTests.row).zip()
    let pairs = [
      (WorkbookBuilder.main, WorkbookBuilder.strict),
      (WorkbookBuilder.relationship, "http://purl.oclc.org/ooxml/officeDocument/relationships"),
    ]
    for index in zip.entries.indices {
      var text = String(decoding: zip.entries[index].content, as: UTF8.self)
      for (transitional, strict) in pairs {
        text = text.split(separator: transitional, omittingEmptySubsequences: false)
          .joined(separator: strict)
      }
      zip.entries[index].content = Array(text.utf8)
    }
    let book = try Workbook.open(bytes: zip.bytes())
    #expect(book.sheets.map(\.name) == ["Sheet1"])
    #expect(try book.sheets[0].cells()["A1"] == .number(5))
  }

  @Test func saysWhichSheetsPartIsMissing() throws {
    var zip = WorkbookBuilder(rows: "").zip()
    zip.entries.removeAll { $0.name == Array("xl/worksheets/sheet1.xml".utf8) }
    let book = try Workbook.open(bytes: zip.bytes(), name: "book.xlsx")
    let error = #expect(throws: WorkbookError.self) { try book.sheets[0].rows() }
    #expect(
      error?.description
        == "book.xlsx: xl/worksheets/sheet1.xml: the part is named by the workbook "
        + "but is not in the package")
  }

  @Test("lists a sheet without a relationship, and refuses to read it")
  func noRelationship() throws {
    var zip = WorkbookBuilder(rows: "").zip()
    zip.entries.removeAll { $0.name == Array("xl/_rels/workbook.xml.rels".utf8) }
    let book = try Workbook.open(bytes: zip.bytes(), name: "book.xlsx")
    #expect(book.sheets.map(\.name) == ["Sheet1"])
    #expect(throws: WorkbookError.self) { try book.sheets[0].rows() }
  }

  @Test(
    "refuses a workbook part that is none",
    arguments: [
      ("<workbook/>", "the workbook lists no sheets"),
      (
        "<workbook xmlns=\"\(WorkbookBuilder.main)\"><sheets/></workbook>",
        "the workbook lists no sheets"
      ),
      ("<html/>", "the main part is not a workbook"),
    ])
  func noWorkbook(part: String, sentence: String) {
    var zip = WorkbookBuilder(rows: "").zip()
    WorkbookPackageTests.change("xl/workbook.xml", in: &zip) { $0.content = Array(part.utf8) }
    let error = #expect(throws: WorkbookError.self) { try WorkbookPackageTests.open(zip) }
    #expect(error?.code == .damagedPart)
    #expect(error?.description == "book.xlsx: xl/workbook.xml: \(sentence)")
  }

  @Test func saysThatThereIsNoFile() {
    let error = #expect(throws: WorkbookError.self) { try Workbook.open("/nowhere/book.xlsx") }
    #expect(error?.code == .unreadable)
    #expect(
      error?.description == "/nowhere/book.xlsx: cannot be read: there is no such file")
  }

  @Test func isReadByManyTasksAtOnce() async throws {
    var builder = WorkbookBuilder(rows: "")
    builder.sharedItems = (0..<50).map { "<si><t>text \($0)</t></si>" }.joined()
    builder.styles = "<cellXfs><xf numFmtId=\"9\"/></cellXfs>"
    builder.sheets = []
    for index in 0..<8 {
      builder.addSheet(
        "S\(index)",
        rows: "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>\(index)</v></c></row>")
    }
    let book = try Workbook.made(builder)
    try await withThrowingTaskGroup(of: (Int, CellValue, Int).self) { group in
      for sheet in book.sheets {
        group.addTask {
          (sheet.index, try sheet.cells()["A1"], try sheet.styles().numberFormats.count)
        }
      }
      for try await (index, value, count) in group {
        #expect(value == .text("text \(index - 1)"))
        #expect(count == 1)
      }
    }
  }
}
