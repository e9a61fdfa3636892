internal import KPICatalog
internal import SpreadsheetML

extension ApplySession {
  /// Why cells are not overwritten.
  struct Refusal {
    var text: String
    /// Whether force does not help.
    var isAbsolute = false
  }

  /// Why some of these cells must not be overwritten, or nil.
  func refusal(
    _ way: [CellWrite], _ part: CatalogAssembly.Source, _ field: String, _ wanted: KPIDefinition
  ) -> Refusal? {
    let index = result.survey.found[part.region].sheet
    let sheet = result.book.sheets[index]
    for write in way {
      if let other = writes[SheetCell(sheet: index, cell: write.cell)], other.measure != wanted.id,
        other.write.value != write.value
      {
        return Refusal(
          text: "\(write.cell) is shared with '\(other.measure?.text ?? "")', which says something "
            + "else there", isAbsolute: true)
      }
      if let merge = sheet.merge(row: write.cell.row, column: write.cell.column),
        readers[part.region].region.layout != .cards, merge.rowCount > 1,
        !isShared(merge, part.region, field, wanted)
      {
        return Refusal(
          text: "\(merge) is merged and holds for other measures too; unmerge it first",
          isAbsolute: true)
      }
      guard !isForced else { continue }
      let cell = sheet.cell(row: write.cell.row, column: write.cell.column)
      if cell?.isFormula ?? false {
        return Refusal(text: "the cell holds a formula; change the formula, or use --force")
      }
      if sheet.isClosed(write.cell) {
        return Refusal(
          text: "the sheet is protected and the cell is locked; unprotect the sheet, or use --force"
        )
      }
    }
    return nil
  }

  /// Whether all measures of a merged cell are to say the same of a field.
  private func isShared(
    _ merge: CellRange, _ region: Int, _ field: String, _ own: KPIDefinition
  ) -> Bool {
    readers[region].records(in: merge).allSatisfy { record in
      guard let index = measures[CatalogAssembly.Source(region: region, record: record)],
        let other = wanted[index]
      else { return true }
      return other.texts(at: field) == own.texts(at: field)
    }
  }

  func refuse(
    _ reason: String, _ way: [CellWrite], _ part: CatalogAssembly.Source, _ field: String,
    isAbsolute: Bool
  ) {
    let sheet = result.book.sheets[result.survey.found[part.region].sheet]
    plan.refusals.append(
      Diagnostic(
        .error, at: Place(file: result.book.name, sheet: sheet.name, cell: way.first?.cell),
        "\(field) is not written: \(reason)", rule: "cell-refused"))
  }

  // MARK: What has no place

  /// Tells of the fields that could not be written, in one line for a measure.
  func tell(
    _ remaining: [FieldChange], _ parts: [CatalogAssembly.Source], _ wanted: KPIDefinition,
    _ base: KPIDefinition, isNew: Bool
  ) {
    let part = parts[0]
    let remaining = remaining.filter { !isOfOtherLanguage($0, wanted) }
    if isNew { return tellOfNew(remaining, part, wanted) }
    let changed = Set(changes(base, wanted).map(\.field))
    var missing: [FieldChange] = []
    for change in remaining {
      let isFormula =
        change.field.hasPrefix("formula.expression") || change.field.hasPrefix("formula.inputs")
      // The parsed formula follows its text; nobody has to be told.
      if isFormula, base.formula?.text != wanted.formula?.text { continue }
      if changed.contains(where: { Self.stem($0) == Self.stem(change.field) }) {
        missing.append(change)
        continue
      }
      // What the measure did not ask to change but reads otherwise is told as such.
      add(
        .warning,
        "'\(wanted.id)': \(change.field) reads \(Self.said(change.old)) and not "
          + "\(Self.said(change.new)) after the change", rule: "no-place", region: part.region,
        row: row(part))
    }
    keepUnwritten(missing, wanted)
    guard let first = missing.first else { return }
    let message =
      missing.count == 1
      ? "\(first.field) has no place in the workbook, so it stays \(Self.said(first.old)) and does "
        + "not become \(Self.said(first.new))"
      : "\(Self.list(missing.map(\.field))) have no place in the workbook and stay as they are"
    add(
      .warning, "'\(wanted.id)': \(message)", rule: "no-place", region: part.region, row: row(part))
  }

