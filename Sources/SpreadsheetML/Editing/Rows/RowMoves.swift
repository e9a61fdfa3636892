internal import XMLStream

/// All that follows when rows of a workbook's sheets move, apart from the cells that are set.
struct RowMoves {
  /// What changes in a part.
  struct Change {
    var part: String
    var splices: SpliceList
  }

  let references: ReferenceShift
  private let edits: [Int: RowEdit]
  private let workbook: Workbook
  private var surveys: [Int: RowSurvey] = [:]
  private(set) var followers = FollowerList()
  private(set) var changes: [Change] = []

  /// Looks at every sheet.
  ///
  /// - Parameters:
  ///   - workbook: the workbook.
  ///   - edits: the rows that come and go, by the index of their sheet from 1.
  ///   - overwritten: cells that are set, by the index of their sheet.
  /// - Throws: ``WorkbookError`` for what forbids it.
  /// - Complexity: O(*n*) in all sheets.
  init(
    _ workbook: Workbook, _ edits: [Int: RowEdit], overwritten: [Int: Set<CellReference>]
  ) throws(WorkbookError) {
    self.workbook = workbook
    self.edits = edits
    references = ReferenceShift(
      edits.mapValues { RowShift($0) }, sheetNames: workbook.sheets.map(\.name))
    for sheet in workbook.sheets where sheet.isGrid {
      let models = edits[sheet.index]?.insertions.compactMap(\.styledLike) ?? []
      let survey = try RowSurvey(
        sheet, references, overwritten: overwritten[sheet.index] ?? [], styled: Set(models))
      surveys[sheet.index] = survey
      followers.append(survey.followers)
    }
  }

  /// Whether any sheet holds a formula.
  var hasFormulas: Bool { surveys.values.contains(where: \.hasFormulas) }

  /// How the rows of a sheet move while its cells are set, or nil.
  func rows(of sheet: Sheet) -> SheetEdit.Rows? {
    guard let edit = edits[sheet.index], let shift = references.shifts[sheet.index] else {
      return nil
    }
    return SheetEdit.Rows(
      edit: edit, shift: shift, references: references,
      formulas: surveys[sheet.index]?.styledFormulas ?? [:])
  }

  /// What changes in a sheet's rows while its part is written, or nil when nothing does.
  func splices(
    of sheet: Sheet, overwritten: Set<CellReference>
  ) throws(WorkbookError) -> RowSplices? {
    guard let survey = surveys[sheet.index], survey.changesRows else { return nil }
    return try RowSplices(
      sheet, references, overwritten: overwritten, formulaRows: survey.formulaRows)
  }

  /// Shifts everything but the rows.
  ///
  /// - Parameters:
  ///   - added: new cells by the index of their sheet, as they will be named.
  ///   - permissions: what may be changed.
  /// - Throws: ``WorkbookError`` for what forbids it.
  mutating func follow(
    added: [Int: [CellReference]], _ permissions: EditPermissions
  ) throws(WorkbookError) {
    var withoutFilter: Set<Int> = []
    var linked = LinkedPartShift(workbook.storage.package, references)
    for sheet in workbook.sheets {
      if let survey = surveys[sheet.index] {
        let frame = try SheetFrame(sheet, rows: survey.sheetData)
        if !permissions.contains(.protectedSheets) { try checkProtection(sheet, frame) }
        var shift = FrameShift(sheet, frame.outline, references)
        try shift.run(added: added[sheet.index] ?? [], hasCells: survey.hasCells)
        if shift.dropsFilter { withoutFilter.insert(sheet.index) }
        followers.append(shift.followers)
        let splices = try frame.inPart(shift.revision.splices())
        if !splices.isEmpty { changes.append(Change(part: sheet.part, splices: splices)) }
      }
      guard !sheet.part.isEmpty else { continue }
      try linked.run(sheet)
    }
    let main = try WorkbookPartEditing(workbook.storage.package)
    try linked.runWorkbook(sheetIDs: main.sheetIDs)
    followers.append(linked.followers)
    changes += linked.changes.map { Change(part: $0.part, splices: $0.splices) }
    try followNames(withoutFilter)
  }

