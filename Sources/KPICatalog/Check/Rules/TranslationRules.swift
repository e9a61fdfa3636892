/// Texts that are not in all languages, or not the same in them.
enum TranslationRules: RuleFamily {
  static let missingTranslation = CheckRule(
    name: "missing-translation", severity: .warning,
    summary: "A text is in some but not all of the catalog's languages, or is a copy of another "
      + "language's.",
    reason: "Readers of that language see another one in the middle of theirs.",
    cure: "Add the text, or take the language out of 'languages'.",
    page: "translations")
  static let untranslatedField = CheckRule(
    name: "untranslated-field", severity: .note,
    summary: "A field that several measures have, or the title, is in none of them in one of the "
      + "catalog's languages.",
    reason: "Mostly the field is kept in one language on purpose, such as a column of remarks.",
    cure: "Translate the field if readers of the language see it.",
    page: "translations")
  static let staleTranslation = CheckRule(
    name: "stale-translation", severity: .warning,
    summary: "A text holds other numbers in one language than in another.",
    reason: "Mostly one language was changed and the others forgotten, so readers compute "
      + "different things.",
    cure: "Bring the text up to date in the language that was forgotten.",
    page: "translations")

  static let rules = [missingTranslation, untranslatedField, staleTranslation]

  /// The most languages looked at, so that a hostile file cannot make the work grow with their
  /// square.
  private static let mostLanguages = 40

  static func check(_ subject: CheckSubject, _ findings: inout FindingCollector) {
    var languages = subject.isOverlay ? [] : languages(of: subject)
    let measures = subject.measures.map { ($0, $0.definition.localizedTexts) }
    let absent = languages.filter { language in
      !measures.contains { $0.1.contains { has($0.text, language) } }
    }
    languages.removeAll(where: absent.contains)
    if languages.count >= 1, !measures.isEmpty {
      for language in absent {
        findings.add(
          missingTranslation, "languages",
          "no measure has a text in '\(language)'; add them or take it out of 'languages'")
      }
    }
    let untranslated = untranslatedFields(measures.map(\.1), languages)
    for language in languages {
      var fields = untranslated.filter { $0.language == language }.map(\.field)
      let title = subject.catalog.title
      if !title.isEmpty, isMissing(language, in: title, languages) { fields.insert("title", at: 0) }
      guard !fields.isEmpty else { continue }
      findings.add(
        untranslatedField, "languages",
        "no text in '\(language)' anywhere for \(fields.joined(separator: ", ")); translate what "
          + "its readers see")
    }
    for text in subject.catalog.localizedTexts where text.field != "title" {
      for language in languages where isMissing(language, in: text.text, languages) {
        findings.add(
          missingTranslation, "\(text.field).\(language)",
          "\(text.field) has no text in '\(language)'; add it")
      }
    }
    for (measure, texts) in measures {
      checkMissing(texts, languages, untranslated, measure, &findings)
      for text in texts { checkStale(text, subject.catalog.defaultLanguage, measure, &findings) }
    }
  }

  /// The languages the catalog says it has, or those most names are in.
  private static func languages(of subject: CheckSubject) -> [LanguageTag] {
    let stated = subject.catalog.languages.filter { $0 != .undetermined }
    guard stated.isEmpty else { return Array(stated.prefix(mostLanguages)) }
    var counts: [LanguageTag: Int] = [:]
    var order: [LanguageTag] = []
    for measure in subject.measures {
      for language in measure.definition.name.languages.prefix(mostLanguages)
      where language != .undetermined {
        if counts[language] == nil { order.append(language) }
        counts[language, default: 0] += 1
      }
    }
    let most = counts.filter { $0.value * 2 > subject.measures.count }
    return Array(order.filter { most[$0] != nil }.prefix(mostLanguages))
  }

  // MARK: Missing

  private static func has(_ text: LocalizedText, _ language: LanguageTag) -> Bool {
    text.entries.contains { entry in
      (entry.language == language || entry.language.base == language
        || entry.language == language.base) && entry.text.contains { !$0.isWhitespace }
    }
  }

  /// Whether a text is there in another of the languages but not in this one.
  private static func isMissing(
    _ language: LanguageTag, in text: LocalizedText, _ languages: [LanguageTag]
  ) -> Bool {
    !has(text, language) && languages.contains { has(text, $0) }
  }

  private struct UntranslatedField: Hashable {
    let field: String
    let language: LanguageTag
  }

