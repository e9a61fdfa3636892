internal import XMLStream

/// Shifts what stands around the rows of a sheet (ECMA-376 Part 1, 18.3.1; [MS-XLSX] 2.6).
struct FrameShift {
  let sheet: Sheet
  let references: ReferenceShift
  var revision: MarkupRevision
  var followers: FollowerList
  /// Whether the sheet's filter goes, and with it its hidden name.
  var dropsFilter = false
  private var hasCells = true

  /// How the sheet's own rows move, or nil.
  var shift: RowShift? { references.shifts[sheet.index] }

  init(_ sheet: Sheet, _ outline: MarkupOutline, _ references: ReferenceShift) {
    self.sheet = sheet
    self.references = references
    revision = MarkupRevision(outline)
    followers = FollowerList()
  }

  /// Goes over all elements.
  ///
  /// - Parameters:
  ///   - added: new cells, in the sheet's new numbers, that its stated range is to hold.
  ///   - hasCells: whether the sheet had any cell.
  /// - Throws: ``WorkbookError`` for what cannot follow.
  mutating func run(added: [CellReference], hasCells: Bool) throws(WorkbookError) {
    self.hasCells = hasCells
    for index in revision.outline.elements.indices {
      do throws(WorkbookError) {
        if let shift { try move(index, shift, added) }
        try followFormulas(index)
      } catch {
        throw error.located(Place(sheet: sheet.name))
      }
    }
    if let shift { mergeNewCells(shift) }
  }

  /// Merges cells of new rows (18.3.1.55).
  private mutating func mergeNewCells(_ shift: RowShift) {
    var ranges: [CellRange] = []
    for insertion in shift.insertions where !insertion.merges.isEmpty {
      for offset in 0..<insertion.count {
        let row = NewRow(sheet: sheet.index, insertion: insertion.index, offset: offset)
        guard let number = shift.number(of: row) else { continue }
        for merge in insertion.merges where merge.columns.count > 1 || merge.rows > 1 {
          guard merge.rows >= 1, merge.rows <= CellReference.lastRow,
            let first = CellReference(row: number, column: merge.columns.lowerBound),
            let last = CellReference(
              row: number + merge.rows - 1, column: merge.columns.upperBound)
          else { continue }
          ranges.append(CellRange(first, last))
        }
      }
    }
    let outline = revision.outline
    guard !ranges.isEmpty, let root = outline.elements.indices.first else { return }
    func element(_ range: CellRange, prefix: [UInt8]) -> [UInt8] {
      var tag = StartTag(named: prefix + Array("mergeCell".utf8), isEmptyElement: true)
      tag.set("ref", to: range.description)
      return tag.bytes
    }
    guard let list = outline.child("mergeCells"), let last = revision.children(of: list).last
    else {
      let prefix = outline.startTag(root).prefix
      var tag = StartTag(named: prefix + Array("mergeCells".utf8))
      tag.set("count", to: String(ranges.count))
      let bytes = tag.bytes + ranges.flatMap { element($0, prefix: prefix) } + tag.endTag
      let next = revision.children(of: root).first {
        FrameShift.behindMerges.contains(revision.local($0))
      }
      let end = outline.elements[root].endTag.lowerBound
      return revision.insert(bytes, at: next.map { outline.elements[$0].tag.lowerBound } ?? end)
    }
    // What is inside a new range becomes it.
    for item in revision.children(of: list) where !revision.isRemoved(item) {
      guard let old = revision.tag(item)["ref"].flatMap({ CellRange($0) }),
        let place = ranges.firstIndex(where: { $0.contains(old.first) && $0.contains(old.last) })
      else { continue }
      revision.set("ref", of: item, to: ranges.remove(at: place).description)
    }
    // What would go takes the others first, so that the list stays.
    for item in revision.children(of: list) where revision.isRemoved(item) && !ranges.isEmpty {
      revision.keep(item)
      revision.set("ref", of: item, to: ranges.removeFirst().description)
    }
    guard !ranges.isEmpty else { return }
    let prefix = outline.startTag(list).prefix
    revision.insert(
      ranges.flatMap { element($0, prefix: prefix) }, at: outline.elements[last].whole.upperBound)
    if revision.tag(list)["count"] != nil {
      let count = revision.children(of: list).count + ranges.count
      revision.set("count", of: list, to: String(count))
    }
  }

