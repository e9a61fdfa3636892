internal import KPICatalog
internal import SpreadsheetML

extension ApplySession {
  /// A row that the book does not have yet, on the sheets as they are seen.
  struct NewRecord {
    var source: CatalogAssembly.Source
    /// The number it has on the sheet as it is seen.
    var row: Int
    /// The row it goes beside, and on which side.
    var anchor: Int
    var isAbove: Bool
    /// The row it is styled like.
    var model: Int
    /// The measure; nil for the heading of a group.
    var measure: KPIIdentifier?
    /// The free row of the sheet that takes it, where none is put in.
    var freeRow: Int?
  }

  /// Where a new measure goes.
  struct Slot {
    /// The record it goes beside.
    var beside: CatalogAssembly.Source
    var isAbove: Bool
    /// Whether its group is none of those there, so that it needs a heading.
    var needsHeading: Bool
    /// All rows of the measure it goes beside, one for each language.
    var models: [CatalogAssembly.Source]
  }

  // MARK: Rows that come

  /// Adds rows for the measures that are not in the book.
  func addMeasures() {
    for place in identity.added + moved.map(\.catalog) {
      let measure = prepared(
        catalog.measures[place], as: nil, language: result.catalog.defaultLanguage)
      guard let slot = slot(for: measure, at: place) else {
        guard !addForm(measure, place) else { continue }
        let name = measure.name.entries.first?.text ?? measure.id.text
        tellOfBook(
          .warning,
          "'\(measure.id)' (\(name)) has no place in the workbook: its measures are forms, "
            + "not rows of a table; add the form by hand", rule: "no-row")
        continue
      }
      add(measure, slot, place)
    }
  }

  /// The record a new measure goes beside: one of its group, perspective and kind, behind the
  /// measure it follows in the catalog.
  private func slot(for measure: KPIDefinition, at place: Int) -> Slot? {
    var records = identity.pairs.map { pair in
      (
        source: result.parts[pair.book], measure: result.catalog.measures[pair.book],
        place: pair.catalog, isKept: true
      )
    }
    for index in identity.removed {
      records.append((result.parts[index], result.catalog.measures[index], -1, false))
    }
    var known = Dictionary(
      records.enumerated().map { ($1.place, $0) }, uniquingKeysWith: { $1 })
    for (catalogPlace, record) in newRecords where record.measure != nil {
      if let index = known[catalogPlace] {
        records[index].source.append(record.source)
      } else {
        known[catalogPlace] = records.count
        records.append(([record.source], catalog.measures[catalogPlace], catalogPlace, true))
      }
    }
    records = records.filter { record in
      record.source.first.map { readers[$0.region].region.layout != .cards } ?? false
    }
    func score(_ record: (source: [CatalogAssembly.Source], measure: KPIDefinition, isKept: Bool))
      -> Int
    {
      let other = record.measure
      let group = other.group.map { names.bookGroup($0) } == measure.group
      let score =
        (group ? 8 : 0) + (other.perspective == measure.perspective ? 4 : 0)
        + (other.kind == measure.kind ? 2 : 0)
      guard !record.isKept, let part = record.source.first else { return score }
      // Under its own heading a measure stands well even beside one that goes.
      let reader = readers[part.region]
      let isHeaded = reader.plans[.group] == nil && !reader.region.banners.isEmpty
      return score - (group && isHeaded ? 1 : 16)
    }
    let scores = records.map { score(($0.source, $0.measure, $0.isKept)) }
    guard let best = scores.max() else { return nil }
    let alike = zip(records, scores).filter { $0.1 == best }.map(\.0)
    guard
      let chosen = alike.filter({ $0.place < place }).max(by: { $0.place < $1.place })
        ?? alike.min(by: { $0.place < $1.place }), let last = chosen.source.last
    else { return nil }
    let isAbove = chosen.isKept && chosen.place > place
    let beside = isAbove ? chosen.source.first ?? last : last
    let reader = readers[beside.region]
    let hasGroup = chosen.measure.group.map { names.bookGroup($0) } == measure.group
    let isByHeading =
      reader.plans[.group] == nil && !reader.region.banners.isEmpty && measure.group != nil
    return Slot(
      beside: beside, isAbove: isAbove, needsHeading: isByHeading && !hasGroup,
      models: chosen.source)
  }

