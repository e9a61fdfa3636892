internal import SpreadsheetML

/// Tells the forms of fields apart, in one pass over their bytes.
struct FieldScanner: Sendable {
  /// The decimal mark, a point or a comma.
  let mark: UInt8
  /// What stands between day, month and year when the day comes first; zero where it does not.
  let daySeparator: UInt8
  /// What stands between thousands; zero if no language was said, so that nothing is taken for it.
  let thousandsMark: UInt8
  /// The words of another language for TRUE and FALSE.
  private let words: (yes: [UInt8], no: [UInt8])?

  /// - Parameter locale: whose decimal mark, marks of thousands, percents, dates and truth values are
  ///   read; nil for points, ISO 8601, TRUE and FALSE.
  init(_ locale: FormatLocale?) {
    switch locale {
    case nil: thousandsMark = 0
    case .en?: thousandsMark = 0x2c
    case .fr?: thousandsMark = 0x20
    default: thousandsMark = 0x2e
    }
    switch locale {
    case nil, .en?: (mark, daySeparator, words) = (0x2e, 0, nil)
    case let locale?:
      mark = 0x2c
      daySeparator = locale == .de ? 0x2e : 0x2f
      words = (Array(locale.word(for: true).utf8), Array(locale.word(for: false).utf8))
    }
  }

  @inline(__always)
  func scan(_ bytes: Span<UInt8>) -> ScannedField {
    guard !bytes.isEmpty else { return ScannedField(.empty) }
    let first = bytes[0]
    // Everything but text begins with one of these.
    if first &- 0x30 < 10 || first == 0x2d || first == mark { return scanDigits(bytes) }
    if first == 0x2b { return ScannedField(isSigned(bytes) ? .code : .text) }
    if first == 0x54 || first == 0x46, isBoolean(bytes) { return ScannedField(.boolean) }
    if words != nil, isWord(bytes) { return ScannedField(.boolean) }
    return ScannedField(.text)
  }

  /// Whether a boolean is true.
  @inline(__always)
  func isTrue(_ bytes: Span<UInt8>) -> Bool {
    if words == nil || isBoolean(bytes) { return bytes[0] == 0x54 }
    return words.map { FieldScanner.isEqual(bytes, $0.yes) } ?? false
  }

  @inline(never)
  private func isWord(_ bytes: Span<UInt8>) -> Bool {
    guard let words else { return false }
    return FieldScanner.isEqual(bytes, words.yes) || FieldScanner.isEqual(bytes, words.no)
  }

  private static func isEqual(_ bytes: Span<UInt8>, _ word: [UInt8]) -> Bool {
    guard bytes.count == word.count else { return false }
    for index in bytes.indices where bytes[index] != word[index] { return false }
    return true
  }

  private func isBoolean(_ bytes: Span<UInt8>) -> Bool {
    bytes.count == 4
      ? bytes[0] == 0x54 && bytes[1] == 0x52 && bytes[2] == 0x55 && bytes[3] == 0x45
      : bytes.count == 5 && bytes[0] == 0x46 && bytes[1] == 0x41 && bytes[2] == 0x4c
        && bytes[3] == 0x53 && bytes[4] == 0x45
  }

  /// A plus sign and digits, perhaps in groups: a telephone number, or a number someone signed.
  private func isSigned(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count > 1, isDigit(bytes[1]) else { return false }
    for index in 1..<bytes.count {
      switch bytes[index] {
      case 0x30...0x39, 0x20, 0x28, 0x29, 0x2c, 0x2d, 0x2e, 0x2f: continue
      default: return false
      }
    }
    return true
  }

  private func scanDigits(_ bytes: Span<UInt8>) -> ScannedField {
    let count = bytes.count
    let start = bytes[0] == 0x2d ? 1 : 0
    var at = start
    while at < count, isDigit(bytes[at]) { at &+= 1 }
    let digits = at &- start
    if at == count {
      guard digits > 0 else { return ScannedField(.text) }
      return whole(bytes, start: start, digits: digits)
    }
    let next = bytes[at]
    if next == mark {
      if let field = decimal(bytes, start: start, mark: at) { return field }
    }
    if next | 0x20 == 0x65, digits > 0 { return exponent(bytes, mantissa: at, hasMark: false) }
    if thousandsMark != 0, let field = quantity(bytes) { return field }
    if start == 0 { return moment(bytes, digits) }
    return ScannedField(.text)
  }

  private func whole(_ bytes: Span<UInt8>, start: Int, digits: Int) -> ScannedField {
    let isZero = bytes[start] == 0x30
    // None of these would come back as they are.
    if isZero && digits > 1 { return ScannedField(.code) }
    if digits > 15 { return ScannedField(.doubtful) }
    if isZero && start > 0 { return ScannedField(.text) }
    var field = ScannedField(.integer)
    field.trimmed = bytes.count
    field.isShortest = true
    return field
  }

  /// - Returns: nil when the text goes on as no decimal does.
  private func decimal(_ bytes: Span<UInt8>, start: Int, mark: Int) -> ScannedField? {
    let count = bytes.count
    let whole = mark &- start
    var at = mark &+ 1
    while at < count, isDigit(bytes[at]) { at &+= 1 }
    let places = at &- mark &- 1
    if at < count {
      guard bytes[at] | 0x20 == 0x65, places > 0, whole > 0 else { return nil }
      return exponent(bytes, mantissa: at, hasMark: true)
    }
    // `5.` is no way to write a number, and no text that one would miss either.
    guard places > 0 else { return ScannedField(.text) }
    if whole > 1, bytes[start] == 0x30 { return ScannedField(.code) }
    var field = ScannedField(.decimal)
    field.places = places
    var end = count
    while bytes[end &- 1] == 0x30 { end &-= 1 }
    field.trimmed = end &- 1 == mark ? mark : end
    var leading = 0
    if whole == 0 || bytes[start] == 0x30 {
      while mark &+ 1 &+ leading < end, bytes[mark &+ 1 &+ leading] == 0x30 { leading &+= 1 }
      // Zero with a sign is a zero less to those who read it back.
      if mark &+ 1 &+ leading >= end, start > 0 { return ScannedField(.text) }
    }
    let isBelowOne = whole == 1 && bytes[start] == 0x30
    let significant = (isBelowOne ? 0 : whole) &+ max(end &- mark &- 1, 0) &- leading
    // Below 0.0001 the shortest text has an exponent.
    field.isTiny = leading > 3
    field.isShortest = whole > 0 && significant <= 15 && leading <= 3 && self.mark == 0x2e
    return field
  }

  /// `1E5` is a code; a sign or a point makes it a number.
  private func exponent(_ bytes: Span<UInt8>, mantissa: Int, hasMark: Bool) -> ScannedField {
    var at = mantissa &+ 1
    let count = bytes.count
    var hasSign = hasMark || bytes[0] == 0x2d
    if at < count, bytes[at] == 0x2b || bytes[at] == 0x2d {
      hasSign = true
      at &+= 1
    }
    let first = at
    while at < count, isDigit(bytes[at]) { at &+= 1 }
    guard at == count, at > first, at &- first <= 4 else { return ScannedField(.text) }
    let start = bytes[0] == 0x2d ? 1 : 0
    if bytes[start] == 0x30, mantissa &- start > 1, bytes[start &+ 1] != mark {
      return ScannedField(.code)
    }
    guard hasSign else { return ScannedField(.doubtful) }
    var field = ScannedField(.scientific)
    field.trimmed = count
    return field
  }

  @inline(__always)
  func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
