internal import XMLStream

/// A row of a sheet's part with the places of its bytes.
struct LocatedRow {
  /// The row's number, from 1.
  var number: Int
  /// Whether the file states the number.
  var hasNumber: Bool
  /// Where the row's start tag begins in the part.
  var start: UInt64
  /// The row's bytes, from its start tag to its end tag.
  var bytes: [UInt8]
  /// Where the start tag ends.
  var tagEnd: Int
  /// Whether the row, or a cell of it, is kept in several forms, of which readers choose one.
  var hasAlternatives: Bool
  /// The cells in the file's order.
  var cells: [LocatedCell]

  /// The row's start tag.
  var tag: StartTag { StartTag(bytes[..<tagEnd]) }

  /// The place in the part of a place among the row's bytes.
  func inPart(_ range: Range<Int>) -> Range<UInt64> {
    start + UInt64(range.lowerBound)..<start + UInt64(range.upperBound)
  }
}

/// A cell of a row with the places of its bytes, which count from the row's first.
struct LocatedCell {
  /// A formula as its element states it (ECMA-376 Part 1, 18.3.1.40).
  struct Formula {
    var kind: CellFormula.Kind
    var text: String
    /// The start tag.
    var tag: Range<Int>
    /// The whole element.
    var whole: Range<Int>
  }

  /// The column, from 1.
  var column: Int
  /// Whether the file states the address.
  var hasAddress: Bool { address != nil }
  /// The address between its quotes, or nil without one.
  var address: Range<Int>?
  /// The start tag.
  var tag: Range<Int>
  /// From the start tag to the end tag.
  var whole: Range<Int>
  /// Everything inside.
  var content: Range<Int>
  /// The index of the cell's format.
  var style: Int
  /// The type as the file states it (18.18.11).
  var type: String
  /// The decoded text of `v`, or nil without one.
  var value: [UInt8]?
  /// The decoded text of `is`, or nil without one.
  var inlineText: [UInt8]?
  var formula: Formula?
  /// Elements for extensions, which are no part of the value.
  var extensions: [Range<Int>]
}

/// Reads the rows that are to be changed with the strict tokenizer, noting where everything stands.
///
/// The scanner goes over all other rows as fast as it always does.
final class RowLocator {
  /// Tells the rows to locate by their numbers.
  private let isWanted: (Int) -> Bool
  /// Whether the next row is located, whatever its number.
  var takesNext: Bool
  private var row: LocatedRow?

  init(takesFirst: Bool, _ isWanted: @escaping (Int) -> Bool) {
    self.isWanted = isWanted
    takesNext = takesFirst
  }

  convenience init(_ rows: Set<Int>, takesFirst: Bool = true) {
    self.init(takesFirst: takesFirst) { rows.contains($0) }
  }

  /// The row that was located last, once.
  func take() -> LocatedRow? {
    defer { row = nil }
    return row
  }

  /// Whether the row whose start tag the scanner has just taken is to be located.
  func wants(_ scanner: SheetScanner) -> Bool {
    // A row without a number may be any; only its cells tell.
    takesNext || !scanner.rowHasNumber || isWanted(scanner.rowNumber)
  }

  /// Takes the row's cells and its end.
  func readCells(of scanner: SheetScanner) throws {
    let xml = scanner.xml
    let start = scanner.window.discarded + UInt64(xml.keep ?? xml.position)
    var reading = Reading(scanner: scanner, start: start)
    let tagEnd = reading.place(xml.position)
    var hasAlternatives = !scanner.compatibility.isIdle
    var cells: [LocatedCell] = []
    reading: while true {
      switch try xml.next() {
      case .finished: break reading
      case .text: continue
      case .end:
        scanner.compatibility.end(xml)
        if xml.depth < scanner.rowDepth { break reading }
      case .start:
        if !scanner.isMain, try scanner.compatibility.isTransparent(xml) {
          hasAlternatives = true
          continue
        }
        guard scanner.isMain, xml.equals(xml.local, "c") else {
          try xml.skipElement()
          continue
        }
        cells.append(try reading.cell(after: cells.last?.column ?? 0))
        if reading.hasAlternatives { hasAlternatives = true }
      }
    }
    if !cells.isEmpty { takesNext = false }
    scanner.lastColumn = cells.last?.column ?? 0
    let from = xml.keep ?? xml.position
    row = LocatedRow(
      number: scanner.rowNumber, hasNumber: scanner.rowHasNumber, start: start,
      bytes: unsafe Array(
        UnsafeBufferPointer(rebasing: scanner.window.buffer[from..<xml.position])),
      tagEnd: tagEnd, hasAlternatives: hasAlternatives, cells: cells)
  }
}

