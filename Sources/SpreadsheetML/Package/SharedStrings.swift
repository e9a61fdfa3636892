internal import XMLStream
internal import Zip

/// The texts that cells share (ECMA-376 Part 1, 18.4): one buffer of UTF-8 and where each ends.
///
/// Rich text is kept without its formatting, phonetic guides are left out, `_xHHHH_` is undone.
@safe package final class SharedStrings: Sendable {
  /// The texts as pointers that are valid as long as the table lives, and need no counting.
  @safe package struct Pointers: @unchecked Sendable {
    package let bytes: UnsafeBufferPointer<UInt8>
    package let ends: UnsafeBufferPointer<Int>

    /// The place of a text among ``bytes``, or nil when there is none of this index.
    @inlinable package func range(_ index: Int) -> Range<Int>? {
      guard index >= 0, unsafe index < ends.count else { return nil }
      return unsafe (index == 0 ? 0 : ends[index - 1])..<ends[index]
    }
  }

  private let bytes: GrowingBuffer<UInt8>
  private let ends: GrowingBuffer<Int>

  /// A table without texts.
  static let empty = SharedStrings(bytes: GrowingBuffer(), ends: GrowingBuffer())

  init(bytes: consuming GrowingBuffer<UInt8>, ends: consuming GrowingBuffer<Int>) {
    self.bytes = bytes
    self.ends = ends
  }

  /// Where the texts lie.
  package var pointers: Pointers { unsafe Pointers(bytes: bytes.all, ends: ends.all) }

  /// How many texts there are.
  package var count: Int { ends.count }

  /// The text of an index from 0, or nil.
  func text(_ index: Int) -> String? {
    pointers.range(index).map {
      unsafe String(decoding: UnsafeBufferPointer(rebasing: bytes.all[$0]), as: UTF8.self)
    }
  }
}

extension SharedStrings {
  /// Reads the shared strings part.
  ///
  /// - Complexity: O(*n*) in its size; memory is the texts' and 8 bytes for each.
  static func read(
    _ part: String, in package: WorkbookPackage
  ) throws(WorkbookError) -> SharedStrings {
    let entry = try package.entry(part)
    let source = try PartSource(part, in: package)
    return try WorkbookError.wrappingXML(at: Place(part: part)) { () throws(XMLError) in
      let window = ByteWindow(
        try source.utf8(), capacity: Int(min(entry.size, 128 << 10)) + 64,
        limit: package.limits.rowBytes)
      let xml = try XMLScanner(
        window, depth: package.limits.depth, attributes: package.limits.attributes)
      var loader = SharedStringsLoader(limit: package.limits.partBytes)
      try loader.load(xml)
      return loader.finish()
    }
  }
}

/// The loop over `si` elements.
private struct SharedStringsLoader: ~Copyable {
  private var bytes = GrowingBuffer<UInt8>()
  private var ends = GrowingBuffer<Int>()
  private let limit: UInt64
  private var compatibility = Compatibility()
  /// Whether names without a prefix are of the main namespace.
  private var isMainWithoutPrefix = false

  init(limit: UInt64) { self.limit = limit }

  consuming func finish() -> SharedStrings { SharedStrings(bytes: bytes, ends: ends) }

  mutating func load(_ xml: XMLScanner) throws(XMLError) {
    var scratch: [UInt8] = []
    while true {
      loadPlainItems(xml)
      guard UInt64(bytes.count) + UInt64(ends.count) * 8 <= limit else {
        throw XMLError(
          .limitExceeded,
          "the shared texts take more than \(limit) bytes, the limit ReadLimits.partBytes")
      }
      guard !bytes.isExhausted, !ends.isExhausted else {
        throw XMLError(.limitExceeded, "there is no memory left for the shared texts")
      }
      switch try xml.next() {
      case .finished: return
      case .end: compatibility.end(xml)
      case .start where xml.depth == 1:
        isMainWithoutPrefix = Namespace.main.contains(xml.namespace(ofPrefix: "") ?? "")
      case .start:
        // Items stand in the root or in a branch of alternatives; all else is passed over whole.
        if try compatibility.isTransparent(xml) { continue }
        guard xml.localName == "si", Namespace.main.contains(xml.namespace(xml.namespace)) else {
          try xml.skipElement()
          continue
        }
        scratch.removeAll(keepingCapacity: true)
        try RichText.append(xml, to: &scratch)
        unsafe scratch.withUnsafeBufferPointer { unsafe bytes.append($0) }
        ends.append(bytes.count)
      case .text: continue
      }
    }
  }

  /// The place behind `<si><t xml:space="preserve">`.
  private func spacedItem(_ text: Span<UInt8>, at: Int) -> Int? {
    guard let a = text.skip("<si><t x", at: at), let b = text.skip("ml:space", at: a),
      let c = text.skip("=\"preser", at: b)
    else { return nil }
    return text.skip("ve\">", at: c)
  }

  /// Takes all items of the plain form `<si><t>…</t></si>` that lie in the window.
  private mutating func loadPlainItems(_ xml: XMLScanner) {
    guard isMainWithoutPrefix, xml.depth == 1, !xml.hasInnerNamespaces else { return }
    let all = unsafe xml.window.buffer
    let text = unsafe Span(_unsafeElements: all)
    let classes = unsafe ByteClass.pointer
    let bracket = ByteClass.bracket
    let unusual = (ByteClass.unusualInText | ByteClass.underscore) & ~bracket
    var position = xml.position
    defer { xml.position = position }
    while true {
      guard let from = text.skip("<si><t>", at: position) ?? spacedItem(text, at: position) else {
        return
      }
      var beyond: UInt64 = 0
      var at = text.endOfPlainWords(from: from, beyond: &beyond)
      var seen: UInt8 = beyond == 0 ? 0 : ByteClass.beyondASCII
      while text[at] != UInt8(ascii: "<") {
        seen |= unsafe classes[Int(text[at])]
        if text[at] == 0 { return }
        at += 1
      }
      guard seen & unusual == 0, let close = text.skip("</t></si", at: at),
        text[close] == UInt8(ascii: ">")
      else { return }
      if seen & bracket != 0, ByteClass.holdsSectionEnd(text.extracting(from..<at)) { return }
      if seen & ByteClass.beyondASCII != 0, !XMLText.isValidUTF8(text.extracting(from..<at)) {
        return
      }
      unsafe bytes.append(UnsafeBufferPointer(rebasing: all[from..<at]))
      ends.append(bytes.count)
      position = close + 1
    }
  }
}
