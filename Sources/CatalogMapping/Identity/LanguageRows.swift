internal import KPICatalog
internal import SpreadsheetML

/// Joins what gives one measure in several languages: a row per language, or a sheet per language.
enum LanguageRows {
  static func join(
    _ measures: inout DraftMeasures, _ survey: BookSurvey, _ book: BookContent,
    log: inout FindingLog
  ) {
    // Most books have neither.
    let hasRows = measures.facts.contains { $0.rowLanguage != nil }
    guard hasRows || survey.found.count > 1 else { return }
    var drafts = measures.drafts
    if drafts.indices.contains(where: { drafts[$0].rowLanguage != nil }) {
      joinRows(&drafts, survey, book, log: &log)
    }
    joinSheets(&drafts, survey, book, log: &log)
    measures.drafts = drafts
  }

  // MARK: A row per language

  /// Rows with the same code in different languages are one measure; without codes, rows one after
  /// another are, up to the next row in a language already seen.
  private static func joinRows(
    _ drafts: inout [DraftMeasure], _ survey: BookSurvey, _ book: BookContent, log: inout FindingLog
  ) {
    var joined: [DraftMeasure] = []
    var byCode: [String: Int] = [:]
    var seen: [Int: Set<LanguageTag>] = [:]
    for draft in drafts {
      var target: Int?
      if let language = draft.rowLanguage {
        if let code = draft.definition.code {
          target = byCode["\(draft.region) \(code)"]
        } else if let last = joined.indices.last, joined[last].definition.code == nil,
          joined[last].region == draft.region
        {
          target = last
        }
        if let index = target, seen[index]?.contains(language) ?? false { target = nil }
      }
      if let target {
        add(draft, to: &joined[target], sheet(draft, survey, book), log: &log)
        if let language = draft.rowLanguage { seen[target, default: []].insert(language) }
      } else {
        if let code = draft.definition.code { byCode["\(draft.region) \(code)"] = joined.count }
        if let language = draft.rowLanguage { seen[joined.count] = [language] }
        joined.append(draft)
      }
    }
    drafts = joined
  }

  // MARK: A sheet per language

  /// Regions of different languages whose codes are the same, or whose sheets are named for
  /// languages.
  private static func joinSheets(
    _ drafts: inout [DraftMeasure], _ survey: BookSurvey, _ book: BookContent, log: inout FindingLog
  ) {
    guard survey.found.count > 1 else { return }
    var regions: [Int: [Int]] = [:]
    for index in drafts.indices { regions[drafts[index].region, default: []].append(index) }
    guard let first = survey.found.indices.first(where: { regions[$0] != nil }),
      let base = regions[first]
    else {
      return
    }
    var isJoined = [Bool](repeating: false, count: drafts.count)
    for other in survey.found.indices where other != first {
      guard let members = regions[other],
        survey.found[other].language != survey.found[first].language,
        survey.found[other].sheet != survey.found[first].sheet,
        let pairs = pairs(base, members, drafts, survey, book, first, other)
      else { continue }
      for (member, target) in pairs {
        add(drafts[member], to: &drafts[target], sheet(drafts[member], survey, book), log: &log)
        isJoined[member] = true
      }
    }
    drafts = drafts.enumerated().filter { !isJoined[$0.offset] }.map(\.element)
  }

  private static func pairs(
    _ base: [Int], _ members: [Int], _ drafts: [DraftMeasure], _ survey: BookSurvey,
    _ book: BookContent,
    _ first: Int, _ other: Int
  ) -> [(Int, Int)]? {
    let codes = Dictionary(
      base.compactMap { index in drafts[index].definition.code.map { ($0, index) } },
      uniquingKeysWith: { left, _ in left })
    let byCode = members.compactMap { index in
      drafts[index].definition.code.flatMap { codes[$0] }.map { (index, $0) }
    }
    // Codes that only count the rows say nothing unless the sheets are alike.
    if !codes.isEmpty, byCode.count * 10 >= members.count * 8, members.count * 10 >= base.count * 8
    {
      return byCode
    }
    let areNamed = [first, other].allSatisfy { index in
      WordList.language.value(of: book.sheets[survey.found[index].sheet].name) != nil
    }
    guard areNamed, members.count == base.count else { return nil }
    return Array(zip(members, base))
  }

  private static func sheet(
    _ draft: DraftMeasure, _ survey: BookSurvey, _ book: BookContent
  ) -> String {
    book.sheets[survey.found[draft.region].sheet].name
  }

  // MARK: Joining

