internal import XMLStream
internal import Zip

/// The changes of one sheet, from patches to splices.
///
/// Nothing is decided while the sheet goes by: its rows are located first, then each patch is
/// weighed against everything that is known, and only then made into bytes.
struct SheetEdit {
  /// A patch of the sheet.
  struct Target {
    var cell: CellReference
    var content: CellPatch.Content
  }

  /// What became of the sheet's patches.
  struct Result {
    /// The changes in the sheet's own part.
    var splices = SpliceList()
    var changes: [EditPlan.Change] = []
    var unchanged: [CellReference] = []
    /// Changes in the parts of its tables, with what they are for.
    var tableSplices: [(part: String, splices: SpliceList, reason: String)] = []
    /// The cells whose formula has gone, and those that have got one.
    var removedFormulas: [CellReference] = []
    var addedFormulas: [CellReference] = []
    /// The cells of inserted rows that have got one, by their addresses after the edit.
    var newFormulas: [CellReference] = []
    /// New cells, for the sheet's stated range, by their addresses after the edit.
    var added: [CellReference] = []
    /// Whether a formula of the sheet may hang on a changed cell.
    var mayFeedFormula = false
    /// Whether a formula came in without a result.
    var needsResult = false
  }

  let sheet: Sheet
  let survey: SheetSurvey
  let links: SheetLinks
  let permissions: EditPermissions
  let text: PartText
  /// How the sheet's rows move, or nil.
  let rows: Rows?
  var result = Result()
  /// The ranges of shared formulas whose first cell is overwritten, by their index.
  private var orphans: [Int: Orphan] = [:]
  /// New cells, for the sheet's stated range.
  var added: [CellReference] = []

  private struct Orphan {
    var cell: CellReference
    var formula: String
    var range: CellRange
  }

  private init(
    _ sheet: Sheet, survey: SheetSurvey, links: SheetLinks, rows: Rows?,
    permissions: EditPermissions
  ) throws(WorkbookError) {
    self.sheet = sheet
    self.rows = rows
    self.survey = survey
    self.links = links
    self.permissions = permissions
    text = try sheet.book.package.text(of: sheet.part)
  }

  /// Makes the patches of a sheet into splices.
  ///
  /// - Parameters:
  ///   - sheet: the sheet.
  ///   - targets: its patches, by row and column, each cell once.
  ///   - links: its tables and pivot tables.
  ///   - rows: how its rows move, or nil.
  ///   - dependence: tells formulas that hang on them, or nil when that is known already.
  ///   - styles: gives the formats that dates need.
  ///   - permissions: what may be changed.
  /// - Returns: the splices and what they mean.
  /// - Throws: ``WorkbookError`` naming the cell that cannot be changed.
  static func prepare(
    _ sheet: Sheet, _ targets: [Target], links: SheetLinks, rows: Rows? = nil,
    dependence: FormulaDependence?, styles: inout StyleEditing, permissions: EditPermissions
  ) throws(WorkbookError) -> Result {
    let survey = try SheetSurvey(
      sheet, targets: targets.map(\.cell),
      models: Set(rows?.edit.insertions.compactMap(\.styledLike) ?? []),
      places: Set(rows?.shift.insertions.map(\.rowBefore) ?? []), dependence: dependence)
    var edit = try SheetEdit(
      sheet, survey: survey, links: links, rows: rows, permissions: permissions)
    var start = targets.startIndex
    while start < targets.endIndex {
      let row = targets[start].cell.row
      let end = targets[start...].firstIndex { $0.cell.row != row } ?? targets.endIndex
      try edit.change(row: row, Array(targets[start..<end]), &styles)
      start = end
    }
    // Where rows move, all formulas are followed later.
    if rows == nil { try edit.handOnSharedFormulas() }
    try edit.addInsertedRows(&styles)
    edit.placeNewRows()
    edit.extendDimension()
    edit.result.added = edit.added
    edit.result.mayFeedFormula = survey.mayFeedFormula
    return edit.result
  }

  // MARK: Rows

