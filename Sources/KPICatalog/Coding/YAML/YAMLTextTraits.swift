/// What in a text bears on how YAML may hold it, gathered in one pass over its bytes.
struct YAMLTextTraits {
  /// Whether the text can stand without quotes: it starts with a letter or `(`, is one line without
  /// blanks at its ends, is no word with a meaning, and holds nothing that begins or ends anything
  /// in YAML.
  let isPlainSafe: Bool
  /// Whether the text can stand as a block of lines: it has several, none is blank only or ends in
  /// a blank, the first, by which readers measure the indentation, is neither empty nor indented,
  /// and all characters are printable.
  let isLiteralSafe: Bool

  init(_ span: Span<UInt8>) {
    let blank = UInt8(ascii: " ")
    if Self.isOrdinary(span) {
      isLiteralSafe = false
      isPlainSafe =
        span.count > 0 && span[span.count - 1] != blank && Self.canStartPlain(span)
        && !Self.isReserved(span)
      return
    }
    let lineBreak = UInt8(ascii: "\n")
    var hasLineBreak = false
    var holdsMark = false
    var hasTrailingBlank = false
    var previous = lineBreak
    for index in 0..<span.count {
      let byte = span[index]
      switch byte {
      // Nothing in ASCII matters but these and, from `!` on, `#`, `&` and the colon before a blank.
      case UInt8(ascii: "'")..<0x7F, UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "!"),
        UInt8(ascii: "\""):
        break
      case blank:
        if previous == UInt8(ascii: ":") { holdsMark = true }
      case lineBreak:
        hasLineBreak = true
        if previous == blank { hasTrailingBlank = true }
      case UInt8(ascii: "#"):
        if previous == blank { holdsMark = true }
      default:
        if YAMLEscape(in: span, at: index, after: previous) != nil {
          isPlainSafe = false
          isLiteralSafe = false
          return
        }
      }
      previous = byte
    }
    let endsInBlank = previous == blank
    let first = span.count > 0 ? span[0] : blank
    isLiteralSafe =
      hasLineBreak && !hasTrailingBlank && !endsInBlank && first != blank && first != lineBreak
    isPlainSafe =
      !hasLineBreak && !holdsMark && !endsInBlank && previous != UInt8(ascii: ":")
      && Self.canStartPlain(span) && !Self.isReserved(span)
  }

  /// Says whether none of the bytes is a mark, a line break or a part of a character that must be
  /// escaped: so are nearly all, and to see that eight are looked at in one step.
  private static func isOrdinary(_ span: Span<UInt8>) -> Bool {
    let bytes = unsafe span.bytes
    let count = span.count
    guard count > 8 else {
      // What is missing of eight is filled up with letters.
      let letters: UInt64 = 0x6161_6161_6161_6161
      let filling = count == 8 ? 0 : letters << UInt64(8 * count)
      return isOrdinary(packed(span) | filling) || isOrdinary(span, 0..<count)
    }
    var index = 0
    while index < count {
      // The last eight, some of them looked at already, when less than eight are left.
      let start = min(index, count - 8)
      // Eight bytes from there are within the text.
      let word = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self)
      if !isOrdinary(word), !isOrdinary(span, start..<start + 8) { return false }
      index += 8
    }
    return true
  }

  private static func isOrdinary(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for index in range {
      let byte = span[index]
      let isASCII = byte >= 0x27 && byte < 0x7F && byte != UInt8(ascii: ":")
      let isFurther = byte >= 0x80 && byte != 0xC2 && byte != 0xE2 && byte != 0xEF
      if !(isASCII || isFurther || byte == UInt8(ascii: " ")) { return false }
    }
    return true
  }

  /// Says whether eight bytes are all ASCII from `'` on or blanks, and none a colon or delete.
  ///
  /// Each sum sets a byte's highest bit by whether the byte is of a kind; in ASCII none reaches the
  /// byte beside it.
  private static func isOrdinary(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let high = ones << 7
    guard word & high == 0 else { return false }
    let isFromQuote = word &+ (0x80 - 0x27) &* ones
    let isNotBlank = (word ^ 0x20 &* ones) &+ 0x7F &* ones
    let isNotColon = (word ^ 0x3A &* ones) &+ 0x7F &* ones
    let isNotDelete = (word ^ 0x7F &* ones) &+ 0x7F &* ones
    return (isFromQuote | ~isNotBlank) & isNotColon & isNotDelete & high == high
  }

  private static func canStartPlain(_ span: Span<UInt8>) -> Bool {
    guard span.count > 0 else { return false }
    let first = span[0]
    if first < 0x80 { return first == UInt8(ascii: "(") || first.isASCIILetter }
    // A character has at most four bytes.
    let start = span.extracting(first: min(span.count, 4))
    let scalar = unsafe start.withUnsafeBufferPointer {
      unsafe String(decoding: $0, as: UTF8.self).unicodeScalars.first
    }
    return scalar?.properties.isAlphabetic ?? false
  }

  /// Says whether some reader takes the word for null, a truth value or a number.
  static func isReserved(_ span: Span<UInt8>) -> Bool {
    guard span.count > 0, span.count <= 8 else { return false }
    switch span[0] | 0x20 {
    case UInt8(ascii: "n"), UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "y"),
      UInt8(ascii: "o"), UInt8(ascii: "i"):
      return isReserved(lowercased: packed(span) | lowercaseBits(span.count))
    default: return false
    }
  }

  private static let reserved: [UInt64] = [
    "null", "true", "false", "yes", "no", "on", "off", "y", "n", "inf", "nan", "infinity",
  ].map { packed($0.utf8Span.span) }

  /// The words in any case, each packed as ``packed(_:)`` does.
  private static func isReserved(lowercased word: UInt64) -> Bool {
    reserved.contains(word)
  }

  /// At most eight bytes as one number, the first lowest.
  private static func packed(_ span: Span<UInt8>) -> UInt64 {
    let count = span.count
    if count >= 4 {
      let bytes = unsafe span.bytes
      // The halves are within the text; where they overlap they are the same.
      let low = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: 0, as: UInt32.self)
      let high = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
      return UInt64(low.littleEndian) | UInt64(high.littleEndian) << UInt64(8 * (count - 4))
    }
    var word: UInt64 = 0
    for index in 0..<count { word |= UInt64(span[index]) << UInt64(8 * index) }
    return word
  }

  /// For each of the first bytes the bit that makes a letter small.
  private static func lowercaseBits(_ count: Int) -> UInt64 {
    0x2020_2020_2020_2020 >> UInt64(8 * (8 - count))
  }
}
