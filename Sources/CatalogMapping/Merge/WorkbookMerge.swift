public import KPICatalog
internal import SpreadsheetML
internal import Zip

/// Two changed versions brought together in one of their workbooks.
///
///     let merge = WorkbookMerge(base: base, ours: ours, theirs: theirs)
///     let result = try merge.write()
///     result.bytes        // the workbook, other entries byte for byte
///     result.unwritten    // what it does not say, field by field
///
/// Measures are merged by id and field, and written into the cells they came from. Beside the
/// measures, cells that one side alone changed are merged where all three are workbooks; what else
/// one side changed stays with its workbook, and what both changed is a conflict.
public struct WorkbookMerge: Sendable {
  /// The measures.
  public let measures: CatalogMerge
  /// Which version's workbook the result is written into; nil if none is a workbook.
  public let carrier: MergeSide?
  /// What stands beside the measures and could not be merged.
  public let conflicts: [RestConflict]
  /// Whether all that both workbooks hold was compared: not without a workbook both come from.
  public let comparesRest: Bool

  /// The version whose formats changed and are not in the result; nil if there is none.
  public let leftFormats: (side: MergeSide, change: FormatChange)?

  private let patches: [CellPatch]
  private let target: MergeSource?

  /// Merges two versions.
  ///
  /// - Parameters:
  ///   - base: The version both come from.
  ///   - ours: Our version, kept in conflicts.
  ///   - theirs: Their version.
  ///   - side: The version to write into. By default ours, or the first that is a workbook; but
  ///     theirs if only they changed what cannot be carried from one workbook to another, such as a
  ///     chart.
  public init(
    base: MergeSource, ours: MergeSource, theirs: MergeSource, into side: MergeSide? = nil
  ) {
    measures = CatalogMerge(base: base.catalog, ours: ours.catalog, theirs: theirs.catalog)
    let sources: [MergeSide: MergeSource] = [.base: base, .ours: ours, .theirs: theirs]
    var merges: [MergeSide: RestMerge] = [:]
    if let before = base.rest, let our = ours.rest, let their = theirs.rest {
      merges[.ours] = RestMerge(base: before, carrier: our, other: their, kept: .ours)
      merges[.theirs] = RestMerge(base: before, carrier: their, other: our, kept: .theirs)
    }
    var chosen = side ?? [.ours, .theirs, .base].first { sources[$0]?.workbook != nil }
    if side == nil, chosen == .ours, let our = merges[.ours], let their = merges[.theirs],
      !our.conflicts.isEmpty, their.conflicts.isEmpty
    {
      chosen = .theirs
    }
    carrier = chosen
    target = chosen.flatMap { sources[$0] }
    let merge = chosen.flatMap { merges[$0] }
    patches = merge?.patches ?? []
    conflicts = merge?.conflicts ?? []
    let other: MergeSide? = chosen == .ours ? .theirs : chosen == .theirs ? .ours : nil
    leftFormats = other.flatMap { side in
      guard let before = base.workbook, let after = sources[side]?.workbook,
        let own = chosen.flatMap({ sources[$0]?.workbook })
      else { return nil }
      return (try? FormatChange(from: before, to: after, missingIn: own)).flatMap { $0 }.map {
        (side, $0)
      }
    }
    comparesRest = merge != nil || ours.rest == nil || theirs.rest == nil
  }

  private struct SheetCell: Hashable {
    var sheet: String
    var cell: CellReference
  }

  private struct SheetRow: Hashable {
    var sheet: String
    var row: Int
  }

  /// The workbook with the result.
  public struct Output: Sendable {
    /// The file.
    public let bytes: [UInt8]
    /// What was noticed and refused on the way.
    public let findings: [Diagnostic]
    /// What should be different and is not, read again from the bytes.
    public let unwritten: CatalogDiff
  }

  /// Writes the result into the carrier's workbook.
  ///
  /// The bytes are read again and compared with what was to be written, so that nothing is lost in
  /// silence.
  ///
  /// - Parameter isForced: Whether formulas and locked cells are overwritten, and signed workbooks
  ///   changed.
  /// - Returns: The workbook; nil if none of the versions is one.
  /// - Throws: ``ImportError`` or ``WorkbookError`` when the workbook cannot be changed.
  /// - Complexity: O(*n*) in the workbook.
  public func write(isForced: Bool = false) throws -> Output? {
    guard let target, let workbook = target.workbook else { return nil }
    let permissions: EditPermissions = isForced ? .all : []
    var findings: [Diagnostic] = []
    var editor = WorkbookEditor(workbook, permissions: permissions)
    var taken: Set<SheetCell> = []
    var gone: Set<SheetRow> = []
    if !(target.catalog.measures.isEmpty && measures.catalog.measures.isEmpty) {
      var plan = try CatalogApply(isForced: isForced)
        .plan(measures.catalog, for: workbook, name: target.name)
      keepTitles(&plan)
      // Fields without a place are told by what is unwritten in the end.
      findings = plan.findings.filter { $0.rule != "no-place" } + plan.refusals
      editor = try plan.editor(for: workbook, permissions: permissions).editor
      // A title is a cell like others and yet part of the catalog, which comes first.
      for change in plan.changes { taken.insert(SheetCell(sheet: change.sheet, cell: change.cell)) }
      for row in plan.removedRows { gone.insert(SheetRow(sheet: row.sheet, row: row.row)) }
    }
    for patch in patches {
      guard !taken.contains(SheetCell(sheet: patch.sheet, cell: patch.cell)),
        !gone.contains(SheetRow(sheet: patch.sheet, row: patch.cell.row))
      else { continue }
      try editor.set(patch)
    }
    return try output(of: editor, target, findings)
  }

  /// Leaves out the cells that would only follow a title, where both workbooks' cells are compared:
  /// what neither side changed stays.
  private func keepTitles(_ plan: inout ApplyPlan) {
    let patched = Set(patches.map { SheetCell(sheet: $0.sheet, cell: $0.cell) })
    func isPatched(_ change: ApplyPlan.Change) -> Bool {
      patched.contains(SheetCell(sheet: change.sheet, cell: change.cell))
    }
    guard plan.changes.contains(where: { $0.field == "title" && isPatched($0) }) else { return }
    plan.changes.removeAll { $0.field == "title" && !isPatched($0) }
  }

  /// The bytes, read again.
  private func output(
    of editor: WorkbookEditor, _ target: MergeSource, _ findings: [Diagnostic]
  ) throws -> Output {
    let sink = ArchiveBytes()
    try editor.write(to: sink)
    let written = try Workbook.open(bytes: sink.bytes, name: target.name)
    let again = try CatalogImport().read(written, name: target.name).catalog
    // What was to change and differs still.
    let asked = CatalogDiff(from: target.catalog, to: measures.catalog)
    return Output(
      bytes: sink.bytes, findings: findings,
      unwritten: CatalogDiff(from: again, to: measures.catalog).restricted(to: asked))
  }
}
