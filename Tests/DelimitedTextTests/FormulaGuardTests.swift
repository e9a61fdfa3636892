import DelimitedText
import Testing

@Suite struct FormulaGuardTests {
  @Test(
    "Text that a spreadsheet may take for a formula gets an apostrophe",
    arguments: [
      ("=1+1", "'=1+1"),
      ("+33 1 23 45", "'+33 1 23 45"),
      ("-5", "'-5"),
      ("@SUM(A1)", "'@SUM(A1)"),
      ("\tx", "'\tx"),
      ("\rx", "\"'\rx\""),
      ("\nx", "\"'\nx\""),
      ("=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\""),
      ("  =1", "'  =1"),
      ("＝1", "'＝1"),
      ("＋1", "'＋1"),
      ("－1", "'－1"),
      ("＠x", "'＠x"),
      // Harmless.
      ("a=1", "a=1"),
      ("1-2", "1-2"),
      ("'=1", "'=1"),
      ("\"=1\"", "\"\"\"=1\"\"\""),
      ("ｶﾅ", "ｶﾅ"),
      ("\u{FEFF}", "\u{FEFF}"),
      ("   ", "   "),
      ("", ""),
    ])
  func guardsText(field: String, text: String) throws {
    #expect(try written([["x", field, "y"]], safeForSpreadsheets: true) == "x,\(text),y\n")
    #expect(try written([["x"], [field, "y"]], safeForSpreadsheets: true) == "x\n\(text),y\n")
  }

  @Test func leavesNumbersAlone() throws {
    var writer = DelimitedWriter(ByteArraySink(), safeForSpreadsheets: true)
    try writer.appendPlain("-5")
    try writer.endField()
    try writer.appendPlain("-")
    try writer.appendText("=5")
    try writer.endRecord()
    let bytes = try writer.finish().bytes
    #expect(String(decoding: bytes, as: UTF8.self) == "-5,-=5\n")
  }

  @Test func looksAtSeveralTextsOfAFieldAsOne() throws {
    var writer = DelimitedWriter(ByteArraySink(), safeForSpreadsheets: true)
    for texts in [["", "=1"], ["  ", " ", "=1"], ["a", "=1"], [" ", "a", "=1"]] {
      for text in texts { try writer.appendText(text) }
      try writer.endField()
    }
    try writer.endRecord()
    let bytes = try writer.finish().bytes
    #expect(String(decoding: bytes, as: UTF8.self) == "'=1,'   =1,a=1, a=1\n")
  }

  @Test func doesNothingUnlessAsked() throws {
    #expect(try written([["=1", "-x", "@"]]) == "=1,-x,@\n")
  }
}
