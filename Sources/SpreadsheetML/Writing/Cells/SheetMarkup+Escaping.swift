internal import Glibc

/// Text as XML can hold it (ECMA-376 Part 1, 22.9.2.19 and XML 1.0, 2.2).
///
/// Markup characters become references, and so does a carriage return, which a parser would turn into
/// a line feed. What XML cannot hold becomes `_xHHHH_`; an underscore that could be taken for the
/// start of such an escape becomes one itself.
extension SheetMarkup {
  /// Appends text; makes the room it needs.
  mutating func putEscaped(_ text: Span<UInt8>) throws(WorkbookError) {
    var start = 0
    if text.isEmpty { return }
    // Long texts go in pieces that surely fit.
    while true {
      let end = min(start &+ 4096, text.count)
      if !hasRoom(end &- start &+ 64) { try makeRoom() }
      let piece = text.extracting(start..<end)
      start = copyPlain(piece) ? end : try putSlowly(text, from: start, to: end)
      if start >= text.count { return }
    }
  }

  /// Copies text if none of its bytes needs a closer look; there must be room for it and 64 more.
  ///
  /// Eight bytes are moved and looked at together, the last eight overlapping those before.
  ///
  /// - Returns: whether it could be copied; if not, nothing counts as written.
  @inline(__always)
  private mutating func copyPlain(_ text: Span<UInt8>) -> Bool {
    let length = text.count
    let source = unsafe text.bytes
    let target = unsafe UnsafeMutableRawPointer(base + count)
    var seen: UInt64 = 0
    if length >= 8 {
      var offset = 0
      let last = length &- 8
      while offset < last {
        let word = unsafe source.unsafeLoadUnaligned(
          fromUncheckedByteOffset: offset, as: UInt64.self)
        unsafe target.storeBytes(of: word, toByteOffset: offset, as: UInt64.self)
        seen |= SheetMarkup.special(word)
        offset &+= 8
      }
      let word = unsafe source.unsafeLoadUnaligned(fromUncheckedByteOffset: last, as: UInt64.self)
      unsafe target.storeBytes(of: word, toByteOffset: last, as: UInt64.self)
      seen |= SheetMarkup.special(word)
    } else if length >= 4 {
      let head = unsafe source.unsafeLoadUnaligned(fromUncheckedByteOffset: 0, as: UInt32.self)
      let tail = unsafe source.unsafeLoadUnaligned(
        fromUncheckedByteOffset: length &- 4, as: UInt32.self)
      unsafe target.storeBytes(of: head, as: UInt32.self)
      unsafe target.storeBytes(of: tail, toByteOffset: length &- 4, as: UInt32.self)
      seen = SheetMarkup.special(UInt64(head) | UInt64(tail) << 32)
    } else if length > 0 {
      let (first, middle, last) = (text[0], text[length >> 1], text[length &- 1])
      unsafe target.storeBytes(of: first, as: UInt8.self)
      unsafe target.storeBytes(of: middle, toByteOffset: length >> 1, as: UInt8.self)
      unsafe target.storeBytes(of: last, toByteOffset: length &- 1, as: UInt8.self)
      // The rest of the word is blanks.
      seen = SheetMarkup.special(
        0x2020_2020_2000_0000 | UInt64(first) | UInt64(middle) << 8 | UInt64(last) << 16)
    }
    guard seen == 0 else { return false }
    count &+= length
    return true
  }

  /// Not zero if any of eight bytes is a control character, `&`, `<`, `>`, `_` or 0xEF, with which
  /// U+FFFE and U+FFFF begin.
  @inline(__always)
  private static func special(_ word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    func zero(_ word: UInt64) -> UInt64 { (word &- ones) & ~word }
    let found =
      ((word &- ones &* 0x20) & ~word) | zero(word ^ ones &* 0x26) | zero(word ^ ones &* 0x5f)
      // `<` and `>` differ in one bit.
      | zero((word | ones &* 0x02) ^ ones &* 0x3e) | zero(word ^ ones &* 0xef)
    return found & 0x8080_8080_8080_8080
  }

  /// Appends bytes of a text one by one.
  ///
  /// - Returns: where to go on: `end`, or past it when a character reaches beyond.
  @inline(never)
  private mutating func putSlowly(
    _ text: Span<UInt8>, from start: Int, to end: Int
  ) throws(WorkbookError) -> Int {
    var index = start
    while index < end {
      if !hasRoom(64) { try makeRoom() }
      let byte = text[index]
      switch byte {
      case UInt8(ascii: "&"): put("&amp;")
      case UInt8(ascii: "<"): put("&lt;")
      case UInt8(ascii: ">"): put("&gt;")
      case 0x09, 0x0a: putByte(byte)
      case 0x0d: put("&#13;")
      case 0..<0x20: putEscape(UInt16(byte))
      case UInt8(ascii: "_") where TextEscape.begins(in: text, at: index): putEscape(0x5f)
      case 0xef where TextEscape.isNoncharacter(in: text, at: index):
        putEscape(0xff00 | UInt16(text[index &+ 2]) &+ 0x40)
        index &+= 2
      default: putByte(byte)
      }
      index &+= 1
    }
    return index
  }

  @inline(__always)
  private mutating func putByte(_ byte: UInt8) {
    unsafe base[count] = byte
    count &+= 1
  }

  /// Appends `_xHHHH_`.
  private mutating func putEscape(_ unit: UInt16) {
    put("_x")
    for shift in [12, 8, 4, 0] as [UInt16] {
      let digit = UInt8(truncatingIfNeeded: unit >> shift & 15)
      putByte(digit < 10 ? 0x30 &+ digit : 0x37 &+ digit)
    }
    put("_")
  }
}
