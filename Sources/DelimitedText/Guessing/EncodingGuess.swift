/// Tells the encoding of a text from its first bytes.
enum EncodingGuess {
  static func guess(_ sample: ByteSample, asked: TextEncoding?) -> Guess<TextEncoding> {
    let bytes = sample.bytes
    if let mark = ByteOrderMark(startOf: bytes) {
      return Guess(mark.encoding, .certain, because: "the text starts with a byte order mark")
    }
    if let asked { return Guess(asked, .certain, because: "as asked for") }
    if let guess = guessUTF16(bytes) { return guess }

    let checked = UTF8Check.check(bytes.span, from: 0, isFinal: sample.isWhole)
    switch checked.fault {
    case nil, .nul:
      if bytes[..<checked.end].contains(where: { $0 >= 0x80 }) {
        return Guess(
          .utf8, .likely, because: "the sample is well-formed, with characters beyond ASCII")
      }
      return Guess(.utf8, .likely, because: "the sample is ASCII")
    case .invalidByte, .cutShort, .loneSurrogate:
      // Unassigned in Windows-1252, so a hint at something else.
      let strange: Set<UInt8> = [0x81, 0x8D, 0x8F, 0x90, 0x9D]
      return Guess(
        .windows1252, bytes.contains(where: strange.contains) ? .unsure : .likely,
        because: "byte \(checked.end + 1) is not UTF-8")
    }
  }

  /// UTF-16 without a mark shows by its zero bytes: ASCII has one in each unit, always on the same
  /// side.
  ///
  /// Where they are few, as in Chinese, bytes must also occur that are no ASCII text, lest an ASCII
  /// file with a stray NUL be taken for UTF-16.
  private static func guessUTF16(_ bytes: [UInt8]) -> Guess<TextEncoding>? {
    let units = bytes.count / 2
    var zeros = [0, 0]
    var hasOtherThanASCIIText = false
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case 0: zeros[index & 1] += 1
      case ASCII.tab, ASCII.lineFeed, ASCII.carriageReturn, 0x20...0x7E: break
      default: hasOtherThanASCIIText = true
      }
    }
    let most = max(zeros[0], zeros[1])
    let fewest = min(zeros[0], zeros[1])
    let needed = hasOtherThanASCIIText ? units / 16 : units / 2
    guard most > 0, most > needed, fewest * 16 <= most else { return nil }
    return Guess(
      zeros[1] > zeros[0] ? .utf16LittleEndian : .utf16BigEndian, .likely,
      because: "\(most) of \(units) byte pairs have a zero on the same side")
  }
}
