internal import KPICatalog
internal import SpreadsheetML

/// Puts a catalog together of what the regions of a book give.
struct CatalogAssembly {
  /// Where a measure was read from.
  struct Source: Sendable {
    var region: Int
    var record: Int
  }

  private let book: BookContent
  private let survey: BookSurvey
  private(set) var catalog = Catalog()
  private(set) var log: FindingLog
  private(set) var contexts: [RegionContext] = []
  private(set) var sources: [Source] = []

  init(_ book: BookContent, _ survey: BookSurvey) {
    self.book = book
    self.survey = survey
    log = FindingLog(file: book.name)
  }

  /// Reads all regions and fills the catalog.
  mutating func run() {
    contexts = RegionContexts(book, survey).all
    SurveyFindings.add(to: &log, book, survey)
    var drafts: [DraftMeasure] = []
    for (index, found) in survey.found.enumerated() {
      drafts += readRegion(found, index)
    }
    LanguageRows.join(&drafts, survey, book, log: &log)
    resolve(&drafts)
    catalog.measures = drafts.map(\.definition)
    sources = drafts.map { Source(region: $0.region, record: $0.record) }
    describe(drafts)
    log.finish()
  }

  private mutating func readRegion(_ found: BookSurvey.Found, _ index: Int) -> [DraftMeasure] {
    let sheet = book.sheets[found.sheet]
    guard
      var reader = RegionReader(
        found.region, of: sheet, language: found.language, context: contexts[index], log: log)
    else { return [] }
    var drafts: [DraftMeasure] = []
    drafts.reserveCapacity(found.region.records.count)
    for record in found.region.records.indices {
      guard var draft = reader.readRecord(record) else { continue }
      draft.region = index
      drafts.append(draft)
    }
    log = reader.log
    return drafts
  }

  // MARK: Ids and relations

  private mutating func resolve(_ drafts: inout [DraftMeasure]) {
    var identity = IdentityAssignment(book, survey)
    identity.assign(&drafts, log: &log)
    for index in drafts.indices {
      drafts[index].definition.pairedWith = identities(
        drafts[index].pairedWith, drafts, index, identity)
      drafts[index].definition.derivedFrom = identities(
        drafts[index].derivedFrom, drafts, index, identity)
      nameGroup(&drafts[index])
    }
  }

  private mutating func identities(
    _ references: [DraftMeasure.Reference], _ drafts: [DraftMeasure], _ index: Int,
    _ identity: IdentityAssignment
  ) -> [KPIIdentifier] {
    references.compactMap { reference in
      if let id = identity.measure(called: reference.text) { return id }
      log.add(
        .unknownMeasure(reference.text, field: reference.heading),
        sheet: book.sheets[survey.found[drafts[index].region].sheet].name, cell: reference.cell)
      return nil
    }
  }

  /// Gives a group and a perspective of the workbook's own their ids.
  private func nameGroup(_ draft: inout DraftMeasure) {
    if let group = draft.group {
      draft.definition.group = KPIIdentifier(naming: group)?.text ?? group
    }
    if draft.definition.perspective == nil, let name = draft.perspective {
      draft.definition.perspective = KPIIdentifier(naming: name).flatMap { Perspective($0.text) }
    }
  }

  // MARK: The catalog's own fields

  private mutating func describe(_ drafts: [DraftMeasure]) {
    var counts: [LanguageTag: Int] = [:]
    for draft in drafts {
      for entry in draft.definition.name.entries { counts[entry.language, default: 0] += 2 }
      counts[survey.found[draft.region].language, default: 0] += 1
    }
    let used = Set(
      drafts.flatMap { draft in draft.definition.name.languages + Array(draft.languages) })
    let main = counts.max { ($0.value, $1.key.text) < ($1.value, $0.key.text) }?.key
    catalog.defaultLanguage = main
    if let main {
      catalog.languages = [main] + used.subtracting([main]).sorted { $0.text < $1.text }
    }
    if let title = TitleFinder.title(book, survey) {
      catalog.title = LocalizedText(title, language: main ?? .english)
    }
    addGroups(drafts, main ?? .english)
    addPerspectives(drafts, main ?? .english)
  }

  private mutating func addGroups(_ drafts: [DraftMeasure], _ language: LanguageTag) {
    var seen: Set<String> = []
    for draft in drafts {
      guard let id = draft.definition.group, let name = draft.group, seen.insert(id).inserted else {
        continue
      }
      let tag =
        survey.found.indices.contains(draft.region) ? survey.found[draft.region].language : language
      catalog.groups.append(GroupEntry(id: id, name: LocalizedText(name, language: tag)))
    }
  }

  private mutating func addPerspectives(_ drafts: [DraftMeasure], _ language: LanguageTag) {
    var seen: Set<Perspective> = []
    for draft in drafts {
      guard let perspective = draft.definition.perspective, let name = draft.perspective,
        !Perspective.classic.contains(perspective), seen.insert(perspective).inserted
      else { continue }
      catalog.perspectives.append(
        PerspectiveEntry(id: perspective, name: LocalizedText(name, language: language)))
    }
    guard !catalog.perspectives.isEmpty else { return }
    // A list of perspectives names all that are used.
    let used = Set(drafts.compactMap(\.definition.perspective))
    let classic = Perspective.classic.filter { used.contains($0) }.map { PerspectiveEntry(id: $0) }
    catalog.perspectives = classic + catalog.perspectives
  }
}
