internal import XMLStream

/// A text with or without formatting: `si` and `is` (ECMA-376 Part 1, 18.4.8 and 18.3.1.53).
enum RichText {
  /// Appends the text of the element that just started; its end is passed.
  ///
  /// Takes `t` directly or inside `r`; phonetic runs (`rPh`) are a guide to pronunciation, not
  /// text.
  static func append(_ xml: XMLScanner, to output: inout [UInt8]) throws(XMLError) {
    let depth = xml.depth
    let start = output.count
    var mayEscape = false
    var compatibility = Compatibility()
    while true {
      switch try xml.next() {
      case .finished: return
      case .end where xml.depth < depth:
        if mayEscape { TextEscape.undo(in: &output, from: start) }
        return
      case .end: compatibility.end(xml)
      case .start:
        switch xml.localName {
        case "r": continue
        case "t": mayEscape = try appendContent(xml, to: &output) || mayEscape
        default: if try !compatibility.isTransparent(xml) { try xml.skipElement() }
        }
      case .text: continue
      }
    }
  }

  /// Appends all text up to the end of the element that just started.
  ///
  /// - Returns: whether an underscore was among it, so that an `_xHHHH_` escape may be.
  @discardableResult
  static func appendContent(_ xml: XMLScanner, to output: inout [UInt8]) throws(XMLError) -> Bool {
    let depth = xml.depth
    var hasUnderscore = false
    while true {
      switch try xml.next() {
      case .finished: return hasUnderscore
      case .end where xml.depth < depth: return hasUnderscore
      case .end: continue
      case .start: try xml.skipElement()
      case .text:
        // A reference may stand for the underscore.
        if xml.textClasses & (ByteClass.underscore | ByteClass.reference) != 0 {
          hasUnderscore = true
        }
        try xml.appendText(to: &output)
      }
    }
  }
}

/// `_xHHHH_`, by which SpreadsheetML writes what XML cannot hold (ECMA-376 Part 1, 22.4.2.4).
enum TextEscape {
  /// The text with its escapes undone.
  static func undone(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
    var bytes = Array(text.utf8)
    undo(in: &bytes, from: 0)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Replaces every escape behind `start` by its UTF-16 code unit, pairs of surrogates joined.
  ///
  /// A lone surrogate stays as it is written, since no text can hold it.
  static func undo(in bytes: inout [UInt8], from start: Int) {
    var read = start
    var write = start
    while read < bytes.count {
      if bytes[read] == UInt8(ascii: "_"), let unit = unit(in: bytes, at: read) {
        var scalar = Unicode.Scalar(UInt32(unit))
        var size = 7
        if scalar == nil, unit < 0xdc00, let low = self.unit(in: bytes, at: read + 7),
          0xdc00...0xdfff ~= low
        {
          scalar = Unicode.Scalar(
            0x10000 + (UInt32(unit) - 0xd800) << 10 + (UInt32(low) - 0xdc00))
          size = 14
        }
        if let scalar {
          // An escape of seven bytes becomes at most three, one of fourteen four.
          for byte in String(Character(scalar)).utf8 {
            bytes[write] = byte
            write += 1
          }
          read += size
          continue
        }
      }
      bytes[write] = bytes[read]
      write += 1
      read += 1
    }
    bytes.removeLast(bytes.count - write)
  }

  /// The code unit of `_xHHHH_` at `at`, or nil.
  private static func unit(in bytes: [UInt8], at: Int) -> UInt16? {
    guard at >= 0, bytes.count - at >= 7, bytes[at] == UInt8(ascii: "_"),
      bytes[at + 1] == UInt8(ascii: "x"), bytes[at + 6] == UInt8(ascii: "_")
    else { return nil }
    var value: UInt16 = 0
    for index in 2..<6 {
      guard let digit = XMLText.hexDigit(bytes[at + index]) else { return nil }
      value = value << 4 | UInt16(digit)
    }
    return value
  }
}
