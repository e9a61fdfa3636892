internal import KPICatalog
internal import SpreadsheetML

extension ApplySession {
  /// Fields others are read by, first; the rest in the order of a file.
  private static let leading = ["name", "code", "unit", "direction", "formula", "description"]

  /// How often the fields of a measure are gone through: what one write upsets the next mends.
  private static let rounds = 3

  /// Writes what differs between a measure as the book has it and as it is wanted.
  func rewrite(
    _ parts: [CatalogAssembly.Source], _ wanted: KPIDefinition, _ base: KPIDefinition,
    isNew: Bool = false
  ) {
    let touched = Set(changes(base, wanted).map { Self.stem($0.field) })
    guard let first = parts.first, let start = look(parts, wanted, touched) else { return }
    // A copy makes the next change of the sheet dear, so it is taken for units only.
    let before =
      touched.contains("unit")
      ? (sheet: readers[first.region].sheet, fill: readers[first.region].fill, writes: writes) : nil
    var attempt = tried(parts, wanted, base, start, leaving: [])
    // A unit whose values cannot follow stays.
    if let before,
      attempt.remaining.contains(where: {
        Self.quantities.contains(Self.stem($0.field)) && !touched.contains(Self.stem($0.field))
      })
    {
      readers[first.region].sheet = before.sheet
      readers[first.region].fill = before.fill
      writes = before.writes
      attempt = tried(parts, wanted, base, start, leaving: ["unit"])
    }
    for part in parts.dropFirst() { rewriteOther(part, wanted, touched, isNew: isNew) }
    if touched.contains("thresholds"), !attempt.refused.contains("thresholds"),
      !attempt.remaining.contains(where: { Self.stem($0.field) == "thresholds" })
    {
      for part in parts { keepRed(part, parts, wanted, base) }
    }
    var follows = false
    if touched.contains("unit"), !attempt.refused.contains("unit") {
      for part in parts where keepCurrency(part, parts, wanted, base) { follows = true }
    }
    keepUnseen(parts, wanted, refused: attempt.refused)
    if parts.count > 1 || unseen != nil || follows, let now = read(parts, like: wanted) {
      attempt.remaining = changes(now, wanted)
    }
    tell(
      attempt.remaining.filter { !attempt.refused.contains(Self.stem($0.field)) }, parts, wanted,
      base, isNew: isNew)
  }

  /// Fields whose cells are read by the unit.
  private static let quantities: Set<String> = [
    "baseline", "targets", "current", "benchmarks", "thresholds", "scale",
  ]

  /// What a measure says at the moment, and in what that is not what is wanted.
  private struct Look {
    var measure: KPIDefinition
    var remaining: [FieldChange]
    var touched: Set<String>
  }

  /// Looks at a measure on the sheets as they are seen now.
  ///
  /// Of fields that change only what people see counts, as what the workbook carries unseen of them is
  /// made anew.
  private func look(
    _ parts: [CatalogAssembly.Source], _ wanted: KPIDefinition, _ touched: Set<String>
  ) -> Look? {
    guard let whole = read(parts, like: wanted) else { return nil }
    let all = changes(whole, wanted)
    guard unseen != nil, let seen = read(parts, like: wanted, isWhole: false) else {
      return Look(measure: whole, remaining: all, touched: touched)
    }
    let remaining =
      changes(seen, wanted).filter { touched.contains(Self.stem($0.field)) }
      + all.filter { !touched.contains(Self.stem($0.field)) }
    return Look(measure: seen, remaining: remaining, touched: touched)
  }

  /// Goes through the fields of a measure until nothing gets nearer.
  private func tried(
    _ parts: [CatalogAssembly.Source], _ wanted: KPIDefinition, _ base: KPIDefinition,
    _ start: Look, leaving: Set<String>
  ) -> (remaining: [FieldChange], refused: Set<String>) {
    var look = start
    var refused = leaving
    for _ in 0..<Self.rounds {
      let before = accepted
      for field in Self.ordered(look.remaining) where !refused.contains(field) {
        let isWritten = write(field, parts[0], parts, wanted, base, start.touched, &look)
        if !isWritten { refused.insert(field) }
      }
      if look.remaining.isEmpty || accepted == before { break }
    }
    return (look.remaining, refused.subtracting(leaving))
  }

  /// The first key of a field's path.
  static func stem(_ field: String) -> String { String(field.prefix { $0 != "." && $0 != "[" }) }

  private static func ordered(_ changes: [FieldChange]) -> [String] {
    var fields: [String] = []
    for change in changes where !fields.contains(stem(change.field)) {
      fields.append(stem(change.field))
    }
    return leading.filter { fields.contains($0) } + fields.filter { !leading.contains($0) }
  }