  private mutating func change(
    row: Int, _ targets: [Target], _ styles: inout StyleEditing
  ) throws(WorkbookError) {
    if let rows, rows.shift.row(row) == nil, let first = targets.first {
      throw .rowGoes(first.cell).located(place(first.cell))
    }
    guard let rows = survey.rows[row], let last = rows.last else {
      return try addRow(row, targets, &styles)
    }
    var missing: [NewCell] = []
    for target in targets {
      let known = rows.flatMap { row in
        row.cells.filter { $0.column == target.cell.column }.map { (row: row, cell: $0) }
      }
      guard let (_, counting) = known.last else {
        let style = styleOfNewCell(target.cell.column, in: last.tag)
        guard
          let new = try content(of: target, style: style, old: nil, &styles), new.content != .blank
        else { continue }
        missing.append(new)
        continue
      }
      guard
        let new = try content(of: target, style: counting.style, old: counting, &styles)
      else { continue }
      for (row, cell) in known {
        guard !row.hasAlternatives else {
          throw .inAlternateContent().located(place(target.cell))
        }
        try replace(cell, in: row, by: new)
      }
    }
    if !missing.isEmpty { try insert(missing, into: last) }
  }

  /// A cell's content, weighed and ready to be written.
  private struct NewCell {
    var cell: CellReference
    var content: NewContent
    /// The index of the format afterwards.
    var style: Int
  }

  private func place(_ cell: CellReference) -> Place { Place(sheet: sheet.name, cell: cell) }

  private mutating func replace(
    _ cell: LocatedCell, in row: LocatedRow, by new: NewCell
  ) throws(WorkbookError) {
    var tag = StartTag(row.bytes[cell.tag])
    if new.style != cell.style { tag.set("s", to: String(new.style)) }
    let address = moved(new.cell)
    if cell.hasAddress, address != new.cell { tag.set("r", to: address.description) }
    let extensions = Array(cell.extensions.map { row.bytes[$0] }.joined())
    let bytes = CellMarkup.element(tag, new.content, extensions: extensions)
    result.splices.replace(row.inPart(cell.whole), with: text.admitted(bytes))
    if case .shared(let index, let range) = cell.formula?.kind, let formula = cell.formula,
      let range, !formula.text.isEmpty
    {
      orphans[index] = Orphan(cell: new.cell, formula: formula.text, range: range)
    }
  }

  /// Adds cells to a row that is there.
  private mutating func insert(_ cells: [NewCell], into row: LocatedRow) throws(WorkbookError) {
    guard !row.hasAlternatives, let first = cells.first, let last = cells.last else {
      throw .inAlternateContent().located(cells.first.map { place($0.cell) } ?? Place())
    }
    var tag = row.tag
    let statesAddresses = row.cells.first?.hasAddress ?? survey.statesAddresses
    let prefix = tag.prefix
    // A number that is not stated would count from rows that come or go.
    if rows != nil { tag.set("r", to: String(moved(first.cell).row)) }
    if let spans = tag["spans"].flatMap(ColumnSpans.init(_:)),
      let wider = spans.covering(first.cell.column, last.cell.column)
    {
      tag.set("spans", to: wider)
    }
    let wasEmpty = tag.isEmptyElement
    tag.setEmptyElement(false)
    var inside: [UInt8] = []
    // Of cells with one column, as damaged files have them, the last counts.
    let inOrder = row.cells.enumerated().sorted {
      ($0.element.column, $0.offset) < ($1.element.column, $1.offset)
    }.map(\.element)
    var previousNew = 0
    for new in cells {
      let before = inOrder.last { $0.column < new.cell.column }
      let previous = max(before?.column ?? 0, previousNew)
      let isStated = statesAddresses || new.cell.column != previous + 1
      let bytes = text.admitted(element(new, prefix: prefix, statesAddress: isStated))
      if wasEmpty {
        inside += bytes
      } else {
        let place = before?.whole.upperBound ?? row.tagEnd
        result.splices.insert(bytes, at: row.start + UInt64(place))
      }
      previousNew = new.cell.column
      added.append(moved(new.cell))
    }
    if wasEmpty { inside += tag.endTag }
    if tag != row.tag || wasEmpty {
      result.splices.replace(row.inPart(0..<row.tagEnd), with: tag.bytes + inside)
    }
  }

