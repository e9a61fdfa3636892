internal import XMLStream

/// The splices of a sheet whose rows move, found while its part is written.
final class RowSpliceStream {
  private let scanner: SheetScanner
  private let locator: RowLocator
  private var rows: RowSplices
  /// Splices that were known before; what they replace is not looked at.
  private let fixed: [Splice]
  private var nextFixed = 0
  private var found: [Splice] = []
  private var nextFound = 0
  private var isAtEnd = false

  init(_ sheet: Sheet, _ rows: RowSplices, fixed: [Splice]) throws(WorkbookError) {
    self.rows = rows
    self.fixed = fixed
    scanner = try sheet.editingScanner()
    locator = rows.locator
    scanner.locator = locator
  }

  /// The next splice, or nil after the last.
  ///
  /// - Throws: ``WorkbookError``.
  func next() throws(WorkbookError) -> Splice? {
    while true {
      try find()
      guard nextFound < found.count else {
        guard nextFixed < fixed.count else { return nil }
        nextFixed += 1
        return fixed[nextFixed - 1]
      }
      let splice = found[nextFound]
      guard nextFixed < fixed.count else {
        nextFound += 1
        return splice
      }
      let known = fixed[nextFixed]
      if known.range.upperBound <= splice.range.lowerBound
        || known.range.isEmpty && known.range.lowerBound <= splice.range.lowerBound
      {
        nextFixed += 1
        return known
      }
      nextFound += 1
      if splice.range.upperBound <= known.range.lowerBound { return splice }
    }
  }

  /// Reads on until a row has given splices.
  private func find() throws(WorkbookError) {
    guard nextFound == found.count, !isAtEnd else { return }
    nextFound = 0
    found = []
    while found.isEmpty {
      guard try scanner.nextRow() else {
        isAtEnd = true
        return
      }
      guard let row = locator.take() else { continue }
      try rows.take(row)
      found = rows.take()
    }
  }
}