  // MARK: One field

  /// Tries the proposals for a field, and takes those that bring the measure nearer.
  ///
  /// - Returns: Whether nothing was refused.
  private func write(
    _ field: String, _ part: CatalogAssembly.Source, _ parts: [CatalogAssembly.Source],
    _ wanted: KPIDefinition, _ base: KPIDefinition, _ touched: Set<String>, _ look: inout Look
  ) -> Bool {
    // The reader stands at the record it read last, so the part is read again.
    _ = readers[part.region].readRecord(part.record)
    offerDateFormat(for: field, wanted, part.region)
    let proposals = FieldWriting(
      reader: readers[part.region], current: look.measure, wanted: wanted, names: names
    ).proposals(field)
    let derived = derived(field, part, wanted, base)
    for ways in proposals {
      for way in ways {
        guard look.remaining.contains(where: { Self.stem($0.field) == field }) else { return true }
        let effective = way.filter { !isSame($0, part.region) }
        guard !effective.isEmpty else { continue }
        let undo = put(effective, part.region)
        let ignored = derived.union(headings(of: effective, part.region, wanted, base))
        guard let new = self.look(parts, wanted, touched) else {
          restore(undo, part.region)
          continue
        }
        // A value is not taken away while the one in its stead has found no place.
        let takesAway = effective.allSatisfy { $0.value == .blank }
        let isMissed =
          takesAway && !wanted.texts(at: field).isEmpty
          && new.remaining.contains {
            Self.stem($0.field) == field && !ignored.contains($0.field)
          }
        guard !isMissed,
          Self.isNearer(new.remaining, than: look.remaining, field, ignored, wanted)
        else {
          restore(undo, part.region)
          continue
        }
        if let reason = refusal(effective, part, field, wanted) {
          restore(undo, part.region)
          refuse(reason.text, effective, part, field, isAbsolute: reason.isAbsolute)
          return false
        }
        note(effective, part, field, wanted.id)
        accepted += 1
        look = new
        break
      }
    }
    return true
  }

  /// Paths that follow others and are not counted: the parsed formula follows its text, a unit that
  /// no column states follows the values.
  private func derived(
    _ field: String, _ part: CatalogAssembly.Source, _ wanted: KPIDefinition,
    _ base: KPIDefinition
  ) -> Set<String> {
    var paths: Set<String> = []
    if base.formula?.text != wanted.formula?.text {
      paths.formUnion(["formula.expression", "formula.inputs"])
    }
    // What a new unit makes of the values is mended after it.
    if field == "unit" { paths.formUnion(Self.quantities) }
    if field != "unit", readers[part.region].plans[.unit] == nil, base.unit == nil,
      wanted.unit == nil
    {
      paths.insert("unit")
    }
    return paths
  }

  /// What follows the cells of a proposal: the custom values that their texts were kept as, where
  /// nobody changed them, and a unit that only they show.
  private func headings(
    of way: [CellWrite], _ region: Int, _ wanted: KPIDefinition, _ base: KPIDefinition
  ) -> Set<String> {
    let headings = way.map { readers[region].region.plans[$0.plan].heading }
    var paths = Set(
      headings.filter { wanted.custom[$0] == base.custom[$0] }.map { "custom." + $0 })
    // A unit that only the values show goes with the last of them.
    if readers[region].plans[.unit] == nil, way.allSatisfy({ $0.value == .blank }) {
      paths.insert("unit")
    }
    // A date that was not understood is read with its value only.
    if way.allSatisfy({ $0.value == .blank }) {
      for field in [ColumnField.targetDate, .baselineDate, .currentDate] {
        for plan in readers[region].plans[field] ?? [] {
          paths.insert("custom." + readers[region].region.plans[plan].heading)
        }
      }
    }
    return paths
  }

  /// Whether fewer fields of a measure differ, and none that did not before.
  private static func isNearer(
    _ new: [FieldChange], than old: [FieldChange], _ field: String, _ ignored: Set<String>,
    _ wanted: KPIDefinition
  ) -> Bool {
    func counts(_ change: FieldChange) -> Bool {
      !ignored.contains {
        change.field == $0 || change.field.hasPrefix($0 + "[") || change.field.hasPrefix($0 + ".")
      }
    }
    let before = Set(old.map(\.field))
    for change in new where counts(change) && stem(change.field) != field {
      guard before.contains(change.field) else { return false }
    }
    return weight(new.filter(counts), field, wanted) < weight(old.filter(counts), field, wanted)
  }

