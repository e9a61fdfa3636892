extension TextEscape {
  /// Whether U+FFFE or U+FFFF begins here, which XML does not allow.
  static func isNoncharacter(in text: Span<UInt8>, at index: Int) -> Bool {
    text.count - index >= 3 && text[index + 1] == 0xbf && text[index + 2] >= 0xbe
  }

  /// Whether an underscore begins what a reader would take for an escape.
  ///
  /// The underscore at its end may also be the first of an escape that stands for the next character.
  static func begins(in text: Span<UInt8>, at index: Int) -> Bool {
    guard text.count - index >= 7, text[index + 1] == UInt8(ascii: "x"),
      text[index + 6] == UInt8(ascii: "_") || isEscaped(in: text, at: index + 6)
    else { return false }
    for digit in index + 2..<index + 6 {
      switch text[digit] {
      case 0x30...0x39, 0x41...0x46, 0x61...0x66: continue
      default: return false
      }
    }
    return true
  }

  /// Whether the character that begins here is one XML cannot hold.
  private static func isEscaped(in text: Span<UInt8>, at index: Int) -> Bool {
    switch text[index] {
    case 0x09, 0x0a, 0x0d: false
    case 0..<0x20: true
    case 0xef: isNoncharacter(in: text, at: index)
    default: false
    }
  }

  /// Appends `_xHHHH_`.
  static func append(_ unit: UInt16, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: "_x".utf8)
    for shift in [12, 8, 4, 0] as [UInt16] {
      let digit = UInt8(truncatingIfNeeded: unit >> shift & 15)
      bytes.append(digit < 10 ? 0x30 + digit : 0x37 + digit)
    }
    bytes.append(UInt8(ascii: "_"))
  }
}
