import TestSupport
import Testing
import XMLStream
import Zip

@testable import SpreadsheetML

/// Rows of a sheet and what they say by the format's description (ECMA-376 Part 1, 18.3.1).
struct SheetCase: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let part: [UInt8]
  /// The rows as `1: A=5 B="x"`, joined by `; `.
  let rows: String

  /// Rows inside the usual frame.
  init(_ name: String, _ rows: String, says text: String) {
    self.init(name, part: WorkbookBuilder.worksheet(rows: rows), says: text)
  }

  /// A whole part.
  init(_ name: String, part: String, says text: String) {
    self.init(name, bytes: Array(part.utf8), says: text)
  }

  init(_ name: String, bytes: [UInt8], says text: String) {
    testDescription = name
    part = bytes
    rows = text
  }

  /// The shared items all cases have.
  static let items =
    "<si><t>zero</t></si><si><r><t>o</t></r><r><t>ne</t></r></si><si><t>_x0041_é&amp;</t></si>"

  func book() throws -> Workbook {
    var builder = WorkbookBuilder(part: part)
    builder.sharedItems = SheetCase.items
    return try Workbook.made(builder)
  }
}

@Suite("SheetScanner")
struct SheetScannerTests {
  static let all =
    SheetCases.rows + SheetCases.cells + SheetCases.values + SheetCases.texts
    + SheetCases.formulas + SheetCases.frames + SheetCases.branches

  @Test("reads the same every way:", arguments: all)
  func reads(sheet: SheetCase) throws {
    let reading = try expectAgreement(sheet.book().sheets[0])
    #expect(reading.description == sheet.rows)
  }

  @Test("reads the same through any window and however the part is cut:", arguments: all)
  func windows(sheet: SheetCase) throws {
    // What is in another encoding never comes to the scanner.
    guard !XMLEncoding.needsTranscoding(Array(sheet.part.prefix(256))) else { return }
    let strings = try sheet.book().storage.sharedStrings()
    var readings: [String: String] = [:]
    func read(_ source: any XMLByteSource, _ capacity: UInt64, _ isFast: Bool, _ name: String) {
      let reading = SheetReading(
        source, capacity: capacity, usesFastPath: isFast, strings: strings)
      if reading.description != sheet.rows { readings[name] = reading.description }
    }
    for isFast in [true, false] {
      for capacity in [0, 1, 7, 40, 111, 500] as [UInt64] {
        read(XMLMemorySource(sheet.part), capacity, isFast, "a window of \(capacity)")
      }
      read(ChoppedSource(sheet.part, piecesOf: 1), 4_096, isFast, "byte by byte")
      read(ChoppedSource(sheet.part, piecesOf: 5), 0, isFast, "five bytes at a time")
    }
    // The frame's beginning is the same for nearly all.
    for cut in min(180, sheet.part.count / 2)..<sheet.part.count {
      read(ChoppedSource(sheet.part, cutAt: [cut]), 4_096, true, "cut at \(cut)")
    }
    let first = readings.min { $0.key < $1.key }
    #expect(first == nil, "\(readings.count) of them differ from \(sheet.rows)")
  }
}

