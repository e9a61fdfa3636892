internal import XMLStream

/// The changes of one part that follows moved rows.
struct PartRevision {
  let part: String
  let sheet: Sheet?
  let references: ReferenceShift
  var markup: MarkupRevision
  var followers = FollowerList()

  init(_ part: String, _ outline: MarkupOutline, sheet: Sheet?, _ references: ReferenceShift) {
    self.part = part
    self.sheet = sheet
    self.references = references
    markup = MarkupRevision(outline)
  }

  private var elements: Range<Int> { markup.outline.elements.indices }

  mutating func note(_ subject: String, old: String, new: String?) {
    followers.add(subject, part: part, sheet: sheet?.name, old: old, new: new)
  }

  func text(_ element: Int) throws(WorkbookError) -> String? {
    try WorkbookError.wrappingXML(at: Place(part: part)) { () throws(XMLError) in
      try markup.text(element)
    }
  }

  /// Moves cells or ranges in an attribute; an element goes with its cells.
  mutating func moveCells(
    _ locals: Set<String>, _ attribute: String, _ subject: String, _ shift: RowShift
  ) {
    for index in elements where locals.contains(markup.local(index)) {
      guard let range = markup.tag(index)[attribute].flatMap({ CellRange($0) }) else { continue }
      let new = shift.range(range)
      guard new != range else { continue }
      if let new {
        markup.set(attribute, of: index, to: new.description)
      } else {
        markup.remove(index)
      }
      note(subject, old: range.description, new: new?.description)
    }
  }

  /// Shifts formulas in attributes of all elements of a name, or of any.
  mutating func followAttributes(
    _ local: String?, _ attributes: [String], _ subject: String
  ) throws(WorkbookError) {
    for index in elements where local == nil || markup.local(index) == local {
      let tag = markup.tag(index)
      for attribute in attributes {
        guard let old = tag[attribute], !old.isEmpty,
          let new = try references.formula(old, own: sheet?.index)
        else { continue }
        markup.set(attribute, of: index, to: new)
        note(subject, old: old, new: new)
      }
    }
  }

  /// Shifts the formula that an element without children holds.
  mutating func followText(_ index: Int, _ subject: String) throws(WorkbookError) {
    guard let old = try text(index), !old.isEmpty,
      let new = try references.formula(old, own: sheet?.index)
    else { return }
    markup.setText(index, to: new)
    note(subject, old: old, new: new)
  }

  /// Shifts the ranges that a chart shows (ECMA-376 Part 1, 21.2.2.65; [MS-ODRAWXML] 2.24).
  mutating func followChart() throws(WorkbookError) {
    for index in elements where markup.local(index) == "f" || markup.local(index) == "sqref" {
      try followText(index, "chart")
    }
  }

  /// Shifts the anchors of drawings.
  mutating func moveAnchors() throws(WorkbookError) {
    guard let sheet, let shift = references.shifts[sheet.index] else { return }
    for index in elements {
      let behavior: AnchorShift.Behavior
      switch markup.local(index) {
      case "oneCellAnchor": behavior = .moves
      case "twoCellAnchor":
        switch markup.tag(index)["editAs"] {
        case "absolute": behavior = .stays
        case "oneCell": behavior = .moves
        default: behavior = .movesAndSizes
        }
      default: continue
      }
      let moved = try WorkbookError.wrappingXML(at: Place(part: part)) { () throws(XMLError) in
        try AnchorShift.move(index, in: &markup, behavior, shift)
      }
      if let moved { note("drawing's row", old: String(moved.old), new: String(moved.new)) }
    }
  }

  // MARK: Pivot tables

  /// Moves a pivot table (18.10.1.49).
  mutating func movePivotTable(_ shift: RowShift) throws(WorkbookError) {
    guard let place = markup.outline.child("location"),
      let range = markup.tag(place)["ref"].flatMap({ CellRange($0) })
    else { return }
    // Its filters stand above it, with an empty row between.
    let filters = markup.tag(place)["rowPageCount"].flatMap { Int($0) } ?? 0
    let height = filters > 0 ? min(filters, range.first.row) + 1 : 0
    let first = max(1, range.first.row - height)
    guard !shift.cuts(first...range.last.row), let new = shift.range(range) else {
      throw .cutsPivotTable(range)
    }
    guard new != range else { return }
    markup.set("ref", of: place, to: new.description)
    note("pivot table", old: range.description, new: new.description)
  }

