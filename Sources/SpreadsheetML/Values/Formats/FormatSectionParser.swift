/// Reads the sections of a format code one after another.
///
/// Whatever is written, a section comes out: what Excel would refuse is taken as literal text.
/// Each byte is looked at a bounded number of times for each decision, and the caller bounds the
/// code's length.
struct FormatSectionParser {
  /// The code in UTF-8.
  let code: [UInt8]
  var position = 0

  var section = FormatSection()
  /// Whether a semicolon ended the last section, so that there is one more, if an empty one.
  var expectsSection = false
  /// Where the digits to come belong.
  var part = DigitPart.integer
  /// The last run of digit placeholders with nothing between them, as indices of items.
  var lastRun: Range<Int>?
  /// Commas that scale the number unless more digits follow.
  var pendingCommas = 0
  /// Whether text stands between the digits before the point, which are not grouped then.
  var hasGap = false
  var hasGeneral = false
  /// The last field of a date, to tell months from minutes.
  var lastField: PastField?

  struct PastField {
    enum Unit { case hourOrSecond, minute, undecidedMonth, other }
    var unit: Unit
    var item: Int
    /// Whether a minute has been told by it already.
    var isUsed = false
    /// Whether no field of a day stands before a month that may yet be a minute.
    var isFirstDay = false
  }

  /// Whether the section has a year, a month or a day.
  var hasDayField = false
  /// Whether it is known that the section has no digit behind the current position.
  var hasNoMoreDigits = false

  init(_ code: [UInt8]) {
    self.code = code
  }

  var isAtEnd: Bool { position >= code.count }

  func peek(_ offset: Int = 0) -> UInt8? {
    let index = position + offset
    return index >= 0 && index < code.count ? code[index] : nil
  }

  /// Reads up to and past the next semicolon, or to the end.
  mutating func parseSection() -> FormatSection {
    section = FormatSection()
    part = .integer
    lastRun = nil
    pendingCommas = 0
    hasGap = false
    hasGeneral = false
    lastField = nil
    hasDayField = false
    hasNoMoreDigits = false
    var directives = 0
    var items = 0
    while let byte = peek(), byte != 0x3B {
      if byte == 0x5B { directives += 1 }
      items += 1
      parseItem(byte)
    }
    // A colour alone, say, leaves the number as it is; an empty text does not.
    let isDirectiveOnly = items > 0 && items == directives && section.items.isEmpty
    expectsSection = !isAtEnd
    if !isAtEnd { position += 1 }
    finish(isDirectiveOnly: isDirectiveOnly)
    return section
  }

  private mutating func parseItem(_ byte: UInt8) {
    switch byte {
    case 0x22: parseQuoted()
    case 0x5C:  // a backslash escapes one character
      position += 1
      appendCharacter()
    case 0x5F:  // the width of one character: one blank here
      position += 1
      if !isAtEnd { appendLiteral([0x20]) }
      skipCharacter()
    case 0x2A:  // filling up a column's width: nothing here
      position += 1
      skipCharacter()
    case 0x5B: parseBrackets()
    case 0x30, 0x23, 0x3F: parsePlaceholder(byte)
    case 0x2E: parsePoint()
    case 0x2C: parseCommas()
    case 0x25:
      position += 1
      section.hasPercent = true
      section.scale += 2
      appendLiteral([byte])
    case 0x2F: parseSlash()
    case 0x40:
      position += 1
      append(.text)
    case 0x45, 0x65:  // E
      if !parseExponent() { parseLetter(byte) }
    case 0x41...0x5A, 0x61...0x7A: parseLetter(byte)
    default: appendCharacter()
    }
  }

  // MARK: Literal text

  /// Appends an item that is no digit, which ends a run of digits.
  mutating func append(_ item: FormatItem) {
    section.items.append(item)
  }

  mutating func appendLiteral(_ bytes: [UInt8]) {
    if case .literal(var text)? = section.items.last {
      // Taken out first, so that the array grows in place.
      section.items.removeLast()
      text.append(contentsOf: bytes)
      section.items.append(.literal(text))
    } else {
      section.items.append(.literal(bytes))
    }
  }

  /// Takes the character at the current position as it stands, however many bytes it has.
  mutating func appendCharacter() {
    let start = position
    skipCharacter()
    if start < position { appendLiteral(Array(code[start..<position])) }
  }

  /// Skips one Unicode scalar; continuation bytes of UTF-8 belong to the byte before them.
  private mutating func skipCharacter() {
    guard position < code.count else { return }
    position += 1
    while let byte = peek(), byte & 0xC0 == 0x80 { position += 1 }
  }

  private mutating func parseQuoted() {
    position += 1
    let start = position
    while let byte = peek(), byte != 0x22 { position += 1 }
    if start < position { appendLiteral(Array(code[start..<position])) }
    if !isAtEnd { position += 1 }
  }

  // MARK: The end

  private mutating func finish(isDirectiveOnly: Bool) {
    section.scale -= 3 * pendingCommas
    if hasGap { section.isGrouped = false }
    if section.hasDay || section.hasTime {
      section.content = .date
      makeDigitsLiteral()
    } else if hasGeneral {
      section.content = .general
    } else if section.numeratorDigits > 0 {
      section.content = .fraction
    } else if section.exponentDigits > 0 {
      section.content = .scientific
    } else if section.hasDigits {
      section.content = .number
    } else if section.items.contains(.text) {
      section.content = .text
    } else if isDirectiveOnly {
      section.items = [.general]
      section.content = .general
    }
  }

  /// Digits in a date stand for themselves.
  private mutating func makeDigitsLiteral() {
    let items = section.items
    section.items = []
    for item in items {
      switch item {
      case .digit(.zero, _): appendLiteral([0x30])
      case .digit(.nothing, _): appendLiteral([0x23])
      case .digit(.blank, _): appendLiteral([0x3F])
      case .point: appendLiteral([0x2E])
      case .literal(let text): appendLiteral(text)
      default: section.items.append(item)
      }
    }
  }
}
