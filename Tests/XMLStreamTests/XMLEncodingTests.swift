import TestSupport
import Testing

@testable import XMLStream

@Suite("XMLEncoding")
struct XMLEncodingTests {
  static let text = "<a b='é'><x:c xmlns:x='urn:x' x:d='1'>€ &amp; 😀\r\n</x:c></a>"

  @Test(
    "turns UTF-16 of either order into UTF-8",
    arguments: [(false, true), (true, true), (false, false), (true, false)])
  func utf16(bigEndian: Bool, mark: Bool) throws {
    let declared = "<?xml version='1.0' encoding='UTF-16'?>" + XMLEncodingTests.text
    let bytes = declared.utf16Bytes(bigEndian: bigEndian, mark: mark)
    #expect(XMLEncoding.needsTranscoding(Array(bytes.prefix(256))))
    let utf8 = try XMLEncoding.utf8(bytes, depth: 256, attributes: 100)
    #expect(Reading(scanner: utf8) == Reading(scanner: XMLEncodingTests.text))
  }

  @Test(
    "takes a long declaration, by either reader",
    arguments: [
      "<?xml version='1.0' encoding='UTF-16' standalone='yes'?>",
      "<?xml version='1.0'\nencoding='UTF-16'\n\n standalone = 'yes' ?>\n",
    ])
  func longDeclaration(declaration: String) throws {
    for bigEndian in [false, true] {
      let bytes = (declaration + XMLEncodingTests.text).utf16Bytes(bigEndian: bigEndian)
      let utf8 = try XMLEncoding.utf8(bytes, depth: 256, attributes: 100)
      #expect(Reading(scanner: utf8) == Reading(scanner: XMLEncodingTests.text))
      #expect(Reading(reader: bytes) == Reading(reader: XMLEncodingTests.text))
    }
  }

  @Test func turnsLongUTF16IntoUTF8() throws {
    let items = (0..<2_000).map { "<item n='\($0)'>é€😀 \($0)</item>" }
    let text = "<list>\(items.joined())</list>"
    for bigEndian in [false, true] {
      let bytes = text.utf16Bytes(bigEndian: bigEndian)
      let utf8 = try XMLEncoding.utf8(bytes, depth: 256, attributes: 100)
      #expect(Reading(reader: utf8) == Reading(reader: text))
    }
  }

  @Test(
    "knows other encodings by the declaration, however it is written",
    arguments: [
      "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>",
      "<?xml version='1.0' encoding='ISO-8859-1'?>",
      "<?xml version='1.0' encoding = 'ISO-8859-1'?>",
      "<?xml version='1.0'\nencoding='ISO-8859-1'?>",
      "<?xml version='1.0'\tencoding\n=\n'iso-8859-1' standalone='yes'?>",
    ])
  func declared(declaration: String) throws {
    let bytes = Array(declaration.utf8) + Array("<a b='".utf8) + [0xe9] + Array("'/>".utf8)
    #expect(XMLEncoding.needsTranscoding(bytes))
    let utf8 = try XMLEncoding.utf8(bytes, depth: 256, attributes: 100)
    #expect(Reading(scanner: utf8) == Reading(scanner: "<a b='é'/>"))
  }

  @Test(
    "leaves alone what is UTF-8 or ASCII",
    arguments: [
      "<a/>", "", "<", "\u{feff}<a/>", "<?xml version='1.0'?><a encoding='UTF-16'/>",
      "<?xml version='1.0' encoding='UTF-8'?><a/>", "<?xml version='1.0' encoding=\"utf-8\"?><a/>",
      "\u{feff}<?xml version='1.0' encoding='UTF-8'?><a/>",
      "<?xml version='1.0' encoding='us-ascii'?><a/>",
      "<?xml-stylesheet encoding='UTF-16'?><a/>",
    ])
  func utf8(text: String) {
    #expect(!XMLEncoding.needsTranscoding(Array(text.utf8.prefix(256))))
  }

  @Test("gives an error for a text that is not in its encoding")
  func wrongEncoding() {
    for text in ["<?xml version='1.0' encoding='no-such-encoding'?><a/>"] {
      #expect(throws: XMLError.self) {
        try XMLEncoding.utf8(Array(text.utf8), depth: 256, attributes: 100)
      }
    }
    let odd = XMLEncodingTests.text.utf16Bytes().dropLast()
    #expect(throws: XMLError.self) {
      try XMLEncoding.utf8(Array(odd), depth: 256, attributes: 100)
    }
  }

  @Test("keeps every document the same", arguments: Documents.wellFormed)
  func sameEvents(text: String) throws {
    let bytes = String(text.drop { $0 == "\u{feff}" }).replacingEncoding.utf16Bytes(bigEndian: true)
    let utf8 = try XMLEncoding.utf8(bytes, depth: 256, attributes: 100)
    #expect(Reading(scanner: utf8) == Reading(scanner: text))
  }
}

extension String {
  /// The text without a declaration of UTF-8, which would be a lie in UTF-16.
  fileprivate var replacingEncoding: String {
    guard hasPrefix("<?xml"), let end = firstIndex(of: ">") else { return self }
    return String(self[index(after: end)...])
  }
}
