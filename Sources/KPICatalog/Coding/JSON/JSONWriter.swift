/// Writes values as JSON, always in the same form.
///
/// Two blanks a level, a member or item a line, or all on one line; characters outside ASCII stay
/// as they are.
struct JSONWriter: CatalogWriter {
  var out = TextOutput()

  private let isPretty: Bool

  /// A list or map that is not ended.
  private struct Frame {
    let isMap: Bool
    /// The members or items so far.
    var count = 0
    /// Where the last member began in the output.
    var start = 0
  }

  private var frames: [Frame] = []
  /// Whether the last value was a map without members.
  private var endsInEmptyMap = false

  /// Makes a writer.
  ///
  /// - Parameter isPretty: Whether to break lines.
  init(isPretty: Bool) {
    self.isPretty = isPretty
  }

  /// Appends a value and a line break.
  mutating func write(_ value: some CatalogCodable) {
    value.encode(to: &self)
    out.append(UInt8(ascii: "\n"))
  }

  /// Appends a tree and a line break.
  mutating func write(_ tree: CatalogNode) {
    node(tree)
    out.append(UInt8(ascii: "\n"))
  }

  mutating func null() {
    beginValue()
    append("null")
  }

  mutating func boolean(_ value: Bool) {
    beginValue()
    append(value ? "true" : "false")
  }

  mutating func number(_ value: Double) {
    beginValue()
    var digits: [UInt8] = []
    NumberText.append(value, to: &digits)
    out.append(digits)
  }

  mutating func text(_ text: String) {
    beginValue()
    write(text)
  }

  mutating func beginList() { begin("[", isMap: false) }
  mutating func endList() { end("]") }
  mutating func beginMap() { begin("{", isMap: true) }

  mutating func endMap() {
    let isEmpty = frames.last?.count == 0
    end("}")
    endsInEmptyMap = isEmpty
  }

  mutating func beginMember(_ key: String) {
    guard let last = frames.indices.last else { return }
    frames[last].start = out.count
    beginEntry()
    write(key)
    append(isPretty ? ": " : ":")
  }

  mutating func beginMember(_ field: StaticString) {
    guard let last = frames.indices.last else { return }
    frames[last].start = out.count
    beginEntry()
    append("\"")
    append(field)
    append(isPretty ? "\": " : "\":")
  }

  mutating func endMember(keepsEmptyMap: Bool) {
    guard endsInEmptyMap, !keepsEmptyMap, let last = frames.indices.last else { return }
    out.truncate(to: frames[last].start)
    frames[last].count -= 1
    endsInEmptyMap = false
  }

  private mutating func begin(_ bracket: StaticString, isMap: Bool) {
    beginValue()
    append(bracket)
    frames.append(Frame(isMap: isMap))
  }

  private mutating func end(_ bracket: StaticString) {
    guard let frame = frames.popLast() else { return }
    if frame.count > 0 { breakLine() }
    append(bracket)
    endsInEmptyMap = false
  }

  /// Begins an item, or a value that follows its key.
  private mutating func beginValue() {
    if frames.last?.isMap == false { beginEntry() }
    endsInEmptyMap = false
  }

  private mutating func beginEntry() {
    guard let last = frames.indices.last else { return }
    if frames[last].count > 0 { out.append(UInt8(ascii: ",")) }
    frames[last].count += 1
    breakLine()
  }

  private mutating func breakLine() {
    guard isPretty else { return }
    out.append(UInt8(ascii: "\n"))
    out.indent(by: 2 * frames.count)
  }

  private mutating func append(_ text: StaticString) {
    out.append(text)
  }

  /// Appends a text in quotes, escaping only what RFC 8259 asks for.
  private mutating func write(_ text: String) {
    out.append(UInt8(ascii: "\""))
    if Self.needsEscapes(text) {
      for byte in text.utf8 { writeEscaped(byte) }
    } else {
      out.append(text)
    }
    out.append(UInt8(ascii: "\""))
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
      out.append(UInt8(ascii: "\\"))
      out.append(byte)
    case 0x0A: append("\\n")
    case 0x0D: append("\\r")
    case 0x09: append("\\t")
    case 0x08: append("\\b")
    case 0x0C: append("\\f")
    case 0..<0x20: out.append((byte < 0x10 ? "\\u000" : "\\u00") + String(byte, radix: 16))
    default: out.append(byte)
    }
  }
}
