internal import XMLStream
internal import Zip

/// All patches weighed, and what they come to in bytes.
struct PreparedEdit {
  /// What becomes of a part.
  private struct PartEdit {
    var part: String
    var splices = SpliceList()
    /// What else changes in the rows of a sheet, found while it is written.
    var rows: (sheet: Sheet, splices: RowSplices)?
    var isRemoved = false
    var reasons: [String] = []
  }

  private let package: WorkbookPackage
  private var edits: [PartEdit] = []
  private(set) var plan = EditPlan()

  init(
    _ workbook: Workbook, _ patches: [Int: [CellReference: CellPatch.Content]],
    _ rowEdits: [Int: RowEdit], _ permissions: EditPermissions
  ) throws(WorkbookError) {
    package = workbook.storage.package
    guard permissions.contains(.signedWorkbooks) || !package.isSigned else { throw .signed() }
    let edits = rowEdits.filter { !$0.value.isEmpty }
    let changed = patches.mapValues { Set($0.keys) }
    var moves = edits.isEmpty ? nil : try RowMoves(workbook, edits, overwritten: changed)
    var styles = try StyleEditing(workbook.storage)
    let results = try prepareSheets(workbook, patches, moves, &styles, permissions)
    for (sheet, result) in results { add(result, of: sheet) }
    if moves != nil {
      let added = results.map { ($0.sheet.index, $0.result.added) }
      try moves?.follow(added: Dictionary(added) { $0 + $1 }, permissions)
    }
    if let moves { try add(moves, of: workbook, changed) }
    guard !self.edits.isEmpty else { return }
    if let change = styles.change {
      add(change.part, change.splices, "a format that shows dates is added")
    }
    try followFormulas(results, moves, in: workbook)
    for edit in self.edits { _ = try package.onlyEntry(edit.part) }
    plan.parts = self.edits.map {
      EditPlan.PartChange(part: $0.part, isRemoved: $0.isRemoved, reasons: $0.reasons)
    }
  }

  private typealias Results = [(sheet: Sheet, result: SheetEdit.Result)]
  /// Whether a formula may depend on a changed cell, as far as the changed sheets tell.
  private var mayFeed = false
  private var dependence: FormulaDependence?

  /// Weighs the patches of each sheet.
  private mutating func prepareSheets(
    _ workbook: Workbook, _ patches: [Int: [CellReference: CellPatch.Content]], _ moves: RowMoves?,
    _ styles: inout StyleEditing, _ permissions: EditPermissions
  ) throws(WorkbookError) -> Results {
    let sheets = workbook.sheets.filter {
      patches[$0.index]?.isEmpty == false || moves?.rows(of: $0) != nil
    }
    var links: [Int: SheetLinks] = [:]
    for sheet in sheets { links[sheet.index] = try SheetLinks(sheet) }
    let changed = patches.mapValues { Array($0.keys) }
    let dependence = FormulaDependence(
      changed: changed, sheetNames: workbook.sheets.map(\.name), names: workbook.definedNames,
      changesTables: changed.contains { index, cells in
        cells.contains { links[index]?.table(of: $0) != nil }
      })
    self.dependence = dependence
    var results: Results = []
    for sheet in sheets {
      let targets = (patches[sheet.index] ?? [:]).sorted { $0.key < $1.key }
        .map { SheetEdit.Target(cell: $0.key, content: $0.value) }
      guard let links = links[sheet.index] else { continue }
      // Where rows move, everything is calculated anyway.
      let result = try SheetEdit.prepare(
        sheet, targets, links: links, rows: moves?.rows(of: sheet),
        dependence: mayFeed || moves != nil ? nil : dependence, styles: &styles,
        permissions: permissions)
      mayFeed = mayFeed || result.mayFeedFormula
      results.append((sheet, result))
    }
    return results
  }

