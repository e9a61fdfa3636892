import DelimitedText
import SpreadsheetML
import Testing

@testable import TableConversion

/// A field, as a cell below a heading that says nothing.
private func cell(
  _ field: String, _ locale: FormatLocale? = nil
) throws -> (value: CellValue, format: String) {
  try Converted("\"\(field)\"\n") {
    $0.locale = locale
    $0.hasHeader = false
  }.cell("A1")
}

@Suite("Delimited text as a workbook")
struct WorkbookConversionTests {
  @Test(
    "Fields that lose nothing become values",
    arguments: [
      ("0", .number(0), "General"), ("-12", .number(-12), "General"),
      ("123456789012345", .number(123_456_789_012_345), "General"),
      ("1.5", .number(1.5), "General"),
      ("1.50", .number(1.5), "0.00"), ("10.00", .number(10), "0.00"), ("0.0", .number(0), "0.0"),
      (".5", .number(0.5), ".0"),
      (".0", .number(0), ".0"), (".00", .number(0), ".00"), ("-.25", .number(-0.25), ".00"),
      ("0.7606404107826931", .number(0.7606404107826931), "General"),
      ("0.30000000000000004", .number(0.1 + 0.2), "General"),
      ("0.00001", .number(0.00001), "0.00000"), ("1.5e-7", .number(1.5e-7), "General"),
      ("1e+300", .number(1e300), "General"),
      ("1.7976931348623157e+308", .number(.greatestFiniteMagnitude), "General"),
      ("TRUE", .boolean(true), "General"), ("FALSE", .boolean(false), "General"),
      ("2024-01-31", .number(45_322), #"yyyy\-mm\-dd"#),
      ("1900-03-01", .number(61), #"yyyy\-mm\-dd"#),
      ("9999-12-31", .number(2_958_465), #"yyyy\-mm\-dd"#),
      ("2024-01-31T12:00:00", .number(45_322.5), #"yyyy\-mm\-dd"T"hh:mm:ss"#),
      ("2024-01-31 06:00", .number(45_322.25), #"yyyy\-mm\-dd\ hh:mm"#),
      ("12:00", .number(0.5), "hh:mm"), ("18:00:00", .number(0.75), "hh:mm:ss"),
      ("00:00:00.500", .number(0.5 / 86_400), "hh:mm:ss.000"),
    ] as [(String, CellValue, String)])
  func findsValues(field: String, value: CellValue, format: String) throws {
    let cell = try cell(field)
    #expect(cell.value == value)
    #expect(cell.format == format)
  }

  @Test(
    "Fields that would lose something stay text",
    arguments: [
      "007", "+33123", "1234567890123456", "1E5", "12e3", "0.1000000000000000055511151231257827",
      "0.12345678901234567890", "1e400", "1e-400", "-0", "-0.0", "=SUM(A1)", "@cmd", "+1+1", "-1+1",
      "2024-02-30", "1900-02-28", "1899-12-31", "10000-01-01", "2024-13-01", "24:00", "12:60",
      "12:00:60", "2024-01-31T24:00", "true", "1,234", "1 234", "12 %", " 12", "12 ", "#N/A",
      "  blanks  ", "_x0041_", "a\nb", "a\rb", "\u{1}", "𝄞", "9007199254740993",
      "0.0000000000000000000000000000000001",
    ])
  func keepsTexts(field: String) throws {
    #expect(try cell(field).value == .text(field))
    #expect(try Converted("\"\(field)\"\n") { $0.hasHeader = false }.csv().contains(field))
  }

  @Test(
    "Values in the manner of a language",
    arguments: [
      ("1,50", .fr, .number(1.5), "0.00"), (",5", .fr, .number(0.5), ".0"),
      ("1.5", .fr, .text("1.5"), "General"),
      ("31/01/2024", .fr, .number(45_322), #"dd\/mm\/yyyy"#),
      ("31.01.2024", .de, .number(45_322), #"dd\.mm\.yyyy"#),
      ("31/01/2024 12:00", .it, .number(45_322.5), #"dd\/mm\/yyyy\ hh:mm"#),
      ("31/13/2024", .fr, .text("31/13/2024"), "General"),
      ("FAUX", .fr, .boolean(false), "General"),
      ("WAHR", .de, .boolean(true), "General"),
      ("1.234,50", .de, .number(1234.5), "#,##0.00"), ("1.234", .de, .number(1234), "#,##0"),
      ("-1,234,567", .en, .number(-1_234_567), "#,##0"),
      ("1 234,5", .fr, .number(1234.5), "#,##0.0"),
      ("12,5 %", .de, .number(0.125), #"0.0\ %"#), ("12,50%", .de, .number(0.125), "0.00%"),
      ("7%", .en, .number(0.07), "0%"), ("0,001 %", .it, .number(0.00001), #"0.000\ %"#),
      ("0%", .de, .number(0), "0%"), ("-0,5 %", .de, .number(-0.005), #"0.0\ %"#),
      ("1.234,5 %", .de, .number(12.345), #"#,##0.0\ %"#), ("-0%", .de, .text("-0%"), "General"),
      ("1.234.567.890.123.456.789", .de, .text("1.234.567.890.123.456.789"), "General"),
    ] as [(String, FormatLocale, CellValue, String)])
  func findsValuesOfLanguages(
    field: String, locale: FormatLocale, value: CellValue, format: String
  ) throws {
    let cell = try cell(field, locale)
    #expect(cell.value == value)
    #expect(cell.format == format)
  }

  @Test func showsNumbersAsTheTextHadThem() throws {
    let text = "a,b,c\n1.50,.5,0.00001\n10.00,2024-01-31 12:30,12:30\n"
    #expect(try Converted(text).csv(.shown(.en)) == text)
  }

  @Test func writesAHeaderThatStandsOut() throws {
    let converted = try Converted("name,count\nalpha,1\nbeta,2\n")
    #expect(converted.report.assumptions.contains { $0.hasPrefix("header: yes") })
    let style = try #require(
      try converted.book.sheets[0].rows().readRow()?.cell(column: 1)?.style)
    #expect(try converted.book.styles().appearance(style).isBold)
    #expect(try converted.value("B2") == .number(1))
    let names = converted.book.definedNames
    #expect(names.first { $0.name == "_xlnm._FilterDatabase" }?.formula == "Sheet1!$A$1:$B$3")
    #expect(names.first { $0.name == "_xlnm.Print_Titles" }?.formula == "Sheet1!$1:$1")
  }

  @Test func leavesAHeadersFieldsText() throws {
    let converted = try Converted("2023,2024\n1,2\n3,4\n") { $0.hasHeader = true }
    #expect(try converted.value("A1") == .text("2023"))
    #expect(try converted.value("A2") == .number(1))
  }

  @Test func takesTheFirstRecordForDataIfSaidSo() throws {
    let converted = try Converted("name,count\nalpha,1\n") { $0.hasHeader = false }
    let style = try #require(
      try converted.book.sheets[0].rows().readRow()?.cell(column: 1)?.style)
    #expect(style == StyleIndex(0))
    #expect(converted.book.definedNames.isEmpty)
  }

  @Test func keepsAColumnOfCodesTextAsAWhole() throws {
    let converted = try Converted("zip,n\n01234,1\n75001,2\n98000,3\n")
    #expect(try converted.value("A3") == .text("75001"))
    #expect(try converted.value("B3") == .number(2))
    #expect(
      converted.report.assumptions.contains(
        "column A 'zip': text, since 01234 would be another thing as a number"))
  }

  @Test func keepsCodesOfLettersAndDigitsTogether() throws {
    let converted = try Converted("size\n12\n13\n13A\n14\n")
    #expect(try converted.value("A2") == .text("12"))
    #expect(
      converted.report.assumptions.contains(
        "column A 'size': text, since it holds codes of letters and digits"))
  }

  @Test func keepsNumbersAmongWords() throws {
    let converted = try Converted("target\n12\nn/a\n14.5\n-\n")
    #expect(try converted.value("A2") == .number(12))
    #expect(try converted.value("A3") == .text("n/a"))
    #expect(try converted.value("A4") == .number(14.5))
  }

  @Test func losesNothingWhenTheRestIsNotLikeTheSample() throws {
    var text = "n,code\n"
    for number in 1...40_000 { text += "\(number % 1000),x\n" }
    text += "007,12\n12345678901234567890,1E5\n1.50,\n"
    let converted = try Converted(text)
    #expect(try converted.value("A40001") == .number(0))
    #expect(try converted.value("A40002") == .text("007"))
    #expect(try converted.value("A40003") == .text("12345678901234567890"))
    #expect(try converted.value("A40004") == .number(1.5))
    #expect(try converted.value("B40002") == .number(12))
    #expect(try converted.value("B40003") == .text("1E5"))
    // It is told, so that the text can be converted again.
    let late = converted.report.lateCodes
    #expect(late.map(\.description) == ["A 'n'", "B 'code'"])
    #expect(late.map(\.text) == ["007", "1E5"])
    #expect(late.map(\.line) == [40_002, 40_003])
  }

  @Test func makesTextOfAColumnWhoseCodesCameLate() throws {
    var text = "n,code,even\n"
    for number in 1...30_000 { text += "\(number),\(number % 90 + 10),1.5\n" }
    text += "30001,007,1234567890123456\n"
    let first = try Converted(text).report.lateCodes
    #expect(first.map(\.column) == [2])
    let again = try Converted(text) { $0.lateCodes = first }
    #expect(try again.value("A2") == .number(1))
    #expect(try again.value("B2") == .text("11"))
    #expect(try again.value("C2") == .number(1.5))
    #expect(again.report.lateCodes.isEmpty)
    #expect(
      again.report.assumptions.contains(
        "column B 'code': text, since 007 on line 30002 would be another thing as a number"))
    #expect(try again.csv() == text)
  }

  @Test(
    "Among decimals a long number or 1E5 is a number that stays text by itself",
    arguments: ["1234567890123456", "1E5"])
  func keepsDecimalsNumbers(field: String) throws {
    let converted = try Converted("price\n1.5\n\(field)\n2\n")
    #expect(try converted.value("A2") == .number(1.5))
    #expect(try converted.value("A3") == .text(field))
    #expect(try converted.value("A4") == .number(2))
    #expect(try Converted("id\n15\n\(field)\n2\n").value("A2") == .text("15"))
    #expect(try Converted("day\n1.5\n01.20\n2\n").value("A2") == .text("1.5"))
  }

  @Test func keepsZeroWithASignTextByItself() throws {
    let converted = try Converted("change\n5\n-0\n-7\n")
    #expect(try converted.value("A2") == .number(5))
    #expect(try converted.value("A3") == .text("-0"))
  }

  @Test func showsAColumnOfEvenDecimalsEvenly() throws {
    let converted = try Converted("price\n1.25\n2.50\n3.75\n")
    #expect(try converted.cell("A2").format == "0.00")
    #expect(try converted.cell("A4").format == "0.00")
    let uneven = try Converted("price\n1.25\n2.5\n3\n")
    #expect(try uneven.cell("A2").format == "General")
  }

  @Test func breaksTheLinesOfTextsThatHaveSome() throws {
    let converted = try Converted("name,note\na,\"one\ntwo\"\nb,c\n")
    let rows = try converted.book.sheets[0].rows()
    _ = try rows.readRow()
    let row = try #require(try rows.readRow())
    #expect(row.cell(column: 1)?.style == .plain)
    let style = try #require(row.cell(column: 2)?.style)
    #expect(try converted.book.styles().appearance(style).isWrapped)
    // All of the column looks alike.
    #expect(try rows.readRow()?.cell(column: 2)?.style == style)
    #expect(try converted.csv() == "name,note\na,\"one\ntwo\"\nb,c\n")
  }

  @Test func keepsNamedColumnsText() throws {
    let text = "id,zip code,n\n1,2,3\n"
    let byName = try Converted(text) { $0.textColumns = ["ZIP code", "C", "1"] }
    #expect(try byName.value("A2") == .text("1"))
    #expect(try byName.value("B2") == .text("2"))
    #expect(try byName.value("C2") == .text("3"))
    #expect(
      refusal(text) { $0.textColumns = ["zip"] } != "",
      "ZIP is a column of a sheet, but far behind the last of the text")
    #expect(
      refusal(text) { $0.textColumns = ["no such"] }
        == "there is no column 'no such'; there are 'id', 'zip code', 'n'")
  }

  @Test func findsNoValuesIfSaidSo() throws {
    let converted = try Converted("a,b\n1,2024-01-31\nTRUE,1.5\n") { $0.findsValues = false }
    #expect(try converted.value("A2") == .text("1"))
    #expect(try converted.value("B2") == .text("2024-01-31"))
    #expect(try converted.value("A3") == .text("TRUE"))
  }

  @Test func keepsBlankLinesAndRaggedRecordsInTheirPlaces() throws {
    let converted = try Converted("a,b\n1\n\n,2,3\n,,\n")
    #expect(try converted.value("A2") == .number(1))
    #expect(try converted.value("A3") == .blank)
    #expect(try converted.value("B4") == .number(2))
    #expect(try converted.value("C4") == .number(3))
    #expect(try converted.csv() == "a,b\n1\n\n,2,3\n")
  }

  @Test("Texts without records make an empty sheet", arguments: ["", "\u{FEFF}", "\n", "sep=;\n"])
  func makesAnEmptySheet(text: String) throws {
    let converted = try Converted(text)
    #expect(converted.book.sheets.count == 1)
    #expect(try converted.csv() == "")
  }

  @Test func readsAnyPieces() throws {
    var text = "id,note,price\n"
    for number in 0..<300 { text += "\(number),\"a, \"\"\(number)\"\"\nb\",\(number).50\n" }
    let whole = try Converted(text).csv()
    for chunk in [1, 7, 4096] { #expect(try Converted(text, chunk: chunk).csv() == whole) }
  }

  @Test func readsOtherEncodings() throws {
    let text = "name;price\nété;1,5\n"
    var utf16: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { utf16 += [UInt8(unit & 0xff), UInt8(unit >> 8)] }
    let converted = try Converted(bytes: utf16) { $0.locale = .fr }
    #expect(try converted.value("A2") == .text("été"))
    #expect(try converted.value("B2") == .number(1.5))
    let latin = text.unicodeScalars.map { UInt8($0.value) }
    #expect(try Converted(bytes: latin).value("A2") == .text("été"))
    #expect(
      try Converted(bytes: latin) { $0.encoding = .windows1252 }.value("A2") == .text("été"))
  }

  @Test func givesTheSameBytesAgain() throws {
    var text = "id,word\n"
    for number in 0..<20_000 { text += "\(number),w\(number % 50)\n" }
    func once() throws -> [UInt8] {
      var source = ByteArraySource(Array(text.utf8))
      return try WorkbookWriter.bytes { book in
        _ = try WorkbookConversion().convert(
          ClosureByteSource { source.read(into: &$0) }, to: book)
      }
    }
    #expect(try once() == once())
  }
}
