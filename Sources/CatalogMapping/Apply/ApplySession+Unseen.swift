internal import KPICatalog
internal import SpreadsheetML

extension ApplySession {
  /// What the sheets of a workbook cannot show, kept on the sheet that exports have for it.
  struct UnseenRecord {
    /// The sheet's index in the book.
    var sheet: Int
    /// The measures' rows, by id.
    var entries: [KPIIdentifier: ExportRecord.Entry]
    /// What it holds of each measure.
    var rests: [KPIIdentifier: Remainder]
    /// The measures the workbook's names stood for when it was written.
    var names: [String: KPIIdentifier]
    /// The measures whose row changes or is new, in the order in which they were met.
    var changed: [KPIIdentifier] = []
    /// What is kept there now, for people.
    var fields: [String] = []
    /// The languages of the texts that are.
    var languages: Set<String> = []

    init?(_ result: ImportResult) {
      guard let record = result.record,
        let sheet = result.book.sheets.firstIndex(where: ExportRecord.isRecord)
      else { return nil }
      self.sheet = sheet
      entries = Dictionary(
        record.measures.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      rests = record.rests
      names = record.names
    }
  }

  // MARK: Keeping

  /// Keeps the references to measures that go: by their names alone nobody knows them any more.
  func keepReferences() {
    guard unseen != nil, !identity.removed.isEmpty else { return }
    let gone = Set(identity.removed.map { result.catalog.measures[$0].id })
    for pair in identity.pairs {
      guard let wanted = wanted[pair.book],
        !gone.isDisjoint(with: wanted.pairedWith + wanted.derivedFrom)
      else { continue }
      keepUnseen(result.parts[pair.book], wanted, refused: [])
    }
  }

  /// Keeps on the record's sheet what a measure says and its table has no place for.
  ///
  /// What the table has a place for and could not be written there stays as people see it.
  func keepUnseen(
    _ parts: [CatalogAssembly.Source], _ wanted: KPIDefinition, refused: Set<String>
  ) {
    guard unseen != nil, let part = parts.first,
      let now = read(parts, like: wanted).map({ withoutGone($0) }),
      let seen = read(parts, like: wanted, isWhole: false).map({ withoutGone($0) })
    else { return }
    let left = changes(now, wanted)
    guard !left.isEmpty else { return }
    _ = readers[part.region].readRecord(part.record)
    let writing = FieldWriting(
      reader: readers[part.region], current: now, wanted: wanted, names: names)
    let languages = Set(seen.name.languages)
    var visible: Set<String> = []
    var fields: [String] = []
    for field in Self.stems(left) {
      if Self.references.contains(field), Self.isPart(now, of: wanted, field) {
        continue
      } else if Self.localized.contains(field) {
        let isShown =
          Self.texts(of: now, field, in: languages) == Self.texts(of: wanted, field, in: languages)
        if !isShown, refused.contains(field) || !writing.proposals(field).isEmpty {
          visible.insert(field)
          continue
        }
        let others = left.filter { Self.stem($0.field) == field }.compactMap {
          Self.language(of: $0.field)
        }.filter { !languages.contains($0) }
        unseen?.languages.formUnion(others.map(\.text))
        if !isShown { fields.append(field) }
      } else if !refused.contains(field), Self.isPart(now, of: wanted, field) {
        fields += left.filter { Self.stem($0.field) == field }.map(\.field)
      } else if refused.contains(field) || !writing.proposals(field).isEmpty {
        visible.insert(field)
      } else {
        fields.append(field)
      }
    }
    let full = wanted.taking(visible, from: now)
    unseen?.rests[wanted.id] = Remainder(of: full, seenAs: seen)
    if unseen?.changed.contains(wanted.id) == false { unseen?.changed.append(wanted.id) }
    for field in fields where unseen?.fields.contains(field) == false {
      unseen?.fields.append(field)
    }
  }

  private static let references: Set<String> = ["pairedWith", "derivedFrom"]

  /// Whether a field says something already, and nothing but what it is to say.
  private static func isPart(
    _ now: KPIDefinition, of wanted: KPIDefinition, _ field: String
  ) -> Bool {
    let said = now.fields.filter { stem($0.path) == field }
    let all = wanted.fields.filter { stem($0.path) == field }
    // References have no order that a person would see.
    guard !references.contains(field) else {
      return said.allSatisfy { entry in all.contains { $0.text == entry.text } }
    }
    return !said.isEmpty && said.allSatisfy { entry in all.contains { $0 == entry } }
  }

