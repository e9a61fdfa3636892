import Testing

@testable import KPICatalog

@Suite struct YAMLReaderTests {
  private func read(_ text: String) throws -> CatalogNode {
    try YAMLReader.read(text.bytes, limits: .standard)
  }

  private func value(_ text: String) throws -> CatalogNode {
    try #require(try read("k: " + text).members().first).value
  }

  @Test(arguments: [
    ("007", "007"), ("'it''s'", "it's"), ("\"a\\tb\\x41\\u00e9\\U0001F600\"", "a\tbAé😀"),
    ("|\n  a\n   b\n", "a\n b\n"), ("|-\n  a\n\n  b\n", "a\n\nb"), (">-\n  a\n  b\n", "a b"),
    ("a\n  b", "a b"), ("a # comment", "a"), ("2024-01-31", "2024-01-31"), ("yes", "yes"),
    ("!!str 12", "12"), ("! 12", "12"), ("1:30", "1:30"), ("\"\"", ""), ("a \u{A0}b", "a \u{A0}b"),
    ("true", "true"),
  ])
  func aTextFieldTakesTheScalarAsWritten(_ written: String, _ text: String) throws {
    #expect(try value(written).text() == text)
  }

  @Test(arguments: [("12", 12.0), ("-1.5e2", -150), ("0x10", 16), (".5", 0.5)])
  func aNumberFieldTakesNumbers(_ written: String, _ number: Double) throws {
    #expect(try value(written).number().double == number)
  }

  @Test(arguments: ["'12'", "\"12\"", "|\n  12", "a", "yes", "1_000", "12:30", "0b11"])
  func aNumberFieldTakesNoTexts(_ written: String) throws {
    let value = try value(written)
    #expect(throws: CatalogError.self) { try value.number() }
  }

  @Test(arguments: ["", "~", "null", "Null"])
  func nothingIsNothing(_ written: String) throws {
    #expect(try value(written).isNull)
  }

  @Test(arguments: ["\"\"", "'null'", "'~'", "!!str null"])
  func aQuotedNothingIsAText(_ written: String) throws {
    #expect(try !value(written).isNull)
  }

  @Test("Texts of any length, the short ones too", arguments: 1...40)
  func readsShortFiles(_ length: Int) throws {
    let text = String(repeating: "x", count: length)
    #expect(try read(text).text() == text)
    #expect(try read("a: " + text).members().first?.value.text() == text)
  }

  @Test func placesCountFromOne() throws {
    let members = try read("\u{FEFF}# c\né: [a,\n  b]").members()
    #expect(members.first?.place.line == 2 && members.first?.place.column == 1)
    let items = try #require(members.first).value.items()
    #expect(items[0].line == 2 && items[0].column == 5)
    #expect(items[1].line == 3 && items[1].column == 3)
  }

  @Test(arguments: [
    "\"\\ufeffa\"", "\"\\uFEFFa\"", "\"\\U0000FeFFa\"", "\"\u{FEFF}a\"", "'\u{FEFF}a'", "\u{FEFF}a",
    "é\r\n  \"\\ufeffa\"",
  ])
  func keepsAByteOrderMarkAtTheStartOfAText(_ written: String) throws {
    let text = try value(written.hasPrefix("é") ? "[é,\r\n  \"\\ufeffa\"]" : written)
    let found = try text.form == .list ? #require(try text.items().last).text() : text.text()
    #expect(found.unicodeScalars.map(\.value) == [0xFEFF, 0x61])
  }

  @Test(
    "a text over several lines keeps a byte order mark at its start",
    arguments: ["|\n  \u{FEFF}a\n", ">- # why\r\n  \u{FEFF}a\r\n", "|-\n    \u{FEFF}a\n"])
  func keepsAByteOrderMarkAtTheStartOfABlock(_ written: String) throws {
    let text = try value(written).text()
    #expect(text.unicodeScalars.first == "\u{FEFF}")
    #expect(text.unicodeScalars.dropFirst().first == "a")
  }

