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
    guard text.utf8.first?.isASCIILetter == true, !YAMLTextTraits.isReserved(text) else {
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
    let lineBreak = UInt8(ascii: "\n")
    var hasLineBreak = false
    var holdsMark = false
    var hasTrailingBlank = false
    var previous = lineBreak
    for index in 0..<span.count {
      let byte = span[index]
      // All that matters in ASCII stands up to the colon.
      if byte > UInt8(ascii: ":"), byte < 0x7F {
        previous = byte
        continue
      }
      switch byte {
      case lineBreak:
        hasLineBreak = true
        if previous == blank { hasTrailingBlank = true }
      case blank where previous == UInt8(ascii: ":"), UInt8(ascii: "#") where previous == blank:
        holdsMark = true
      case _
      where YAMLEscape(in: span, at: index, after: previous) != nil
        && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\"):
        isPlainSafe = false
        isLiteralSafe = false
        return
      default: break
      }
      previous = byte
    }
    let endsInBlank = previous == blank
    let first = span.count > 0 ? span[0] : blank
    isLiteralSafe =
      hasLineBreak && !hasTrailingBlank && !endsInBlank && first != blank && first != lineBreak
    isPlainSafe =
      !hasLineBreak && !holdsMark && !endsInBlank && previous != UInt8(ascii: ":")
      && Self.canStartPlain(text) && !Self.isReserved(text)
  }

  private static func canStartPlain(_ text: String) -> Bool {
    guard let scalar = text.unicodeScalars.first else { return false }
    if scalar.isASCII {
      return scalar == "(" || UInt8(truncatingIfNeeded: scalar.value).isASCIILetter
    }
    return scalar.properties.isAlphabetic
  }

  /// Words that are null, truth values or numbers to some reader.
  private static let reserved: Set<String> = [
    "null", "true", "false", "yes", "no", "on", "off", "y", "n", "inf", "nan", "infinity",
  ]

  /// Says whether some reader takes the word for null, a truth value or a number.
  static func isReserved(_ text: String) -> Bool {
    guard text.utf8.count <= 8, let first = text.utf8.first else { return false }
    switch first | 0x20 {
    case UInt8(ascii: "n"), UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "y"),
      UInt8(ascii: "o"), UInt8(ascii: "i"):
      return reserved.contains(text.lowercased())
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
