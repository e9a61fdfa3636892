/// What the text of a field looks like, as far as a guess at the dialect needs to know.
enum FieldKind {
  case empty
  case number
  /// A number of four digits from 1900 to 2100, which also heads columns.
  case year
  case date
  case boolean
  case text
  /// Text that holds what may be a delimiter or a quote out of place.
  case doubtful

  init(_ bytes: Span<UInt8>, isQuoted: Bool) {
    var start = 0
    var end = bytes.count
    while start < end, bytes[start] == ASCII.space { start += 1 }
    while end > start, bytes[end - 1] == ASCII.space { end -= 1 }
    let trimmed = bytes.extracting(start..<end)
    if trimmed.isEmpty {
      self = .empty
    } else if let kind = Self.ofDigits(trimmed) {
      self = kind
    } else if Self.isBoolean(trimmed) {
      self = .boolean
    } else if !isQuoted, Self.isDoubtful(trimmed) {
      self = .doubtful
    } else {
      self = .text
    }
  }

  /// Whether the field holds a value rather than words.
  var isTyped: Bool {
    switch self {
    case .number, .year, .date, .boolean: true
    case .empty, .text, .doubtful: false
    }
  }

  /// The kind of a text of digits and the marks that go with them, or nil for any other.
  private static func ofDigits(_ bytes: Span<UInt8>) -> FieldKind? {
    var digits = 0
    var dateMarks = 0
    var otherMarks = 0
    var value = 0
    for index in bytes.indices {
      switch bytes[index] {
      case 0x30...0x39:
        digits += 1
        value = min(value * 10 + Int(bytes[index] - 0x30), 100_000)
      case ASCII.hyphen where index > 0, UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "T"),
        UInt8(ascii: "Z"):
        dateMarks += 1
      case ASCII.hyphen, ASCII.plus, UInt8(ascii: "."), ASCII.comma, ASCII.space, ASCII.apostrophe,
        UInt8(ascii: "%"), UInt8(ascii: "e"), UInt8(ascii: "E"), UInt8(ascii: "$"):
        otherMarks += 1
      case 0xC2, 0xA0, 0xA3, 0xE2, 0x80, 0xAF, 0x82, 0xAC:
        // The bytes of no-break spaces and the signs of pound and euro.
        otherMarks += 1
      default:
        return nil
      }
    }
    guard digits > 0 else { return nil }
    if dateMarks > 0 { return digits >= 3 ? .date : nil }
    if digits == 4, otherMarks == 0, (1900...2100).contains(value) { return .year }
    return .number
  }

  private static let booleans: Set<String> = [
    "true", "false", "yes", "no", "vrai", "faux", "oui", "non", "wahr", "falsch", "ja", "nein",
  ]

  private static func isBoolean(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count <= 6 else { return false }
    var word = ""
    for index in bytes.indices where bytes[index] < 0x80 {
      word.unicodeScalars.append(Unicode.Scalar(bytes[index] | 0x20))
    }
    return word.utf8.count == bytes.count && booleans.contains(word)
  }

  /// Whether a delimiter stands in the text where prose has none, before something else than a
  /// blank, or a quote stands at one end.
  private static func isDoubtful(_ bytes: Span<UInt8>) -> Bool {
    if bytes[0] == ASCII.doubleQuote || bytes[bytes.count - 1] == ASCII.doubleQuote { return true }
    for index in bytes.indices {
      switch bytes[index] {
      case ASCII.tab:
        return true
      case ASCII.comma, ASCII.semicolon, ASCII.pipe:
        if index + 1 == bytes.count || bytes[index + 1] != ASCII.space { return true }
      default:
        break
      }
    }
    return false
  }
}

/// A record of the sample: the kinds of its fields and their texts in lower case.
struct SampleRecord {
  var kinds: [FieldKind] = []
  var texts: [String] = []
  var quotedFields = 0

  /// Whether it is a blank line.
  var isBlank: Bool { kinds.count == 1 && kinds.first == .empty }
}
