/// The identity of a measure, which stays when its name changes.
///
/// A slug: small letters of any script, digits and single hyphens between them, at most 200
/// characters; after an `@` a second slug may name a variant, as in `net-promoter-score@citizen`.
public struct KPIIdentifier: Hashable, Sendable {
  /// The identifier's text.
  public let text: String

  /// Reads an identifier.
  ///
  /// Gives nil if it is not a slug with at most one variant.
  ///
  /// - Parameter text: The text, taken as it is; nothing is trimmed or folded.
  public init?(_ text: String) {
    guard text.utf8.count <= 800 else { return nil }
    if Slug.isPlain(text.utf8Span.span) {
      self.text = text
      return
    }
    let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy({ Slug.isValid(Substring($0)) }) else { return nil }
    self.text = text
  }

  private init(checked text: String) {
    self.text = text
  }

  /// The identifier of a measure that is yet to get its own.
  package static let provisional = KPIIdentifier(checked: "measure")

  /// Makes an identifier for a measure of this name: `Customer churn (monthly)` gives
  /// `customer-churn-monthly`.
  ///
  /// Accents of Latin letters go, all other marks and blanks become one hyphen.
  ///
  /// Gives nil if the name holds no letter and no digit.
  ///
  /// - Parameter name: The name in any language.
  public init?(naming name: String) {
    self.init(naming: FoldedName(name))
  }

  /// Makes an identifier for a measure of this name, as ``init(naming:)-(String)`` does.
  package init?(naming name: FoldedName) {
    guard let slug = Slug.make(from: name) else { return nil }
    self.text = slug
  }

  /// The identifier without its variant.
  public var base: KPIIdentifier {
    guard let at = text.firstIndex(of: "@") else { return self }
    return KPIIdentifier(checked: String(text[..<at]))
  }

  /// The variant after the `@`, or nil.
  public var variant: String? {
    guard let at = text.firstIndex(of: "@") else { return nil }
    return String(text[text.index(after: at)...])
  }

  /// The identifier of a variant of this measure.
  ///
  /// - Parameter variant: The variant's slug.
  /// - Returns: nil if the variant is no slug or this identifier has one already.
  public func variant(_ variant: String) -> KPIIdentifier? {
    self.variant == nil ? KPIIdentifier(text + "@" + variant) : nil
  }
}

extension KPIIdentifier: Comparable {
  /// Orders identifiers by their text.
  public static func < (left: KPIIdentifier, right: KPIIdentifier) -> Bool {
    left.text < right.text
  }
}

extension KPIIdentifier: CustomStringConvertible {
  /// The identifier's text.
  public var description: String { text }
}
