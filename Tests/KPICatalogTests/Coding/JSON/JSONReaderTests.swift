import Testing

@testable import KPICatalog

@Suite struct JSONReaderTests {
  @Test func readsEveryKindOfValueWithItsPlace() throws {
    let text =
      "\u{FEFF}{\"a\": [null, true, false,\r\n\t-1.5, \"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00\"]}"
    let root = try JSONReader.read(text.bytes, limits: .standard)
    let member = try #require(try root.members().first)
    #expect(member.key == "a")
    let items = try member.value.items()
    #expect(items.count == 5)
    #expect(items[0].isNull)
    #expect(try items[1].boolean() && !items[2].boolean())
    #expect(try items[3].number() == -1.5)
    #expect(items[3].line == 2 && items[3].column == 2)
    #expect(try items[4].text() == "\"\\/\u{8}\u{C}\n\r\té😀")
  }

  @Test(
    "a custom number with more digits than a double holds is kept as written",
    arguments: [
      ("12345678901234567890", .text("12345678901234567890")),
      ("12345678901234567", .text("12345678901234567")),
      ("-0.12345678901234567890", .text("-0.12345678901234567890")),
      ("1234567890123456", .number(1_234_567_890_123_456)),
      ("0.30000000000000004", .number(0.30000000000000004)),
      ("1.00000000000000000000", .number(1)), ("1e300", .number(1e300)),
    ] as [(String, CustomValue)])
  func keepsDigits(written: String, value: CustomValue) throws {
    let json = "{\"measures\": [{\"id\": \"a\", \"name\": \"A\", \"custom\": {\"X\": \(written)}}]}"
    #expect(try Catalog(json: json.bytes).measures.first?.custom["X"] == value)
    let yaml = "measures: [{id: a, name: A, custom: {X: \(written)}}]"
    if !written.hasPrefix("1e") {
      #expect(try Catalog(yaml: yaml.bytes).measures.first?.custom["X"] == value)
    }
  }

  @Test func aQuantityOfManyDigitsIsRounded() throws {
    let json =
      "{\"measures\": [{\"id\": \"a\", \"name\": \"A\", \"weight\": 0.50000000000000000001}]}"
    #expect(try Catalog(json: json.bytes).measures.first?.weight?.share == 0.5)
  }

  @Test(arguments: [1, 2, 63, 64])
  func readsNestingUpToTheLimit(_ depth: Int) throws {
    let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    _ = try JSONReader.read(text.bytes, limits: .standard)
  }

  @Test(arguments: [("[", 65), ("[", 100_000), ("{\"a\":", 65), ("{\"a\":", 20_000)])
  func refusesDeeperNesting(_ piece: String, _ count: Int) {
    let text = String(repeating: piece, count: count)
    let error = #expect(throws: CatalogError.self) {
      try JSONReader.read(text.bytes, limits: .standard)
    }
    #expect(error?.message == "lists and maps are nested more than 64 deep")
    #expect(error?.code == .limit)
  }

  @Test func boundsBytesAndValues() {
    let limits = CatalogLimits(bytes: 20, values: 3)
    #expect(throws: CatalogError.self) {
      try JSONReader.read(Array(repeating: 0x20, count: 21), limits: limits)
    }
    let error = #expect(throws: CatalogError.self) {
      try JSONReader.read("[1,2,3]".bytes, limits: limits)
    }
    #expect(error?.message == "the file holds more than 3 values; split it or raise the limit")
  }

  @Test func depthLimitsStayWithinTheStack() {
    #expect(CatalogLimits(depth: 100_000).depth == 256)
    #expect(CatalogLimits(depth: -1).depth == 1)
  }

  @Test func findsRepeatedKeysAmongMany() {
    let keys = (0..<40).map { "\"k\($0)\": 0" }
    #expect(throws: Never.self) {
      try JSONReader.read("{\(keys.joined(separator: ","))}".bytes, limits: .standard)
    }
    for repeated in [0, 15, 16, 17, 39] {
      let text = "{\((keys + ["\"k\(repeated)\": 1"]).joined(separator: ","))}"
      let error = #expect(throws: CatalogError.self) {
        try JSONReader.read(text.bytes, limits: .standard)
      }
      #expect(error?.message == "the key 'k\(repeated)' stands twice; keep one")
    }
  }

  @Test func readsAValueALine() throws {
    let nodes = try JSONReader.readLines("1\n\n{\"a\": 2}\r\n 3".bytes, limits: .standard)
    #expect(nodes.count == 3)
    #expect(nodes.last?.line == 4)
    for text in ["1 2", "[1,\n2]", "{\n}"] {
      #expect(throws: CatalogError.self) {
        try JSONReader.readLines(text.bytes, limits: .standard)
      }
    }
  }
}
