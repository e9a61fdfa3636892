/// How a text is best written in YAML so that every reader, of YAML 1.1 or 1.2, takes it for that
/// text.
enum YAMLScalarStyle: Equatable {
  /// Without quotes.
  case plain
  /// In double quotes, with escapes.
  case quoted
  /// As a block of lines after `|`.
  case literal

  /// Chooses the style of a value.
  static func forValue(_ text: String) -> YAMLScalarStyle {
    let traits = YAMLTextTraits(text)
    if traits.isPlainSafe { return .plain }
    return traits.isLiteralSafe ? .literal : .quoted
  }

  /// Chooses the style of a key, which must stand on one line.
  static func forKey(_ text: String) -> YAMLScalarStyle {
    YAMLTextTraits(text).isPlainSafe ? .plain : .quoted
  }

  /// Says whether a text can stand in a list of the form `[a, b]` without quotes.
  static func isFlowSafe(_ text: String) -> Bool {
    guard text.utf8.first?.isASCIILetter == true, !YAMLTextTraits.isReserved(text.utf8Span.span)
    else {
      return false
    }
    return text.utf8.allSatisfy {
      $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
        || $0 == UInt8(ascii: "@")
    }
  }
}

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

  init(_ text: String) {
    let span = text.utf8Span.span
    let blank = UInt8(ascii: " ")
    if Self.isOrdinary(span) {
      isLiteralSafe = false
      isPlainSafe =
        span.count > 0 && span[span.count - 1] != blank && Self.canStartPlain(span, text)
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
      && Self.canStartPlain(span, text) && !Self.isReserved(span)
  }

  /// Says whether none of the bytes is a mark, a line break or a part of a character that must be
  /// escaped: so are nearly all, and to see that takes no steps from byte to byte.
  private static func isOrdinary(_ span: Span<UInt8>) -> Bool {
    var isOrdinary = true
    for index in 0..<span.count {
      let byte = span[index]
      let isASCII = byte >= 0x27 && byte < 0x7F && byte != UInt8(ascii: ":")
      let isFurther = byte >= 0x80 && byte != 0xC2 && byte != 0xE2 && byte != 0xEF
      if !(isASCII || isFurther || byte == UInt8(ascii: " ")) { isOrdinary = false }
    }
    return isOrdinary
  }

  private static func canStartPlain(_ span: Span<UInt8>, _ text: String) -> Bool {
    guard span.count > 0 else { return false }
    let first = span[0]
    if first < 0x80 { return first == UInt8(ascii: "(") || first.isASCIILetter }
    return text.unicodeScalars.first?.properties.isAlphabetic ?? false
  }

  /// Words that are null, truth values or numbers to some reader, each packed as ``packed(_:)``
  /// does.
  private static let reserved: [UInt64] = [
    "null", "true", "false", "yes", "no", "on", "off", "y", "n", "inf", "nan", "infinity",
  ].map { packed($0.utf8Span.span) }

  /// At most eight bytes as one number, ASCII letters as small ones.
  private static func packed(_ span: Span<UInt8>) -> UInt64 {
    var word: UInt64 = 0
    for index in 0..<min(span.count, 8) {
      let byte = span[index]
      word = word << 8 | UInt64(byte.isASCIILetter ? byte | 0x20 : byte)
    }
    return word
  }

  /// Says whether some reader takes the word for null, a truth value or a number.
  static func isReserved(_ span: Span<UInt8>) -> Bool {
    guard span.count > 0, span.count <= 8 else { return false }
    switch span[0] | 0x20 {
    case UInt8(ascii: "n"), UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "y"),
      UInt8(ascii: "o"), UInt8(ascii: "i"):
      return reserved.contains(packed(span))
    default: return false
    }
  }
}

/// A character that must be written as an escape in double quotes: quotes and backslashes,
/// controls, line breaks of any kind, the byte order mark, what is no character (YAML 1.2.2, 5.1),
/// and an `&` a cautious reader could take for an anchor.
struct YAMLEscape {
  /// How many bytes it replaces.
  let length: Int
  /// The escape.
  let text: String

  /// Looks at the character that begins at a byte; nil if it can stand as it is.
  init?(in span: Span<UInt8>, at index: Int, after previous: UInt8) {
    let byte = span[index]
    switch byte {
    case UInt8(ascii: "&"):
      guard YAMLGuard.couldBeginToken(after: previous), index + 1 < span.count,
        YAMLGuard.isNameByte(span[index + 1])
      else { return nil }
      self.init(1, "\\x26")
    case UInt8(ascii: "\""): self.init(1, "\\\"")
    case UInt8(ascii: "\\"): self.init(1, "\\\\")
    case 0x20..<0x7F: return nil
    case UInt8(ascii: "\n"): self.init(1, "\\n")
    case UInt8(ascii: "\r"): self.init(1, "\\r")
    case UInt8(ascii: "\t"): self.init(1, "\\t")
    case 0..<0x20, 0x7F: self.init(1, Self.hexadecimal(byte))
    case 0xC2:
      guard index + 1 < span.count, span[index + 1] < 0xA0 else { return nil }
      self.init(2, Self.hexadecimal(span[index + 1]))
    case 0xE2, 0xEF:
      guard index + 2 < span.count else { return nil }
      switch (byte, span[index + 1], span[index + 2]) {
      case (0xE2, 0x80, 0xA8): self.init(3, "\\u2028")
      case (0xE2, 0x80, 0xA9): self.init(3, "\\u2029")
      case (0xEF, 0xBB, 0xBF): self.init(3, "\\ufeff")
      case (0xEF, 0xBF, 0xBE): self.init(3, "\\ufffe")
      case (0xEF, 0xBF, 0xBF): self.init(3, "\\uffff")
      default: return nil
      }
    default: return nil
    }
  }

  private init(_ length: Int, _ text: String) {
    self.length = length
    self.text = text
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    (byte < 0x10 ? "\\x0" : "\\x") + String(byte, radix: 16)
  }
}
