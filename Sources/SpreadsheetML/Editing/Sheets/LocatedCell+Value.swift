internal import XMLStream

extension LocatedCell {
  /// The value that a reader would give.
  ///
  /// - Parameter sharedText: the shared text of an index.
  /// - Returns: the value; `.blank` for a cell without one.
  /// - Throws: ``WorkbookError`` without a place, only of `sharedText`: a value that contradicts its
  ///   type counts as text, since it is to be replaced.
  func value(
    sharedText: (Int) throws(WorkbookError) -> String?
  ) throws(WorkbookError) -> CellValue {
    if let inlineText, type != "s", type != "b", type != "e", type != "d" {
      return .text(String(decoding: inlineText, as: UTF8.self))
    }
    guard let value else { return .blank }
    let text = String(decoding: value, as: UTF8.self)
    switch type {
    case "s":
      guard let index = Int(text.filter { !$0.isWhitespace }) else { return .text(text) }
      return try sharedText(index).map { .text($0) } ?? .blank
    case "str", "inlineStr": return .text(TextEscape.undone(text))
    case "b": return .boolean(isTrue(text.lowercased()))
    case "e": return .error(CellError(TextEscape.undone(text)))
    case "d": return text.isEmpty ? .blank : .isoDate(text)
    default:
      if text.isEmpty { return .blank }
      return DecimalNumber.value(value.span).map { .number($0) } ?? .text(text)
    }
  }
}
