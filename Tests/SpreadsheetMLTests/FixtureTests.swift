import TestSupport
import Testing

@testable import SpreadsheetML

/// Every file of `Tests/Fixtures` and what must come of it.
@Suite("Fixtures")
struct FixtureTests {
  /// What the first sheet says, or the error without the file's name.
  static let files: KeyValuePairs<String, String> = [
    "odd/alternate-content-in-rows.xlsx": "1: A=1 B=2",
    "odd/bytes-before-the-archive.xlsx": "1: A=5 B=\"x\"",
    "odd/bytes-behind-the-archive.xlsx": "1: A=5 B=\"x\"",
    "odd/cells-out-of-column-order.xlsx": "2: A=1 C=3; 1: B=2",
    "odd/escapes-and-surrogates.xlsx": "1: A=\"A\r\" B=\"_x0041_\" C=\"😀\"",
    "odd/names-in-other-case.xlsx": "1: A=5 B=\"x\"",
    "odd/namespace-prefix.xlsx": "1: A=5 B=\"x\"",
    "odd/no-addresses.xlsx": "1: A=1 B=\"two\"; 2: A=- B=4",
    "odd/parts-with-odd-names.xlsx": "1: A=5 B=\"x\"",
    "odd/phonetic-guides.xlsx": "1: A=\"課\"",
    "odd/shared-formula-and-array.xlsx":
      "1: A=2 <- B1*2 (shared 0 A1:A2); 2: A=4 <-  (shared 0) C=1 <- {1,2} (array C2:D2)",
    "odd/sheet-in-iso-8859-1.xlsx": "1: A=\"é\"",
    "odd/sheet-in-utf-16.xlsx": "1: A=\"é€😀\"",
    "odd/stored-not-deflated.xlsx": "1: A=5 B=\"x\"",
    "odd/strict-namespaces.xlsx": "1: A=5 B=\"x\"",
    "hostile/blanks-that-pack-well.xlsx": "1: A=\"x\"",
    "hostile/column-past-the-last.xlsx":
      "Sheet1: the address 'XFE1' in row 1 is not a cell of a sheet (A1 to XFD1048576); the file is damaged",
    "hostile/counts-that-promise-more.xlsx": "1: A=\"x\"",
    "hostile/cut-short.xlsx": "no zip end record was found; the file is cut short or not an .xlsx",
    "hostile/document-type.xlsx":
      "Sheet1: byte 0: a document type declaration (DOCTYPE) is not allowed in a workbook",
    "hostile/document-type-in-workbook-part.xlsx":
      "xl/workbook.xml: 1:20: a document type declaration (DOCTYPE) is not allowed in a workbook",
    "hostile/elements-nested-too-deep.xlsx":
      "Sheet1!A1: byte 860: elements nest deeper than 256, the limit ReadLimits.depth",
    "hostile/empty-merge-reference.xlsx": "1: A=\"x\"",
    "hostile/encrypted-entry.xlsx":
      "entry 'xl/sharedStrings.xml': it is encrypted; save the workbook without a password",
    "hostile/hidden-columns-past-the-last.xlsx": "1: A=\"x\"",
    "hostile/name-that-climbs-out.xlsx":
      "entry '../../etc/evil': the name climbs out of the package; the file is not sound",
    "hostile/negative-style-index.xlsx": "1: A=1",
    "hostile/overlapping-entries.xlsx":
      "entry '[Content_Types].xml': its bytes overlap those of another entry; the file is not sound",
    "hostile/row-past-the-last.xlsx":
      "Sheet1: the address 'row 1048577' is not a cell of a sheet (A1 to XFD1048576); "
      + "the file is damaged",
    "hostile/shared-text-index-negative.xlsx":
      "Sheet1!A1: the text index -1 is not one of the 1 shared texts; the file is damaged",
    "hostile/shared-text-index-past-int64.xlsx":
      "Sheet1!A1: the text index 9223372036854775808 is not one of the 1 shared texts; "
      + "the file is damaged",
    "hostile/shared-text-index-past-the-end.xlsx":
      "Sheet1!A1: the text index 1 is not one of the 1 shared texts; the file is damaged",
    "hostile/unknown-method.xlsx":
      "entry 'xl/sharedStrings.xml': its compression method 99 is not supported; "
      + "only stored (0) and deflate (8) are",
    "hostile/wrong-checksum.xlsx":
      "entry 'xl/sharedStrings.xml': its bytes do not match their checksum; the file is damaged",
    "hostile/zip64-sheet-of-7fffffffffffffff-bytes.xlsx":
      "entry 'xl/worksheets/sheet1.xml': it holds 167 bytes, not the 9223372036854775807 "
      + "its directory states",
    "hostile/zip64-sheet-of-ffffffffffffffff-bytes.xlsx":
      "entry 'xl/worksheets/sheet1.xml': it holds 167 bytes, not the 18446744073709551615 "
      + "its directory states",
    "hostile/zip64-strings-of-7fffffffffffffff-bytes.xlsx":
      "entry 'xl/sharedStrings.xml': it holds 138 bytes, not the 9223372036854775807 "
      + "its directory states",
    "hostile/zip64-strings-of-ffffffffffffffff-bytes.xlsx":
      "entry 'xl/sharedStrings.xml': it holds 138 bytes, not the 18446744073709551615 "
      + "its directory states",
  ]

