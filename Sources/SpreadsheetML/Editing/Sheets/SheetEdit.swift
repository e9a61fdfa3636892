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
  var orphans: [Int: Orphan] = [:]
  /// New cells, for the sheet's stated range.
  var added: [CellReference] = []

  struct Orphan {
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
  struct NewCell {
    var cell: CellReference
    var content: NewContent
    /// The index of the format afterwards.
    var style: Int
  }

  func place(_ cell: CellReference) -> Place { Place(sheet: sheet.name, cell: cell) }

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
}
