/// Turns the raw bytes of XML text and attribute values into what they say.
package enum XMLText {
  /// Appends `raw` with its references resolved and line ends normalised.
  ///
  /// - Parameters:
  ///   - raw: bytes between markup, or between an attribute's quotes.
  ///   - isAttribute: tabs and line ends become blanks (XML 1.0, 3.3.3).
  ///   - isCDATA: `&` stands for itself.
  ///   - offset: where `raw` begins in the text, for errors.
  ///   - output: takes the decoded UTF-8.
  /// - Throws: ``XMLError`` for bad references, forbidden characters and bytes that are not UTF-8.
  /// - Complexity: O(*n*).
  package static func append(
    _ raw: Span<UInt8>, isAttribute: Bool = false, isCDATA: Bool = false, offset: UInt64 = 0,
    to output: inout [UInt8]
  ) throws(XMLError) {
    let start = output.count
    var seen: UInt8 = 0
    var at = 0
    while at < raw.count {
      let byte = raw[at]
      seen |= byte
      at += 1
      switch byte {
      case UInt8(ascii: "&") where !isCDATA:
        try appendReference(raw, at: &at, offset: offset, to: &output)
      case 0x0d:
        output.append(isAttribute ? 0x20 : 0x0a)
        if at < raw.count, raw[at] == 0x0a { at += 1 }
      case 0x09, 0x0a:
        output.append(isAttribute ? 0x20 : byte)
      case ..<0x20:
        throw .malformed(
          "the control character 0x\(hex(byte)) is not allowed in XML", at: offset + UInt64(at - 1))
      case UInt8(ascii: "]") where !isAttribute && !isCDATA:
        if at + 1 < raw.count, raw[at] == byte, raw[at + 1] == UInt8(ascii: ">") {
          throw .malformed("']]>' may not stand in text", at: offset + UInt64(at - 1))
        }
        output.append(byte)
      default:
        output.append(byte)
      }
    }
    if seen >= 0x80 {
      guard isValidUTF8(output.span.extracting(start...)) else { throw .utf8(at: offset) }
    }
  }

  /// The reference that begins behind the `&` before `at` (XML 1.0, 4.1 and 4.6).
  private static func appendReference(
    _ raw: Span<UInt8>, at: inout Int, offset: UInt64, to output: inout [UInt8]
  ) throws(XMLError) {
    let start = at
    while at < raw.count, raw[at] != UInt8(ascii: ";"), at - start < 12 { at += 1 }
    guard at < raw.count, raw[at] == UInt8(ascii: ";"), at > start else {
      throw .malformed(
        "'&' must begin a reference such as '&amp;'", at: offset + UInt64(max(start - 1, 0)))
    }
    let name = raw.extracting(start..<at)
    at += 1
    if name[0] == UInt8(ascii: "#") {
      guard let scalar = character(name) else {
        throw .malformed(
          "a character reference names no character of XML", at: offset + UInt64(start - 1))
      }
      output.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
    } else if let byte = predefined(name) {
      output.append(byte)
    } else {
      throw .malformed(
        "an entity other than lt, gt, amp, quot and apos is used", at: offset + UInt64(start - 1))
    }
  }

  private static func predefined(_ name: Span<UInt8>) -> UInt8? {
    func named(_ text: StaticString) -> Bool {
      guard text.utf8CodeUnitCount == name.count else { return false }
      return text.withUTF8Buffer { buffer in
        for index in 0..<name.count where unsafe buffer[index] != name[index] { return false }
        return true
      }
    }
    if named("amp") { return UInt8(ascii: "&") }
    if named("lt") { return UInt8(ascii: "<") }
    if named("gt") { return UInt8(ascii: ">") }
    if named("quot") { return UInt8(ascii: "\"") }
    if named("apos") { return UInt8(ascii: "'") }
    return nil
  }

  /// The scalar of `#10` or `#x1F600`, or nil when XML does not allow it (XML 1.0, 2.2).
  private static func character(_ name: Span<UInt8>) -> Unicode.Scalar? {
    let isHex = name.count > 1 && name[1] == UInt8(ascii: "x")
    var value: UInt32 = 0
    let first = isHex ? 2 : 1
    guard name.count > first else { return nil }
    for index in first..<name.count {
      guard let digit = hexDigit(name[index]), isHex || digit < 10, value < 0x1000_0000 else {
        return nil
      }
      value = value * (isHex ? 16 : 10) + UInt32(digit)
    }
    guard let scalar = Unicode.Scalar(value) else { return nil }
    let isAllowed =
      value >= 0x20 ? value != 0xfffe && value != 0xffff : value == 9 || value == 10 || value == 13
    return isAllowed ? scalar : nil
  }

  /// The value of a hexadecimal digit, or nil.
  package static func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  private static func hex(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return byte < 16 ? "0" + digits : digits
  }

  /// Whether the bytes are UTF-8 (RFC 3629) of characters that XML allows (XML 1.0, 2.2): no overlong
  /// forms, surrogates, values past U+10FFFF, U+FFFE or U+FFFF.
  ///
  /// Control characters are told by ``ByteClass``.
  package static func isValidUTF8(_ bytes: Span<UInt8>) -> Bool {
    let count = bytes.count
    var at = 0
    while at < count {
      at = endOfShortCharacters(bytes, from: at)
      guard at < count else { return true }
      guard let length = characterLength(bytes, at: at) else { return false }
      at += length
    }
    return true
  }

  /// Goes over characters of one and two bytes, eight bytes a step and without a branch for each, as
  /// in the languages of Latin letters nearly all are.
  ///
  /// - Returns: Where they end: at a longer character, at what is no character, or behind the last
  ///   byte.
  private static func endOfShortCharacters(_ bytes: Span<UInt8>, from start: Int) -> Int {
    let count = bytes.count
    guard count >= 8 else { return start }
    let high: UInt64 = 0x8080_8080_8080_8080
    var at = start
    // The highest bit of the first byte of a step if the byte before begins a character.
    var begun: UInt64 = 0
    while at < count {
      // Of the last bytes that are less than eight, zeros behind them are characters too.
      let rest = count - at
      let place = min(at, count - 8)
      var word = unsafe UInt64(
        littleEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self))
      if rest < 8 { word >>= UInt64(8 * (8 - rest)) }
      let beyond = word & high
      let first = beyond & word << 1
      let next = beyond & ~(word << 1)
      let longer = first & word << 2
      // C0 and C1 would begin overlong forms.
      let overlong = first & ~((word & 0x1e1e_1e1e_1e1e_1e1e) &+ 0x7e7e_7e7e_7e7e_7e7e)
      guard longer | overlong | (next ^ (first << 8 | begun)) == 0 else { break }
      begun = first >> 56
      at += 8
    }
    if at >= count { return begun == 0 ? count : count - 1 }
    // The character that is not settled, or the one before it, is looked at by itself.
    if begun != 0 { return at - 1 }
    while at < count, bytes[at] < 0x80 { at += 1 }
    return at
  }

  /// The bytes of the character that begins at a place; nil if there is none.
  private static func characterLength(_ bytes: Span<UInt8>, at start: Int) -> Int? {
    var at = start + 1
    func take(_ low: UInt8, _ high: UInt8) -> Bool {
      guard at < bytes.count, bytes[at] >= low, bytes[at] <= high else { return false }
      at += 1
      return true
    }
    let isValid =
      switch bytes[start] {
      case 0x00...0x7f: true
      case 0xc2...0xdf: take(0x80, 0xbf)
      case 0xe0: take(0xa0, 0xbf) && take(0x80, 0xbf)
      case 0xe1...0xec, 0xee: take(0x80, 0xbf) && take(0x80, 0xbf)
      case 0xef: (take(0xbf, 0xbf) ? take(0x80, 0xbd) : take(0x80, 0xbe) && take(0x80, 0xbf))
      case 0xed: take(0x80, 0x9f) && take(0x80, 0xbf)
      case 0xf0: take(0x90, 0xbf) && take(0x80, 0xbf) && take(0x80, 0xbf)
      case 0xf1...0xf3: take(0x80, 0xbf) && take(0x80, 0xbf) && take(0x80, 0xbf)
      case 0xf4: take(0x80, 0x8f) && take(0x80, 0xbf) && take(0x80, 0xbf)
      default: false
      }
    return isValid ? at - start : nil
  }
}
