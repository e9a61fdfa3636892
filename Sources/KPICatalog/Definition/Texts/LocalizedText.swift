/// A text in one or several languages, in the order in which they were given.
///
/// A text whose language nobody stated has the tag `und`; alone, it is written as a plain string.
public struct LocalizedText: Hashable, Sendable {
  /// One language with its text.
  public struct Entry: Hashable, Sendable {
    /// The language.
    public let language: LanguageTag
    /// The text, kept exactly.
    public var text: String

    /// Makes an entry.
    public init(language: LanguageTag, text: String) {
      self.language = language
      self.text = text
    }
  }

  /// The texts, in order, no language twice.
  public private(set) var entries: [Entry]

  /// Makes a text without any language; it counts as absent and is not written.
  public init() {
    entries = []
  }

  /// Makes a text in one language.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - language: Its language; not stated by default.
  public init(_ text: String, language: LanguageTag = .undetermined) {
    entries = [Entry(language: language, text: text)]
  }

  /// Makes a text of entries; of a repeated language the last text wins, at the first place.
  public init(_ entries: some Sequence<Entry>) {
    self.entries = []
    for entry in entries { self[entry.language] = entry.text }
  }

  /// Makes a text of entries whose languages are known to differ.
  init(distinct entries: [Entry]) {
    self.entries = entries
  }

  /// Whether there is no text at all.
  public var isEmpty: Bool { entries.isEmpty }
  /// The languages, in order.
  public var languages: [LanguageTag] { entries.map(\.language) }
  /// The text if its language is not stated and there is no other.
  public var plain: String? {
    guard entries.count == 1, let only = entries.first, only.language == .undetermined else {
      return nil
    }
    return only.text
  }

  /// The text in exactly this language, or nil; setting nil removes it.
  public subscript(language: LanguageTag) -> String? {
    get { entries.first { $0.language == language }?.text }
    set {
      guard let place = entries.firstIndex(where: { $0.language == language }) else {
        if let newValue { entries.append(Entry(language: language, text: newValue)) }
        return
      }
      if let newValue {
        entries[place].text = newValue
      } else {
        entries.remove(at: place)
      }
    }
  }

  /// The text for a reader of this language.
  ///
  /// Tries the exact tag, then its parents (`fr-CA`, `fr`), then any other form of the same
  /// language, then the fallbacks each in the same way, then the first text there is.
  ///
  ///     let name: LocalizedText = LocalizedText([.init(language: .english, text: "Churn")])
  ///     name.text(in: .french)  // "Churn"
  ///
  /// - Parameters:
  ///   - language: The language wanted.
  ///   - fallbacks: Languages to try next, in order.
  /// - Returns: nil only if there is no text at all.
  public func text(in language: LanguageTag, fallbacks: [LanguageTag] = []) -> String? {
    if let text = nearest(to: language) { return text }
    for fallback in fallbacks {
      if let text = nearest(to: fallback) { return text }
    }
    return entries.first?.text
  }

  private func nearest(to language: LanguageTag) -> String? {
    var wanted: LanguageTag? = language
    while let tag = wanted {
      if let text = self[tag] { return text }
      wanted = tag.parent
    }
    let base = language.base
    return entries.first { $0.language.base == base }?.text
  }
}

extension LocalizedText: ExpressibleByStringLiteral {
  /// Makes a text whose language is not stated.
  public init(stringLiteral value: String) {
    self.init(value)
  }
}