  /// Moves the ranges that pivot tables are made from (18.10.1.95, 18.10.1.78).
  mutating func movePivotSource() {
    for index in elements
    where markup.local(index) == "worksheetSource" || markup.local(index) == "rangeSet" {
      let tag = markup.tag(index)
      // With a link it lies in another workbook.
      guard !tag.attributeNames.contains(where: { $0.hasSuffix(":id") }), let name = tag["sheet"],
        let range = tag["ref"].flatMap({ CellRange($0) }),
        let shift = references.shift(ofSheet: name), let new = shift.range(range, .reference),
        new != range
      else { continue }
      markup.set("ref", of: index, to: new.description)
      note("pivot table's source", old: range.description, new: new.description)
    }
  }

  /// Moves the cells that wait for values from other programs (18.15.4).
  mutating func moveTopics(_ sheetIDs: [Int?]) {
    for index in elements where markup.local(index) == "tr" {
      let tag = markup.tag(index)
      guard let id = tag["s"].flatMap({ Int($0) }), let sheet = sheetIDs.firstIndex(of: id),
        let shift = references.shifts[sheet + 1], let cell = tag["r"].flatMap({ CellReference($0) })
      else { continue }
      let new = shift.cell(cell)
      guard new != cell else { continue }
      if let new { markup.set("r", of: index, to: new.description) } else { markup.remove(index) }
      note("cell of real-time data", old: cell.description, new: new?.description)
    }
  }

  // MARK: Shapes of old programs

  /// Moves notes' boxes and controls (ECMA-376 Part 4, 19.4).
  mutating func moveLegacyShapes() throws(WorkbookError) {
    let shift = sheet.flatMap { references.shifts[$0.index] }
    for index in elements where markup.local(index) == "ClientData" {
      for child in markup.children(of: index)
      where ["FmlaLink", "FmlaRange", "FmlaGroup", "FmlaTxbx", "FmlaPict"].contains(
        markup.local(child))
      {
        try followText(child, "control")
      }
      guard let shift else { continue }
      if let place = markup.child("Row", of: index) {
        try moveNote(index, place, shift)
      } else if markup.child("MoveWithCells", of: index) == nil {
        // The element says that it does not move.
        try moveBox(index, markup.child("SizeWithCells", of: index) == nil, shift)
      }
    }
  }

  private mutating func moveNote(
    _ index: Int, _ place: Int, _ shift: RowShift
  ) throws(WorkbookError) {
    guard let text = try text(place), let row = Int(text.filter { !$0.isWhitespace }),
      0..<CellReference.lastRow ~= row
    else { return }
    guard let new = shift.row(row + 1) else {
      if let shape = markup.outline.elements[index].parent { markup.remove(shape) }
      return
    }
    guard new != row + 1 else { return }
    markup.setText(place, to: String(new - 1))
    try changeBox(index) { $0 + new - row - 1 }
  }

  private mutating func moveBox(
    _ index: Int, _ sizes: Bool, _ shift: RowShift
  ) throws(WorkbookError) {
    var by = 0
    var isFirst = true
    try changeBox(index) { row in
      let new = shift.rowOrNext(row + 1) - 1
      if isFirst { by = new - row }
      defer { isFirst = false }
      return sizes ? new : row + by
    }
  }

  /// Changes the rows of a shape's box: left column, offset, top row, offset, right column, offset,
  /// bottom row, offset.
  private mutating func changeBox(
    _ index: Int, _ change: (Int) -> Int
  ) throws(WorkbookError) {
    guard let box = markup.child("Anchor", of: index), let text = try text(box) else { return }
    var fields = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    guard fields.count == 8 else { return }
    for place in [2, 6] {
      let field = fields[place]
      guard let row = Int(field.filter { !$0.isWhitespace }), 0..<CellReference.lastRow ~= row
      else {
        return
      }
      let new = min(max(change(row), 0), CellReference.lastRow - 1)
      fields[place] = String(field.prefix { $0.isWhitespace }) + String(new)
    }
    let new = fields.joined(separator: ",")
    if new != text { markup.setText(box, to: new) }
  }
}
