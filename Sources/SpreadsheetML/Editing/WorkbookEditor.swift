public import Zip

/// Changes cells of a workbook and not one byte more.
///
/// The package is opened, not rebuilt. Parts that hold none of the changes are copied as they lie in
/// the file, compressed; in a changed part new bytes take the place of old ones and all others stay.
///
///     let editor = try WorkbookEditor(path: "library.xlsx")
///     try editor.set(CellPatch(sheet: "Targets", cell: cell, content: .entered("0.31")))
///     try editor.write(to: sink)
///
/// Last results of other formulas stay as they are; where one may depend on a changed cell, the
/// workbook is marked to be calculated when it is opened. Pivot tables and charts keep what they
/// show until they are refreshed.
public final class WorkbookEditor {
  /// The workbook as it is.
  public let workbook: Workbook
  /// What may be done that would otherwise be refused.
  public let permissions: EditPermissions

  private var patches: [Int: [CellReference: CellPatch.Content]] = [:]
  private var prepared: PreparedEdit?
  /// The rows that come and go, by the index of their sheet from 1.
  var rowEdits: [Int: RowEdit] = [:]

  /// Opens the workbook at `path`, which is only read.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - permissions: what may be done that would otherwise be refused.
  ///   - limits: how much of the file is believed.
  /// - Throws: ``WorkbookError`` whose place names the file.
  /// - Complexity: O(*n*) in the number of parts and sheets.
  public convenience init(
    path: String, permissions: EditPermissions = [], limits: ReadLimits = .standard
  ) throws(WorkbookError) {
    self.init(try Workbook.open(path, limits: limits), permissions: permissions)
  }

  /// Edits a workbook that is open.
  ///
  /// - Parameters:
  ///   - workbook: the workbook.
  ///   - permissions: what may be done that would otherwise be refused.
  public init(_ workbook: Workbook, permissions: EditPermissions = []) {
    self.workbook = workbook
    self.permissions = permissions
  }

  /// Takes a patch; nothing is read yet but the list of sheets.
  ///
  /// - Parameter patch: the cell and what goes into it.
  /// - Throws: ``WorkbookError`` when there is no such sheet or the cell was set before.
  public func set(_ patch: CellPatch) throws(WorkbookError) {
    let sheet = try workbook.sheet(inAddress: patch.sheet)
    guard patches[sheet.index]?[patch.cell] == nil else {
      throw WorkbookError.setTwice(patch.cell, sheet: sheet.name).inFile(workbook.storage.file)
    }
    patches[sheet.index, default: [:]][patch.cell] = patch.content
    prepared = nil
  }

  /// What the patches will change, found out without writing anything.
  ///
  /// - Returns: the cells and parts that change.
  /// - Throws: ``WorkbookError`` naming the cell that cannot be changed, and why.
  /// - Complexity: O(*n*) in the changed sheets; in all sheets when a formula might depend on a
  ///   changed cell.
  public func plan() throws(WorkbookError) -> EditPlan { try prepare().plan }

  /// Writes the workbook with its changes.
  ///
  /// - Parameter sink: takes the bytes in order.
  /// - Throws: ``WorkbookError`` naming the cell that cannot be changed, before anything is written;
  ///   with the sink's error as its cause when writing fails.
  /// - Complexity: O(*n*) in the file, in memory that does not grow with it.
  public func write(to sink: any ArchiveSink) throws(WorkbookError) {
    let prepared = try prepare()
    do throws(WorkbookError) {
      try prepared.write(to: sink)
    } catch {
      throw error.inFile(workbook.storage.file)
    }
  }

  /// Makes the plan anew when it is asked for next.
  func forgetPlan() { prepared = nil }

  private func prepare() throws(WorkbookError) -> PreparedEdit {
    if let prepared { return prepared }
    do throws(WorkbookError) {
      let new = try PreparedEdit(workbook, patches, rowEdits, permissions)
      prepared = new
      return new
    } catch {
      throw error.inFile(workbook.storage.file)
    }
  }
}

extension Workbook {
  /// The sheet that an address names: exactly, or in other case.
  ///
  /// - Throws: ``WorkbookError`` with code `.noSuchSheet`.
  func sheet(inAddress name: String) throws(WorkbookError) -> Sheet {
    if let sheet = sheets.first(where: { $0.name == name }) { return sheet }
    let folded = name.lowercased()
    if let sheet = sheets.first(where: { $0.name.lowercased() == folded }) { return sheet }
    return try sheet(named: name)
  }
}
