import DelimitedText
import SpreadsheetML
import TestSupport
import Testing

@testable import TableConversion

/// A sheet of these `row` elements as CSV.
private func csv(
  rows: String, sharedItems: String? = nil, styles: String? = nil,
  values: SheetConversion.Values = .stored, inOrder: Bool = false
) throws -> String {
  var builder = WorkbookBuilder(rows: rows)
  builder.sharedItems = sharedItems
  builder.styles = styles
  let book = try Workbook.open(bytes: builder.bytes())
  var output: [UInt8] = []
  var writer = DelimitedWriter(
    ClosureByteSink { bytes in
      for index in bytes.indices { output.append(bytes[index]) }
    })
  let conversion = SheetConversion(values: values)
  if inOrder {
    try conversion.convertInOrder(book.sheets[0], to: &writer)
  } else if try conversion.convert(book.sheets[0], to: &writer) == .rowsOutOfOrder {
    return "rows out of order"
  }
  _ = try writer.finish()
  return String(decoding: output, as: UTF8.self)
}

@Suite("A sheet as delimited text")
struct SheetConversionTests {
  @Test(
    "A number is the shortest decimal that reads back the same",
    arguments: [
      ("0.31", "0.31"), ("12", "12"), ("-7", "-7"), ("1.50", "1.5"), ("1.0", "1"), ("007", "7"),
      ("9285.879999999999", "9285.88"), ("0.30000000000000004", "0.30000000000000004"),
      ("9285.8799999999992", "9285.88"), ("1E+300", "1e+300"), ("1e300", "1e+300"),
      ("0.0001", "0.0001"), ("0.00001", "1e-05"), ("1E-5", "1e-05"),
      ("123456789012345", "123456789012345"),
      ("1234567890123456789", "1.2345678901234568e+18"), ("-0", "-0"), ("+5", "5"),
      ("4.9406564584124654E-324", "5e-324"), ("1.7976931348623157E308", "1.7976931348623157e+308"),
    ])
  func printsNumbers(stored: String, printed: String) throws {
    #expect(
      try csv(rows: #"<row r="1"><c r="A1"><v>\#(stored)</v></c></row>"#) == printed + "\n")
  }

  @Test func keepsRowsAndColumnsInTheirPlaces() throws {
    let rows = #"""
      <row r="2"><c r="C2"><v>1</v></c><c r="D2"/></row><row r="3"/>
      <row r="5"><c r="A5"><v>2</v></c></row><row r="9"><c r="B9"/></row>
      """#
    #expect(try csv(rows: rows) == "\n,,1\n\n\n2\n")
  }

  @Test func writesTextsWithQuotesOnlyWhereNeeded() throws {
    let rows = #"""
      <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>
      <c r="C1" t="inlineStr"><is><t>a &amp; b</t></is></c><c r="D1" t="str"><v>_x000D_x</v></c></row>
      """#
    let items = "<si><t>plain, no</t></si><si><t>été \"1\"</t></si>"
    #expect(
      try csv(rows: rows, sharedItems: items) == "\"plain, no\",\"été \"\"1\"\"\",a & b,\"\rx\"\n")
  }

  @Test func writesTruthValuesAndErrorsAsTheirWords() throws {
    let rows = #"""
      <row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c>
      <c r="C1" t="e"><v>#N/A</v></c><c r="D1" t="d"><v>2024-01-31T00:00:00</v></c></row>
      """#
    #expect(try csv(rows: rows) == "TRUE,FALSE,#N/A,2024-01-31\n")
  }

  @Test func writesDatesAndTimesInISO8601() throws {
    let styles = #"""
      <numFmts count="1"><numFmt numFmtId="164" formatCode="[h]:mm"/></numFmts>
      <cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="164"/></cellXfs>
      """#
    let rows = #"""
      <row r="1"><c r="A1" s="1"><v>45322</v></c><c r="B1" s="2"><v>45322.5</v></c>
      <c r="C1" s="3"><v>1.510416666666667</v></c><c r="D1" s="1"><v>-3</v></c></row>
      """#
    #expect(
      try csv(rows: rows, styles: styles) == "2024-01-31,2024-01-31T12:00:00,36:15:00,-3\n")
  }

  @Test func writesWhatExcelShowsWhenAsked() throws {
    let styles = #"""
      <numFmts count="1"><numFmt numFmtId="164" formatCode="000"/></numFmts>
      <cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="164"/></cellXfs>
      """#
    let rows = #"""
      <row r="1"><c r="A1" s="1"><v>0.31</v></c><c r="B1" s="2"><v>7</v></c><c r="C1"><v>1234.5</v></c></row>
      """#
    #expect(try csv(rows: rows, styles: styles, values: .shown(.en)) == "31%,007,1234.5\n")
    #expect(try csv(rows: rows, styles: styles, values: .shown(.fr)) == "31%,007,\"1234,5\"\n")
  }

  @Test func saysWhenRowsAreOutOfOrderAndWritesThemInOrderOnASecondTry() throws {
    let rows = #"""
      <row r="3"><c r="A3"><v>3</v></c></row><row r="1"><c r="B1"><v>1</v></c></row>
      """#
    #expect(try csv(rows: rows) == "rows out of order")
    #expect(try csv(rows: rows, inOrder: true) == ",1\n\n3\n")
  }

  @Test func anEmptySheetGivesNothing() throws {
    #expect(try csv(rows: "") == "")
    #expect(try csv(rows: #"<row r="4"><c r="A4" s="0"/></row>"#) == "")
  }

  @Test(
    "A value that contradicts its type is told with its cell",
    arguments: [
      (#"<c r="B1"><v>x12</v></c>"#, "Sheet1!B1: 'x12' is not a number; the file is damaged"),
      (
        #"<c r="C1" t="s"><v>5</v></c>"#,
        "Sheet1!C1: the text index 5 is not one of the 0 shared texts; the file is damaged"
      ),
      (
        #"<c r="D1" t="b"><v>7</v></c>"#, "Sheet1!D1: '7' is not a truth value; the file is damaged"
      ),
    ])
  func tellsTheCell(cell: String, sentence: String) {
    let error = #expect(throws: WorkbookError.self) { try csv(rows: #"<row r="1">\#(cell)</row>"#) }
    #expect(error.map { "\($0)" } == "-: " + sentence)
  }
}
