internal import KPICatalog
internal import SpreadsheetML

/// Puts a catalog together of what the regions of a book give.
struct CatalogAssembly {
  /// Where a measure was read from.
  struct Source: Sendable, Hashable {
    var region: Int
    var record: Int
  }

  private let book: BookContent
  private let survey: BookSurvey
  private(set) var catalog = Catalog()
  private(set) var log: FindingLog
  private(set) var contexts: [RegionContext] = []
  private(set) var sources: [Source] = []
  /// For each measure all rows it was read from: one, or one for each language.
  private(set) var parts: [[Source]] = []
  /// The ids of groups by the names the workbook gives them.
  private(set) var groupIDs: [String: String] = [:]
  /// What the workbook carries unseen, if this program wrote it.
  private let record: ExportRecord?
  /// References to measures that were not found.
  private var unresolved: [Unresolved] = []

  /// A reference to a measure that was not found, and the measure whose row it stands in.
  private struct Unresolved {
    var measure: KPIIdentifier
    var reference: DraftMeasure.Reference
    var region: Int
  }

  init(_ book: BookContent, _ survey: BookSurvey, record: ExportRecord? = nil) {
    self.book = book
    self.survey = survey
    self.record = record
    log = FindingLog(file: book.name)
  }

  /// Reads all regions and fills the catalog.
  mutating func run() {
    contexts = RegionContexts(book, survey).all
    SurveyFindings.add(to: &log, book, survey)
    UnreadCells.tell(book, survey, contexts, isExport: record != nil, log: &log)
    var drafts = DraftMeasures()
    drafts.reserveCapacity(survey.found.reduce(0) { $0 + $1.region.records.count })
    for (index, found) in survey.found.enumerated() { readRegion(found, index, into: &drafts) }
    LanguageRows.join(&drafts, survey, book, log: &log)
    resolve(&drafts)
    describe(drafts)
    parts.reserveCapacity(drafts.count)
    for facts in drafts.facts {
      let source = Source(region: facts.region, record: facts.record)
      parts.append(facts.others.isEmpty ? [source] : [source] + facts.others)
    }
    catalog.measures = drafts.definitions
    record?.complete(&catalog, &parts)
    tellUnresolved()
    sources = parts.compactMap(\.first)
    log.finish()
  }

  private mutating func readRegion(
    _ found: BookSurvey.Found, _ index: Int, into drafts: inout DraftMeasures
  ) {
    var reader = RegionReader(
      found.region, of: book.sheets[found.sheet], language: found.language,
      context: contexts[index], log: log)
    for record in found.region.records.indices {
      reader.readRecord(record, into: &drafts, region: index)
    }
    log = reader.log
  }

  // MARK: Ids and relations

  private mutating func resolve(_ drafts: inout DraftMeasures) {
    var identity = IdentityAssignment(book, survey, exported: record?.names ?? [:])
    identity.assign(&drafts, log: &log)
    var groups = Self.knownGroups(drafts)
    for index in drafts.indices {
      if !drafts.facts[index].pairedWith.isEmpty {
        drafts.definitions[index].pairedWith = identities(
          drafts.facts[index].pairedWith, of: drafts.definitions[index].id,
          drafts.facts[index].region, identity)
      }
      if !drafts.facts[index].derivedFrom.isEmpty {
        drafts.definitions[index].derivedFrom = identities(
          drafts.facts[index].derivedFrom, of: drafts.definitions[index].id,
          drafts.facts[index].region, identity)
      }
      nameGroup(drafts.facts[index], of: &drafts.definitions[index], &groups)
    }
    groupIDs = groups
  }

  private mutating func identities(
    _ references: [DraftMeasure.Reference], of measure: KPIIdentifier, _ region: Int,
    _ identity: IdentityAssignment
  ) -> [KPIIdentifier] {
    references.compactMap { reference in
      if let id = identity.measure(called: reference.text) { return id }
      unresolved.append(Unresolved(measure: measure, reference: reference, region: region))
      return nil
    }
  }

