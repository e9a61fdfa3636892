public import KPICatalog
public import SpreadsheetML

/// What applying a catalog to a workbook will change, found out without changing anything.
///
/// Cells are named as they are before the change; rows that come are told by the row they follow.
public struct ApplyPlan: Sendable {
  /// A cell that changes.
  public struct Change: Hashable, Sendable {
    /// The sheet's name.
    public var sheet: String
    /// The cell as numbered before the change.
    public var cell: CellReference
    /// The measure; nil for names of groups and titles.
    public var measure: KPIIdentifier?
    /// The field, such as `targets` or `custom.Cost centre`.
    public var field: String
    /// What the cell holds now.
    public var old: CellValue
    /// The formula it holds now, which is overwritten by force only.
    public var hasFormula: Bool
    /// What it will hold.
    public var new: CellValue
    /// The format it gets, where that is another than its own.
    public var style: StyleIndex?
    /// How the content was found.
    public var rule: WritingRule
    /// Whether only a part of the text changes, so that the formatting of the rest stays.
    public var isPart: Bool
  }

  /// The cells that change, by sheet in the order of the tabs, then by row and column.
  public internal(set) var changes: [Change] = []
  /// What a person should know: fields without a place, hidden cells.
  public internal(set) var findings: [Diagnostic] = []
  /// What was refused, with the reasons; nothing should be written unless a person says so.
  public internal(set) var refusals: [Diagnostic] = []

  /// Whether the workbook stays as it is.
  public var isEmpty: Bool { changes.isEmpty }
}

extension ApplyPlan {
  /// An editor that makes the changes of the plan.
  ///
  /// - Parameters:
  ///   - workbook: The workbook the plan was made for.
  ///   - permissions: What may be done that would otherwise be refused.
  /// - Returns: The editor, ready to write.
  /// - Throws: ``WorkbookError`` when the workbook has no such sheet.
  public func editor(
    for workbook: Workbook, permissions: EditPermissions = []
  ) throws(WorkbookError) -> WorkbookEditor {
    let editor = WorkbookEditor(workbook, permissions: permissions)
    for change in changes {
      try editor.set(
        CellPatch(sheet: change.sheet, cell: change.cell, content: Self.content(change)))
    }
    return editor
  }

  private static func content(_ change: Change) -> CellPatch.Content {
    if change.isPart, case .text(let text) = change.new { return .revised(text) }
    if let style = change.style { return .formatted(change.new, style) }
    return .value(change.new)
  }
}
