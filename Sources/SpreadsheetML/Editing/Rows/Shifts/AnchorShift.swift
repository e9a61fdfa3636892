internal import XMLStream

/// Shifts what floats over cells (ECMA-376 Part 1, 20.5.2).
enum AnchorShift {
  /// What an object does when its cells move.
  enum Behavior {
    /// It moves and is stretched with them.
    case movesAndSizes
    /// It moves with its first cell.
    case moves
    /// It stays.
    case stays
  }

  /// Shifts an anchor's two corners.
  ///
  /// - Returns: the object's first row before and after; nil when nothing changes.
  /// - Throws: ``XMLError`` when the markup is damaged.
  static func move(
    _ anchor: Int, in revision: inout MarkupRevision, _ behavior: Behavior, _ shift: RowShift
  ) throws(XMLError) -> (old: Int, new: Int)? {
    guard behavior != .stays, let from = revision.child("from", of: anchor),
      let start = try row(of: from, in: revision)
    else { return nil }
    let newStart = shift.rowOrNext(start)
    var isChanged = false
    if newStart != start || shift.deletes(start) {
      try set(from, in: &revision, to: newStart, clearsOffset: shift.deletes(start))
      isChanged = true
    }
    if let to = revision.child("to", of: anchor), let end = try row(of: to, in: revision) {
      let goes = behavior == .movesAndSizes && shift.deletes(end)
      let newEnd =
        behavior == .movesAndSizes
        ? shift.rowOrNext(end) : min(end + newStart - start, CellReference.lastRow)
      if newEnd != end || goes {
        try set(to, in: &revision, to: newEnd, clearsOffset: goes)
        isChanged = true
      }
    }
    return isChanged ? (start, newStart) : nil
  }

  /// The row a marker is in, from 1.
  private static func row(
    of marker: Int, in revision: MarkupRevision
  ) throws(XMLError) -> Int? {
    guard let element = revision.child("row", of: marker), let text = try revision.text(element),
      let row = Int(text.filter { !$0.isWhitespace }), 0..<CellReference.lastRow ~= row
    else { return nil }
    return row + 1
  }

  private static func set(
    _ marker: Int, in revision: inout MarkupRevision, to row: Int, clearsOffset: Bool
  ) throws(XMLError) {
    if let element = revision.child("row", of: marker) {
      revision.setText(element, to: String(row - 1))
    }
    if clearsOffset, let offset = revision.child("rowOff", of: marker) {
      revision.setText(offset, to: "0")
    }
  }
}

extension FrameShift {
  /// Shifts the anchor of a control or an embedded object (18.3.1.2).
  mutating func moveAnchor(_ index: Int, _ shift: RowShift) throws(WorkbookError) {
    let tag = revision.tag(index)
    let behavior: AnchorShift.Behavior =
      !isTrue(tag["moveWithCells"])
      ? .stays : isTrue(tag["sizeWithCells"]) ? .movesAndSizes : .moves
    let moved = try WorkbookError.wrappingXML(at: Place(sheet: sheet.name)) {
      () throws(XMLError) in
      try AnchorShift.move(index, in: &revision, behavior, shift)
    }
    if let moved { note("object's row", old: String(moved.old), new: String(moved.new)) }
  }
}
