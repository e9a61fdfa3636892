internal import KPICatalog
internal import SpreadsheetML

/// Finds forms on a sheet: a block of labels and values for each measure, or labels once and a
/// column per measure.
struct CardFinder {
  let sheet: SheetContent

  init(_ sheet: SheetContent) {
    self.sheet = sheet
  }

  /// The forms as one region, a record each; nil if there are none.
  func region() -> TableRegion? {
    guard let labels = LabelColumns(sheet) else { return nil }
    var cards = cards(labels)
    guard !cards.isEmpty else { return nil }
    cards.sort { ($0.nameRow, $0.column) < ($1.nameRow, $1.column) }
    return CardRegion(cards, on: sheet).region()
  }

  /// One form.
  struct Card {
    /// The column of its labels.
    var column: Int
    var nameRow: Int
    /// The labels with the cells of their values.
    var values: [(label: LabelColumns.Label, place: CellReference)]
    /// The cell of the name where no label stands beside it.
    var heading: CellReference?
  }

  // MARK: Blocks of labels

  private func cards(_ labels: LabelColumns) -> [Card] {
    var forms: [LabelBlock] = []
    var extra: [LabelBlock] = []
    let areNamed = labels.columns.values.contains { $0.contains(where: \.isName) }
    for column in labels.columns.keys.sorted() {
      for block in split(labels.columns[column] ?? [], areNamed: areNamed) {
        if block.isNamed, block.hasFields || isBesideLabel(block, labels) {
          forms.append(block)
        } else {
          extra.append(block)
        }
      }
    }
    FormBlocks.join(extra, to: &forms)
    let found = forms.flatMap { cards(of: $0, labels) }
    // The title of the sheet names no measure where forms stand below it without a text each.
    let unnamed = forms.count { !$0.isNamed }
    let headed = found.count { $0.heading != nil }
    guard unnamed > headed, let title = sheet.rows.first?.number else { return found }
    return found.filter { $0.heading?.row != title }
  }

  /// Whether the only label of a block stands in a line with a label of another column, as the name
  /// behind the code.
  private func isBesideLabel(_ block: LabelBlock, _ labels: LabelColumns) -> Bool {
    labels.columns.contains { column, others in
      column != block.column
        && others.contains { $0.row == block.rows.lowerBound && $0.field != nil }
    }
  }

  /// Parts a column's labels where a form ends: before a field that was named already, or at a gap
  /// before a new name.
  ///
  /// In a column beside that of the names only the same label again ends a form: Owner and Sponsor
  /// may mean one field.
  private func split(_ labels: [LabelColumns.Label], areNamed: Bool) -> [LabelBlock] {
    var blocks: [LabelBlock] = []
    var current: [LabelColumns.Label] = []
    var leading: [LabelColumns.Label] = []
    var fields: FieldSet = []
    func close() {
      guard let first = current.first else { return }
      blocks.append(LabelBlock(column: first.column, labels: current, leading: leading))
    }
    let hasNames = labels.contains(where: \.isName)
    for (index, label) in labels.enumerated() {
      let isKnown = label.field != nil
      let gap = current.last.map { label.row - $0.row - 1 } ?? 0
      // Texts may come in several languages, but each under a label of its own.
      let isBeside = areNamed && !hasNames
      let repeats =
        label.field.map { field in
          isBeside
            ? current.contains { $0.text == label.text }
            : fields.contains(field)
              && (!field.repeats || field.isLocalized && current.contains { $0.text == label.text })
        } ?? false
      let startsNew =
        gap >= 1 && fields.contains(.name) && hasName(labels[index...], from: label.row)
      if repeats
        && (!hasNames || isNameOrCode(label)
          || fields.contains(.name) && hasName(labels[index...], from: label.row))
        || startsNew || gap >= 6
      {
        close()
        current = []
        leading = []
        fields = []
      }
      if current.isEmpty, !isKnown {
        leading.append(label)
        continue
      }
      current.append(label)
      if let field = label.field { fields.insert(field) }
    }
    close()
    return blocks
  }

  private func isNameOrCode(_ label: LabelColumns.Label) -> Bool {
    label.isName || label.field == .id
  }

  /// Whether a name follows before the next gap.
  private func hasName(_ labels: ArraySlice<LabelColumns.Label>, from row: Int) -> Bool {
    var last = row
    for label in labels {
      if label.row > last + 1 { return false }
      if label.isName { return true }
      last = label.row
    }
    return false
  }

  // MARK: Values

  private func cards(of block: LabelBlock, _ labels: LabelColumns) -> [Card] {
    let columns = valueColumns(of: block, labels)
    if columns.count >= 2 {
      // Labels once, a column per measure.
      return columns.compactMap { column in
        card(
          block, labels,
          values: block.labels.compactMap { label in
            value(row: label.row, column: column).map { (label, $0) }
          })
      }
    }
    var values = (block.labels + block.others).compactMap { label in
      value(of: label, labels).map { (label, $0) }
    }
    values += values.flatMap { pairs(behind: $0.1, labels) }
    return card(block, labels, values: values).map { [$0] } ?? []
  }

  /// A label of its own and its value between a value and the next label of its line.
  private func pairs(
    behind value: CellReference, _ labels: LabelColumns
  ) -> [(LabelColumns.Label, CellReference)] {
    let rest = sheet.row(value.row)?.cells.filter { $0.column > value.column && !$0.isBlank } ?? []
    let free = rest.prefix { cell in
      !(labels.columns[cell.column]?.contains { $0.row == value.row } ?? false)
    }
    guard free.count == 2, let first = free.first, let last = free.last, let text = first.text,
      text.utf8.count <= 40, first.column <= value.column + 6,
      let place = CellReference(row: value.row, column: last.column)
    else { return [] }
    let label = LabelColumns.Label(
      row: value.row, column: first.column, text: text.trimmingMarks,
      matches: HeaderMatcher().exactMatches(HeaderText(text)).filter { $0.strength == .certain })
    return [(label, place)]
  }