  private func add(_ measure: KPIDefinition, _ slot: Slot, _ place: Int) {
    let index = slot.beside.region
    let measure = placingTargets(of: measure, nil, slot.beside)
    let before = (
      records: newRecords.count, findings: plan.findings.count, refusals: plan.refusals.count,
      unwritten: plan.unwritten.count
    )
    var beside = slot.beside
    var isAbove = slot.isAbove
    var banners = readers[index].region.records[beside.record].banners
    if slot.needsHeading, let group = measure.group {
      // A new heading goes behind all rows of the one before.
      if let last = readers[index].region.records.indices.last(where: {
        readers[index].region.records[$0].banners == banners && newRow(index, $0) == nil
      }) {
        beside.record = last
        isAbove = false
      }
      guard let banner = addHeading(group, beside, banners) else { return }
      banners = Array(banners.dropLast()) + [banner]
    }
    // A row for each language where the book has one.
    var models = readers[index].plans[.language] == nil ? [beside] : slot.models
    // A row that moves keeps its formats and height.
    if let old = moved.first(where: { $0.catalog == place }),
      let part = result.parts[old.book].first, part.region == index
    {
      models = [part]
    }
    var parts: [CatalogAssembly.Source] = []
    for model in models {
      guard
        var record = newRecord(beside, like: model, isAbove: isAbove, measure: measure.id)
      else { return }
      readers[index].region.records[record.source.record].banners = banners
      readers[index].units[record.source.record] = measure.unit
      if let alike = recordAlike(measure, index, beside.record) {
        readers[index].neighbors[record.source.record] = alike
      }
      if slot.needsHeading { record.isAbove = false }
      if !isAbove { record.freeRow = freeRow(index, after: record.anchor) }
      newRecords.append((place, record))
      parts.append(record.source)
      copyLanguage(record, model)
      identify(record, measure.id)
      nameRow(record, measure)
    }
    let base = KPIDefinition(id: measure.id, name: measure.name)
    rewrite(parts, measure, base, isNew: true)
    guard moved.allSatisfy({ $0.catalog != place }), parts.allSatisfy({ isNameOnly($0) }) else {
      return
    }
    for entry in newRecords[before.records...] {
      let sheet = result.survey.found[entry.record.source.region].sheet
      for column in readers[index].region.columns {
        guard let cell = CellReference(row: entry.record.row, column: column) else { continue }
        writes[SheetCell(sheet: sheet, cell: cell)] = nil
      }
    }
    newRecords.removeLast(newRecords.count - before.records)
    plan.findings.removeLast(plan.findings.count - before.findings)
    plan.refusals.removeLast(plan.refusals.count - before.refusals)
    plan.unwritten.removeLast(plan.unwritten.count - before.unwritten)
    tellOfNameOnly(measure, index)
  }

  /// Whether a row holds nothing but a name, so that nobody would take it for a measure: at the end
  /// of a table whose rows all say more, or where no formats tell names from headings.
  private func isNameOnly(_ part: CatalogAssembly.Source) -> Bool {
    let reader = readers[part.region]
    func count(_ record: TableRegion.Record) -> Int {
      let cells = reader.sheet.row(record.row)?.cells ?? []
      return cells.count { reader.region.columns ~= $0.column && !$0.isBlank }
    }
    let own = result.survey.found[part.region].region.records
    let new = newRecords.first { $0.record.source == part }?.record
    let isLast = new.map { !$0.isAbove && $0.anchor == own.map(\.row).max() } ?? true
    guard isLast || reader.sheet.looks.count <= 1 else { return false }
    return count(reader.region.records[part.record]) < 2 && own.allSatisfy { count($0) > 1 }
  }

