internal import XMLStream

/// Shifts the parts that sheets link to, and those that these link to.
struct LinkedPartShift {
  /// What changes in a part.
  struct Change {
    var part: String
    var splices: SpliceList
  }

  let package: WorkbookPackage
  let references: ReferenceShift
  var followers = FollowerList()
  private(set) var changes: [Change] = []
  private var done: Set<String> = []

  init(_ package: WorkbookPackage, _ references: ReferenceShift) {
    self.package = package
    self.references = references
  }

  /// Shifts a part once, whoever links to it.
  ///
  /// - Parameters:
  ///   - part: the part's name.
  ///   - sheet: the sheet that leads to it, or nil.
  ///   - body: makes the changes.
  /// - Throws: ``WorkbookError`` with the part as its place, where it has none.
  mutating func revise(
    _ part: String, sheet: Sheet? = nil,
    _ body: (inout PartRevision) throws(WorkbookError) -> Void
  ) throws(WorkbookError) {
    guard package.has(part), done.insert(PartName.key(part)).inserted else { return }
    let outline = try package.outline(of: part)
    var revision = PartRevision(part, outline, sheet: sheet, references)
    do throws(WorkbookError) {
      try body(&revision)
    } catch {
      throw error.located(sheet.map { Place(sheet: $0.name) } ?? Place(part: part))
    }
    followers.append(revision.followers)
    guard !revision.markup.isEmpty else { return }
    let text = try package.text(of: part)
    var splices = SpliceList()
    for splice in try revision.markup.splices().inOrder() {
      splices.replace(splice.range, with: text.admitted(splice.bytes))
    }
    changes.append(Change(part: part, splices: splices))
  }

  // MARK: The parts

  /// Shifts all that a sheet links to.
  mutating func run(_ sheet: Sheet) throws(WorkbookError) {
    let shift = references.shifts[sheet.index]
    for link in try package.relationships(of: sheet.part) {
      guard let part = link.part else { continue }
      switch link.kind {
      case "table":
        try revise(part, sheet: sheet) { (revision) throws(WorkbookError) in
          try revision.moveTable()
        }
      case "comments", "threadedComment":
        guard let shift else { continue }
        try revise(part, sheet: sheet) { (revision) throws(WorkbookError) in
          revision.moveCells(["comment", "threadedComment"], "ref", "note", shift)
        }
      case "tableSingleCells":
        guard let shift else { continue }
        try revise(part, sheet: sheet) { (revision) throws(WorkbookError) in
          revision.moveCells(["singleXmlCell"], "r", "mapped cell", shift)
        }
      case "namedSheetView":
        guard let shift else { continue }
        try revise(part, sheet: sheet) { (revision) throws(WorkbookError) in
          revision.moveCells(["nsvFilter", "sortCondition"], "ref", "view's filter", shift)
        }
      case "vmlDrawing": try reviseLegacyDrawing(part, sheet)
      case "ctrlProp":
        try revise(part, sheet: sheet) { (revision) throws(WorkbookError) in
          try revision.followAttributes(
            "formControlPr", ["fmlaLink", "fmlaRange", "fmlaGroup", "fmlaTxbx"], "control")
        }
      case "pivotTable":
        guard let shift else { continue }
        try revise(part, sheet: sheet) { (revision) throws(WorkbookError) in
          try revision.movePivotTable(shift)
        }
      case "drawing": try reviseDrawing(part, sheet)
      default: continue
      }
    }
  }

  /// Shifts what the workbook links to.
  mutating func runWorkbook(sheetIDs: [Int?]) throws(WorkbookError) {
    for link in package.relationships {
      guard let part = link.part else { continue }
      switch link.kind {
      case "pivotCacheDefinition":
        try revise(part) { (revision) throws(WorkbookError) in revision.movePivotSource() }
      case "connections":
        try revise(part) { (revision) throws(WorkbookError) in
          try revision.followAttributes("parameter", ["cell"], "query's parameter")
        }
      case "volatileDependencies":
        try revise(part) { (revision) throws(WorkbookError) in revision.moveTopics(sheetIDs) }
      case "revisionHeaders": throw .tracksChanges()
      default: continue
      }
    }
  }

  private mutating func reviseLegacyDrawing(_ part: String, _ sheet: Sheet) throws(WorkbookError) {
    let isMoved = references.shifts[sheet.index] != nil
    do throws(WorkbookError) {
      try revise(part, sheet: sheet) { (revision) throws(WorkbookError) in
        try revision.moveLegacyShapes()
      }
    } catch {
      // Old programs wrote it as HTML. Where nothing moves it may stay so.
      guard isMoved || error.code != .damagedPart else { return }
      throw error
    }
  }

  private mutating func reviseDrawing(_ part: String, _ sheet: Sheet) throws(WorkbookError) {
    try revise(part, sheet: sheet) { (revision) throws(WorkbookError) in
      try revision.moveAnchors()
      try revision.followAttributes(nil, ["textlink"], "text of a shape")
    }
    for link in try package.relationships(of: part) {
      guard let chart = link.part, link.kind == "chart" || link.kind == "chartEx" else { continue }
      try revise(chart) { (revision) throws(WorkbookError) in try revision.followChart() }
      guard package.has(chart) else { continue }
      for link in try package.relationships(of: chart) where link.kind == "chartUserShapes" {
        guard let shapes = link.part else { continue }
        try revise(shapes) { (revision) throws(WorkbookError) in
          try revision.followAttributes(nil, ["textlink"], "text of a shape")
        }
      }
    }
  }
}
