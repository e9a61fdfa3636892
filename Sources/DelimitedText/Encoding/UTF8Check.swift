/// Finds how far bytes are well-formed UTF-8 without NUL (Unicode Standard, table 3-7).
enum UTF8Check {
  /// How many bytes are looked at together: one machine vector.
  private static var blockSize: Int { 16 }

  /// Checks bytes from an offset on.
  ///
  /// - Parameters:
  ///   - bytes: The bytes; those before `start` are known to be good.
  ///   - start: Where to begin, the first byte of a character.
  ///   - isFinal: Whether no further bytes will come, so that half a character at the end is a fault.
  /// - Returns: Where the good bytes end, and what stands there unless it is the end or the first
  ///   part of a character.
  static func check(
    _ bytes: Span<UInt8>, from start: Int, isFinal: Bool
  ) -> (end: Int, fault: TextFault?) {
    var index = start
    while index < bytes.count {
      let block = index &+ blockSize
      if block <= bytes.count {
        if isPlain(bytes.extracting(index..<block)) {
          index = block
          continue
        }
      }
      // Goes on character by character to the end of this block, then tries whole blocks again.
      let stop = min(block, bytes.count)
      while index < stop {
        let byte = bytes[index]
        if byte < 0x80 {
          if byte == ASCII.nul { return (index, .nul) }
          index &+= 1
          continue
        }
        // Most letters beyond ASCII in Western text have two bytes.
        if byte & 0xE0 == 0xC0, byte > 0xC1, index &+ 1 < bytes.count,
          bytes[index &+ 1] & 0xC0 == 0x80
        {
          index &+= 2
          continue
        }
        let length = sequenceLength(bytes, at: index)
        if length == 0 { return (index, .invalidByte(byte)) }
        if length > bytes.count &- index {
          return (index, isFinal ? .cutShort(.utf8) : nil)
        }
        index &+= length
      }
    }
    return (index, nil)
  }

  /// Whether all bytes are ASCII and none is NUL; simple enough for the compiler to do at once.
  @inline(__always)
  private static func isPlain(_ block: Span<UInt8>) -> Bool {
    var seen: UInt8 = 0
    var zeros: UInt8 = 0
    for index in 0..<blockSize {
      let byte = block[index]
      seen |= byte
      zeros |= byte == 0 ? 1 : 0
    }
    return seen < 0x80 && zeros == 0
  }

  /// The length of the character that starts at `index`, or zero when there is none.
  ///
  /// A character cut by the end of the bytes has its whole length, as long as the bytes that are
  /// there may begin one.
  private static func sequenceLength(_ bytes: Span<UInt8>, at index: Int) -> Int {
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch bytes[index] {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: length = 4
    default: return 0
    }
    let available = min(length, bytes.count &- index)
    if available > 1, !second.contains(bytes[index &+ 1]) { return 0 }
    if available > 2, bytes[index &+ 2] & 0xC0 != 0x80 { return 0 }
    if available > 3, bytes[index &+ 3] & 0xC0 != 0x80 { return 0 }
    return length
  }
}
