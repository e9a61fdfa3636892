/// Markup that is no element: comments, CDATA, instructions.
extension XMLScanner {
  func scanDeclaration(_ bytes: Span<UInt8>) throws(XMLError) -> Step {
    let at = position
    // The longest opening, `<![CDATA[`, must be there before it is looked at.
    if window.end - at < 9, !window.isAtEnd { return .needsMore }
    if starts(bytes, at, "<!--") {
      guard let end = find("--", in: bytes, from: at + 4) else { return .needsMore }
      guard bytes[end] == UInt8(ascii: ">") else {
        if end == window.end, !window.isAtEnd { return .needsMore }
        throw .malformed("'--' may not stand in a comment", at: offset)
      }
      try checkCharacters(bytes, at + 4..<end - 2)
      position = end + 1
      return .passedOver
    }
    if starts(bytes, at, "<![CDATA[") {
      guard depth > 0 else { throw .malformed("CDATA stands outside the root", at: offset) }
      guard let end = find("]]>", in: bytes, from: at + 9) else { return .needsMore }
      var seen: UInt8 = 0
      for index in at + 9..<end - 3 { seen |= ByteClass.table[Int(bytes[index])] }
      takeCDATA(at + 9..<end - 3, classes: seen)
      guard seen & ByteClass.forbidden == 0 else {
        throw .malformed("a control character is not allowed in XML", at: offset)
      }
      position = end
      return .token(.text)
    }
    if starts(bytes, at, "<!DOCTYPE") { throw .documentType(at: offset) }
    throw .malformed("'<!' begins nothing that is allowed here", at: offset)
  }

  /// Passes over `<?name …?>`; the name `xml` is the declaration's, which only begins a text
  /// (XML 1.0, 2.6).
  func scanInstruction(_ bytes: Span<UInt8>) throws(XMLError) -> Step {
    guard let end = find("?>", in: bytes, from: position + 2) else { return .needsMore }
    var at = position + 2
    let name = scanName(bytes, at: &at)
    guard let name, ByteClass.isWhite(bytes[at]) || at == end - 2 else {
      throw .malformed("'<?' must be followed by a name", at: offset)
    }
    if name.prefix.isEmpty, string(name.local).lowercased() == "xml", offset != start {
      throw .malformed("an XML declaration stands behind the beginning", at: offset)
    }
    try checkCharacters(bytes, at..<end - 2)
    position = end
    return .passedOver
  }

  /// Looks at bytes that are passed over and never decoded.
  private func checkCharacters(_ bytes: Span<UInt8>, _ range: Range<Int>) throws(XMLError) {
    var seen: UInt8 = 0
    for index in range { seen |= ByteClass.table[Int(bytes[index])] }
    guard seen & ByteClass.forbidden == 0 else {
      throw .malformed("a control character is not allowed in XML", at: offset)
    }
    if seen & ByteClass.beyondASCII != 0, !XMLText.isValidUTF8(bytes.extracting(range)) {
      throw .utf8(at: offset)
    }
  }

  private func starts(_ bytes: Span<UInt8>, _ at: Int, _ text: StaticString) -> Bool {
    guard at + text.utf8CodeUnitCount <= bytes.count else { return false }
    return text.withUTF8Buffer { utf8 in
      for index in 0..<utf8.count where unsafe bytes[at + index] != utf8[index] { return false }
      return true
    }
  }

  /// The place behind the next occurrence of `text`, or nil when the window ends before it.
  private func find(_ text: StaticString, in bytes: Span<UInt8>, from: Int) -> Int? {
    guard from <= window.end else { return nil }
    let first = text.withUTF8Buffer { unsafe $0[0] }
    var at = from
    while at < window.end {
      if bytes[at] == first, starts(bytes, at, text) { return at + text.utf8CodeUnitCount }
      at += 1
    }
    return nil
  }
}
