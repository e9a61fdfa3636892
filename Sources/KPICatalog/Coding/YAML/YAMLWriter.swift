/// Writes values as YAML, always in the same form.
///
/// Block style, two blanks a level; short lists of plain words stand in brackets. The output is
/// read alike by readers of YAML 1.1 and 1.2.
struct YAMLWriter: CatalogEncoder {
  private var out = TextOutput()

  /// What is written so far.
  var output: [UInt8] { out.bytes }

  /// Gives what is written away and begins anew.
  mutating func finish() -> [UInt8] { out.finish() }

  /// A list or map that is not ended.
  private struct Frame {
    let isMap: Bool
    /// Whether its first line is begun already, as that of an item of a list is.
    let isInline: Bool
    /// How far its members or items stand to the right, in steps of two blanks.
    let level: Int
    /// The members or items so far.
    var count = 0
    /// Where the last member began in the output.
    var start = 0
  }

  private var frames: [Frame] = []
  /// The first words of the list begun last, held back as it may yet come to stand in brackets.
  private var words: [String] = []
  /// The width the words have in brackets, in bytes; nil when no list is held back.
  private var wordsWidth: Int?
  /// Whether the last value was a map without members.
  private var endsInEmptyMap = false

  /// The widest list in brackets, in bytes.
  private static let flowWidth = 72
  /// The longest key that stands before its colon; readers need not look further than 1024
  /// characters.
  private static let keyLength = 1000

  /// Appends a document.
  mutating func write(_ value: some CatalogCodable) {
    value.encode(to: &self)
  }

  /// Appends a document.
  mutating func write(_ tree: CatalogNode) {
    node(tree)
  }

  mutating func null() {
    beginScalar()
    append("null\n")
  }

  mutating func boolean(_ value: Bool) {
    beginScalar()
    append(value ? "true\n" : "false\n")
  }

  mutating func number(_ value: Double) {
    beginScalar()
    writeNumber(value)
    append("\n")
  }

  mutating func text(_ text: String) {
    if let width = wordsWidth {
      let length = text.utf8.count
      if width + length < Self.flowWidth, YAMLScalarStyle.isFlowSafe(text) {
        wordsWidth = width + length + (words.isEmpty ? 0 : 2)
        words.append(text)
        return
      }
    }
    beginScalar()
    writeText(text, style: YAMLScalarStyle.forValue(text), level: frames.last?.level ?? 0)
    out.append(UInt8(ascii: "\n"))
  }

  mutating func beginList() {
    begin(isMap: false)
    if let parent = frames.dropLast().last, parent.isMap { wordsWidth = 1 }
  }

  mutating func endList() {
    if wordsWidth != nil, !words.isEmpty {
      writeFlow()
      frames.removeLast()
    } else {
      wordsWidth = nil
      end(empty: "[]\n")
    }
  }

  mutating func beginMap() {
    begin(isMap: true)
  }

  mutating func endMap() {
    let isEmpty = frames.last?.count == 0
    end(empty: "{}\n")
    endsInEmptyMap = isEmpty
  }

  mutating func beginMember(_ key: String) {
    guard let last = frames.indices.last else { return }
    frames[last].start = out.count
    beginLine()
    let level = frames[last].level
    let isLong = key.utf8.count > Self.keyLength
    if isLong { append("? ") }
    writeText(key, style: YAMLScalarStyle.forKey(key), level: level)
    if isLong {
      append("\n")
      indent(level)
    }
    out.append(UInt8(ascii: ":"))
    endsInEmptyMap = false
  }

  mutating func beginMember(_ field: StaticString) {
    guard let last = frames.indices.last else { return }
    frames[last].start = out.count
    beginLine()
    append(field)
    out.append(UInt8(ascii: ":"))
    endsInEmptyMap = false
  }

  mutating func endMember(keepsEmptyMap: Bool) {
    guard endsInEmptyMap, !keepsEmptyMap, let last = frames.indices.last else { return }
    out.truncate(to: frames[last].start)
    frames[last].count -= 1
    endsInEmptyMap = false
  }
}

// Where values begin and end.
extension YAMLWriter {
  private mutating func begin(isMap: Bool) {
    showWords()
    guard let parent = frames.last else {
      frames.append(Frame(isMap: isMap, isInline: true, level: 0))
      return
    }
    if !parent.isMap {
      beginLine()
      append("- ")
    }
    frames.append(Frame(isMap: isMap, isInline: !parent.isMap, level: parent.level + 1))
  }

  private mutating func end(empty: StaticString) {
    guard let frame = frames.popLast(), frame.count == 0 else { return }
    if !frame.isInline { append(" ") }
    append(empty)
  }

  /// Begins the line of the next member or item.
  private mutating func beginLine() {
    guard let last = frames.indices.last else { return }
    let frame = frames[last]
    frames[last].count += 1
    if frame.count == 0 {
      if frame.isInline { return }
      append("\n")
    }
    indent(frame.level)
  }

  private mutating func beginScalar() {
    showWords()
    guard let frame = frames.last else { return }
    if frame.isMap {
      out.append(UInt8(ascii: " "))
    } else {
      beginLine()
      append("- ")
    }
    endsInEmptyMap = false
  }

  /// Writes the words held back as lines: something came that cannot stand in brackets with them.
  private mutating func showWords() {
    guard wordsWidth != nil else { return }
    wordsWidth = nil
    let shown = words
    words = []
    for word in shown {
      beginLine()
      append("- ")
      out.append(word)
      append("\n")
    }
  }

  private mutating func writeFlow() {
    append(" [")
    for (index, word) in words.enumerated() {
      if index > 0 { append(", ") }
      out.append(word)
    }
    append("]\n")
    words = []
    wordsWidth = nil
    endsInEmptyMap = false
  }
}

// Scalars.
extension YAMLWriter {
  /// Writes a number; before an exponent there is always a point, without which YAML 1.1 sees a
  /// text.
  private mutating func writeNumber(_ number: Double) {
    var text: [UInt8] = []
    NumberText.append(number, to: &text)
    if let exponent = text.firstIndex(of: UInt8(ascii: "e")), !text.contains(UInt8(ascii: ".")) {
      text.insert(contentsOf: ".0".utf8, at: exponent)
    }
    out.append(text)
  }

  private mutating func writeText(_ text: String, style: YAMLScalarStyle, level: Int) {
    switch style {
    case .plain: out.append(text)
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
      for byte in line { out.append(byte) }
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
        out.append(escape.text)
        index += escape.length
      } else {
        out.append(byte)
        index += 1
      }
      previous = byte
    }
    append("\"")
  }

  private mutating func indent(_ level: Int) {
    out.indent(by: 2 * level)
  }

  private mutating func append(_ text: StaticString) {
    out.append(text)
  }
}
