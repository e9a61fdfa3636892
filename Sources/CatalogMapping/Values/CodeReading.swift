internal import SpreadsheetML

/// Reads codes and other short texts that may stand in number cells.
enum CodeReading {
  /// The text a person sees in a cell: `007` for 7 in the format `000`; nil for blank and error
  /// cells.
  static func text(_ cell: SheetContent.Cell, in sheet: SheetContent) -> String? {
    switch cell.value {
    case .text: return cell.text
    case .number(let number):
      let format = sheet.format(cell)
      if format.kind == .general || format.kind == .text { return QuantityReader.shown(number) }
      return format.text(for: number, dateSystem: sheet.dateSystem).trimmed
    case .boolean(let truth): return truth ? "TRUE" : "FALSE"
    case .isoDate(let text): return text
    case .blank, .error: return nil
    }
  }

  /// Whether a number cell's text follows its format and not its digits alone.
  static func isShown(_ cell: SheetContent.Cell, in sheet: SheetContent) -> Bool {
    guard cell.number != nil else { return false }
    let kind = sheet.format(cell).kind
    return kind != .general && kind != .text
  }
}