  /// What stands behind the list of merged cells in a sheet's part (18.3.1.99).
  private static let behindMerges: Set<String> = [
    "phoneticPr", "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions",
    "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks", "customProperties",
    "cellWatches", "ignoredErrors", "smartTags", "drawing", "legacyDrawing", "legacyDrawingHF",
    "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst",
    "AlternateContent",
  ]

  mutating func note(_ subject: String, old: String, new: String?) {
    followers.add(subject, part: sheet.part, sheet: sheet.name, old: old, new: new)
  }

  // MARK: Places on the sheet

  private mutating func move(
    _ index: Int, _ shift: RowShift, _ added: [CellReference]
  ) throws(WorkbookError) {
    switch revision.local(index) {
    case "dimension": moveDimension(index, shift, added)
    case "sheetPr": moveView("syncRef", of: index, shift)
    case "sheetView", "customSheetView": moveView("topLeftCell", of: index, shift)
    case "pane": movePane(index, shift)
    case "selection": moveSelection(index, shift)
    case "autoFilter": moveFilter(index, shift)
    case "sortState": moveRange("ref", of: index, "sorting", shift, .list)
    case "sortCondition":
      // Goes with its list where it has one that goes.
      moveRange("ref", of: index, "sorting", shift, .list)
    case "mergeCell": moveMerged(index, shift)
    case "protectedRange", "ignoredError":
      if revision.tag(index)["sqref"] != nil {
        _ = moveRanges(index, "range of \(revision.local(index))", shift, .look)
      }
    case "scenarios", "inputCells", "cellWatch", "cellSmartTags":
      moveRange(
        revision.local(index) == "scenarios" ? "sqref" : "r", of: index, revision.local(index),
        shift, .never)
    case "webPublishItem": moveRange("sourceRef", of: index, "published range", shift, .reference)
    case "hyperlink": moveRange("ref", of: index, "link", shift, .never)
    case "conditionalFormatting":
      if revision.tag(index)["sqref"] != nil {
        try moveRule(index, "conditional format", shift)
      } else if let list = revision.child("sqref", of: index) {
        try moveListedRule(index, list, "conditional format", shift)
      }
    case "dataValidation":
      if revision.tag(index)["sqref"] != nil {
        try moveRule(index, "validation", shift)
      } else if let list = revision.child("sqref", of: index) {
        try moveListedRule(index, list, "validation", shift)
      }
    case "sparkline":
      guard let list = revision.child("sqref", of: index) else { return }
      try moveSparkline(index, list, shift)
    case "sqref" where ["protectedRange", "ignoredError"].contains(revision.parentLocal(index)):
      try moveListed(index, shift)
    case "brk" where revision.parentLocal(index) == "rowBreaks": moveBreak(index, shift)
    case "anchor": try moveAnchor(index, shift)
    default: return
    }
  }

  private mutating func moveDimension(_ index: Int, _ shift: RowShift, _ added: [CellReference]) {
    guard let old = revision.tag(index)["ref"].flatMap({ CellRange($0) }) else { return }
    // Without cells a range is stated nevertheless.
    var range = hasCells || added.isEmpty ? shift.range(old, .never) : nil
    for cell in added { range = range?.union(cell) ?? CellRange(cell, cell) }
    let new = range?.description ?? "A1"
    if CellRange(new) != old { revision.set("ref", of: index, to: new) }
  }

  private mutating func moveView(_ attribute: String, of index: Int, _ shift: RowShift) {
    guard let text = revision.tag(index)[attribute] else { return }
    if let cell = CellReference(text) {
      let new = shift.cellOrNext(cell)
      if new != cell { revision.set(attribute, of: index, to: new.description) }
    } else if let range = CellRange(text), let new = shift.range(range), new != range {
      revision.set(attribute, of: index, to: new.description)
    }
  }

