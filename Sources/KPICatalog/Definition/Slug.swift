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

  /// Makes a slug of any text, or gives nil if no letter and no digit is in it.
  static func make(from text: String) -> String? {
    var slug = String.UnicodeScalarView()
    for scalar in NameFolding.fold(text).unicodeScalars.prefix(maximumLength) {
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