  /// Adds the texts of a measure in another language; what the first row says of the rest stays.
  static func add(
    _ other: DraftMeasure, to draft: inout DraftMeasure, _ sheet: String, log: inout FindingLog
  ) {
    draft.others.append(CatalogAssembly.Source(region: other.region, record: other.record))
    draft.others += other.others
    for tag in other.languages where !draft.languages.contains(tag) { draft.languages.append(tag) }
    var own = draft.definition
    let more = other.definition
    own.name = joined(own.name, more.name) ?? own.name
    own.question = joined(own.question, more.question)
    own.description = joined(own.description, more.description)
    own.rationale = joined(own.rationale, more.rationale)
    own.pitfalls = joined(own.pitfalls, more.pitfalls)
    own.notes = joined(own.notes, more.notes)
    own.source = joined(own.source, more.source)
    if let text = joined(own.formula?.text, more.formula?.text) {
      own.formula = own.formula ?? Formula()
      own.formula?.text = text
    }
    if own.formula?.expression == nil, let expression = more.formula?.expression {
      own.formula?.expression = expression
      own.formula?.inputs = more.formula?.inputs ?? []
    }
    if let text = joined(own.objective?.text, more.objective?.text) {
      own.objective = own.objective ?? Objective()
      own.objective?.text = text
    }
    let differing = takeMissing(from: more, to: &own)
    for field in differing {
      log.add(.conflictingLanguageRow(field: field), sheet: sheet, cell: other.nameCell)
    }
    keepTexts(of: more, in: &own, language: other.rowLanguage ?? other.languages.first)
    draft.definition = own
  }

  /// Keeps what the other row says in plain text, if it says it otherwise: owners and custom values
  /// have no languages.
  private static func keepTexts(
    of more: KPIDefinition, in own: inout KPIDefinition, language: LanguageTag?
  ) {
    func keep(_ name: String, _ value: CustomValue) {
      if own.custom[name] == nil {
        own.custom[name] = value
      } else if own.custom[name] != value {
        own.custom["\(name) (\(language?.text ?? "2"))"] = value
      }
    }
    for (name, one, other) in [
      ("owner", own.owner, more.owner), ("collector", own.collector, more.collector),
    ] {
      guard let one, let other, one != other else { continue }
      own.custom["\(name) (\(language?.text ?? "2"))"] = .text(other)
    }
    own.owner = own.owner ?? more.owner
    own.collector = own.collector ?? more.collector
    for pair in more.custom { keep(pair.key, pair.value) }
  }

  private static func joined(_ own: LocalizedText?, _ more: LocalizedText?) -> LocalizedText? {
    guard var result = own else { return more }
    for entry in more?.entries ?? [] where result[entry.language] == nil {
      result[entry.language] = entry.text
    }
    return result
  }

  /// Takes what only the row of the other language says.
  ///
  /// - Returns: The names of the fields about which the rows differ.
  private static func takeMissing(
    from more: KPIDefinition, to own: inout KPIDefinition
  ) -> [String] {
    var differing: [String] = []
    func take<Value: Equatable>(_ field: WritableKeyPath<KPIDefinition, Value?>, _ name: String) {
      guard let other = more[keyPath: field] else { return }
      if let known = own[keyPath: field] {
        if known != other { differing.append(name) }
      } else {
        own[keyPath: field] = other
      }
    }
    func take<Value: Equatable>(_ field: WritableKeyPath<KPIDefinition, [Value]>, _ name: String) {
      if own[keyPath: field].isEmpty {
        own[keyPath: field] = more[keyPath: field]
      } else if !more[keyPath: field].isEmpty, own[keyPath: field] != more[keyPath: field] {
        differing.append(name)
      }
    }
    take(\.targets, "target")
    take(\.frequency, "frequency")
    take(\.unit, "unit")
    take(\.direction, "direction")
    take(\.reportingFrequency, "reporting frequency")
    take(\.window, "window")
    take(\.scale, "scale")
    take(\.baseline, "baseline")
    take(\.current, "current value")
    take(\.thresholds, "thresholds")
    take(\.weight, "weight")
    take(\.kind, "kind")
    take(\.perspective, "perspective")
    take(\.audience, "audience")
    take(\.leadLag, "lead or lag")
    take(\.lifecycle, "lifecycle")
    take(\.reviewDate, "review date")
    take(\.version, "version")
    take(\.benchmarks, "benchmark")
    own.method = own.method ?? more.method
    own.scope = own.scope ?? more.scope
    own.aggregation = own.aggregation ?? more.aggregation
    own.instrument = own.instrument ?? more.instrument
    if own.evidence.isEmpty { own.evidence = more.evidence }
    own.aliases += more.aliases.filter { !own.aliases.contains($0) }
    own.tags += more.tags.filter { !own.tags.contains($0) }
    return differing
  }
}