  /// Frozen rows stay the same rows, with new ones between them.
  private mutating func movePane(_ index: Int, _ shift: RowShift) {
    let tag = revision.tag(index)
    if let rows = tag["ySplit"].flatMap({ Int($0) }), rows > 0, rows < CellReference.lastRow,
      tag["state"] == "frozen" || tag["state"] == "frozenSplit",
      let parent = revision.outline.elements[index].parent
    {
      // The view's tag is moved before its pane's.
      let top =
        revision.outline.startTag(parent)["topLeftCell"].flatMap { CellReference($0)?.row } ?? 1
      if top + rows - 1 <= CellReference.lastRow, let new = shift.range(top...top + rows - 1),
        new.count != rows
      {
        revision.set("ySplit", of: index, to: String(new.count))
        note("frozen rows", old: String(rows), new: String(new.count))
      }
    }
    moveView("topLeftCell", of: index, shift)
  }

  private mutating func moveSelection(_ index: Int, _ shift: RowShift) {
    let tag = revision.tag(index)
    if let list = tag["sqref"] {
      let new = list.split(separator: " ").map { word in
        guard let range = CellRange(word) else { return String(word) }
        if let moved = shift.range(range) {
          return moved == range ? String(word) : moved.description
        }
        return shift.cellOrNext(range.first).description
      }.joined(separator: " ")
      revision.set("sqref", of: index, to: new)
    }
    moveView("activeCell", of: index, shift)
  }

  private mutating func moveFilter(_ index: Int, _ shift: RowShift) {
    guard let range = revision.tag(index)["ref"].flatMap({ CellRange($0) }) else { return }
    guard !shift.deletes(range.first.row) else {
      note("filter", old: range.description, new: nil)
      revision.remove(index)
      if revision.parentLocal(index) != "customSheetView" { dropsFilter = true }
      return
    }
    moveRange("ref", of: index, "filter", shift, .list)
  }

  private mutating func moveMerged(_ index: Int, _ shift: RowShift) {
    guard let range = revision.tag(index)["ref"].flatMap({ CellRange($0) }) else { return }
    if let new = shift.range(range), new.first != new.last {
      guard new != range else { return }
      revision.set("ref", of: index, to: new.description)
      note("merged cells", old: range.description, new: new.description)
    } else {
      revision.remove(index)
      note("merged cells", old: range.description, new: nil)
    }
  }

  /// Moves one range in an attribute; the element goes with its cells.
  mutating func moveRange(
    _ attribute: String, of index: Int, _ subject: String, _ shift: RowShift,
    _ growth: RowShift.Growth
  ) {
    guard let text = revision.tag(index)[attribute], let range = CellRange(text) else { return }
    guard let new = shift.range(range, growth) else {
      revision.remove(index)
      return note(subject, old: text, new: nil)
    }
    guard new != range else { return }
    revision.set(attribute, of: index, to: new.description)
    note(subject, old: text, new: new.description)
  }

  /// Moves a list of ranges in an attribute.
  private mutating func moveRanges(
    _ index: Int, _ subject: String, _ shift: RowShift, _ growth: RowShift.Growth
  ) -> (old: [CellRange], new: [CellRange])? {
    let text = revision.tag(index)["sqref"] ?? ""
    guard let moved = MovedRanges(text, shift, growth) else { return nil }
    if moved.new.isEmpty {
      revision.remove(index)
      note(subject, old: text, new: nil)
    } else if moved.text != text {
      revision.set("sqref", of: index, to: moved.text)
      note(subject, old: text, new: moved.text)
    }
    return (moved.old, moved.new)
  }

