internal import CLibXML2

/// Reads a small XML text event by event, with libxml2's SAX2 parser underneath.
///
/// Any encoding libxml2 knows is taken. There is no network, no external entity, and a DOCTYPE is
/// an error. For sheet data and shared strings there is ``XMLScanner``, which is some ten times
/// faster.
///
///     let reader = try XMLReader(bytes)
///     while let event = try reader.next() { … }
@safe public final class XMLReader {
  private let handler: UnsafeMutablePointer<xmlSAXHandler>
  private let state: SAXState
  private let context: xmlParserCtxtPtr
  private let bytes: [UInt8]
  private var fed = 0
  private var isFinished = false
  private var nextEvent = 0

  /// Starts reading `bytes`.
  ///
  /// - Parameters:
  ///   - bytes: the whole text.
  ///   - depth: how deep elements may nest; libxml2 itself stops at 256.
  ///   - attributes: the most attributes one element may have.
  ///   - understands: tells the namespaces for whose sake a branch of an `AlternateContent` is
  ///     chosen (ECMA-376 Part 3, 9.3): its elements come in the place of the whole, those of other
  ///     branches not at all. With nil all of them come.
  /// - Throws: ``XMLError`` when there is no memory.
  public init(
    _ bytes: [UInt8], depth: Int = 256, attributes: Int = 4_096,
    understands: ((String) -> Bool)? = nil
  ) throws(XMLError) {
    _ = XMLReader.library
    // Fed piece by piece, libxml2 takes the declaration of a long one in UTF-16 for broken.
    self.bytes = XMLEncoding.utf16AsUTF8(bytes) ?? bytes
    self.state = SAXState(depth: depth, attributes: attributes, understands: understands)
    unsafe handler = .allocate(capacity: 1)
    unsafe handler.initialize(to: SAXState.callbacks())
    guard
      let context = unsafe xmlCreatePushParserCtxt(
        handler, Unmanaged.passUnretained(state).toOpaque(), nil, 0, nil)
    else {
      unsafe handler.deallocate()
      throw XMLError(.limitExceeded, "there is no memory left to parse XML")
    }
    unsafe self.context = context
    unsafe state.parser = context
    // Without NOENT, which resolves references, libxml2 leaves `&amp;` in attributes as `&#38;`.
    // There are no entities but the five of XML, since a DOCTYPE is an error.
    let options =
      XML_PARSE_NOENT.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_NOWARNING.rawValue
      | XML_PARSE_NOERROR.rawValue
    _ = unsafe xmlCtxtUseOptions(context, Int32(options))
  }

  deinit {
    // libxml2 makes a document to keep entities in, and leaves it behind.
    if let document = unsafe context.pointee.myDoc { unsafe xmlFreeDoc(document) }
    unsafe xmlFreeParserCtxt(context)
    unsafe handler.deallocate()
  }

  /// libxml2 wants to be set up once, before threads meet in it.
  private static let library: Void = xmlInitParser()

  /// The next event, or nil after the document's end.
  ///
  /// - Throws: ``XMLError`` with line and column.
  public func next() throws(XMLError) -> XMLEvent? {
    while nextEvent == state.events.count {
      if isFinished { return nil }
      state.events.removeAll(keepingCapacity: true)
      nextEvent = 0
      try feed()
    }
    nextEvent += 1
    return state.events[nextEvent - 1]
  }

  private func feed() throws(XMLError) {
    let size = min(bytes.count - fed, 16 << 10)
    let isLast = fed + size == bytes.count
    // Errors of encodings know no parser and would be printed; the thread's handler takes them.
    let handler = unsafe __xmlStructuredError().pointee
    let handlerContext = unsafe __xmlStructuredErrorContext().pointee
    unsafe xmlSetStructuredErrorFunc(nil) { _, _ in }
    defer { unsafe xmlSetStructuredErrorFunc(handlerContext, handler) }
    unsafe bytes.withUnsafeBytes { buffer in
      let start = unsafe buffer.baseAddress?.advanced(by: fed)
      _ = unsafe xmlParseChunk(
        context, start?.assumingMemoryBound(to: CChar.self), Int32(size), isLast ? 1 : 0)
    }
    fed += size
    isFinished = isLast
    if let failure = state.failure { throw failure }
    if unsafe context.pointee.wellFormed == 0 { throw parserError() }
  }

