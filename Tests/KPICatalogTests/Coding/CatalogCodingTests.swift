import KPICatalog
import TestSupport
import Testing

@Suite struct CatalogCodingTests {
  @Test func jsonOfAFullCatalogReadsBackTheSame() throws {
    let catalog = try Samples.full()
    let json = catalog.json()
    let again = try Catalog(json: json)
    #expect(again == catalog)
    #expect(again.json() == json)
  }

  @Test func yamlOfAFullCatalogReadsBackTheSame() throws {
    let catalog = try Samples.full()
    let yaml = catalog.yaml()
    let again = try Catalog(yaml: yaml)
    #expect(again == catalog)
    #expect(again.yaml() == yaml)
  }

  @Test func jsonLinesHoldAMeasureEach() throws {
    let catalog = try Samples.full()
    let lines = String(bytes: catalog.ndjson()).split(separator: "\n")
    #expect(lines.count == 2)
    #expect(
      lines.first?.hasPrefix(#"{"id":"net-promoter-score","code":"007","name":{"en":"Net"#) == true)
    let again = try Catalog(ndjson: catalog.ndjson())
    #expect(again.measures == catalog.measures)
    #expect(again.ndjson() == catalog.ndjson())
  }

  @Test func jsonLinesNameTheMeasureAtFault() {
    let text = "{\"id\": \"a\", \"name\": \"A\"}\n{\"id\": \"a\", \"name\": \"B\"}\n"
    let error = #expect(throws: CatalogError.self) { try Catalog(ndjson: text.bytes) }
    #expect(
      error?.description
        == "2:1: measures[1].id: the id 'a' is already that of measures[0]; give each measure its own"
    )
  }

  @Test func handWrittenJSONAndYAMLAreTheSameData() throws {
    let json = try Catalog(json: Samples.smallJSON.bytes)
    let yaml = try Catalog(yaml: Samples.smallYAML.bytes)
    #expect(json == yaml)
    #expect(json.title[.french] == "😀")
    #expect(json.measures.first?.custom["x"] == .empty)
  }

  @Test func everyPrefixOfAJSONCatalogIsAnError() throws {
    let bytes = Samples.smallJSON.bytes
    _ = try Catalog(json: bytes)
    for length in 0..<bytes.count {
      #expect(throws: CatalogError.self) { try Catalog(json: Array(bytes.prefix(length))) }
    }
  }

  @Test func everyPrefixOfAYAMLCatalogIsReadOrRefused() {
    let bytes = Samples.smallYAML.bytes
    for length in 0..<bytes.count {
      _ = try? Catalog(yaml: Array(bytes.prefix(length)))
    }
  }

  @Test(arguments: 0..<4)
  func corruptedBytesNeverTrap(_ seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let marks = Array("{}[]\",:\\&*!|>-?#%@~ \n\t'0eu\u{FF}".utf8) + [0, 0xC2, 0xE2, 0xF0, 0x80]
    let full = try Samples.full()
    for source in [Samples.smallJSON.bytes, Samples.smallYAML.bytes, full.yaml(), full.json()] {
      for _ in 0..<60 {
        var bytes = source
        for _ in 0...Int.random(in: 0..<4, using: &random) {
          let place = Int.random(in: 0..<bytes.count, using: &random)
          switch Int.random(in: 0..<3, using: &random) {
          case 0: bytes[place] = marks.randomElement(using: &random) ?? 0
          case 1: bytes.remove(at: place)
          default: bytes.insert(marks.randomElement(using: &random) ?? 0, at: place)
          }
        }
        // Whatever can be read can be written and read again.
        for catalog in [try? Catalog(json: bytes), try? Catalog(yaml: bytes)] {
          guard let catalog else { continue }
          #expect(try Catalog(json: catalog.json()) == catalog)
          #expect(try Catalog(yaml: catalog.yaml()) == catalog)
        }
      }
    }
  }

