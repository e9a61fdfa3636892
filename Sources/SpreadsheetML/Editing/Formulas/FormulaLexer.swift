/// One piece of a formula.
struct FormulaToken: Hashable, Sendable {
  /// What the piece is.
  enum Kind: Hashable, Sendable {
    /// A reference to cells, with the sheets before it where it names some.
    case reference(FormulaReference, FormulaSheets?)
    /// A defined name, a table's name or a truth value, with the sheet before it where it has one.
    case name(String, FormulaSheets?)
    /// A function's name, which a parenthesis follows.
    case function(String)
    /// Brackets of a structured reference, with all in them: `[[#This Row],[Amount]]`.
    case structure
    /// A text in quotes.
    case text
    case number
    /// An error such as `#REF!`.
    case error
    /// An operator, a parenthesis, white space: one byte.
    case mark(UInt8)
  }

  var kind: Kind
  /// The bytes of the piece, sheets included.
  var range: Range<Int>
  /// The bytes behind the sheets and their exclamation mark.
  var body: Range<Int>
}

/// Takes formulas apart as files have them: English names, A1 references, commas between arguments
/// (ECMA-376 Part 1, 18.17).
///
/// It never fails: what it does not know becomes marks, so that all bytes are in some token.
struct FormulaLexer {
  private let bytes: [UInt8]
  private var at = 0
  private var bodyStart = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  init(_ text: String) { self.init(Array(text.utf8)) }

  /// All tokens of a formula.
  static func tokens(of text: String) -> [FormulaToken] {
    var lexer = FormulaLexer(text)
    var tokens: [FormulaToken] = []
    while let token = lexer.next() { tokens.append(token) }
    return tokens
  }

  /// The next token, or nil at the end.
  mutating func next() -> FormulaToken? {
    guard at < bytes.count else { return nil }
    let start = at
    bodyStart = start
    let kind = scan()
    if at <= start { at = start + 1 }
    return FormulaToken(kind: kind, range: start..<at, body: bodyStart..<at)
  }

