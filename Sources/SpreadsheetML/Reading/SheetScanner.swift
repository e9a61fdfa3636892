internal import XMLStream
internal import Zip

/// Reads a sheet's part row by row (ECMA-376 Part 1, 18.3.1).
///
/// Two ways lead over the same bytes. ``scanPlainCells()`` takes cells of the forms that nearly all
/// producers write, byte by byte, at the speed of memory. Whatever it does not recognise, it leaves
/// where it stands, and the strict tokenizer takes the next token instead: other prefixes and
/// quotes, comments, CDATA, references, formulas, rich text, markup compatibility, missing
/// addresses, and cells on the window's edge. Both fill the same records, and tests compare them.
@safe package final class SheetScanner {
  enum State { case before, rows, after }

  let xml: XMLScanner
  /// The scanner's window, kept here too: to ask another module for it costs a reference count.
  let window: ByteWindow
  let sheet: String
  /// Whether the fast way is taken; tests turn it off to compare.
  let usesFastPath: Bool
  private var state = State.before
  var sheetDataDepth = 0
  /// The index of the main namespace that was met last: looking at its name takes longer.
  private var mainNamespace = -1
  var compatibility = Compatibility()
  /// The prefix of the main namespace with its colon.
  var prefix = ShortBytes()

  /// The number of the row at hand, from 1.
  package internal(set) var rowNumber = 0
  /// Whether the row at hand is hidden.
  package internal(set) var rowIsHidden = false
  /// The cells of the row at hand, in column order.
  package var cells: UnsafeBufferPointer<CellRecord> { unsafe records.all }
  /// The decoded bytes of the row's cells that could not stay as they are.
  private(set) var decoded: [UInt8] = []
  /// The formulas of the row's cells.
  private(set) var formulas: [CellFormula] = []
  /// Where the formulas of plain cells lie in the window, from the row's first byte.
  var plainFormulas: [Range<Int>] = []
  /// Whether a cell so far held a shared text.
  var hasSharedTexts = false
  /// Whether ``details`` are gathered; who reads rows alone is spared them, and their limits.
  var keepsDetails = true
  /// What stands around the rows; complete once the last row was read.
  package private(set) var details = SheetDetails()
  let records = RecordBuffer()
  /// Where the row's bytes begin in the window: with its start tag.
  var rowBase = 0
  /// The digits of ``rowNumber``, to be compared with those in the cells' addresses.
  var rowDigits = ShortBytes()
  var rowHasNumber = false
  var rowDepth = 0
  var lastColumn = 0
  var isInOrder = true
  /// Whether the row's name is written with ``prefix``, so that its cells' may be.
  var rowIsPlain = false
  /// Whether the prefix of Excel's `x14ac:dyDescent` is declared.
  var declaresDescent = false
  /// Whether the element that ended last at the rows' depth was a row.
  var rowEndedLast = false
  /// Reads the cells of rows in place of the scanner, for those who change them.
  var locator: RowLocator?
  private let limits: ReadLimits
  /// The start tag of `sheetData`, or nil until it was passed.
  private(set) var sheetDataTag: MarkupPlace?
  /// Where the `sheetData` element ends, or nil until it was passed.
  private(set) var sheetDataEnd: UInt64?

  init(
    _ source: any XMLByteSource, expectedBytes: UInt64, sheet: String, limits: ReadLimits,
    usesFastPath: Bool = true
  ) throws(WorkbookError) {
    self.sheet = sheet
    self.usesFastPath = usesFastPath
    self.limits = limits
    do throws(XMLError) {
      let window = ByteWindow(
        source, capacity: Int(min(expectedBytes, 256 << 10)) + 64,
        limit: min(limits.rowBytes, Int(Int32.max) / 2))
      self.window = window
      xml = try XMLScanner(window, depth: limits.depth, attributes: limits.attributes)
    } catch {
      throw .xml(error, at: Place(sheet: sheet))
    }
  }

  /// Moves to the next row that the file names.
  ///
  /// - Returns: false after the last row; ``details`` is complete then.
  package func nextRow() throws(WorkbookError) -> Bool {
    do {
      return try advance()
    } catch let error as XMLError {
      throw .xml(error, at: place)
    } catch var error as WorkbookError {
      if error.place.sheet == nil {
        // A fault of an address, which is no cell; its sentence tells the row.
        error.place.sheet = sheet
      }
      throw error
    } catch {
      throw .xml(.source(error), at: place)
    }
  }

  private var place: Place {
    Place(
      sheet: sheet,
      cell: state == .rows ? CellReference(row: max(rowNumber, 1), column: max(lastColumn, 1)) : nil
    )
  }

  private func advance() throws -> Bool {
    if state == .before { try readBeforeRows() }
    guard state == .rows else { return false }
    records.removeAll()
    if !decoded.isEmpty { decoded.removeAll(keepingCapacity: true) }
    if !formulas.isEmpty { formulas.removeAll(keepingCapacity: true) }
    if !plainFormulas.isEmpty { plainFormulas.removeAll(keepingCapacity: true) }
    lastColumn = 0
    isInOrder = true
    xml.keep = nil
    guard try findRow() else { return false }
    if let locator, locator.wants(self) { try locator.readCells(of: self) } else { try readCells() }
    rowBase = xml.keep ?? 0
    xml.keep = nil
    if !isInOrder { sortCells() }
    return true
  }

  // MARK: Around the rows

  private func readBeforeRows() throws {
    guard try xml.next() == .start, isMain || isMacroSheet else {
      throw WorkbookError(
        .damagedPart, "the part's root element is not a SpreadsheetML sheet",
        at: Place(sheet: sheet))
    }
    learnPrefix()
    while true {
      switch try xml.next() {
      case .finished: state = .after; return
      case .text: continue
      case .end: compatibility.end(xml)
      case .start:
        if try compatibility.isTransparent(xml) { continue }
        if isMain, xml.localName == "sheetData" {
          state = .rows
          sheetDataDepth = xml.depth
          sheetDataTag = MarkupPlace(tagOf: xml)
          return
        }
        try readDetail()
      }
    }
  }

  private func readAfterRows() throws {
    state = .after
    while true {
      switch try xml.next() {
      case .finished: return
      case .text: continue
      case .end: compatibility.end(xml)
      case .start:
        if try compatibility.isTransparent(xml) { continue }
        try readDetail()
      }
    }
  }

  private func readDetail() throws {
    guard keepsDetails else { return try xml.skipElement() }
    try details.read(xml)
    guard details.itemCount <= limits.listItems else {
      throw WorkbookError.tooMany("ranges and rules", limit: limits.listItems, sheet: sheet)
    }
    guard details.formulaBytes <= limits.partBytes else {
      throw WorkbookError.longRules(limit: limits.partBytes, sheet: sheet)
    }
  }

  /// Finds the prefix under which the main namespace goes, from the root's name.
  private func learnPrefix() {
    // A prefix too long for it leaves all to the tokenizer.
    prefix = prefixAtHand
    declaresDescent = xml.namespace(ofPrefix: "x14ac") != nil
  }

  /// The prefix with its colon of the element that just started.
  private var prefixAtHand: ShortBytes {
    let start = xml.local.lowerBound
    var at = start
    let bytes = unsafe window.buffer
    while at > 0, unsafe bytes[at - 1] != UInt8(ascii: "<") { at -= 1 }
    return unsafe ShortBytes(bytes[at..<start])
  }

  /// Whether the element that just started is one of SpreadsheetML.
  var isMain: Bool {
    let index = xml.namespace
    if index == mainNamespace { return true }
    guard Namespace.main.contains(xml.namespace(index)) else { return false }
    mainNamespace = index
    return true
  }

  /// Whether this is the root of a sheet of Excel 4 macros, whose content is of the main namespace.
  private var isMacroSheet: Bool {
    xml.localName == "macrosheet" && xml.namespace(xml.namespace) == Namespace.macroSheet
  }

  // MARK: Rows

  /// Moves behind the next row's start tag.
  private func findRow() throws -> Bool {
    while true {
      if scanPlainRow() { return true }
      rowEndedLast = false
      switch try xml.next() {
      case .finished: return false
      case .text: continue
      case .end:
        compatibility.end(xml)
        if xml.depth < sheetDataDepth {
          sheetDataEnd = xml.offset
          try readAfterRows()
          return false
        }
      case .start:
        if try compatibility.isTransparent(xml) { continue }
        guard isMain, xml.localName == "row" else {
          try xml.skipElement()
          continue
        }
        try beginRow()
        return true
      }
    }
  }

  private func beginRow() throws {
    rowHasNumber = false
    var number = rowNumber + 1
    if number > CellReference.lastRow, try xml.attribute("r") == nil {
      throw WorkbookError.badAddress("row \(number)")
    }
    rowIsPlain = prefix.isWhole && prefixAtHand == prefix
    if let text = try xml.attribute("r") {
      guard let stated = Int(text), 1...CellReference.lastRow ~= stated else {
        throw WorkbookError.badAddress("row \(text)")
      }
      number = stated
      rowHasNumber = true
    }
    rowNumber = number
    rowIsHidden = isTrue(try xml.attribute("hidden"))
    rowDepth = xml.depth
    rowDigits = ShortBytes()
    xml.keep = xml.tokenStart
  }

  // MARK: Cells

  private func readCells() throws {
    while true {
      if scanPlainCells() { return }
      switch try xml.next() {
      case .finished: return
      case .text: continue
      case .end:
        compatibility.end(xml)
        if xml.depth < rowDepth { return }
      case .start:
        if try compatibility.isTransparent(xml) { continue }
        guard isMain, xml.localName == "c" else {
          try xml.skipElement()
          continue
        }
        try readCell()
      }
    }
  }

  /// Reads a cell whose start tag the tokenizer just took.
  private func readCell() throws {
    var column = lastColumn + 1
    if let text = try xml.attribute("r") {
      guard let reference = CellReference(text) else {
        throw WorkbookError.badAddress(text, row: rowNumber)
      }
      column = reference.column
      if reference.row != rowNumber {
        // A row without a number takes that of its first cell.
        guard !rowHasNumber, records.count == 0 else {
          throw WorkbookError.strayCell(reference, row: rowNumber)
        }
        rowNumber = reference.row
      }
      rowHasNumber = true
    }
    guard column <= CellReference.lastColumn else {
      throw WorkbookError.badAddress("column \(column)", row: rowNumber)
    }
    let previous = lastColumn
    lastColumn = column
    var style = 0
    if let text = try xml.attribute("s"), let index = Int(text), 0...Int(Int32.max) ~= index {
      style = index
    }
    let type = try xml.attribute("t") ?? "n"
    let content = try readContent(type)
    if column <= previous { isInOrder = false }
    records.append(
      CellRecord(
        column: column, style: style, range: content.range, kind: content.kind, isDecoded: true,
        formula: content.formula))
  }

  private func readContent(
    _ type: String
  ) throws -> (range: Range<Int>, kind: CellRecord.Kind, formula: Int) {
    let depth = xml.depth
    let start = decoded.count
    var hasValue = false
    var hasInline = false
    var mayEscape = false
    var formula = -1
    reading: while true {
      switch try xml.next() {
      case .finished: break reading
      case .text: continue
      case .end:
        compatibility.end(xml)
        if xml.depth < depth { break reading }
      case .start:
        if try compatibility.isTransparent(xml) { continue }
        guard isMain else {
          try xml.skipElement()
          continue
        }
        switch xml.localName {
        case "v" where !hasValue && !hasInline:
          mayEscape = try RichText.appendContent(xml, to: &decoded)
          hasValue = true
        case "is" where !hasInline:
          // Some producers write both; the inline text is what counts (18.18.11).
          decoded.removeLast(decoded.count - start)
          try RichText.append(xml, to: &decoded)
          hasInline = true
        case "f" where formula < 0:
          formula = formulas.count
          formulas.append(try readFormula())
        default:
          try xml.skipElement()
        }
      }
    }
    let kind: CellRecord.Kind
    switch type {
    case "s":
      kind = .sharedText
      hasSharedTexts = true
    case "str", "inlineStr": kind = .text
    case "b": kind = .boolean
    case "e": kind = .error
    case "d": kind = .isoDate
    default: kind = hasInline ? .text : .number
    }
    if kind == .text, !hasInline, mayEscape { TextEscape.undo(in: &decoded, from: start) }
    let isBlank = kind == .text ? !hasValue && !hasInline : start == decoded.count
    return (start..<decoded.count, isBlank ? .blank : kind, formula)
  }

  /// Puts cells that the file gives out of order into column order; of two in one column the later
  /// one counts.
  private func sortCells() {
    var last: [Int32: CellRecord] = [:]
    let all = unsafe records.all
    for place in 0..<all.count {
      let cell = unsafe all[place]
      last[cell.column] = cell
    }
    records.removeAll()
    for cell in last.values.sorted(by: { $0.column < $1.column }) { records.append(cell) }
  }
}

/// A truth value of XML Schema: `1` and `true` are true.
func isTrue(_ text: String?) -> Bool { text == "1" || text == "true" }