  /// Adds a row with its cells.
  private mutating func addRow(
    _ row: Int, _ targets: [Target], _ styles: inout StyleEditing
  ) throws(WorkbookError) {
    var cells: [NewCell] = []
    for target in targets {
      let style = styleOfNewCell(target.cell.column, in: nil)
      if let new = try content(of: target, style: style, old: nil, &styles), new.content != .blank {
        cells.append(new)
      }
    }
    guard !cells.isEmpty, let gap = survey.gaps[row] else { return }
    let sheetData = StartTag(survey.sheetData.bytes)
    var tag = StartTag(named: sheetData.prefix + Array("row".utf8))
    let number = rows?.shift.row(row) ?? row
    if rows != nil || survey.statesRows || row != gap.previous + 1 {
      tag.set("r", to: String(number))
    }
    var bytes = tag.bytes
    var previous = 0
    for new in cells {
      let isStated = survey.statesAddresses || new.cell.column != previous + 1
      bytes += element(new, prefix: tag.prefix, statesAddress: isStated)
      previous = new.cell.column
      added.append(moved(new.cell))
    }
    newRows.append((number, gap.place, text.admitted(bytes + tag.endTag)))
  }

  /// Rows that are not there yet, by their numbers after the edit, and their places in the part.
  var newRows: [(number: Int, place: UInt64, bytes: [UInt8])] = []

  /// Puts the new rows into the part, in order.
  private mutating func placeNewRows() {
    guard !newRows.isEmpty else { return }
    let ordered = newRows.sorted { $0.number < $1.number }
    var tag = StartTag(survey.sheetData.bytes)
    guard tag.isEmptyElement else {
      for row in ordered { result.splices.insert(row.bytes, at: row.place) }
      return
    }
    tag.setEmptyElement(false)
    result.splices.replace(
      survey.sheetData.range, with: tag.bytes + ordered.flatMap(\.bytes) + tag.endTag)
  }

  private func element(_ new: NewCell, prefix: [UInt8], statesAddress: Bool) -> [UInt8] {
    var tag = StartTag(named: prefix + [UInt8(ascii: "c")], isEmptyElement: true)
    if statesAddress { tag.set("r", to: moved(new.cell).description) }
    if new.style != 0 { tag.set("s", to: String(new.style)) }
    return CellMarkup.element(tag, new.content)
  }

  /// The format that Excel gives a new cell: its row's, else its column's.
  func styleOfNewCell(_ column: Int, in row: StartTag?) -> Int {
    if let row, isTrue(row["customFormat"]), let style = row["s"].flatMap({ Int($0) }),
      0...Int(Int32.max) ~= style
    {
      return style
    }
    return survey.details.columnStyles.last { $0.columns ~= column }?.style ?? 0
  }

  // MARK: Contents

  /// Weighs a patch against the cell: what is written, or nil when the cell holds it already.
  private mutating func content(
    of target: Target, style: Int, old: LocatedCell?, _ styles: inout StyleEditing
  ) throws(WorkbookError) -> NewCell? {
    do throws(WorkbookError) {
      return try weighed(target, style: style, old: old, &styles)
    } catch {
      throw error.located(place(target.cell))
    }
  }

