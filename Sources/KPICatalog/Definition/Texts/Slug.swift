/// The rule for the words that name things in a catalog: small letters, digits, single hyphens.
enum Slug {
  /// The most characters a slug may have.
  static let maximumLength = 200

  /// Says whether a text is a slug: letters of any script without capitals, digits, and single
  /// hyphens inside.
  static func isValid(_ text: Substring) -> Bool {
    var length = 0
    var previousWasHyphen = true
    for scalar in text.unicodeScalars {
      length += 1
      guard length <= maximumLength else { return false }
      if scalar == "-" {
        guard !previousWasHyphen else { return false }
        previousWasHyphen = true
      } else if isLetterOrDigit(scalar) {
        previousWasHyphen = false
      } else if isMark(scalar), !previousWasHyphen {
        // A vowel sign or accent belongs to the letter before it.
      } else {
        return false
      }
    }
    return length > 0 && !previousWasHyphen
  }

  /// Whether bytes are a slug of ASCII letters, digits and hyphens, as nearly all are; others may
  /// be slugs too.
  static func isPlain(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count > 0, bytes.count <= maximumLength else { return false }
    var previous = UInt8(ascii: "-")
    for index in 0..<bytes.count {
      let byte = bytes[index]
      let isLetterOrDigit = byte >= 0x61 && byte <= 0x7A || byte.isASCIIDigit
      guard isLetterOrDigit || byte == UInt8(ascii: "-") && previous != byte else { return false }
      previous = byte
    }
    return previous != UInt8(ascii: "-")
  }

  /// Makes a slug of any text, or gives nil if no letter and no digit is in it.
  static func make(from text: String) -> String? { make(from: FoldedName(text)) }

  /// Makes a slug of a folded name.
  static func make(from name: FoldedName) -> String? {
    plain(name.folded) ?? full(String(decoding: name.folded, as: UTF8.self))
  }

  /// The slug of a folded text in ASCII, which most are; nil for others.
  private static func plain(_ folded: [UInt8]) -> String? {
    // What is folded has letters, digits and single blanks between them.
    guard !folded.isEmpty, folded.count <= maximumLength else { return nil }
    var isPlain = true
    for byte in folded where !(byte.isASCIILetter || byte.isASCIIDigit || byte == 0x20) {
      isPlain = false
    }
    guard isPlain else { return nil }
    return unsafe String(unsafeUninitializedCapacity: folded.count) { room in
      for index in folded.indices {
        unsafe room[index] = folded[index] == 0x20 ? UInt8(ascii: "-") : folded[index]
      }
      return folded.count
    }
  }

  private static func full(_ folded: String) -> String? {
    var slug = String.UnicodeScalarView()
    for scalar in folded.unicodeScalars.prefix(maximumLength) {
      if isLetterOrDigit(scalar) || (isMark(scalar) && !slug.isEmpty) {
        slug.append(scalar)
      } else if let last = slug.last, last != "-" {
        slug.append("-")
      }
    }
    while slug.last == "-" { slug.removeLast() }
    let result = String(slug)
    return isValid(Substring(result)) ? result : nil
  }

  private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return (scalar >= "a" && scalar <= "z") || (scalar >= "0" && scalar <= "9")
    }
    switch scalar.properties.generalCategory {
    case .lowercaseLetter, .otherLetter, .modifierLetter, .decimalNumber: return true
    default: return false
    }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark: return true
    default: return false
    }
  }
}
