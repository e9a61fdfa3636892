internal import KPICatalog
internal import SpreadsheetML

extension RegionReader {
  /// Reads a row of a table headed by the paths of fields; false if it has no name.
  mutating func readFields() -> Bool {
    guard let columns = fieldColumns else { return false }
    let row = sheet.rows[region.records[record].index]
    var cells: [FieldColumns.Cell] = []
    cells.reserveCapacity(row.cells.count)
    for cell in row.cells where cell.column <= region.plans.count {
      guard region.plans[cell.column - 1].field == .path else { continue }
      let text: String
      if case .text(let written) = cell.value {
        text = decimal(written, plan: cell.column - 1) ?? written
      } else {
        text = CodeReading.text(cell, in: sheet) ?? ""
      }
      if !text.isEmpty { cells.append((cell.column - 1, text)) }
    }
    let reading = columns.read(cells)
    guard let definition = reading.definition else {
      let first = row.cells.first { !$0.isBlank }?.column ?? 1
      find(.noName, CellReference(row: row.number, column: first))
      return false
    }
    draft.definition = definition
    draft.statedID = reading.id
    draft.groupName = reading.groupName
    // A group by its name alone gets an id of it, as in any other table.
    if definition.group == nil { draft.group = reading.groupName?.text(in: language) }
    draft.nameCell = place(of: "name", row.number)
    draft.codeCell = place(of: "id", row.number)
    let names = definition.name.entries + (reading.groupName?.entries ?? [])
    for entry in names where entry.language != language {
      if !draft.languages.contains(entry.language) { draft.languages.append(entry.language) }
    }
    for pair in definition.custom { addCustom(pair.key, pair.value) }
    note(cells, without: reading.faults, row.number)
    return true
  }

  /// A number of one's own with its decimal comma made a point; the fields know commas themselves.
  private func decimal(_ text: String, plan: Int) -> String? {
    guard sheet.hasDecimalCommas, region.plans[plan].heading.hasPrefix("custom.") else {
      return nil
    }
    return readings[plan].numbers?.decimal(text)
  }

  private mutating func note(
    _ cells: [FieldColumns.Cell], without faults: [FieldColumns.Fault], _ row: Int
  ) {
    let faults = Dictionary(
      faults.map { ($0.column, $0) }, uniquingKeysWith: { first, _ in first })
    for (column, text) in cells {
      let place = CellReference(row: row, column: column + 1)
      let heading = region.plans[column].heading
      guard let fault = faults[column] else {
        note(heading, place, .fieldPath, plan: column)
        continue
      }
      find(.fieldNotRead(fault.error.message), place)
      keep(column, text)
      note("custom.\(heading)", place, .custom, plan: column)
    }
  }

  /// The cell of a row under the first heading of a field.
  private func place(of key: String, _ row: Int) -> CellReference? {
    region.plans.first { $0.heading == key || $0.heading.hasPrefix(key + ".") }
      .flatMap { CellReference(row: row, column: $0.column) }
  }
}
