import TestSupport
import Testing

@testable import XMLStream

@Suite("XMLScanner")
struct XMLScannerTests {
  @Test("reads what libxml2 reads", arguments: Documents.wellFormed)
  func wellFormed(text: String) {
    let reading = Reading(scanner: text)
    #expect(reading.error == nil)
    #expect(reading == Reading(reader: text))
  }

  @Test("refuses what is not well-formed", arguments: Documents.malformed.map(\.text))
  func malformed(text: String) {
    #expect(Reading(scanner: text).error != nil)
  }

  @Test(
    "refuses what is not well-formed also where nobody asks for it",
    arguments: Documents.malformed.map(\.text))
  func malformedUnasked(text: String) {
    #expect(Self.isRefused(Array(text.utf8)))
  }

  /// Whether passing over all of a text, nothing decoded, ends in an error.
  static func isRefused(_ bytes: [UInt8]) -> Bool {
    do throws(XMLError) {
      let window = ByteWindow(XMLMemorySource(bytes), limit: 1 << 20)
      let xml = try XMLScanner(window, depth: 256, attributes: 4_096)
      while true {
        switch try xml.next() {
        case .finished: return false
        case .start where xml.depth == 2: try xml.skipElement()
        default: continue
        }
      }
    } catch {
      return true
    }
  }

