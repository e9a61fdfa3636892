/// How a catalog's contents read in one language: names filled in, numbers with their units.
///
/// Workbooks and pages are made of these texts.
package struct CatalogPresentation: Sendable {
  /// The catalog that is shown.
  package let catalog: Catalog
  /// The words of the reader's language.
  package let words: DisplayWords
  /// The language texts are chosen by; it may be one there are no words of.
  package let language: LanguageTag
  private let fallbacks: [LanguageTag]
  private let names: [KPIIdentifier: LocalizedText]

  /// Makes a presentation.
  ///
  /// - Parameters:
  ///   - catalog: The catalog.
  ///   - language: The reader's language; the catalog's own by default, else English.
  package init(_ catalog: Catalog, language: LanguageTag? = nil) {
    self.catalog = catalog
    self.language = language ?? catalog.defaultLanguage ?? .english
    words = DisplayWords(self.language)
    fallbacks = [catalog.defaultLanguage, .english].compactMap { $0 }
    names = Dictionary(
      catalog.measures.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  // MARK: Texts

  /// A text in the reader's language, or the nearest there is, with its placeholders filled.
  package func text(_ text: LocalizedText?) -> String? {
    guard let found = text?.text(in: language, fallbacks: fallbacks), !found.isEmpty else {
      return nil
    }
    return filled(found)
  }

  /// The language of the text that is shown, if it is not the reader's.
  package func otherLanguage(of text: LocalizedText) -> LanguageTag? {
    guard let shown = text.text(in: language, fallbacks: fallbacks),
      let entry = text.entries.first(where: { $0.text == shown }),
      entry.language != .undetermined, entry.language.base != language.base
    else { return nil }
    return entry.language
  }

  /// A text with the organization's name and the word for the people it serves in their places.
  package func filled(_ text: String) -> String {
    let organization = catalog.organization ?? words.text("organization")
    return DisplayWords.fill(
      text,
      [
        "organization": organization, "organisation": organization, "audience": audience,
      ])
  }

  /// What the people served are called, many of them.
  package var audience: String { name(of: catalog.audience ?? .customer) }

  /// The word for an audience: the catalog's own, else the usual one.
  package func name(of audience: Audience) -> String {
    let own = catalog.audiences.first { $0.id == audience }?.name
    return own?.text(in: language) ?? words.word("audience", audience.rawValue)
  }

  /// The title.
  ///
  /// A catalog whose title is the general one for customers gets the one for its audience; one
  /// without a title gets that too.
  package var title: String {
    let audience = (catalog.audience ?? .customer).rawValue
    guard let own = text(catalog.title) else { return words.word("title", audience) }
    return isGeneral(own) ? words.word("title", audience) : own
  }

  /// Whether a title is the general one for customers, also in the language it is shown in where
  /// there is none in the reader's.
  private func isGeneral(_ title: String) -> Bool {
    let general = { (words: DisplayWords) in words.word("title", Audience.customer.rawValue) }
    if title == general(words) { return true }
    guard let other = otherLanguage(of: catalog.title) else { return false }
    return title == general(DisplayWords(other))
  }

  /// Organization, audience, number of measures and version, as one line; the audience only of a
  /// catalog that is all about it.
  package var subtitle: String { subtitle(withCount: true) }

  /// The same line, with or without the number of measures.
  package func subtitle(withCount isCounted: Bool) -> String {
    var parts = [catalog.organization].compactMap { $0 }.filter { !$0.isEmpty }
    if isAboutAudience { parts.append(words.text("forAudience", ["audience": audience])) }
    if isCounted { parts.append(count(catalog.measures.count)) }
    if let version = catalog.version {
      parts.append(words.text("version", ["version": version]))
    }
    return parts.joined(separator: " · ")
  }

  /// So many measures, in words.
  package func count(_ number: Int) -> String {
    number == 1
      ? words.text("measureCountOne") : words.text("measureCount", ["count": String(number)])
  }

  /// The name of a measure.
  package func name(of measure: KPIDefinition) -> String {
    text(measure.name) ?? measure.id.text
  }

  /// The name of the measure an id stands for; the id itself if it is not in the catalog.
  package func name(of id: KPIIdentifier) -> String {
    text(names[id]) ?? id.text
  }

  /// The name of a group: the catalog's, else its id.
  package func group(_ id: String) -> String {
    catalog.groups.first { $0.id == id }.flatMap { text($0.name) } ?? id
  }

  /// The name of a perspective: the usual word, else the catalog's name, else its id.
  package func perspective(_ id: Perspective) -> String {
    words.known("perspective", id.id) ?? catalog.perspectives.first { $0.id == id }
      .flatMap { text($0.name) } ?? id.id
  }

  /// Whether the measures belong to more than one perspective, or some of them to none that is
  /// stated.
  package var hasSeveralPerspectives: Bool {
    Set(catalog.measures.map(\.perspective)).count > 1
  }

  /// Whether the whole catalog is about the people served: its measures are of the customers'
  /// perspective, or of none that is stated in a catalog that names its audience.
  private var isAboutAudience: Bool {
    catalog.audience != nil || catalog.measures.allSatisfy { $0.perspective == .customer }
  }

  /// What a measure serves, in its own words or those of the objective it refers to.
  package func objective(_ objective: Objective) -> String? {
    text(objective.text) ?? text(listed(objective)?.text)
  }

  /// What sets the offer apart in an objective.
  package func differentiator(_ objective: Objective) -> String? {
    text(objective.differentiator) ?? text(listed(objective)?.differentiator)
  }

  private func listed(_ objective: Objective) -> Objective? {
    guard let id = objective.id else { return nil }
    return catalog.objectives.first { $0.id == id }
  }

  /// What is counted and what is not.
  package func scope(_ scope: Scope) -> String? {
    let parts = [
      text(scope.includes),
      text(scope.excludes).map { words.text("excludes", ["text": $0]) },
    ].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: "\n")
  }

  /// The formula in words, else as an expression.
  package func formula(_ formula: Formula) -> String? {
    text(formula.text) ?? formula.expression?.description
  }

  /// A place where claims can be looked up.
  package func evidence(_ evidence: Evidence) -> String {
    [text(evidence.title), text(evidence.source), evidence.link].compactMap { $0 }
      .joined(separator: words.format("list"))
  }
}