  @Test func findsRepeatedKeysWhateverTheirStyle() {
    let error = #expect(throws: CatalogError.self) { try read("a: 1\nb: 2\n\"a\": 3") }
    #expect(error?.description == "1:1: the key 'a' stands twice; keep one")
  }

  @Test(arguments: [
    "{", "[a", "a: b: c", "\t- a", "\"a", "'a", "- a\nb", "a: |x\n b", "%FOO\n---\na: b\n...\n%",
    "a: @b",
    "a: `b", "a: \"\\q\"", "a: \"\\ud800\"", "a\u{0}: b", "a: \u{1}", "]", "? ", "a: *", "a: &",
    "--- >\n a\n b: c\n-",
  ])
  func refusesWhatIsNotYAMLOrNoCatalog(_ text: String) {
    #expect(throws: CatalogError.self) { try Catalog(yaml: text.bytes) }
  }

  @Test func deepNestingIsAnError() {
    for text in [
      String(repeating: "[", count: 65), String(repeating: "[", count: 100_000),
      String(repeating: "{a: ", count: 5000), String(repeating: "- ", count: 65) + "a",
      String(repeating: "- ", count: 100_000), String(repeating: "? ", count: 3000),
      (0..<1500).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
      String(repeating: "[", count: 900) + String(repeating: "]", count: 900),
    ] {
      #expect(throws: CatalogError.self) { try read(text) }
    }
  }

  @Test func nestingUpToTheLimitIsRead() throws {
    _ = try read(String(repeating: "[", count: 64) + String(repeating: "]", count: 64))
    _ = try read(String(repeating: "- ", count: 64) + "a")
  }
}

@Suite struct YAMLGuardTests {
  private func check(_ text: String, _ limits: CatalogLimits = .standard) throws(CatalogError) {
    try YAMLGuard.check(text.bytes, limits: limits)
  }

  /// Nine levels of nine references each: 387 million values in a few hundred bytes.
  private static func laughs(key: Bool) -> String {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let references = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(references)]\n"
    }
    return text + (key ? "? *a9\n: x\n*a9 : x\n{*a9: y}: z\n" : "b: *a9\n")
  }

  @Test(arguments: [false, true])
  func billionLaughsAreRefusedAtOnce(_ key: Bool) {
    let error = #expect(throws: CatalogError.self) {
      try Catalog(yaml: Self.laughs(key: key).bytes)
    }
    #expect(error?.code == .unsupported)
    #expect(error?.line == 2)
  }

  @Test(arguments: [
    "a: &x 1\nb: *x", "[&x a, *x ]", "[&x a,*x]", "{&x a: *x}", "- &x\n  a\n- *x", "&x : *x",
    "\"k\": &x 1\n\"l\":\n  *x", "[\"a\"&x b,*x]", "a: &x 1 # *y\n? *x\n: b",
    "a: &x-1_ 1\nb: *x-1_",
    "a: &x 1\u{2028}b: *x", "a: !!str &x b\nc: *x",
  ])
  func findsAliases(_ text: String) {
    #expect(throws: CatalogError.self) { try check(text) }
  }

  @Test(arguments: [
    "a: R&D *D", "a: 2*x &x", "a: '*x'\nb: '&y'", "a: &x 1\nb: 2*x", "a: &x 1\nb: f()*x", "*x &x",
    "a: Sales & Care * x", "a: **bold** &x",
  ])
  func passesWhatCannotBeAnAlias(_ text: String) throws {
    try check(text)
  }

  @Test func boundsTheNumberOfValues() {
    let text = "[" + String(repeating: "a,", count: 100) + "]"
    let error = #expect(throws: CatalogError.self) { try check(text, CatalogLimits(values: 50)) }
    #expect(error?.code == .limit)
  }
}