  @Test("refuses bytes that are not UTF-8, wherever they stand")
  func notUTF8() {
    for (bytes, why) in Documents.malformedBytes {
      for (head, tail) in [
        ("<a>", "</a>"), ("<a b='", "'/>"), ("<a><![CDATA[", "]]></a>"), ("<a>é", "é</a>"),
        ("<a><!--", "--></a>"), ("<?x ", "?><a/>"),
      ] {
        let text = Array(head.utf8) + bytes + Array(tail.utf8)
        #expect(
          Reading(scanner: text).error?.hasSuffix("the bytes are not valid UTF-8") == true,
          "\(why) in \(head)…\(tail)")
        #expect(Self.isRefused(text), "\(why) in \(head)…\(tail), unasked")
      }
    }
  }

  @Test(
    "says what is wrong and at which byte",
    arguments: [
      ("<a><b></a>", "byte 6: '</a>' closes another element"),
      ("<a/></a>", "byte 4: an end tag closes no open element"),
      ("<aa><bb></aa>", "byte 8: '</aa>' closes another element"),
      (
        "<!DOCTYPE a><a/>",
        "byte 0: a document type declaration (DOCTYPE) is not allowed in a workbook"
      ),
      ("<a>x\u{1}</a>", "byte 3: a control character is not allowed in XML"),
      ("<a b='1' b='2'/>", "byte 0: the attribute 'b' is given twice"),
      ("<a/><b/>", "byte 4: there is a second root element"),
      ("<a>", "byte 3: the text ends inside an element"),
      ("", "byte 0: there is no root element"),
      ("<a><x:b/></a>", "byte 3: the prefix 'x' is not declared"),
      ("<a>&x;</a>", "byte 3: an entity other than lt, gt, amp, quot and apos is used"),
      ("<a>xy&</a>", "byte 5: '&' must begin a reference such as '&amp;'"),
      ("<a>&#0;</a>", "byte 3: a character reference names no character of XML"),
      ("<a b", "byte 0: the text ends early"),
    ])
  func sentences(text: String, sentence: String) {
    #expect(Reading(scanner: text).error == sentence)
  }

  @Test("refuses names that are not UTF-8")
  func namesNotUTF8() {
    for (bytes, why) in Documents.malformedBytes {
      for (head, tail) in [("<a", "/>"), ("<", "/>"), ("<a b", "='1'/>"), ("<a><b", "></b></a>")] {
        let text = Array(head.utf8) + bytes + Array(tail.utf8)
        #expect(Reading(scanner: text).error != nil, "\(why) in \(head)…\(tail)")
      }
    }
  }

  @Test func turnsLineEndsInCDATAToo() {
    // libxml2 2.9 leaves them when it is fed piece by piece.
    let reading = Reading(scanner: "<a><![CDATA[\r\n-\r]]></a>")
    #expect(reading.events.dropFirst().first == .text("\n-\n"))
  }

  @Test("reads the same however the text is cut", arguments: Documents.wellFormed)
  func cuts(text: String) {
    let bytes = Array(text.utf8)
    let whole = Reading(scanner: bytes)
    #expect(Reading(scanner: ChoppedSource(bytes, piecesOf: 1)) == whole)
    for cut in bytes.indices.dropFirst() {
      #expect(Reading(scanner: ChoppedSource(bytes, cutAt: [cut])) == whole, "cut at \(cut)")
    }
  }

  @Test("refuses the same however the text is cut")
  func cutsOfMalformed() {
    for (text, why) in Documents.malformed {
      let bytes = Array(text.utf8)
      let whole = Reading(scanner: bytes)
      #expect(Reading(scanner: ChoppedSource(bytes, piecesOf: 1)) == whole, "\(why)")
    }
  }

  @Test("reads a long text through a window of any size", arguments: [64, 65, 100, 1_000, 10_000])
  func windows(capacity: Int) {
    let items = (0..<200).map {
      "<item n='\($0)'>text \($0) &amp; <b>more</b><!-- \($0) --></item>"
    }
    let text = "<list>\(items.joined(separator: "\n"))</list>"
    let reading = Reading(scanner: XMLMemorySource(Array(text.utf8)), capacity: capacity)
    #expect(reading == Reading(reader: text))
    #expect(reading.error == nil)
  }

  @Test func keepsWhatItIsToldToKeep() throws {
    let text = Array("<a><b>0123456789</b><c/>\(String(repeating: "<d/>", count: 100))</a>".utf8)
    let window = ByteWindow(ChoppedSource(text, piecesOf: 3), capacity: 64, limit: 10_000)
    let xml = try XMLScanner(window, depth: 10, attributes: 10)
    _ = try xml.next()
    xml.keep = xml.position
    while try xml.next() != .finished {
      let keep = try #require(xml.keep)
      let kept = unsafe Array(window.buffer[keep..<keep + 3])
      #expect(kept == Array("<b>".utf8))
    }
  }

  @Test func passesOverAnElementWithAllThatIsInIt() throws {
    let text = "<a><b>x<c/><!-- --><b>y</b></b><d/></a>"
    let xml = try scanner(text)
    _ = try xml.next()
    _ = try xml.next()
    #expect(xml.localName == "b")
    try xml.skipElement()
    #expect(xml.depth == 1)
    #expect(try xml.next() == .start)
    #expect(xml.localName == "d")
    try xml.skipElement()
    #expect(try xml.next() == .end)
    #expect(try xml.next() == .finished)
  }

  @Test func givesAttributesByNameAndNamespace() throws {
    let xml = try scanner("<a xmlns:x='urn:x' xmlns:y='urn:y' y:id='1' x:id='2' id='3' t='&lt;'/>")
    #expect(try xml.next() == .start)
    #expect(try xml.attribute("id") == "3")
    #expect(try xml.attribute("t") == "<")
    #expect(try xml.attribute("none") == nil)
    #expect(try xml.attribute("id", where: { $0 == "urn:x" }) == "2")
    #expect(try xml.attribute("id", where: { $0 == "urn:z" }) == nil)
    #expect(xml.namespace(ofPrefix: "y") == "urn:y")
    #expect(xml.namespace(ofPrefix: "z") == nil)
  }

  @Test func knowsWhetherANamespaceWasDeclaredInside() throws {
    let xml = try scanner("<a xmlns='u'><b xmlns:x='v'><c/></b><d/><e xmlns='w'/><f/></a>")
    var states: [String] = []
    while true {
      let token = try xml.next()
      if token == .finished { break }
      if token == .start { states.append("\(xml.localName) \(xml.hasInnerNamespaces)") }
    }
    #expect(states == ["a false", "b true", "c true", "d false", "e true", "f false"])
  }

  private func scanner(_ text: String) throws(XMLError) -> XMLScanner {
    let window = ByteWindow(XMLMemorySource(Array(text.utf8)), limit: 1 << 20)
    return try XMLScanner(window, depth: 256, attributes: 4_096)
  }
}

