/// Names and attributes as they stand in tags.
extension XMLScanner {
  func scanName(
    _ bytes: Span<UInt8>, at: inout Int
  ) -> (prefix: Range<Int>, local: Range<Int>)? {
    let start = at
    guard ByteClass.startsName(bytes[at]) else { return nil }
    var colon: Int?
    var seen: UInt8 = 0
    while ByteClass.continuesName(bytes[at]) {
      if bytes[at] == UInt8(ascii: ":") {
        // One colon, between two names (Namespaces in XML 1.0, 4).
        guard colon == nil, at > start else { return nil }
        colon = at
      }
      seen |= bytes[at]
      at += 1
    }
    if seen >= 0x80, !XMLText.isValidUTF8(bytes.extracting(start..<at)) { return nil }
    guard let colon else { return (start..<start, start..<at) }
    guard ByteClass.startsName(bytes[colon + 1]) else { return nil }
    return (start..<colon, colon + 1..<at)
  }

  func scanAttribute(
    _ bytes: Span<UInt8>, at: inout Int
  ) throws(XMLError) -> AttributePlace? {
    guard let name = scanName(bytes, at: &at) else { return nil }
    while ByteClass.isWhite(bytes[at]) { at += 1 }
    guard bytes[at] == UInt8(ascii: "=") else { return nil }
    at += 1
    while ByteClass.isWhite(bytes[at]) { at += 1 }
    let quote = bytes[at]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
    at += 1
    let start = at
    var seen: UInt8 = 0
    while true {
      let byte = bytes[at]
      if byte == quote { break }
      if byte == 0, at == window.end { return nil }
      if byte == UInt8(ascii: "<") {
        throw .malformed("'<' may not stand in an attribute", at: window.discarded + UInt64(at))
      }
      seen |= ByteClass.table[Int(byte)]
      at += 1
    }
    guard seen & ByteClass.forbidden == 0 else {
      throw .malformed("a control character is not allowed in XML", at: offset)
    }
    at += 1
    return AttributePlace(
      prefix: name.prefix, local: name.local, value: start..<at - 1, classes: seen)
  }
}
