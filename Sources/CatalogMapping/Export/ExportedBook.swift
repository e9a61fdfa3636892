internal import KPICatalog
internal import SpreadsheetML

/// The sheets of an exported workbook, one after the other.
struct ExportedBook {
  /// A sheet of measures.
  struct Tab {
    var name: String
    var title: String
    var kind: MeasureKind?
    var measures: [KPIDefinition]
  }

  private let presentation: CatalogPresentation
  private let record: ExportRecord
  private let columns: [ExportColumn]
  private let tabs: [Tab]
  private let guideName: String

  private var words: DisplayWords { presentation.words }

  init(_ export: WorkbookExport, record: ExportRecord) {
    presentation = export.presentation
    self.record = record
    let leavesOut: ColumnField? =
      switch export.sheets {
      case .byGroup: .group
      case .byPerspective: .perspective
      case .one, .byKind: nil
      }
    columns = ExportColumns(presentation, leavesOut: leavesOut).all
    var names = SheetNames()
    guideName = names.name(presentation.words.text("sheetGuide"))
    tabs = Self.tabs(export.sheets, presentation).map { tab in
      var tab = tab
      tab.name = names.name(tab.name)
      return tab
    }
  }

  func write(to book: WorkbookWriter) throws(WorkbookError) {
    describe(book)
    let styles = ExportStyles(book)
    try GuideSheet(
      presentation, columns, tabs, name: guideName, styles
    ).write(to: book)
    for (index, tab) in tabs.enumerated() {
      try MeasuresSheet(presentation, columns, tab, number: index + 1, styles).write(to: book)
    }
    try record.write(to: book, words)
  }

  private func describe(_ book: WorkbookWriter) {
    book.properties.title = presentation.title
    book.properties.subject = presentation.subtitle
    book.properties.author = presentation.catalog.organization ?? "kpibook"
    book.properties.company = presentation.catalog.organization ?? ""
    book.properties.keywords = "KPI"
  }

  // MARK: Tabs

  private static func tabs(
    _ sheets: WorkbookExport.Sheets, _ presentation: CatalogPresentation
  ) -> [Tab] {
    let words = presentation.words
    let measures = presentation.catalog.measures
    let all = [
      Tab(
        name: words.text("sheetMeasures"), title: presentation.title, kind: nil,
        measures: measures)
    ]
    var keys: [String]
    let key: (KPIDefinition) -> String?
    let name: (String) -> String
    switch sheets {
    case .one: return all
    case .byGroup:
      keys = presentation.catalog.groups.map(\.id)
      key = { $0.group }
      name = { presentation.group($0) }
    case .byPerspective:
      let listed = presentation.catalog.perspectives.map(\.id)
      keys = (listed.isEmpty ? Perspective.classic : listed).map(\.id)
      key = { $0.perspective?.id }
      name = { id in Perspective(id).map { presentation.perspective($0) } ?? id }
    case .byKind:
      keys = MeasureKind.allCases.map(\.rawValue)
      key = { $0.kind?.rawValue }
      name = { words.word("kind", $0) }
    }
    let known = Set(keys)
    var more: Set<String> = []
    for measure in measures {
      guard let found = key(measure), !known.contains(found), more.insert(found).inserted else {
        continue
      }
      keys.append(found)
    }
    var tabs = keys.compactMap { id -> Tab? in
      let own = measures.filter { key($0) == id }
      guard let first = own.first else { return nil }
      let kind = own.allSatisfy { $0.kind == first.kind } ? first.kind : nil
      return Tab(name: name(id), title: name(id), kind: kind, measures: own)
    }
    guard !tabs.isEmpty else { return all }
    let rest = measures.filter { key($0) == nil }
    if !rest.isEmpty {
      tabs.append(
        Tab(
          name: words.text("sheetOther"), title: words.text("sheetOther"), kind: nil,
          measures: rest))
    }
    return tabs
  }
}

extension CatalogPresentation {
  /// What stands below each printed page.
  var footer: PageText {
    PageText(
      left: Self.short(catalog.organization ?? ""), center: Self.short(title),
      right: words.text("page", ["page": PageText.page, "pages": PageText.pages]))
  }

  /// A text that leaves room for the others: Excel takes 255 characters for a whole footer.
  private static func short(_ text: String) -> String {
    let line = text.onOneLine
    return line.count <= 60 ? line : line.prefix(59) + "…"
  }
}

/// Names of sheets as Excel takes them, no two the same.
struct SheetNames {
  private var taken: Set<String> = [ExportRecord.sheetName.lowercased(), "lists", "history"]

  mutating func name(_ text: String) -> String {
    var name = ""
    for scalar in text.unicodeScalars {
      let isUsable = scalar.value >= 0x20 && !"[]:*?/\\".unicodeScalars.contains(scalar)
      name.unicodeScalars.append(isUsable ? scalar : " ")
    }
    name = name.trimmed
    while name.first == "'" || name.last == "'" { name = name.trimmingQuote.trimmed }
    if name.isEmpty { name = "KPI" }
    var candidate = Self.cut(name, 31)
    var number = 2
    while !taken.insert(candidate.lowercased()).inserted {
      candidate = Self.cut(name, 26) + " (\(number))"
      number += 1
    }
    return candidate
  }

  private static func cut(_ text: String, _ length: Int) -> String {
    var text = text
    while text.utf16.count > length { text.removeLast() }
    return text.trimmed
  }
}

extension String {
  fileprivate var trimmingQuote: String {
    var text = Substring(self)
    if text.first == "'" { text.removeFirst() }
    if text.last == "'" { text.removeLast() }
    return String(text)
  }
}