  /// How far a field is from what it should be: what is missing whole counts by all its parts, so
  /// that some of them are better than none.
  private static func weight(
    _ changes: [FieldChange], _ field: String, _ wanted: KPIDefinition
  ) -> Int {
    changes.reduce(0) { sum, change in
      guard stem(change.field) == field else { return sum }
      if case .items(let added, let removed) = change.kind {
        return sum + 1 + added.count + removed.count
      }
      // A unit without one of its parts is another unit.
      guard change.field == field, change.old == nil, field != "unit" else { return sum + 2 }
      return sum + 2 * max(1, wanted.fields.count { stem($0.path) == field })
    }
  }

  // MARK: Other languages' rows

  /// Writes what a row in another language says of the same fields, so that it does not contradict.
  private func rewriteOther(
    _ part: CatalogAssembly.Source, _ wanted: KPIDefinition, _ touched: Set<String>, isNew: Bool
  ) {
    guard var current = read([part], like: wanted) else { return }
    var remaining = changes(current, wanted).filter { touched.contains(Self.stem($0.field)) }
    for field in Self.ordered(remaining) {
      _ = readers[part.region].readRecord(part.record)
      let proposals = FieldWriting(
        reader: readers[part.region], current: current, wanted: wanted, names: names
      ).proposals(field)
      for ways in proposals {
        for way in ways {
          let effective = way.filter { !isSame($0, part.region) }
          // Only what the row says already, not what it leaves to the first one.
          guard !effective.isEmpty,
            Self.localized.contains(field)
              || effective.allSatisfy({ says($0, part, isNew: isNew) })
          else { continue }
          let undo = put(effective, part.region)
          guard let new = read([part], like: wanted) else {
            restore(undo, part.region)
            continue
          }
          let left = changes(new, wanted).filter { touched.contains(Self.stem($0.field)) }
          guard Self.weight(left, field, wanted) < Self.weight(remaining, field, wanted),
            refusal(effective, part, field, wanted) == nil
          else {
            restore(undo, part.region)
            continue
          }
          note(effective, part, field, wanted.id)
          current = new
          remaining = left
          break
        }
      }
    }
  }

  /// Whether a row in another language says something in a cell; a new one, whether the row it is
  /// like does.
  private func says(
    _ write: CellWrite, _ part: CatalogAssembly.Source, isNew: Bool
  ) -> Bool {
    guard isNew else { return cell(write.cell, part.region) != nil }
    guard let new = newRecords.first(where: { $0.record.source == part })?.record,
      let model = CellReference(row: new.model, column: write.cell.column)
    else { return true }
    return cell(model, part.region) != nil
  }

  static let localized: Set<String> = [
    "name", "objective", "question", "description", "rationale", "scope", "formula", "source",
    "pitfalls", "notes", "instrument",
  ]

  // MARK: Cells

  private func cell(_ place: CellReference, _ region: Int) -> SheetContent.Cell? {
    readers[region].sheet.cell(row: place.row, column: place.column)
  }

  private func isSame(_ write: CellWrite, _ region: Int) -> Bool {
    let cell = cell(write.cell, region)
    if case .blank = write.value { return cell == nil }
    guard let cell, !cell.isFormula else { return false }
    return cell.value == write.value && (write.style == nil || write.style == cell.style)
  }

  func put(_ way: [CellWrite], _ region: Int) -> (
    cells: [(SheetContent.Cell?, CellReference)], fill: [Int: [Int]]
  ) {
    let fill = readers[region].fill
    var old: [(SheetContent.Cell?, CellReference)] = []
    for write in way { old.append((readers[region].put(write), write.cell)) }
    return (old, fill)
  }

  func restore(
    _ undo: (cells: [(SheetContent.Cell?, CellReference)], fill: [Int: [Int]]), _ region: Int
  ) {
    for (cell, place) in undo.cells.reversed() { readers[region].restore(cell, at: place) }
    readers[region].fill = undo.fill
  }

  func note(
    _ way: [CellWrite], _ part: CatalogAssembly.Source, _ field: String, _ measure: KPIIdentifier?
  ) {
    let sheet = result.survey.found[part.region].sheet
    for write in way {
      let key = SheetCell(sheet: sheet, cell: write.cell)
      var write = write
      // A cell written twice keeps what the first write said of it.
      if let known = writes[key]?.write {
        write.style = write.style ?? known.style
        write.isPart = write.isPart && known.isPart
      }
      writes[key] = Written(write: write, measure: measure, field: field)
    }
  }
}