  private func checkProtection(_ sheet: Sheet, _ frame: SheetFrame) throws(WorkbookError) {
    guard let edit = edits[sheet.index], let place = frame.outline.child("sheetProtection") else {
      return
    }
    let tag = frame.outline.startTag(place)
    guard isTrue(tag["sheet"]) else { return }
    func allows(_ attribute: String) -> Bool { tag[attribute] == "0" || tag[attribute] == "false" }
    if !edit.insertions.isEmpty, !allows("insertRows") {
      throw .protectedRows(inserts: true).located(Place(sheet: sheet.name))
    }
    // Where deleting is allowed, it is so only for rows without locked cells.
    if !edit.deletions.isEmpty {
      throw .protectedRows(inserts: false).located(Place(sheet: sheet.name))
    }
  }

  /// Shifts the formulas of defined names (ECMA-376 Part 1, 18.2.5).
  private mutating func followNames(_ withoutFilter: Set<Int>) throws(WorkbookError) {
    let package = workbook.storage.package
    var revision = PartRevision(
      package.mainPart, try package.outline(of: package.mainPart), sheet: nil, references)
    for index in revision.markup.outline.elements.indices
    where revision.markup.local(index) == "definedName" {
      let tag = revision.markup.tag(index)
      let name = tag["name"] ?? ""
      guard let old = try revision.text(index) else { continue }
      let local = tag["localSheetId"].flatMap { Int($0) }.map { $0 &+ 1 }
      let growth: RowShift.Growth
      switch name {
      case "_xlnm._FilterDatabase":
        if let local, withoutFilter.contains(local) {
          revision.markup.remove(index)
          revision.note("name '\(name)'", old: old, new: nil)
          continue
        }
        growth = .list
      case "_xlnm.Print_Area": growth = .list
      // Titles are rows above the list.
      case "_xlnm.Print_Titles": growth = .never
      default: growth = .reference
      }
      let new = try WorkbookError.located(Place(part: package.mainPart)) {
        () throws(WorkbookError) in
        try references.nameFormula(old, own: nil, growth)
      }
      guard let new else { continue }
      revision.markup.setText(index, to: new)
      revision.note("name '\(name)'", old: old, new: new)
    }
    followers.append(revision.followers)
    guard !revision.markup.isEmpty else { return }
    let text = try package.text(of: package.mainPart)
    var splices = SpliceList()
    for splice in try revision.markup.splices().inOrder() {
      splices.replace(splice.range, with: text.admitted(splice.bytes))
    }
    changes.append(Change(part: package.mainPart, splices: splices))
  }

  /// The rows that come and go, for the plan.
  var rowChanges: [EditPlan.RowChange] {
    workbook.sheets.flatMap { sheet -> [EditPlan.RowChange] in
      guard let shift = references.shifts[sheet.index] else { return [] }
      let inserted = shift.insertions.compactMap { insertion -> EditPlan.RowChange? in
        let first = NewRow(sheet: sheet.index, insertion: insertion.index, offset: 0)
        guard let number = shift.number(of: first) else { return nil }
        return EditPlan.RowChange(
          sheet: sheet.name, kind: .inserted, rows: number...number + insertion.count - 1,
          styledLike: insertion.styledLike)
      }
      let deleted = shift.deletions.map {
        EditPlan.RowChange(sheet: sheet.name, kind: .deleted, rows: $0.rows, styledLike: nil)
      }
      return inserted + deleted
    }
  }
}

extension Sheet {
  /// Whether the sheet is made of cells that the package holds.
  var isGrid: Bool {
    (kind == .worksheet || kind == .macrosheet) && book.package.has(part)
  }
}
