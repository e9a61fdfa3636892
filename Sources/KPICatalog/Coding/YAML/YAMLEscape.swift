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