  /// Says that a measure is not added, and what would make it one.
  private func tellOfNameOnly(_ measure: KPIDefinition, _ region: Int) {
    let plans = readers[region].region.plans.filter {
      ![.name, .group, .perspective, .kind].contains($0.field) && !$0.field.isCustom
    }
    var headings: [String] = []
    for plan in plans where !headings.contains(plan.heading) && !plan.heading.isEmpty {
      headings.append(plan.heading)
    }
    let columns = headings.isEmpty ? "" : ": " + headings.prefix(6).joined(separator: ", ")
    add(
      .warning,
      "'\(measure.id)' is not added: its row would hold the name only, and such a row is not read as "
        + "a measure; give it a value that the table has a column for\(columns)",
      rule: "name-only", region: region, row: nil)
  }

  /// The record of the nearest measure with the same unit and direction, whose cells a new one's are
  /// like.
  private func recordAlike(_ measure: KPIDefinition, _ index: Int, _ beside: Int) -> Int? {
    let own = readers[index].neighbors[beside] ?? beside
    var best: (score: Int, distance: Int, record: Int)?
    for (place, parts) in result.parts.enumerated() {
      guard let part = parts.first, part.region == index else { continue }
      let other = result.catalog.measures[place]
      guard other.unit == measure.unit else { continue }
      let score = other.direction == measure.direction ? 1 : 0
      let distance = abs(part.record - own)
      if let best, (best.score, -best.distance) >= (score, -distance) { continue }
      best = (score, distance, part.record)
    }
    return best?.record
  }

  /// The word for its language, from the row a new one is like.
  private func copyLanguage(_ record: NewRecord, _ model: CatalogAssembly.Source) {
    let index = record.source.region
    guard let plan = readers[index].plans[.language]?.first,
      let cell = readers[index].sheet.row(readers[index].region.records[model.record].row)?.cell(
        readers[index].region.plans[plan].column),
      let place = CellReference(row: record.row, column: cell.column)
    else { return }
    let write = CellWrite(plan: plan, cell: place, value: cell.value, rule: .columnWord)
    readers[index].put(write)
    note([write], record.source, "language", record.measure)
  }

  /// Writes the id into the column that exports have for it.
  private func identify(_ record: NewRecord, _ id: KPIIdentifier) {
    let index = record.source.region
    guard let plan = readers[index].plans[.identity]?.first,
      let place = CellReference(
        row: record.row, column: readers[index].region.plans[plan].column)
    else { return }
    let write = CellWrite(plan: plan, cell: place, value: .text(id.text), rule: .code)
    readers[index].put(write)
    note([write], record.source, "id", id)
  }

  /// The row right below a table's last one, if other tables stand beside it and it is free: a row
  /// put in would part them.
  private func freeRow(_ index: Int, after anchor: Int) -> Int? {
    let found = result.survey.found[index]
    let sheet = result.book.sheets[found.sheet]
    guard let last = found.region.records.map(\.row).max() else { return nil }
    let hasNeighbors = result.survey.found.enumerated().contains { other, neighbor in
      other != index && neighbor.sheet == found.sheet
        && !neighbor.region.columns.overlaps(found.region.columns)
        && neighbor.region.records.contains { $0.row >= anchor }
    }
    guard hasNeighbors else { return nil }
    let taken = newRecords.compactMap { $0.record.source.region == index ? $0.record.freeRow : nil }
    let row = (taken.max() ?? last) + 1
    guard row <= CellReference.lastRow else { return nil }
    let isFree = found.region.columns.allSatisfy { column in
      (sheet.cell(row: row, column: column)?.isBlank ?? true)
        && sheet.merge(row: row, column: column) == nil
    }
    return isFree ? row : nil
  }

