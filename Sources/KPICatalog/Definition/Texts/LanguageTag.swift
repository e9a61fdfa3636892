/// The language of a text: a BCP 47 tag such as `en`, `fr-CA` or `zh-Hant`.
///
/// Kept in the usual spelling: language in small letters, script with a capital, region in
/// capitals.
public struct LanguageTag: Hashable, Sendable {
  /// The tag's text.
  public let text: String

  /// Reads a tag: two or three letters, then subtags of one to eight letters and digits after
  /// hyphens (RFC 5646, 2.1).
  ///
  /// Gives nil for anything else, an underscore among them.
  ///
  /// - Parameter text: The tag in any case.
  public init?(_ text: String) {
    if text.utf8.count == 2, text.utf8.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) {
      self.text = text
      return
    }
    guard text.utf8.count <= 35 else { return nil }
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard let language = parts.first, (2...3).contains(language.count),
      language.allSatisfy(\.isASCIILetter)
    else { return nil }
    var spelling = Self.lowercase(language)
    for part in parts.dropFirst() {
      guard (1...8).contains(part.count), part.allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit })
      else { return nil }
      spelling.append(UInt8(ascii: "-"))
      var subtag = Self.lowercase(part)
      let isWord = part.allSatisfy(\.isASCIILetter)
      if part.count == 2, isWord {
        subtag = subtag.map(\.asciiUppercase)
      } else if part.count == 4, isWord, let first = subtag.first {
        subtag[0] = first.asciiUppercase
      }
      spelling += subtag
    }
    self.text = String(decoding: spelling, as: UTF8.self)
  }

  private init(known text: String) {
    self.text = text
  }

  private static func lowercase(_ part: Substring.UTF8View.SubSequence) -> [UInt8] {
    part.map(\.asciiLowercase)
  }

  /// The tag without its last subtag, or nil if it has one part only: `zh-Hant-TW`, `zh-Hant`,
  /// `zh`.
  public var parent: LanguageTag? {
    guard let hyphen = text.lastIndex(of: "-") else { return nil }
    return LanguageTag(known: String(text[..<hyphen]))
  }

  /// The language alone: `fr` for `fr-CA`.
  public var base: LanguageTag {
    guard let hyphen = text.firstIndex(of: "-") else { return self }
    return LanguageTag(known: String(text[..<hyphen]))
  }

  /// Language not stated.
  public static let undetermined = LanguageTag(known: "und")
  /// English.
  public static let english = LanguageTag(known: "en")
  /// French.
  public static let french = LanguageTag(known: "fr")
  /// Italian.
  public static let italian = LanguageTag(known: "it")
  /// German.
  public static let german = LanguageTag(known: "de")
  /// Spanish.
  public static let spanish = LanguageTag(known: "es")
}

extension LanguageTag: CustomStringConvertible {
  /// The tag's text.
  public var description: String { text }
}
