import TestSupport
import Testing

@testable import XMLStream

@Suite("XMLReader")
struct XMLReaderTests {
  @Test func givesNamesAttributesAndTexts() {
    let text =
      "<a xmlns='urn:a' xmlns:x='urn:x'><x:b c='1 &amp;\t2' x:d='&#10;'/>t<![CDATA[<]]>&gt;</a>"
    let a = XMLName("a", namespace: "urn:a")
    let b = XMLName("b", namespace: "urn:x")
    #expect(
      Reading(reader: text).events == [
        .start(XMLElement(name: a, attributes: [])),
        .start(
          XMLElement(
            name: b,
            attributes: [
              XMLAttribute(name: XMLName("c"), value: "1 & 2"),
              XMLAttribute(name: XMLName("d", namespace: "urn:x"), value: "\n"),
            ])), .end(b), .text("t<>"), .end(a),
      ])
  }

  @Test("takes what is well-formed", arguments: Documents.wellFormed)
  func wellFormed(text: String) {
    #expect(Reading(reader: text).error == nil)
  }

  /// What libxml2 takes although it is malformed: what breaks the rules on namespaces alone, and a
  /// NUL at the end.
  static let taken = [
    "<x:a/>", "<a><x:b/></a>", "<a><x:b xmlns:x='u'/><x:b/></a>", "<a/>\u{0}", "<:a/>", "<a:/>",
    "<a:b:c xmlns:a='u'/>", "<x:-b xmlns:x='u'/>", "<a :b='1'/>", "<a xmlns:x='u' x:='1'/>",
    "<a x:b='1'/>", "<a xmlns:x='u' xmlns:y='u' x:b='1' y:b='2'/>", "<a xmlns:x=''/>",
  ]

  @Test(
    "refuses what is not well-formed",
    arguments: Documents.malformed.map(\.text).filter { !taken.contains($0) })
  func malformed(text: String) {
    #expect(Reading(reader: text).error != nil)
  }

  @Test func saysWhatIsWrongWithLineAndColumn() {
    #expect(
      Reading(reader: "<a>\n  <b>\n</a>").error
        == "3:5: Opening and ending tag mismatch: b line 2 and a")
  }

  @Test("refuses a document type before anything in it counts")
  func documentType() throws {
    for text in [
      "<!DOCTYPE a><a/>", "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>",
      "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
      "<!DOCTYPE a [<!ENTITY x 'y'><!ENTITY z '&x;&x;&x;&x;'>]><a>&z;</a>",
    ] {
      let error = #expect(throws: XMLError.self) {
        let reader = try XMLReader(Array(text.utf8))
        while try reader.next() != nil {}
      }
      #expect(error?.code == .documentType)
    }
  }

  @Test func namesTheLimitsOfDepthAndAttributes() {
    let deep = Array(XMLScannerLimitTests.nested(6).utf8)
    #expect(Reading(reader: deep, depth: 6).error == nil)
    #expect(
      Reading(reader: deep, depth: 5).error?.hasSuffix(
        ": elements nest deeper than 5, the limit ReadLimits.depth") == true)
    let wide = Array("<a b='' c='' d=''/>".utf8)
    #expect(Reading(reader: wide, attributes: 3).error == nil)
    #expect(
      Reading(reader: wide, attributes: 2).error?.hasSuffix(
        ": an element has more than 2 attributes, the limit ReadLimits.attributes") == true)
  }

  @Test func tellsItsParsersOwnLimits() {
    let text = "<a b='\(String(repeating: "x", count: 10_000_100))'/>"
    let error = #expect(throws: XMLError.self) {
      let reader = try XMLReader(Array(text.utf8))
      while try reader.next() != nil {}
    }
    #expect(error?.code == .limitExceeded)
    #expect(error?.message.contains("than libxml2 reads: 10,000,000 bytes") == true)
  }

  @Test func givesTheBranchThatIsUnderstood() throws {
    let text = """
      <r xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' xmlns:y='urn:y'>\
      <mc:AlternateContent><mc:Choice Requires='n'><a/></mc:Choice>\
      <mc:Choice xmlns:n='urn:y' Requires='y n'><b>1<mc:AlternateContent><mc:Fallback>2</mc:Fallback>\
      <mc:Fallback>3</mc:Fallback></mc:AlternateContent></b></mc:Choice>\
      <mc:Choice Requires='y'><c/></mc:Choice><mc:Fallback><d/></mc:Fallback></mc:AlternateContent>\
      <mc:other><e/></mc:other><f/></r>
      """
    func names(_ understood: String) throws -> [String] {
      let reader = try XMLReader(Array(text.utf8), understands: { $0 == understood })
      var names: [String] = []
      while let event = try reader.next() {
        switch event {
        case .start(let element): names.append(element.name.local)
        case .end(let name): names.append("/" + name.local)
        case .text(let text): names.append(text)
        }
      }
      return names
    }
    #expect(try names("urn:y") == ["r", "b", "1", "2", "/b", "f", "/f", "/r"])
    #expect(try names("urn:z") == ["r", "d", "/d", "f", "/f", "/r"])
  }

  @Test func readsATextOfManyPieces() {
    // libxml2 is fed 16 KiB at a time; names, references and characters lie across the cuts.
    let items = (0..<1_000).map { "<item n='\($0)'>é€😀 &amp; \($0)</item>" }
    let text = "<list>\(items.joined())</list>"
    let reading = Reading(reader: text)
    #expect(reading.error == nil)
    #expect(reading.events.count == 2 + 3 * 1_000)
    #expect(reading == Reading(scanner: XMLMemorySource(Array(text.utf8)), capacity: 1 << 18))
  }

  @Test func printsNothingWhateverTheBytes() async {
    let result = await #expect(processExitsWith: .success, observing: [\.standardErrorContent]) {
      for bytes in [
        [0xff, 0xfe, 0x3c, 0x00, 0x61, 0x00, 0x3e, 0x00, 0x00, 0xd8, 0x00, 0x00, 0x00, 0x00],
        [0xfe, 0xff, 0x00, 0x3c, 0xd8, 0x00, 0x00, 0x00], Array("<a>&x;</b>".utf8),
        Array("<?xml version='1.0' encoding='UTF-8'?><a>\u{1}</a>".utf8), [0x3c, 0xff],
      ] as [[UInt8]] {
        _ = Reading(reader: bytes)
      }
    }
    #expect(result?.standardErrorContent.isEmpty == true)
  }

  @Test func endsForGoodAtTheEnd() throws {
    let reader = try XMLReader(Array("<a/>".utf8))
    while try reader.next() != nil {}
    #expect(try reader.next() == nil)
  }
}
