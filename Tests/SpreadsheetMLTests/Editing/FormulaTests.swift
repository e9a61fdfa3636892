import Testing

@testable import SpreadsheetML

@Suite("FormulaLexer")
struct FormulaLexerTests {
  /// The tokens as words: R reference, N name, F function, S structure, T text, D number, E error,
  /// marks as they are.
  static func words(_ formula: String) -> String {
    FormulaLexer.tokens(of: formula).map { token in
      switch token.kind {
      case .reference(let reference, let sheets):
        let book = sheets?.workbook.map { "[\($0)]" } ?? ""
        let last = sheets?.last.map { ":\($0)" } ?? ""
        return "R(\(sheets.map { "\(book)\($0.first)\(last)!" } ?? "")\(reference.text))"
      case .name(let name, let sheets): return "N(\(sheets.map { "\($0.first)!" } ?? "")\(name))"
      case .function(let name): return "F(\(name))"
      case .structure: return "S"
      case .text: return "T"
      case .number: return "D"
      case .error: return "E"
      case .mark(let byte): return String(decoding: [byte], as: UTF8.self)
      }
    }.joined()
  }

  @Test(
    "tells the pieces of a formula apart",
    arguments: [
      ("SUM(A1:$B$2,3)", "F(SUM)(R(A1:$B$2),D)"),
      ("A1+b2*$C$3", "R(A1)+R(B2)*R($C$3)"),
      ("A:A,$1:3", "R(A:A),R($1:3)"),
      ("Sheet1!A1", "R(Sheet1!A1)"),
      ("'Sales & Care'!B7", "R(Sales & Care!B7)"),
      ("'It''s'!A1:B2", "R(It's!A1:B2)"),
      ("Sheet1:Sheet3!A1", "R(Sheet1:Sheet3!A1)"),
      ("'[2]My sheet'!A1", "R([2]My sheet!A1)"),
      ("[1]Sheet1!A1", "R([1]Sheet1!A1)"),
      ("[1]!Name", "N(!Name)"),
      ("Sheet1!Name*2", "N(Sheet1!Name)*D"),
      ("Table1[[#This Row],[A ']]]", "N(Table1)S"),
      ("[@Amount]*2", "S*D"),
      ("\"a\"\"A1\"&x", "T&N(x)"),
      ("LOG10(A1)", "F(LOG10)(R(A1))"),
      ("_xlfn.STDEV.S(A1:A9)", "F(_xlfn.STDEV.S)(R(A1:A9))"),
      ("#REF!+#N/A+#DIV/0!", "E+E+E"),
      ("Sheet1!#REF!", "E"),
      ("A1#", "R(A1)#"),
      ("1.5e-7%+.5", "D%+D"),
      ("TRUE", "N(TRUE)"),
      ("A1048576,A1048577,XFD1,XFE1", "R(A1048576),N(A1048577),R(XFD1),N(XFE1)"),
      ("{1,2;\"x\",#N/A}", "{D,D;T,E}"),
      ("A1:B2 B1:C3", "R(A1:B2) R(B1:C3)"),
      ("A1:INDEX(B:B,3)", "R(A1):F(INDEX)(R(B:B),D)"),
      ("été+Größe_1", "N(été)+N(Größe_1)"),
      ("'unclosed", "'N(unclosed)"),
      ("", ""),
    ])
  func pieces(formula: String, words: String) {
    #expect(Self.words(formula) == words)
  }

  @Test("covers every byte, whatever the formula", arguments: 0..<200)
  func coversAll(seed: Int) {
    var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1
    let alphabet = Array("A1$:!'\"[]#().,+é \\_@{}9Z".utf8)
    var bytes: [UInt8] = []
    for _ in 0..<30 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      bytes.append(alphabet[Int(state >> 33) % alphabet.count])
    }
    var lexer = FormulaLexer(bytes)
    var end = 0
    while let token = lexer.next() {
      #expect(token.range.lowerBound == end)
      #expect(token.range.upperBound > end)
      end = token.range.upperBound
    }
    #expect(end == bytes.count)
  }
}

@Suite("FormulaTranslation")
struct FormulaTranslationTests {
  @Test(
    "moves what has no dollar sign",
    arguments: [
      ("A1+$A1+A$1+$A$1", "B3+$A3+B$1+$A$1"),
      ("SUM(A1:B2)*'A1'!c3&\"A1\"", "SUM(B3:C4)*'A1'!D5&\"A1\""),
      ("A:A+$B:C+1:$2", "B:B+$B:D+3:$2"),
      ("LOG10(Name)+T[A1]", "LOG10(Name)+T[A1]"),
    ])
  func moves(formula: String, moved: String) {
    #expect(FormulaTranslation.copied(formula, rows: 2, columns: 1) == moved)
  }

  @Test func hasNoAnswerOutsideTheSheet() {
    #expect(FormulaTranslation.copied("A1", rows: -1, columns: 0) == nil)
    #expect(FormulaTranslation.copied("XFD1", rows: 0, columns: 1) == nil)
    #expect(FormulaTranslation.copied("$A$1", rows: -1, columns: -1) == "$A$1")
  }
}

@Suite("FutureFunctions")
struct FutureFunctionsTests {
  @Test(
    "spells functions as files do",
    arguments: [
      ("XLOOKUP(A1,B:B,C:C)", "_xlfn.XLOOKUP(A1,B:B,C:C)"),
      ("sum(ifs(A1,1),_xlfn.CONCAT(B1))", "sum(_xlfn.ifs(A1,1),_xlfn.CONCAT(B1))"),
      ("FILTER(A:A,B:B)", "_xlfn._xlws.FILTER(A:A,B:B)"),
      ("\"IFS(\"&SUM(A1)", "\"IFS(\"&SUM(A1)"),
      ("STDEV.S(A1:A9)", "_xlfn.STDEV.S(A1:A9)"),
    ])
  func prefixes(formula: String, file: String) {
    #expect(FutureFunctions.prefixed(formula) == file)
  }
}