/// What must not be read, and the sentence that says so.
@Suite("SheetScanner and damaged sheets")
struct DamagedSheetTests {
  static let cases: [(name: String, rows: String, sentence: String)] = [
    (
      "a row number that is none", "<row r=\"x\"/>",
      "Sheet1: the address 'row x' is not a cell of a sheet (A1 to XFD1048576); "
        + "the file is damaged"
    ),
    (
      "row 0", "<row r=\"0\"/>",
      "Sheet1: the address 'row 0' is not a cell of a sheet (A1 to XFD1048576); "
        + "the file is damaged"
    ),
    (
      "a row past the sheet", "<row r=\"1048577\"/>",
      "Sheet1: the address 'row 1048577' is not a cell of a sheet (A1 to XFD1048576); "
        + "the file is damaged"
    ),
    (
      "an address that is none", "<row r=\"1\"><c r=\"1A\"><v>1</v></c></row>",
      "Sheet1: the address '1A' in row 1 is not a cell of a sheet (A1 to XFD1048576); "
        + "the file is damaged"
    ),
    (
      "an empty address", "<row r=\"1\"><c r=\"\"/></row>",
      "Sheet1: the address '' in row 1 is not a cell of a sheet (A1 to XFD1048576); "
        + "the file is damaged"
    ),
    (
      "a column past the sheet", "<row r=\"1\"><c r=\"B1\"/><c r=\"XFE1\"/></row>",
      "Sheet1: the address 'XFE1' in row 1 is not a cell of a sheet (A1 to XFD1048576); "
        + "the file is damaged"
    ),
    (
      "a cell behind the last column", "<row r=\"1\"><c r=\"XFD1\"/><c/></row>",
      "Sheet1: the address 'column 16385' in row 1 is not a cell of a sheet (A1 to XFD1048576); "
        + "the file is damaged"
    ),
    (
      "a cell of another row", "<row r=\"2\"><c r=\"A2\"/><c r=\"B3\"/></row>",
      "Sheet1: the cell B3 stands in row 2; the file is damaged"
    ),
    (
      "a second row in a row without a number", "<row><c r=\"A7\"/><c r=\"B8\"/></row>",
      "Sheet1: the cell B8 stands in row 7; the file is damaged"
    ),
    (
      "a shared text past the table", "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>3</v></c></row>",
      "Sheet1!A1: the text index 3 is not one of the 3 shared texts; the file is damaged"
    ),
    (
      "a negative shared text", "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>-1</v></c></row>",
      "Sheet1!A1: the text index -1 is not one of the 3 shared texts; the file is damaged"
    ),
    (
      "a shared text past all numbers",
      "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>99999999999999999999</v></c></row>",
      "Sheet1!A1: the text index 99999999999999999999 is not one of the 3 shared texts; "
        + "the file is damaged"
    ),
    (
      "a shared text that is no index", "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>one</v></c></row>",
      "Sheet1!A1: the text index one is not one of the 3 shared texts; the file is damaged"
    ),
    (
      "a number that is none", "<row r=\"1\"><c r=\"A1\"/><c r=\"B1\"><v>1,5</v></c></row>",
      "Sheet1!B1: '1,5' is not a number; the file is damaged"
    ),
    (
      "a number past all bounds", "<row r=\"1\"><c r=\"A1\"><v>1e999</v></c></row>",
      "Sheet1!A1: '1e999' is not a number; the file is damaged"
    ),
    (
      "infinity", "<row r=\"1\"><c r=\"A1\"><v>INF</v></c></row>",
      "Sheet1!A1: 'INF' is not a number; the file is damaged"
    ),
    (
      "a truth value that is none", "<row r=\"1\"><c r=\"A1\" t=\"b\"><v>2</v></c></row>",
      "Sheet1!A1: '2' is not a truth value; the file is damaged"
    ),
  ]

  @Test("refuses, and names the cell", arguments: cases.indices)
  func refuses(index: Int) throws {
    let (name, rows, sentence) = Self.cases[index]
    var builder = WorkbookBuilder(rows: rows)
    builder.sharedItems = SheetCase.items
    let book = try Workbook.made(builder)
    let reading = try expectAgreement(book.sheets[0], Comment(rawValue: name))
    #expect(reading.error == "book.xlsx: \(sentence)", Comment(rawValue: name))
  }

  @Test(
    "refuses a part that is no sheet",
    arguments: [
      ("<html/>", "Sheet1: the part's root element is not a SpreadsheetML sheet"),
      ("<worksheet/>", "Sheet1: the part's root element is not a SpreadsheetML sheet"),
      ("", "Sheet1: byte 0: there is no root element"),
      ("not XML", "Sheet1: byte 7: there is no root element"),
    ])
  func noSheet(part: String, sentence: String) throws {
    let book = try Workbook.made(WorkbookBuilder(sheet: part))
    #expect(try expectAgreement(book.sheets[0]).error == "book.xlsx: \(sentence)")
  }

