internal import KPICatalog
internal import SpreadsheetML

/// What an exported workbook carries unseen: its language, and all that its sheets cannot show.
///
/// It stands on a hidden sheet, a measure a row, as JSON that is cut where a cell is full. The sheet
/// survives what Excel, LibreOffice and openpyxl do when they save; where it does not, only what it
/// holds is lost. Nothing on it has power over what people have changed: see ``Remainder``.
struct ExportRecord: Sendable {
  /// The language the workbook's texts were written in.
  var language: LanguageTag
  /// What stands above the measures.
  var level: Remainder?
  /// The name each measure was written with, by which other rows refer to it, and what the sheets do
  /// not show of it.
  var measures: [Entry] = []

  /// What the record has of a measure.
  struct Entry: Sendable {
    var id: KPIIdentifier
    var name: String
    var rest: Remainder?
    /// The row it was read from; 0 for one to be written.
    var row = 0
  }

  static let sheetName = "kpibook"
  /// The first cell of the sheet, by which it is known.
  private static let mark = "kpibook record 1"
  private static let catalogKey = "*"
  /// The column of the first piece of what is not shown.
  static let firstColumn = 3
  /// How much of a text goes into one cell, in UTF-16 units; Excel holds 32,767.
  private static let cellLength = 32_000

  init(language: LanguageTag) {
    self.language = language
  }

  // MARK: Writing

  func write(to book: WorkbookWriter, _ words: DisplayWords) throws(WorkbookError) {
    var layout = SheetLayout()
    layout.visibility = .hidden
    layout.columns = [.width(30), .width(60)]
    layout.fitsRowHeights = false
    let sheet = try book.addSheet(Self.sheetName, layout)
    try sheet.writeRow([
      .text(Self.mark), .text(language.text), .text(words.text("recordSheet")),
    ])
    if let level { try sheet.writeRow(cells(Self.catalogKey, "", level)) }
    for entry in measures { try sheet.writeRow(cells(entry.id.text, entry.name, entry.rest)) }
  }

  private func cells(_ key: String, _ name: String, _ rest: Remainder?) -> [CellContent] {
    var cells = [CellContent.text(key), name.isEmpty ? .blank() : .text(name)]
    if let rest { cells += Self.texts(of: rest).map { .text($0) } }
    return cells
  }

  /// What is not shown, in pieces that each fit a cell.
  static func texts(of rest: Remainder) -> [String] {
    var texts: [String] = []
    var part = ""
    var length = 0
    // Not every program that saves a workbook keeps a text such as _x0041_ apart from the escape of
    // a letter; JSON can say the line otherwise.
    for scalar in rest.json.replacing("_x", with: "\\u005fx").unicodeScalars {
      if length >= cellLength {
        texts.append(part)
        part = ""
        length = 0
      }
      part.unicodeScalars.append(scalar)
      length += scalar.value > 0xFFFF ? 2 : 1
    }
    texts.append(part)
    return texts
  }

  // MARK: Reading

  /// Finds the record of a workbook; nil without one.
  ///
  /// Rows that make no sense are passed over.
  init?(_ book: BookContent) {
    guard let sheet = book.sheets.first(where: Self.isRecord) else { return nil }
    let tag = sheet.rows.first?.cell(2)?.text.flatMap { LanguageTag($0) }
    self.init(language: tag ?? .english)
    for row in sheet.rows.dropFirst() {
      guard let key = row.cell(1)?.text else { continue }
      let json = row.cells.filter { $0.column >= Self.firstColumn }.map { cell in
        if case .text(let text) = cell.value { text } else { "" }
      }
      let rest = try? Remainder(json: Array(json.joined().utf8))
      if key == Self.catalogKey {
        level = rest
      } else if let id = KPIIdentifier(key) {
        measures.append(Entry(id: id, name: row.cell(2)?.text ?? "", rest: rest, row: row.number))
      }
    }
  }

  /// Whether a sheet is one that exports add for their own use: the record, or the words of
  /// dropdowns.
  static func isAuxiliary(_ sheet: SheetContent, in book: BookContent) -> Bool {
    isRecord(sheet)
      || sheet.visibility != .visible && sheet.name.hasPrefix("Lists")
        && book.sheets.contains(where: isRecord)
  }

  /// Whether a sheet is the record of an export.
  static func isRecord(_ sheet: SheetContent) -> Bool {
    sheet.rows.first?.cell(1)?.text == mark
  }

  /// What the sheets do not show, by the measure's id.
  var rests: [KPIIdentifier: Remainder] {
    Dictionary(
      measures.compactMap { entry in entry.rest.map { (entry.id, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// The ids of measures by the folded names they were written with.
  var names: [String: KPIIdentifier] {
    Dictionary(
      measures.map { (Folding.fold($0.name), $0.id) }, uniquingKeysWith: { first, _ in first })
  }

  /// The catalog that is meant by what the sheets show.
  ///
  /// - Parameters:
  ///   - catalog: What was read; filled in place.
  ///   - parts: Where each measure was read from; put into the same order.
  func complete(_ catalog: inout Catalog, _ parts: inout [[CatalogAssembly.Source]]) {
    let rests = rests
    let places = Dictionary(
      zip(catalog.measures.map(\.id), parts), uniquingKeysWith: { first, _ in first })
    let groups = level.map { $0.completed(catalog).groups } ?? catalog.groups
    let perspectives = level.map { $0.completed(catalog).perspectives } ?? catalog.perspectives
    let groupIDs = Self.ids(groups.map { ($0.id, $0.name) })
    let perspectiveIDs = Self.ids(perspectives.map { ($0.id.id, $0.name) })
    if let level { catalog = level.completed(catalog) }
    for index in catalog.measures.indices {
      let seen = catalog.measures[index]
      var measure = rests[seen.id]?.completed(seen) ?? seen
      // A group chosen from the list in another language than English is one of the catalog's.
      if let group = measure.group, group == seen.group, let known = groupIDs[group] {
        measure.group = known
      }
      if let perspective = measure.perspective, perspective == seen.perspective,
        let known = perspectiveIDs[perspective.id].flatMap({ Perspective($0) })
      {
        measure.perspective = known
      }
      catalog.measures[index] = measure
    }
    parts = catalog.measures.compactMap { places[$0.id] }
  }

  /// The ids of entries by the slugs of their names.
  private static func ids(_ entries: [(id: String, name: LocalizedText)]) -> [String: String] {
    var ids: [String: String] = [:]
    for (id, name) in entries {
      for text in name.entries {
        guard let slug = KPIIdentifier(naming: text.text)?.text, ids[slug] == nil else { continue }
        ids[slug] = id
      }
    }
    for (id, _) in entries { ids[id] = id }
    return ids
  }
}
