/// How much of a catalog's texts there is in a language, and what is shown instead of the rest.
///
///     let catalog = try BuiltInCatalog.customerMeasures()
///     let coverage = catalog.coverage(in: .french)
///     print("\(coverage.total - coverage.missing) of \(coverage.total) texts are in French")
///     for gap in coverage.gaps { print("\(gap.field): \(gap.count) missing") }
///
/// Any form of a language counts: a text in `fr-CA` is one in French. A text whose language nobody
/// stated counts as one in every language.
public struct LanguageCoverage: Hashable, Sendable {
  /// A field with the number of its texts that are missing.
  public struct Gap: Hashable, Sendable {
    /// The field of the measure, such as `description`; `title` and `group` stand for the catalog's
    /// title and the names of its groups.
    public var field: String
    /// How many texts are missing, at least one.
    public var count: Int
  }

  /// The language that was asked for.
  public let language: LanguageTag
  /// How many texts there are in any language.
  public private(set) var total = 0
  /// How many of them are not in the language; 0 if all are, ``total`` if none is.
  public private(set) var missing = 0
  /// The fields of those, the most frequent first, fields of the same count by name.
  public private(set) var gaps: [Gap] = []
  /// The languages the missing ones are shown in instead, in the order they were met, each once.
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

  /// Counts how many of the measures' names are in a language.
  ///
  /// - Parameter language: The language; its regions do not matter.
  /// - Returns: The counts, of no texts for a catalog without measures. Names that are missing are
  ///   shown in the catalog's own language, else in English, else in the first there is.
  /// - Complexity: O(*n*) in the number of measures.
  public func nameCoverage(in language: LanguageTag) -> LanguageCoverage {
    LanguageCoverage(
      measures.map { FieldText(field: "name", text: $0.name) }, in: language, fallbacks: fallbacks)
  }

  /// Counts how many of the texts of its measures are in a language, with its title and the names of
  /// their groups; groups without measures do not count.
  ///
  /// - Parameter language: The language; its regions do not matter.
  /// - Returns: The counts, of no texts for an empty catalog.
  /// - Complexity: O(*n*) in the size of the catalog.
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
  /// Counts how many of the measure's texts are in a language.
  ///
  /// - Parameter language: The language; its regions do not matter.
  /// - Returns: The counts. Texts that are missing are shown in English, else in the first language
  ///   there is.
  public func coverage(in language: LanguageTag) -> LanguageCoverage {
    LanguageCoverage(localizedTexts, in: language, fallbacks: [.english])
  }
}