  /// A measure as it is read once the others are gone.
  private func withoutGone(_ measure: KPIDefinition) -> KPIDefinition {
    let gone = Set(identity.removed.map { result.catalog.measures[$0].id })
    var measure = measure
    measure.pairedWith.removeAll { gone.contains($0) }
    measure.derivedFrom.removeAll { gone.contains($0) }
    return measure
  }

  static func stems(_ changes: [FieldChange]) -> [String] {
    var stems: [String] = []
    for change in changes where !stems.contains(stem(change.field)) {
      stems.append(stem(change.field))
    }
    return stems
  }

  /// The language at the end of the path of a text.
  static func language(of path: String) -> LanguageTag? {
    guard localized.contains(stem(path)), let dot = path.lastIndex(of: ".") else { return nil }
    return LanguageTag(String(path[path.index(after: dot)...]))
  }

  /// What a field says in some languages.
  private static func texts(
    of measure: KPIDefinition, _ field: String, in languages: Set<LanguageTag>
  ) -> [String] {
    measure.fields.filter { value in
      stem(value.path) == field && language(of: value.path).map { languages.contains($0) } ?? false
    }.map { $0.path + "=" + $0.text }
  }

  // MARK: Writing

  /// Puts the changed rows of the record into the plan.
  func writeRecord() {
    guard let unseen else { return }
    let sheet = result.book.sheets[unseen.sheet]
    for index in identity.removed {
      let id = result.catalog.measures[index].id
      let isGone = !plan.findings.contains { $0.rule == "no-row" }
      guard isGone, let row = unseen.entries[id]?.row else { continue }
      plan.removedRows.append(ApplyPlan.RemovedRow(sheet: sheet.name, row: row, measure: id))
    }
    for id in unseen.changed {
      let texts = unseen.rests[id].map { ExportRecord.texts(of: $0) } ?? []
      if let entry = unseen.entries[id] {
        rewriteRow(entry.row, texts, id, sheet, unseen.sheet)
      } else if !texts.isEmpty {
        addRow(texts, id, sheet)
      }
    }
    tellOfUnseen(unseen, sheet)
  }

  private func rewriteRow(
    _ row: Int, _ texts: [String], _ id: KPIIdentifier, _ sheet: SheetContent, _ index: Int
  ) {
    let old = sheet.row(row)?.cells.last?.column ?? 0
    let first = ExportRecord.firstColumn
    for column in first..<max(first + texts.count, old + 1) {
      guard let cell = CellReference(row: row, column: column) else { continue }
      let text = texts.indices.contains(column - first) ? texts[column - first] : nil
      writes[SheetCell(sheet: index, cell: cell)] = Written(
        write: CellWrite(
          plan: 0, cell: cell, value: text.map { .text($0) } ?? .blank, rule: .unseen),
        measure: id, field: "unseen")
    }
  }

  private func addRow(_ texts: [String], _ id: KPIIdentifier, _ sheet: SheetContent) {
    guard let last = sheet.rows.last?.number,
      let measure = catalog.measures.first(where: { $0.id == id })
    else { return }
    let name = measure.name.text(in: result.record?.language ?? .english) ?? id.text
    let cells = ([id.text, name] + texts).enumerated().map { index, text in
      ApplyPlan.AddedCell(
        column: index + 1, field: "unseen", value: .text(text), shown: nil, style: nil,
        numberFormat: nil,
        rule: .unseen)
    }
    plan.addedRows.append(
      ApplyPlan.AddedRow(
        sheet: sheet.name, anchor: last, isAbove: false, model: last, measure: id, cells: cells))
  }

  private func tellOfUnseen(_ unseen: UnseenRecord, _ sheet: SheetContent) {
    var fields = unseen.fields
    if !unseen.languages.isEmpty {
      fields.insert("texts in " + unseen.languages.sorted().joined(separator: " and "), at: 0)
    }
    guard !fields.isEmpty else { return }
    tellOfBook(
      .note,
      "\(fields.joined(separator: ", ")) have no column; they are kept unseen on the sheet "
        + "'\(sheet.name)' and come back with the next import", rule: "unseen")
  }
}
