/// Writes a tree of values as JSON, always in the same form.
///
/// Two blanks a level, a member or item a line, or all on one line; characters outside ASCII stay
/// as they are.
struct JSONWriter {
  private(set) var output: [UInt8] = []
  private let isPretty: Bool

  /// Makes a writer.
  ///
  /// - Parameter isPretty: Whether to break lines.
  init(isPretty: Bool) {
    self.isPretty = isPretty
  }

  /// Appends a value and a line break.
  mutating func write(_ node: CatalogNode) {
    write(node, level: 0)
    output.append(UInt8(ascii: "\n"))
  }

  private mutating func write(_ node: CatalogNode, level: Int) {
    switch node.content {
    case .null: append("null")
    case .boolean(let value): append(value ? "true" : "false")
    case .number(let number): NumberText.append(number, to: &output)
    case .text(let text), .plain(let text): write(text)
    case .list(let items):
      write(items, level: level, open: "[", close: "]") { writer, item in
        writer.write(item, level: level + 1)
      }
    case .map(let members):
      write(members, level: level, open: "{", close: "}") { writer, member in
        writer.write(member.key)
        writer.append(writer.isPretty ? ": " : ":")
        writer.write(member.value, level: level + 1)
      }
    }
  }

  private mutating func write<Item>(
    _ items: [Item], level: Int, open: String, close: String,
    _ each: (inout JSONWriter, Item) -> Void
  ) {
    append(open)
    var isFirst = true
    for item in items {
      if !isFirst { output.append(UInt8(ascii: ",")) }
      isFirst = false
      breakLine(level + 1)
      each(&self, item)
    }
    if !items.isEmpty { breakLine(level) }
    append(close)
  }

  private mutating func breakLine(_ level: Int) {
    guard isPretty else { return }
    output.append(UInt8(ascii: "\n"))
    output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * level))
  }

  private mutating func append(_ text: String) {
    output.append(contentsOf: text.utf8)
  }

  /// Appends a text in quotes, escaping only what RFC 8259 asks for.
  private mutating func write(_ text: String) {
    output.append(UInt8(ascii: "\""))
    if Self.needsEscapes(text) {
      for byte in text.utf8 { writeEscaped(byte) }
    } else {
      output.append(contentsOf: text.utf8)
    }
    output.append(UInt8(ascii: "\""))
  }

  private static func needsEscapes(_ text: String) -> Bool {
    let span = text.utf8Span.span
    for index in 0..<span.count {
      let byte = span[index]
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return true }
    }
    return false
  }

  private mutating func writeEscaped(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"):
      output.append(UInt8(ascii: "\\"))
      output.append(byte)
    case 0x0A: append("\\n")
    case 0x0D: append("\\r")
    case 0x09: append("\\t")
    case 0x08: append("\\b")
    case 0x0C: append("\\f")
    case 0..<0x20: append((byte < 0x10 ? "\\u000" : "\\u00") + String(byte, radix: 16))
    default: output.append(byte)
    }
  }
}
