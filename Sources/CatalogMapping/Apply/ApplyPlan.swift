public import KPICatalog
public import SpreadsheetML

/// What applying a catalog to a workbook will change, found out without changing anything.
///
/// All cells and rows are named as they are before the change; new rows are told by the row they go
/// beside.
public struct ApplyPlan: Sendable {
  /// A cell that changes.
  public struct Change: Hashable, Sendable {
    /// The sheet's name.
    public var sheet: String
    /// The cell as named before the change.
    public var cell: CellReference
    /// The measure; nil for names of groups and titles.
    public var measure: KPIIdentifier?
    /// The field, such as `targets` or `custom.Cost centre`.
    public var field: String
    /// What the cell holds now.
    public var old: CellValue
    /// Whether it holds a formula, which only force overwrites.
    public var hasFormula: Bool
    /// What it will hold.
    public var new: CellValue
    /// What it shows now and will show, of dates and times, whose numbers nobody reads.
    public var shown: Shown?
    /// The format it gets, where that is another than its own.
    public var style: StyleIndex?
    /// The number format it gets, where that is another than the format's own.
    public var numberFormat: String?
    /// How the content was found.
    public var rule: WritingRule
    /// Whether only a part of the text changes, so that the formatting of the rest stays.
    public var isPart: Bool
  }

  /// What a cell shows of dates and times.
  public struct Shown: Hashable, Sendable {
    /// What it shows now; nil for what is no date or time.
    public var old: String?
    /// What it will show; nil for what is no date or time.
    public var new: String?
  }

  /// A row that comes in.
  public struct AddedRow: Hashable, Sendable {
    /// The sheet's name.
    public var sheet: String
    /// The row it goes beside, as numbered before the change.
    public var anchor: Int
    /// Whether it goes above that row, and not below it.
    public var isAbove: Bool
    /// The row it is styled like, as numbered before the change.
    public var model: Int
    /// The measure it is for; nil for the heading of a group and for the further rows of a form.
    public var measure: KPIIdentifier?
    /// Its cells by column.
    public var cells: [AddedCell]
    /// The cells that are merged in it, as in the row it is styled like.
    public var merges: [RowInsertion.Merge] = []
  }

  /// A cell of a row that comes in.
  public struct AddedCell: Hashable, Sendable {
    /// The column, from 1.
    public var column: Int
    /// The field.
    public var field: String
    /// What it will hold.
    public var value: CellValue
    /// What it will show, of a date or time; nil for other contents.
    public var shown: String?
    /// The format it gets, where that is another than the model's.
    public var style: StyleIndex?
    /// The number format it gets, where that is another than the format's own.
    public var numberFormat: String?
    /// How the content was found.
    public var rule: WritingRule
  }

  /// A row that goes.
  public struct RemovedRow: Hashable, Sendable {
    /// The sheet's name.
    public var sheet: String
    /// The row as numbered before the change.
    public var row: Int
    /// The measure it defines; nil for the heading of a group whose measures all go, and for what
    /// belongs to that heading: its total, the blank rows above it; nil too for the further rows of
    /// a form.
    public var measure: KPIIdentifier?
    /// Whether no measure stands right above it that stays, so that ranges began with it.
    public var isFirst = false
  }

  /// A field that the workbook does not come to say, as it has no place for it.
  public struct UnwrittenField: Hashable, Sendable {
    /// The measure.
    public var measure: KPIIdentifier
    /// The field, such as `rationale.en` or `targets[2026]`.
    public var field: String
    /// What the workbook says; nil for nothing.
    public var old: String?
    /// What the catalog says; nil for nothing.
    public var new: String?
  }

  /// A measure that has one id in the catalog and another in the workbook.
  public struct OtherID: Hashable, Sendable {
    /// The id in the catalog.
    public var catalog: KPIIdentifier
    /// The id in the workbook.
    public var book: KPIIdentifier
    /// Where the workbook has its name.
    public var place: Place
    /// The code that both have for it, by which it is known whatever its id is; nil for none.
    public var code: String?
  }

  /// The cells that change, by sheet in the order of the tabs, then by row and column.
  public internal(set) var changes: [Change] = []
  /// The rows that come in; of several at one place the first stands first.
  public internal(set) var addedRows: [AddedRow] = []
  /// The rows that go.
  public internal(set) var removedRows: [RemovedRow] = []
  /// What a person should know: fields without a place, hidden cells.
  public internal(set) var findings: [Diagnostic] = []
  /// What was refused, with the reasons; nothing should be written unless a person says so.
  public internal(set) var refusals: [Diagnostic] = []
  /// The fields that are not written, measure by measure.
  public internal(set) var unwritten: [UnwrittenField] = []
  /// The measures that were known by code, name, alias or definition, as their ids differ.
  public internal(set) var otherIDs: [OtherID] = []
  /// What the workbook is to say: the catalog, or of one that was customized what the workbook says
  /// with what was customized.
  public internal(set) var wanted = Catalog(measures: [])

  /// Whether the workbook stays as it is.
  public var isEmpty: Bool { changes.isEmpty && addedRows.isEmpty && removedRows.isEmpty }
}

extension ApplyPlan {
  /// An editor that makes the changes of the plan.
  ///
  /// - Parameters:
  ///   - workbook: The workbook the plan was made for.
  ///   - permissions: What may be done that would otherwise be refused.
  /// - Returns: The editor, ready to write, and the numbers the added rows will have.
  /// - Throws: ``WorkbookError`` when the workbook has no such sheet or row.
  public func editor(
    for workbook: Workbook, permissions: EditPermissions = []
  ) throws(WorkbookError) -> (editor: WorkbookEditor, addedRows: [NewRow]) {
    let editor = WorkbookEditor(workbook, permissions: permissions)
    for change in changes {
      try editor.set(
        CellPatch(sheet: change.sheet, cell: change.cell, content: Self.content(change)))
    }
    for row in removedRows { try editor.deleteRows(row.row...row.row, in: row.sheet) }
    var rows: [NewRow] = []
    for row in addedRows {
      let new = try editor.insert(
        RowInsertion(
          1, row.isAbove ? .above(row.anchor) : .below(row.anchor), in: row.sheet,
          styledLike: row.model, extendsRanges: !row.isAbove, merges: row.merges))
      guard let new = new.first else { continue }
      rows.append(new)
      for cell in row.cells {
        let content: CellPatch.Content =
          cell.style.map { style in
            cell.numberFormat.map { .reformatted(cell.value, style, code: $0) }
              ?? .formatted(cell.value, style)
          } ?? .value(cell.value)
        try editor.set(content, column: cell.column, of: new)
      }
    }
    return (editor, rows)
  }

  private static func content(_ change: Change) -> CellPatch.Content {
    if change.isPart, case .text(let text) = change.new { return .revised(text) }
    if let style = change.style, let code = change.numberFormat {
      return .reformatted(change.new, style, code: code)
    }
    if let style = change.style { return .formatted(change.new, style) }
    return .value(change.new)
  }
}