  private func byte(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

  private mutating func scan() -> FormulaToken.Kind {
    let first = bytes[at]
    switch first {
    case UInt8(ascii: "\""):
      skipQuoted(first)
      return .text
    case UInt8(ascii: "#"):
      if skipError() { return .error }
      return mark()
    case UInt8(ascii: "'"):
      let start = at
      if let sheets = quotedSheets() { return afterSheets(sheets) }
      at = start
      return mark()
    case UInt8(ascii: "["):
      let start = at
      if let sheets = bareSheets() { return afterSheets(sheets) }
      at = start
      return skipBrackets() ? .structure : mark()
    default: break
    }
    let start = at
    if FormulaLexer.startsWord(first), let sheets = bareSheets() { return afterSheets(sheets) }
    at = start
    if let reference = reference() { return .reference(reference, nil) }
    let isPoint = first == UInt8(ascii: ".")
    if FormulaLexer.isDigit(first) || isPoint && FormulaLexer.isDigit(byte(at + 1)) {
      skipNumber()
      return .number
    }
    if FormulaLexer.startsWord(first) { return word(nil) }
    return mark()
  }

  private mutating func mark() -> FormulaToken.Kind {
    at += 1
    return .mark(bytes[at - 1])
  }

  /// What follows an exclamation mark.
  private mutating func afterSheets(_ sheets: FormulaSheets) -> FormulaToken.Kind {
    bodyStart = at
    if let reference = reference() { return .reference(reference, sheets) }
    if byte(at) == UInt8(ascii: "#"), skipError() { return .error }
    if FormulaLexer.startsWord(byte(at)) { return word(sheets) }
    return .name("", sheets)
  }

  private mutating func word(_ sheets: FormulaSheets?) -> FormulaToken.Kind {
    let start = at
    while FormulaLexer.continuesWord(byte(at)) { at += 1 }
    let text = String(decoding: bytes[start..<at], as: UTF8.self)
    return byte(at) == UInt8(ascii: "(") && sheets == nil ? .function(text) : .name(text, sheets)
  }

  // MARK: References

  /// The reference that begins here, or nil with the place unchanged.
  private mutating func reference() -> FormulaReference? {
    let start = at
    guard let first = corner() else { return nil }
    let afterFirst = at
    if byte(at) == UInt8(ascii: ":") {
      at += 1
      if let last = corner(), (first.row == nil) == (last.row == nil),
        (first.column == nil) == (last.column == nil), endsReference()
      {
        return FormulaReference(first: first, last: last)
      }
      at = afterFirst
    }
    guard first.row != nil, first.column != nil, endsReference() else {
      at = start
      return nil
    }
    return FormulaReference(first: first, last: nil)
  }

  /// Whether what was taken is not the beginning of a longer word or a function's name.
  private func endsReference() -> Bool {
    let next = byte(at)
    return !FormulaLexer.continuesWord(next) && next != UInt8(ascii: "(")
      && next != UInt8(ascii: "!")
  }

  private mutating func corner() -> FormulaReference.Corner? {
    let start = at
    var corner = FormulaReference.Corner()
    var isFixed = byte(at) == UInt8(ascii: "$")
    if isFixed { at += 1 }
    var column = 0
    var letters = 0
    while letters < 4, (byte(at) | 0x20) &- UInt8(ascii: "a") < 26 {
      column = column * 26 + Int(byte(at) & 0x1f)
      letters += 1
      at += 1
    }
    if letters > 0 {
      corner.column = column
      corner.columnIsFixed = isFixed
      isFixed = byte(at) == UInt8(ascii: "$")
      if isFixed { at += 1 }
    }
    var row = 0
    var digits = 0
    while digits < 8, FormulaLexer.isDigit(byte(at)) {
      row = row * 10 + Int(byte(at) & 15)
      digits += 1
      at += 1
    }
    if digits > 0 {
      corner.row = row
      corner.rowIsFixed = isFixed
    }
    guard letters + digits > 0, digits > 0 || !isFixed || letters == 0,
      letters == 0 || 1...CellReference.lastColumn ~= column,
      digits == 0 || 1...CellReference.lastRow ~= row
    else {
      at = start
      return nil
    }
    return corner
  }

  // MARK: Sheets

  /// `'Sales & Care'!`, `'[1]Sheet1:Sheet3'!`, or nil.
  private mutating func quotedSheets() -> FormulaSheets? {
    let start = at
    skipQuoted(UInt8(ascii: "'"))
    guard at - start >= 2, byte(at) == UInt8(ascii: "!") else { return nil }
    var name: [UInt8] = []
    var index = start + 1
    while index < at - 1 {
      name.append(bytes[index])
      index += bytes[index] == UInt8(ascii: "'") ? 2 : 1
    }
    at += 1
    return FormulaLexer.sheets(name[...])
  }

  /// `Sheet1!`, `[1]Sheet1!`, `Sheet1:Sheet3!`, or nil.
  private mutating func bareSheets() -> FormulaSheets? {
    let start = at
    if byte(at) == UInt8(ascii: "[") {
      while byte(at) != UInt8(ascii: "]") {
        guard at < bytes.count else { return nil }
        at += 1
      }
      at += 1
    }
    while FormulaLexer.continuesWord(byte(at)) || byte(at) == UInt8(ascii: ":") { at += 1 }
    guard at > start, byte(at) == UInt8(ascii: "!"), byte(at + 1) != UInt8(ascii: "=") else {
      return nil
    }
    at += 1
    return FormulaLexer.sheets(bytes[start..<at - 1])
  }

  private static func sheets(_ name: ArraySlice<UInt8>) -> FormulaSheets {
    var rest = name
    var workbook: String?
    if let open = rest.firstIndex(of: UInt8(ascii: "[")),
      let close = rest[open...].firstIndex(of: UInt8(ascii: "]"))
    {
      // A path may stand before the brackets.
      workbook = String(decoding: rest[open + 1..<close], as: UTF8.self)
      rest = rest[(close + 1)...]
    }
    let ends = rest.split(
      separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false)
    let first = ends.first.map { String(decoding: $0, as: UTF8.self) } ?? ""
    let last = ends.count > 1 ? ends.last.map { String(decoding: $0, as: UTF8.self) } : nil
    return FormulaSheets(workbook: workbook, first: first, last: last)
  }

  // MARK: Skipping

  private mutating func skipQuoted(_ quote: UInt8) {
    at += 1
    while at < bytes.count {
      at += 1
      guard bytes[at - 1] == quote else { continue }
      guard byte(at) == quote else { return }
      at += 1
    }
  }

  /// Passes over brackets with brackets in them; an apostrophe takes the next character as it is.
  private mutating func skipBrackets() -> Bool {
    var depth = 0
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: "'"): at += 1
      default: break
      }
      at += 1
      if depth == 0 { return true }
    }
    at = bytes.count
    return true
  }

  private mutating func skipNumber() {
    while FormulaLexer.isDigit(byte(at)) || byte(at) == UInt8(ascii: ".") { at += 1 }
    guard byte(at) | 0x20 == UInt8(ascii: "e") else { return }
    var end = at + 1
    if byte(end) == UInt8(ascii: "+") || byte(end) == UInt8(ascii: "-") { end += 1 }
    guard FormulaLexer.isDigit(byte(end)) else { return }
    while FormulaLexer.isDigit(byte(end)) { end += 1 }
    at = end
  }

  /// `#REF!`, `#N/A`, `#DIV/0!`, `#NAME?`, `#GETTING_DATA`; not the `#` behind a spilled range.
  private mutating func skipError() -> Bool {
    var end = at + 1
    while (byte(end) | 0x20) &- UInt8(ascii: "a") < 26 || byte(end) == UInt8(ascii: "/")
      || byte(end) == UInt8(ascii: "_") || FormulaLexer.isDigit(byte(end))
    { end += 1 }
    guard end > at + 1 else { return false }
    if byte(end) == UInt8(ascii: "!") || byte(end) == UInt8(ascii: "?") { end += 1 }
    at = end
    return true
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  private static func startsWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "\\")
  }

  private static func continuesWord(_ byte: UInt8) -> Bool {
    startsWord(byte) || isDigit(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "?")
  }
}