  /// Writes the name, without which a row is no measure.
  ///
  /// - Parameters:
  ///   - record: The row.
  ///   - measure: The measure.
  ///   - labels: What a form says besides.
  func nameRow(_ record: NewRecord, _ measure: KPIDefinition, _ labels: [CellWrite] = []) {
    let index = record.source.region
    for write in labels { readers[index].put(write) }
    for write in labels { note([write], record.source, "label", measure.id) }
    _ = readers[index].readRecord(record.source.record)
    var named = measure
    let writing = FieldWriting(
      reader: readers[index], current: KPIDefinition(id: measure.id, name: LocalizedText()),
      wanted: measure, names: names)
    var ways = writing.proposals("name").compactMap(\.first)
    if ways.isEmpty, readers[index].plans[.language] == nil,
      let plan = readers[index].plans[.name]?.first
    {
      // No column has a language of the measure's: the nearest text stands in.
      let language = readers[index].language(of: plan)
      named.name = LocalizedText(
        measure.name.text(in: language, fallbacks: [.english]) ?? measure.id.text,
        language: language)
      ways = FieldWriting(
        reader: readers[index], current: KPIDefinition(id: measure.id, name: LocalizedText()),
        wanted: named, names: names
      ).proposals("name").compactMap(\.first)
    }
    for way in ways {
      for write in way { readers[index].put(write) }
      note(way, record.source, "name", measure.id)
    }
  }

  /// A row on the sheet as it is seen, behind all others, that reads like one beside another.
  private func newRecord(
    _ beside: CatalogAssembly.Source, like other: CatalogAssembly.Source, isAbove: Bool,
    measure: KPIIdentifier?
  ) -> NewRecord? {
    let index = beside.region
    let model = readers[index].region.records[other.record]
    nextRow += 1
    guard nextRow <= CellReference.lastRow else { return nil }
    let styles = styles(of: newRow(index, other.record)?.model ?? model.row, index)
    readers[index].sheet.rows.append(
      SheetContent.Row(number: nextRow, cells: [], blankStyles: styles))
    offerLists(of: model.row, index)
    readers[index].region.records.append(
      TableRegion.Record(
        row: nextRow, index: readers[index].sheet.rows.count - 1, banners: model.banners))
    let last = readers[index].region.records.count - 1
    for plan in readers[index].fill.keys {
      guard let source = readers[index].fill[plan]?[beside.record] else { continue }
      // What holds for the rows on both sides holds for a row between them.
      let holder = holds(source, beside, isAbove, plan) ? source : last
      readers[index].fill[plan]?.append(holder)
    }
    readers[index].neighbors[last] = readers[index].neighbors[beside.record] ?? beside.record
    let known = newRow(index, beside.record)
    let anchor = readers[index].region.records[beside.record].row
    return NewRecord(
      source: CatalogAssembly.Source(region: index, record: last), row: nextRow,
      anchor: known?.anchor ?? anchor, isAbove: known?.isAbove ?? isAbove,
      model: newRow(index, other.record)?.model ?? model.row, measure: measure)
  }

  /// The formats of a row's cells as the workbook has them, which a new row like it takes.
  func styles(of row: Int, _ index: Int) -> [Int: Int] {
    let row = result.book.sheets[result.survey.found[index].sheet].row(row)
    var styles = row?.blankStyles ?? [:]
    for cell in row?.cells ?? [] { styles[cell.column] = cell.style }
    return styles
  }

  /// Lets the new row offer the dropdown lists of the row it is like, as it will in the workbook.
  func offerLists(of model: Int, _ index: Int) {
    let rules = readers[index].sheet.validations
    for (place, rule) in rules.enumerated() where rule.type == "list" {
      for range in rule.ranges where range.first.row...range.last.row ~= model {
        guard let first = CellReference(row: nextRow, column: range.first.column),
          let last = CellReference(row: nextRow, column: range.last.column)
        else { continue }
        readers[index].sheet.validations[place].ranges.append(CellRange(first, last))
      }
    }
  }

  /// Whether a value that holds for a record holds for a row beside it too.
  private func holds(
    _ source: Int, _ beside: CatalogAssembly.Source, _ isAbove: Bool, _ plan: Int
  ) -> Bool {
    let reader = readers[beside.region]
    if isAbove { return source != beside.record }
    if source != beside.record { return true }
    // Of a value written once the row below its first one takes it.
    let sources = reader.fill[plan] ?? []
    let isWrittenOnce = sources.indices.contains { sources[$0] != $0 }
    return isWrittenOnce
  }