  /// The name of a text's field, without the number of an item.
  private static func name(of text: FieldText) -> String {
    guard let open = text.field.firstIndex(of: "["),
      let close = text.field.lastIndex(of: "]"), open < close
    else { return text.field }
    return String(text.field[..<open] + text.field[text.field.index(after: close)...])
  }

  /// The fields that at least two measures have, and none in a language, in the order they are met.
  private static func untranslatedFields(
    _ measures: [[FieldText]], _ languages: [LanguageTag]
  ) -> [UntranslatedField] {
    var order: [String] = []
    var counts: [String: Int] = [:]
    var translated: Set<UntranslatedField> = []
    for texts in measures {
      var own: Set<String> = []
      for text in texts {
        let name = name(of: text)
        let isNew = own.insert(name).inserted
        if isNew, counts[name] == nil { order.append(name) }
        if isNew { counts[name, default: 0] += 1 }
        for language in languages where !isMissing(language, in: text.text, languages) {
          translated.insert(.init(field: name, language: language))
        }
      }
    }
    return order.filter { counts[$0, default: 0] >= 2 && $0 != "name" }.flatMap { name in
      languages.map { UntranslatedField(field: name, language: $0) }
        .filter { !translated.contains($0) }
    }
  }

  private static func checkMissing(
    _ texts: [FieldText], _ languages: [LanguageTag], _ untranslated: [UntranslatedField],
    _ measure: CheckedMeasure, _ findings: inout FindingCollector
  ) {
    for language in languages {
      let missing = texts.filter { text in
        isMissing(language, in: text.text, languages)
          && !untranslated.contains(.init(field: name(of: text), language: language))
      }
      guard let first = missing.first else { continue }
      let named = missing.prefix(3).map(\.field).joined(separator: ", ")
      let others = missing.count - min(missing.count, 3)
      findings.add(
        missingTranslation, measure, "\(first.field).\(language)",
        "no text in '\(language)' for \(named)"
          + (others > 0 ? " and \(others) more" : "") + "; translate")
    }
    for text in texts {
      guard let (language, other) = copied(text.text) else { continue }
      findings.add(
        missingTranslation, measure, "\(text.field).\(language)",
        "the text in '\(language)' is the one in '\(other)'; translate it")
    }
  }

  /// A language whose text is another's, if it is long enough not to be a name; nil if none is.
  private static func copied(
    _ text: LocalizedText
  ) -> (language: LanguageTag, other: LanguageTag)? {
    let entries = text.entries.prefix(mostLanguages)
    for (index, entry) in entries.enumerated() where entry.text.utf8.count >= 30 {
      for earlier in entries[..<index]
      where earlier.text == entry.text && earlier.language.base != entry.language.base {
        let words = FoldedText(entry.text).words
        guard words.count >= 6, entry.language != .undetermined,
          earlier.language != .undetermined
        else { continue }
        return (entry.language, earlier.language)
      }
    }
    return nil
  }

  // MARK: Stale

  private static func checkStale(
    _ text: FieldText, _ defaultLanguage: LanguageTag?, _ measure: CheckedMeasure,
    _ findings: inout FindingCollector
  ) {
    let entries = text.text.entries.filter { $0.language != .undetermined }
    guard entries.count >= 2,
      let leading = entries.first(where: { $0.language == defaultLanguage }) ?? entries.first
    else { return }
    let numbers = numbers(in: leading.text)
    for entry in entries where entry.language != leading.language {
      let others = Self.numbers(in: entry.text)
      // A number only one of them has may be a word in the other: "two", "yearly".
      guard let mine = only(numbers, others), let theirs = only(others, numbers) else { continue }
      findings.add(
        staleTranslation, measure, "\(text.field).\(entry.language)",
        "the text in '\(leading.language)' says \(mine) and the one in '\(entry.language)' says "
          + "\(theirs); bring the older one up to date")
    }
  }

  /// The first number, in order, that the others do not have, as it is written.
  private static func only(_ numbers: [String: String], _ others: [String: String]) -> String? {
    numbers.filter { others[$0.key] == nil }.min { $0.key < $1.key }?.value
  }

  /// The numbers but 1, which is often a word in one language and a figure in the other.
  private static func numbers(in text: String) -> [String: String] {
    var numbers = NumbersInText.find(in: text)
    numbers["1"] = nil
    return numbers
  }
}