  @Test("says of the file", arguments: zip(files.map(\.key), files.map(\.value)))
  func says(name: String, text: String) throws {
    let bytes = try Fixture.bytes(name)
    let told: String
    do {
      let sheet = try Workbook.open(bytes: bytes, name: "book").sheets[0]
      told = try expectAgreement(sheet, includesReference: !name.hasPrefix("hostile/")).description
    } catch {
      told = "\(error)"
    }
    #expect(told.hasPrefix("book: ") ? told.hasSuffix(": \(text)") : told == text, "\(told)")
    // From the disk all is the same.
    let path = Fixture.path(name)
    let reading = WholeReading(bytes)
    let error = Result { try Workbook.open(path).sheets.map { SheetReading($0, .fast).rows } }
    if case .success(let rows) = error {
      #expect(rows == reading.sheets.map(\.rows))
    } else {
      #expect(reading.error != nil)
    }
  }

  @Test func everyFileIsInTheReadme() throws {
    let readme = String(decoding: try Fixture.bytes("README.md"), as: UTF8.self)
    var listed = Set<String>()
    var folder = ""
    for line in readme.split(separator: "\n") {
      if line.hasPrefix("## ") { folder = String(line.dropFirst(3)) }
      if line.hasPrefix("| `") { listed.insert("\(folder)/\(line.split(separator: "`")[1])") }
    }
    let tested = Set(Self.files.map(\.key)).union([
      "made-by-openpyxl/kpi-list.xlsx", "made-by-openpyxl/days-since-1904.xlsx",
    ])
    #expect(listed == tested)
  }
}

@Suite("Workbooks made by openpyxl")
struct MadeByOpenpyxlTests {
  static func book(_ name: String) throws -> Workbook {
    try Workbook.open(Fixture.path("made-by-openpyxl/\(name)"))
  }

  @Test func readsAListOfMeasures() throws {
    let book = try Self.book("kpi-list.xlsx")
    #expect(book.sheets.map(\.name) == ["Sales & Care", "Hidden", "Very hidden", "Chart"])
    #expect(book.sheets.map(\.visibility) == [.visible, .hidden, .veryHidden, .visible])
    #expect(book.sheets[3].kind == .chartsheet)
    #expect(book.definedNames.map(\.name) == ["Rate"])
    #expect(book.definedNames.map(\.formula) == ["'Sales & Care'!$B$2"])
    for sheet in book.sheets.prefix(3) { #expect(try expectAgreement(sheet).error == nil) }

    let sheet = book.sheets[0]
    let cells = try sheet.cells()
    #expect(cells.usedRange == CellRange("A1:F6"))
    #expect(cells["A3"] == .text("Café – NPS"))
    #expect(cells["B3"] == .number(-12.5))
    #expect(cells["C3"] == .number(1.0 / 3.0))
    #expect(cells["D2"] == .number(45_322))
    #expect(cells["D3"] == .number(45_351.520_833_333_34))
    #expect(cells["D4"] == .number(0.25))
    #expect(cells["E2"] == .boolean(true))
    #expect(cells["F2"] == .text("a < b & c"))
    #expect(cells["F3"] == .text(" spaces "))
    #expect(cells["F4"] == .text("line\nbreak"))
    #expect(cells["B4"] == .blank)
    let total = try #require(CellReference("B4"))
    let formula = cells.cell(total)?.formula
    #expect(formula == CellFormula(text: "SUM(B2:B3)", kind: .normal))
    #expect(cells.row(3)?.isHidden == true)
    #expect(cells.hiddenColumns == [6...6])
    #expect(cells.mergedRanges == [CellRange("A6:C6")])
    #expect(cells.validations.map(\.formula1) == ["\"yes,no\""])
    #expect(try sheet.tables().map(\.displayName) == ["Measures"])
    #expect(
      try sheet.tables()[0].columns == ["Measure", "Target", "Share", "Since", "Active", "Note"])
    #expect(try sheet.comments().map(\.text) == ["Why 85 %?"])
    #expect(try book.sheets[1].cells()["XFD1048576"] == .text("last"))

    let styles = try book.styles()
    let header = try #require(cells.row(1)?.cell(column: 1))
    let look = styles.appearance(header.style)
    #expect(look.isBold && look.fontSize == 12 && look.fillColor == "DDEEFF")
    #expect(look.isWrapped && look.horizontalAlignment == "center")
    let target = try #require(cells.row(2)?.cell(column: 2))
    #expect(styles.numberFormat(target.style).code == "0.0%")
    #expect(!styles.appearance(target.style).isLocked)
  }

  @Test func knowsDaysSince1904() throws {
    let book = try Self.book("days-since-1904.xlsx")
    #expect(book.dateSystem == .since1904)
    #expect(try book.sheets[0].cells()["A1"] == .number(43_860))
  }
}
