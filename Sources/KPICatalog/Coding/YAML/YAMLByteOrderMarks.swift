/// The places where a YAML scalar begins with a byte order mark.
///
/// Yams turns bytes into strings with a function that drops a mark at their start. It is a
/// character like any other inside a text, so it is put back.
struct YAMLByteOrderMarks {
  private struct Place: Hashable {
    let line: Int
    let column: Int
  }

  private var places: Set<Place> = []

  /// Finds the places in the bytes Yams is given.
  init(in bytes: [UInt8]) {
    guard Self.hasMark(bytes) else { return }
    var line = 1
    var column = 1
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      if Self.isMark(bytes, at: position) {
        places.insert(Place(line: line, column: column))
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"),
        Self.isMark(bytes, at: position + 1) || Self.isEscapedMark(bytes, at: position + 1)
      {
        places.insert(Place(line: line, column: column))
      } else if byte == UInt8(ascii: "|") || byte == UInt8(ascii: ">"),
        Self.isBlockWithMark(bytes, at: position + 1)
      {
        places.insert(Place(line: line, column: column))
      }
      let length = Self.lineBreak(bytes, at: position)
      if length > 0 {
        line += 1
        column = 1
        position += length
      } else {
        if byte & 0xC0 != 0x80 { column += 1 }
        position += 1
      }
    }
  }

  /// The scalar with its mark, given its place from 1.
  func restored(_ text: String, line: Int, column: Int) -> String {
    places.isEmpty || !places.contains(Place(line: line, column: column)) ? text : "\u{FEFF}" + text
  }

  /// Whether there is a mark, or an escape that may be one, anywhere.
  private static func hasMark(_ bytes: [UInt8]) -> Bool {
    for position in bytes.indices {
      if bytes[position] == 0xEF, isMark(bytes, at: position) { return true }
      if bytes[position] == UInt8(ascii: "\\"), isEscapedMark(bytes, at: position) { return true }
    }
    return false
  }

  /// Whether what follows a `|` or `>` heads a text over several lines that begins with a mark.
  private static func isBlockWithMark(_ bytes: [UInt8], at start: Int) -> Bool {
    var position = start
    func skip(_ isSkipped: (UInt8) -> Bool) {
      while position < bytes.count, isSkipped(bytes[position]) { position += 1 }
    }
    skip { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }
    let isComment = position < bytes.count && bytes[position] == UInt8(ascii: " ")
    skip { $0 == UInt8(ascii: " ") }
    if isComment, position < bytes.count, bytes[position] == UInt8(ascii: "#") {
      skip { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    }
    let length = lineBreak(bytes, at: position)
    guard length > 0 else { return false }
    position += length
    skip { $0 == UInt8(ascii: " ") }
    return isMark(bytes, at: position)
  }

  private static func isMark(_ bytes: [UInt8], at position: Int) -> Bool {
    position + 2 < bytes.count && bytes[position] == 0xEF && bytes[position + 1] == 0xBB
      && bytes[position + 2] == 0xBF
  }

  /// Says whether `\uFEFF` or `\U0000FEFF` stands here, in any case.
  private static func isEscapedMark(_ bytes: [UInt8], at position: Int) -> Bool {
    guard position + 5 < bytes.count, bytes[position] == UInt8(ascii: "\\") else { return false }
    let text = String(decoding: bytes[position...].prefix(10), as: UTF8.self)
    return text.hasPrefix("\\u") && text.dropFirst(2).prefix(4).lowercased() == "feff"
      || text.hasPrefix("\\U") && text.dropFirst(2).prefix(8).lowercased() == "0000feff"
  }

  /// The length of the line break here as libyaml counts lines, or 0.
  private static func lineBreak(_ bytes: [UInt8], at position: Int) -> Int {
    func byte(_ offset: Int) -> UInt8 {
      position + offset < bytes.count ? bytes[position + offset] : 0
    }
    switch byte(0) {
    case UInt8(ascii: "\n"): return 1
    case UInt8(ascii: "\r"): return byte(1) == UInt8(ascii: "\n") ? 2 : 1
    case 0xC2: return byte(1) == 0x85 ? 2 : 0
    case 0xE2: return byte(1) == 0x80 && (byte(2) == 0xA8 || byte(2) == 0xA9) ? 3 : 0
    default: return 0
    }
  }
}