/// The reading of one row's cells.
private struct Reading {
  let scanner: SheetScanner
  let start: UInt64
  var hasAlternatives = false

  /// The place among the row's bytes of a place in the window.
  func place(_ position: Int) -> Int {
    // The row lies whole in the window, so the difference is small and not negative.
    Int(truncatingIfNeeded: scanner.window.discarded &+ UInt64(position) &- start)
  }

  /// Reads the cell whose start tag was just taken, and its end.
  mutating func cell(after previous: Int) throws -> LocatedCell {
    let xml = scanner.xml
    let tag = place(xml.tokenStart)..<place(xml.position)
    var column = previous + 1
    var address: Range<Int>?
    if let text = try xml.attribute("r") {
      guard let reference = CellReference(text) else {
        throw WorkbookError.badAddress(text, row: scanner.rowNumber)
      }
      address = addressPlace()
      column = reference.column
      if reference.row != scanner.rowNumber {
        // A row without a number takes that of its first cell.
        guard !scanner.rowHasNumber, previous == 0 else {
          throw WorkbookError.strayCell(reference, row: scanner.rowNumber)
        }
        scanner.rowNumber = reference.row
      }
    }
    guard column <= CellReference.lastColumn else {
      throw WorkbookError.badAddress("column \(column)", row: scanner.rowNumber)
    }
    var cell = LocatedCell(
      column: column, address: address, tag: tag, whole: tag,
      content: tag.upperBound..<tag.upperBound, style: 0, type: try xml.attribute("t") ?? "n",
      extensions: [])
    if let style = try xml.attribute("s").flatMap({ Int($0) }), 0...Int(Int32.max) ~= style {
      cell.style = style
    }
    let depth = xml.depth
    while true {
      switch try xml.next() {
      case .finished: return cell
      case .text: continue
      case .end:
        scanner.compatibility.end(xml)
        guard xml.depth < depth else { continue }
        cell.content = tag.upperBound..<place(xml.tokenStart)
        cell.whole = tag.lowerBound..<place(xml.position)
        return cell
      case .start:
        if !scanner.isMain, try scanner.compatibility.isTransparent(xml) {
          hasAlternatives = true
          continue
        }
        try child(of: &cell)
      }
    }
  }

  /// Where the value of the attribute `r` stands.
  private func addressPlace() -> Range<Int>? {
    for attribute in scanner.xml.attributes
    where attribute.prefix.isEmpty && scanner.xml.equals(attribute.local, "r") {
      return place(attribute.value.lowerBound)..<place(attribute.value.upperBound)
    }
    return nil
  }

  private func child(of cell: inout LocatedCell) throws {
    let xml = scanner.xml
    let start = place(xml.tokenStart)
    guard scanner.isMain else {
      return try xml.skipElement()
    }
    switch xml.localName {
    case "v" where cell.value == nil:
      var text: [UInt8] = []
      try RichText.appendContent(xml, to: &text)
      cell.value = text
    case "is" where cell.inlineText == nil:
      var text: [UInt8] = []
      try RichText.append(xml, to: &text)
      cell.inlineText = text
    case "f" where cell.formula == nil:
      let tag = start..<place(xml.position)
      let formula = try scanner.readFormula()
      cell.formula = LocatedCell.Formula(
        kind: formula.kind, text: formula.text, tag: tag, whole: start..<place(xml.position))
    case "extLst":
      try xml.skipElement()
      cell.extensions.append(start..<place(xml.position))
    default: try xml.skipElement()
    }
  }
}
