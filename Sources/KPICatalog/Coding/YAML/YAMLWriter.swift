/// Writes values as YAML, always in the same form.
///
/// Block style, two blanks a level; short lists of plain words stand in brackets. The output is
/// read alike by readers of YAML 1.1 and 1.2.
struct YAMLWriter: CatalogWriter {
  var out = TextOutput()

  /// A list or map that is not ended, or the document around all.
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

    static let document = Frame(isMap: false, isInline: true, level: -1)
  }

  /// The list or map begun last, and those around it.
  private var frame = Frame.document
  private var outer: [Frame] = []
  /// The first words of the list begun last, held back as it may yet come to stand in brackets.
  private var words: [String] = []
  /// The width the words have in brackets, in bytes; nil when no list is held back.
  private var wordsWidth: Int?
  /// Whether the last value was a map without members.
  private var endsInEmptyMap = false
  /// The digits of a number, kept for their room.
  private var digits: [UInt8] = []

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
      if width + length < Self.flowWidth, YAMLScalarStyle.isFlowSafe(text.utf8Span.span) {
        wordsWidth = width + length + (words.isEmpty ? 0 : 2)
        words.append(text)
        return
      }
    }
    beginScalar()
    let bytes = text.utf8Span.span
    write(bytes, style: YAMLScalarStyle.forValue(bytes), level: frame.level)
    out.append(UInt8(ascii: "\n"))
  }

  mutating func beginList() {
    let isMember = frame.isMap
    begin(isMap: false)
    if isMember { wordsWidth = 1 }
  }

  mutating func endList() {
    if wordsWidth != nil, !words.isEmpty {
      writeFlow()
      endFrame()
    } else {
      wordsWidth = nil
      end(empty: "[]\n")
    }
  }

  mutating func beginMap() {
    begin(isMap: true)
  }

  mutating func endMap() {
    let isEmpty = frame.count == 0
    end(empty: "{}\n")
    endsInEmptyMap = isEmpty
  }

  mutating func beginMember(_ key: String) {
    beginMember(key.utf8Span.span)
  }

  private mutating func beginMember(_ key: Span<UInt8>) {
    frame.start = out.count
    beginLine()
    let isLong = key.count > Self.keyLength
    if isLong { append("? ") }
    write(key, style: YAMLScalarStyle.forKey(key), level: frame.level)
    if isLong {
      append("\n")
      indent(frame.level)
    }
    out.append(UInt8(ascii: ":"))
    endsInEmptyMap = false
  }

  mutating func beginMember(_ field: StaticString) {
    frame.start = out.count
    beginLine()
    append(field)
    out.append(UInt8(ascii: ":"))
    endsInEmptyMap = false
  }

  mutating func endMember(keepsEmptyMap: Bool) {
    guard endsInEmptyMap, !keepsEmptyMap else { return }
    out.truncate(to: frame.start)
    frame.count -= 1
    endsInEmptyMap = false
  }

  mutating func member(_ key: String, _ text: String) {
    let keyBytes = key.utf8Span.span
    member(keyBytes, isPlain: YAMLTextTraits(keyBytes).isPlainSafe, text)
  }

  mutating func member(_ field: StaticString, _ text: String) {
    field.withUTF8Buffer { unsafe member($0.span, isPlain: true, text) }
  }

  /// Writes a whole member; nearly all are a plain key and a plain text, which make one line.
  private mutating func member(_ key: Span<UInt8>, isPlain: Bool, _ text: String) {
    let bytes = text.utf8Span.span
    let traits = YAMLTextTraits(bytes)
    guard isPlain, traits.isPlainSafe, key.count <= Self.keyLength else {
      beginMember(key)
      out.append(UInt8(ascii: " "))
      write(bytes, style: YAMLScalarStyle(traits), level: frame.level)
      out.append(UInt8(ascii: "\n"))
      return
    }
    let isFirst = frame.count == 0
    frame.count += 1
    if isFirst, !frame.isInline { append("\n") }
    out.appendLine(indent: isFirst && frame.isInline ? 0 : 2 * frame.level, key, bytes)
    endsInEmptyMap = false
  }
}

// Where values begin and end.
extension YAMLWriter {
  private mutating func begin(isMap: Bool) {
    showWords()
    let isItem = !frame.isMap && frame.level >= 0
    if isItem {
      beginLine()
      append("- ")
    }
    let inner = Frame(
      isMap: isMap, isInline: !frame.isMap, level: frame.level + 1)
    outer.append(frame)
    frame = inner
  }

  private mutating func end(empty: StaticString) {
    if frame.count == 0 {
      if !frame.isInline { append(" ") }
      append(empty)
    }
    endFrame()
  }

  private mutating func endFrame() {
    frame = outer.popLast() ?? .document
  }

  /// Begins the line of the next member or item.
  private mutating func beginLine() {
    frame.count += 1
    if frame.count == 1 {
      if frame.isInline { return }
      append("\n")
    }
    indent(frame.level)
  }

  private mutating func beginScalar() {
    showWords()
    guard frame.level >= 0 else { return }
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
    digits.removeAll(keepingCapacity: true)
    NumberText.append(number, to: &digits)
    if let exponent = digits.firstIndex(of: UInt8(ascii: "e")), !digits.contains(UInt8(ascii: "."))
    {
      digits.insert(contentsOf: ".0".utf8, at: exponent)
    }
    out.append(digits)
  }

  private mutating func write(_ text: Span<UInt8>, style: YAMLScalarStyle, level: Int) {
    switch style {
    case .plain: out.append(text)
    case .quoted: writeQuoted(text)
    case .literal: writeLiteral(text, level: max(level, 0))
    }
  }

  /// Writes a block of lines, without the last line break, which the caller writes.
  private mutating func writeLiteral(_ text: Span<UInt8>, level: Int) {
    let lineBreak = UInt8(ascii: "\n")
    var end = text.count
    if end > 0, text[end - 1] == lineBreak {
      end -= 1
      // One line break at the end is kept by itself; of more, all are kept.
      append(end == 0 || text[end - 1] == lineBreak ? "|+" : "|")
    } else {
      append("|-")
    }
    var start = 0
    while start <= end {
      var next = start
      while next < end, text[next] != lineBreak { next += 1 }
      append("\n")
      if next > start { indent(level + 1) }
      out.append(text.extracting(start..<next))
      start = next + 1
    }
  }

  private mutating func writeQuoted(_ text: Span<UInt8>) {
    append("\"")
    var index = 0
    var previous = UInt8(ascii: " ")
    while index < text.count {
      let byte = text[index]
      if let escape = YAMLEscape(in: text, at: index, after: previous) {
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