  @Test("refuses what is not well-formed, among the rows and around them")
  func malformed() throws {
    let row = "<row r=\"1\"><c r=\"A1\"><v>5</v></c></row>"
    let whole = WorkbookBuilder.worksheet(rows: row)
    for part in [
      WorkbookBuilder.worksheet(rows: row + "<row r=\"2\"><c r=\"A2\"></row>"),
      WorkbookBuilder.worksheet(rows: "<row r=\"1\"><c r=\"A1\"><v>5</c></v></row>"),
      WorkbookBuilder.worksheet(rows: "<row r=\"1\"><c r=\"A1\"><v>5</v></c>"),
      WorkbookBuilder.worksheet(rows: "<row r=\"1\"><c r=\"A1\"><v>5</v></row>"),
      WorkbookBuilder.worksheet(rows: "<row r=\"1\"><c r=\"A1\" r=\"A1\"><v>5</v></c></row>"),
      WorkbookBuilder.worksheet(rows: "<row r=\"1\"><c r=\"A1\" s=\"1\" s=\"1\"/></row>"),
      WorkbookBuilder.worksheet(rows: "<row r=\"1\" r=\"1\"/>"),
      WorkbookBuilder.worksheet(rows: "<row r=\"1\" a=\"\u{1}\"><c r=\"A1\"/></row>"),
      WorkbookBuilder.worksheet(rows: "<row r=\"1\"><c r=\"A1\"><v>5\u{0}</v></c></row>"),
      WorkbookBuilder.worksheet(rows: "<row r=\"1\"><c r=\"A1\"><v>]]></v></c></row>"),
      WorkbookBuilder.worksheet(
        rows: "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>a]]>b</v></c></row>"),
      WorkbookBuilder.worksheet(
        rows: "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>a&b</v></c></row>"),
      WorkbookBuilder.worksheet(
        rows: "<row r=\"1\"><c r=\"A1\"><f>a&b</f><v>1</v></c></row>"),
      WorkbookBuilder.worksheet(
        rows: "<row r=\"1\"><c r=\"A1\"><f>a]]>b</f><v>1</v></c></row>"),
      WorkbookBuilder.worksheet(rows: row, after: "<mergeCells><mergeCell></mergeCells>"),
      WorkbookBuilder.worksheet(rows: row, before: "<cols><col></cols>"),
      String(whole.dropLast(12)), String(whole.dropLast()), whole + "x", whole + "<a/>",
      "<!DOCTYPE worksheet>" + WorkbookBuilder.worksheet(rows: row).drop { $0 != "\n" },
    ] {
      let book = try Workbook.made(WorkbookBuilder(sheet: part))
      let reading = try expectAgreement(book.sheets[0], Comment(rawValue: part))
      #expect(reading.error != nil, Comment(rawValue: part))
    }
  }

  @Test("refuses rows whose tags only look well-formed")
  func malformedRows() throws {
    for part in [
      WorkbookBuilder.worksheet(rows: "<row r=\"1\" a=\"1\" a=\"1\"><c r=\"A1\"/></row>"),
      WorkbookBuilder.worksheet(rows: "<row r=\"1\" =\"x\"><c r=\"A1\"/></row>"),
      WorkbookBuilder.worksheet(rows: "<row r=\"1\" \"=\"x\"><c r=\"A1\"/></row>"),
      WorkbookBuilder.worksheet(
        rows: "<row r=\"1\" hidden=\"\u{e9}\" a=\"&x;\"><c r=\"A1\"/></row>"),
      // The end tag of another prefix for the same namespace.
      """
      <worksheet xmlns="\(WorkbookBuilder.main)" xmlns:x="\(WorkbookBuilder.main)"><sheetData>\
      <x:row r="1"></row></sheetData></worksheet>
      """,
    ] {
      let book = try Workbook.made(WorkbookBuilder(sheet: part))
      let reading = try expectAgreement(book.sheets[0], Comment(rawValue: part))
      #expect(reading.error != nil, Comment(rawValue: part))
    }
  }

  @Test("refuses text that is not UTF-8 wherever it is read")
  func notUTF8() throws {
    for (head, tail) in [
      ("<c r=\"A1\" t=\"str\"><v>", "</v></c>"),
      ("<c r=\"A1\" t=\"inlineStr\"><is><t>", "</t></is></c>"),
      ("<c r=\"A1\"><v>", "</v></c>"), ("<c r=\"A1\" t=\"e\"><v>", "</v></c>"),
      ("<c r=\"A1\" t=\"d\"><v>", "</v></c>"), ("<c r=\"A1\"><f>", "</f><v>1</v></c>"),
    ] {
      let whole = WorkbookBuilder.worksheet(rows: "<row r=\"1\">\(head)@\(tail)</row>")
      let part = Array(whole.utf8).flatMap { $0 == UInt8(ascii: "@") ? [0xe9, 0x20] : [$0] }
      let book = try Workbook.made(WorkbookBuilder(part: part))
      // The sentences differ: a number is looked at before its encoding.
      for way in SheetReading.Way.allCases where way != .lent || !head.contains("<f>") {
        #expect(SheetReading(book.sheets[0], way).error != nil, "\(head) \(way)")
      }
    }
  }

