/// What people may still do on a protected sheet (ECMA-376 Part 1, 18.3.1.85).
///
/// Protection guards against slips: locked cells cannot be changed until it is taken off, for which
/// no password is needed.
public struct SheetProtection: Hashable, Sendable {
  /// Whether cells' formats may be changed.
  public var allowsFormattingCells: Bool
  /// Whether columns may be made wider or hidden.
  public var allowsFormattingColumns: Bool
  /// Whether rows may be made higher or hidden.
  public var allowsFormattingRows: Bool
  /// Whether rows may be added.
  public var allowsInsertingRows: Bool
  /// Whether rows may be removed.
  public var allowsDeletingRows: Bool
  /// Whether rows may be sorted.
  public var allowsSorting: Bool
  /// Whether filters may be used.
  public var allowsFiltering: Bool
  /// Whether links may be added.
  public var allowsInsertingLinks: Bool
  /// Whether locked cells may be selected.
  public var allowsSelectingLockedCells: Bool

  /// Makes a protection; what is left out is as Excel proposes.
  public init(
    allowsFormattingCells: Bool = false, allowsFormattingColumns: Bool = false,
    allowsFormattingRows: Bool = false, allowsInsertingRows: Bool = false,
    allowsDeletingRows: Bool = false, allowsSorting: Bool = false,
    allowsFiltering: Bool = false, allowsInsertingLinks: Bool = false,
    allowsSelectingLockedCells: Bool = true
  ) {
    self.allowsFormattingCells = allowsFormattingCells
    self.allowsFormattingColumns = allowsFormattingColumns
    self.allowsFormattingRows = allowsFormattingRows
    self.allowsInsertingRows = allowsInsertingRows
    self.allowsDeletingRows = allowsDeletingRows
    self.allowsSorting = allowsSorting
    self.allowsFiltering = allowsFiltering
    self.allowsInsertingLinks = allowsInsertingLinks
    self.allowsSelectingLockedCells = allowsSelectingLockedCells
  }

  func append(to markup: inout MarkupText) {
    // The attributes say what is forbidden; most are so unless they say otherwise.
    markup.element(
      "sheetProtection",
      [
        "sheet": "1", "objects": "1", "scenarios": "1",
        "formatCells": allowsFormattingCells ? "0" : nil,
        "formatColumns": allowsFormattingColumns ? "0" : nil,
        "formatRows": allowsFormattingRows ? "0" : nil,
        "insertRows": allowsInsertingRows ? "0" : nil,
        "insertHyperlinks": allowsInsertingLinks ? "0" : nil,
        "deleteRows": allowsDeletingRows ? "0" : nil,
        "selectLockedCells": allowsSelectingLockedCells ? nil : "1",
        "sort": allowsSorting ? "0" : nil, "autoFilter": allowsFiltering ? "0" : nil,
      ])
  }
}
