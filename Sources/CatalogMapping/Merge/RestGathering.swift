internal import KPICatalog
internal import SpreadsheetML

/// The gathering of what a workbook holds beside its measures.
struct RestGathering {
  private(set) var items: [WorkbookRest.Item] = []
  private let styles: StyleSheet
  private let locale: FormatLocale
  private let dateSystem: DateSystem
  private var regions: [String: [Region]] = [:]
  /// The rows that tell more of the measures, on the sheet that exports have for it.
  private var recordRows: (sheet: String, rows: Set<Int>)?

  /// A table of measures on a sheet.
  private struct Region {
    let index: Int
    let rows: ClosedRange<Int>
    let columns: ClosedRange<Int>
    let isTable: Bool
    /// The measures by their rows.
    let measures: [Int: KPIIdentifier]
    /// The cells of forms, which lie anywhere.
    let cells: Set<CellReference>
    /// The rows that define no measure, with their numbers in order.
    let others: [Int: Int]
  }

  init(_ book: Workbook, _ result: ImportResult) throws(WorkbookError) {
    styles = try book.styles()
    dateSystem = book.dateSystem
    locale =
      result.catalog.defaultLanguage.flatMap { FormatLocale(languageTag: $0.text) } ?? .en
    if let record = result.record,
      let sheet = result.book.sheets.first(where: ExportRecord.isRecord)
    {
      recordRows = (sheet.name, Set(record.measures.map(\.row)))
    }
    var ids: [CatalogAssembly.Source: KPIIdentifier] = [:]
    for (index, parts) in result.parts.enumerated() {
      for part in parts { ids[part] = result.catalog.measures[index].id }
    }
    for (index, found) in result.survey.found.enumerated() {
      let sheet = result.book.sheets[found.sheet].name
      let region = found.region
      let records = region.records.map(\.row)
      guard let first = records.min(), let last = records.max() else { continue }
      let top = min(region.headerRows?.lowerBound ?? first, first)
      var measures: [Int: KPIIdentifier] = [:]
      var cells: Set<CellReference> = []
      for (number, record) in region.records.enumerated() {
        measures[record.row] = ids[CatalogAssembly.Source(region: index, record: number)]
        for plan in region.plans.indices {
          if let cell = region.place(plan, of: record) { cells.insert(cell) }
        }
      }
      var others: [Int: Int] = [:]
      for row in top...last where measures[row] == nil { others[row] = others.count }
      regions[sheet, default: []].append(
        Region(
          index: index, rows: top...last, columns: region.columns,
          isTable: region.layout != .cards, measures: measures, cells: cells, others: others))
    }
  }

  /// What a cell is known by; nil for one that a measure is read from.
  private func key(
    _ sheet: String, _ cell: CellReference, isNote: Bool
  ) -> WorkbookRest.Key? {
    let tables = regions[sheet] ?? []
    if !isNote, tables.contains(where: { $0.cells.contains(cell) }) { return nil }
    if let table = tables.first(where: { $0.isTable && $0.rows.contains(cell.row) }) {
      if let id = table.measures[cell.row] {
        if !isNote, table.columns.contains(cell.column) { return nil }
        return .measure(id, sheet: sheet, column: cell.column, isNote: isNote)
      }
      return .beside(
        sheet: sheet, region: table.index, row: table.others[cell.row] ?? 0, column: cell.column,
        isNote: isNote)
    }
    let above = tables.filter { $0.isTable && $0.rows.upperBound < cell.row }
    guard let table = above.max(by: { $0.rows.upperBound < $1.rows.upperBound }) else {
      return .at(sheet: sheet, row: cell.row, column: cell.column, isNote: isNote)
    }
    // Rows within the table are counted from 0, those below it from a number no table reaches.
    let below = CellReference.lastRow + cell.row - table.rows.upperBound
    return .beside(
      sheet: sheet, region: table.index, row: below, column: cell.column, isNote: isNote)
  }

  // MARK: What there is

  mutating func add(_ sheet: Sheet) throws(WorkbookError) {
    append(.sheet(sheet.name), "sheet " + Place.quoted(sheet.name), sheet.visibility.rawValue)
    guard sheet.kind.hasCells else { return }
    for row in try sheet.cells().rows where !isOfRecord(row.number, sheet) {
      for cell in row.cells {
        guard let key = key(sheet.name, cell.reference, isNote: false) else { continue }
        add(cell, key, on: sheet)
      }
    }
    for comment in try sheet.comments() {
      guard let key = key(sheet.name, comment.reference, isNote: true) else { continue }
      append(
        key, "note at " + Place(sheet: sheet.name, cell: comment.reference).description,
        comment.text)
    }
  }

  private func isOfRecord(_ row: Int, _ sheet: Sheet) -> Bool {
    recordRows.map { $0.sheet == sheet.name && $0.rows.contains(row) } ?? false
  }

  private mutating func add(_ cell: Cell, _ key: WorkbookRest.Key, on sheet: Sheet) {
    let place = Place(sheet: sheet.name, cell: cell.reference).description
    var content: CellPatch.Content? = .value(cell.value)
    let text: String
    if let formula = cell.formula {
      content = nil
      if case .normal = formula.kind { content = .formula(formula.text, result: cell.value) }
      text = formula.text.isEmpty ? "= (as the formula beside it)" : "=" + formula.text
    } else {
      guard cell.value != .blank else { return }
      text = Self.text(cell.value)
    }
    append(key, place, text, isAddressed: cell.formula != nil)
    if cell.formula == nil, case .number(let number) = cell.value {
      let format = styles.numberFormat(cell.style)
      if format.kind.isDateOrTime {
        items[items.count - 1].text = format.text(
          for: number, locale: locale, dateSystem: dateSystem)
      }
    }
    if let content {
      items[items.count - 1].patch = CellPatch(
        sheet: sheet.name, cell: cell.reference, content: content)
    }
  }

  mutating func add(_ name: DefinedName, on book: Workbook) {
    let sheet = name.sheetIndex.flatMap { index in
      book.sheets.first { $0.index == index }.map { " on " + Place.quoted($0.name) }
    }
    append(
      .name(name.name, sheet: name.sheetIndex), "name " + name.name + (sheet ?? ""), name.formula,
      isAddressed: true)
  }

  mutating func add(_ part: PartSummary) {
    let value = "\(part.size) \(part.fingerprint)"
    items.append(
      WorkbookRest.Item(
        key: .part(part.name), place: part.name,
        text: "\(part.size) bytes, " + String(part.fingerprint, radix: 16), value: value,
        shifted: String(part.rowlessFingerprint)))
  }

  private mutating func append(
    _ key: WorkbookRest.Key, _ place: String, _ text: String, isAddressed: Bool = false
  ) {
    items.append(
      WorkbookRest.Item(
        key: key, place: place, text: text, value: text,
        shifted: isAddressed ? Self.withoutRows(text) : text))
  }

  /// A formula with a mark in the place of each run of digits.
  private static func withoutRows(_ formula: String) -> String {
    var result = ""
    for character in formula {
      guard character.isASCII, character.isNumber else {
        result.append(character)
        continue
      }
      if result.last != "#" { result.append("#") }
    }
    return result
  }

  static func text(_ value: CellValue) -> String {
    switch value {
    case .blank: ""
    case .number(let number): QuantityReader.shown(number)
    case .text(let text), .isoDate(let text): text
    case .boolean(let isTrue): isTrue ? "TRUE" : "FALSE"
    case .error(let error): error.word
    }
  }
}
