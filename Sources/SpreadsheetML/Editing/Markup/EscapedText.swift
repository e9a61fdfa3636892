/// Values as XML can hold them, for the few bytes that an edit brings in.
enum EscapedText {
  /// A text between tags: markup characters become references; what XML cannot hold, and a carriage
  /// return, becomes `_xHHHH_`, and so does an underscore that would be taken for one
  /// (ECMA-376 Part 1, 22.9.2.19).
  static func content(_ text: String) -> [UInt8] {
    var output: [UInt8] = []
    for byte in escaped(text, breaksToo: false) { appendReference(byte, to: &output) }
    return output
  }

  /// A text with its escapes, but without references, as attributes of that type have it; tabs and
  /// line feeds are escaped as well.
  static func escapedAttribute(_ text: String) -> String {
    String(decoding: escaped(text, breaksToo: true), as: UTF8.self)
  }

  private static func escaped(_ text: String, breaksToo: Bool) -> [UInt8] {
    var output: [UInt8] = []
    let bytes = Array(text.utf8)
    output.reserveCapacity(bytes.count + 16)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "_") where TextEscape.begins(in: bytes.span, at: index):
        TextEscape.append(0x5f, to: &output)
      case 0x09 where !breaksToo, 0x0a where !breaksToo: output.append(byte)
      case 0..<0x20: TextEscape.append(UInt16(byte), to: &output)
      case 0xef where TextEscape.isNoncharacter(in: bytes.span, at: index):
        TextEscape.append(0xff00 | UInt16(bytes[index + 2]) + 0x40, to: &output)
        index += 2
      default: output.append(byte)
      }
      index += 1
    }
    return output
  }

  /// A formula between tags: markup characters become references.
  static func formula(_ text: String) -> [UInt8] {
    var output: [UInt8] = []
    for byte in text.utf8 {
      if byte == 0x0d { output += Array("&#13;".utf8) } else { appendReference(byte, to: &output) }
    }
    return output
  }

  /// A value between quotes; white space other than a blank becomes references, because readers
  /// turn it into blanks (XML 1.0, 3.3.3).
  static func attribute(_ text: String, quote: UInt8 = UInt8(ascii: "\"")) -> [UInt8] {
    var output: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case quote: output += Array((byte == UInt8(ascii: "'") ? "&apos;" : "&quot;").utf8)
      case 0x09, 0x0a, 0x0d: output += Array("&#\(byte);".utf8)
      case UInt8(ascii: ">"): output.append(byte)
      default: appendReference(byte, to: &output)
      }
    }
    return output
  }

  /// Whether a reader that was not told to keep blanks might drop some of the text's.
  static func needsSpacePreserved(_ text: String) -> Bool {
    func isWhite(_ byte: UInt8?) -> Bool {
      byte == 0x20 || byte == 0x09 || byte == 0x0a || byte == 0x0d
    }
    return isWhite(text.utf8.first) || isWhite(text.utf8.last) || text.utf8.contains(0x0a)
  }

  private static func appendReference(_ byte: UInt8, to output: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "&"): output += Array("&amp;".utf8)
    case UInt8(ascii: "<"): output += Array("&lt;".utf8)
    case UInt8(ascii: ">"): output += Array("&gt;".utf8)
    default: output.append(byte)
    }
  }
}
