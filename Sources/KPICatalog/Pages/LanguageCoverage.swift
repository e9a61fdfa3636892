/// How much of a catalog's texts there is in a language.
public struct LanguageCoverage: Hashable, Sendable {
  /// A field with the number of its texts that are missing.
  public struct Gap: Hashable, Sendable {
    /// The field, such as `description`.
    public var field: String
    /// How many texts are missing.
    public var count: Int
  }

  /// The language.
  public let language: LanguageTag
  /// How many texts there are in any language.
  public private(set) var total = 0
  /// How many of them are not in the language.
  public private(set) var missing = 0
  /// The fields of those, the most frequent first.
  public private(set) var gaps: [Gap] = []
  /// The languages the missing ones are shown in instead.
  public private(set) var shown: [LanguageTag] = []

  init(_ texts: [FieldText], in language: LanguageTag, fallbacks: [LanguageTag]) {
    self.language = language
    var counts: [String: Int] = [:]
    for entry in texts {
      total += 1
      // A text of no stated language is one in all.
      let isThere = entry.text.entries.contains {
        $0.language.base == language.base || $0.language == .undetermined
      }
      guard !isThere else { continue }
      missing += 1
      let field = String(entry.field.prefix { $0 != "." && $0 != "[" })
      counts[field, default: 0] += 1
      let text = entry.text.text(in: language, fallbacks: fallbacks)
      if let other = entry.text.entries.first(where: { $0.text == text })?.language,
        !shown.contains(other)
      {
        shown.append(other)
      }
    }
    gaps = counts.map { Gap(field: $0.key, count: $0.value) }
      .sorted { ($1.count, $0.field) < ($0.count, $1.field) }
  }
}

extension Catalog {
  private var fallbacks: [LanguageTag] { [defaultLanguage, .english].compactMap { $0 } }

  /// How many of the measures' names are in a language.
  public func nameCoverage(in language: LanguageTag) -> LanguageCoverage {
    LanguageCoverage(
      measures.map { FieldText(field: "name", text: $0.name) }, in: language, fallbacks: fallbacks)
  }

  /// How many of the texts of its measures are in a language, with its title and the names of their
  /// groups.
  public func coverage(in language: LanguageTag) -> LanguageCoverage {
    var texts: [FieldText] = []
    if !title.isEmpty { texts.append(FieldText(field: "title", text: title)) }
    let used = Set(measures.compactMap(\.group))
    for entry in groups where used.contains(entry.id) && !entry.name.isEmpty {
      texts.append(FieldText(field: "group", text: entry.name))
    }
    texts += measures.flatMap(\.localizedTexts)
    return LanguageCoverage(texts, in: language, fallbacks: fallbacks)
  }
}

extension KPIDefinition {
  /// How many of the measure's texts are in a language.
  public func coverage(in language: LanguageTag) -> LanguageCoverage {
    LanguageCoverage(localizedTexts, in: language, fallbacks: [.english])
  }
}