  /// Keeps the fields that are not written, for reports.
  private func keepUnwritten(_ changes: [FieldChange], _ measure: KPIDefinition) {
    plan.unwritten += changes.map {
      ApplyPlan.UnwrittenField(
        measure: measure.id, field: $0.field, old: $0.old?.text, new: $0.new?.text)
    }
  }

  /// What a field says, short and in quotes.
  private static func said(_ value: FieldValue?) -> String {
    value.map { short($0.text) } ?? "empty"
  }

  /// Words with commas and an *and* between them.
  static func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }

  /// Whether a change is of texts in languages the workbook has no columns for; they are told once.
  private func isOfOtherLanguage(_ change: FieldChange, _ wanted: KPIDefinition) -> Bool {
    let field = Self.stem(change.field)
    guard Self.localized.contains(field) else { return false }
    let known = Set(result.catalog.languages.map(\.base))
    let own = Self.language(of: change.field)
    let languages =
      own.map { [$0] }
      ?? wanted.fields.filter { Self.stem($0.path) == field }.compactMap {
        Self.language(of: $0.path)
      }
    guard !languages.isEmpty, languages.allSatisfy({ !known.contains($0.base) }) else {
      return false
    }
    otherLanguages.formUnion(languages.map(\.text))
    return true
  }

  /// Says once which languages have no columns.
  func tellOfLanguages() {
    guard !otherLanguages.isEmpty else { return }
    let list = otherLanguages.sorted().joined(separator: ", ")
    tellOfBook(
      .note,
      "the workbook has no columns for texts in \(list); they stay in the catalog only, or get columns "
        + "such as 'Name (\(otherLanguages.min() ?? ""))'", rule: "other-language")
  }

  /// The fields of a new measure that its table has no columns for, in one line.
  private func tellOfNew(
    _ remaining: [FieldChange], _ part: CatalogAssembly.Source, _ wanted: KPIDefinition
  ) {
    let remaining = remaining.filter { !$0.field.hasPrefix("formula.inputs") }
    keepUnwritten(remaining, wanted)
    let anchor = newRecords.first { $0.record.source == part }?.record.anchor
    func names(_ changes: [FieldChange]) -> [String] {
      var fields: [String] = []
      for change in changes {
        let name = change.field.hasPrefix("custom.") ? change.field : Self.stem(change.field)
        if !fields.contains(name) { fields.append(name) }
      }
      return fields
    }
    let missing = names(remaining.filter { $0.new != nil })
    if !missing.isEmpty {
      add(
        .warning,
        "'\(wanted.id)' is a new row; the table has no place for its \(Self.list(missing))",
        rule: "no-place", region: part.region, row: anchor)
    }
    // A group by the heading above, a value that holds for several rows.
    let extra = remaining.filter { $0.new == nil && !missing.contains(Self.stem($0.field)) }
    guard !extra.isEmpty else { return }
    let values = extra.map { "\($0.field) \(Self.said($0.old))" }
    add(
      .warning,
      "'\(wanted.id)' is a new row; what stands around it gives it \(Self.list(values)), which the "
        + "catalog does not say", rule: "from-around", region: part.region, row: anchor)
  }

  /// Says once that rows keep their order.
  func tellOfOrder() {
    let order = identity.pairs.map(\.catalog)
    guard zip(order, order.dropFirst()).contains(where: { $0 > $1 }) else { return }
    tellOfBook(
      .note, "the catalog has the measures in another order; the rows keep theirs", rule: "order")
  }

  func tellOfBook(_ severity: Diagnostic.Severity, _ message: String, rule: String) {
    plan.findings.append(
      Diagnostic(severity, at: Place(file: result.book.name), message, rule: rule))
  }

  static func short(_ text: String) -> String {
    let line = text.onOneLine
    return "'" + (line.count > 60 ? line.prefix(60) + "…" : line[...]) + "'"
  }

  private func row(_ part: CatalogAssembly.Source) -> Int? {
    let region = result.survey.found[part.region].region
    return region.records.indices.contains(part.record) ? region.records[part.record].row : nil
  }

  func add(
    _ severity: Diagnostic.Severity, _ message: String, rule: String, region: Int, row: Int?
  ) {
    let found = result.survey.found[region]
    let cell = row.flatMap { CellReference(row: $0, column: found.region.columns.lowerBound) }
    plan.findings.append(
      Diagnostic(
        severity,
        at: Place(file: result.book.name, sheet: result.book.sheets[found.sheet].name, cell: cell),
        message, rule: rule))
  }

  // MARK: The plan

  /// Puts the writes in order, and says what is worth knowing about their cells.
  func finish() {
    let order = Dictionary(
      result.book.sheets.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first }
    )
    plan.removedRows.sort {
      (order[$0.sheet] ?? 0, $0.row) < (order[$1.sheet] ?? 0, $1.row)
    }
    markFirstRows()
    var fresh: [Int: Int] = [:]
    for entry in newRecords {
      let record = entry.record
      // A new measure in a free row is made of changed cells.
      if record.freeRow != nil { continue }
      fresh[record.row] = plan.addedRows.count
      let sheet = result.survey.found[record.source.region].sheet
      plan.addedRows.append(
        ApplyPlan.AddedRow(
          sheet: result.book.sheets[sheet].name, anchor: record.anchor, isAbove: record.isAbove,
          model: record.model, measure: record.measure, cells: [],
          merges: Self.merges(record.model, result.book.sheets[sheet])))
      plan.addedRows[plan.addedRows.count - 1].cells = blankCells(of: record)
    }
    defer {
      for index in plan.addedRows.indices {
        plan.addedRows[index].cells.sort { $0.column < $1.column }
      }
    }
    let lists = DropdownLists(result.book)
    var withLists: [Int: SheetContent] = [:]
    func listed(_ index: Int) -> SheetContent {
      if let known = withLists[index] { return known }
      var sheet = result.book.sheets[index]
      sheet.lists = lists.words(of: sheet)
      withLists[index] = sheet
      return sheet
    }
    let gone = Set(plan.removedRows.map { "\($0.sheet)!\($0.row)" })
    let moves = Dictionary(
      newRecords.compactMap { entry in
        entry.record.freeRow.map { (entry.record.row, (row: $0, model: entry.record.model)) }
      }, uniquingKeysWith: { first, _ in first })
    for (key, written) in moved(writes, to: moves).sorted(by: {
      ($0.key.sheet, $0.key.cell) < ($1.key.sheet, $1.key.cell)
    }) {
      let sheet = result.book.sheets[key.sheet]
      let old = sheet.cell(row: key.cell.row, column: key.cell.column)
      let write = written.write
      if let place = fresh[key.cell.row] {
        guard write.value != .blank else { continue }
        plan.addedRows[place].cells.append(
          ApplyPlan.AddedCell(
            column: key.cell.column, field: written.field, value: write.value,
            shown: shownDate(
              write.value, write.style ?? modelStyle(plan.addedRows[place], key.cell.column, sheet)),
            style: write.style.map { StyleIndex(made($0)?.like ?? $0) },
            numberFormat: write.style.flatMap { made($0)?.code }, rule: write.rule))
        remark(write, in: plan.addedRows[place], listed(key.sheet))
        continue
      }
      guard !gone.contains("\(sheet.name)!\(key.cell.row)") else { continue }
      let isSame = (old?.value ?? .blank) == write.value && !(old?.isFormula ?? false)
      guard !isSame || (write.style != nil && write.style != old?.style) else { continue }
      plan.changes.append(
        ApplyPlan.Change(
          sheet: sheet.name, cell: key.cell, measure: written.measure, field: written.field,
          old: old?.value ?? .blank, hasFormula: old?.isFormula ?? false, new: write.value,
          shown: shownDates(write, old, sheet),
          style: write.style.map { StyleIndex(made($0)?.like ?? $0) },
          numberFormat: write.style.flatMap { made($0)?.code }, rule: write.rule,
          isPart: write.isPart))
      remark(write, on: listed(key.sheet), old)
    }
  }

  /// Says what a cell of a new row shows otherwise than it holds, or holds though its list does not
  /// offer it.
  private func remark(_ write: CellWrite, in row: ApplyPlan.AddedRow, _ sheet: SheetContent) {
    let column = CellReference.letters(ofColumn: write.cell.column)
    let place = "column \(column) of the new row" + (row.measure.map { " of '\($0)'" } ?? "")
    func note(_ severity: Diagnostic.Severity, _ message: String, _ rule: String) {
      plan.findings.append(
        Diagnostic(
          severity, at: Place(file: result.book.name, sheet: sheet.name), "\(place): \(message)",
          rule: rule))
    }
    switch write.value {
    case .number(let number):
      let style = write.style ?? modelStyle(row, write.cell.column, sheet)
      guard let shown = rounded(number, style) else { return }
      note(.note, "\(NumberForm.plain(number)) is shown as \(shown)", "rounded-display")
    case .text(let text):
      guard let model = CellReference(row: row.model, column: write.cell.column) else { return }
      let words = sheet.dropdownWords(model)
      guard !words.isEmpty, !words.contains(text) else { return }
      note(.warning, "'\(text)' is none of the words of the dropdown list", "not-in-dropdown")
    default: return
    }
  }

  /// The format that was made for the workbook; nil for one of its own.
  func made(_ style: Int) -> (like: Int, code: String)? {
    newFormats.indices.contains(style - formatCount) ? newFormats[style - formatCount] : nil
  }

  /// The cells that are merged in one row.
  private static func merges(_ row: Int, _ sheet: SheetContent) -> [RowInsertion.Merge] {
    sheet.merges.filter { $0.first.row == row && $0.rowCount == 1 }.map {
      RowInsertion.Merge(columns: $0.first.column...$0.last.column)
    }
  }

  /// Marks the rows that go and have no measure right above them that stays.
  private func markFirstRows() {
    guard !plan.removedRows.isEmpty else { return }
    var previous: (row: ApplyPlan.RemovedRow, isFirst: Bool)?
    var rows: [String: Set<Int>] = [:]
    for found in result.survey.found {
      rows[result.book.sheets[found.sheet].name, default: []].formUnion(
        found.region.records.map(\.row))
    }
    for index in plan.removedRows.indices where plan.removedRows[index].measure != nil {
      let removed = plan.removedRows[index]
      guard let records = rows[removed.sheet] else { continue }
      let row = removed.row - 1
      // Rows above were looked at before.
      if let last = previous, last.row.sheet == removed.sheet, last.row.row == row {
        plan.removedRows[index].isFirst = last.isFirst
      } else {
        plan.removedRows[index].isFirst = records.contains(removed.row) && !records.contains(row)
      }
      previous = (removed, plan.removedRows[index].isFirst)
    }
  }

  /// The writes with those of measures that take free rows at their place, in the format of the row
  /// they are like.
  private func moved(
    _ writes: [SheetCell: Written], to rows: [Int: (row: Int, model: Int)]
  ) -> [SheetCell: Written] {
    guard !rows.isEmpty else { return writes }
    var result: [SheetCell: Written] = [:]
    for (key, written) in writes {
      guard let target = rows[key.cell.row],
        let cell = CellReference(row: target.row, column: key.cell.column)
      else {
        result[key] = written
        continue
      }
      guard written.write.value != .blank else { continue }
      var written = written
      let sheet = self.result.book.sheets[key.sheet]
      written.write.cell = cell
      written.write.style =
        written.write.style
        ?? sheet.cell(row: target.model, column: cell.column)?.style
        ?? sheet.row(target.model)?.blankStyles[cell.column]
      result[SheetCell(sheet: key.sheet, cell: cell)] = written
    }
    return result
  }

  private func remark(_ write: CellWrite, on sheet: SheetContent, _ old: SheetContent.Cell?) {
    func note(_ severity: Diagnostic.Severity, _ message: String, _ rule: String) {
      plan.findings.append(
        Diagnostic(
          severity, at: Place(file: result.book.name, sheet: sheet.name, cell: write.cell), message,
          rule: rule))
    }
    if sheet.row(write.cell.row)?.isHidden ?? false {
      note(
        .note, "the row is hidden or filtered out; its cell is changed all the same", "hidden-cell")
    } else if sheet.isHidden(column: write.cell.column) {
      note(.note, "the column is hidden; its cell is changed all the same", "hidden-cell")
    }
    if old?.isFormula ?? false {
      note(
        .warning, "the formula of the cell is overwritten, as --force asks", "formula-overwritten")
    }
    if case .number(let number) = write.value,
      let shown = rounded(number, write.style ?? style(of: write.cell, old, sheet))
    {
      note(.note, "\(NumberForm.plain(number)) is shown as \(shown)", "rounded-display")
    }
    guard case .text(let text) = write.value else { return }
    let words = sheet.dropdownWords(write.cell)
    if !words.isEmpty, !words.contains(text) {
      note(
        .warning, "'\(text)' is none of the words of the cell's dropdown list", "not-in-dropdown")
    }
  }

  private func style(
    of cell: CellReference, _ content: SheetContent.Cell?, _ sheet: SheetContent
  ) -> Int {
    content?.style ?? sheet.row(cell.row)?.blankStyles[cell.column] ?? 0
  }

  /// The format that a cell of a new row takes from the row it is like.
  func modelStyle(
    _ row: ApplyPlan.AddedRow, _ column: Int, _ sheet: SheetContent
  ) -> Int {
    guard let cell = CellReference(row: row.model, column: column) else { return 0 }
    return style(of: cell, sheet.cell(row: cell.row, column: cell.column), sheet)
  }

  func numberFormat(_ style: Int) -> NumberFormat? {
    if let made = made(style) { return NumberFormat(code: made.code) }
    return result.book.sheets.first.flatMap {
      $0.formats.indices.contains(style) ? $0.formats[style] : nil
    }
  }

  var locale: FormatLocale {
    result.catalog.defaultLanguage.flatMap { FormatLocale(languageTag: $0.text) } ?? .en
  }

  /// What a cell shows of a date or time; nil for anything else.
  private func shownDate(_ value: CellValue, _ style: Int) -> String? {
    guard case .number(let number) = value, let format = numberFormat(style),
      format.kind.isDateOrTime
    else { return nil }
    let system = result.book.sheets.first?.dateSystem ?? .since1900
    return format.text(for: number, locale: locale, dateSystem: system)
  }

  private func shownDates(
    _ write: CellWrite, _ old: SheetContent.Cell?, _ sheet: SheetContent
  ) -> ApplyPlan.Shown? {
    let own = style(of: write.cell, old, sheet)
    let before = old.flatMap { shownDate($0.value, own) }
    let after = shownDate(write.value, write.style ?? own)
    return before == nil && after == nil ? nil : ApplyPlan.Shown(old: before, new: after)
  }

  /// What a cell shows of a number, if that is another one because its format has fewer decimals.
  private func rounded(_ number: Double, _ style: Int) -> String? {
    guard let format = numberFormat(style), format.rounds(number) else { return nil }
    return "'\(format.text(for: number, locale: locale))' by the number format \(format.code)"
  }

  /// The error for measures that could be several.
  static func ambiguous(
    _ doubt: (catalog: Int, book: [Int], reason: String), _ identity: MeasureIdentity,
    _ catalog: Catalog, _ result: ImportResult
  ) -> ImportError {
    let lists = identity.doubts.prefix(10).map { doubt in
      let places = doubt.book.compactMap { index -> String? in
        guard let origin = result.catalog.measures[index].origin else { return nil }
        return Place(
          sheet: origin.sheet, cell: origin.cells["name"].flatMap { CellReference($0) }
        ).description
      }
      return "'\(catalog.measures[doubt.catalog].id)' could be \(places.joined(separator: " or ")) "
        + "(\(doubt.reason))"
    }
    let more = identity.doubts.count > 10 ? " and \(identity.doubts.count - 10) more" : ""
    return ImportError(
      .ambiguousMeasures,
      "it is not certain which row is which measure: \(lists.joined(separator: "; "))\(more); give "
        + "the measures codes that differ", at: Place(file: result.book.name))
  }
}
