/// The sentences of editing.
extension WorkbookError {
  // What no cell can hold.

  static func noDate(_ text: String) -> WorkbookError {
    refused("'\(text)' is not an ISO date that the workbook's date system has")
  }
  static var controlInFormula: WorkbookError {
    refused("the formula holds a control character, which no workbook can keep")
  }
  static var dateAsResult: WorkbookError {
    refused("a formula's result cannot be ISO text; give the serial number")
  }

  static func noSuchFormat(_ style: StyleIndex) -> WorkbookError {
    refused("the workbook has no cell format \(style.rawValue)")
  }

  // What is not done.

  static func setTwice(_ cell: CellReference, sheet: String) -> WorkbookError {
    refused("the cell is set twice; set it once", at: Place(sheet: sheet, cell: cell))
  }
  static func signed() -> WorkbookError {
    refused(
      "the workbook is digitally signed, and any change breaks the signature; "
        + "edit a copy without it, or use force")
  }
  static func protected(_ cell: CellReference) -> WorkbookError {
    refused("the sheet is protected and the cell is locked; unprotect the sheet, or use force")
  }
  static func merged(_ range: CellRange) -> WorkbookError {
    refused("the cell is inside the merged cells \(range); set \(range.first) instead")
  }
  static func partOfArray(_ range: CellRange) -> WorkbookError {
    refused("the cell is part of the array formula in \(range), which can only be changed whole")
  }
  static func partOfDataTable(_ range: CellRange) -> WorkbookError {
    refused("the cell is part of the data table in \(range), which can only be changed whole")
  }
  static func partOfPivotTable(_ range: CellRange) -> WorkbookError {
    refused(
      "the cell is part of the pivot table in \(range), which is filled from its source; "
        + "change the source, or use force")
  }
  static func inAlternateContent() -> WorkbookError {
    refused("the cell is stored in more than one form (mc:AlternateContent); edit it in Excel")
  }
  static func sharedFormula(_ text: String) -> WorkbookError {
    refused(
      "the cell holds the formula '\(text)' for other cells too, and it cannot be handed on; "
        + "edit it in Excel")
  }
  static func encoding() -> WorkbookError {
    refused("the part is kept in an encoding other than UTF-8 or UTF-16; save the workbook again")
  }
  static func doubledPart(_ part: String) -> WorkbookError {
    WorkbookError(
      .damagedPart,
      "the package holds the part twice, in names that differ by case only; save the "
        + "workbook again", at: Place(part: part))
  }
  static var changesOverlap: WorkbookError {
    refused("two of the changes meet in the same bytes; make them one after the other")
  }
  static var noSheetData: WorkbookError {
    WorkbookError(.damagedPart, "the sheet has no sheetData element; the file is damaged")
  }
  static func missingElement(_ name: String) -> WorkbookError {
    WorkbookError(.damagedPart, "the part has no \(name) element; the file is damaged")
  }

  static func refused(_ message: String, at place: Place = Place()) -> WorkbookError {
    WorkbookError(.unsupported, message, at: place)
  }

  /// The same error with the place that is known, where it has none yet.
  func located(_ place: Place) -> WorkbookError {
    guard self.place == Place() else { return self }
    var error = self
    error.place = place
    return error
  }
}
