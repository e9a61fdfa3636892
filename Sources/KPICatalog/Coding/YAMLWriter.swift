/// Writes a tree of values as YAML, always in the same form.
///
/// Block style, two blanks a level; short lists of plain words stand in brackets. The output is
/// read alike by readers of YAML 1.1 and 1.2.
struct YAMLWriter {
  private(set) var output: [UInt8] = []

  /// The widest list in brackets, in bytes.
  private static let flowWidth = 72
  /// The longest key that stands before its colon; readers need not look further than 1024
  /// characters.
  private static let keyLength = 1000

  /// Appends a document.
  mutating func write(_ node: CatalogNode) {
    switch node.content {
    case .map(let members) where !members.isEmpty: write(members, level: 0, isInline: true)
    case .list(let items) where !items.isEmpty: write(items, level: 0, isInline: true)
    default:
      writeScalar(node, level: 0)
      append("\n")
    }
  }

  /// Writes members; the first one on the line begun if it is inline.
  private mutating func write(_ members: [CatalogNode.Member], level: Int, isInline: Bool) {
    var isFirst = true
    for member in members {
      if !isFirst || !isInline { indent(level) }
      isFirst = false
      let isLong = member.key.utf8.count > Self.keyLength
      if isLong { append("? ") }
      writeText(member.key, style: YAMLScalarStyle.forKey(member.key), level: level)
      if isLong {
        append("\n")
        indent(level)
      }
      append(":")
      writeValue(member.value, level: level)
    }
  }

  /// Writes what follows a colon, up to the end of the line.
  private mutating func writeValue(_ value: CatalogNode, level: Int) {
    switch value.content {
    case .map(let members) where !members.isEmpty:
      append("\n")
      write(members, level: level + 1, isInline: false)
    case .list(let items) where !items.isEmpty:
      if let flow = Self.flow(items) {
        append(" ")
        output.append(contentsOf: flow)
        append("\n")
      } else {
        append("\n")
        write(items, level: level + 1, isInline: false)
      }
    default:
      append(" ")
      writeScalar(value, level: level)
      append("\n")
    }
  }

  private mutating func write(_ items: [CatalogNode], level: Int, isInline: Bool) {
    var isFirst = true
    for item in items {
      if !isFirst || !isInline { indent(level) }
      isFirst = false
      append("- ")
      switch item.content {
      case .map(let members) where !members.isEmpty:
        write(members, level: level + 1, isInline: true)
      case .list(let items) where !items.isEmpty:
        write(items, level: level + 1, isInline: true)
      default:
        writeScalar(item, level: level)
        append("\n")
      }
    }
  }

  /// The list in brackets, if all its items are plain words and it is short enough.
  private static func flow(_ items: [CatalogNode]) -> [UInt8]? {
    var text: [UInt8] = [UInt8(ascii: "[")]
    for item in items {
      guard case .text(let word) = item.content, YAMLScalarStyle.isFlowSafe(word),
        text.count + word.utf8.count < flowWidth
      else { return nil }
      if text.count > 1 { text.append(contentsOf: ", ".utf8) }
      text.append(contentsOf: word.utf8)
    }
    text.append(UInt8(ascii: "]"))
    return text
  }

  private mutating func writeScalar(_ node: CatalogNode, level: Int) {
    switch node.content {
    case .null: append("null")
    case .boolean(let value): append(value ? "true" : "false")
    case .number(let number): writeNumber(number)
    case .text(let text), .plain(let text):
      writeText(text, style: YAMLScalarStyle.forValue(text), level: level)
    case .list: append("[]")
    case .map: append("{}")
    }
  }

  /// Writes a number; before an exponent there is always a point, without which YAML 1.1 sees a
  /// text.
  private mutating func writeNumber(_ number: Double) {
    var text: [UInt8] = []
    NumberText.append(number, to: &text)
    if let exponent = text.firstIndex(of: UInt8(ascii: "e")), !text.contains(UInt8(ascii: ".")) {
      text.insert(contentsOf: ".0".utf8, at: exponent)
    }
    output.append(contentsOf: text)
  }

  private mutating func writeText(_ text: String, style: YAMLScalarStyle, level: Int) {
    switch style {
    case .plain: output.append(contentsOf: text.utf8)
    case .quoted: writeQuoted(text)
    case .literal: writeLiteral(text, level: level)
    }
  }

  /// Writes a block of lines, without the last line break, which the caller writes.
  private mutating func writeLiteral(_ text: String, level: Int) {
    var lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true {
      lines.removeLast()
      // One line break at the end is kept by itself; of more, all are kept.
      append(lines.last?.isEmpty == true ? "|+" : "|")
    } else {
      append("|-")
    }
    for line in lines {
      append("\n")
      if !line.isEmpty { indent(level + 1) }
      output.append(contentsOf: line)
    }
  }

  private mutating func writeQuoted(_ text: String) {
    append("\"")
    let span = text.utf8Span.span
    var index = 0
    var previous = UInt8(ascii: " ")
    while index < span.count {
      let byte = span[index]
      if let escape = YAMLEscape(in: span, at: index, after: previous) {
        append(escape.text)
        index += escape.length
      } else {
        output.append(byte)
        index += 1
      }
      previous = byte
    }
    append("\"")
  }

  private mutating func indent(_ level: Int) {
    output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * level))
  }

  private mutating func append(_ text: String) {
    output.append(contentsOf: text.utf8)
  }
}