  @Test func refusesAPrefixThatIsNotDeclared() throws {
    let book = try Workbook.made(WorkbookBuilder(rows: "<x:row r=\"1\"/>"))
    let reading = try expectAgreement(book.sheets[0], includesReference: false)
    #expect(reading.error?.hasSuffix("the prefix 'x' is not declared") == true)
  }

  @Test func goesOnFailingAfterAnError() throws {
    let rows = "<row r=\"1\"/><row r=\"2\"></c></row><row r=\"3\"/>"
    let reader = try Workbook.made(WorkbookBuilder(rows: rows)).sheets[0].rows()
    #expect(try reader.readRow()?.number == 1)
    for _ in 0..<3 { #expect(throws: WorkbookError.self) { try reader.readRow() } }
  }
}

@Suite("Limits of sheets")
struct SheetLimitTests {
  static func read(_ rows: String, _ change: (inout ReadLimits) -> Void) -> String {
    var limits = ReadLimits()
    change(&limits)
    do {
      let book = try Workbook.made(WorkbookBuilder(rows: rows), limits: limits)
      return try expectAgreement(book.sheets[0], includesReference: false).description
    } catch {
      return "\(error)"
    }
  }

  @Test func namesTheLimitOfOneRow() {
    let cells = (1...40).map { "<c r=\"A1\" t=\"str\"><v>number \($0)</v></c>" }.joined()
    let row = "<row r=\"1\">\(cells)</row>"
    #expect(Self.read(row) { $0.rowBytes = 4_000 } == "1: A=\"number 40\"")
    #expect(
      Self.read(row) { $0.rowBytes = 1_000 }.hasSuffix(
        "one row, text or tag takes more than 1000 bytes, the limit ReadLimits.rowBytes"))
  }

