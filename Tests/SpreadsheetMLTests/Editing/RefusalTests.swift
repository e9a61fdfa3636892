import TestSupport
import Testing
import Zip

@testable import SpreadsheetML

@Suite("Edits that are refused")
struct RefusalTests {
  static func refusal(
    _ bytes: [UInt8], _ patches: KeyValuePairs<String, CellPatch.Content>,
    permissions: EditPermissions = []
  ) -> String? {
    let error = #expect(throws: WorkbookError.self) {
      try EditedBook(bytes, patches, permissions: permissions)
    }
    return error?.description
  }

  static func sheet(after: String) -> WorkbookBuilder {
    WorkbookBuilder(
      sheet: WorkbookBuilder.worksheet(
        rows: #"<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1"><v>2</v></c></row>"#, after: after)
    )
  }

  @Test func cellsInsideMerges() throws {
    let builder = Self.sheet(after: #"<mergeCells><mergeCell ref="A1:B2"/></mergeCells>"#)
    #expect(
      Self.refusal(builder.bytes(), ["B1": .value(.number(5))])
        == "book.xlsx: Sheet1!B1: the cell is inside the merged cells A1:B2; set A1 instead")
    #expect(try EditedBook(builder, ["A1": .value(.number(5))]).plan.changes.count == 1)
  }

  @Test func lockedCellsOfProtectedSheets() throws {
    var builder = Self.sheet(after: #"<sheetProtection sheet="1"/>"#)
    builder.styles =
      #"<cellXfs count="2"><xf/><xf applyProtection="1"><protection locked="0"/></xf></cellXfs>"#
    #expect(
      Self.refusal(builder.bytes(), ["A1": .value(.number(5))])
        == "book.xlsx: Sheet1!A1: the sheet is protected and the cell is locked; "
        + "unprotect the sheet, or use force")
    #expect(try EditedBook(builder, ["B1": .value(.number(5))]).plan.changes.count == 1)
    let forced = try EditedBook(
      builder, ["A1": .value(.number(5))], permissions: .protectedSheets)
    #expect(
      try forced.text("xl/worksheets/sheet1.xml")?.range(of: "<sheetProtection sheet=\"1\"/>")
        != nil)
  }

  @Test(arguments: [
    (#"sqref="A1:A3 C2""#, true), (#"sqref="C2""#, false),
    (#"sqref="A1" password="83AF""#, false),
    (#"sqref="A1" algorithmName="SHA-512" hashValue="5MAN" saltValue="R0" spinCount="1""#, false),
    (#"sqref="A1" securityDescriptor="O:WDG:WDD:(A;;CC;;;S-1-5-21)""#, false),
    (
      #"sqref="A1"><securityDescriptor>O:WDG:WDD:(A;;CC;;;S-1-5-21)</securityDescriptor"#
        + "></protectedRange><protectedRange name=\"S\" sqref=\"B1\"", false
    ),
  ])
  func lockedCellsOfARangeThatIsOpenToAnybodyAreNot(range: String, isOpen: Bool) throws {
    let builder = Self.sheet(
      after: #"<sheetProtection sheet="1"/><protectedRanges><protectedRange name="R" \#(range)/>"#
        + "</protectedRanges>")
    if isOpen {
      #expect(try EditedBook(builder, ["A1": .value(.number(5))]).plan.changes.count == 1)
    } else {
      #expect(
        Self.refusal(builder.bytes(), ["A1": .value(.number(5))])?.contains("is locked") == true)
    }
  }

  @Test func newCellsAreLockedAsTheirRowOrColumnIs() throws {
    var builder = WorkbookBuilder(
      sheet: WorkbookBuilder.worksheet(
        rows: #"<row r="2" s="1" customFormat="1"/><row r="3" s="1"/>"#,
        before: #"<cols><col min="2" max="2" style="1"/></cols>"#,
        after: #"<sheetProtection sheet="1"/>"#))
    builder.styles =
      #"<cellXfs count="2"><xf/><xf applyProtection="1"><protection locked="0"/></xf></cellXfs>"#
    for open in ["B1", "A2", "B3", "B9"] {
      #expect(try EditedBook(builder, [open: .value(.number(5))]).plan.changes.count == 1)
    }
    for locked in ["A1", "A3", "C9"] {
      #expect(Self.refusal(builder.bytes(), [locked: .value(.number(5))]) != nil)
    }
  }

  @Test func aWorkbookWhoseSheetsCannotBeMovedIsStillEdited() throws {
    var builder = Self.sheet(after: "")
    builder.beforeSheets = #"<workbookProtection lockStructure="1" lockWindows="1"/>"#
    #expect(try EditedBook(builder, ["A1": .value(.number(5))]).plan.changes.count == 1)
  }

  @Test func signedWorkbooks() throws {
    var zip = Self.sheet(after: "").zip()
    zip.entries.append(ZipBuilder.Entry("_xmlsignatures/sig1.xml", "<Signature/>"))
    #expect(
      Self.refusal(zip.bytes(), ["A1": .value(.number(5))])
        == "book.xlsx: the workbook is digitally signed, and any change breaks the signature; "
        + "edit a copy without it, or use force")
    let forced = try EditedBook(
      zip.bytes(), ["A1": .value(.number(5))], permissions: .signedWorkbooks)
    #expect(try forced.text("_xmlsignatures/sig1.xml") == "<Signature/>")
  }

  @Test func cellsThatAPivotTableFills() throws {
    var zip = Self.sheet(after: "").zip()
    zip.add(
      "xl/pivotTables/p.xml",
      #"<pivotTableDefinition xmlns="\#(WorkbookBuilder.main)"><location ref="A1:C9"/>"#
        + "</pivotTableDefinition>", kind: "pivotTable", from: "xl/worksheets/sheet1.xml")
    #expect(
      Self.refusal(zip.bytes(), ["B2": .value(.number(5))])
        == "book.xlsx: Sheet1!B2: the cell is part of the pivot table in A1:C9, which is filled "
        + "from its source; change the source, or use force")
    #expect(
      try EditedBook(zip.bytes(), ["B2": .value(.number(5))], permissions: .all).plan.changes.count
        == 1)
  }

  @Test func cellsKeptInSeveralForms() {
    let part = """
      <worksheet xmlns="\(WorkbookBuilder.main)" xmlns:mc="\
      http://schemas.openxmlformats.org/markup-compatibility/2006"><sheetData><mc:AlternateContent>\
      <mc:Fallback><row r="1"><c r="A1"><v>1</v></c></row></mc:Fallback></mc:AlternateContent>\
      </sheetData></worksheet>
      """
    #expect(
      Self.refusal(WorkbookBuilder(sheet: part).bytes(), ["A1": .value(.number(5))])
        == "book.xlsx: Sheet1!A1: the cell is stored in more than one form (mc:AlternateContent); "
        + "edit it in Excel")
  }

  @Test func sheetsWithoutCellsAndSheetsThatAreNotThere() {
    var builder = Self.sheet(after: "")
    builder.sheets[0].kind = "chartsheet"
    #expect(
      Self.refusal(builder.bytes(), ["A1": .value(.number(5))])
        == "book.xlsx: Sheet1: this is a chart sheet, which has no cells")
    #expect(
      Self.refusal(Self.sheet(after: "").bytes(), ["Other!A1": .value(.number(5))])
        == "book.xlsx: there is no sheet 'Other'; there are Sheet1")
  }

  @Test func cellsSetTwice() {
    #expect(
      Self.refusal(
        Self.sheet(after: "").bytes(), ["A1": .value(.number(5)), "sheet1!A1": .value(.number(6))])
        == "book.xlsx: Sheet1!A1: the cell is set twice; set it once")
  }

  @Test func partsThatAreThereTwice() {
    var zip = Self.sheet(after: "").zip()
    zip.entries.append(ZipBuilder.Entry("XL/worksheets/sheet1.xml", ""))
    #expect(
      Self.refusal(zip.bytes(), ["A1": .value(.number(5))])
        == "book.xlsx: xl/worksheets/sheet1.xml: the package holds the part twice, in names that "
        + "differ by case only; save the workbook again")
  }

  @Test(
    "what no cell can hold",
    arguments: [
      (CellPatch.Content.value(.number(.infinity)), "the number inf is not finite"),
      (.value(.text(String(repeating: "x", count: 32_768))), "has 32768 characters"),
      (.formula(""), "the formula is empty"),
      (.formula("A\u{1}"), "the formula holds a control character"),
      (.value(.isoDate("2024-13-01")), "'2024-13-01' is not an ISO date"),
    ])
  func contents(content: CellPatch.Content, words: String) {
    let sentence = Self.refusal(Self.sheet(after: "").bytes(), ["A1": content])
    #expect(sentence?.hasPrefix("book.xlsx: Sheet1!A1: ") == true)
    #expect(sentence?.range(of: words) != nil)
  }

  @Test func sharedFormulasThatCannotBeHandedOn() {
    // The reference of the second cell would lie above row 1.
    let rows =
      #"<row r="2"><c r="B2"><f t="shared" ref="A2:B3" si="0">A1</f></c></row>"#
      + #"<row r="3"><c r="A3"><f t="shared" si="0"/></c></row>"#
    #expect(
      Self.refusal(WorkbookBuilder(rows: rows).bytes(), ["B2": .value(.number(1))])
        == "book.xlsx: Sheet1!B2: the cell holds the formula 'A1' for other cells too, and it "
        + "cannot be handed on; edit it in Excel")
  }
}