  private func card(
    _ block: LabelBlock, _ labels: LabelColumns,
    values: [(label: LabelColumns.Label, place: CellReference)]
  ) -> Card? {
    guard values.count(where: { $0.label.field != nil }) >= 2 else { return nil }
    if let name = values.first(where: { $0.label.isName }) {
      return Card(column: block.column, nameRow: name.place.row, values: values)
    }
    guard !block.labels.contains(where: \.isName),
      let heading = heading(above: block, among: labels)
    else { return nil }
    return Card(column: block.column, nameRow: heading.row, values: values, heading: heading)
  }

  /// The columns right of the labels that hold a value in the row of the name and in most others.
  private func valueColumns(of block: LabelBlock, _ labels: LabelColumns) -> [Int] {
    guard let name = block.labels.first(where: \.isName), let row = sheet.row(name.row) else {
      return []
    }
    let others = Set(labels.columns.keys.filter { $0 > block.column })
    guard others.isEmpty else { return [] }
    let filled = row.cells.filter { $0.column > block.column && $0.text != nil }.map(\.column)
    guard filled.count >= 2, !filled.contains(where: { holdsLabels($0, beside: block) }) else {
      return []
    }
    return filled.filter { column in
      let count = block.labels.count { label in
        sheet.cell(row: label.row, column: column).map { !$0.isBlank } ?? false
      }
      return count * 2 >= block.labels.count
    }
  }

  /// Whether most texts in a column beside labels are labels too, with something right of them.
  private func holdsLabels(_ column: Int, beside block: LabelBlock) -> Bool {
    var texts = 0
    var known = 0
    for label in block.labels {
      guard let row = sheet.row(label.row), let text = row.cell(column)?.text else { continue }
      texts += 1
      if row.cells.contains(where: { $0.column > column && !$0.isBlank }),
        HeaderVocabulary.shared.meanings(of: HeaderText(text).base)
          .contains(where: { $0.strength != .inFamily })
      {
        known += 1
      }
    }
    return known >= 2 && known * 3 >= texts * 2
  }

  private func value(row: Int, column: Int) -> CellReference? {
    guard let cell = sheet.cell(row: row, column: column), !cell.isBlank else { return nil }
    return CellReference(row: row, column: column)
  }

  /// The cell of a label's value: the next filled one to the right, or the one below.
  private func value(of label: LabelColumns.Label, _ labels: LabelColumns) -> CellReference? {
    let row = sheet.row(label.row)
    let stop = nextLabel(after: label, in: row, labels)
    if let cell = row?.cells.first(where: { $0.column > label.column && !$0.isBlank }),
      cell.column < stop,
      cell.column <= label.column + 8
    {
      return CellReference(row: label.row, column: cell.column)
    }
    guard label.field != nil, let below = sheet.cell(row: label.row + 1, column: label.column),
      !below.isBlank
    else { return nil }
    let isLabel =
      labels.columns[label.column]?.contains { $0.row == label.row + 1 && $0.field != nil } ?? false
    let nextColumn = labels.columns.keys.filter { $0 > label.column }.min() ?? Int.max
    let hasNeighbour =
      sheet.row(label.row + 1)?.cells.contains {
        $0.column > label.column && $0.column < nextColumn
      } ?? false
    return isLabel || hasNeighbour ? nil : CellReference(row: label.row + 1, column: label.column)
  }

  /// The column of the next label in a label's line.
  ///
  /// A text nobody knows right behind the label is its value, if the label is merged up to it or
  /// nothing follows.
  private func nextLabel(
    after label: LabelColumns.Label, in row: SheetContent.Row?, _ labels: LabelColumns
  ) -> Int {
    let filled = row?.cells.filter { $0.column > label.column && !$0.isBlank } ?? []
    let end = sheet.merge(row: label.row, column: label.column)?.last.column ?? label.column
    for (place, cell) in filled.enumerated() {
      guard let next = labels.columns[cell.column]?.first(where: { $0.row == label.row }) else {
        continue
      }
      let isValue =
        next.field == nil && place == 0 && cell.column == end + 1
        && (end > label.column || filled.count == 1)
      if !isValue { return cell.column }
    }
    return Int.max
  }

  /// The text above a form that names its measure.
  private func heading(above block: LabelBlock, among labels: LabelColumns) -> CellReference? {
    let end = sheet.firstRowIndex(from: block.rows.lowerBound)
    for index in stride(from: end - 1, through: max(0, end - 3), by: -1) {
      let row = sheet.rows[index]
      guard block.rows.lowerBound - row.number <= 3 else { return nil }
      let filled = row.cells.filter { !$0.isBlank }
      // It is alone on its row, or each form beside has one too.
      let own = filled.count == 1 ? filled.first : filled.first { $0.column == block.column }
      guard let cell = own, let text = cell.text, text.utf8.count <= 120,
        filled.count == 1 || filled.allSatisfy({ labels.columns[$0.column] != nil })
      else {
        return nil
      }
      let look = sheet.look(cell)
      guard look.isBold || look.hasFill || look.fontSize > 11 else { continue }
      return CellReference(row: row.number, column: cell.column)
    }
    return nil
  }
}