  private mutating func weighed(
    _ target: Target, style: Int, old: LocatedCell?, _ styles: inout StyleEditing
  ) throws(WorkbookError) -> NewCell? {
    let table = links.table(of: target.cell)
    var wanted = target.content
    var style = style
    let oldStyle = style
    if case .formatted(_, let index) = wanted {
      guard styles.styles.numberFormats.indices.contains(index.rawValue) else {
        throw .noSuchFormat(index)
      }
      style = index.rawValue
    }
    let format = styles.styles.numberFormat(StyleIndex(style))
    if let table, table.isHeader(target.cell) { wanted = TableEditing.heading(wanted) }
    let oldValue: CellValue
    if let old {
      let book = sheet.book
      oldValue = try old.value { (index) throws(WorkbookError) in
        try book.sharedStrings().text(index)
      }
    } else {
      oldValue = .blank
    }
    let oldFormula = old?.formula.map { CellFormula(text: $0.text, kind: $0.kind) }
    var holdsNumber = false
    if case .number = oldValue, oldFormula == nil { holdsNumber = true }
    var content = try NewContent(
      wanted, format: format, in: sheet.dateSystem, holdsNumber: holdsNumber)
    let given = content
    if case .formula(let text, let result) = content, let rows,
      let followed = try rows.references.formula(text, own: sheet.index)
    {
      content = .formula(followed, result: result)
    }
    if case .revised = target.content, case .text(let text) = content, let old,
      let runs = try revised(old, at: target.cell, saying: text)
    {
      content = .richText(text, runs: runs)
    }
    if style == oldStyle, isSame(given, oldValue, oldFormula, old) {
      result.unchanged.append(target.cell)
      return nil
    }
    try refuse(target.cell, style: oldStyle, styles)
    var new = NewCell(cell: target.cell, content: content, style: style)
    if case .moment(_, let kind) = content {
      new.style = try styles.style(like: style, showing: kind)
    }
    if let table, table.isHeader(target.cell) || table.isTotal(target.cell) {
      result.tableSplices += try TableEditing.change(table, target.cell, to: content, in: sheet)
    }
    if oldFormula != nil, content.formula == nil { result.removedFormulas.append(target.cell) }
    if content.formula != nil {
      if oldFormula == nil { result.addedFormulas.append(target.cell) }
      if content.value == .blank { result.needsResult = true }
    }
    result.changes.append(
      EditPlan.Change(
        sheet: sheet.name, cell: target.cell, newCell: moved(target.cell), isInNewRow: false,
        oldValue: oldValue, oldFormula: oldFormula,
        newValue: content.value, newFormula: content.formula,
        changesFormat: new.style != oldStyle, isNewCell: old == nil))
    return new
  }

  /// The runs of a cell of rich text with a new text; nil for a cell without formatting inside, or
  /// a sheet whose elements have a prefix.
  private func revised(
    _ cell: LocatedCell, at place: CellReference, saying text: String
  ) throws(WorkbookError) -> [UInt8]? {
    let package = sheet.book.package
    guard StartTag(survey.sheetData.bytes).prefix.isEmpty, cell.formula == nil else { return nil }
    var item: [UInt8]?
    if cell.type == "s", let value = cell.value,
      let index = Int(String(decoding: value, as: UTF8.self))
    {
      item = SharedStrings.markup([index], in: package)[index]
    } else if cell.type == "inlineStr" {
      let row = survey.rows[place.row]?.last {
        $0.cells.contains { $0.column == place.column }
      }
      item = row.flatMap {
        $0.bytes.indices.contains(cell.content.lowerBound)
          && cell.content.upperBound <= $0.bytes.count
          ? Array($0.bytes[cell.content]) : nil
      }
    }
    guard let item else { return nil }
    return RevisedText.markup(
      of: item, saying: text, depth: package.limits.depth, attributes: package.limits.attributes)
  }

  /// Whether a cell holds a content already.
  private func isSame(
    _ content: NewContent, _ value: CellValue, _ formula: CellFormula?, _ cell: LocatedCell?
  ) -> Bool {
    switch content {
    case .formula(let text, let result):
      guard let formula, formula.kind == .normal, formula.text == text else { return false }
      return result == .blank || result == value
    case .moment:
      // The format may have to change.
      return false
    default:
      return formula == nil && content.value == value
    }
  }

  /// Refuses what would damage the workbook or somebody's intention.
  private func refuse(
    _ cell: CellReference, style: Int, _ styles: StyleEditing
  ) throws(WorkbookError) {
    if let range = survey.details.merged.first(where: { $0.contains(cell) && $0.first != cell }) {
      throw .merged(range)
    }
    if let group = survey.groups.first(where: { $0.range.contains(cell) }) {
      throw group.isDataTable ? .partOfDataTable(group.range) : .partOfArray(group.range)
    }
    if !permissions.contains(.protectedSheets),
      survey.details.isClosed(cell, styles.styles.appearance(StyleIndex(style)))
    {
      throw .protected(cell)
    }
    if !permissions.contains(.pivotTables),
      let range = links.pivotRanges.first(where: { $0.contains(cell) })
    {
      throw .partOfPivotTable(range)
    }
  }

  // MARK: Around the cells