  @Test func namesTheLimitOfDepth() {
    let row = "<row r=\"1\"><c r=\"A1\"><x><x><x/></x></x><v>1</v></c></row>"
    #expect(Self.read(row) { $0.depth = 7 } == "1: A=1")
    #expect(
      Self.read(row) { $0.depth = 6 }.hasSuffix(
        "elements nest deeper than 6, the limit ReadLimits.depth"))
  }

  @Test func namesTheLimitOfAttributes() {
    let attributes = (0..<30).map { " a\($0)=''" }.joined()
    let row = "<row r=\"1\"\(attributes)><c r=\"A1\"><v>1</v></c></row>"
    #expect(Self.read(row) { $0.attributes = 31 } == "1: A=1")
    #expect(
      Self.read(row) { $0.attributes = 30 }.hasSuffix(
        "an element has more than 30 attributes, the limit ReadLimits.attributes"))
  }

  @Test func namesTheLimitOfAPartInAnotherEncoding() throws {
    var limits = ReadLimits()
    limits.partBytes = 1_000
    let sheet = WorkbookBuilder.worksheet(rows: String(repeating: " ", count: 600))
    let book = try Workbook.made(WorkbookBuilder(part: sheet.utf16Bytes()), limits: limits)
    let error = #expect(throws: WorkbookError.self) { try book.sheets[0].rows() }
    #expect(error?.code == .limitExceeded)
    #expect(
      error?.description.hasSuffix(
        "a part that is not UTF-8 takes more than 1000 bytes, the limit ReadLimits.partBytes")
        == true)
  }

  @Test func namesTheLimitOfCells() throws {
    var limits = ReadLimits()
    limits.cells = 3
    let rows = "<row r=\"1\"><c r=\"A1\"/><c r=\"B1\"/></row><row r=\"2\"><c r=\"A2\"/></row>"
    let book = try Workbook.made(WorkbookBuilder(rows: rows), limits: limits)
    #expect(try book.sheets[0].cells().usedRange == CellRange("A1:B2"))
    let more = try Workbook.made(
      WorkbookBuilder(rows: rows + "<row r=\"3\"><c r=\"A3\"/></row>"), limits: limits)
    let error = #expect(throws: WorkbookError.self) { try more.sheets[0].cells() }
    #expect(error?.code == .limitExceeded)
    #expect(
      error?.description == "book.xlsx: Sheet1: the sheet has more than 3 cells, "
        + "the limit ReadLimits.cells; read it row by row instead")
  }

  @Test func namesTheLimitOfListsAroundTheCells() throws {
    let range = "<mergeCell ref=\"A1:A2\"/>"
    let merged = "<mergeCells>\(String(repeating: range, count: 9))</mergeCells>"
    let sheet = WorkbookBuilder.worksheet(rows: "", after: merged)
    var limits = ReadLimits()
    limits.listItems = 9
    let book = try Workbook.made(WorkbookBuilder(sheet: sheet), limits: limits)
    #expect(try book.sheets[0].overview().mergedRanges.count == 9)
    limits.listItems = 8
    let strict = try Workbook.made(WorkbookBuilder(sheet: sheet), limits: limits)
    // Who reads rows alone needs none of them.
    #expect(try strict.sheets[0].rows().readRow() == nil)
    let error = #expect(throws: WorkbookError.self) { try strict.sheets[0].overview() }
    #expect(error?.code == .limitExceeded)
    #expect(
      error?.description == "book.xlsx: Sheet1: there are more than 8 ranges and rules, "
        + "the limit ReadLimits.listItems")
  }

  @Test func countsTheFormulasOfRules() throws {
    let formula = String(repeating: "x", count: 40_000)
    let rule = "<dataValidation sqref=\"A1\"><formula1>\(formula)</formula1></dataValidation>"
    let sheet = WorkbookBuilder.worksheet(
      rows: "",
      after: "<dataValidations>\(String(repeating: rule, count: 3))</dataValidations>")
    var limits = ReadLimits()
    // The kind, `none`, counts too.
    limits.partBytes = 3 * 40_004
    let book = try Workbook.made(WorkbookBuilder(sheet: sheet), limits: limits)
    #expect(try book.sheets[0].overview().validations.count == 3)
    limits.partBytes -= 1
    let strict = try Workbook.made(WorkbookBuilder(sheet: sheet), limits: limits)
    let error = #expect(throws: WorkbookError.self) { try strict.sheets[0].overview() }
    #expect(error?.code == .limitExceeded)
    #expect(
      error?.description == "book.xlsx: Sheet1: the formulas of the rules take more than 120011 "
        + "bytes, the limit ReadLimits.partBytes")
  }

  @Test func namesTheLimitOfFormats() throws {
    var builder = WorkbookBuilder(rows: "")
    builder.styles = "<cellXfs>\(String(repeating: "<xf/>", count: 9))</cellXfs>"
    var limits = ReadLimits()
    limits.listItems = 8
    let book = try Workbook.made(builder, limits: limits)
    let error = #expect(throws: WorkbookError.self) { try book.sheets[0].styles() }
    #expect(error?.code == .limitExceeded)
  }

  @Test(
    "tells cell and byte of a fault in a formula or text",
    arguments: [
      "<c r=\"B7\"><f>1&amp;&bogus;</f><v>1</v></c>", "<c r=\"B7\"><f >&bogus;</f><v>1</v></c>",
      "<c r=\"B7\" t=\"str\"><v>ab&bogus;</v></c>",
    ])
  func places(cell: String) throws {
    let part = WorkbookBuilder.worksheet(
      rows: "<row r=\"7\"><c r=\"A7\"><v>1</v></c>\(cell)</row>")
    let fault = try #require(part.firstRange(of: "&bogus;"))
    let at = part.utf8.distance(from: part.startIndex, to: fault.lowerBound)
    let book = try Workbook.made(WorkbookBuilder(sheet: part))
    for way in [SheetReading.Way.fast, .slow] {
      #expect(
        SheetReading(book.sheets[0], way).error
          == "book.xlsx: Sheet1!B7: byte \(at): an entity other than lt, gt, amp, quot and apos is used"
      )
    }
  }

  @Test(
    "takes a stated size past all bounds without a trap", arguments: [Int.max, -1, -64, 1 << 62])
  func lyingSize(size: Int) throws {
    var zip = WorkbookBuilder(rows: WorkbookPackageTests.row).zip()
    WorkbookPackageTests.change("xl/worksheets/sheet1.xml", in: &zip) { entry in
      entry.hasZip64 = true
      entry.hasDataDescriptor = true
      entry.central = { header in
        header.extra.replaceSubrange(
          4..<12, with: ZipBuilder.Entry.zip64Field([size]).dropFirst(4))
      }
    }
    let book = try Workbook.open(bytes: zip.bytes(), name: "book.xlsx")
    let reading = SheetReading(book.sheets[0], .fast)
    #expect(
      reading.error?.hasPrefix(
        "book.xlsx: Sheet1!A1: entry 'xl/worksheets/sheet1.xml': it holds ") == true)
    #expect(SheetReading(book.sheets[0], .slow) == reading)
  }
}
