extension SheetWriter {
  /// Makes one cell of several; the upper left one is shown.
  ///
  /// - Throws: ``WorkbookError`` when the range is one cell, or overlaps merged cells or a table.
  public func merge(_ range: CellRange) throws(WorkbookError) {
    guard range.first != range.last else { throw WorkbookError.mergeOne(range).onSheet(name) }
    let others = tail.merged + tail.tables.map(\.range)
    if let other = others.first(where: { $0.overlaps(range) }) {
      throw WorkbookError.overlap("the merged cells \(range)", other).onSheet(name)
    }
    tail.merged.append(range)
  }

  /// Gives a range buttons to filter and sort by; its first row holds the headings.
  ///
  /// A sheet has one such range beside the filters of its tables.
  ///
  /// - Throws: ``WorkbookError`` when the range overlaps a table.
  public func addFilter(_ range: CellRange) throws(WorkbookError) {
    if let table = tail.tables.first(where: { $0.range.overlaps(range) }) {
      throw WorkbookError.overlap("the filter \(range)", table.range).onSheet(name)
    }
    tail.autoFilter = range
  }

  /// Says what may be entered into ranges.
  ///
  /// - Throws: ``WorkbookError`` when Excel would refuse the rule.
  public func addInputRule(_ rule: InputRule, to ranges: [CellRange]) throws(WorkbookError) {
    do throws(WorkbookError) {
      try rule.check()
      guard !ranges.isEmpty else { return }
      guard tail.inputRules.count < ExcelLimits.validations else { throw .tooManyInputRules() }
      var listRange: String?
      if case .list(let words) = rule.kind, InputRule.inline(words) == nil {
        listRange = try book.listRange(words)
      }
      tail.inputRules.append((rule, listRange, ranges))
    } catch {
      throw error.onSheet(name)
    }
  }

  /// Makes ranges look different depending on what they hold; of two rules the first added wins.
  ///
  /// - Throws: ``WorkbookError`` when Excel would refuse the rule.
  public func addConditionalFormat(
    _ format: ConditionalFormat, to ranges: [CellRange]
  ) throws(WorkbookError) {
    do throws(WorkbookError) {
      try format.check()
      guard !ranges.isEmpty else { return }
      var style: Int?
      if let highlight = format.highlight { style = try book.styles.index(of: highlight) }
      tail.conditionalFormats.append((format, style, ranges))
    } catch {
      throw error.onSheet(name)
    }
  }

  /// Makes a cell lead somewhere when it is clicked; its text is written with its row.
  ///
  /// - Throws: ``WorkbookError`` when the address is longer than Excel takes.
  public func addLink(_ target: LinkTarget, at cell: CellReference) throws(WorkbookError) {
    do throws(WorkbookError) {
      try check(target)
      tail.links.append((cell, target))
    } catch {
      throw error.inCell(cell).onSheet(name)
    }
  }

  /// - Throws: ``WorkbookError`` for a link that Excel would not take.
  func check(_ target: LinkTarget) throws(WorkbookError) {
    guard tail.links.count < ExcelLimits.links else { throw .tooManyLinks() }
    if let address = target.address, !ExcelLimits.fits(address, ExcelLimits.linkTarget) {
      throw .linkTarget(address)
    }
    if let tip = target.tip, !ExcelLimits.fits(tip, ExcelLimits.linkTip) { throw .linkTip(tip) }
  }

  /// Puts a note on a cell, shown while the pointer rests on it.
  ///
  /// - Parameters:
  ///   - text: at most 32,767 characters.
  ///   - cell: where it is.
  ///   - author: who wrote it.
  /// - Throws: ``WorkbookError`` when the cell has a note already or the text is too long.
  public func addNote(
    _ text: String, at cell: CellReference, author: String = ""
  ) throws(WorkbookError) {
    do throws(WorkbookError) {
      guard ExcelLimits.fits(text, ExcelLimits.cellText) else { throw .cellText(text) }
      guard !tail.notes.contains(cell) else { throw .secondNote() }
      tail.notes.add(CellNotes.Note(cell: cell, author: author, text: text))
    } catch {
      throw error.inCell(cell).onSheet(name)
    }
  }

  /// Draws a chart over a range of cells.
  public func addChart(_ chart: Chart, at range: CellRange) {
    tail.charts.append((chart, range))
  }

  /// Draws small charts inside cells, each of the range beside it.
  ///
  /// - Parameters:
  ///   - look: how they look.
  ///   - places: each cell with the range of its values, such as `Data!B2:M2`.
  public func addSparklines(
    _ look: Sparklines, _ places: [(cell: CellReference, data: String)]
  ) {
    if !places.isEmpty { tail.sparklines.append((look, places)) }
  }

  /// Protects locked cells against slips.
  public func protect(_ protection: SheetProtection = SheetProtection()) {
    tail.protection = protection
  }

  /// Starts a new printed page below a row.
  public func breakPage(after row: Int) {
    guard 1..<ExcelLimits.rows ~= row, !tail.pageBreaks.contains(row) else { return }
    tail.pageBreaks.append(row)
  }

  /// Keeps Excel from marking texts of digits as numbers stored as text.
  public func allowNumbersAsText(in range: CellRange) {
    tail.textNumbers.append(range)
  }
}

extension CellRange {
  /// Whether two ranges have a cell in common.
  func overlaps(_ other: CellRange) -> Bool {
    first.row <= other.last.row && other.first.row <= last.row
      && first.column <= other.last.column && other.first.column <= last.column
  }

  /// The range with dollar signs, as names and formulas fix it.
  var absolute: String {
    func fixed(_ cell: CellReference) -> String {
      "$\(CellReference.letters(ofColumn: cell.column))$\(cell.row)"
    }
    return first == last ? fixed(first) : "\(fixed(first)):\(fixed(last))"
  }
}
