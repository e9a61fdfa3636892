internal import XMLStream

/// A tag and where in its part it stands.
struct MarkupPlace: Hashable, Sendable {
  /// The place in bytes of the part's text, from 0.
  var range: Range<UInt64>
  var bytes: [UInt8]

  /// The tag that a scanner has just taken.
  init(tagOf xml: XMLScanner) {
    range = xml.window.discarded + UInt64(xml.tokenStart)..<xml.offset
    bytes = unsafe Array(
      UnsafeBufferPointer(rebasing: xml.window.buffer[xml.tokenStart..<xml.position]))
  }
}

/// The elements of a small part with the places of their tags, for changing some of its bytes.
struct MarkupOutline {
  /// One element.
  struct Element {
    var local: String
    /// The URI of its namespace.
    var namespace: String
    /// The place of the element it is in, or nil for the root.
    var parent: Int?
    /// The start tag.
    var tag: Range<Int>
    /// The end tag; empty, where the start tag ends, for an empty element.
    var endTag: Range<Int>

    /// Whether it is one of SpreadsheetML.
    var isMain: Bool { Namespace.main.contains(namespace) }
    /// Everything from the start tag to the end tag.
    var whole: Range<Int> { tag.lowerBound..<endTag.upperBound }
  }

  let bytes: [UInt8]
  /// The elements in the order of their start tags.
  private(set) var elements: [Element] = []

  /// Reads a part's text in UTF-8.
  init(_ bytes: [UInt8], depth: Int, attributes: Int) throws(XMLError) {
    self.bytes = bytes
    let window = ByteWindow(
      XMLMemorySource(bytes), capacity: bytes.count + 64, limit: max(bytes.count + 64, 1 << 20))
    let xml = try XMLScanner(window, depth: depth, attributes: attributes)
    var open: [Int] = []
    while true {
      let token = try xml.next()
      // The whole text is in memory, so places fit.
      let start = Int(window.discarded) + xml.tokenStart
      let end = Int(window.discarded) + xml.position
      switch token {
      case .finished: return
      case .text: continue
      case .start:
        elements.append(
          Element(
            local: xml.localName, namespace: xml.namespace(xml.namespace), parent: open.last,
            tag: start..<end, endTag: end..<end))
        open.append(elements.count - 1)
      case .end:
        if let last = open.popLast() { elements[last].endTag = start..<end }
      }
    }
  }

  /// The start tag of an element.
  func startTag(_ element: Int) -> StartTag { StartTag(bytes[elements[element].tag]) }

  /// The children of an element, by their places.
  func children(of parent: Int) -> [Int] {
    elements.indices.filter { elements[$0].parent == parent }
  }

  /// The first child of the root of this name in SpreadsheetML, or nil.
  func child(_ local: String) -> Int? {
    elements.indices.first {
      elements[$0].parent == 0 && elements[$0].local == local && elements[$0].isMain
    }
  }
}
