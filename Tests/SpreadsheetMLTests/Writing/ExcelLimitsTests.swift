import Testing

@testable import SpreadsheetML

@Suite("What Excel would refuse")
struct ExcelLimitsTests {
  @Test(
    "A sheet's name",
    arguments: [
      ("", "a sheet's name cannot be empty"),
      (
        "This name has thirty-two letters",
        "'This name has thirty-two letters': the sheet's name 'This name has thirty-two letters' has 32 "
          + "characters; the limit is 31"
      ),
      ("a/b", "'a/b': a sheet's name cannot hold '/': none of [ ] : * ? / \\ can stand in it"),
      ("'a", "'''a': the sheet's name ''a' cannot begin or end with an apostrophe"),
      ("history", "history: Excel keeps the name 'history' for itself; choose another one"),
      (
        "SHEET",
        "SHEET: another sheet is called 'SHEET'; names that differ by case only are the same"
      ),
    ])
  func refusesSheetNames(name: String, sentence: String) {
    let told = refusal { _, book in _ = try book.addSheet(name) }
    #expect(told == sentence || told == "'': " + sentence)
  }

  @Test("A name of 31 characters fits, emoji counting two")
  func countsAsExcelDoes() {
    let letters = String(repeating: "n", count: 31)
    #expect(refusal { _, book in _ = try book.addSheet(letters) } == "")
    let emoji = String(repeating: "𝄞", count: 15) + "n"
    #expect(refusal { _, book in _ = try book.addSheet(emoji) } == "")
    #expect(refusal { _, book in _ = try book.addSheet(emoji + "n") } != "")
  }

  @Test(
    "A cell",
    arguments: [
      (
        CellContent.text(String(repeating: "t", count: 32_768)),
        "Sheet!B1: the text 'tttttttttttttttttttttttttttttttttttttttt…' has 32768 characters; "
          + "a cell holds at most 32,767"
      ),
      (
        .number(.infinity),
        "Sheet!B1: the number inf is not finite; a cell cannot hold it, write an error such as #N/A"
      ),
      (.formula(""), "Sheet!B1: the formula is empty"),
      (
        .formula("=1+1"),
        "Sheet!B1: the formula '=1+1' is to be written without its equals sign"
      ),
      (
        .formula(String(repeating: "1", count: 8_193)),
        "Sheet!B1: the formula '1111111111111111111111111111111111111111…' is longer than 8,192 characters"
      ),
      (
        .link("x", to: .address(String(repeating: "a", count: 2_080))),
        "Sheet!B1: the link to 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…' is longer than 2,079 characters"
      ),
      (
        .richText([TextRun(String(repeating: "𝄞", count: 16_384))]),
        "Sheet!B1: the text '𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞…' has 32768 characters; "
          + "a cell holds at most 32,767"
      ),
    ] as [(CellContent, String)])
  func refusesCells(content: CellContent, sentence: String) {
    #expect(refusal { sheet, _ in try sheet.writeRow([1, content]) } == sentence)
  }

  @Test func takesTheLongestTextThereIs() {
    let text = String(repeating: "é", count: 32_767)
    #expect(refusal { sheet, _ in try sheet.writeRow([.text(text)]) } == "")
  }

  @Test func leavesNoHalfRowBehind() throws {
    let written = try Written { book in
      let sheet = try book.addSheet("Sheet")
      try sheet.writeRow([1])
      #expect(throws: WorkbookError.self) { try sheet.writeRow([2, .number(.nan)]) }
      try sheet.writeRow([3])
    }
    #expect(
      try written.rows()
        == #"<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>3</v></c></row>"#)
  }

