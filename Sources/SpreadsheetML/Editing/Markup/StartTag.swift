internal import XMLStream

/// The bytes of one start tag, changed attribute by attribute: what is not named stays as it is,
/// with its quotes, its order and the white space between.
struct StartTag: Hashable {
  private struct Attribute: Hashable {
    /// From the white space before the name up to behind the closing quote.
    var whole: Range<Int>
    var name: Range<Int>
    /// Between the quotes.
    var value: Range<Int>
  }

  /// The tag from `<` to `>`.
  private(set) var bytes: [UInt8]
  private var name = 0..<0
  private var attributes: [Attribute] = []

  /// Takes a tag that a tokenizer has found well-formed.
  init(_ bytes: some Sequence<UInt8>) {
    self.bytes = Array(bytes)
    findAttributes()
  }

  /// Makes a tag of a name and attributes.
  init(named name: [UInt8], isEmptyElement: Bool = false) {
    self.init([UInt8(ascii: "<")] + name + Array(isEmptyElement ? "/>".utf8 : ">".utf8))
  }

  /// The element's name with its prefix.
  var qualifiedName: [UInt8] { Array(bytes[name]) }

  /// The prefix of the element's name with its colon; empty without one.
  var prefix: [UInt8] {
    bytes[name].firstIndex(of: UInt8(ascii: ":")).map { Array(bytes[name.lowerBound...$0]) } ?? []
  }

  /// Whether the tag is the whole element: `<c r="B7"/>`.
  var isEmptyElement: Bool { bytes.count >= 2 && bytes[bytes.count - 2] == UInt8(ascii: "/") }

  /// The end tag that goes with it.
  var endTag: [UInt8] { Array("</".utf8) + qualifiedName + [UInt8(ascii: ">")] }

  /// The decoded value of the attribute of this name, prefix included, or nil.
  subscript(_ attribute: String) -> String? {
    guard let place = place(of: attribute) else { return nil }
    let raw = bytes[attributes[place].value]
    var decoded: [UInt8] = []
    // The tokenizer has taken these bytes before, so that nothing is wrong with them.
    guard (try? XMLText.append(Array(raw).span, isAttribute: true, to: &decoded)) != nil else {
      return String(decoding: raw, as: UTF8.self)
    }
    return String(decoding: decoded, as: UTF8.self)
  }

  /// The names of all attributes, prefixes included, in their order.
  var attributeNames: [String] {
    attributes.map { String(decoding: bytes[$0.name], as: UTF8.self) }
  }

  /// Gives an attribute a value: in its place where it is there, else behind all others.
  mutating func set(_ attribute: String, to value: String) {
    if let place = place(of: attribute) {
      let range = attributes[place].value
      bytes.replaceSubrange(
        range, with: EscapedText.attribute(value, quote: bytes[range.lowerBound - 1]))
    } else {
      let end = attributes.last?.whole.upperBound ?? name.upperBound
      bytes.insert(
        contentsOf: Array(" \(attribute)=\"".utf8) + EscapedText.attribute(value)
          + [UInt8(ascii: "\"")], at: end)
    }
    findAttributes()
  }

  /// Takes an attribute away, where it is there, with the white space before it.
  mutating func remove(_ attribute: String) {
    guard let place = place(of: attribute) else { return }
    bytes.removeSubrange(attributes[place].whole)
    findAttributes()
  }

  /// Makes it the tag of an element with content, or of one without.
  mutating func setEmptyElement(_ isEmpty: Bool) {
    guard isEmpty != isEmptyElement else { return }
    if isEmpty {
      bytes.insert(UInt8(ascii: "/"), at: bytes.count - 1)
    } else {
      bytes.remove(at: bytes.count - 2)
    }
    findAttributes()
  }

  private func place(of attribute: String) -> Int? {
    attributes.firstIndex { bytes[$0.name].elementsEqual(attribute.utf8) }
  }

  private mutating func findAttributes() {
    attributes.removeAll()
    func isWhite(_ at: Int) -> Bool {
      at < bytes.count
        && (bytes[at] == 0x20 || bytes[at] == 0x09 || bytes[at] == 0x0a || bytes[at] == 0x0d)
    }
    func endsName(_ at: Int) -> Bool {
      at >= bytes.count || isWhite(at) || bytes[at] == UInt8(ascii: "=")
        || bytes[at] == UInt8(ascii: "/") || bytes[at] == UInt8(ascii: ">")
    }
    var at = min(1, bytes.count)
    while !endsName(at) { at += 1 }
    name = min(1, bytes.count)..<at
    while true {
      let start = at
      while isWhite(at) { at += 1 }
      let nameStart = at
      while !endsName(at) { at += 1 }
      let nameEnd = at
      while isWhite(at) { at += 1 }
      guard nameEnd > nameStart, at < bytes.count, bytes[at] == UInt8(ascii: "=") else { return }
      at += 1
      while isWhite(at) { at += 1 }
      guard at < bytes.count else { return }
      let quote = bytes[at]
      guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
        let close = bytes[(at + 1)...].firstIndex(of: quote)
      else { return }
      attributes.append(
        Attribute(whole: start..<close + 1, name: nameStart..<nameEnd, value: at + 1..<close))
      at = close + 1
    }
  }
}