  private func parserError() -> XMLError {
    guard let last = unsafe xmlCtxtGetLastError(context), let text = unsafe last.pointee.message
    else { return state.located(.malformed("it is not well-formed XML")) }
    let words = unsafe String(cString: text)
    let trimmed = words.split { $0 == "\n" || $0 == "\r" }.joined(separator: " ")
    var error = XMLReader.isLimit(trimmed) ? XMLError.parserLimit() : XMLError.malformed(trimmed)
    error.line = unsafe Int(last.pointee.line)
    error.column = unsafe Int(last.pointee.int2)
    return error
  }
}

extension XMLReader {
  /// Whether a sentence of libxml2's tells of one of its own limits, which have no code of theirs in
  /// all of its versions.
  private static func isLimit(_ sentence: String) -> Bool {
    let words = sentence.lowercased()
    return ["huge", "too long", "too big", "too large", "excessive depth"].contains {
      words.contains($0)
    }
  }
}

/// What the C callbacks write into.
@safe private final class SAXState {
  var events: [XMLEvent] = []
  var failure: XMLError?
  /// The parser, which lives as long as the reader does; nil before it is made.
  var parser: xmlParserCtxtPtr?
  private let depthLimit: Int
  private let attributeLimit: Int
  private var depth = 0
  /// The open elements; nil for those that nobody is told of.
  private var open: [XMLName?] = []
  private let understands: ((String) -> Bool)?
  /// The prefixes in force, and how many there were before each open element.
  private var declared: [(prefix: String, uri: String)] = []
  private var declaredBefore: [Int] = []
  /// For every open `AlternateContent` whether a branch was chosen.
  private var alternatives: [(depth: Int, isChosen: Bool)] = []
  /// The depth of the element that is passed over with all in it.
  private var passedOver: Int?
  /// libxml2 interns names, so a pointer stands for one string for the parser's life.
  private var names: [Int: String] = [:]

  init(depth: Int, attributes: Int, understands: ((String) -> Bool)?) {
    depthLimit = depth
    attributeLimit = attributes
    self.understands = understands
  }

  static func callbacks() -> xmlSAXHandler {
    var sax = unsafe xmlSAXHandler()
    unsafe sax.initialized = XML_SAX2_MAGIC
    unsafe sax.startElementNs = {
      context, local, _, uri, declaredCount, declared, count, _, attributes in
      unsafe SAXState.of(context)?.declare(Int(declaredCount), declared)
      unsafe SAXState.of(context)?.start(local, uri, Int(count), attributes)
    }
    unsafe sax.endElementNs = { context, _, _, _ in unsafe SAXState.of(context)?.end() }
    unsafe sax.characters = { context, text, count in
      unsafe SAXState.of(context)?.text(text, Int(count))
    }
    unsafe sax.ignorableWhitespace = { context, text, count in
      unsafe SAXState.of(context)?.text(text, Int(count))
    }
    unsafe sax.cdataBlock = { context, text, count in
      unsafe SAXState.of(context)?.text(text, Int(count))
    }
    unsafe sax.internalSubset = { context, _, _, _ in
      unsafe SAXState.of(context)?.fail(.documentType())
    }
    return unsafe sax
  }

  static func of(_ context: UnsafeMutableRawPointer?) -> SAXState? {
    guard let context = unsafe context else { return nil }
    return unsafe Unmanaged<SAXState>.fromOpaque(context).takeUnretainedValue()
  }

  func fail(_ error: XMLError) {
    guard failure == nil else { return }
    failure = located(error)
    // Nothing behind a fault is looked at, the declarations of a DOCTYPE least of all.
    if let parser = unsafe parser { unsafe xmlStopParser(parser) }
  }