  /// Tells references to measures that are not in the workbook, but for those its record knows:
  /// an export of some measures of a catalog still says what they were paired with.
  private mutating func tellUnresolved() {
    guard !unresolved.isEmpty else { return }
    let measures = Dictionary(
      catalog.measures.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for item in unresolved {
      let reference = item.reference
      if record != nil, let measure = measures[item.measure],
        let id = KPIIdentifier(reference.text),
        measure.pairedWith.contains(id) || measure.derivedFrom.contains(id)
      {
        continue
      }
      log.add(
        .unknownMeasure(reference.text, field: reference.heading),
        sheet: book.sheets[survey.found[item.region].sheet].name, cell: reference.cell)
    }
  }

  /// Gives a group and a perspective of the workbook's own their ids.
  private func nameGroup(
    _ facts: DraftMeasures.Facts, of definition: inout KPIDefinition,
    _ groups: inout [String: String]
  ) {
    if let group = facts.group {
      let id = groups[group] ?? KPIIdentifier(naming: group)?.text ?? group
      groups[group] = id
      definition.group = id
    }
    if definition.perspective == nil, let name = facts.perspective {
      definition.perspective = KPIIdentifier(naming: name).flatMap { Perspective($0.text) }
    }
  }

  /// The ids of the built-in catalog for the groups of the book, in whatever language: all if most
  /// of its groups are those, else those whose measures are known too, as Effort alone may mean
  /// anything.
  private static func knownGroups(_ drafts: DraftMeasures) -> [String: String] {
    var names: [String: String?] = [:]
    var previous: String?
    for index in drafts.indices {
      guard let group = drafts.facts[index].group, group != previous, names[group] == nil else {
        continue
      }
      previous = group
      names[group] = .some(BuiltInCatalog.groupNames.measure(named: group)?.text)
    }
    let known = names.compactMapValues { $0 }
    guard !known.isEmpty, Set(known.values).count == known.count else { return [:] }
    if known.count >= 3, known.count * 2 >= names.count { return known }
    var counts: [String: (all: Int, known: Int)] = [:]
    for index in drafts.indices {
      guard let group = drafts.facts[index].group, known[group] != nil else { continue }
      counts[group, default: (0, 0)].all += 1
      let names = drafts.definitions[index].name.entries
      if names.contains(where: { BuiltInCatalog.names.measure(named: $0.text) != nil }) {
        counts[group, default: (0, 0)].known += 1
      }
    }
    return known.filter { group, _ in
      counts[group].map { $0.known * 2 > $0.all } ?? false
    }
  }

  // MARK: The catalog's own fields

  private mutating func describe(_ drafts: DraftMeasures) {
    // A handful of languages: a list is gone through faster than a set is made.
    var counts: [(language: LanguageTag, points: Int)] = []
    var used: [LanguageTag] = []
    func count(_ language: LanguageTag, _ points: Int) {
      if let known = counts.firstIndex(where: { $0.language == language }) {
        counts[known].points += points
      } else {
        counts.append((language, points))
      }
    }
    func use(_ language: LanguageTag) {
      if !used.contains(language) { used.append(language) }
    }
    for index in drafts.indices {
      for entry in drafts.definitions[index].name.entries {
        count(entry.language, 2)
        use(entry.language)
      }
      count(survey.found[drafts.facts[index].region].language, 1)
      for tag in drafts.facts[index].languages { use(tag) }
    }
    let main = counts.max { ($0.points, $1.language.text) < ($1.points, $0.language.text) }?
      .language
    catalog.defaultLanguage = main
    if let main {
      catalog.languages = [main] + used.filter { $0 != main }.sorted { $0.text < $1.text }
    }
    if let title = TitleFinder.place(book, survey, contexts) {
      catalog.title = LocalizedText(title.text, language: main ?? .english)
    }
    addGroups(drafts, main ?? .english)
    addPerspectives(drafts, main ?? .english)
  }

  private mutating func addGroups(_ drafts: DraftMeasures, _ language: LanguageTag) {
    var seen: Set<String> = []
    for index in drafts.indices {
      guard let id = drafts.definitions[index].group else { continue }
      if let name = drafts.facts[index].groupName, seen.insert(id).inserted {
        catalog.groups.append(GroupEntry(id: id, name: name))
        continue
      }
      guard let name = drafts.facts[index].group, seen.insert(id).inserted else { continue }
      let region = drafts.facts[index].region
      let tag = survey.found.indices.contains(region) ? survey.found[region].language : language
      catalog.groups.append(GroupEntry(id: id, name: LocalizedText(name, language: tag)))
    }
  }

  private mutating func addPerspectives(_ drafts: DraftMeasures, _ language: LanguageTag) {
    var seen: Set<Perspective> = []
    for index in drafts.indices where drafts.facts[index].perspective != nil {
      guard let perspective = drafts.definitions[index].perspective,
        let name = drafts.facts[index].perspective,
        !Perspective.classic.contains(perspective), seen.insert(perspective).inserted
      else { continue }
      catalog.perspectives.append(
        PerspectiveEntry(id: perspective, name: LocalizedText(name, language: language)))
    }
    guard !catalog.perspectives.isEmpty else { return }
    // A list of perspectives names all that are used.
    let used = Set(drafts.definitions.compactMap(\.perspective))
    let classic = Perspective.classic.filter { used.contains($0) }.map { PerspectiveEntry(id: $0) }
    catalog.perspectives = classic + catalog.perspectives
  }
}