  /// Takes in what follows moved rows.
  private mutating func add(
    _ moves: RowMoves, of workbook: Workbook, _ changed: [Int: Set<CellReference>]
  ) throws(WorkbookError) {
    plan.rows = moves.rowChanges
    plan.followers = moves.followers.list
    plan.followerCount = moves.followers.count
    for sheet in workbook.sheets {
      let splices = try moves.splices(of: sheet, overwritten: changed[sheet.index] ?? [])
      guard let splices else { continue }
      edits[place(of: sheet.part)].rows = (sheet, splices)
    }
    for change in moves.changes {
      let place = place(of: change.part)
      edits[place].splices.append(change.splices)
    }
    for row in plan.rows {
      guard let sheet = workbook.sheets.first(where: { $0.name == row.sheet }),
        let place = edits.firstIndex(where: { PartName.key($0.part) == PartName.key(sheet.part) })
      else { continue }
      let rows = row.rows.count == 1 ? "row" : "rows"
      let numbers =
        row.rows.count == 1
        ? "\(row.rows.lowerBound)" : "\(row.rows.lowerBound) to \(row.rows.upperBound)"
      let verb = row.kind == .inserted ? "inserted" : "deleted"
      edits[place].reasons.append("\(rows) \(numbers) \(verb)")
    }
    for index in edits.indices {
      edits[index].reasons += moves.followers.reasons(for: edits[index].part)
    }
  }

  private mutating func add(_ result: SheetEdit.Result, of sheet: Sheet) {
    plan.changes += result.changes
    plan.unchanged += result.unchanged.map { EditPlan.Unchanged(sheet: sheet.name, cell: $0) }
    if !result.splices.isEmpty {
      let count = result.changes.count
      let reason = count == 1 ? "a cell changes" : "\(count) cells change"
      add(sheet.part, result.splices, count == 0 ? nil : reason)
    }
    for table in result.tableSplices { add(table.part, table.splices, table.reason) }
  }

  private mutating func add(_ part: String, _ splices: SpliceList, _ reason: String?) {
    guard !splices.isEmpty else { return }
    let place = place(of: part)
    edits[place].splices.append(splices)
    if let reason, !edits[place].reasons.contains(reason) { edits[place].reasons.append(reason) }
  }

  /// Where the edit of a part stands; it is added where there is none.
  private mutating func place(of part: String) -> Int {
    let key = PartName.key(part)
    if let place = edits.firstIndex(where: { PartName.key($0.part) == key }) { return place }
    edits.append(PartEdit(part: part))
    return edits.count - 1
  }

  private mutating func remove(_ part: String, _ reason: String) {
    edits.removeAll { PartName.key($0.part) == PartName.key(part) }
    edits.append(PartEdit(part: part, isRemoved: true, reasons: [reason]))
  }

  // MARK: Formulas

  /// Keeps the calculation chain true, and asks for calculation where a result may have changed.
  private mutating func followFormulas(
    _ results: Results, _ moves: RowMoves?, in workbook: Workbook
  ) throws(WorkbookError) {
    let main = try WorkbookPartEditing(package)
    try followChain(results, moves, main)
    var mustCalculate = mayFeed || results.contains { $0.result.needsResult }
    if let moves {
      mustCalculate = mustCalculate || moves.hasFormulas
    } else if !mustCalculate, let dependence {
      let seen = Set(results.map(\.sheet.index))
      mustCalculate = feedsOtherSheets(dependence, seen, workbook)
    }
    guard mustCalculate else { return }
    if let splices = try main.askingForCalculation() {
      add(
        package.mainPart, splices,
        "formulas that may depend on changed cells are calculated when the workbook is opened")
    }
  }

  private func feedsOtherSheets(
    _ dependence: FormulaDependence, _ seen: Set<Int>, _ workbook: Workbook
  ) -> Bool {
    for sheet in workbook.sheets
    where !seen.contains(sheet.index) && sheet.kind.hasCells {
      do throws(WorkbookError) {
        let scanner = try sheet.scanner(usesFastPath: true)
        while try scanner.nextRow() {
          if dependence.mayDepend(rowOf: scanner, sheet: sheet.index) { return true }
        }
      } catch {
        // A sheet that cannot be read is no matter of this edit, but it may hold anything.
        return true
      }
    }
    return false
  }