  /// The error with the place where the parser stands.
  func located(_ error: XMLError) -> XMLError {
    guard let parser = unsafe parser else { return error }
    var error = error
    error.line = unsafe Int(xmlSAX2GetLineNumber(parser))
    error.column = unsafe Int(xmlSAX2GetColumnNumber(parser))
    return error
  }

  private func name(_ pointer: UnsafePointer<xmlChar>?) -> String {
    guard let pointer = unsafe pointer else { return "" }
    let key = Int(bitPattern: pointer)
    if let known = names[key] { return known }
    let text = unsafe String(cString: pointer)
    if text.utf8.count > XMLName.longest { fail(.longName()) }
    names[key] = text
    return text
  }

  func start(
    _ local: UnsafePointer<xmlChar>?, _ uri: UnsafePointer<xmlChar>?, _ count: Int,
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    guard failure == nil else { return }
    depth += 1
    guard depth <= depthLimit else { return fail(.depth(depthLimit)) }
    guard count <= attributeLimit else { return fail(.attributes(attributeLimit)) }
    var list: [XMLAttribute] = []
    if let attributes = unsafe attributes, count > 0 {
      list.reserveCapacity(count)
      for index in 0..<count {
        // Five pointers an attribute: local name, prefix, URI, value, end of value.
        let field = unsafe attributes + 5 * index
        guard let start = unsafe field[3], let end = unsafe field[4] else { continue }
        let value = unsafe String(
          decoding: UnsafeBufferPointer(start: start, count: end - start), as: UTF8.self)
        list.append(
          XMLAttribute(
            name: unsafe XMLName(name(field[0]), namespace: name(field[2])), value: value))
      }
    }
    let name = XMLName(unsafe name(local), namespace: unsafe name(uri))
    let element = XMLElement(name: name, attributes: list)
    guard understands == nil || isTold(element) else { return open.append(nil) }
    open.append(name)
    events.append(.start(element))
  }

  /// Takes in the prefixes that the element about to start declares, where they are asked for.
  func declare(_ count: Int, _ pairs: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) {
    guard failure == nil, understands != nil else { return }
    declaredBefore.append(declared.count)
    guard let pairs = unsafe pairs, count > 0 else { return }
    for index in 0..<count {
      declared.append((unsafe name(pairs[2 * index]), unsafe name(pairs[2 * index + 1])))
    }
  }

  /// Whether the element that starts is one to be told of: no wrapper of alternatives, and in no
  /// branch that does not count.
  private func isTold(_ element: XMLElement) -> Bool {
    if passedOver != nil { return false }
    guard element.name.namespace == SAXState.compatibility else { return true }
    switch element.name.local {
    case "AlternateContent": alternatives.append((depth, false))
    case "Choice", "Fallback":
      guard let last = alternatives.indices.last, !alternatives[last].isChosen,
        element.name.local == "Fallback" || isUnderstood(element["Requires"] ?? "")
      else {
        passedOver = depth
        return false
      }
      alternatives[last].isChosen = true
    default: passedOver = depth
    }
    return false
  }

  private func isUnderstood(_ prefixes: String) -> Bool {
    prefixes.split(separator: " ").allSatisfy { prefix in
      guard let namespace = declared.last(where: { $0.prefix == prefix }) else { return false }
      return understands?(namespace.uri) == true
    }
  }

  /// Markup compatibility (ECMA-376 Part 3).
  private static let compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006"

  func end() {
    guard failure == nil, let element = open.popLast() else { return }
    if let element { events.append(.end(element)) }
    if let before = declaredBefore.popLast() { declared.removeLast(declared.count - before) }
    if passedOver == depth { passedOver = nil }
    if let last = alternatives.last, last.depth == depth { alternatives.removeLast() }
    depth -= 1
  }

  func text(_ start: UnsafePointer<xmlChar>?, _ count: Int) {
    guard failure == nil, passedOver == nil, let start = unsafe start, !open.isEmpty else {
      return
    }
    events.append(
      .text(
        unsafe String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)))
  }
}
