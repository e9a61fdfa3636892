/// Which encoding a text is in, and the way to UTF-8 (XML 1.0, appendix F).
package enum XMLEncoding {
  /// Whether a text that begins with `head` must be turned into UTF-8 before ``XMLScanner`` reads
  /// it.
  ///
  /// UTF-16 and UTF-32 are known by their first bytes, others by the XML declaration.
  package static func needsTranscoding(_ head: [UInt8]) -> Bool {
    guard head.count >= 2 else { return false }
    switch (head[0], head[1]) {
    case (0xff, 0xfe), (0xfe, 0xff), (0, _), (_, 0): return true
    default: break
    }
    guard let name = declaredEncoding(head) else { return false }
    return !["utf-8", "utf8", "us-ascii", "ascii"].contains(name)
  }

  /// The encoding the declaration names, in lower case.
  private static func declaredEncoding(_ head: [UInt8]) -> String? {
    let text = head.starts(with: [0xef, 0xbb, 0xbf]) ? head[3...] : head[...]
    guard text.starts(with: Array("<?xml".utf8)),
      text.dropFirst(5).first.map(ByteClass.isWhite) == true,
      let end = text.firstIndex(of: UInt8(ascii: ">"))
    else { return nil }
    let declaration = String(decoding: text[..<end], as: UTF8.self)
    let pieces = declaration.split { $0 == "\"" || $0 == "'" }
    for (name, value) in zip(pieces, pieces.dropFirst())
    where name.split(whereSeparator: { $0.isWhitespace || $0 == "=" }).last == "encoding" {
      return value.lowercased()
    }
    return nil
  }

  /// The same document in UTF-8.
  ///
  /// UTF-16 becomes the same text. Of other encodings the document is written anew from what libxml2
  /// reads: prefixes change, names, attributes and texts do not.
  ///
  /// - Parameters:
  ///   - bytes: The document.
  ///   - depth: How deep elements may nest.
  ///   - attributes: The most attributes one element may have.
  ///   - understands: Tells the namespaces for whose sake a branch of an `AlternateContent` is
  ///     chosen, as the prefixes that a `Choice` names get lost; not asked for UTF-16.
  /// - Returns: The document's bytes.
  /// - Throws: ``XMLError`` when the document is not well-formed or not in its encoding.
  package static func utf8(
    _ bytes: [UInt8], depth: Int, attributes: Int, understands: ((String) -> Bool)? = nil
  ) throws(XMLError) -> [UInt8] {
    if let text = utf16AsUTF8(bytes) { return text }
    let reader = try XMLReader(
      bytes, depth: depth, attributes: attributes, understands: understands)
    var output: [UInt8] = []
    var open: [String] = []
    while let event = try reader.next() {
      switch event {
      case .start(let element):
        // Elements go without a prefix: there is none for no namespace (Namespaces in XML 1.0, 2.2).
        let namespace = element.name.namespace
        output += Array("<\(element.name.local)".utf8)
        if namespace != open.last ?? "" { declare("xmlns", namespace, to: &output) }
        open.append(namespace)
        for (index, attribute) in element.attributes.enumerated() {
          let namespace = attribute.name.namespace
          var name = attribute.name.local
          if namespace == "http://www.w3.org/XML/1998/namespace" {
            name = "xml:\(name)"
          } else if !namespace.isEmpty {
            declare("xmlns:a\(index)", namespace, to: &output)
            name = "a\(index):\(name)"
          }
          declare(name, attribute.value, to: &output)
        }
        output.append(UInt8(ascii: ">"))
      case .end(let name):
        output += Array("</\(name.local)>".utf8)
        open.removeLast()
      case .text(let text):
        escape(text, to: &output)
      }
    }
    return output
  }

  /// The text of a document in UTF-16 as UTF-8, without its byte order mark and its declaration,
  /// which names another encoding; nil for other encodings and for what is no sound UTF-16.
  static func utf16AsUTF8(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count >= 4, bytes.count % 2 == 0 else { return nil }
    let isBigEndian: Bool
    switch (bytes[0], bytes[1], bytes[2], bytes[3]) {
    case (0xff, 0xfe, 0, 0): return nil
    case (0xff, 0xfe, _, _), (0x3c, 0, 1..., 0): isBigEndian = false
    case (0xfe, 0xff, _, _), (0, 0x3c, 0, 1...): isBigEndian = true
    default: return nil
    }
    let units = stride(from: 0, to: bytes.count, by: 2).lazy.map { index in
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isBigEndian ? first << 8 | second : second << 8 | first
    }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count / 2 + 16)
    let isBroken = transcode(
      units.makeIterator(), from: UTF16.self, to: UTF8.self, stoppingOnError: true
    ) { text.append($0) }
    guard !isBroken else { return nil }
    if text.starts(with: [0xef, 0xbb, 0xbf]) { text.removeFirst(3) }
    blankDeclaration(&text)
    return text
  }

  /// Puts blanks in the place of the XML declaration, so that lines and columns stay.
  private static func blankDeclaration(_ text: inout [UInt8]) {
    guard text.starts(with: Array("<?xml".utf8)), text.count > 5, ByteClass.isWhite(text[5]),
      let end = text.firstIndex(of: UInt8(ascii: ">"))
    else { return }
    for index in 0...end where text[index] != 0x0a && text[index] != 0x0d { text[index] = 0x20 }
  }

  private static func declare(_ name: String, _ value: String, to output: inout [UInt8]) {
    output += Array(" \(name)=\"".utf8)
    escape(value, to: &output)
    output.append(UInt8(ascii: "\""))
  }

  private static func escape(_ text: String, to output: inout [UInt8]) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "<"): output += Array("&lt;".utf8)
      case UInt8(ascii: ">"): output += Array("&gt;".utf8)
      case UInt8(ascii: "&"): output += Array("&amp;".utf8)
      case UInt8(ascii: "\""): output += Array("&quot;".utf8)
      case 0x09, 0x0d: output += Array("&#\(byte);".utf8)
      case 0x0a: output += Array("&#10;".utf8)
      default: output.append(byte)
      }
    }
  }
}
