internal import KPICatalog
internal import SpreadsheetML

/// The making of a plan: each measure is rewritten on the sheets as they are seen until it says what
/// the catalog says.
final class ApplySession {
  let catalog: Catalog
  let result: ImportResult
  let isForced: Bool
  var readers: [RegionReader] = []
  var names = CatalogNames()
  /// What a workbook of this program's own carries unseen; nil for others.
  var unseen: UnseenRecord?
  let identity: MeasureIdentity
  /// What was written, by the sheet's index and the cell.
  var writes: [SheetCell: Written] = [:]
  var plan = ApplyPlan()
  /// Measures by the records they were read from.
  var measures: [CatalogAssembly.Source: Int] = [:]
  /// What each measure of the book is to say, by its index there.
  var wanted: [Int: KPIDefinition] = [:]
  /// Rows that are new, with the place of their measure in the catalog.
  var newRecords: [(place: Int, record: NewRecord)] = []
  /// Measures whose row goes and comes back under another heading.
  var moved: [(book: Int, catalog: Int)] = []
  /// Languages of texts that have no columns.
  var otherLanguages: Set<String> = []
  /// How many proposals were taken.
  var accepted = 0
  /// The last row number taken for a new row.
  var nextRow = 0
  /// How many formats the workbook has; those behind them are made for it.
  let formatCount: Int
  /// The formats that are made, with the workbook's format each is like.
  var newFormats: [(like: Int, code: String)] = []

  /// A cell of one of the book's sheets.
  struct SheetCell: Hashable {
    var sheet: Int
    var cell: CellReference
  }

  /// A write with what it is for.
  struct Written {
    var write: CellWrite
    var measure: KPIIdentifier?
    var field: String
  }

  init(_ catalog: Catalog, _ result: ImportResult, isForced: Bool) throws(ImportError) {
    self.catalog = catalog
    self.result = result
    self.isForced = isForced
    plan.wanted = catalog
    formatCount = result.book.sheets.map(\.formats.count).max() ?? 0
    unseen = UnseenRecord(result)
    identity = MeasureIdentity(book: result.catalog, catalog: catalog)
    if let doubt = identity.doubts.first { throw Self.ambiguous(doubt, identity, catalog, result) }
    let lists = DropdownLists(result.book)
    for (index, found) in result.survey.found.enumerated() {
      var sheet = result.book.sheets[found.sheet]
      sheet.lists = lists.words(of: sheet)
      readers.append(
        RegionReader(
          found.region, of: sheet, language: found.language, context: result.contexts[index],
          log: FindingLog(file: result.book.name)))
    }
    for (index, parts) in result.parts.enumerated() {
      for part in parts {
        measures[part] = index
        guard readers.indices.contains(part.region) else { continue }
        readers[part.region].units[part.record] = result.catalog.measures[index].unit
      }
    }
    names = CatalogNames(catalog, result)
    nextRow = result.book.sheets.compactMap { $0.rows.last?.number }.max() ?? 0
  }

  func run() {
    guard readers.count == result.survey.found.count else { return }
    for pair in identity.pairs {
      let base = result.catalog.measures[pair.book]
      let measure = prepared(catalog.measures[pair.catalog], as: base)
      wanted[pair.book] = result.parts[pair.book].first.map {
        placingTargets(of: measure, base, $0)
      }
    }
    moved = identity.pairs.filter { isMoved($0.book) }
    removeMeasures()
    for pair in identity.pairs where !moved.contains(where: { $0.book == pair.book }) {
      guard let wanted = wanted[pair.book] else { continue }
      let base = result.catalog.measures[pair.book]
      guard !changes(base, wanted).isEmpty else { continue }
      rewrite(result.parts[pair.book], wanted, base)
    }
    keepFollowers()
    addMeasures()
    removeHeadings()
    fillWhatStandsAlone()
    keepReferences()
    renameHeadings()
    tellOfOrder()
    tellOfLanguages()
    noteOtherIDs()
    writeRecord()
    finish()
  }

  /// Gives the rows that took a value from the row above their own, where that value has changed.
  private func keepFollowers() {
    let regions = Set(
      writes.values.compactMap { written in
        readers.indices.first { readers[$0].fill[written.write.plan] != nil }
      })
    guard !regions.isEmpty else { return }
    for pair in identity.pairs where !moved.contains(where: { $0.book == pair.book }) {
      let parts = result.parts[pair.book]
      guard let wanted = wanted[pair.book], parts.contains(where: { regions.contains($0.region) }),
        let now = read(parts, like: wanted)
      else { continue }
      let base = result.catalog.measures[pair.book]
      guard changes(base, wanted).isEmpty, !changes(now, wanted).isEmpty else { continue }
      rewrite(parts, wanted, base)
    }
  }

  /// Whether a measure is to stand under another heading: its row must go there.
  private func isMoved(_ index: Int) -> Bool {
    guard let wanted = wanted[index], result.parts[index].count == 1,
      let part = result.parts[index].first
    else { return false }
    let base = result.catalog.measures[index]
    let region = readers[part.region].region
    guard region.layout != .cards, wanted.group != base.group, wanted.group != nil,
      readers[part.region].plans[.group] == nil
    else { return false }
    // Formulas of the row would be lost, and rows that share it stay.
    let row = readers[part.region].sheet.rows[region.records[part.record].index]
    return !row.cells.contains { $0.isFormula || !(region.columns ~= $0.column) }
  }

