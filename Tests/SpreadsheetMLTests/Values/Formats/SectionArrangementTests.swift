import SpreadsheetML
import Testing

@Suite("Sections of a format")
struct SectionArrangementTests {
  @Test(
    "are for positive and negative numbers and zero",
    arguments: [
      ("0", -5, "-5"), ("0;0", -5, "5"), ("0;-0", -5, "-5"), ("0;(0)", -5, "(5)"),
      ("0;(0)", 0, "0"),
      (#""p";"n";"z""#, 1, "p"), (#""p";"n";"z""#, -1, "n"), (#""p";"n";"z""#, 0, "z"),
      ("0;;", -5, ""), ("0;;", 0, ""), ("0;", -5, ""), (";", 5, ""), (";;;", 5, ""),
      ("0.0;-0.0;\"zero\"", 0.01, "0.0"), (#""n/a""#, -1, "-n/a"), (#""n/a""#, 1, "n/a"),
      ("0;-0;;@", 0, ""), ("0;@", -5, "-5"), ("0_);(0)", 5, "5 "), ("0;0;0;0;0", 5, "5"),
    ] as [(String, Double, String)])
  func signs(code: String, number: Double, text: String) {
    #expect(NumberFormat(code: code).text(for: number) == text)
  }

  @Test(
    "are chosen by conditions, first come first served",
    arguments: [
      ("[<10]0\" few\"", 1, "1 few"), ("[<10]0\" few\"", 10, "10"), ("[>=10]0.0;0", 9.9, "10"),
      ("[=1]\"one\";[=2]\"two\";0", 1, "one"), ("[=1]\"one\";[=2]\"two\";0", 2, "two"),
      ("[=1]\"one\";[=2]\"two\";0", 3, "3"), ("[<>5]0;\"five\"", 5, "five"),
      ("[< 10]0\"<\";0", 1, "1<"), ("[<=9999999]###-####;(###) ###-####", 8_675_309, "867-5309"),
      ("[<=9999999]###-####;(###) ###-####", 2_018_675_309, "(201) 867-5309"),
      (#"[>999999]#,,"M";[>999]#,"K";#"#, 1_600_000, "2M"),
      (#"[>999999]#,,"M";[>999]#,"K";#"#, 1_600, "2K"),
      (#"[>999999]#,,"M";[>999]#,"K";#"#, 160, "160"),
      (#"[<0]"";0%"#, 0.5, "50%"), (#"[<0]"";0%"#, -0.5, ""), ("[=0]?;0.0", 0, " "),
      ("[>100]0;0.0;0.00", 200, "200"), ("[>100]0;0.0;0.00", 5, "5.00"),
    ] as [(String, Double, String)])
  func conditions(code: String, number: Double, text: String) {
    #expect(NumberFormat(code: code).text(for: number) == text)
  }

  @Test(
    "show a minus unless their condition is for negative numbers",
    arguments: [
      ("[<-4]0", -5, "5"), ("[<=-4]0", -5, "5"), ("[=-5]0", -5, "5"), ("[<0]0", -5, "5"),
      ("[<>-6]0", -5, "-5"), ("[>-6]0", -5, "-5"), ("[<=0]0", -5, "-5"), ("[<10]0", -5, "-5"),
      // What the other section shows depends on the first one's condition.
      ("[>2]0;0.0", -5, "-5.0"), ("[=2]0;0.0", -5, "-5.0"), ("[<-6]0;0.0", -5, "5.0"),
      ("[>=100]0;[<=-100]0;0.0", -5, "-5.0"), ("[>=100]0;[<=-100]-0;0.0", -500, "-500"),
      ("[Red][<-25]General;[Blue][>25]General;[Green]General", -26, "26"),
      ("[Red][<-25]General;[Blue][>25]General;[Green]General", -25, "-25"),
    ] as [(String, Double, String)])
  func minuses(code: String, number: Double, text: String) {
    #expect(NumberFormat(code: code).text(for: number) == text)
  }

  @Test func showTheNumberWhereNoConditionHolds() {
    let format = NumberFormat(code: #"[>=100]"A"0;[<=-100]"B"0"#)
    #expect(format.text(for: 6.3) == "6.3")
    #expect(format.text(for: -6.3) == "-6.3")
  }

  @Test(
    "are for text in the fourth place, or with an @",
    arguments: [
      ("@", "text", "text"), (#"@" ok""#, "text", "text ok"), ("@@", "a", "aa"),
      ("0", "text", "text"),
      (#"0;0;0;"T: "@"#, "x", "T: x"), (#"0;0;0;"hidden""#, "x", "hidden"), (";;;", "x", ""),
      (";;;@", "x", "x"), (#"0;"neg "0;@"!""#, "x", "x!"), (#""n/a""#, "x", "x"),
      ("_(@_)", "x", " x "), ("General;General;General;General'", "foo", "foo'"),
      ("yyyy;@", "x", "x"),
      ("", "x", "x"),
    ] as [(String, String, String)])
  func text(code: String, value: String, text: String) {
    #expect(NumberFormat(code: code).text(for: value) == text)
  }

  @Test(
    "treat truth values as text",
    arguments: [
      ("General", true, .en, "TRUE"), ("0.00", false, .en, "FALSE"), ("General", true, .fr, "VRAI"),
      ("General", false, .fr, "FAUX"), ("General", true, .it, "VERO"),
      ("General", false, .de, "FALSCH"),
      ("General", true, .es, "VERDADERO"), (";;;", true, .en, ""),
      (#""is "@"#, true, .en, "is TRUE"),
    ] as [(String, Bool, FormatLocale, String)])
  func truthValues(code: String, truth: Bool, locale: FormatLocale, text: String) {
    #expect(NumberFormat(code: code).text(for: truth, locale: locale) == text)
  }

  @Test(
    "show numbers in General where the code is for text alone", arguments: ["@", #"@" foo""#, "@@"])
  func numbersAsText(code: String) {
    #expect(NumberFormat(code: code).text(for: -1.5) == "-1.5")
  }
}
