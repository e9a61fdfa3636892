internal import XMLStream

/// The list of cells with formulas that Excel keeps in the order of their calculation (ECMA-376
/// Part 1, 18.6).
///
/// An entry of a cell without a formula makes Excel call the file damaged, so entries go when their
/// formulas go. Entries for new formulas stand last; Excel puts them in order when it calculates.
enum CalculationChainEditing {
  /// A cell by the id of its sheet.
  struct Place: Hashable {
    var sheet: Int
    var cell: CellReference
  }

  /// What changes in the part.
  struct Change {
    var splices = SpliceList()
    /// Whether no entry is left.
    var isEmpty = false
  }

  /// Makes the list follow the formulas.
  ///
  /// - Parameters:
  ///   - bytes: the part's text.
  ///   - removed: cells whose formulas have gone.
  ///   - added: cells that had no formula, in the order of their entries, as they will be named.
  ///   - shifts: how rows move, by the ids of their sheets.
  ///   - depth: how deep elements may nest.
  ///   - attributes: the most attributes one element may have.
  /// - Returns: what changes in the part.
  /// - Throws: ``XMLError`` when the part is damaged.
  static func change(
    _ bytes: [UInt8], removing removed: Set<Place>, adding added: [Place],
    shifts: [Int: RowShift] = [:], depth: Int, attributes: Int
  ) throws(XMLError) -> Change {
    var change = Change()
    let xml = try XMLScanner(
      ByteWindow(XMLMemorySource(bytes), limit: max(bytes.count + 64, 1 << 20)), depth: depth,
      attributes: attributes)
    // An entry without a sheet is on that of the entry before it; so one that now follows another
    // may have to say it.
    var statedSheet = 0
    var impliedSheet = 0
    var losesLevel = false
    var left = 0
    var present: Set<Place> = []
    let wanted = Set(added)
    var end: UInt64?
    var prefix: [UInt8] = []
    while true {
      let token = try xml.next()
      if token == .finished { break }
      if token == .end, xml.depth == 0 {
        // The root's end tag, unless it has none.
        end =
          xml.offset > xml.window.discarded + UInt64(xml.tokenStart)
          ? xml.window.discarded + UInt64(xml.tokenStart) : nil
      }
      guard token == .start, xml.depth == 2, xml.localName == "c" else { continue }
      let place = MarkupPlace(tagOf: xml)
      var tag = StartTag(place.bytes)
      prefix = tag.prefix
      try xml.skipElement()
      if let sheet = tag["i"].flatMap({ Int($0) }) { statedSheet = sheet }
      let cell = tag["r"].flatMap { CellReference($0) }
      let entry = cell.map { Place(sheet: statedSheet, cell: $0) }
      let shift = shifts[statedSheet]
      let moved = shift.flatMap { shift in cell.flatMap { shift.cell($0) } } ?? cell
      if let entry, removed.contains(entry) || shift?.deletes(entry.cell.row) == true {
        change.splices.replace(place.range.lowerBound..<xml.offset, with: [])
        losesLevel = losesLevel || isTrue(tag["l"])
        continue
      }
      let old = tag
      if let moved {
        let place = Place(sheet: statedSheet, cell: moved)
        if wanted.contains(place) { present.insert(place) }
        if moved != cell { tag.set("r", to: moved.description) }
      }
      if tag["i"] == nil, impliedSheet != statedSheet { tag.set("i", to: String(statedSheet)) }
      if losesLevel, !isTrue(tag["l"]) { tag.set("l", to: "1") }
      losesLevel = false
      if tag != old { change.splices.replace(place.range, with: tag.bytes) }
      impliedSheet = statedSheet
      left += 1
    }
    let missing = added.filter { !present.contains($0) }
    change.isEmpty = left == 0 && missing.isEmpty
    if let end, !missing.isEmpty {
      let name = String(decoding: prefix, as: UTF8.self) + "c"
      change.splices.insert(
        missing.flatMap { Array("<\(name) r=\"\($0.cell)\" i=\"\($0.sheet)\"/>".utf8) }, at: end)
    }
    return change
  }
}