  /// Gives each shared formula whose first cell was overwritten to the next cell that uses it.
  private mutating func handOnSharedFormulas() throws(WorkbookError) {
    guard !orphans.isEmpty else { return }
    let changed = Set(result.changes.map(\.cell))
    var waiting = orphans
    let last = waiting.values.map(\.range.last.row).max() ?? 0
    let first = waiting.values.map(\.cell.row).min() ?? 1
    let scanner = try sheet.editingScanner()
    let locator = RowLocator(Set(first...max(first, last)), takesFirst: false)
    scanner.locator = locator
    while !waiting.isEmpty, try scanner.nextRow() {
      guard let row = locator.take() else { continue }
      for cell in row.cells {
        guard let formula = cell.formula, case .shared(let index, let range) = formula.kind,
          let orphan = waiting[index],
          let place = CellReference(row: row.number, column: cell.column), place != orphan.cell,
          !changed.contains(place), orphan.range.contains(place)
        else { continue }
        waiting[index] = nil
        // A second formula of the same index stands on its own.
        guard range == nil else { continue }
        try handOn(orphan, to: place, formula, in: row)
      }
    }
  }

  private mutating func handOn(
    _ orphan: Orphan, to cell: CellReference, _ formula: LocatedCell.Formula, in row: LocatedRow
  ) throws(WorkbookError) {
    let moved = FormulaTranslation.copied(
      orphan.formula, rows: cell.row - orphan.cell.row,
      columns: cell.column - orphan.cell.column)
    guard let moved else {
      throw .sharedFormula(orphan.formula).located(place(orphan.cell))
    }
    let corner = CellReference(row: cell.row, column: orphan.range.first.column) ?? cell
    var tag = StartTag(row.bytes[formula.tag])
    tag.set("ref", to: CellRange(corner, orphan.range.last).description)
    tag.setEmptyElement(false)
    let own = formula.text.isEmpty ? moved : formula.text
    let bytes = tag.bytes + EscapedText.formula(own) + tag.endTag
    result.splices.replace(row.inPart(formula.whole), with: text.admitted(bytes))
  }

  /// Makes the stated range hold the new cells; where rows move, that comes later.
  private mutating func extendDimension() {
    guard rows == nil else { return }
    guard let stated = survey.details.statedDimension, let place = survey.details.dimensionTag,
      let firstAdded = added.first
    else { return }
    var range = survey.hasCells ? stated : CellRange(firstAdded, firstAdded)
    for cell in added where !range.contains(cell) { range = range.union(cell) }
    guard range != stated else { return }
    var tag = StartTag(place.bytes)
    tag.set("ref", to: range.description)
    result.splices.replace(place.range, with: tag.bytes)
  }
}

extension CellRange {
  /// The smallest range that holds this one and a cell.
  func union(_ cell: CellReference) -> CellRange {
    let top = CellReference(row: min(first.row, cell.row), column: min(first.column, cell.column))
    let bottom = CellReference(row: max(last.row, cell.row), column: max(last.column, cell.column))
    // Each number comes from a reference, so both corners lie inside the sheet.
    return CellRange(top ?? first, bottom ?? last)
  }
}

/// The columns a row says it uses (ECMA-376 Part 1, 18.3.1.73): `1:5`, or several with blanks between.
struct ColumnSpans {
  private let spans: [ClosedRange<Int>]

  /// nil for a text that is something else.
  init?(_ text: String) {
    var spans: [ClosedRange<Int>] = []
    for part in text.split(separator: " ") {
      let ends = part.split(separator: ":")
      guard ends.count == 2, let first = Int(ends[0]), let last = Int(ends[1]), 1 <= first,
        first <= last
      else { return nil }
      spans.append(first...last)
    }
    guard !spans.isEmpty else { return nil }
    self.spans = spans
  }

  /// Spans that hold these columns too, or nil when these do.
  func covering(_ first: Int, _ last: Int) -> String? {
    if spans.contains(where: { $0.contains(first) && $0.contains(last) }) { return nil }
    let lower = spans.map(\.lowerBound).min() ?? first
    let upper = spans.map(\.upperBound).max() ?? last
    return "\(min(lower, first)):\(max(upper, last))"
  }
}