  @Test func shortFilesDescribeTheSameWhateverTheForm() throws {
    let catalog = try Catalog(
      yaml: "measures: [{id: a, name: A, unit: count, method: survey, lifecycle: draft}]".bytes)
    #expect(
      String(bytes: catalog.yaml()) == """
        measures:
          - id: a
            name: A
            unit:
              kind: count
            method: survey
            lifecycle: draft

        """)
  }

  @Test func otherSpellingsAreReadAndNotWritten() throws {
    let catalog = try Catalog(
      yaml: """
        organization: X
        license: CC0
        measures:
          - {id: a, name: A, frequency: P12M, objective: {text: t, voice: organization}}
        """.bytes)
    #expect(catalog.organization == "X" && catalog.license == "CC0")
    #expect(catalog.measures.first?.frequency == .yearly)
    let yaml = String(bytes: catalog.yaml())
    #expect(yaml.contains("organisation: X") && yaml.contains("licence: CC0"))
    #expect(yaml.contains("voice: organisation") && yaml.contains("frequency: P1Y"))
    #expect(throws: CatalogError.self) {
      try Catalog(yaml: "organization: X\norganisation: Y\nmeasures: []".bytes)
    }
  }

  @Test func anOverlayMayLeaveNamesOut() throws {
    let overlay = try Catalog(
      yaml: "extends: customer-measures\nmeasures: [{id: a, owner: Ada}]".bytes)
    #expect(overlay.measures.first?.name.isEmpty == true)
    #expect(try Catalog(yaml: overlay.yaml()) == overlay)
    let bare = try Catalog(yaml: "extends: base\ntitle: T".bytes)
    #expect(bare.measures.isEmpty)
  }

  @Test func aRecordThatSaysNothingIsNotWritten() throws {
    let catalog = try Catalog(
      yaml: "measures: [{id: a, name: A, scope: {}, scale: {}, notes: {}}]".bytes)
    #expect(String(bytes: catalog.yaml()) == "measures:\n  - id: a\n    name: A\n")
  }

  @Test func customValuesKeepTheirTypes() throws {
    let catalog = try Catalog(
      yaml: """
        measures:
          - id: a
            name: A
            custom: {a: 007, b: 7, c: yes, d: true, e: 2024-01-31, f: "2024-01-31", g: '7', h: ~, i: -0.50}
        """.bytes)
    let date = try #require(DateText("2024-01-31"))
    let custom = try #require(catalog.measures.first?.custom)
    #expect(
      custom.pairs.map(\.value) == [
        .text("007"), .number(7), .text("yes"), .boolean(true), .date(date), .date(date),
        .text("7"), .empty, .number(-0.5),
      ])
    #expect(try Catalog(yaml: catalog.yaml()) == catalog)
    #expect(try Catalog(json: catalog.json()) == catalog)
  }
}

