internal import KPICatalog
internal import SpreadsheetML

/// Forms that come and go: where they stand one below the other, alone in their rows, a form is a
/// block of rows.
extension ApplySession {
  /// A form with its rows: from its title or first label to its last.
  struct FormBlock {
    var record: Int
    var rows: ClosedRange<Int>
  }

  /// The forms of a region from top to bottom; nil unless each is a block of rows of its own.
  func stack(_ region: Int) -> [FormBlock]? {
    let found = result.survey.found[region]
    let sheet = result.book.sheets[found.sheet]
    let isAlone = !result.survey.found.enumerated().contains {
      $0.offset != region && $0.element.sheet == found.sheet
    }
    guard found.region.layout == .cards, isAlone else { return nil }
    var blocks = found.region.records.enumerated().compactMap { index, record -> FormBlock? in
      let rows = record.places.compactMap { $0?.row }
      guard let first = rows.min(), let last = rows.max() else { return nil }
      return FormBlock(record: index, rows: first...last)
    }.sorted { $0.rows.lowerBound < $1.rows.lowerBound }
    guard blocks.count == found.region.records.count, blocks.count > 1,
      zip(blocks, blocks.dropFirst()).allSatisfy({ $0.rows.upperBound < $1.rows.lowerBound })
    else { return nil }
    func isBlank(_ row: Int) -> Bool {
      sheet.row(row)?.cells.allSatisfy(\.isBlank) ?? true
    }
    // What stands between two forms is the end of one, blank rows, and the title of the other.
    var (tail, lead) = (Int.max, Int.max)
    for index in 1..<blocks.count {
      let between = (blocks[index - 1].rows.upperBound + 1)..<blocks[index].rows.lowerBound
      let end = between.first(where: isBlank) ?? between.lowerBound
      let start = between.last(where: isBlank).map { $0 + 1 } ?? between.lowerBound
      guard !between.contains(where: { (end..<start).contains($0) && !isBlank($0) }),
        end < start || between.count < 2
      else { return nil }
      tail = min(tail, end - between.lowerBound)
      lead = min(lead, between.upperBound - start)
      blocks[index - 1].rows = blocks[index - 1].rows.lowerBound...(end - 1)
      blocks[index].rows = start...blocks[index].rows.upperBound
    }
    var first = blocks[0].rows.lowerBound
    while first > 1, blocks[0].rows.lowerBound - first < lead, !isBlank(first - 1) { first -= 1 }
    blocks[0].rows = first...blocks[0].rows.upperBound
    let end = blocks[blocks.count - 1].rows
    var last = end.upperBound
    while last < CellReference.lastRow, last - end.upperBound < tail, !isBlank(last + 1) {
      last += 1
    }
    blocks[blocks.count - 1].rows = end.lowerBound...last
    return blocks
  }

  // MARK: Forms that go

  /// The rows that go with a form: its own and those that part it from the next one.
  func rows(ofForm part: CatalogAssembly.Source) -> ClosedRange<Int>? {
    guard let blocks = stack(part.region),
      let place = blocks.firstIndex(where: { $0.record == part.record })
    else { return nil }
    let rows = blocks[place].rows
    guard place == blocks.count - 1 else {
      return rows.lowerBound...(blocks[place + 1].rows.lowerBound - 1)
    }
    return (blocks[place - 1].rows.upperBound + 1)...rows.upperBound
  }

  // MARK: Forms that come

  /// Adds a form like the one the measure follows in the catalog.
  ///
  /// - Returns: Whether there is a place for it.
  func addForm(_ measure: KPIDefinition, _ place: Int) -> Bool {
    var forms = identity.pairs.compactMap { pair -> (place: Int, part: CatalogAssembly.Source)? in
      guard let part = result.parts[pair.book].first, result.parts[pair.book].count == 1,
        readers[part.region].region.layout == .cards
      else { return nil }
      return (pair.catalog, part)
    }
    forms.sort { $0.place < $1.place }
    guard let chosen = forms.last(where: { $0.place < place }) ?? forms.first,
      let blocks = stack(chosen.part.region),
      let at = blocks.firstIndex(where: { $0.record == chosen.part.record })
    else { return false }
    let isAbove = chosen.place > place
    let block = blocks[at]
    // The blank rows between two forms come with the new one.
    let gap =
      at + 1 < blocks.count
      ? (block.rows.upperBound + 1)..<blocks[at + 1].rows.lowerBound
      : (blocks[at - 1].rows.upperBound + 1)..<block.rows.lowerBound
    let models = isAbove ? Array(block.rows) + gap : gap + Array(block.rows)
    let anchor = isAbove ? block.rows.lowerBound : block.rows.upperBound
    let index = chosen.part.region
    guard nextRow + models.count <= CellReference.lastRow else { return false }
    let start = newRecords.count
    var rows: [Int: Int] = [:]
    for model in models {
      nextRow += 1
      rows[model] = nextRow
      readers[index].sheet.rows.append(
        SheetContent.Row(number: nextRow, cells: [], blankStyles: styles(of: model, index)))
      offerLists(of: model, index)
      newRecords.append(
        (
          place,
          NewRecord(
            source: CatalogAssembly.Source(region: index, record: -1), row: nextRow, anchor: anchor,
            isAbove: isAbove, model: model, measure: nil)
        ))
    }
    let model = readers[index].region.records[chosen.part.record]
    func moved(_ cell: CellReference) -> CellReference? {
      rows[cell.row].flatMap { CellReference(row: $0, column: cell.column) }
    }
    guard let nameRow = rows[model.row] else { return false }
    readers[index].region.records.append(
      TableRegion.Record(
        row: nameRow, index: readers[index].sheet.firstRowIndex(from: nameRow),
        banners: model.banners, places: model.places.map { $0.flatMap(moved) }))
    let record = readers[index].region.records.count - 1
    let source = CatalogAssembly.Source(region: index, record: record)
    for plan in readers[index].fill.keys { readers[index].fill[plan]?.append(record) }
    readers[index].neighbors[record] = chosen.part.record
    readers[index].units[record] = measure.unit
    for entry in start..<newRecords.count where newRecords[entry].record.row == nameRow {
      newRecords[entry].record.source = source
      newRecords[entry].record.measure = measure.id
      self.nameRow(newRecords[entry].record, measure, labels(block, blocks, at: index, moved))
    }
    rewrite(
      [source], measure, KPIDefinition(id: measure.id, name: measure.name), isNew: true)
    return true
  }