  @Test func endsWithTheLastRowAndColumn() {
    #expect(
      refusal { sheet, _ in
        sheet.skipRows(1_048_575)
        try sheet.writeRow([1], from: 16_384)
        try sheet.writeRow([1])
      } == "Sheet: a sheet holds at most 1,048,576 rows; go on with another sheet")
    #expect(
      refusal { sheet, _ in try sheet.writeRow([1, 2], from: 16_384) }
        == "Sheet: column 16385 is outside the sheet; a sheet holds at most 16,384 columns")
  }

  @Test("Ranges and rules")
  func refusesRangesAndRules() {
    let long = String(repeating: "p", count: 256)
    let cases: [((SheetWriter, WorkbookWriter) throws -> Void, String)] = [
      ({ sheet, _ in try sheet.merge(range("A1")) }, "Sheet: A1 is one cell and cannot be merged"),
      (
        { sheet, _ in
          try sheet.merge(range("A1:B2"))
          try sheet.merge(range("B2:C3"))
        },
        "Sheet: the merged cells B2:C3 would overlap A1:B2, which is merged, filtered or a table "
          + "already"
      ),
      (
        { sheet, _ in
          try sheet.addInputRule(.formula("1").prompting("t", long), to: [range("A1")])
        },
        "Sheet: the text 'pppppppppppppppppppppppppppppppppppppppp…' of an input rule is longer "
          + "than 255 characters"
      ),
      (
        { sheet, _ in try sheet.addInputRule(.list([]), to: [range("A1")]) },
        "Sheet: a list to choose from needs at least one word"
      ),
      (
        { sheet, _ in
          try sheet.addConditionalFormat(.colorScale([(.least, .black)]), to: [range("A1")])
        }, "Sheet: a colour scale has two or three colours, not 1"
      ),
      (
        { sheet, _ in
          try sheet.addConditionalFormat(.icons(.fiveArrows, [.number(1)]), to: [range("A1")])
        }, "Sheet: a set of 5 icons needs 4 thresholds, not 1"
      ),
      (
        { sheet, _ in
          try sheet.addNote("a", at: cell("A1"))
          try sheet.addNote("b", at: cell("A1"))
        }, "Sheet!A1: the cell has a note already"
      ),
      (
        { _, book in try book.define("A1", as: "1") },
        "'A1' cannot be a name: it needs letters, digits, underscores or points, no digit first, "
          + "at most 255 characters, and must not look like a cell's address"
      ),
      (
        { _, book in
          try book.define("Rate", as: "1")
          try book.define("RATE", as: "2")
        }, "the name 'RATE' is taken by another table or range"
      ),
      (
        { sheet, _ in try sheet.writeRow([1], RowLayout(height: 410)) },
        "Sheet: a row of 410.0 points is too high; the limit is 409.5"
      ),
      (
        { _, book in
          var layout = SheetLayout()
          layout.columns = [.width(256)]
          _ = try book.addSheet("Wide", layout)
        }, "Wide: a column of 256.0 characters is too wide; the limit is 255"
      ),
      (
        { _, book in
          var layout = SheetLayout()
          layout.print.header = PageText(left: long)
          _ = try book.addSheet("Header", layout)
        },
        "Header: the header or footer '&Lpppppppppppppppppppppppppppppppppppppp…' is longer than 255 "
          + "characters with its codes"
      ),
    ]
    for (body, sentence) in cases { #expect(refusal(body) == sentence) }
  }

  @Test("Addresses that are none")
  func refusesAddresses() {
    let told = "Sheet: 'B' is no address of cells; write it as B2 or B2:D9"
    let cases: [(SheetWriter) throws -> Void] = [
      { try $0.merge("B") }, { try $0.addFilter("B") }, { try $0.addNote("n", at: "B") },
      { try $0.addInputRule(.list(["a"]), to: "A1", "B") },
      { try $0.addConditionalFormat(.blanks(.bad), to: "B") },
      { try $0.addLink(.address("mailto:a@example.com"), at: "B") },
      { try $0.addChart(Chart(.line), at: "B") }, { try $0.allowNumbersAsText(in: "B") },
      { try $0.addSparklines(Sparklines(), [("B", "Sheet!A1:A2")]) },
      { try $0.addTable("T", over: "B", columns: ["a"]) },
    ]
    for body in cases { #expect(refusal { sheet, _ in try body(sheet) } == told) }
  }

  @Test("Rules that compare with nothing")
  func refusesRulesWithoutMeaning() {
    let cases: [(ConditionalFormat, String)] = [
      (.cells(.lessThan(""), .bad), "Sheet: the formula is empty"),
      (
        .dataBar(.black, from: .number(.nan)),
        "Sheet: a scale cannot have nan on it; give a finite number"
      ),
      (
        .icons(.threeFlags, [.percent(.infinity), .percent(50)]),
        "Sheet: a scale cannot have inf on it; give a finite number"
      ),
      (
        .contains("", .bad),
        "Sheet: a text to look for in cells must have 1 to 255 characters; '' has not"
      ),
    ]
    for (rule, told) in cases {
      #expect(refusal { sheet, _ in try sheet.addConditionalFormat(rule, to: "A1") } == told)
    }
    #expect(
      refusal { sheet, _ in
        try sheet.addInputRule(.compared(.date, .greaterThan("=A1")), to: "A1")
      } == "Sheet: the formula '=A1' is to be written without its equals sign")
    #expect(
      refusal { sheet, _ in try sheet.addInputRule(.decimal(0...(.infinity)), to: "A1") } == "")
  }

  @Test func needsASheetThatCanBeSeen() {
    #expect(
      throws: WorkbookError.self,
      performing: {
        _ = try WorkbookWriter.bytes { book in
          var layout = SheetLayout()
          layout.visibility = .hidden
          _ = try book.addSheet("Hidden", layout)
        }
      })
  }

  @Test func letsTwoSheetsKnowTheSameName() throws {
    let written = try Written { book in
      let first = try book.addSheet("First")
      try book.define("Local", as: "First!$A$1", on: first)
      let second = try book.addSheet("Second")
      try book.define("Local", as: "Second!$A$1", on: second, isHidden: true)
    }
    #expect(
      try written.part("xl/workbook.xml").contains(
        #"<definedName name="Local" localSheetId="0">First!$A$1</definedName>"#
          + #"<definedName name="Local" localSheetId="1" hidden="1">Second!$A$1</definedName>"#))
  }
}