  private mutating func followChain(
    _ results: Results, _ moves: RowMoves?, _ main: WorkbookPartEditing
  ) throws(WorkbookError) {
    guard let part = package.part(ofKind: "calcChain"),
      moves != nil
        || results.contains(where: {
          !$0.result.removedFormulas.isEmpty || !$0.result.addedFormulas.isEmpty
        })
    else { return }
    let ids = main.sheetIDs
    func places(_ cells: [CellReference], on sheet: Sheet) -> [CalculationChainEditing.Place] {
      guard ids.indices.contains(sheet.index - 1), let id = ids[sheet.index - 1] else { return [] }
      return cells.map { CalculationChainEditing.Place(sheet: id, cell: $0) }
    }
    if moves != nil, try package.entry(part).size > 4 << 20 {
      return try removeChain(part, "so long a list of formulas is made again by Excel")
    }
    let text = try package.text(of: part)
    let bytes = try text.decoded(try package.bytes(of: part))
    let limits = package.limits
    let removed = results.flatMap { places($0.result.removedFormulas, on: $0.sheet) }
    let added = results.flatMap { sheet, result in
      let shift = moves?.references.shifts[sheet.index]
      let old = result.addedFormulas.map { shift?.cell($0) ?? $0 }
      return places(old + result.newFormulas, on: sheet)
    }
    var shifts: [Int: RowShift] = [:]
    for (index, shift) in moves?.references.shifts ?? [:] where ids.indices.contains(index - 1) {
      if let id = ids[index - 1] { shifts[id] = shift }
    }
    let change = try WorkbookError.wrappingXML(at: Place(part: part)) { () throws(XMLError) in
      try CalculationChainEditing.change(
        bytes, removing: Set(removed), adding: added, shifts: shifts, depth: limits.depth,
        attributes: limits.attributes)
    }
    guard change.isEmpty else {
      return add(part, change.splices, "the list of formulas to calculate follows them")
    }
    try removeChain(part, "the list of formulas to calculate is empty")
  }

  private mutating func removeChain(_ part: String, _ reason: String) throws(WorkbookError) {
    remove(part, reason)
    add("[Content_Types].xml", try package.withoutContentType(of: part), reason)
    add(
      PartName.relationships(of: package.mainPart),
      try package.withoutRelationship(to: part), reason)
  }

  // MARK: Writing

  /// Writes the package; the same file when nothing changes.
  func write(to sink: any ArchiveSink) throws(WorkbookError) {
    let archive = ArchiveEdit(package.archive)
    for edit in edits {
      let entry = try package.onlyEntry(edit.part)
      if edit.isRemoved {
        archive.remove(entry)
      } else {
        archive.replace(entry, with: try content(of: edit))
      }
    }
    do {
      try archive.write(to: sink)
    } catch let error as WorkbookError {
      throw error
    } catch let error as ZipError {
      if error.code == .unwritable { throw .unwritable(error) }
      throw .zip(error)
    } catch {
      throw WorkbookError(.unreadable, "\(error)", cause: error)
    }
  }

  private func content(of edit: PartEdit) throws(WorkbookError) -> ArchiveEdit.Content {
    let splices = try edit.splices.inOrder()
    let text = try package.text(of: edit.part)
    guard text.isInPlace else {
      let old = try text.decoded(try package.bytes(of: edit.part))
      var splices = edit.splices
      if let rows = edit.rows {
        let stream = try RowSpliceStream(rows.sheet, rows.splices, fixed: try splices.inOrder())
        splices = SpliceList()
        while let splice = try stream.next() { splices.replace(splice.range, with: splice.bytes) }
      }
      let new = text.encoded(try splices.applied(to: old))
      return { give in try give(new.span) }
    }
    let entry = try package.entry(edit.part)
    let archive = package.archive
    return { give in
      let reader = try archive.open(entry)
      reader.expandAside()
      var application = SpliceApplication(splices)
      if let rows = edit.rows {
        let stream = try RowSpliceStream(rows.sheet, rows.splices, fixed: splices)
        application = SpliceApplication { try stream.next() }
      }
      while true {
        let piece = try reader.read(upTo: 256 << 10)
        if piece.isEmpty { break }
        try application.take(piece.span, output: give)
      }
      try application.finish(output: give)
    }
  }
}

extension WorkbookPackage {
  /// The entry behind a part's name, if no other could be meant.
  func onlyEntry(_ part: String) throws(WorkbookError) -> ZipEntry {
    let key = PartName.key(part)
    guard archive.entries.count(where: { PartName.key($0.name) == key }) < 2 else {
      throw .doubledPart(part)
    }
    return try entry(part)
  }

  /// Whether the package holds a digital signature (ECMA-376 Part 2, 10).
  var isSigned: Bool {
    archive.entries.contains { PartName.key($0.name).hasPrefix("_xmlsignatures/") }
  }
}