  /// The new record at a place of a region, or nil for one of the book.
  private func newRow(_ region: Int, _ record: Int) -> NewRecord? {
    newRecords.first { $0.record.source == CatalogAssembly.Source(region: region, record: record) }?
      .record
  }

  // MARK: Headings

  /// Adds a row with the name of a group, styled like the other headings.
  ///
  /// - Returns: The banner's index.
  private func addHeading(
    _ group: String, _ beside: CatalogAssembly.Source, _ banners: [Int]
  ) -> Int? {
    let index = beside.region
    let language = readers[index].language
    guard let own = banners.last, let name = names.groups[group]?.text(in: language) else {
      return nil
    }
    let model = readers[index].region.banners[own]
    nextRow += 1
    guard nextRow <= CellReference.lastRow,
      let cell = CellReference(row: nextRow, column: model.column)
    else { return nil }
    var banner = model
    banner.row = nextRow
    banner.text = name
    readers[index].region.banners.append(banner)
    let roles = readers[index].context.banners
    readers[index].context.banners.append(roles.indices.contains(own) ? roles[own] : .group)
    let known = newRow(index, beside.record)
    let record = NewRecord(
      source: CatalogAssembly.Source(region: index, record: -1), row: nextRow,
      anchor: known?.anchor ?? readers[index].region.records[beside.record].row, isAbove: false,
      model: model.row, measure: nil)
    newRecords.append((-1, record))
    let write = CellWrite(plan: 0, cell: cell, value: .text(name), rule: .heading)
    let sheet = result.survey.found[index].sheet
    writes[SheetCell(sheet: sheet, cell: cell)] = Written(
      write: write, measure: nil, field: "groups")
    return readers[index].region.banners.count - 1
  }

  // MARK: Rows that go

  /// Removes the rows of measures that are not in the catalog.
  func removeMeasures() {
    let gone = identity.removed + moved.map(\.book)
    for index in gone {
      let measure = result.catalog.measures[index]
      for part in result.parts[index] { remove(part, measure.id, gone) }
    }
  }

  private func remove(_ part: CatalogAssembly.Source, _ measure: KPIIdentifier, _ gone: [Int]) {
    let found = result.survey.found[part.region]
    let sheet = result.book.sheets[found.sheet]
    let record = found.region.records[part.record]
    guard found.region.layout != .cards else {
      if let rows = rows(ofForm: part) {
        for row in rows
        where !plan.removedRows.contains(where: {
          $0.sheet == sheet.name && $0.row == row
        }) {
          plan.removedRows.append(
            ApplyPlan.RemovedRow(
              sheet: sheet.name, row: row, measure: row == record.row ? measure : nil))
        }
        return
      }
      add(
        .warning, "'\(measure)' is a form and is not removed; take it out by hand", rule: "no-row",
        region: part.region, row: record.row)
      return
    }
    handOn(part, gone)
    let merges = sheet.merges.filter {
      $0.rowCount > 1 && $0.first.row == record.row && found.region.columns ~= $0.first.column
    }
    let neighbors = sheet.rows[record.index].cells.filter {
      // A formula that nobody calculated yet has no value, but is there.
      !$0.isBlank && !(found.region.columns ~= $0.column)
        || $0.isFormula && isLoneFormula($0.column, found.region, sheet)
    }
    let others = result.survey.found.enumerated().contains { index, other in
      index != part.region && other.sheet == found.sheet
        && other.region.records.contains { $0.row == record.row }
    }
    if !neighbors.isEmpty || others {
      add(
        .warning,
        "the row of '\(measure)' holds other things too; its cells are cleared and the row "
          + "stays", rule: "row-kept", region: part.region, row: record.row)
      clear(part, measure, keeping: merges)
    } else {
      for merge in merges { handOn(merge, part, gone) }
      plan.removedRows.append(
        ApplyPlan.RemovedRow(sheet: sheet.name, row: record.row, measure: measure))
    }
  }