@Suite struct TextSurvivalTests {
  private func catalog(_ texts: [String]) throws -> Catalog {
    var measure = KPIDefinition(id: try #require(KPIIdentifier("a")), name: "A")
    measure.aliases = texts
    measure.tags = texts
    measure.notes = LocalizedText(texts.joined())
    measure.custom = OrderedMap(texts.map { ($0, CustomValue.text($0)) })
    return Catalog(measures: [measure])
  }

  private func expectSurvival(_ texts: [String], _ comment: Comment? = nil) throws {
    let catalog = try catalog(texts)
    let json = try Catalog(json: catalog.json())
    let yaml = try Catalog(yaml: catalog.yaml())
    // Bytes, not strings, as canonically equivalent strings are equal.
    for (index, text) in texts.enumerated() {
      #expect(json.measures.first?.aliases[index].bytes == text.bytes, comment)
      #expect(yaml.measures.first?.aliases[index].bytes == text.bytes, comment)
      #expect(yaml.measures.first?.custom[text] == .text(text), comment)
    }
    #expect(yaml.measures.first?.notes?.plain?.bytes == texts.joined().bytes, comment)
    #expect(String(bytes: yaml.yaml()) == String(bytes: catalog.yaml()), comment)
  }

  @Test func everyControlCharacterSurvives() throws {
    let texts = (UInt32(0)...0xA0).compactMap(Unicode.Scalar.init).map { "x\($0)y" }
    try expectSurvival(texts)
  }

  @Test("Every Unicode scalar survives", arguments: 0..<17)
  func everyScalarSurvives(_ plane: UInt32) throws {
    let step: UInt32 = plane == 0 ? 0x400 : 0x4000
    for start in stride(from: plane << 16, to: (plane + 1) << 16, by: Int(step)) {
      let scalars = (start..<(start + step)).compactMap(Unicode.Scalar.init)
      guard !scalars.isEmpty else { continue }
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars)
      let whole = String(text)
      var measure = KPIDefinition(id: try #require(KPIIdentifier("a")), name: "A")
      measure.owner = whole
      let catalog = Catalog(measures: [measure])
      #expect(try Catalog(yaml: catalog.yaml()).measures.first?.owner?.bytes == whole.bytes)
      #expect(try Catalog(json: catalog.json()).measures.first?.owner?.bytes == whole.bytes)
    }
  }

  @Test func oddTextsSurvive() throws {
    try expectSurvival([
      "", " ", "\n", "\n\n", "a\n", "a\n\n", "\na", " a\nb", "a\n b\n", "a\nb ", "---", "...",
      "--- a",
      "a\n---\nb", "a\n...\n", "# a\n# b", "- a\n- b", "a: b\nc: d", "&a *a", "*a &a", "x &a\ny *a",
      "?", ":", "-", "[", "]", "{", "}", ",", "'", "\"", "\\", "\\n", "\\x41", "%YAML 1.2",
      "!!str a",
      "<<", "=", "~", "null", "yes", "no", "0", "007", "1e3", "0x10", ".inf", "12:30:45",
      "2024-01-31",
      "e\u{301}", "\u{301}", "a\r\nb", "a\rb", "\ta", "a\t", "a\t\nb", "\u{FEFF}a", "a\u{2028}b",
      "\u{85}", "a\u{85}\nb", "😀", "\u{10FFFF}", "key: |", "|", ">", "a #b", "a# b", "a:", ":a",
      "a :b",
      String(repeating: "long ", count: 500), String(repeating: "x", count: 3000),
      String(repeating: "l\n", count: 300), "\u{0}", "\\u0000", "a\u{A0}", "\u{A0}\n\u{A0}",
    ])
  }

  @Test func randomTextsSurvive() throws {
    var random = SplitMix(seed: 5)
    let pieces = [
      "a", "b", " ", "  ", "\n", "\n\n", ":", "#", "-", "?", "&", "*", "!", "|", ">", "'", "\"",
      "%", "@",
      "`", "{", "}", "[", "]", ",", "\\", "\t", "\r", "é", "😀", "1", ".", "~", "\u{FEFF}",
      "\u{2029}",
    ]
    for round in 0..<30 {
      let texts = (0..<12).map { index in
        index == 0
          ? ""
          : (0..<8).map { _ in pieces.randomElement(using: &random) ?? "" }.joined() + "\(index)"
      }
      let marked = texts.map { Bool.random(using: &random) ? "x" + $0 : $0 }
      try expectSurvival(Array(Set(marked)).sorted(), "round \(round)")
    }
  }
}

@Suite("Large catalogs")
struct LargeCatalogTests {
  @Test("What is written is read again", arguments: [17 << 20])
  func readsWhatItWrites(bytes: Int) throws {
    var measure = KPIDefinition(
      id: try #require(KPIIdentifier("a")), name: LocalizedText("A", language: .english))
    measure.notes = LocalizedText(String(repeating: "0123456789abcde\n", count: bytes / 16))
    let json = Catalog(measures: [measure]).json()
    #expect(json.count > bytes)
    #expect(try Catalog(json: json).measures.first?.notes == measure.notes)
  }

  @Test func aLimitIsKept() {
    let json = Catalog(measures: []).json()
    #expect(throws: CatalogError.self) {
      try Catalog(json: json, limits: CatalogLimits(bytes: json.count - 1))
    }
    #expect(CatalogLimits.standard.bytes == 128 << 20)
  }
}
