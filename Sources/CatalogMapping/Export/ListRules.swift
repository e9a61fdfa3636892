internal import KPICatalog
internal import SpreadsheetML

/// The dropdowns of an exported table: the words of each closed list in the reader's language.
struct ListRules {
  private let presentation: CatalogPresentation
  private let columns: [ExportColumn]
  private let rows: ClosedRange<Int>

  private var words: DisplayWords { presentation.words }

  init(
    _ presentation: CatalogPresentation, _ columns: [ExportColumn], rows: ClosedRange<Int>
  ) {
    self.presentation = presentation
    self.columns = columns
    self.rows = rows
  }

  func add(to sheet: SheetWriter) throws(WorkbookError) {
    for (index, column) in columns.enumerated() {
      guard let first = CellReference(row: rows.lowerBound, column: index + 1),
        let last = CellReference(row: rows.upperBound, column: index + 1),
        let rule = rule(column.field)
      else { continue }
      try sheet.addInputRule(rule, to: [CellRange(first, last)])
    }
  }

  private func rule(_ field: ColumnField) -> InputRule? {
    if field == .weight {
      return .decimal(0...1).refusing(words.text("errorTitle"), words.text("errorWeight"))
    }
    guard let list = list(field), !list.isEmpty else { return nil }
    let rule = InputRule.list(list)
    let title = words.text("errorTitle")
    switch field {
    case .unit: return rule.refusing(title, words.text("errorUnit"), severity: .warning)
    case .group, .perspective:
      return rule.refusing(title, words.text("errorGroup"), severity: .warning)
    // What these say may also be said in words of one's own.
    case .method, .aggregation:
      return rule.refusing(title, words.text("errorList"), severity: .warning)
    default: return rule.refusing(title, words.text("errorList"))
    }
  }

  /// The words of a field's list, or nil if it has none.
  func list(_ field: ColumnField) -> [String]? {
    switch field {
    case .kind, .direction, .leadLag, .lifecycle, .method, .aggregation:
      return words.words(field.name)
    case .aggregationAcross: return words.words("aggregation")
    case .frequency, .reportingFrequency: return words.words("frequency")
    case .audience: return Audience.allCases.map { presentation.name(of: $0) }
    case .perspective:
      let listed = presentation.catalog.perspectives.map(\.id)
      let used = presentation.catalog.measures.compactMap(\.perspective)
      return Self.distinct(
        ((listed.isEmpty ? Perspective.classic : listed) + used).map {
          presentation.perspective($0)
        })
    case .group:
      let listed = presentation.catalog.groups.map(\.id)
      let used = presentation.catalog.measures.compactMap(\.group)
      return Self.distinct((listed + used).map { presentation.group($0) })
    case .unit: return units
    default: return nil
    }
  }

  /// The usual units, and those the catalog uses.
  private var units: [String] {
    var list: [String] = []
    for kind in words.keys("unit") {
      switch UnitKind(rawValue: kind) {
      case .currency?:
        if let code = presentation.catalog.currency {
          list.append(presentation.unit(MeasureUnit(.currency, currency: code)))
        } else {
          list.append(words.word("unit", kind))
        }
      case .duration?: list += ["min", "h", "d"].map { words.word("duration", $0) }
      case .rate?, .choice?, .text?, nil: continue
      default: list.append(words.word("unit", kind))
      }
    }
    return Self.distinct(
      list + presentation.catalog.measures.compactMap(\.unit).map { presentation.unit($0) })
  }

  private static func distinct(_ words: [String]) -> [String] {
    var taken: Set<String> = []
    return words.filter { !$0.isEmpty && taken.insert($0).inserted }
  }
}
