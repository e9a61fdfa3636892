/// A strict tokenizer of UTF-8 XML over a moving window, for large parts.
///
/// It knows comments, CDATA, processing instructions, character references, namespaces and any
/// prefix; it checks that tags match and that a document has one root. A DOCTYPE is refused. Names
/// and texts are places in the window, so nothing is copied until it is asked for.
///
/// A reader that knows what it expects may look at the window itself and move ``position`` over
/// whole elements; that is how sheet data is read at the speed of memory. See `SheetScanner`.
@safe package final class XMLScanner {
  /// What ``next()`` found.
  package enum Token {
    /// A start tag; an empty element gives an `.end` next.
    case start
    /// An end tag.
    case end
    /// Text or CDATA inside the root element.
    case text
    /// The document has ended as it should.
    case finished
  }

  /// An attribute as places in the window.
  package struct AttributePlace {
    package var prefix: Range<Int>
    package var local: Range<Int>
    package var value: Range<Int>
    package var classes: UInt8
  }

  package let window: ByteWindow
  /// Where the next token begins.
  package var position: Int {
    get { place }
    set { place = newValue }
  }
  /// The first byte that must stay in the window, or nil when only the token must.
  package var keep: Int? {
    get { kept }
    set { kept = newValue }
  }

  /// Where the token at hand begins; of an empty element's end, where its tag has ended.
  package private(set) var tokenStart = 0
  /// The local name of the element that starts or ends here.
  package private(set) var local: Range<Int> = 0..<0
  /// The namespace of the element that starts here, as an index for ``namespace(_:)``.
  package private(set) var namespace = 0
  package private(set) var attributes: [AttributePlace] = []
  /// The raw bytes of a `.text` token.
  package private(set) var text: Range<Int> = 0..<0
  /// What occurs in a `.text` token.
  package private(set) var textClasses: UInt8 = 0
  package private(set) var textIsCDATA = false
  /// Whether the `.text` token has something to check that only decoding it would.
  private var hasUncheckedText = false
  /// How many elements are open, the one just started included.
  package var depth: Int { openCount }
  /// Whether any element but the root declared a namespace that is still in force.
  package var hasInnerNamespaces: Bool { declaresInside }

  // What is read for every row is private: the compiler sees all uses of it then, and leaves out
  // the check of each access at run time.
  private var place = 0
  private var kept: Int?
  private var declaresInside = false
  private var declarationCount = 0
  private let depthLimit: Int
  private let attributeLimit: Int
  private var pendingEnd = false
  private var rootSeen = false
  /// The qualified names of the open elements, one after another.
  private var openNames: [UInt8] = []
  /// The open elements, outermost first, and behind ``openCount`` some that have ended.
  private var elements: [(name: Range<Int>, declarations: Int)] = []
  private var openCount = 0
  private var declarations: [(prefix: [UInt8], namespace: Int)] = []
  private var uris: [String] = ["", "http://www.w3.org/XML/1998/namespace"]
  private var indexOfURI: [String: Int] = ["": 0, "http://www.w3.org/XML/1998/namespace": 1]
  /// Where the text begins: behind a byte order mark.
  private(set) var start: UInt64 = 0

  package init(_ window: ByteWindow, depth: Int, attributes: Int) throws(XMLError) {
    self.window = window
    depthLimit = depth
    attributeLimit = attributes
    _ = try window.refill(keepingFrom: 0)
    while window.end < 4, try window.refill(keepingFrom: 0) {}
    try skipByteOrderMark()
  }

  /// Where the token begins in the text, counted from 0.
  package var offset: UInt64 { window.discarded + UInt64(position) }

  /// The URI of a namespace index.
  package func namespace(_ index: Int) -> String { index < uris.count ? uris[index] : "" }

  /// The next token; comments and processing instructions are passed over.
  package func next() throws(XMLError) -> Token {
    if pendingEnd {
      pendingEnd = false
      tokenStart = place
      leave()
      return .end
    }
    if hasUncheckedText {
      // Nobody asked for the text, so nobody has seen whether it is well-formed.
      var passedOver: [UInt8] = []
      try appendText(to: &passedOver)
    }
    while true {
      tokenStart = place
      switch try scan() {
      case .token(let token): return token
      case .passedOver: continue
      case .needsMore:
        // Only once the end is known can a token that is not whole be told from one not yet read.
        if window.isAtEnd { throw .malformed("the text ends early", at: offset) }
        _ = try more()
      }
    }
  }

  /// Passes over the rest of the element that just started.
  package func skipElement() throws(XMLError) {
    let target = depth - 1
    while depth > target {
      if try next() == .finished { return }
    }
  }

  /// Reads on without losing what is kept; all places move with the window.
  ///
  /// - Returns: false at the end of the text.
  private func more() throws(XMLError) -> Bool {
    let start = min(keep ?? position, position)
    let before = window.discarded
    let isMore = try window.refill(keepingFrom: start)
    position -= Int(window.discarded - before)
    if let kept = keep { keep = kept - Int(window.discarded - before) }
    guard isMore else { return false }
    // A thing larger than the window is looked at again from its start each time, so the window is
    // then filled whole: the number of looks is the logarithm of the size.
    if before == window.discarded {
      while !window.isFull, try window.refill(keepingFrom: 0) {}
    }
    return true
  }

  // MARK: Names and values

  /// The local name of the element at hand.
  package var localName: String { string(local) }

  /// The value of the attribute `name` that has no prefix, decoded, or nil.
  package func attribute(_ name: String) throws(XMLError) -> String? {
    for place in attributes where place.prefix.isEmpty && equals(place.local, name) {
      return try value(of: place)
    }
    return nil
  }

  /// The value of the attribute `name` whose prefix stands for a namespace that `accept` takes.
  package func attribute(
    _ name: String, where accept: (String) -> Bool
  ) throws(XMLError) -> String? {
    for place in attributes where !place.prefix.isEmpty && equals(place.local, name) {
      if accept(namespace(resolve(place.prefix) ?? 0)) { return try value(of: place) }
    }
    return nil
  }

  /// The namespace a prefix stands for here, or nil.
  package func namespace(ofPrefix prefix: some StringProtocol) -> String? {
    let bytes = Array(prefix.utf8)
    return declarations.last { $0.prefix == bytes }.map { namespace($0.namespace) }
  }

  /// The bytes of an attribute's value, decoded.
  package func value(of place: AttributePlace) throws(XMLError) -> String {
    let decoded =
      ByteClass.reference | ByteClass.carriageReturn | ByteClass.white | ByteClass.beyondASCII
    if place.classes & decoded == 0 {
      return string(place.value)
    }
    var bytes: [UInt8] = []
    let all = unsafe Span(_unsafeElements: window.buffer)
    try XMLText.append(
      all.extracting(place.value), isAttribute: true,
      offset: window.discarded + UInt64(place.value.lowerBound), to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the decoded bytes of the `.text` token at hand.
  package func appendText(to output: inout [UInt8]) throws(XMLError) {
    let all = unsafe Span(_unsafeElements: window.buffer)
    hasUncheckedText = false
    try XMLText.append(
      all.extracting(text), isCDATA: textIsCDATA,
      offset: window.discarded + UInt64(text.lowerBound), to: &output)
  }

  package func equals(_ range: Range<Int>, _ name: String) -> Bool {
    var name = name
    return name.withUTF8 { utf8 in
      guard utf8.count == range.count else { return false }
      let bytes = unsafe window.buffer
      for index in 0..<utf8.count
      where unsafe bytes[range.lowerBound + index] != utf8[index] {
        return false
      }
      return true
    }
  }

  func string(_ range: Range<Int>) -> String {
    unsafe String(
      decoding: UnsafeBufferPointer(rebasing: window.buffer[range]), as: UTF8.self)
  }

  // MARK: Open elements

  /// Notes that the element whose qualified name lies at `name` has started.
  package func enter(_ name: Range<Int>) throws(XMLError) {
    guard openCount < depthLimit else { throw .depth(depthLimit, at: offset) }
    let start = openCount > 0 ? elements[openCount - 1].name.upperBound : 0
    elements.removeLast(elements.count - openCount)
    openNames.removeLast(openNames.count - start)
    elements.append((start..<start + name.count, declarations.count))
    unsafe openNames.append(contentsOf: UnsafeBufferPointer(rebasing: window.buffer[name]))
    openCount += 1
  }

  /// Notes that an element of the same name as the one that ended last, and at the same depth, has
  /// started.
  ///
  /// - Returns: false when no element has ended at this depth, and nothing is noted.
  package func enterAgain() -> Bool {
    guard openCount < elements.count else { return false }
    openCount += 1
    return true
  }

  /// Notes that the innermost element has ended.
  package func leave() {
    guard openCount > 0 else { return }
    openCount -= 1
    if declarationCount > elements[openCount].declarations {
      declarations.removeLast(declarations.count - elements[openCount].declarations)
      declarationCount = declarations.count
      let ofRoot = openCount > 1 ? elements[1].declarations : declarations.count
      declaresInside = openCount > 1 && declarations.count > ofRoot
    }
  }

  private func resolve(_ prefix: Range<Int>) -> Int? {
    let bytes = unsafe window.buffer
    search: for declaration in declarations.reversed() {
      guard declaration.prefix.count == prefix.count else { continue }
      for index in 0..<prefix.count
      where unsafe declaration.prefix[index] != bytes[prefix.lowerBound + index] {
        continue search
      }
      return declaration.namespace
    }
    if prefix.isEmpty { return 0 }
    return equals(prefix, "xml") ? 1 : nil
  }

  private func declare(_ place: AttributePlace) throws(XMLError) {
    // Every element looks its prefix up among them, so there must not be many, nor long ones.
    guard declarations.count < XMLName.mostDeclared else { throw .declarations(at: offset) }
    guard place.value.count <= XMLName.longest else { throw .longName(at: offset) }
    let uri = try value(of: place)
    guard place.prefix.isEmpty || !uri.isEmpty else {
      throw .malformed("the prefix '\(string(place.local))' is declared as nothing", at: offset)
    }
    let prefix = place.prefix.isEmpty ? [] : Array(string(place.local).utf8)
    let index = indexOfURI[uri] ?? uris.count
    if index == uris.count {
      // They are kept to the end, so that one that is declared again costs nothing.
      guard uris.count < XMLName.mostNamespaces else { throw .namespaces(at: offset) }
      uris.append(uri)
      indexOfURI[uri] = index
    }
    declarations.append((prefix, index))
    declarationCount = declarations.count
    if openCount > 1 { declaresInside = true }
  }

  // MARK: Scanning

  enum Step {
    case token(Token)
    case passedOver
    case needsMore
  }

  private func skipByteOrderMark() throws(XMLError) {
    if unsafe window.end >= 3 && window.buffer[0] == 0xef && window.buffer[1] == 0xbb
      && window.buffer[2] == 0xbf
    {
      position = 3
      start = 3
    }
  }

  private func scan() throws(XMLError) -> Step {
    let bytes = unsafe Span(_unsafeElements: window.buffer)
    guard bytes[position] == UInt8(ascii: "<") else { return try scanText(bytes) }
    switch bytes[position + 1] {
    case UInt8(ascii: "/"): return try scanEndTag(bytes)
    case UInt8(ascii: "!"): return try scanDeclaration(bytes)
    case UInt8(ascii: "?"): return try scanInstruction(bytes)
    case 0 where position + 1 == window.end: return .needsMore
    default: return try scanStartTag(bytes)
    }
  }

  private func scanText(_ bytes: Span<UInt8>) throws(XMLError) -> Step {
    let classes = ByteClass.table
    var at = position
    var seen: UInt8 = 0
    while true {
      let byte = bytes[at]
      if byte == UInt8(ascii: "<") { break }
      if byte == 0, at == window.end {
        guard window.isAtEnd else { return .needsMore }
        guard openCount == 0, rootSeen, seen & (ByteClass.visible | ByteClass.forbidden) == 0 else {
          throw .malformed(
            openCount > 0
              ? "the text ends inside an element"
              : rootSeen ? "text stands outside the root element" : "there is no root element",
            at: window.discarded + UInt64(at))
        }
        return .token(.finished)
      }
      seen |= classes[Int(byte)]
      at += 1
    }
    guard seen & ByteClass.forbidden == 0 else {
      throw .malformed("a control character is not allowed in XML", at: offset)
    }
    text = position..<at
    textClasses = seen
    textIsCDATA = false
    hasUncheckedText =
      seen & (ByteClass.reference | ByteClass.bracket | ByteClass.beyondASCII) != 0
    if openCount == 0 {
      guard seen & ByteClass.visible == 0 else {
        throw .malformed("text stands outside the root element", at: offset)
      }
      position = at
      return .passedOver
    }
    position = at
    return .token(.text)
  }

  /// Takes a section of CDATA for the token at hand.
  func takeCDATA(_ range: Range<Int>, classes: UInt8) {
    text = range
    textIsCDATA = true
    textClasses = classes
    hasUncheckedText = classes & ByteClass.beyondASCII != 0
  }

  private func scanEndTag(_ bytes: Span<UInt8>) throws(XMLError) -> Step {
    let start = position + 2
    var at = start
    while ByteClass.continuesName(bytes[at]) { at += 1 }
    let nameEnd = at
    while ByteClass.isWhite(bytes[at]) { at += 1 }
    if bytes[at] == 0, at == window.end { return .needsMore }
    guard bytes[at] == UInt8(ascii: ">") else {
      throw .malformed("an end tag is damaged", at: offset)
    }
    guard openCount > 0 else {
      throw .malformed("an end tag closes no open element", at: offset)
    }
    let opened = elements[openCount - 1].name
    var isSame = opened.count == nameEnd - start
    for index in 0..<nameEnd - start where isSame {
      isSame = openNames[opened.lowerBound + index] == bytes[start + index]
    }
    guard isSame else {
      throw .malformed("'</\(string(start..<nameEnd))>' closes another element", at: offset)
    }
    var colon = start
    while colon < nameEnd, bytes[colon] != UInt8(ascii: ":") { colon += 1 }
    local = colon < nameEnd ? colon + 1..<nameEnd : start..<nameEnd
    position = at + 1
    leave()
    return .token(.end)
  }

  private func scanStartTag(_ bytes: Span<UInt8>) throws(XMLError) -> Step {
    var at = position + 1
    guard let name = scanName(bytes, at: &at) else {
      if bytes[at] == 0, at == window.end { return .needsMore }
      throw .malformed("'<' must be followed by a name", at: offset)
    }
    attributes.removeAll(keepingCapacity: true)
    var isEmptyElement = false
    while true {
      let before = at
      while ByteClass.isWhite(bytes[at]) { at += 1 }
      let byte = bytes[at]
      if byte == UInt8(ascii: ">") { break }
      if byte == UInt8(ascii: "/") {
        if bytes[at + 1] == 0, at + 1 == window.end { return .needsMore }
        guard bytes[at + 1] == UInt8(ascii: ">") else {
          throw .malformed("a tag is damaged", at: offset)
        }
        isEmptyElement = true
        at += 1
        break
      }
      if byte == 0, at == window.end { return .needsMore }
      guard at > before, let attribute = try scanAttribute(bytes, at: &at) else {
        if bytes[at] == 0, at == window.end { return .needsMore }
        throw .malformed("an attribute is damaged", at: window.discarded + UInt64(at))
      }
      guard attributes.count < attributeLimit else { throw .attributes(attributeLimit, at: offset) }
      if attribute.classes & (ByteClass.reference | ByteClass.beyondASCII) != 0 {
        // Whether it is well-formed does not depend on whether somebody asks for it.
        _ = try value(of: attribute)
      }
      attributes.append(attribute)
    }
    guard openCount > 0 || !rootSeen else {
      throw .malformed("there is a second root element", at: offset)
    }
    rootSeen = true
    let whole = name.prefix.isEmpty ? name.local : name.prefix.lowerBound..<name.local.upperBound
    try enter(whole)
    try declareAndCheck()
    guard let resolved = resolve(name.prefix) else {
      throw .malformed("the prefix '\(string(name.prefix))' is not declared", at: offset)
    }
    local = name.local
    namespace = resolved
    pendingEnd = isEmptyElement
    position = at + 1
    return .token(.start)
  }

  /// Takes in the namespace declarations and refuses an attribute given twice, be it under two
  /// prefixes of one namespace, or with a prefix that is not declared (Namespaces in XML 1.0, 5 and
  /// 6.3).
  private func declareAndCheck() throws(XMLError) {
    var prefixed = 0
    for place in attributes {
      if place.prefix.isEmpty {
        if equals(place.local, "xmlns") { try declare(place) }
      } else if equals(place.prefix, "xmlns") {
        try declare(place)
      } else {
        prefixed += 1
      }
    }
    if prefixed > 0 { try checkPrefixes() }
    guard attributes.count > 1 else { return }
    if attributes.count <= 12, prefixed < 2 {
      for later in 1..<attributes.count {
        for earlier in 0..<later where sameName(attributes[earlier], attributes[later]) {
          throw .malformed(
            "the attribute '\(string(attributes[later].local))' is given twice", at: offset)
        }
      }
    } else {
      var seen = Set<String>()
      for place in attributes {
        // A prefix stands for its namespace; those of declarations stand for none.
        let space = place.prefix.isEmpty ? "" : resolve(place.prefix).map { "\($0)" } ?? "xmlns"
        guard seen.insert(space + ":" + string(place.local)).inserted else {
          throw .malformed("the attribute '\(string(place.local))' is given twice", at: offset)
        }
      }
    }
  }

  private func checkPrefixes() throws(XMLError) {
    for place in attributes where !place.prefix.isEmpty && !equals(place.prefix, "xmlns") {
      guard resolve(place.prefix) != nil else {
        throw .malformed("the prefix '\(string(place.prefix))' is not declared", at: offset)
      }
    }
  }

  private func sameName(_ a: AttributePlace, _ b: AttributePlace) -> Bool {
    guard a.local.count == b.local.count, a.prefix.count == b.prefix.count else { return false }
    let bytes = unsafe window.buffer
    for index in 0..<a.local.count
    where unsafe bytes[a.local.lowerBound + index] != bytes[b.local.lowerBound + index] {
      return false
    }
    for index in 0..<a.prefix.count
    where unsafe bytes[a.prefix.lowerBound + index] != bytes[b.prefix.lowerBound + index] {
      return false
    }
    return true
  }
}