  /// The labels and titles of a form, written into a new one.
  ///
  /// A text comes along if it is a label of the region or stands in all forms in the same place, a
  /// title also with the next number. All else is of the one form: its remarks, its signatures.
  private func labels(
    _ block: FormBlock, _ blocks: [FormBlock], at index: Int,
    _ moved: (CellReference) -> CellReference?
  ) -> [CellWrite] {
    let found = result.survey.found[index]
    let sheet = result.book.sheets[found.sheet]
    let own = FormRows(block, found.region)
    let others = blocks.map { FormRows($0, found.region) }
    var writes: [CellWrite] = []
    for row in block.rows {
      for cell in sheet.row(row)?.cells ?? [] where !cell.isBlank && !cell.isFormula {
        guard let place = CellReference(row: row, column: cell.column), !own.values.contains(place),
          let new = moved(place)
        else { continue }
        let role = own.role(of: row)
        let alike = others.map { form in
          form.rows(in: role).compactMap { row -> CellValue? in
            let isValue = form.values.contains { $0.row == row && $0.column == cell.column }
            return isValue ? nil : sheet.cell(row: row, column: cell.column)?.value
          }
        }
        var value = cell.value
        if case .title = role, case .text = value,
          let next = Self.numbered(value, among: alike.map(\.first), count: blocks.count)
        {
          value = next
        } else if !alike.allSatisfy({ $0.contains(value) }) {
          guard let text = cell.text,
            own.labels(row).contains(where: {
              Folding.fold(found.region.plans[$0].heading) == Folding.fold(text)
            })
          else { continue }
        }
        writes.append(CellWrite(plan: 0, cell: new, value: value, rule: .columnWord))
      }
    }
    return writes
  }

  /// The rows of a form by what stands in them.
  private struct FormRows {
    /// What a row is for: the title so many rows above the first label, the value of a label, or
    /// neither.
    enum Role: Hashable { case title(Int), value(Int), other }

    let values: Set<CellReference>
    private let places: [CellReference?]
    private let rows: ClosedRange<Int>
    private let first: Int

    init(_ block: FormBlock, _ region: TableRegion) {
      places = region.records[block.record].places
      values = Set(places.compactMap(\.self))
      rows = block.rows
      // A text above the form that names it is a title and no label.
      let labeled = zip(region.plans, places).compactMap { $0.heading.isEmpty ? nil : $1?.row }
      first = labeled.min() ?? block.rows.lowerBound
    }

    func role(of row: Int) -> Role {
      if row < first { return .title(first - row) }
      return labels(row).first.map { .value($0) } ?? .other
    }

    /// The plans whose values stand in a row.
    func labels(_ row: Int) -> [Int] { places.indices.filter { places[$0]?.row == row } }

    func rows(in role: Role) -> [Int] {
      switch role {
      case .title(let distance): rows.contains(first - distance) ? [first - distance] : []
      case .value(let plan):
        (places.indices.contains(plan) ? places[plan] : nil).map { [$0.row] } ?? []
      case .other: rows.filter { self.role(of: $0) == .other }
      }
    }
  }

  /// The title with the next number, where the titles of the forms differ in their numbers only.
  private static func numbered(
    _ value: CellValue, among others: [CellValue?], count: Int
  ) -> CellValue? {
    func parts(_ value: CellValue?) -> (text: String, number: Int)? {
      guard case .text(let text) = value else { return nil }
      let digits = text.reversed().prefix { $0.isASCII && $0.isNumber }
      return Int(String(digits.reversed())).map { (String(text.dropLast(digits.count)), $0) }
    }
    guard let own = parts(value) else { return nil }
    let known = others.compactMap(parts)
    guard known.count == count, known.allSatisfy({ $0.text == own.text }),
      Set(known.map(\.number)).count == count, let most = known.map(\.number).max(),
      most < Int(Int32.max)
    else { return nil }
    let old = String(own.number)
    guard case .text(let text) = value, text.hasSuffix(old) else { return nil }
    let digits = text.reversed().prefix { $0.isASCII && $0.isNumber }.count
    let new = String(most + 1)
    let zeros = String(repeating: "0", count: max(0, digits - new.count))
    return .text(own.text + zeros + new)
  }
}
