internal import KPICatalog
internal import SpreadsheetML

/// Makes a region of forms: each label a column, each form a record, as if the sheet were turned.
struct CardRegion {
  private let sheet: SheetContent
  private let cards: [CardFinder.Card]
  /// The labels of all forms, each text as often as one form has it, in the order in which they
  /// first stand.
  private var headings: [String] = []
  private var slots: [String: Int] = [:]
  private var labels: [LabelColumns.Label] = []

  init(_ cards: [CardFinder.Card], on sheet: SheetContent) {
    self.sheet = sheet
    self.cards = cards
    for card in cards {
      for (label, key, _) in Self.keyed(card) {
        guard slots[key] == nil else { continue }
        slots[key] = headings.count
        headings.append(label.text)
        labels.append(label)
      }
    }
  }

  /// The labels of a form with a key each: a label that comes again has one of its own.
  private static func keyed(
    _ card: CardFinder.Card
  ) -> [(label: LabelColumns.Label, key: String, place: CellReference)] {
    var counts: [String: Int] = [:]
    var seen: Set<CellReference> = []
    return card.values.compactMap { label, place in
      guard seen.insert(place).inserted else { return nil }
      let text = Folding.fold(label.text)
      counts[text, default: 0] += 1
      return (label, "\(text)#\(counts[text, default: 1])", place)
    }
  }

  /// The region; nil if the forms are none of measures.
  func region() -> TableRegion? {
    var cells = labels.enumerated().map { index, label in
      HeaderCell(column: index + 1, row: label.row, lower: label.text)
    }
    let hasNames = labels.contains(where: \.isName)
    let nameSlot = headings.count
    if !hasNames { cells.append(HeaderCell(column: nameSlot + 1, row: 1, lower: "KPI name")) }
    let places = cards.map { self.places(of: $0, count: cells.count, nameSlot: nameSlot) }
    let turned = self.turned(places)
    let outcome = ColumnPlanner(cells, rows: turned.rows, in: turned).plan()
    var region = TableRegion(
      layout: .cards, headerRows: nil,
      columns: (labels.map(\.column).min() ?? 1)...(labels.map(\.column).max() ?? 1))
    region.plans = outcome.plans
    region.languages = outcome.languages
    for index in region.plans.indices where index < labels.count {
      region.plans[index].column = labels[index].column
      region.plans[index].headingRow = labels[index].row
    }
    if !hasNames {
      region.plans[nameSlot].field = .name
      region.plans[nameSlot].heading = ""
      region.plans[nameSlot].headingRow = nil
      region.plans[nameSlot].certainty = 0.8
      region.plans[nameSlot].reasons = ["the text above the form names it"]
    }
    guard let name = region.plans.firstIndex(where: { $0.field == .name }) else { return nil }
    for (index, card) in cards.enumerated() {
      guard places[index][name] != nil, let row = sheet.rowIndex(card.nameRow) else { continue }
      region.records.append(
        TableRegion.Record(row: card.nameRow, index: row, places: places[index]))
    }
    guard !region.records.isEmpty, isOfMeasures(region, outcome.profiles) else { return nil }
    region.headings = titles()
    return region
  }

  private func places(of card: CardFinder.Card, count: Int, nameSlot: Int) -> [CellReference?] {
    var places = [CellReference?](repeating: nil, count: count)
    for (_, key, place) in Self.keyed(card) {
      if let slot = slots[key], places[slot] == nil { places[slot] = place }
    }
    if nameSlot < count { places[nameSlot] = card.heading }
    return places
  }

  /// The sheet turned: a row per form, a column per label.
  private func turned(_ places: [[CellReference?]]) -> SheetContent {
    var turned = sheet
    turned.merges = []
    turned.tables = []
    turned.rows = places.enumerated().map { index, list in
      var cells: [SheetContent.Cell] = []
      for (slot, place) in list.enumerated() {
        guard let place, var cell = sheet.cell(row: place.row, column: place.column) else {
          continue
        }
        cell.column = slot + 1
        cells.append(cell)
      }
      return SheetContent.Row(number: index + 2, cells: cells)
    }
    return turned
  }

  /// Whether a label only measures have stands beside a plain Title or Name.
  private func isTelling(_ plan: ColumnPlan) -> Bool {
    plan.field.evidence == 2 && plan.field != .targetDate && plan.certainty >= 0.7
  }

  /// Whether the label of the names, the sheet or the texts above the forms speak of measures.
  private func namesMeasures(_ region: TableRegion) -> Bool {
    guard let name = region.plan(.name), !name.heading.isEmpty else { return true }
    let isCertain = HeaderMatcher().exactMatches(HeaderText(name.heading)).contains {
      $0.field == .name && $0.strength == .certain
    }
    return isCertain || MeasureTopic.isMeasure(name.heading)
      || ([sheet.name] + titles().map(\.text)).contains {
        MeasureTopic.strength(of: $0) != .none
      }
  }

  /// Whether the labels are those of measures and their values fit them: a page of guidance says
  /// `Frequency: how often it is measured`.
  private func isOfMeasures(_ region: TableRegion, _ profiles: [ColumnProfile]) -> Bool {
    let known = region.plans.filter { $0.field.evidence > 0 && $0.certainty >= 0.6 }
    guard known.reduce(0, { $0 + $1.field.evidence }) >= 3 else { return false }
    if !namesMeasures(region), !known.contains(where: isTelling) { return false }
    var typed = 0
    var misread = 0
    let values = turned(region.records.map(\.places))
    for (index, plan) in region.plans.enumerated() {
      let texts = values.rows.compactMap { $0.cell(index + 1) }
      guard !texts.isEmpty else { continue }
      let isRead: Bool
      switch plan.field {
      case .frequency, .direction, .leadLag, .kind:
        let list: WordList =
          plan.field == .frequency
          ? .frequency
          : plan.field == .direction ? .direction : plan.field == .leadLag ? .leadLag : .kind
        isRead = texts.contains {
          $0.text.map { list.value(of: $0) != nil || MissingWords.contains($0) } ?? false
        }
      case .unit: isRead = texts.contains { $0.text.map { UnitWords($0) != nil } ?? false }
      case .target, .baseline, .current, .weight:
        isRead = texts.contains {
          $0.number != nil
            || $0.text.map { QuantityText($0) != nil || MissingWords.contains($0) } ?? false
        }
      default: continue
      }
      typed += 1
      if !isRead { misread += 1 }
    }
    return typed == 0 ? region.records.count >= 2 : misread * 2 <= typed
  }

  /// The texts above the first form.
  private func titles() -> [TableRegion.Banner] {
    guard let first = cards.flatMap({ $0.values.map(\.label.row) + [$0.nameRow] }).min() else {
      return []
    }
    var titles: [TableRegion.Banner] = []
    for row in sheet.rows where row.number < first {
      let filled = row.cells.filter { !$0.isBlank }
      if filled.count == 1, let cell = filled.first, let text = cell.text {
        titles.append(
          TableRegion.Banner(row: row.number, column: cell.column, text: text, level: 0))
      }
    }
    return titles
  }
}