  /// Whether the formulas of a column without a heading are those of few rows only, so that they say
  /// something of the table and not of their measures.
  private func isLoneFormula(
    _ column: Int, _ region: TableRegion, _ sheet: SheetContent
  ) -> Bool {
    guard region.plans.allSatisfy({ $0.column != column || $0.hasNoHeading }) else { return false }
    let count = region.records.count {
      sheet.rows[$0.index].cell(column)?.isFormula ?? false
    }
    return count * 2 < region.records.count
  }

  /// Gives what merged cells hold to the first of their rows that stays.
  private func handOn(_ merge: CellRange, _ part: CatalogAssembly.Source, _ gone: [Int]) {
    let found = result.survey.found[part.region]
    let sheet = result.book.sheets[found.sheet]
    let removed = Set(
      gone.flatMap { result.parts[$0] }.filter {
        result.survey.found[$0.region].sheet == found.sheet
      }
      .map { result.survey.found[$0.region].region.records[$0.record].row })
    guard let row = (merge.first.row...merge.last.row).first(where: { !removed.contains($0) }),
      let cell = sheet.cell(row: merge.first.row, column: merge.first.column), !cell.isBlank,
      !cell.isFormula, let place = CellReference(row: row, column: merge.first.column)
    else { return }
    let plan = found.region.plans.firstIndex { $0.column == merge.first.column }
    let measure = found.region.records.firstIndex { $0.row == row }.flatMap {
      measures[CatalogAssembly.Source(region: part.region, record: $0)]
    }
    note(
      [CellWrite(plan: plan ?? 0, cell: place, value: cell.value, rule: .columnWord)], part,
      plan.map { found.region.plans[$0].field.name } ?? "merged cells",
      measure.map { result.catalog.measures[$0].id })
  }

  /// Gives a value that holds for the rows below to the first of them that stays.
  private func handOn(_ part: CatalogAssembly.Source, _ gone: [Int]) {
    let index = part.region
    let removed = Set(gone.flatMap { result.parts[$0] })
    for (plan, sources) in readers[index].fill {
      guard sources.indices.contains(part.record), sources[part.record] == part.record,
        let next = sources.indices.first(where: {
          sources[$0] == part.record && $0 != part.record
            && !removed.contains(CatalogAssembly.Source(region: index, record: $0))
        }),
        let cell = readers[index].sheet.rows[readers[index].region.records[part.record].index].cell(
          readers[index].region.plans[plan].column),
        let place = CellReference(
          row: readers[index].region.records[next].row,
          column: readers[index].region.plans[plan].column),
        // A merged cell holds for its rows whatever becomes of the others.
        (readers[index].sheet.merge(row: place.row, column: place.column)?.rowCount ?? 1) == 1
      else { continue }
      let write = CellWrite(plan: plan, cell: place, value: cell.value, rule: .columnWord)
      readers[index].put(write)
      let measure = measures[CatalogAssembly.Source(region: index, record: next)].map {
        result.catalog.measures[$0].id
      }
      note(
        [write], CatalogAssembly.Source(region: index, record: next),
        readers[index].region.plans[plan].field.name, measure)
    }
  }

  private func clear(
    _ part: CatalogAssembly.Source, _ measure: KPIIdentifier, keeping merges: [CellRange]
  ) {
    let found = result.survey.found[part.region]
    let sheet = result.book.sheets[found.sheet]
    let record = found.region.records[part.record]
    for (index, plan) in found.region.plans.enumerated() {
      guard let place = CellReference(row: record.row, column: plan.column),
        let cell = sheet.cell(row: place.row, column: place.column), !cell.isFormula,
        !merges.contains(where: { $0.contains(place) })
      else { continue }
      let write = CellWrite(plan: index, cell: place, value: .blank, rule: .removedRow)
      readers[part.region].put(write)
      note([write], part, plan.field.name, measure)
    }
  }
}