  // MARK: What is wanted

  /// A measure of the catalog in the terms of the book: groups by the book's ids, texts without a
  /// language in that of the sheet.
  func prepared(
    _ measure: KPIDefinition, as base: KPIDefinition?, language main: LanguageTag? = nil
  ) -> KPIDefinition {
    var measure = measure
    if let base { measure.id = base.id }
    measure.group = measure.group.map { names.bookGroup($0) }
    let texts: [WritableKeyPath<KPIDefinition, LocalizedText?>] = [
      \.question, \.description, \.rationale, \.source, \.pitfalls, \.notes, \.formula.text_,
      \.objective.text_, \.objective.differentiator_, \.scope.includes_, \.scope.excludes_,
      \.scope.population_, \.instrument.question_,
    ]
    let language = base?.name.entries.first?.language ?? main ?? .undetermined
    for text in texts {
      guard let own = measure[keyPath: text] else { continue }
      let tag = base?[keyPath: text]?.entries.first?.language ?? language
      measure[keyPath: text] = Self.readable(own, in: tag)
    }
    measure.name = Self.readable(measure.name, in: language)
    for entry in measure.name.entries { measure.name[entry.language] = entry.text.onOneLine }
    measure.owner = measure.owner?.trimmed
    measure.collector = measure.collector?.trimmed
    return measure
  }

  /// A text as cells give it: without blanks around it, in the language of the sheet if it states
  /// none.
  private static func readable(_ text: LocalizedText, in language: LanguageTag) -> LocalizedText {
    if let plain = text.plain { return LocalizedText(plain.trimmed, language: language) }
    var text = text
    for entry in text.entries { text[entry.language] = entry.text.trimmed }
    return text
  }

  /// The fields in which two versions of a measure differ; the order of custom columns is none.
  func changes(_ old: KPIDefinition, _ new: KPIDefinition) -> [FieldChange] {
    var old = old
    old.id = new.id
    old.origin = nil
    var new = new
    new.origin = nil
    guard old != new else { return [] }
    let diff = CatalogDiff(from: Catalog(measures: [old]), to: Catalog(measures: [new]))
    return (diff.measures.first?.fields ?? []).filter {
      !($0.kind == .order && $0.field == "custom") && !Self.isImplied($0, old, new)
    }
  }

  /// Whether a difference is only that the book writes out what the catalog leaves to be understood:
  /// the sign of a currency.
  private static func isImplied(
    _ change: FieldChange, _ old: KPIDefinition, _ new: KPIDefinition
  ) -> Bool {
    change.field == "unit.symbol" && change.new == nil && new.unit?.kind == .currency
      && new.unit?.currency != nil && old.unit?.currency == new.unit?.currency
  }

  // MARK: Reading

  /// What the records of a measure say on the sheets as they are seen now.
  ///
  /// - Parameters:
  ///   - parts: The records.
  ///   - wanted: The measure, for its id.
  ///   - isWhole: Whether what the workbook carries unseen counts too.
  /// - Returns: The measure; nil if none of the records reads as one.
  func read(
    _ parts: [CatalogAssembly.Source], like wanted: KPIDefinition, isWhole: Bool = true
  ) -> KPIDefinition? {
    var joined: DraftMeasure?
    var ignored = FindingLog(file: "")
    for part in parts {
      guard let draft = draft(part) else { continue }
      guard var known = joined else {
        joined = draft
        continue
      }
      LanguageRows.add(draft, to: &known, "", log: &ignored)
      joined = known
    }
    guard let seen = joined.map({ definition($0, like: wanted) }) else { return nil }
    return isWhole ? unseen?.rests[seen.id]?.completed(seen) ?? seen : seen
  }

  private func draft(_ part: CatalogAssembly.Source) -> DraftMeasure? {
    readers[part.region].log = FindingLog(file: "")
    guard var draft = readers[part.region].readRecord(part.record) else { return nil }
    draft.region = part.region
    return draft
  }

  /// A draft with its names resolved as the import does.
  private func definition(_ draft: DraftMeasure, like wanted: KPIDefinition) -> KPIDefinition {
    var definition = draft.definition
    definition.id = wanted.id
    definition.origin = nil
    if let group = draft.group {
      definition.group = names.groupID(group) ?? KPIIdentifier(naming: group)?.text ?? group
    }
    if definition.perspective == nil, let name = draft.perspective {
      definition.perspective = KPIIdentifier(naming: name).flatMap { Perspective($0.text) }
    }
    definition.pairedWith = draft.pairedWith.compactMap { measure(called: $0.text) }
    definition.derivedFrom = draft.derivedFrom.compactMap { measure(called: $0.text) }
    return definition
  }

  private func measure(called text: String) -> KPIIdentifier? {
    names.measure(called: text) ?? unseen?.names[Folding.fold(text)]
  }
}
