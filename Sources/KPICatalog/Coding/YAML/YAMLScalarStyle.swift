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
  static func forValue(_ text: Span<UInt8>) -> YAMLScalarStyle {
    YAMLScalarStyle(YAMLTextTraits(text))
  }

  /// Chooses the style of a value by its traits.
  init(_ traits: YAMLTextTraits) {
    self = traits.isPlainSafe ? .plain : traits.isLiteralSafe ? .literal : .quoted
  }

  /// Chooses the style of a key, which must stand on one line.
  static func forKey(_ text: Span<UInt8>) -> YAMLScalarStyle {
    YAMLTextTraits(text).isPlainSafe ? .plain : .quoted
  }

  /// Says whether a text can stand in a list of the form `[a, b]` without quotes.
  static func isFlowSafe(_ text: Span<UInt8>) -> Bool {
    guard text.count > 0, text[0].isASCIILetter, !YAMLTextTraits.isReserved(text) else {
      return false
    }
    for index in 0..<text.count {
      let byte = text[index]
      guard
        byte.isASCIILetter || byte.isASCIIDigit || byte == UInt8(ascii: "-")
          || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "@")
      else { return false }
    }
    return true
  }
}