@Suite("XMLScanner under limits")
struct XMLScannerLimitTests {
  static func nested(_ depth: Int) -> String {
    String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
  }

  @Test func namesTheLimitOfDepth() {
    let taken = Reading(scanner: XMLMemorySource(Array(Self.nested(5).utf8)), depth: 5)
    #expect(taken.error == nil)
    let refused = Reading(scanner: XMLMemorySource(Array(Self.nested(6).utf8)), depth: 5)
    #expect(
      refused.error == "byte 15: elements nest deeper than 5, the limit ReadLimits.depth")
  }

  @Test func namesTheLimitOfAttributes() {
    func element(_ count: Int) -> [UInt8] {
      Array("<a\((0..<count).map { " b\($0)=''" }.joined())/>".utf8)
    }
    #expect(Reading(scanner: XMLMemorySource(element(20)), attributes: 20).error == nil)
    #expect(
      Reading(scanner: XMLMemorySource(element(21)), attributes: 20).error
        == "byte 0: an element has more than 20 attributes, the limit ReadLimits.attributes")
  }

  @Test("names the limit of one text, tag, comment or instruction")
  func length() {
    let long = String(repeating: "x", count: 300)
    for text in [
      "<a>\(long)</a>", "<a b='\(long)'/>", "<a><!--\(long)--></a>", "<a><?x \(long)?></a>",
      "<a><![CDATA[\(long)]]></a>", "<\(long)/>",
    ] {
      let source = XMLMemorySource(Array(text.utf8))
      #expect(Reading(scanner: source, capacity: 64, limit: 1_000).error == nil)
      let refused = Reading(scanner: XMLMemorySource(Array(text.utf8)), capacity: 64, limit: 200)
      #expect(
        refused.error?.hasSuffix(
          "one row, text or tag takes more than 200 bytes, the limit ReadLimits.rowBytes") == true)
    }
  }

  @Test func refusesAnAttributeGivenTwiceAmongMany() {
    let names = (0..<50).map { "b\($0)" } + ["b7"]
    let text = "<a\(names.map { " \($0)=''" }.joined())/>"
    #expect(Reading(scanner: text).error == "byte 0: the attribute 'b7' is given twice")
  }

  @Test func doesNotGrowSlowWithManyDeclarations() {
    // 200 elements in one another declare 40 prefixes each; every element inside would look them
    // up.
    let declarations = (0..<40).map { " xmlns:p\($0)='urn:\($0)'" }.joined()
    let text =
      "<r xmlns='u'>" + String(repeating: "<a\(declarations)>", count: 200)
      + String(repeating: "<b/>", count: 200_000) + String(repeating: "</a>", count: 200) + "</r>"
    let reading = Reading(
      scanner: XMLMemorySource(Array(text.utf8)), capacity: 1 << 20, limit: 1 << 22)
    #expect(
      reading.error?.hasSuffix("more than 256 namespaces are declared at once") == true)
  }

  @Test func keepsNoMoreThanSomeThousandNamespaces() {
    func text(_ count: Int) -> String {
      "<r>" + (0..<count).map { "<a xmlns:b='urn:\($0 % 5_000)'/>" }.joined() + "</r>"
    }
    // Two are known from the start.
    #expect(Reading(scanner: text(4_094)).error == nil)
    #expect(
      Reading(scanner: text(4_095)).error?.hasSuffix(
        "more than 4096 different namespaces are declared") == true)
    let again = String(repeating: "<a xmlns:b='urn:x'/>", count: 5_000)
    #expect(Reading(scanner: "<r>\(again)</r>").error == nil)
  }

  @Test func refusesNamespacesThatAreLongToCompare() {
    let long = String(repeating: "x", count: 5_000)
    let text = "<a xmlns:x='\(long)'/>"
    #expect(
      Reading(scanner: text).error == "byte 0: a name or namespace takes more than 4096 bytes")
    #expect(Reading(reader: text).error == nil)
    #expect(
      Reading(reader: "<a xmlns='\(long)'/>").error?.hasSuffix(
        "a name or namespace takes more than 4096 bytes") == true)
  }
}
