import Testing

@testable import SpreadsheetML

@Suite("References when rows move")
struct ReferenceShiftTests {
  static func references(_ words: String) -> ReferenceShift {
    ReferenceShift(
      [1: RowShift(RowWords(words).edit)], sheetNames: ["Sheet1", "Other", "It's", "Sheet 4"])
  }

  @Test(
    "follow as in Excel",
    arguments: [
      ("+2 below 5", "A5+A6", "A5+A8"),
      ("+2 below 5", "$A$6+a6", "$A$8+A8"),
      ("+2 below 5", "SUM(A1:A5)", nil),
      ("+2 below 5", "SUM(A1:A6)", "SUM(A1:A8)"),
      ("+2 below 5", "SUM(A6:A9)", "SUM(A8:A11)"),
      ("+2 below 5", "SUM(A9:A1)", "SUM(A11:A1)"),
      ("+2 below 5", "SUM(A:B)+SUM(5:6)", "SUM(A:B)+SUM(5:8)"),
      ("+2 below 5", "SUM(A1:A1048576)", nil),
      ("+2 below 5", "A1048576", "#REF!"),
      ("+2 below 5", "Other!A6+Sheet1!A6+'sheet1'!A6", "Other!A6+Sheet1!A8+'sheet1'!A8"),
      ("+2 below 5", "[1]Sheet1!A6+[0]Sheet1!A6", "[1]Sheet1!A6+[0]Sheet1!A8"),
      ("+2 below 5", "Sheet1!A6:Sheet1!A9", "Sheet1!A8:Sheet1!A11"),
      ("+2 below 5", "\"A6\"&A6&LOG10(A7)", "\"A6\"&A8&LOG10(A9)"),
      ("+2 below 5", "Table1[[#This Row],[A6]]", nil),
      ("+2 below 5", "A6#+@A6", "A8#+@A8"),
      ("-5", "A5", "#REF!"),
      ("-5", "A5:B5*2", "#REF!*2"),
      ("-5", "Sheet1!A5", "#REF!"),
      ("-5", "SUM(A1:A5)", "SUM(A1:A4)"),
      ("-5", "SUM(A5:A9)", "SUM(A5:A8)"),
      ("-5", "SUM(A4:A6)", "SUM(A4:A5)"),
      ("-5", "SUM(5:5)+SUM(4:6)", "SUM(#REF!)+SUM(4:5)"),
      ("-5", "A4+A6", "A4+A5"),
      ("-4:6;+1 below 4", "SUM(A4:A6)", "SUM(A4:A4)"),
      ("+2 below 5 extending", "SUM(A1:A5)", "SUM(A1:A7)"),
      ("+2 below 5 extending", "A5", nil),
      ("+2 below 5", "Other:Sheet1!A2", nil),
    ] as [(String, String, String?)])
  func follow(words: String, formula: String, expected: String?) throws {
    #expect(try Self.references(words).formula(formula, own: 1) == expected)
  }

  @Test func leaveTheFormulasOfOtherSheetsThatNameNone() throws {
    #expect(try Self.references("+2 below 5").formula("A6", own: 2) == nil)
  }

  @Test func areRefusedThroughSheetsThatDoNotMoveAlike() {
    let error = #expect(throws: WorkbookError.self) {
      try Self.references("+2 below 5").formula("SUM(Sheet1:Other!A6)", own: 2)
    }
    #expect(error?.message.hasPrefix("a reference reaches through the sheets") == true)
  }

  @Test(
    "of names follow where they have dollar signs",
    arguments: [
      ("Sheet1!$A$6", "Sheet1!$A$8"),
      ("Sheet1!A6", nil),
      ("Sheet1!$A1:$A$6", nil),
      ("Sheet1!$A$6,Sheet1!$1:$7", "Sheet1!$A$8,Sheet1!$1:$9"),
    ] as [(String, String?)])
  func names(formula: String, expected: String?) throws {
    #expect(
      try Self.references("+2 below 5").nameFormula(formula, own: nil, .reference) == expected)
  }

  @Test(
    "of rules stay right for most of their cells",
    arguments: [
      // The cell's own row, whatever comes between.
      ("+2 below 5", "A2:A9", "A2:A11", "$B2>5", nil),
      ("+2 below 1", "A2:A9", "A4:A11", "$B2>5", "$B4>5"),
      // The row below, and one with a dollar sign.
      ("+2 below 5", "A2:A9", "A2:A11", "A2>A3", nil),
      ("+2 below 5", "A2:A9", "A2:A11", "A2>$D$20", "A2>$D$22"),
      // One cell follows as a formula of its own.
      ("+2 below 5", "A2", "A2", "E6:E9", "E8:E11"),
      // The first row goes.
      ("-2", "A2:A9", "A2:A8", "$B2>5", nil),
      ("-2", "A2:A9", "A2:A8", "$B2>$C$2", "$B2>#REF!"),
      ("+2 below 5", "A2:A9", "A2:A11", "SUM(A$2:A2)>9", nil),
    ] as [(String, String, String, String, String?)])
  func rules(
    words: String, old: String, new: String, formula: String, expected: String?
  ) throws {
    let (oldRange, newRange) = (try #require(CellRange(old)), try #require(CellRange(new)))
    let rule = try #require(
      RuleFormulaShift(Self.references(words), sheet: 1, old: [oldRange], new: [newRange]))
    #expect(try rule.formula(formula) == expected)
  }
}