  /// Moves a break, which stands behind the row it names.
  private mutating func moveBreak(_ index: Int, _ shift: RowShift) {
    guard let text = revision.tag(index)["id"], let row = Int(text),
      1..<CellReference.lastRow ~= row
    else { return }
    let new = shift.rowOrNext(row + 1) - 1
    guard new != row || shift.deletes(row + 1) else { return }
    let siblings = revision.outline.elements[index].parent.map { revision.children(of: $0) } ?? []
    let isDoubled = siblings.contains {
      $0 < index && !revision.isRemoved($0) && revision.tag($0)["id"] == String(new)
    }
    if new < 1 || isDoubled {
      revision.remove(index)
      note("page break", old: text, new: nil)
      if let parent = revision.outline.elements[index].parent, isTrue(revision.tag(index)["man"]),
        let count = revision.tag(parent)["manualBreakCount"].flatMap({ Int($0) }), count > 0
      {
        revision.set("manualBreakCount", of: parent, to: String(count - 1))
      }
    } else {
      revision.set("id", of: index, to: String(new))
      note("page break", old: text, new: String(new))
    }
  }

  // MARK: Rules

  /// Moves a rule that names its cells in an attribute.
  private mutating func moveRule(
    _ index: Int, _ subject: String, _ shift: RowShift
  ) throws(WorkbookError) {
    guard let ranges = moveRanges(index, subject, shift, .look) else { return }
    try followRule(index, subject, ranges.old, ranges.new)
  }

  /// Moves a rule of an extension, which names its cells in an element.
  private mutating func moveListedRule(
    _ index: Int, _ list: Int, _ subject: String, _ shift: RowShift
  ) throws(WorkbookError) {
    guard let text = try text(list), let moved = MovedRanges(text, shift, .look) else { return }
    if moved.new.isEmpty {
      revision.remove(index)
      note(subject, old: text, new: nil)
    } else if moved.text != text {
      revision.setText(list, to: moved.text)
      note(subject, old: text, new: moved.text)
    }
    try followRule(index, subject, moved.old, moved.new)
  }

  private mutating func moveListed(_ list: Int, _ shift: RowShift) throws(WorkbookError) {
    guard let text = try text(list), let moved = MovedRanges(text, shift, .look),
      let parent = revision.outline.elements[list].parent
    else { return }
    if moved.new.isEmpty {
      revision.remove(parent)
    } else if moved.text != text {
      revision.setText(list, to: moved.text)
    } else {
      return
    }
    note(revision.local(parent), old: text, new: moved.new.isEmpty ? nil : moved.text)
  }

  private mutating func moveSparkline(
    _ index: Int, _ list: Int, _ shift: RowShift
  ) throws(WorkbookError) {
    guard let text = try text(list), let moved = MovedRanges(text, shift, .never) else { return }
    if moved.new.isEmpty {
      revision.remove(index)
      note("sparkline", old: text, new: nil)
    } else if moved.text != text {
      revision.setText(list, to: moved.text)
      note("sparkline", old: text, new: moved.text)
    }
  }

  func text(_ index: Int) throws(WorkbookError) -> String? {
    try WorkbookError.wrappingXML(at: Place(sheet: sheet.name)) { () throws(XMLError) in
      try revision.text(index)
    }
  }
}

/// A list of ranges with blanks between, before and after.
struct MovedRanges {
  let old: [CellRange]
  private(set) var new: [CellRange] = []
  let text: String

  /// nil for a text that is something else.
  init?(_ text: String, _ shift: RowShift, _ growth: RowShift.Growth) {
    let words = text.split { $0 == " " || $0 == "\n" || $0 == "\r" || $0 == "\t" || $0 == "\r\n" }
    let old = words.compactMap { CellRange($0) }
    guard !old.isEmpty, old.count == words.count else { return nil }
    self.old = old
    var isSame = true
    var texts: [String] = []
    for (word, range) in zip(words, old) {
      let moved = shift.range(range, growth)
      if moved != range { isSame = false }
      guard let moved else { continue }
      new.append(moved)
      texts.append(moved == range ? String(word) : moved.description)
    }
    self.text = isSame ? text : texts.joined(separator: " ")
  }
}
